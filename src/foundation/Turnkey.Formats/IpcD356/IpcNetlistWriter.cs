using System.Text;
using Turnkey.Kernel;

namespace Turnkey.Formats.IpcD356;

public enum NetlistEdition
{
    /// <summary>Test points only.</summary>
    IpcD356,
    /// <summary>With conductors, outlines, adjacency, blind and buried vias.</summary>
    IpcD356A,
}

/// <summary>What writing a netlist gave.</summary>
/// <param name="Content">The file: ASCII but for net names, lines of at most 80 columns that end with a line feed.</param>
/// <param name="Diagnostics">What the format could not hold as it is; their file is the netlist's path, their line that of the record.</param>
public sealed record NetlistWriting(byte[] Content, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>
/// Writes IPC-D-356 and -356A netlists. What is read from a written file is what was written, as far as it fits the format: places and sizes on the
/// grid of the unit (else rounded half away from zero), six digits for places, four for sizes and holes, six characters for designators, four for pins.
/// </summary>
public static class IpcNetlistWriter
{
    /// <param name="netlist">Its own <see cref="IpcNetlist.Unit"/> is that of the file.</param>
    /// <param name="edition">The first edition leaves out what only -356A has (<c>netlist.not-in-edition</c>).</param>
    public static NetlistWriting Write(IpcNetlist netlist, NetlistEdition edition = NetlistEdition.IpcD356A)
    {
        ArgumentNullException.ThrowIfNull(netlist);
        var log = new DiagnosticLog(netlist.Path);
        var extended = edition == NetlistEdition.IpcD356A;
        var names = new NetlistNames(extended ? [.. netlist.Records.Select(record => record.Net), .. ExtraNets(netlist)] : netlist.Records.Select(record => record.Net));
        foreach (var (net, written) in names.Shortened) log.Warning("netlist.name-shortened", 0, $"the net {net} is written as {written}: an alias holds 58 characters without control characters");

        var lines = new NetlistLineWriter(names, new NetlistDesignators(netlist.Records.Select(record => record.Component)), netlist.Unit, log);
        WriteHeader(lines, netlist, extended);
        if (extended) lines.Parameter("IMAGE", "PRIMARY");
        foreach (var (alias, name) in names.Aliases) lines.Parameter(alias, name);
        WriteSection(lines, netlist, extended, ofPanel: false);
        foreach (var image in extended ? netlist.Images : [])
        {
            lines.Parameter("IMAGE", NetlistLineWriter.Digits(image.Number, 1));
            lines.Image(image);
        }
        if (netlist.HasPanelRecords && extended)
        {
            lines.Parameter("IMAGE", "PANEL");
            WriteSection(lines, netlist, extended, ofPanel: true);
        }
        if (!extended && LeftOut(netlist) is > 0 and var count)
        {
            log.Warning("netlist.not-in-edition", 0, $"{count} records are left out: conductors, outlines, adjacency, images, components and the panel are in IPC-D-356A only");
        }
        lines.End();
        return new NetlistWriting(Encoding.UTF8.GetBytes(lines.ToString()), log.ToList());
    }

    private static void WriteHeader(NetlistLineWriter lines, IpcNetlist netlist, bool extended)
    {
        lines.Parameter("JOB", netlist.Job);
        lines.Parameter("CODE", "00");
        lines.Parameter("UNITS", netlist.Unit == NetlistUnit.Micrometre ? "CUST 1" : "CUST 0");
        lines.Parameter("TITLE", netlist.Title);
        lines.Parameter("NUM", netlist.Number);
        lines.Parameter("REV", netlist.Revision);
        lines.Parameter("VER", extended ? "IPC-D-356A" : "IPC-D-356");
    }

    private static void WriteSection(NetlistLineWriter lines, IpcNetlist netlist, bool extended, bool ofPanel)
    {
        foreach (var record in netlist.Records.Where(record => record.OfPanel == ofPanel)) lines.Test(record, extended);
        if (!extended) return;
        foreach (var trace in netlist.Traces.Where(trace => trace.OfPanel == ofPanel)) lines.Trace(trace);
        foreach (var outline in netlist.Outline.Where(outline => outline.OfPanel == ofPanel)) lines.Outline(outline);
        foreach (var near in netlist.Adjacency.Where(near => near.OfPanel == ofPanel)) lines.Adjacency(near);
        foreach (var component in netlist.Components.Where(component => component.OfPanel == ofPanel)) lines.Component(component);
        foreach (var mark in netlist.Marks.Where(mark => mark.OfPanel == ofPanel)) lines.Mark(mark);
    }

    private static IEnumerable<string> ExtraNets(IpcNetlist netlist) =>
    [
        .. netlist.Traces.Select(trace => trace.Net),
        .. netlist.Adjacency.SelectMany(near => near.Others.Prepend(near.Net)),
        .. netlist.Components.SelectMany(component => new[] { component.From.Net, component.To.Net }),
    ];

    private static int LeftOut(IpcNetlist netlist) =>
        netlist.Traces.Length + netlist.Outline.Length + netlist.Adjacency.Length + netlist.Images.Length + netlist.Components.Length + netlist.Marks.Length +
        netlist.Records.Count(record => record.OfPanel);
}
