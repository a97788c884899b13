using Turnkey.Plants;
using Turnkey.Plants.Figures;
using Turnkey.Plants.Parts;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// How many pieces must be bought so that enough arrive on the boards: max(minimum, leader + demand × (1 + attrition)), rounded up (InvenTree #1539).
/// </summary>
/// <param name="Required">Pieces, never below the demand.</param>
/// <param name="Formula">As reckoned.</param>
internal sealed record Attrition(long Required, string Formula, IReadOnlyList<Figure> Figures)
{
    /// <param name="part">One line of the purchase.</param>
    /// <param name="demand">Pieces mounted.</param>
    /// <param name="boards">Boards they are mounted on.</param>
    /// <param name="listPrice">Of one piece, before any volume.</param>
    /// <param name="plant">Whose line it is.</param>
    public static Attrition Of(PartDemand part, long demand, long boards, decimal listPrice, Plant plant)
    {
        var dear = plant["attrition.valuable-from"];
        if (listPrice >= dear.Value)
        {
            var exact = plant["attrition.valuable"];
            return new(Ceiling(demand * (1 + (exact.Value / 100))), $"{demand} × (1 + {exact}): {dear} and dearer parts are counted out", [dear, exact]);
        }
        var rate = plant.Bands("attrition.by-build-size").Between(boards);
        var small = plant["attrition.small-chip"];
        if (part.Kind.Size is "01005" or "0201" or "0402" && small.Value > rate.Value) rate = small;
        var leader = plant["attrition.leader"];
        var required = Ceiling(leader.Value + (demand * (1 + (rate.Value / 100))));
        var formula = leader.Value > 0 ? $"{leader} + {demand} × (1 + {rate})" : $"{demand} × (1 + {rate})";
        // What is not recognised may come on no tape at all.
        if ((part.Kind.Class == PartKind.Other ? null : Floor(part.Kind.Size)) is not { } table) return new(required, formula, leader.Value > 0 ? [rate, leader] : [rate]);
        var floor = plant.Bands(table).Between(boards);
        return floor.Value > required
            ? new(Ceiling(floor.Value), $"{floor}, the least order of cut tape for {boards} boards, is above {formula}", [rate, floor])
            : new(required, formula, [rate]);
    }

    /// <summary>With pieces that lie free where the cover tape of a strip is peeled back.</summary>
    public Attrition Peeled(long pieces) => pieces == 0 ? this : this with { Required = Required + pieces, Formula = $"{Formula} + {pieces} under the tape that is peeled back" };

    private static long Ceiling(decimal pieces) => (long)Math.Ceiling(pieces);

    private static string? Floor(string size) => size switch
    {
        "01005" => "attrition.floor-01005",
        "0201" or "0402" or "0603" => "attrition.floor-0201-0603",
        "0805" or "1206" => "attrition.floor-0805-1206",
        _ => null,
    };
}
