using System.Collections.Immutable;
using Turnkey.Designs.Parts;
using Turnkey.Kernel;

namespace Turnkey.Formats.Bom;

/// <summary>What a parts list says against itself.</summary>
internal static class BomChecks
{
    public static void Check(ImmutableArray<BomLine> lines, DiagnosticLog log)
    {
        var first = new Dictionary<Designator, BomLine>();
        foreach (var line in lines)
        {
            foreach (var designator in line.Designators)
            {
                if (first.TryAdd(designator, line)) continue;
                var other = first[designator];
                var same = other.Row == line.Row ? "twice on this line" : $"also on line {other.Row}";
                // Alternatives for one place, one of them not placed, are usual and harmless.
                if (other.DoNotPlace != line.DoNotPlace) log.Info("bom.duplicate-designator", line.Row, $"{designator} is {same}; one of them is not placed");
                else log.Warning("bom.duplicate-designator", line.Row, $"{designator} is {same}; say which part goes there");
            }
        }
    }
}
