using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Plants.Capabilities;
using Turnkey.Plants.Patterns;
using Turnkey.ProcessPlanning;
using Turnkey.Sourcing.Boards;

namespace Turnkey.Quoting.Changes;

/// <summary>
/// Something that the customer could change in the design to pay less or wait less. What it saves is found by pricing the design with this change and nothing
/// else. Fewer layers are not offered: whether the nets would still find a way nobody can say without routing the board again.
/// </summary>
/// <param name="Title">What to do; all of it, where one thing alone would change nothing.</param>
/// <param name="Evidence">What in the design is the reason: figures, places.</param>
/// <param name="Findings">Ids of findings that say so; empty where the design as it is costs more without breaking a limit.</param>
/// <param name="Changed">The assembly as it would be built.</param>
internal sealed record DesignChange(string Title, string Evidence, ImmutableArray<string> Findings, Assembly Changed)
{
    /// <summary>What takes its place costs something too, and nobody knows what: the saving is the most that it can be.</summary>
    public bool IsAtMost { get; init; }

    /// <summary>All changes that there is a reason for.</summary>
    /// <param name="built">The assembly, and what is ordered with it.</param>
    /// <param name="plan">How it would be built.</param>
    /// <param name="plant">Its limits say what costs more.</param>
    public static IEnumerable<DesignChange> Of(BuiltAssembly built, ProcessPlan? plan, Plant plant)
    {
        foreach (var one in built.Ordered)
            yield return new DesignChange(Capital(one.Change), string.Join("; ", one.Findings.Select(finding => finding.Reason)), Ids(one.Findings), built.With(built.AsSent, built.Ordered.Remove(one), built.Pattern));
        if (built.AsSent.Board is { } board)
        {
            if (Pattern(built, board, plant) is { } pattern) yield return pattern;
            if (Buried(built, board) is { } buried) yield return buried;
            if (Small(built, board, plant) is { } small) yield return small;
        }
        if (SecondSide(built) is { } second) yield return second;
        if (plan is not null && Leaded(built, plan) is { } leaded) yield return leaded;
    }

    /// <summary>All fine features at once: as long as one of them is left, the board is of the finer class.</summary>
    private static DesignChange? Pattern(BuiltAssembly built, Board board, Plant plant)
    {
        var asSent = built.AsSent;
        if (!Consequences.IsOpen(asSent, SpecificationNames.PatternClass)) return null;
        if (built.Pattern is { } demand)
        {
            return demand.Consequence(plant) is not { } finer ? null
                : new DesignChange(Capital(finer.Change), demand.Evidence, Ids(finer.Findings), built.With(asSent, built.Ordered, demand with { Features = [], Class = PatternClasses.Standard }));
        }
        // Without copper to measure the facts are all that is known.
        if (BoardExtras.ClassByFacts(plant, board.Facts) == PatternClasses.Standard) return null;
        var fine = new (string What, string Rule, Length? Finest)[] { ("track", "trace-width", board.Facts.MinTrace), ("space", "spacing", board.Facts.MinSpace), ("drill", "drill-size", board.Facts.SmallestDrill) }
            .Where(one => one.Finest is { } finest && finest < Limit(plant, $"board.pattern.standard.{one.Rule}"))
            .Select(one => (Text: $"{one.What} {one.Finest}", Wanted: $"{one.What}s of {Limit(plant, $"board.pattern.standard.{one.Rule}")}")).ToArray();
        return new DesignChange($"Draw no finer than {string.Join(", ", fine.Select(one => one.Wanted))}", "finest " + string.Join(", ", fine.Select(one => one.Text)), [],
            built.With(Consequences.With(asSent, SpecificationNames.PatternClass, PatternClasses.Standard, ""), built.Ordered, null));
    }

    private static DesignChange? Buried(BuiltAssembly built, Board board)
    {
        var count = board.Holes.Count(hole => IsBuried(hole, board));
        var through = built.AsSent with { Board = board with { Holes = [.. board.Holes.Select(hole => IsBuried(hole, board) ? hole with { FromLayer = null, ToLayer = null } : hole)] } };
        return count == 0 ? null : new DesignChange("Use through holes only", Count(count, "blind or buried hole"), [], built.With(through, built.Ordered, built.Pattern));
    }

