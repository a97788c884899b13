using System.Collections.Immutable;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.IpcD356;

/// <summary>Puts a netlist into another unit or to another origin.</summary>
public static class NetlistFrame
{
    /// <summary>What six digits hold.</summary>
    private const long MostSteps = 999_999;

    /// <summary>Nanometres of one step of the grid.</summary>
    public static Length Step(this NetlistUnit unit) => Length.FromNanometres(unit == NetlistUnit.Micrometre ? 1_000 : 2_540);

    /// <summary>What the same digits say in another unit. Of a netlist whose places lie on the grid of its own, as those that are read do.</summary>
    public static IpcNetlist ReadAs(this IpcNetlist netlist, NetlistUnit unit)
    {
        ArgumentNullException.ThrowIfNull(netlist);
        if (netlist.Unit == unit) return netlist;
        var (from, to) = (netlist.Unit.Step().Nanometres, unit.Step().Nanometres);
        return Mapped(netlist, at => new Point(at.X / from * to, at.Y / from * to), size => Length.FromNanometres(size.Nanometres / from * to)) with { Unit = unit };
    }

    /// <summary>The same board elsewhere, for layers that count from another origin.</summary>
    /// <returns>Null where the netlist has a panel, whose steps count from the origin that it has, or where a place would then have more than six digits.</returns>
    public static IpcNetlist? Moved(this IpcNetlist netlist, Point by)
    {
        ArgumentNullException.ThrowIfNull(netlist);
        if (by == Point.Origin) return netlist;
        if (netlist.HasPanel) return null;
        var most = MostSteps * netlist.Unit.Step().Nanometres;
        var fits = true;
        var moved = Mapped(netlist, at =>
        {
            fits &= Math.Abs(at.X + by.X) <= most && Math.Abs(at.Y + by.Y) <= most;
            return at + by;
        }, size => size);
        return fits ? moved : null;
    }

    private static IpcNetlist Mapped(IpcNetlist netlist, Func<Point, Point> place, Func<Length, Length> size)
    {
        return netlist with
        {
            Records =
            [
                .. netlist.Records.Select(record => record with
                {
                    At = place(record.At),
                    HoleDiameter = Maybe(record.HoleDiameter),
                    Width = Maybe(record.Width),
                    Height = Maybe(record.Height),
                    Probe = record.Probe is { } probe ? probe with { At = place(probe.At) } : null,
                    MaskClearance = Sized(record.MaskClearance),
                }),
            ],
            Traces = [.. netlist.Traces.Select(trace => trace with { Aperture = Size(trace.Aperture), Paths = Paths(trace.Paths) })],
            Outline = [.. netlist.Outline.Select(outline => outline with { Pen = Sized(outline.Pen), Paths = Paths(outline.Paths) })],
            Images = [.. netlist.Images.Select(image => image with { Offset = place(image.Offset) })],
            Marks = [.. netlist.Marks.Select(mark => mark with { At = place(mark.At), Size = Sized(mark.Size) })],
            Components =
            [
                .. netlist.Components.Select(component => component with
                {
                    From = component.From with { At = place(component.From.At) },
                    To = component.To with { At = place(component.To.At) },
                    Centre = component.Centre is { } centre ? place(centre) : null,
                    Size = Sized(component.Size),
                }),
            ],
        };

        Length? Maybe(Length? length) => length is { } known ? size(known) : null;

        NetlistSize Size(NetlistSize given) => new(size(given.Width), Maybe(given.Height));

        NetlistSize? Sized(NetlistSize? given) => given is { } known ? Size(known) : null;

        ImmutableArray<ImmutableArray<Point>> Paths(ImmutableArray<ImmutableArray<Point>> paths) => [.. paths.Select(path => path.Select(place).ToImmutableArray())];
    }
}
