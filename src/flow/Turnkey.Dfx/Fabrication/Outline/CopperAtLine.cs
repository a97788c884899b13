using System.Collections.Concurrent;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Outline;

/// <summary>Copper near a line along which the board is cut, and what of it is meant to be there.</summary>
internal static class CopperAtLine
{
    /// <summary>Places of one net on one layer nearer than this are one, in nanometres.</summary>
    private const double OnePlace = 1_000_000;

    /// <summary>Around a castellated hole its pad belongs to it, in nanometres beyond the wall.</summary>
    private const double PadOfCastellation = 500_000;

    /// <summary>Cut copper lies on the line to the chords of its arcs: nearer than this, in nanometres, it is at it.</summary>
    public const double AtLine = 1_000;

    /// <summary>Tracks are not drawn along the edge: what is within this of it, in nanometres, is the outline itself, drawn on the copper layer too.</summary>
    private const double OnLine = 50_000;

    /// <param name="Piece">Index of the piece in its sheet.</param>
    /// <param name="Approach">Where it comes nearest to the line.</param>
    /// <param name="Line">Index of the edge of the line.</param>
    private readonly record struct Place(int Piece, Approach Approach, int Line);

    /// <summary>The nearest of each place, copper that is meant to be there left out.</summary>
    /// <param name="design">With edges and copper.</param>
    /// <param name="line">That is cut along.</param>
    /// <param name="reach">Farther is not looked.</param>
    /// <param name="name">Of the line: <c>edge</c>.</param>
    public static CheckOutcome Check(CheckedDesign design, CutLine line, Length reach, string name)
    {
        var sightings = new ConcurrentBag<Sighting>();
        var meant = 0;
        var plated = EdgePlating.Runs(design, line);
        CopperSheet[] sheets = [.. design.Sheets];
        Parallel.ForEach(sheets, sheet =>
        {
            var pads = PadsOf(design, sheet);
            // What is meant to be at the line must not stand for what is beside it and is not.
            var near = Near(sheet, line, reach.Nanometres).ToLookup(place => IsOutline(design, sheet, place.Piece) || IsMeant(design, sheet, place, pads) || plated.Any(run => run.Holds(place.Approach.At)));
            Interlocked.Add(ref meant, Apart(sheet, near[true]).Count());
            foreach (var place in Apart(sheet, near[false])) sightings.Add(Sight(design, sheet, place, pads, name));
        });
        var left = meant == 0 ? "" : $"; {meant} places where copper is meant to be at it (contacts, half holes, plated edges, the outline drawn on copper) left out";
        return new CheckOutcome.Done($"copper of {sheets.Length} layers along {line.Edges.Length} lines and arcs{left}", [.. sightings]);
    }

    /// <summary>Lettering and lines that are the outline itself: no copper that anybody means to have.</summary>
    public static bool IsOutline(CheckedDesign design, CopperSheet sheet, int piece)
    {
        if (sheet.Pieces[piece].Feature < 0 || design.Edges is not { } edges) return false;
        var feature = sheet.Layer.Image.Features[sheet.Pieces[piece].Feature];
        if (feature.Kind != FeatureKind.Stroke) return false;
        return edges.Outer.Follows(feature.Path, OnLine) || edges.Cutouts.Follows(feature.Path, OnLine);
    }

    private static List<Place> Near(CopperSheet sheet, CutLine line, long reach)
    {
        var places = new List<Place>();
        for (var i = 0; i < line.Edges.Length; i++)
        {
            foreach (var piece in sheet.Index.Overlapping(line[i].Bounds.Grow(reach)))
            {
                var approach = sheet.Pieces[piece].Primitive.ApproachTo(line[i], reach);
                if (approach.Distance >= reach) continue;
                places.Add(new Place(piece, approach.Distance < AtLine ? approach with { Distance = 0 } : approach, i));
            }
        }
        return places;
    }

    /// <summary>The nearest of each place: of one net within a millimetre only one.</summary>
    private static IEnumerable<Place> Apart(CopperSheet sheet, IEnumerable<Place> places)
    {
        foreach (var net in places.GroupBy(place => sheet.Pieces[place.Piece].Net))
        {
            var kept = new Dictionary<(long, long), List<Point>>();
            foreach (var place in net.OrderBy(place => place.Approach.Distance).ThenBy(place => place.Approach.At.Y).ThenBy(place => place.Approach.At.X).ThenBy(place => place.Piece))
            {
                var at = place.Approach.At;
                var (x, y) = ((long)Math.Floor(at.X / OnePlace), (long)Math.Floor(at.Y / OnePlace));
                if (IsNear(kept, x, y, at)) continue;
                if (!kept.TryGetValue((x, y), out var cell)) kept[(x, y)] = cell = [];
                cell.Add(at);
                yield return place;
            }
        }
    }

    private static bool IsNear(Dictionary<(long, long), List<Point>> kept, long x, long y, Point at)
    {
        for (var dx = -1; dx <= 1; dx++)
        {
            for (var dy = -1; dy <= 1; dy++)
            {
                if (kept.TryGetValue((x + dx, y + dy), out var cell) && cell.Exists(other => Point.Distance(other, at) < OnePlace)) return true;
            }
        }
        return false;
    }