    /// <summary>Pads grow with their holes, so that rings stay as they are.</summary>
    private static DesignChange? Small(BuiltAssembly built, Board board, Plant plant)
    {
        var limit = Limit(plant, "board.small-hole-below");
        bool IsSmall(in Hole hole) => hole.Kind == HoleKind.Round && hole.Diameter > Length.Zero && hole.Diameter < limit;
        var count = board.Holes.Count(hole => IsSmall(hole));
        if (count == 0 || board.Facts.SmallestDrill is not { } smallest) return null;
        var larger = built.AsSent with
        {
            Board = board with
            {
                Facts = board.Facts with { SmallestDrill = Length.Max(smallest, limit) },
                Holes = [.. board.Holes.Select(hole => IsSmall(hole) ? hole with { Diameter = limit } : hole)],
            },
        };
        return new DesignChange($"Drill no smaller than {limit}, with the pads as much larger", Count(count, "smaller hole"), [], built.With(larger, built.Ordered, built.Pattern?.WithDrillsFrom(Measure.Of(limit), plant)));
    }

    private static DesignChange? SecondSide(BuiltAssembly built)
    {
        var asSent = built.AsSent;
        var placed = asSent.Placements.IsDefault ? [] : asSent.Placements.Where(placement => !placement.DoNotPlace).ToArray();
        var bottom = placed.Count(placement => placement.Side == Side.Bottom);
        if (bottom == 0 || bottom == placed.Length) return null;
        var one = asSent with { Placements = [.. asSent.Placements.Select(placement => placement with { Side = Side.Top })] };
        return new DesignChange("Put all parts on one side", $"{Count(bottom, "part")} of {placed.Length.ToString(CultureInfo.InvariantCulture)} on the bottom", Ids(built, "second-side"), built.With(one, built.Ordered, built.Pattern));
    }

    /// <summary>What the leaded parts cost in work, for the most that surface-mount ones could save; the parts themselves stay at their price.</summary>
    private static DesignChange? Leaded(BuiltAssembly built, ProcessPlan plan)
    {
        var leaded = plan.Parts.Where(part => part.Mounting == Plants.Parts.Mounting.ThroughHole).ToArray();
        var names = leaded.Select(part => part.Designator?.Text).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Parts without a place cannot be taken out of a list by name, and a product of leaded parts alone has no line to move them to.
        if (names.Count == 0 || names.Count < leaded.Length || plan.SurfaceMountJoints == 0) return null;
        var asSent = built.AsSent;
        var without = asSent with
        {
            Placements = asSent.Placements.IsDefault ? [] : [.. asSent.Placements.Where(placement => !names.Contains(placement.Designator.Text))],
            Bom = asSent.Bom with { Lines = [.. asSent.Bom.Lines.Select(line => Without(line, names)).OfType<Designs.Parts.BomLine>()] },
        };
        var lines = plan.Operations.Where(operation => operation.Kind == OperationKind.ThroughHole).Select(operation => operation.Name).Distinct();
        return new DesignChange("Replace leaded parts by surface-mount ones", $"{Count(plan.ThroughHoleJoints, "leaded joint")} of {Count(names.Count, "part")} ({string.Join(", ", lines)}); what placing and soldering the others costs is still to be taken off",
            Ids(built, "through-hole-mix"), built.With(without, built.Ordered, built.Pattern))
        { IsAtMost = true };
    }

    /// <summary>Null when nothing of the line is left.</summary>
    private static Designs.Parts.BomLine? Without(Designs.Parts.BomLine line, HashSet<string> names)
    {
        if (line.Designators.IsDefaultOrEmpty) return line;
        ImmutableArray<Designator> left = [.. line.Designators.Where(designator => !names.Contains(designator.Text))];
        return left.Length == line.Designators.Length ? line : left.IsEmpty ? null : line with { Designators = left, Quantity = Math.Max(1, line.Quantity - (line.Designators.Length - left.Length)) };
    }

    private static ImmutableArray<string> Ids(BuiltAssembly built, string rule) => Ids((built.Review?.Findings ?? []).Where(finding => finding.Rule.Id == rule && finding.Waiver is null));

    private static ImmutableArray<string> Ids(IEnumerable<Dfx.Findings.Finding> findings) => [.. findings.Select(finding => finding.Id)];

    private static bool IsBuried(in Hole hole, Board board) => hole.FromLayer > 1 || (hole.ToLayer is { } to && to < board.CopperLayers);

    private static Length Limit(Plant plant, string figure) => Length.FromMillimetres((double)plant[figure].Value);

    private static string Count(int count, string what) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
