using Turnkey.Kernel;
using Turnkey.Plants.Parts;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Landing;

/// <summary>Whether the line can take an offer's parts as they arrive, and what that adds to a purchase.</summary>
public static class Feeding
{
    /// <param name="offer">Its packaging, and the reeling that the supplier offers.</param>
    /// <param name="quantity">Pieces that must reach the boards, with attrition; at least 1.</param>
    /// <param name="mounting">How the part is fixed.</param>
    /// <param name="size">Size code of the package (<c>0402</c>); empty when it has none.</param>
    /// <param name="table">Of the plant.</param>
    public static Feed Of(Offer offer, long quantity, Mounting mounting, string size, FeedingTable table)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(quantity, 1);
        var rule = table.Rules[offer.Packaging];
        var way = mounting == Mounting.SurfaceMount ? rule.SurfaceMount : mounting == Mounting.ThroughHole ? rule.ThroughHole : FeedWay.ByHand;
        var packaging = Name(offer.Packaging);
        if (way != FeedWay.Spliced)
        {
            var zero = Money.Zero(rule.Material.Currency);
            return new(way, 0, zero, 0m, null, rule, way switch
            {
                FeedWay.Direct => $"{packaging}: on a feeder as it is",
                FeedWay.ByHand => $"{packaging}: placed by hand",
                _ => $"{packaging}: the line cannot feed it; ask for tape and reel, a tube or a tray",
            });
        }
        var pitch = table.PitchOf(size);
        var shortest = (rule.LeastLength.Nanometres + pitch.Nanometres - 1) / pitch.Nanometres;
        var needed = Math.Max(quantity + rule.LostPieces, shortest);
        var reason = needed == shortest && shortest > quantity + rule.LostPieces
            ? FormattableString.Invariant($"{packaging}: a feeder takes strips from {rule.LeastLength} on, {shortest} pieces at {pitch}")
            : FormattableString.Invariant($"{packaging}: a leader is joined on, which costs {rule.LostPieces} pieces");
        return new(way, needed - quantity, rule.Material, rule.Minutes, offer.ReelingFee, rule, reason);
    }

    private static string Name(Packaging packaging) => packaging switch
    {
        Packaging.CutTape => "cut tape",
        Packaging.Reel => "reel",
        Packaging.CustomReel => "reel with leader",
        Packaging.Tube => "tube",
        Packaging.Tray => "tray",
        Packaging.AmmoPack => "ammo pack",
        Packaging.Bulk => "loose parts",
        _ => "packaging not said, cut tape supposed",
    };
}

/// <param name="Way">How the line takes it.</param>
/// <param name="ExtraPieces">To be bought above the quantity asked for: lost at the splice, or so that the strip is long enough.</param>
/// <param name="Material">Per strip.</param>
/// <param name="Minutes">Of work per strip.</param>
/// <param name="SupplierReel">What the supplier asks to wind it on a reel with a leader instead; null when it does not offer that.</param>
/// <param name="Rule">Where it comes from.</param>
/// <param name="Reason">A few words for whoever reads the purchase.</param>
public sealed record Feed(FeedWay Way, long ExtraPieces, Money Material, decimal Minutes, Money? SupplierReel, FeedingRule Rule, string Reason)
{
    public bool CanBeFed => Way is FeedWay.Direct or FeedWay.Spliced;

    /// <summary>Material and work of the splice.</summary>
    /// <param name="hourlyRate">Of whoever joins it, in the currency of <see cref="Material"/>.</param>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public Money Cost(Money hourlyRate) => Material + (hourlyRate * Minutes / 60m);
}
