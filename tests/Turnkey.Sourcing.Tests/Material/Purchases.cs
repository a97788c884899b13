using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Tests.Material;

/// <summary>Plans of one assembly on tables of our own: cells apart by semicolons.</summary>
internal static class Purchases
{
    /// <summary>Suppliers without fees, so that a test counts what it is about.</summary>
    public static (string, string[]) NoFees { get; } = ("supplier-terms.csv", ["supplier;ships-from;currency;order-fee;freight;minimum-order;duties;source", "*;US;USD;0;0;0;added;list"]);

    public static MaterialPlan Buy(int quantity, BomLine[] lines, SourcingPolicy policy, params (string Path, string[] Rows)[] files) => BuyForReleases(quantity, quantity, lines, policy, files);

    /// <summary>For a year's products, of which so many are released at a time.</summary>
    public static MaterialPlan BuyForReleases(int products, int release, BomLine[] lines, SourcingPolicy policy, params (string Path, string[] Rows)[] files)
    {
        var read = SourcingTables.Read([.. files.Select(file => new OfferTable(file.Path, "", [.. file.Rows.Select(row => (IReadOnlyList<string>)row.Split(';'))]))]);
        return MaterialPlanning.Plan(new SourcingRequest(
            [new AssemblyDemand(new Assembly("a", null, new BillOfMaterials([.. lines], ["bom.csv"]), [], BuildSpecification.Empty), 1)],
            Plant.Default, OfferBookReader.Read(read.Offers, ""), Currency.Usd, Consignment.None, products, release)
        { Policy = policy, Tables = read.Tables });
    }

    public static MaterialPlan Buy(int quantity, BomLine line, params string[] offers) => Buy(quantity, [line], SourcingPolicy.Default, ("p.csv", offers), NoFees);

    public static BomLine Line(string designators, string value, string footprint, string? mpn, string? manufacturer = null, int row = 2)
    {
        var list = DesignatorList.Parse(designators).Designators;
        return new BomLine(list, list.Length, manufacturer, PartNumber.Parse(mpn), value, footprint, "", false, "bom.csv", row);
    }
}
