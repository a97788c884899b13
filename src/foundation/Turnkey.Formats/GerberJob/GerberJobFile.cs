using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Formats.GerberJob;

/// <summary>A value and the line of the job file it stands on, from 1.</summary>
public readonly record struct Fact<T>(T Value, int Line);

/// <summary>
/// What a Gerber job file (<c>.gbrjob</c>, Ucamco's format, JSON) says about the board. Facts that are not there are null; lengths in the file are millimetres.
/// </summary>
public sealed record GerberJobFile
{
    /// <summary>Path of the file in the package.</summary>
    public required string Path { get; init; }

    /// <summary>The program that wrote it: vendor, application, version.</summary>
    public Fact<string>? GenerationSoftware { get; init; }
    public Fact<string>? Name { get; init; }
    public Fact<string>? Revision { get; init; }

    /// <summary>Outline, some tools including half the width of its line (KiCad up to 5: 0.15 mm more than the centre line).</summary>
    public Fact<Length>? Width { get; init; }
    public Fact<Length>? Height { get; init; }
    public Fact<int>? CopperLayers { get; init; }
    public Fact<Length>? Thickness { get; init; }

    /// <summary>As written: <c>ENIG</c>, <c>HAL lead-free</c> …</summary>
    public Fact<string>? Finish { get; init; }

    /// <summary>Performance class, as written.</summary>
    public Fact<string>? IpcClass { get; init; }

    /// <summary>Type of board by IPC-2221, 1 to 6, as written; says nothing of its class.</summary>
    public Fact<string>? BoardType { get; init; }

    /// <summary>Type of IPC-4761, as written.</summary>
    public Fact<string>? ViaProtection { get; init; }
    public Fact<bool>? ImpedanceControlled { get; init; }
    public Fact<bool>? Castellated { get; init; }
    public Fact<bool>? EdgePlating { get; init; }
    public Fact<bool>? EdgeConnector { get; init; }
    public Fact<bool>? EdgeConnectorBevelled { get; init; }
    public Fact<bool>? PressFit { get; init; }
    public Fact<bool>? RohsCompliant { get; init; }

    public ImmutableArray<JobDesignRule> DesignRules { get; init; } = [];
    public ImmutableArray<JobFileEntry> Files { get; init; } = [];

    /// <summary>Top to bottom.</summary>
    public ImmutableArray<JobStackupLayer> Stackup { get; init; } = [];
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>The limits the design was checked with, for one group of layers; null where not given.</summary>
/// <param name="Layers"><c>Outer</c>, <c>Inner</c> …</param>
/// <param name="Line">Line in the job file.</param>
public sealed record JobDesignRule(string Layers, int Line)
{
    public Length? MinLineWidth { get; init; }
    public Length? PadToPad { get; init; }
    public Length? PadToTrack { get; init; }
    public Length? TrackToTrack { get; init; }
    public Length? TrackToRegion { get; init; }
    public Length? RegionToRegion { get; init; }
}

/// <summary>One file of the package as the job lists it.</summary>
/// <param name="Path">As written, relative to the job file.</param>
/// <param name="Function">.FileFunction: <c>Copper,L1,Top</c>; empty when not given.</param>
/// <param name="Polarity">.FilePolarity: <c>Positive</c> or <c>Negative</c>; empty when not given.</param>
/// <param name="Line">Line in the job file.</param>
public sealed record JobFileEntry(string Path, string Function, string Polarity, int Line);

/// <summary>One layer of the stack-up; what is not given is null.</summary>
/// <param name="Type"><c>Copper</c>, <c>Dielectric</c>, <c>SolderMask</c>, <c>Legend</c>, <c>SolderPaste</c> …</param>
/// <param name="Line">Line in the job file where the layer begins; each fact has its own.</param>
public sealed record JobStackupLayer(string Type, int Line)
{
    public Fact<string>? Name { get; init; }
    public Fact<string>? Material { get; init; }
    public Fact<string>? Colour { get; init; }
    public Fact<Length>? Thickness { get; init; }
    public Fact<double>? DielectricConstant { get; init; }
    public Fact<double>? LossTangent { get; init; }
    public Fact<string>? Notes { get; init; }

    public bool Is(string type) => Type.Equals(type, StringComparison.OrdinalIgnoreCase);
}