    private static Dictionary<int, Pad> PadsOf(CheckedDesign design, CopperSheet sheet) =>
        design.Faces.FirstOrDefault(face => face.Copper?.Place == sheet.Place)?.Pads.GroupBy(pad => pad.Feature).ToDictionary(group => group.Key, group => group.First()) ?? [];

    private static bool IsMeant(CheckedDesign design, CopperSheet sheet, Place place, Dictionary<int, Pad> pads)
    {
        var piece = sheet.Pieces[place.Piece];
        if (design.AttributesOf(sheet, piece.Feature).Function is FeatureFunction.ConnectorPad or FeatureFunction.CastellatedPad or FeatureFunction.Border or FeatureFunction.Thieving) return true;
        // Pads with holes, and pads whose paste is smaller than they are, lie bare at their rim and are no contacts.
        var isContact = pads.TryGetValue(piece.Feature, out var pad) ? IsContact(design, pad, place.Approach.Distance) : IsBare(design, sheet, place);
        // A track within its contact ends where that does.
        return isContact || IsAtCastellation(design, place.Approach.At) || IsInContact(design, sheet, place, pads);
    }

    /// <summary>Bare, without a hole, and drawn up to the edge, or without paste: an edge finger, a land of a connector that grips the edge.</summary>
    private static bool IsContact(CheckedDesign design, Pad pad, double distance)
    {
        if (pad.Hole is not null || pad.Kind is PadKind.Via or PadKind.ThroughHole) return false;
        var face = design.Faces.First(face => face.Copper?.Place == pad.Sheet.Place);
        if (pad.Opening < 0 && face.Mask is not null) return false;
        return distance == 0 || (face.Paste is { } paste && !paste.Index.Any(new Box(pad.At.X, pad.At.Y, pad.At.X, pad.At.Y)));
    }

    /// <summary>Left open in the mask up to the edge, and nothing is soldered there: a contact that was drawn as a track or an area.</summary>
    private static bool IsBare(CheckedDesign design, CopperSheet sheet, Place place)
    {
        if (design.Faces.FirstOrDefault(face => face.Copper?.Place == sheet.Place) is not { Mask: { } mask } face) return false;
        // The place lies half way between copper and line: the opening reaches over the copper's end there.
        var spot = Primitive.Disc(place.Approach.At, (long)place.Approach.Distance + (2 * (long)AtLine));
        return IsOn(mask, spot) && (face.Paste is null || !IsOn(face.Paste, spot));
    }

    private static bool IsOn(DrawnSheet sheet, in Primitive spot)
    {
        foreach (var i in sheet.Index.Overlapping(spot.Bounds))
        {
            if (sheet.Pieces[i].Primitive.Touches(spot)) return true;
        }
        return false;
    }

    private static bool IsInContact(CheckedDesign design, CopperSheet sheet, Place place, Dictionary<int, Pad> pads)
    {
        var at = place.Approach.At;
        var net = sheet.Pieces[place.Piece].Net;
        foreach (var i in sheet.Index.Overlapping(Box.Around(at, (long)OnePlace / 2, (long)OnePlace / 2)))
        {
            if (i == place.Piece || sheet.Pieces[i].Net != net || !pads.TryGetValue(sheet.Pieces[i].Feature, out var pad)) continue;
            var own = sheet.Pieces[i].Primitive.DistanceTo(Primitive.Disc(at, 0));
            if (own <= place.Approach.Distance + AtLine && IsContact(design, pad, own < AtLine ? 0 : own)) return true;
        }
        return false;
    }

    private static bool IsAtCastellation(CheckedDesign design, Point at)
    {
        foreach (var index in design.Edges!.Castellated)
        {
            if (design.Holes[index].Wall.DistanceTo(Primitive.Disc(at, 0)) <= PadOfCastellation) return true;
        }
        return false;
    }

    private static Sighting Sight(CheckedDesign design, CopperSheet sheet, Place place, Dictionary<int, Pad> pads, string name)
    {
        var piece = sheet.Pieces[place.Piece];
        var net = design.NetName(piece.Net);
        var at = place.Approach.At;
        return new Sighting($"{(design.IsConnected(piece.Net) ? "copper" : "lettering")} at the {name}", at, CheckedDesign.Name(sheet), Measure.OfNanometres(place.Approach.Distance))
        {
            What = $"{Kind(design, sheet, piece, pads)} of {net}",
            Bounds = Box.Around(at, 500_000, 500_000),
            Case = new LimitCase(design.IsInner(sheet), design.CopperOf(sheet.Number)) { Net = net, At = (Length.FromNanometres(at.X), Length.FromNanometres(at.Y)), Rounding = FileRounding.Between(sheet.Layer.Resolution, FileRounding.OfOutline(design)) },
        };
    }

    private static string Kind(CheckedDesign design, CopperSheet sheet, in SheetPiece piece, Dictionary<int, Pad> pads)
    {
        if (!design.IsConnected(piece.Net)) return "lettering";
        if (piece.Feature < 0) return "area";
        if (pads.TryGetValue(piece.Feature, out var pad)) return pad.Name is { } name ? $"pad {name.Component}.{name.Pin}" : "pad";
        return sheet.Layer.Image.Features[piece.Feature].Kind switch { FeatureKind.Flash => "pad", FeatureKind.Stroke => "track", _ => "area" };
    }
}
