using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Kernel;
using Turnkey.Plants.Parts;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Landing;

/// <summary>How the line can take an offer's parts as they arrive, and what that adds to a purchase.</summary>
public static class Feeding
{
    /// <summary>
    /// At least one way. A strip of tape has several: as it is where it is long enough, on the supplier's reel for its fee, with a leader joined on, by hand.
    /// Which of them costs least hangs on the quantity, so it is decided with the purchase.
    /// </summary>
    /// <param name="offer">Its packaging, and the reeling that the supplier offers.</param>
    /// <param name="mounting">How the part is fixed.</param>
    /// <param name="size">Size code of the package (<c>0402</c>); empty when it has none.</param>
    /// <param name="table">Of the plant.</param>
    public static ImmutableArray<Feed> Ways(Offer offer, Mounting mounting, string size, FeedingTable table)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(table);
        var rule = table.Rules[offer.Packaging];
        var way = mounting == Mounting.SurfaceMount ? rule.SurfaceMount : mounting == Mounting.ThroughHole ? rule.ThroughHole : FeedWay.ByHand;
        var feed = new Feed(way, rule) { Pitch = table.PitchOf(size) };
        if (way != FeedWay.Spliced) return [feed];
        var ways = ImmutableArray.CreateBuilder<Feed>();
        if (rule.LeastLength > Length.Zero) ways.Add(feed with { Way = FeedWay.Strip, LostPieces = rule.LostPieces, LeastPieces = Feed.PiecesOf(rule.LeastLength, feed.Pitch) });
        if (offer.ReelingFee is { } fee) ways.Add(feed with { Way = FeedWay.SuppliersReel, Material = fee });
        ways.Add(feed with { LostPieces = rule.LostPieces, Material = rule.Material, Minutes = rule.Minutes });
        if (rule.HandSeconds is { } seconds) ways.Add(feed with { Way = FeedWay.ByHand, SecondsEach = seconds });
        return ways.ToImmutable();
    }
}

/// <summary>One way to take an offer's parts.</summary>
/// <param name="Way">Which.</param>
/// <param name="Rule">Where it comes from.</param>
public sealed record Feed(FeedWay Way, FeedingRule Rule)
{
    /// <summary>Length of tape per part.</summary>
    public Length Pitch { get; init; }

    /// <summary>Pieces of the purchase that lie free under the peeled cover tape; nothing where attrition allows for as many.</summary>
    public long LostPieces { get; init; }

    /// <summary>Pieces of the shortest purchase that can be taken in this way; 0 where any can.</summary>
    public long LeastPieces { get; init; }

    /// <summary>Per purchase: a leader, or the fee for the supplier's reel. Null for none.</summary>
    public Money? Material { get; init; }

    /// <summary>Of work per purchase.</summary>
    public decimal Minutes { get; init; }

    /// <summary>Of work per piece that is placed by hand.</summary>
    public decimal SecondsEach { get; init; }

    /// <summary>A few words for whoever reads the purchase.</summary>
    /// <param name="quantity">Pieces bought.</param>
    public string Reason(long quantity)
    {
        var packaging = Name(Rule.Packaging);
        return Way switch
        {
            FeedWay.Direct => $"{packaging}: on a feeder as it is",
            FeedWay.Strip when quantity == LeastPieces => Text($"{packaging}: a feeder takes strips from {Rule.LeastLength} on, {LeastPieces} pieces at {Pitch}"),
            FeedWay.Strip => Text($"{packaging}: {quantity} pieces are {Length.FromNanometres(quantity * Pitch.Nanometres)} of tape, and a feeder takes strips from {Rule.LeastLength} on"),
            FeedWay.SuppliersReel => Text($"{packaging}: the supplier winds {quantity} pieces on a reel with a leader for {Material}"),
            FeedWay.Spliced => Text($"{packaging}: {quantity} pieces are too short for a feeder, so a leader is joined on for {Material} and {Minutes:0.##} minutes of work"),
            FeedWay.ByHand when SecondsEach > 0 => Text($"{packaging}: placed by hand, {SecondsEach:0.##} s a piece"),
            FeedWay.ByHand => $"{packaging}: placed by hand",
            _ => $"{packaging}: the line cannot feed it; ask for tape and reel, a tube or a tray",
        };
    }

    internal static long PiecesOf(Length tape, Length pitch) => (tape.Nanometres + pitch.Nanometres - 1) / pitch.Nanometres;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Name(Packaging packaging) => packaging switch
    {
        Packaging.CutTape => "cut tape",
        Packaging.Reel => "reel",
        Packaging.CustomReel => "reel with leader",
        Packaging.Tube => "tube",
        Packaging.Tray => "tray",
        Packaging.AmmoPack => "ammo pack",
        Packaging.Bulk => "loose parts",
        _ => "packaging not said",
    };
}
