using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Landing;

/// <summary>How parts get to where they are placed.</summary>
public enum FeedWay
{
    /// <summary>On a feeder as they arrive.</summary>
    Direct,
    /// <summary>A strip that is long enough for a feeder, as it is.</summary>
    Strip,
    /// <summary>On a feeder once the supplier has wound the strip on a reel with a leader, for a fee.</summary>
    SuppliersReel,
    /// <summary>On a feeder once a leader is joined to the strip.</summary>
    Spliced,
    /// <summary>Placed or inserted by hand.</summary>
    ByHand,
    /// <summary>Not as they arrive: they must be taped or repacked first.</summary>
    NotAsTheyAre,
}

/// <summary>What the line can do with parts in a packaging.</summary>
/// <param name="SurfaceMount">How it takes parts that the line places; <see cref="FeedWay.Spliced"/> for strips of tape, which can be taken in several ways.</param>
/// <param name="ThroughHole">How it takes parts that are inserted.</param>
/// <param name="LostPieces">Of a strip, where the cover tape is peeled back.</param>
/// <param name="LeastLength">Of a strip that a feeder takes as it is; zero where it takes none.</param>
/// <param name="Material">Per leader that is joined on.</param>
/// <param name="Minutes">Of work per leader that is joined on.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Assumed">Nobody has verified it.</param>
public sealed record FeedingRule(
    Packaging Packaging, FeedWay SurfaceMount, FeedWay ThroughHole, long LostPieces, Length LeastLength, Money Material, decimal Minutes, string Source, bool Assumed)
{
    /// <summary>Work to place one piece of a strip by hand; null where the plant does not do that.</summary>
    public decimal? HandSeconds { get; init; }
}

/// <param name="Rules">One per packaging.</param>
/// <param name="Pitches">Length of tape per part, by size code; <c>*</c> for any other.</param>
public sealed record FeedingTable(ImmutableDictionary<Packaging, FeedingRule> Rules, ImmutableDictionary<string, Length> Pitches)
{
    private const decimal LongestMillimetres = 10_000m;

    private static readonly Lazy<FeedingTable> ShippedRows = new(() => new(
        ReadRules(SettingTable.Shipped("packaging-feeding.csv")).ToImmutableDictionary(rule => rule.Packaging),
        ReadPitches(SettingTable.Shipped("tape-pitch.csv")).ToImmutableDictionary(pair => pair.Size, pair => pair.Pitch, StringComparer.Ordinal)));

    public static FeedingTable Shipped => ShippedRows.Value;

    /// <param name="size">Size code of the package: <c>0402</c>; empty when it has none.</param>
    public Length PitchOf(string size) => Pitches.TryGetValue(size, out var pitch) ? pitch : Pitches["*"];

    internal FeedingTable WithRules(OfferTable table, DiagnosticLog log) =>
        SettingTable.Of(table, log, ["packaging", "surface-mount", "through-hole"], ["lost-pieces", "least-length-mm", "material", "minutes", "hand-seconds"]) is { } own
            ? this with { Rules = Rules.SetItems(ReadRules(own).Select(rule => KeyValuePair.Create(rule.Packaging, rule))) }
            : this;

    internal FeedingTable WithPitches(OfferTable table, DiagnosticLog log) =>
        SettingTable.Of(table, log, ["size", "pitch-mm"], ["pitch-mm"]) is { } own
            ? this with { Pitches = Pitches.SetItems(ReadPitches(own).Select(pair => KeyValuePair.Create(pair.Size, pair.Pitch))) }
            : this;

    private static IEnumerable<FeedingRule> ReadRules(SettingTable table)
    {
        foreach (var row in table.Rows)
        {
            if (PackagingOf(row["packaging"]) is not { } packaging) { row.Reject("the packaging is none of reel, custom-reel, cut-tape, tube, tray, ammo-pack, bulk, unknown"); continue; }
            if (Way(row["surface-mount"]) is not { } surface || Way(row["through-hole"]) is not { } through) { row.Reject("a way of feeding is one of direct, splice, hand, no"); continue; }
            if ((row["currency"].Length > 0 ? row.Currency("currency") : Currency.Usd) is not { } currency) continue;
            yield return new(packaging, surface, through, (long)Math.Ceiling(row.Number("lost-pieces", 10_000m) ?? 0m),
                Length.FromMillimetres((double)(row.Number("least-length-mm", LongestMillimetres) ?? 0m)), new Money(row.Number("material", 10_000m) ?? 0m, currency),
                row.Number("minutes", 10_000m) ?? 0m, row.Source, row.Assumed)
            {
                HandSeconds = row.Number("hand-seconds", 10_000m),
            };
        }
    }

    private static IEnumerable<(string Size, Length Pitch)> ReadPitches(SettingTable table)
    {
        foreach (var row in table.Rows)
        {
            if (row["size"] is { Length: > 0 } size && row.Number("pitch-mm", LongestMillimetres) is { } pitch && pitch > 0) yield return (size, Length.FromMillimetres((double)pitch));
            else row.Reject("a row needs a size code and a pitch above zero");
        }
    }

    private static Packaging? PackagingOf(string text) => text.ToUpperInvariant() switch
    {
        "REEL" => Packaging.Reel,
        "CUSTOM-REEL" => Packaging.CustomReel,
        "CUT-TAPE" => Packaging.CutTape,
        "TUBE" => Packaging.Tube,
        "TRAY" => Packaging.Tray,
        "AMMO-PACK" => Packaging.AmmoPack,
        "BULK" => Packaging.Bulk,
        "UNKNOWN" => Packaging.Unknown,
        _ => null,
    };

    private static FeedWay? Way(string text) => text.ToUpperInvariant() switch
    {
        "DIRECT" => FeedWay.Direct,
        "SPLICE" => FeedWay.Spliced,
        "HAND" => FeedWay.ByHand,
        "NO" => FeedWay.NotAsTheyAre,
        _ => null,
    };
}
