using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Nets;
using Turnkey.Designs.Products;
using Turnkey.Kernel;

namespace Turnkey.Pipeline;

/// <summary>Traces the nets of every board of a design. Takes a moment, so it is done only where it is asked for.</summary>
internal static class CopperExamination
{
    private const string MinimumSpace = "minimum-space";

    /// <summary>Of coordinates, in nanometres: both sides of a gap may be half a step of 2.54 µm off.</summary>
    private const double Rounding = 3_000;

    /// <returns>The design with the least space of each board and with what was found, and for each of its assemblies the copper; null for one without a board.</returns>
    public static (Design Design, ImmutableArray<BoardCopper?> Copper) Of(Design design)
    {
        var examined = ImmutableArray.CreateBuilder<BoardCopper?>();
        var product = design.Product with { Items = [.. design.Product.Items.Select(item => Examined(item, examined))] };
        var copper = examined.ToImmutable();
        var checks = design.Checks.Where(check => check.Rule != MinimumSpace).Append(copper.Any(one => one?.MinSpace is not null)
            ? new DesignCheck(MinimumSpace, true, "the space between copper of different nets, on every layer")
            : new DesignCheck(MinimumSpace, false, "no layer has copper of two nets"));
        return (design with
        {
            Product = product,
            Diagnostics = [.. design.Diagnostics.Concat(copper.OfType<BoardCopper>().SelectMany(one => one.Diagnostics)).Concat(design.Assemblies.Zip(copper).SelectMany(pair => NarrowerThanStated(pair.First.Board, pair.Second))).Distinct()],
            Checks = [.. checks],
        }, copper);
    }

    /// <summary>Gaps that the rules of the job file rule out.</summary>
    private static IEnumerable<Diagnostic> NarrowerThanStated(Board? board, BoardCopper? copper)
    {
        if (board?.StatedRules is not { } rules || copper is null) yield break;
        foreach (var gap in copper.SmallestGaps)
        {
            if (rules.Of(gap.CopperLayer, board.CopperLayers)?.Space is not { } stated || gap.Width + Rounding >= stated.Nanometres) continue;
            yield return Diagnostic.Warning("job.space-narrower", rules.Source, 0,
                $"no gap on copper layer {gap.CopperLayer} is to be narrower than {stated}, the one between {copper.Nets.Nets[gap.NetA].Name} and {copper.Nets.Nets[gap.NetB].Name} at {gap.At} is {Length.FromNanometres((long)Math.Round(gap.Width))}");
        }
    }

    /// <summary>In the order of <see cref="Design.Assemblies"/>: an item before its parts.</summary>
    private static ProductItem Examined(ProductItem item, ImmutableArray<BoardCopper?>.Builder into)
    {
        if (item.Assembly is { } assembly)
        {
            var copper = assembly.Board is { } board ? BoardCopper.Examine(board) : null;
            into.Add(copper);
            if (copper?.MinSpace is { } space) item = item with { Assembly = assembly with { Board = assembly.Board! with { Facts = assembly.Board.Facts with { MinSpace = space } } } };
        }
        return item with { Items = [.. item.Items.Select(child => Examined(child, into))] };
    }
}
