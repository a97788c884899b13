using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Geometry.Indexing;
using Turnkey.Kernel;
using Turnkey.Plants.Parts;

namespace Turnkey.Dfx.Assembling.Marks;

/// <summary>A mark that the camera of a machine finds the board by.</summary>
/// <param name="Pad">Its copper.</param>
/// <param name="Diameter">Of the copper.</param>
/// <param name="Opening">Of the mask over it; null when it has none.</param>
internal sealed record FiducialMark(Pad Pad, Length Diameter, Length? Opening)
{
    private static readonly Length Smallest = MountingFigures.LengthOf("fiducial-smallest");

    private static readonly Length Largest = MountingFigures.LengthOf("fiducial-largest");

    /// <summary>
    /// What says that it is one; what a fiducial of the centroid file or parts list lies on; and bare round copper of the usual size in a wide opening, without
    /// hole and joined to nothing.
    /// </summary>
    public static ImmutableArray<FiducialMark> Of(CheckedDesign design, FaceOfBoard face)
    {
        var named = new PointIndex(design.Parts.All.Where(part => part.Side == face.Side && IsFiducial(part.Placement.Designator, part.Footprint)).Select(part => part.At));
        var owned = design.Parts.All.SelectMany(part => part.Pads).Select(pad => (pad.Sheet.Number, pad.Feature)).ToHashSet();
        var marks = ImmutableArray.CreateBuilder<FiducialMark>();
        foreach (var pad in face.Pads)
        {
            if (pad.Hole is not null) continue;
            var isNamed = pad.Kind == PadKind.Fiducial || named.Any(pad.At, 50_000) || pad.Name is { Component: var component } && component.StartsWith("FID", StringComparison.OrdinalIgnoreCase);
            if (DiameterOf(pad) is not { } diameter) continue;
            var opening = OpeningOf(face, pad);
            if (!isNamed && !(diameter >= Smallest && diameter <= Largest && !owned.Contains((pad.Sheet.Number, pad.Feature)) && pad.Name is null && IsAlone(design, pad) && opening is { } open && open.Nanometres >= MountingFigures.RatioOf("fiducial-opening") * diameter.Nanometres)) continue;
            marks.Add(new FiducialMark(pad, diameter, opening));
        }
        return marks.ToImmutable();
    }

    public static bool IsFiducial(Designator designator, string footprint) =>
        designator.Prefix is "FID" or "FD" or "FM" or "FIDUCIAL" || footprint.Contains("FIDUCIAL", StringComparison.OrdinalIgnoreCase);

    /// <summary>Its net has nothing else.</summary>
    private static bool IsAlone(CheckedDesign design, Pad pad) => pad.Net >= 0 && design.Nets.Nets.Nets[pad.Net] is { Features: 1, Holes: 0 };

    private static Length? DiameterOf(Pad pad)
    {
        var (width, height) = (pad.Bounds.Width, pad.Bounds.Height);
        var image = pad.Sheet.Layer.Image;
        var feature = image.Features[pad.Feature];
        if (feature.Kind == FeatureKind.Flash) return image.Shapes[feature.Shape] is { IsSolidCircle: true } circle ? circle.Width : null;
        // Discs drawn as an area: as wide as tall, and as large as a disc of that width to a hundredth.
        var area = image.Areas[feature.Shape].Contours.Sum(contour => contour.SignedArea);
        var disc = Math.PI * width.Nanometres * (double)height.Nanometres / 4;
        return width == height && Math.Abs(Math.Abs(area) - disc) < 0.01 * disc ? width : null;
    }

    private static Length? OpeningOf(FaceOfBoard face, Pad pad)
    {
        if (pad.Opening < 0) return null;
        var box = face.Mask!.Pieces[pad.Opening].Primitive.Bounds;
        return Length.Min(box.Width, box.Height);
    }
}
