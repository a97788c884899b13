using Turnkey.Designs;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;
using Turnkey.Sourcing;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Risk;

namespace Turnkey.Pipeline.Json;

/// <summary>The words that results use for what the code has as enumerations. They are the contract: a renamed member must not rename a word.</summary>
internal static class Words
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    public static string Of(FileRole role) => role switch
    {
        FileRole.Copper => "copper",
        FileRole.SolderMask => "soldermask",
        FileRole.Paste => "paste",
        FileRole.Legend => "legend",
        FileRole.Outline => "outline",
        FileRole.Drill => "drill",
        FileRole.Bom => "bom",
        FileRole.Centroid => "centroid",
        FileRole.Netlist => "netlist",
        FileRole.Drawing => "drawing",
        _ => "other",
    };

    public static string? Of(Side? side) => side switch
    {
        Side.Top => "top",
        Side.Bottom => "bottom",
        Side.Inner => "inner",
        Side.All => "all",
        _ => null,
    };

    public static string Of(StackupKind kind) => kind switch
    {
        StackupKind.Copper => "copper",
        StackupKind.Dielectric => "dielectric",
        StackupKind.SolderMask => "soldermask",
        StackupKind.Legend => "legend",
        StackupKind.Paste => "paste",
        StackupKind.Finish => "finish",
        _ => "other",
    };

    public static string Of(CopperGroup group) => group switch
    {
        CopperGroup.Outer => "outer",
        CopperGroup.Inner => "inner",
        _ => "all",
    };

    public static string Of(ProductItemKind kind) => kind switch
    {
        ProductItemKind.Assembly => "assembly",
        ProductItemKind.Board => "board",
        ProductItemKind.Cable => "cable",
        ProductItemKind.Mechanical => "mechanical",
        ProductItemKind.Firmware => "firmware",
        ProductItemKind.Packaging => "packaging",
        _ => throw new InvalidOperationException($"no kind {kind}"),
    };

    public static string Of(SpecificationState state) => state switch
    {
        SpecificationState.FromFile => "from-file",
        SpecificationState.Given => "given",
        _ => "assumed",
    };

    public static string Of(UnitOfMeasure unit) => unit switch
    {
        UnitOfMeasure.Piece => "piece",
        UnitOfMeasure.Metre => "metre",
        UnitOfMeasure.Gram => "gram",
        UnitOfMeasure.Millilitre => "millilitre",
        _ => throw new InvalidOperationException($"no unit {unit}"),
    };

    public static string Of(PriceBasis basis) => basis switch
    {
        PriceBasis.Offer => "offer",
        PriceBasis.PriceList => "price-list",
        PriceBasis.Estimate => "estimate",
        _ => "none",
    };

    public static string Of(Packaging packaging) => packaging switch
    {
        Packaging.CutTape => "cut-tape",
        Packaging.Reel => "reel",
        Packaging.CustomReel => "custom-reel",
        Packaging.Tube => "tube",
        Packaging.Tray => "tray",
        Packaging.AmmoPack => "ammo-pack",
        Packaging.Bulk => "bulk",
        _ => "unknown",
    };

    public static string Of(RiskLevel level) => level switch
    {
        RiskLevel.Notice => "notice",
        RiskLevel.Warning => "warning",
        RiskLevel.Serious => "serious",
        _ => throw new InvalidOperationException($"no level {level}"),
    };

    public static string Of(RiskAction action) => action switch
    {
        RiskAction.Alternate => "alternate",
        RiskAction.SecondSource => "second-source",
        RiskAction.BufferStock => "buffer-stock",
        RiskAction.Consign => "consign",
        RiskAction.LastTimeBuy => "last-time-buy",
        RiskAction.Enquire => "enquire",
        RiskAction.AgreeOwner => "agree-owner",
        RiskAction.AuthorisedSource => "authorised-source",
        RiskAction.Redesign => "redesign",
        _ => throw new InvalidOperationException($"no action {action}"),
    };
}
