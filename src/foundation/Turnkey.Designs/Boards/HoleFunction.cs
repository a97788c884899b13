namespace Turnkey.Designs.Boards;

/// <summary>What a hole is for.</summary>
public enum HoleFunction : byte
{
    Unstated,
    Via,
    /// <summary>Takes a lead or peg of a part.</summary>
    Component,
    /// <summary>Takes a press-fit lead: the finished diameter is held closer.</summary>
    PressFit,
    /// <summary>Removes the plating of a via stub from one side.</summary>
    BackDrill,
    /// <summary>Mounting, tooling, alignment.</summary>
    Mechanical,
    /// <summary>Cut through by the board's edge and plated there.</summary>
    Castellated,
    /// <summary>Perforation where a board is broken out of its panel.</summary>
    Breakout,
    Other,
}
