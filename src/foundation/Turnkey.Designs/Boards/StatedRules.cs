using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Designs.Boards;

/// <summary>
/// What the designer's tool says of the board as a whole and of the limits that it was drawn to. It is shown and held against the files; what the board is
/// priced by is what the files show and the build specification. What is not said is null.
/// </summary>
/// <param name="Layers">One for each group of copper layers, as the file has them.</param>
/// <param name="Source">Path of the file that says so.</param>
public sealed record StatedRules(ImmutableArray<LayerRules> Layers, string Source)
{
    public Length? Width { get; init; }
    public Length? Height { get; init; }

    /// <summary>Of the finished board.</summary>
    public Length? Thickness { get; init; }
    public int? CopperLayers { get; init; }

    /// <summary>Of the copper that stays open, as written.</summary>
    public string? Finish { get; init; }

    /// <summary>1 single-sided, 2 double-sided, 3 multilayer, 4 multilayer with blind or buried vias, 5 and 6 with a metal core (IPC-2221); no class of performance.</summary>
    public string? BoardType { get; init; }

    /// <summary>Class of performance, as written.</summary>
    public string? IpcClass { get; init; }

    /// <summary>Type of IPC-4761, as written.</summary>
    public string? ViaProtection { get; init; }
    public bool? ImpedanceControlled { get; init; }
    public bool? Rohs { get; init; }

    /// <summary>Holes that the board's edge cuts through.</summary>
    public bool? Castellated { get; init; }
    public bool? EdgePlated { get; init; }
    public bool? EdgeConnector { get; init; }
    public bool? EdgeConnectorBevelled { get; init; }
    public bool? PressFit { get; init; }

    /// <summary>True when it says something that a board cannot be asked for with size, layers and thickness alone.</summary>
    public bool HasRules => Layers.Any(rules => rules.TrackWidth is not null || rules.Space is not null) || ImpedanceControlled is not null || Castellated is not null || EdgePlated is not null || EdgeConnector is not null ||
        EdgeConnectorBevelled is not null || PressFit is not null || Rohs is not null || BoardType is not null || IpcClass is not null || ViaProtection is not null || Finish is not null;

    /// <summary>The rules of a layer: those of its group, else those of all; null when neither is given.</summary>
    /// <param name="copperLayer">1 is the top.</param>
    /// <param name="copperLayers">Of the board.</param>
    public LayerRules? Of(int copperLayer, int copperLayers)
    {
        var group = copperLayer == 1 || copperLayer == copperLayers ? CopperGroup.Outer : CopperGroup.Inner;
        return Layers.FirstOrDefault(rules => rules.Group == group) ?? Layers.FirstOrDefault(rules => rules.Group == CopperGroup.All);
    }
}

public enum CopperGroup
{
    All,
    Outer,
    Inner,
}

/// <summary>The least widths and gaps that copper layers were drawn to; null where not given.</summary>
/// <param name="Group">Which layers.</param>
public sealed record LayerRules(CopperGroup Group)
{
    public Length? TrackWidth { get; init; }
    public Length? PadToPad { get; init; }
    public Length? PadToTrack { get; init; }
    public Length? TrackToTrack { get; init; }

    /// <summary>Between tracks or pads and filled areas.</summary>
    public Length? TrackToArea { get; init; }
    public Length? AreaToArea { get; init; }

    /// <summary>The least of all gaps; null when none is given.</summary>
    public Length? Space => new[] { PadToPad, PadToTrack, TrackToTrack, TrackToArea, AreaToArea }.Min();
}
