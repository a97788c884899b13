namespace Turnkey.Designs.Layers;

/// <summary>
/// What a feature is for, in words that every layout format has (Gerber X2 calls it aperture function, IPC-2581 pad usage, ODB++ <c>.pad_usage</c>).
/// </summary>
public enum FeatureFunction : byte
{
    Unstated,
    /// <summary>A land that a part is soldered on, without a hole.</summary>
    SurfacePad,
    /// <summary>A land under a ball of a grid array.</summary>
    BallPad,
    /// <summary>Around a hole that takes a lead. Some tools call every pad of a part so.</summary>
    ThroughHolePad,
    ViaPad,
    HeatsinkPad,
    /// <summary>Edge connector fingers and other contacts that nothing is soldered to.</summary>
    ConnectorPad,
    CastellatedPad,
    TestPad,
    FiducialPad,
    /// <summary>Around a mounting hole.</summary>
    WasherPad,
    OtherPad,
    /// <summary>Spokes between a pad and a plane.</summary>
    ThermalRelief,
    /// <summary>Clearance in a negative plane.</summary>
    AntiPad,
    /// <summary>Copper that carries current and is no pad: tracks, pours.</summary>
    Conductor,
    /// <summary>A part made of copper: inductor, fuse, antenna.</summary>
    EtchedComponent,
    /// <summary>Copper without a function: lettering, logos.</summary>
    NonConductor,
    /// <summary>Copper that only evens out plating.</summary>
    Thieving,
    /// <summary>Of a production panel.</summary>
    Border,
    OtherCopper,
    /// <summary>The board's edge.</summary>
    Profile,
    /// <summary>Where material is, on layers other than copper.</summary>
    Material,
    /// <summary>Helps to place the layer but is not made.</summary>
    NonMaterial,
    ComponentCentre,
    ComponentOutline,
    ComponentPin,
    Other,
}
