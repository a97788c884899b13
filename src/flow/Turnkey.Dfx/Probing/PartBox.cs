using Turnkey.Dfx.Boards;
using Turnkey.Geometry;

namespace Turnkey.Dfx.Probing;

/// <summary>Room that a part takes on one side at least: the box around its pads there. Bodies that stand out beyond their pads are larger.</summary>
/// <param name="Part">Designator.</param>
/// <param name="Box">Around its pads of that side.</param>
internal readonly record struct PartBox(string Part, Box Box)
{
    /// <summary>Of the placed parts whose pads say whose they are, in ordinal order of their designators. Leaded ones stand on one side only, those are left to it.</summary>
    public static PartBox[] Of(FaceOfBoard face) =>
    [
        .. face.Pads.Where(pad => pad is { Name: not null, Kind: PadKind.Surface or PadKind.ThroughHole })
            .GroupBy(pad => pad.Name!.Value.Component, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new PartBox(group.Key, group.Aggregate(Box.Empty, (box, pad) => box.Join(Drawn(pad))))),
    ];

    /// <summary>Around all that draws a pad: one that is put together of several shapes is in several pieces.</summary>
    public static Box Drawn(Pad pad) => pad.Sheet.Layer.Image.BoundsOf(pad.Sheet.Layer.Image.Features[pad.Feature]);
}
