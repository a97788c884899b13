using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Dfx.Boards;
using Turnkey.Geometry;
using Turnkey.Kernel;
using Turnkey.Plants.Parts;

namespace Turnkey.Dfx.Assembling.Mounted;

/// <summary>How the pads of a part were found.</summary>
internal enum PadsFrom
{
    /// <summary>There are none.</summary>
    Nothing,
    /// <summary>The files say whose pads they are.</summary>
    Names,
    /// <summary>They lie as the part's package has them.</summary>
    Package,
    /// <summary>They are nearer to this part than to any other whose package nobody knows: may be others'.</summary>
    Neighbourhood,
}

/// <summary>A part of the centroid file, as it is to stand on the board.</summary>
/// <param name="Placement">Its row.</param>
/// <param name="Line">Of the parts list; null when it is in none.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Body">Its dimensions; null when not known.</param>
/// <param name="Frame">Where it lies.</param>
internal sealed record PartOnBoard(Placement Placement, BomLine? Line, PartKind Kind, PackageBody? Body, PartFrame Frame)
{
    /// <summary>What it is soldered to, in a stable order.</summary>
    public ImmutableArray<Pad> Pads { get; init; } = [];

    public PadsFrom PadsFrom { get; init; }

    /// <summary>Degrees, above -45 to 45, by which the rows of its pads lie aslant in its own axes; 0 where nobody minds, null where its pads show no rows.</summary>
    public double? Skew { get; private init; }

    public string Name => Placement.Designator.Text;

    public Side Side => Placement.Side;

    public Point At => Placement.At;

    /// <summary>Of the placement, else of the parts list; empty when neither says.</summary>
    public string Footprint => Placement.Footprint.Length > 0 ? Placement.Footprint : Line?.Footprint ?? "";

    /// <summary>Parts of one footprint have the same pads. Where nobody names it, those of one line of the parts list.</summary>
    public string FootprintKey => Footprint.Length > 0 ? Footprint.ToUpperInvariant() : Line is not null ? $"line {Line.Row}" : Placement.Value.Length > 0 ? Placement.Value.ToUpperInvariant() : Name;

    /// <summary>What it is remembered by: its part number, else its footprint.</summary>
    public string ConfirmedBy => Line?.Mpn is { } mpn ? mpn.Key : Footprint.ToUpperInvariant();

    /// <summary>As many as its package has: of fewer, which may be some neighbour's, the rows say nothing.</summary>
    private bool HasAllPads => Pads.Length >= 2 && (PadsFrom == PadsFrom.Names || Pads.Length >= (Body?.Form switch
    {
        BodyForm.TwoTerminal => 2,
        BodyForm.ThreeTerminal or BodyForm.Tab => 3,
        // A pad under the body may be left out.
        _ => Kind.JointsAreKnown ? Kind.Joints - (Kind.HiddenJoints ? 1 : 0) : 4,
    }));

    /// <summary>With its skew, once its pads are known and how its angle is counted.</summary>
    /// <param name="tolerance">Degrees that count as none.</param>
    public PartOnBoard Measured(double tolerance)
    {
        if (!HasSurePads || !HasAllPads) return this;
        Offset[] places = [.. Pads.Select(pad => Frame.ToLocal(pad.At))];
        return this with { Skew = PadRows.Skew(places) is { } skew ? Math.Abs(skew) <= tolerance ? 0 : Math.Round(skew, 1) : null };
    }

    /// <summary>A place in axes along its rows, which are its own where they do not lie aslant.</summary>
    public Offset AlongRows(Point at) => Frame.ToLocal(at).Turned(-(Skew ?? 0));

    /// <summary>As a sentence shows it: <c>U3 (QFN-48)</c>.</summary>
    public string Title => Kind.Package.Length > 0 ? $"{Name} ({Kind.Package})" : Footprint.Length > 0 ? $"{Name} ({Footprint})" : Name;

    /// <summary>False for what is in the files and is not to be on the board.</summary>
    public bool IsMounted => !Placement.DoNotPlace && Line?.DoNotPlace != true && Kind.Mounting is Plants.Parts.Mounting.SurfaceMount or Plants.Parts.Mounting.ThroughHole or Plants.Parts.Mounting.PressFit;

    public bool IsSurfaceMounted => IsMounted && (Pads.IsEmpty ? Kind.Mounting == Plants.Parts.Mounting.SurfaceMount : Pads.Any(pad => pad.Kind == PadKind.Surface));

    public bool HasSurePads => PadsFrom is PadsFrom.Names or PadsFrom.Package;

    /// <summary>The angle that its file should have had when it has so many degrees too much.</summary>
    public double AngleWithout(double surplus) => Angles.Within(Placement.Rotation - (Side == Side.Bottom && Frame.Degrees != Placement.Rotation ? -surplus : surplus), 360);

    /// <summary>Two terminals that must not be exchanged.</summary>
    public bool IsPolar => Body?.IsPolar == true || (Kind.Class is "diode" or "led" or "capacitor-tantalum" or "capacitor-electrolytic" && Pads.Length == 2);

    /// <summary>Two terminals that may be exchanged: turned by 180° it is the same part.</summary>
    public bool IsReversible => Pads.Length == 2 && !IsPolar && Kind.Class is "resistor" or "capacitor-ceramic" or "capacitor-ceramic-large" or "inductor" or "ferrite" or "fuse" or "crystal";

    /// <summary>Its library alone knows how it lies at angle zero.</summary>
    public bool IsConnector => Kind.Class is "connector" or "connector-large" or "header" or "terminal";

    /// <summary>Middle of the box around its pads, in its own axes; its place where it has none.</summary>
    public Offset Middle
    {
        get
        {
            if (Pads.IsEmpty) return default;
            var (low, high) = Extent;
            return new Offset((low.X + high.X) / 2, (low.Y + high.Y) / 2);
        }
    }

    /// <summary>Of the middles of its pads, in its own axes.</summary>
    public (Offset Low, Offset High) Extent
    {
        get
        {
            double left = double.MaxValue, bottom = double.MaxValue, right = double.MinValue, top = double.MinValue;
            foreach (var pad in Pads)
            {
                var at = Frame.ToLocal(pad.At);
                (left, right) = (Math.Min(left, at.X), Math.Max(right, at.X));
                (bottom, top) = (Math.Min(bottom, at.Y), Math.Max(top, at.Y));
            }
            return (new Offset(left, bottom), new Offset(right, top));
        }
    }

    /// <summary>The pad that its pin 1, cathode or plus is soldered to, where the files name pins; null when they do not.</summary>
    public Pad? PinOne => PadsFrom != PadsFrom.Names ? null : Pads.FirstOrDefault(pad => pad.Name?.Pin is "1" or "A1" or "K" or "C" or "+");

    /// <summary>Distance of the two nearest pads' middles; null with fewer than three.</summary>
    public Length? Pitch
    {
        get
        {
            if (Pads.Length < 3 || !HasSurePads) return null;
            var index = new Geometry.Indexing.PointIndex(Pads.Select(pad => pad.At));
            var nearest = double.MaxValue;
            for (var i = 0; i < Pads.Length; i++)
            {
                for (var reach = 250_000L; reach <= 4_000_000; reach *= 2)
                {
                    var others = index.Within(Pads[i].At, reach).Where(j => j != i).Select(j => Point.Distance(Pads[i].At, Pads[j].At)).ToArray();
                    if (others.Length == 0) continue;
                    nearest = Math.Min(nearest, others.Min());
                    break;
                }
            }
            return nearest == double.MaxValue ? null : Length.FromNanometres((long)Math.Round(nearest));
        }
    }
}
