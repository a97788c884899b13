using System.Collections.Immutable;

namespace Turnkey.Sourcing.Risk;

/// <summary>What arrives at one time: a shipment that several lines wait for, or all that one line alone waits for.</summary>
/// <param name="Lines">Indices of the lines that wait for it.</param>
/// <param name="Name">Of the line, or of the shipment's supplier.</param>
/// <param name="Draws">It is here when the last of them is.</param>
internal sealed record KitUnit(ImmutableArray<int> Lines, string Name, ImmutableArray<KitDraw> Draws)
{
    /// <summary>Days when nothing is late: stated days, the likely time where none are stated.</summary>
    public double Promised => Draws.Max(draw => draw.Promised);

    public KitDraw Slowest => Draws.MaxBy(draw => draw.Promised)!;

    /// <summary>The units of all lines. The order of the lines changes nothing but the indices.</summary>
    public static ImmutableArray<KitUnit> Of(KitRequest request)
    {
        var shipments = new SortedDictionary<string, (KitDraw Draw, SortedSet<int> Lines, SortedSet<string> Names)>(StringComparer.Ordinal);
        var own = new List<(int Line, List<KitDraw> Draws)>();
        for (var i = 0; i < request.Lines.Length; i++)
        {
            var line = request.Lines[i];
            var draws = new List<KitDraw>();
            for (var k = 0; k < line.Arrivals.Length; k++)
            {
                var arrival = line.Arrivals[k];
                var lead = request.Model.Of(arrival.Supplier, arrival.Class);
                // A multiple of what nobody states is not nothing: it is not known.
                if (lead.IsRatio && arrival.StatedDays is null) lead = request.Model.ByClass[LeadTimeModel.Unstated];
                var scale = lead.IsRatio ? Math.Max(0, arrival.StatedDays!.Value) : 1;
                if (lead.Shared >= 1)
                {
                    var stream = FormattableString.Invariant($"shipment\n{arrival.Supplier}\n{arrival.Class}\n{scale}");
                    if (!shipments.TryGetValue(stream, out var shipment)) shipments[stream] = shipment = (new(lead, scale, arrival, stream, ""), [], new SortedSet<string>(StringComparer.Ordinal));
                    shipment.Lines.Add(i);
                    shipment.Names.Add(arrival.Spelt);
                }
                else draws.Add(new(lead, scale, arrival, FormattableString.Invariant($"line\n{line.Key}\n{k}"), $"supplier\n{arrival.Supplier}\n{lead.Class}"));
            }
            if (draws.Count > 0) own.Add((i, draws));
        }
        return
        [
            .. shipments.Values.Select(one => new KitUnit([.. one.Lines], one.Names.Min!, [one.Draw])),
            .. own.OrderBy(one => request.Lines[one.Line].Key, StringComparer.Ordinal).Select(one => new KitUnit([one.Line], request.Lines[one.Line].Name, [.. one.Draws])),
        ];
    }
}

/// <param name="Lead">How it is distributed.</param>
/// <param name="Scale">Stated days for a ratio, else 1.</param>
/// <param name="Arrival">What was bought.</param>
/// <param name="Stream">Name of its random numbers.</param>
/// <param name="Common">Name of those that all purchases of its class at its supplier share.</param>
internal sealed record KitDraw(LeadTimeDistribution Lead, int Scale, KitArrival Arrival, string Stream, string Common)
{
    public double Promised => Arrival.StatedDays is { } days && Lead.IsRatio ? days : Lead.Quantile(0.5) * Scale;
}
