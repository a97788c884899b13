using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Parts;
using Turnkey.Kernel;

namespace Turnkey.Formats.Bom;

/// <summary>What the structure columns of a row say.</summary>
/// <param name="Depth">From its level; null when not said.</param>
/// <param name="Parent">Number of the assembly it is part of; empty when not said.</param>
/// <param name="Number">Its own number; empty when not said.</param>
/// <param name="Name">What messages and paths call it.</param>
internal sealed record BomPlace(int? Depth, string Parent, string Number, string Name);

/// <summary>
/// Lists of several levels, by a level column or by parent and child: quantities are multiplied along the path, a row that has parts of its own is an
/// assembly to be made and no part to be bought, and every part keeps the assemblies it stands in.
/// </summary>
internal static class BomLevels
{
    private const int Deepest = 20;

    /// <summary>More than any product holds; a larger product of quantities is a typing error.</summary>
    private const long MostPieces = 10_000_000;

    /// <summary><c>2</c>, <c>2.0</c>, <c>..2</c>, <c>L2</c>, <c>+2</c> are the second level, <c>1.4.2</c> the third; null for anything else.</summary>
    public static int? Depth(string cell)
    {
        var text = cell.Trim().TrimStart('.', '+', '-', '_', '*', '>', ' ');
        if (text.Length > 1 && text[0] is 'L' or 'l') text = text[1..].TrimStart();
        if (text.Length is 0 or > 40) return null;
        var parts = text.TrimEnd('.').Split('.');
        if (parts.Any(part => part.Length is 0 or > 4 || !part.All(char.IsAsciiDigit))) return null;
        // A spreadsheet writes the number 2 as 2.0; an outline has no part 0.
        var outline = parts.Length > 1 && !parts.Skip(1).All(part => part.All(digit => digit == '0'));
        var depth = outline ? parts.Length : int.Parse(parts[0], CultureInfo.InvariantCulture);
        return depth <= Deepest ? depth : null;
    }

    /// <param name="lines">Quantities per assembly that they stand in.</param>
    /// <param name="places">One per line.</param>
    /// <param name="log">What does not fit.</param>
    public static ImmutableArray<BomLine> Flatten(ImmutableArray<BomLine> lines, ImmutableArray<BomPlace> places, DiagnosticLog log)
    {
        // One level is no structure: a list may have the column and no use for it.
        if (places.Select(place => place.Depth).Where(depth => depth is not null).Distinct().Skip(1).Any()) return ByLevel(lines, places, log);
        return places.Any(place => place.Parent.Length > 0) && places.Any(place => place.Number.Length > 0) ? ByParent(lines, places, log) : lines;
    }

    private static ImmutableArray<BomLine> ByLevel(ImmutableArray<BomLine> lines, ImmutableArray<BomPlace> places, DiagnosticLog log)
    {
        var flat = ImmutableArray.CreateBuilder<BomLine>(lines.Length);
        var above = new Stack<(int Depth, long Times, string Name)>();
        var made = 0;
        var depth = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            depth = places[i].Depth ?? depth;
            while (above.Count > 0 && above.Peek().Depth >= depth) above.Pop();
            var times = above.Count > 0 ? above.Peek().Times : 1;
            if (NextDepth(places, i) > depth)
            {
                made++;
                above.Push((depth, Bounded(times * Math.Max(1, lines[i].Quantity)), places[i].Name));
                continue;
            }
            flat.Add(Placed(lines[i], times, [.. above.Reverse().Select(one => one.Name)], log));
        }
        Tell(made, log);
        return flat.ToImmutable();
    }

    private static int NextDepth(ImmutableArray<BomPlace> places, int index)
    {
        for (var i = index + 1; i < places.Length; i++)
        {
            if (places[i].Depth is { } depth) return depth;
        }
        return -1;
    }

    private static ImmutableArray<BomLine> ByParent(ImmutableArray<BomLine> lines, ImmutableArray<BomPlace> places, DiagnosticLog log)
    {
        var parents = places.Select(place => place.Parent).Where(parent => parent.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var uses = Enumerable.Range(0, lines.Length).Where(i => parents.Contains(places[i].Number)).ToLookup(i => places[i].Number, StringComparer.OrdinalIgnoreCase);
        var known = new Dictionary<string, (long Times, ImmutableArray<string> Path)>(StringComparer.OrdinalIgnoreCase);
        var looping = false;
        var flat = ImmutableArray.CreateBuilder<BomLine>(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            if (parents.Contains(places[i].Number)) continue;
            var (times, path) = places[i].Parent.Length == 0 ? (1, []) : Of(places[i].Parent, 0);
            flat.Add(Placed(lines[i], times, path, log));
        }
        if (looping) log.Error("bom.level-loop", 0, $"an assembly of the parts list is part of itself, or stands more than {Deepest} levels deep; its parts are counted once. Send a list without the loop");
        Tell(parents.Count(parent => uses[parent].Any()), log);
        return flat.ToImmutable();

        // Over all places that the assembly is used in; the path is that of the first.
        (long Times, ImmutableArray<string> Path) Of(string assembly, int depth)
        {
            if (known.TryGetValue(assembly, out var found)) return found;
            if (depth > Deepest)
            {
                looping = true;
                return (1, [assembly]);
            }
            // Stands for itself while its own places are looked up, so that a loop ends.
            known[assembly] = (1, [assembly]);
            long times = 0;
            ImmutableArray<string> path = [];
            foreach (var i in uses[assembly])
            {
                if (string.Equals(places[i].Parent, assembly, StringComparison.OrdinalIgnoreCase)) { looping = true; continue; }
                var (outer, outerPath) = places[i].Parent.Length == 0 ? (1, []) : Of(places[i].Parent, depth + 1);
                times = Bounded(times + (outer * Math.Max(1, lines[i].Quantity)));
                if (path.IsEmpty) path = outerPath.Add(places[i].Name);
            }
            if (path.Length > Deepest) looping = true;
            return known[assembly] = times == 0 ? (1, [assembly]) : (times, path);
        }
    }

    private static BomLine Placed(BomLine line, long times, ImmutableArray<string> path, DiagnosticLog log)
    {
        if (path.IsEmpty) return line;
        if (times * line.Quantity is var pieces && pieces > MostPieces)
        {
            log.Error("bom.level-quantity", line.Row, $"the quantities of the levels multiply to more than {MostPieces}; the part is counted once per sub-assembly. Correct the quantities");
            return line with { Within = path };
        }
        return line with { Within = path, Times = (int)times, Quantity = (int)pieces };
    }

    private static long Bounded(long times) => Math.Min(times, MostPieces);

    private static void Tell(int made, DiagnosticLog log)
    {
        if (made > 0) log.Info("bom.levels", 0, $"the parts list has several levels; {made} of its rows are assemblies to be made, whose parts are counted and not they themselves");
    }
}
