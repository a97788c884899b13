using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Specification;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Soldering;

/// <summary>
/// Holes of vias in pads that get paste, unless the specification has them filled. Pads under a part's body that carry heat have vias on purpose: they are a
/// rule of their own, which asks for less.
/// </summary>
internal static class ViaInPad
{
    /// <summary>Holes from that on take leads and screws, in nanometres.</summary>
    private const long Widest = 900_000;

    /// <summary>The middle of a part, where its exposed pad lies, by the part's half extent.</summary>
    private const double NearMiddle = 0.35;

    /// <summary>Exposed pads are more than that much larger than the part's usual pad.</summary>
    private const int MuchLarger = 3;

    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} on the {worst.Layer} (first {worst.What})",
        (_, _) => "move the vias out of the pads and cover them with mask, or order them filled and capped (IPC-4761 type VII)");

    public static CheckWording ThermalWording { get; } = new(
        worst => $"{worst.Cause} on the {worst.Layer} (first {worst.What})",
        (_, _) => "tent the vias from the other side or have them plugged; holes of 0.3 mm and less hold most of the paste");

    public static CheckOutcome Check(CheckedDesign design) => Look(design, thermal: false);

    public static CheckOutcome CheckThermal(CheckedDesign design) => Look(design, thermal: true);

    private static CheckOutcome Look(CheckedDesign design, bool thermal)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        if (design.Assembly.Specification[SpecificationNames.ViaTreatment]?.Value is { } treatment && (treatment.Contains("fill", StringComparison.OrdinalIgnoreCase) || treatment.Contains("VII", StringComparison.Ordinal))) return new CheckOutcome.Skipped($"vias are specified as {treatment}");
        var exposed = design.Parts.All.SelectMany(ExposedPads).ToHashSet();
        var titles = new Dictionary<(int, int), PartOnBoard>();
        foreach (var part in design.Parts.All)
        {
            foreach (var pad in part.Pads) titles.TryAdd((pad.Sheet.Number, pad.Feature), part);
        }
        // Pads that nobody is known to be soldered on count where they get paste.
        bool IsSoldered(FaceOfBoard face, Pad pad) => titles.ContainsKey(Key(pad)) || (face.Paste is { } paste && PasteMissing.HasPaste(paste, pad));
        var sightings = new List<Sighting>();
        var looked = 0;
        var near = new List<int>();
        foreach (var face in design.Faces)
        {
            if (face.Copper is not { } copper) continue;
            var lands = face.Pads.Where(pad => pad.Kind == PadKind.Surface).ToArray();
            var index = new BoxIndex([.. lands.Select(pad => pad.Bounds)]);
            foreach (var hole in design.Holes)
            {
                if (!hole.IsPlated || !hole.IsRound || !hole.Passes(copper.Number) || hole.Hole.Function is HoleFunction.Component or HoleFunction.PressFit || hole.Hole.Diameter.Nanometres >= Widest) continue;
                looked++;
                // Lands may lie on each other: an exposed pad and what is drawn into it are one.
                near.Clear();
                index.Query(new Box(hole.At.X, hole.At.Y, hole.At.X, hole.At.Y), near);
                var under = near.Select(i => lands[i]).Where(pad => pad.Primitive.Contains(hole.At) && IsSoldered(face, pad))
                    .OrderByDescending(pad => exposed.Contains(Key(pad))).ThenByDescending(pad => titles.ContainsKey(Key(pad))).ThenBy(pad => pad.Feature).FirstOrDefault();
                if (under is not null && exposed.Contains(Key(under)) == thermal) sightings.Add(Sight(under, hole, titles.GetValueOrDefault(Key(under)), face, thermal));
            }
        }
        return looked == 0 ? new CheckOutcome.Skipped("the board has no vias") : new CheckOutcome.Done($"{looked.ToString("N0", CultureInfo.InvariantCulture)} holes of less than 0.9 mm", [.. sightings]);
    }

    private static (int, int) Key(Pad pad) => (pad.Sheet.Number, pad.Feature);

    private static Sighting Sight(Pad pad, CheckedHole hole, PartOnBoard? part, FaceOfBoard face, bool thermal) =>
        new(thermal ? "vias in exposed pads" : "vias in pads", hole.At, face.Name, Measure.Fact) { What = part is null ? $"{hole.Hole.Diameter} hole" : PartNames.Of(part, pad), Bounds = pad.Bounds };

    private static IEnumerable<(int, int)> ExposedPads(PartOnBoard part)
    {
        if (part.Pads.Length < 3) yield break;
        var (low, high) = part.Extent;
        var reach = NearMiddle * Math.Max(high.X - low.X, high.Y - low.Y);
        var usual = part.Pads.Select(pad => (double)pad.Bounds.Area).Order().ElementAt(part.Pads.Length / 2);
        foreach (var pad in part.Pads)
        {
            var isHeatsink = pad.Sheet.Layer.Image.Attributes[pad.Sheet.Layer.Image.Features[pad.Feature].Attributes].Function == FeatureFunction.HeatsinkPad;
            var large = (double)pad.Bounds.Area > MuchLarger * usual;
            if (isHeatsink || large || (part.Body?.Form == Plants.Parts.BodyForm.Quad && (part.Frame.ToLocal(pad.At) - part.Middle).Size < reach / 2)) yield return (pad.Sheet.Number, pad.Feature);
        }
    }
}
