using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Products;
using Turnkey.Kernel;
using Turnkey.Plants;

namespace Turnkey.Quoting.Changes;

/// <summary>Something that the customer could change in the design to pay less. What it saves is found by pricing the changed design.</summary>
/// <param name="Title">What to do.</param>
/// <param name="Evidence">What in the design is the reason: figures, places.</param>
/// <param name="Findings">Ids of findings that say so; empty where the design as it is costs more without breaking a limit.</param>
/// <param name="Apply">Gives the changed assembly.</param>
internal sealed record DesignChange(string Title, string Evidence, ImmutableArray<string> Findings, Func<Assembly, Assembly> Apply)
{
    /// <summary>All changes that there is a reason for.</summary>
    /// <param name="assembly">As the customer sent it.</param>
    /// <param name="consequences">What findings add to it.</param>
    /// <param name="plant">Its limits say what costs more.</param>
    public static IEnumerable<DesignChange> Of(Assembly assembly, ImmutableArray<Consequence> consequences, Plant plant)
    {
        foreach (var group in consequences.GroupBy(one => one.Field))
        {
            var left = consequences.Where(one => one.Field != group.Key).ToArray();
            var first = group.First();
            yield return new DesignChange(Capital(first.Change), first.Finding.Reason, [.. group.Select(one => one.Finding.Id)], asSent => Consequences.Apply(asSent, left));
        }
        Assembly Built(Assembly changed) => Consequences.Apply(changed, consequences);
        if (assembly.Board is { } board)
        {
            if (Fine(board, plant) is { } fine) yield return fine with { Apply = changed => Built(WithFacts(changed, plant)) };
            if (Buried(board) is { } buried) yield return buried with { Apply = changed => Built(WithoutBuried(changed)) };
            if (Small(board, plant) is { } small) yield return small with { Apply = changed => Built(WithLargerHoles(changed, plant)) };
        }
        if (SecondSide(assembly) is { } second) yield return second with { Apply = changed => Built(OnOneSide(changed)) };
    }

    private static DesignChange? Fine(Board board, Plant plant)
    {
        var limit = Limit(plant, "board.fine-limit");
        if (!(board.Facts.MinTrace < limit) && !(board.Facts.MinSpace < limit)) return null;
        var what = new[] { board.Facts.MinTrace is { } trace && trace < limit ? $"narrowest track {trace}" : null, board.Facts.MinSpace is { } space && space < limit ? $"least space {space}" : null }.OfType<string>();
        return new DesignChange($"Draw tracks and spaces no finer than {limit}", string.Join(", ", what), [], changed => changed);
    }

    private static DesignChange? Buried(Board board)
    {
        var count = board.Holes.Count(hole => IsBuried(hole, board));
        return count == 0 ? null : new DesignChange("Use through holes only", Count(count, "blind or buried hole"), [], changed => changed);
    }

    private static DesignChange? Small(Board board, Plant plant)
    {
        var limit = Limit(plant, "board.small-hole-below");
        var count = board.Holes.Count(hole => hole.Kind == HoleKind.Round && hole.Diameter > Length.Zero && hole.Diameter < limit);
        return count == 0 ? null : new DesignChange($"Drill no smaller than {limit}", Count(count, "smaller hole"), [], changed => changed);
    }

    private static DesignChange? SecondSide(Assembly assembly)
    {
        var placed = assembly.Placements.IsDefault ? [] : assembly.Placements.Where(placement => !placement.DoNotPlace).ToArray();
        var bottom = placed.Count(placement => placement.Side == Side.Bottom);
        return bottom == 0 || bottom == placed.Length ? null : new DesignChange("Put all parts on one side", $"{Count(bottom, "part")} of {placed.Length.ToString(CultureInfo.InvariantCulture)} on the bottom", [], changed => changed);
    }

    private static Assembly WithFacts(Assembly assembly, Plant plant)
    {
        var (limit, facts) = (Limit(plant, "board.fine-limit"), assembly.Board!.Facts);
        Length? AtLeast(Length? length) => length is { } one ? Length.Max(one, limit) : null;
        return assembly with { Board = assembly.Board with { Facts = facts with { MinTrace = AtLeast(facts.MinTrace), MinSpace = AtLeast(facts.MinSpace) } } };
    }

    private static Assembly WithoutBuried(Assembly assembly) =>
        assembly with { Board = assembly.Board! with { Holes = [.. assembly.Board.Holes.Select(hole => IsBuried(hole, assembly.Board) ? hole with { FromLayer = null, ToLayer = null } : hole)] } };

    private static Assembly WithLargerHoles(Assembly assembly, Plant plant)
    {
        var limit = Limit(plant, "board.small-hole-below");
        return assembly with { Board = assembly.Board! with { Holes = [.. assembly.Board.Holes.Select(hole => hole.Kind == HoleKind.Round && hole.Diameter > Length.Zero && hole.Diameter < limit ? hole with { Diameter = limit } : hole)] } };
    }

    private static Assembly OnOneSide(Assembly assembly) => assembly with { Placements = [.. assembly.Placements.Select(placement => placement with { Side = Side.Top })] };

    private static bool IsBuried(in Hole hole, Board board) => hole.FromLayer > 1 || (hole.ToLayer is { } to && to < board.CopperLayers);

    private static Length Limit(Plant plant, string figure) => Length.FromMillimetres((double)plant[figure].Value);

    private static string Count(int count, string what) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
