using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Nets;
using Turnkey.Designs.Products;

namespace Turnkey.Pipeline;

/// <summary>Traces the nets of every board of a design. Takes a moment, so it is done only where it is asked for.</summary>
internal static class CopperExamination
{
    private const string MinimumSpace = "minimum-space";

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
            Diagnostics = [.. design.Diagnostics.Concat(copper.OfType<BoardCopper>().SelectMany(one => one.Diagnostics)).Distinct()],
            Checks = [.. checks],
        }, copper);
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
