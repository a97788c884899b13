using System.Collections.Immutable;
using Turnkey.Designs.Parts;
using Turnkey.Kernel;
using Turnkey.Plants.Figures;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Material;

/// <summary>What one BOM line needs and costs for one purchase.</summary>
/// <param name="Assembly">Assembly whose BOM it stands in.</param>
/// <param name="Line">The BOM line.</param>
/// <param name="Class">Part class of the plant's library.</param>
/// <param name="State">Bought, consigned or left off.</param>
/// <param name="PerUnit">Pieces per product.</param>
/// <param name="Demand">Pieces for all products of the purchase.</param>
/// <param name="Attrition">Pieces above the demand that the line loses (attrition, leader, cut-tape floor).</param>
/// <param name="Excess">Pieces above both that minimum order and multiple force, or that a better price break makes cheaper to buy than not to.</param>
/// <param name="UnitPrice">Per piece; zero spread only with an offer or a list; null when there is no price.</param>
/// <param name="Basis">What the price rests on.</param>
/// <param name="BasisText">Whose offer, which list, which class.</param>
public sealed record MaterialLine(
    string Assembly,
    BomLine Line,
    string Class,
    MaterialState State,
    long PerUnit,
    long Demand,
    long Attrition,
    long Excess,
    Spread? UnitPrice,
    Currency Currency,
    PriceBasis Basis,
    string BasisText)
{
    /// <summary>Why the attrition is what it is.</summary>
    public string AttritionFormula { get; init; } = "";

    /// <summary>Null when the price is an estimate, a stated price or none.</summary>
    public Offer? Offer { get; init; }

    /// <summary>Plant figures used for attrition and estimate.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>Working days until it is here, with the reason; null when nothing is known.</summary>
    public Availability? Availability { get; init; }

    /// <summary>Pieces per product that the customer supplies, beside those bought.</summary>
    public long ConsignedPerUnit { get; init; }

    /// <summary>Why the price is what it is: whose break, which class and volume.</summary>
    public string PriceFormula { get; init; } = "";

    /// <summary>Pieces of the part, for all lines that need it, that cannot be had; they are reckoned at the price of the others where there are any.</summary>
    public long Missing { get; init; }

    public long PurchaseQuantity => Demand + Attrition + Excess;

    /// <summary>Of the whole purchase.</summary>
    public Spread? PurchaseCost => UnitPrice * PurchaseQuantity;
}

public enum MaterialState
{
    Bought,
    /// <summary>The customer supplies it: handled and placed, not bought.</summary>
    Consigned,
    /// <summary>The BOM says not to mount it: neither bought nor placed.</summary>
    NotPlaced,
    /// <summary>Nothing to buy: a fiducial, a test point, a net tie.</summary>
    NotAPart,
}

/// <param name="WorkingDays">From the order until it is on the shelf.</param>
/// <param name="Reason">On stock, stated lead time, default.</param>
public sealed record Availability(int WorkingDays, string Reason);
