using System.Collections.Concurrent;
using System.Collections.Immutable;
using Turnkey.Plants.Figures;

namespace Turnkey.Sourcing.Landing;

/// <summary>
/// The duties of one destination on one day. Rates of different labels add up; within a label the row with the longest matching code holds, and of those the
/// one that names the origin before the one for its customs territory before the one for every origin. What origin or classification leave open is a range
/// over all that they can be in the table, its likely rate <c>low + share × (high − low)</c>.
/// </summary>
public sealed class DutySchedule
{
    /// <summary>National classifications differ beyond these digits of the Harmonized System.</summary>
    private const int HarmonizedDigits = 6;

    private const string AnyOrigin = "*";

    private readonly ImmutableArray<TariffRow> rows;
    private readonly ImmutableArray<string> labels;
    private readonly CustomsTerritories territories;
    private readonly decimal share;
    private readonly string reason;
    private readonly ConcurrentDictionary<(string Code, string Origin), Duty> known = new();

    private DutySchedule(CustomsTerritory? destination, ImmutableArray<TariffRow> rows, CustomsTerritories territories, decimal share, string reason)
    {
        Destination = destination;
        this.rows = rows;
        this.territories = territories;
        this.share = share;
        this.reason = reason;
        labels = [.. rows.Select(row => row.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Where the goods go: no duty is reckoned without one.</summary>
    public CustomsTerritory? Destination { get; }

    /// <summary>True when there are rates for the destination.</summary>
    public bool IsReckoned => rows.Length > 0;

    /// <summary>Days since the oldest row in force was taken; null when none says so.</summary>
    public int? Age { get; private init; }

    public static DutySchedule None { get; } = new(null, [], CustomsTerritories.Shipped, 0m, "no destination is given, so no duty is reckoned");

    /// <param name="tariffs">Rates of any destinations.</param>
    /// <param name="destination">A country by code or name, or a customs territory (<c>EU</c>).</param>
    /// <param name="asOf">The day of the import.</param>
    /// <param name="unknownShare">0 to 1: how far the likely rate lies from the lowest to the highest where there is a range.</param>
    public static DutySchedule Of(TariffTable tariffs, string destination, DateOnly asOf, decimal unknownShare)
    {
        ArgumentNullException.ThrowIfNull(tariffs);
        ArgumentNullException.ThrowIfNull(destination);
        var place = CustomsTerritories.Shipped.Place(destination) ?? destination.Trim();
        var territory = CustomsTerritories.Shipped.Of(place);
        ImmutableArray<TariffRow> inForce = [.. tariffs.Rows.Where(row => (row.Destination == territory.Code || row.Destination == place) && row.IsInForce(asOf))];
        var taken = inForce.Where(row => row.Taken is not null).Select(row => row.Taken!.Value).DefaultIfEmpty(asOf).Min();
        return new(territory, inForce, CustomsTerritories.Shipped, unknownShare, $"there is no tariff table for {destination}, so no duty is reckoned; give one in tariffs.csv")
        {
            Age = inForce.Any(row => row.Taken is not null) ? Math.Max(0, asOf.DayNumber - taken.DayNumber) : null,
        };
    }

    /// <param name="code">Digits of the classification; empty when not known.</param>
    /// <param name="origin">ISO 3166-1 alpha-2; null when not known.</param>
    public Duty Of(string code, string? origin)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (!IsReckoned) return new(DutyState.NotReckoned, Spread.Zero, code, origin, [], Assumed: false, reason);
        return known.GetOrAdd((code, origin ?? ""), asked => Reckon(asked.Code, asked.Origin.Length > 0 ? asked.Origin : null));
    }

    private Duty Reckon(string asked, string? origin)
    {
        if (origin is not null && (Destination!.Code == origin || Destination.Members.Contains(origin, StringComparer.Ordinal)))
            return new(DutyState.Domestic, Spread.Zero, asked, origin, [], Assumed: false, $"from {origin}, inside the customs territory {Destination.Code}");
        var code = Destination!.Code == "US" || asked.Length <= HarmonizedDigits ? asked : asked[..HarmonizedDigits];
        var codes = Candidates(code);
        var unlisted = codes.Count == 0;
        if (unlisted) codes = Candidates("");
        string[] origins = origin is not null ? [origin] : [.. rows.Select(row => row.Origin).Append(AnyOrigin).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var rates = (from one in codes from place in origins select Rate(one, place)).ToArray();
        if (rates.Length == 0) return new(DutyState.NotReckoned, Spread.Zero, code, origin, [], Assumed: false, $"the tariff table for {Destination.Code} has no base rate, so no duty is reckoned");
        var (low, high) = (rates.MinBy(rate => rate.Percent)!, rates.MaxBy(rate => rate.Percent)!);
        if (low.Percent == high.Percent)
        {
            return new(DutyState.Known, Spread.Exactly(low.Percent), code, origin, low.Rows, low.Rows.Any(row => row.Assumed) || unlisted, string.Join(" + ", low.Rows));
        }
        // The classification itself may have a rate that finer ones below it depart from; only an unknown origin or code leaves the whole range open.
        var likely = origin is not null && !unlisted && codes[0] == code ? rates[0].Percent : low.Percent + (share * (high.Percent - low.Percent));
        var why = (origin is null, unlisted || asked.Length == 0) switch
        {
            (true, true) => "neither origin nor classification is known",
            (true, false) => "the origin is not known",
            (false, true) => unlisted && asked.Length > 0 ? $"the tariff table has no rate for {asked}" : "the classification is not known",
            _ => $"{code} has several rates",
        };
        return new(DutyState.Range, new Spread(low.Percent, likely, high.Percent), code, origin, [.. low.Rows.Concat(high.Rows).Distinct()], Assumed: true,
            $"{why}: from {string.Join(" + ", low.Rows)} to {string.Join(" + ", high.Rows)}");
    }

    /// <summary>The code itself first where a base rate holds for it, then all finer ones of the table.</summary>
    private List<string> Candidates(string code)
    {
        var finer = rows.Where(row => row.Code.Length > code.Length && row.Code.StartsWith(code, StringComparison.Ordinal)).Select(row => row.Code)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. finer.Prepend(code).Where(one => rows.Any(row => row.Label == TariffRow.Base && one.StartsWith(row.Code, StringComparison.Ordinal)))];
    }

    private Reckoned Rate(string code, string origin)
    {
        var territory = origin == AnyOrigin ? AnyOrigin : territories.Of(origin).Code;
        var used = ImmutableArray.CreateBuilder<TariffRow>();
        foreach (var label in labels)
        {
            TariffRow? nearest = null;
            foreach (var row in rows)
            {
                if (row.Label != label || !code.StartsWith(row.Code, StringComparison.Ordinal) || Nearness(row, origin, territory) < 0) continue;
                if (nearest is null || row.Code.Length > nearest.Code.Length
                    || (row.Code.Length == nearest.Code.Length && Nearness(row, origin, territory) > Nearness(nearest, origin, territory))) nearest = row;
            }
            if (nearest is not null) used.Add(nearest);
        }
        return new(used.Sum(row => row.Percent), used.ToImmutable());
    }

    private static int Nearness(TariffRow row, string origin, string territory) => row.Origin == AnyOrigin ? 0 : row.Origin == origin ? 2 : row.Origin == territory ? 1 : -1;

    private sealed record Reckoned(decimal Percent, ImmutableArray<TariffRow> Rows);
}
