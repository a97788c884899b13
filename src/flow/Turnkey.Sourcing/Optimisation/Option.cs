namespace Turnkey.Sourcing.Optimisation;

/// <summary>One way to cover a line: a quantity of one segment, or of two.</summary>
/// <param name="First">Index of the segment.</param>
/// <param name="Second">Index of the second segment; -1 for none.</param>
/// <param name="Cost">Of both purchases, without the suppliers' fixed fees.</param>
/// <param name="A">Supplier of the first.</param>
/// <param name="B">Supplier of the second; -1 where it is the same or there is none.</param>
/// <param name="ValueA">What is bought at A, at unit prices.</param>
internal readonly record struct Option(int First, long FirstQuantity, int Second, long SecondQuantity, long Cost, int A, int B, long ValueA, long ValueB)
{
    public static Option Single(Segment[] segments, int first, long quantity) =>
        new(first, quantity, -1, 0, segments[first].Cost(quantity), segments[first].Supplier, -1, quantity * segments[first].UnitPrice, 0);

    public static Option Pair(Segment[] segments, int first, long firstQuantity, int second, long secondQuantity)
    {
        ref readonly var a = ref segments[first];
        ref readonly var b = ref segments[second];
        var (valueA, valueB) = (firstQuantity * a.UnitPrice, secondQuantity * b.UnitPrice);
        var same = a.Supplier == b.Supplier;
        return new(first, firstQuantity, second, secondQuantity, a.Cost(firstQuantity) + b.Cost(secondQuantity), a.Supplier, same ? -1 : b.Supplier,
            same ? valueA + valueB : valueA, same ? 0 : valueB);
    }

    /// <summary>Cost with a share of each supplier's prices taken off.</summary>
    public double CostAfter(double[] rebates) => Cost - (rebates[A] * ValueA) - (B >= 0 ? rebates[B] * ValueB : 0);

    /// <summary>Pieces of a segment; 0 where it is neither of the two.</summary>
    public long QuantityOf(int segment) => First == segment ? FirstQuantity : Second == segment ? SecondQuantity : 0;

    /// <summary>What a supplier gets; 0 where it is neither of the two.</summary>
    public long ValueAt(int supplier) => A == supplier ? ValueA : B == supplier ? ValueB : 0;
}
