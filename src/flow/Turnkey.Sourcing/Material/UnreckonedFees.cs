namespace Turnkey.Sourcing.Material;

/// <summary>Says what the fees of a plan lack, wherever its total or its proof is told: what is not known is not zero.</summary>
public static class UnreckonedFees
{
    /// <summary><c>without the freight of 6.00 GBP at Farnell and the order fee that is not known at Acme</c>; empty where nothing is lacking.</summary>
    public static string Of(MaterialPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var lacking = plan.Orders.SelectMany(order => order.NotReckoned.Select(what => $"the {what} at {order.Supplier}")).ToArray();
        return lacking.Length == 0 ? "" : $"without {string.Join(" and ", lacking)}";
    }
}
