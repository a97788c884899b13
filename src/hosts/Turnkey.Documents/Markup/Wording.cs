using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Kernel;
using Turnkey.Plants.Figures;
using Turnkey.Sourcing;

namespace Turnkey.Documents.Markup;

/// <summary>How pages write numbers and the words of the trade: invariant, thousands parted by commas, unit prices at four decimals.</summary>
internal static class Wording
{
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Four decimals, without the currency: it stands in the column head.</summary>
    public static string UnitPrice(Money money) => UnitPrice(money.Amount);

    public static string UnitPrice(decimal amount) => amount.ToString("#,0.0000", CultureInfo.InvariantCulture);

    /// <summary>The currency's minor unit, without the currency.</summary>
    public static string Total(Money money) => money.Amount.ToString("#,0." + new string('0', money.Currency.Decimals), CultureInfo.InvariantCulture).TrimEnd('.');

    public static string Number(decimal value, int decimals = 2) => value.ToString("#,0." + new string('#', decimals), CultureInfo.InvariantCulture).TrimEnd('.');

    public static string Percent(decimal share) => (share * 100m).ToString("0", CultureInfo.InvariantCulture) + " %";

    public static string Millimetres(Length length, string format = "0.00") => length.Millimetres.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>The bounds, or nothing where they are the value itself.</summary>
    public static string Bounds(Spread spread, Func<decimal, string> write) =>
        spread.Low == spread.High ? "" : $"{write(spread.Low)} – {write(spread.High)}";

    public static string Basis(PriceBasis basis) => basis switch
    {
        PriceBasis.Offer => "offer",
        PriceBasis.PriceList => "price list",
        PriceBasis.Estimate => "estimate",
        _ => "no price",
    };

    public static string BasisClass(PriceBasis basis) => basis switch
    {
        PriceBasis.Offer => "offer",
        PriceBasis.PriceList => "price-list",
        PriceBasis.Estimate => "estimate",
        _ => "none",
    };

    public static string Severity(Severity severity) => severity switch
    {
        Kernel.Severity.Error => "error",
        Kernel.Severity.Warning => "warning",
        _ => "info",
    };

    /// <summary>What a hole is for; nothing where the files do not say.</summary>
    public static string Hole(HoleFunction function) => function switch
    {
        HoleFunction.Via => "via",
        HoleFunction.Component => "component hole",
        HoleFunction.PressFit => "press-fit hole",
        HoleFunction.BackDrill => "back drill",
        HoleFunction.Mechanical => "mechanical hole",
        HoleFunction.Castellated => "castellation",
        HoleFunction.Breakout => "breakout hole",
        _ => "",
    };

    /// <summary>What a feature is for; nothing where the files do not say.</summary>
    public static string Feature(FeatureFunction function) => function switch
    {
        FeatureFunction.SurfacePad => "SMD pad",
        FeatureFunction.BallPad => "ball pad",
        FeatureFunction.ThroughHolePad => "component pad",
        FeatureFunction.ViaPad => "via pad",
        FeatureFunction.HeatsinkPad => "heatsink pad",
        FeatureFunction.ConnectorPad => "connector pad",
        FeatureFunction.CastellatedPad => "castellated pad",
        FeatureFunction.TestPad => "test pad",
        FeatureFunction.FiducialPad => "fiducial",
        FeatureFunction.WasherPad => "washer pad",
        FeatureFunction.ThermalRelief => "thermal relief",
        FeatureFunction.AntiPad => "anti-pad",
        FeatureFunction.Conductor => "conductor",
        FeatureFunction.EtchedComponent => "etched component",
        FeatureFunction.NonConductor => "copper without function",
        FeatureFunction.Thieving => "thieving",
        FeatureFunction.Border => "border",
        _ => "",
    };

    public static string Place(Diagnostic diagnostic) =>
        diagnostic.File.Length == 0 ? "" : diagnostic.Line > 0 ? $"{diagnostic.File}:{diagnostic.Line}" : diagnostic.File;

    public static string Plural(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";
}
