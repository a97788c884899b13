using System.Collections.Immutable;
using Turnkey.Designs.Parts;
using Turnkey.Formats.Bom;
using Turnkey.Kernel;

namespace Turnkey.Intake.Parts;

/// <summary>
/// Settles which tables are the BOM of a board: one file, or several that share it (top and bottom); another form of the same list is named and not used.
/// </summary>
internal static class BomSelection
{
    /// <param name="readings">Every table that reads as a BOM.</param>
    /// <param name="placed">Designators that have a position; empty when there is no centroid file.</param>
    public static (BillOfMaterials Bom, ImmutableArray<Diagnostic> Diagnostics) Select(IReadOnlyList<BomReading> readings, IReadOnlySet<Designator> placed)
    {
        var candidates = readings.Where(reading => !reading.Lines.IsEmpty).OrderByDescending(reading => Worth(reading, placed)).ThenBy(Source, StringComparer.Ordinal).ToArray();
        if (candidates.Length == 0) return (BillOfMaterials.None, [.. readings.SelectMany(reading => reading.Diagnostics)]);

        var used = new List<BomReading> { candidates[0] };
        var known = Designators(candidates[0]).ToHashSet();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var other in candidates.Skip(1))
        {
            var own = Designators(other).ToArray();
            var shared = own.Count(known.Contains);
            // A list of other parts belongs to the BOM when the board has those parts, or when nothing says otherwise.
            if (own.Length > 0 && shared * 10 <= own.Length && (placed.Count == 0 || own.Count(placed.Contains) * 2 >= own.Length))
            {
                used.Add(other);
                known.UnionWith(own);
                continue;
            }
            var extra = own.Where(designator => !known.Contains(designator)).ToArray();
            var text = $"this BOM has {DesignatorList.Format(extra)}, which {Source(candidates[0])} has not; the latter is used. Send one BOM";
            diagnostics.Add(extra.Any(placed.Contains) ? Diagnostic.Warning("bom.lists-differ", Source(other), 0, text)
                : extra.Length > 0 ? Diagnostic.Info("bom.lists-differ", Source(other), 0, text)
                : Diagnostic.Info("bom.second-list", Source(other), 0, $"a second BOM of the same parts; {Source(candidates[0])} is used"));
        }
        diagnostics.InsertRange(0, used.SelectMany(reading => reading.Diagnostics));
        return (new BillOfMaterials([.. used.SelectMany(reading => reading.Lines)], [.. used.Select(Source).Distinct(StringComparer.Ordinal)]), diagnostics.ToImmutable());
    }

    private static string Source(BomReading reading) => reading.Lines.Length > 0 ? reading.Lines[0].Source : "";

    private static IEnumerable<Designator> Designators(BomReading reading) => reading.Lines.SelectMany(line => line.Designators);

    /// <summary>Parts of this board named, and named so that they can be bought: a part number or a supplier's code counts as much as a designator.</summary>
    private static long Worth(BomReading reading, IReadOnlySet<Designator> placed)
    {
        long named = Designators(reading).Distinct().Count(designator => placed.Count == 0 || placed.Contains(designator));
        long buyable = reading.Lines.Where(line => line.Mpn is not null || !line.SupplierCodes.IsEmpty).Sum(line => (long)Math.Max(1, line.Designators.Length));
        return (named * 1000) + (Math.Min(buyable, named) * 1000) + reading.Lines.Length;
    }
}
