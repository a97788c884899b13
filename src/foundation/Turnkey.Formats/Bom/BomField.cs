namespace Turnkey.Formats.Bom;

/// <summary>What a column of a parts list holds.</summary>
public enum BomField
{
    /// <summary>Known, and of no use here: data sheet links, dates.</summary>
    Ignored,
    Designators,
    /// <summary>Per board.</summary>
    Quantity,
    /// <summary>For a lot, to order, or in stock: never per board.</summary>
    TotalQuantity,
    Manufacturer,
    /// <summary>Manufacturer part number.</summary>
    Mpn,
    /// <summary>Both in one cell: <c>YAGEO CC0402KRX7R7BB104</c>.</summary>
    ManufacturerAndMpn,
    /// <summary>A part number where there is one, else a value.</summary>
    ValueOrMpn,
    Value,
    Footprint,
    Description,
    /// <summary>Name in the CAD library: stands in for a missing value.</summary>
    Device,
    /// <summary>Remarks, which may say that a part is not placed.</summary>
    Notes,
    /// <summary>A mark here means: not placed.</summary>
    NotPlaced,
    /// <summary>A mark here means: placed.</summary>
    Placed,
    /// <summary>Names of build variants, or words that say a part is not placed.</summary>
    Variant,
    /// <summary>A distributor's name; its code stands in another column.</summary>
    Supplier,
    /// <summary>The code of the distributor that another column or the code itself names.</summary>
    SupplierCode,
    /// <summary>The code of the distributor that the heading names.</summary>
    NamedSupplierCode,
    UnitPrice,
    ExtendedPrice,
    LineNumber,
    /// <summary>How deep a row stands in a list of several levels: 1, 2, .1, ..2.</summary>
    Level,
    /// <summary>Number of the assembly that the row is part of.</summary>
    Parent,
    /// <summary>The customer's own number for the part.</summary>
    InternalNumber,
    Side,
    MountType,
    /// <summary>One parameter of the part, which the heading names: its rated voltage, its tolerance.</summary>
    Parameter,
    /// <summary>Moisture sensitivity level by J-STD-020: 1 to 6, 2a, 5a.</summary>
    MoistureLevel,
    /// <summary>Of the part above the board.</summary>
    Height,
    /// <summary>A table with pins and nets is no parts list.</summary>
    Pin,
    /// <summary>A table of drill tools is no parts list.</summary>
    Tool,
    /// <summary>A rule report is no parts list.</summary>
    Rule,
}
