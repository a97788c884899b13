using Turnkey.Quoting.Costs;
using Turnkey.Sourcing.Material;

namespace Turnkey.Documents.Costing;

/// <summary>The words for the enumerations of a cost sheet.</summary>
internal static class Words
{
    public static string Of(CostCategory category) => category switch
    {
        CostCategory.Material => "material",
        CostCategory.Fabrication => "fabrication",
        CostCategory.Assembly => "assembly",
        CostCategory.Test => "test",
        CostCategory.Packaging => "packaging",
        CostCategory.Overhead => "overhead",
        CostCategory.Risk => "risk",
        CostCategory.Margin => "margin",
        _ => "paid once",
    };

    public static string Of(MaterialState state) => state switch
    {
        MaterialState.Bought => "",
        MaterialState.Consigned => "consigned",
        MaterialState.NotPlaced => "not placed",
        _ => "no part",
    };
}
