namespace Turnkey.Formats.Excellon;

internal enum DrillOperationKind : byte
{
    /// <summary>One hole at X, Y.</summary>
    Hit,
    /// <summary>G85: nibbled from X, Y to U, V.</summary>
    Slot,
    /// <summary>A move of the router without cutting.</summary>
    Rapid,
    Line,
    /// <summary>To X, Y around the centre U, V (from the start), or with the radius U where V is absent.</summary>
    ArcClockwise,
    ArcCounterClockwise,
    /// <summary>A full circle around X, Y with the radius U, cut in one go.</summary>
    Circle,
    /// <summary>A hole at X, Y of the diameter U, nibbled along its rim.</summary>
    NibbledHole,
    PlungeDown,
    Retract,
    /// <summary>Back to drilling.</summary>
    DrillMode,
    /// <summary>The last hit again, Count times, each X, Y further.</summary>
    Repeat,
    PatternStart,
    PatternEnd,
    /// <summary>The pattern again, Count times, each X, Y further than the one before.</summary>
    PatternRepeat,
    PatternDone,
    /// <summary>X, Y becomes the zero of what follows.</summary>
    ZeroSet,
}

/// <summary>How a pattern lies when it is repeated (M70, M80, M90).</summary>
[Flags]
internal enum PatternTurn : byte
{
    None = 0,
    SwapAxes = 1,
    MirrorX = 2,
    MirrorY = 4,
}

/// <summary>One step of a drill program with its coordinates as written.</summary>
internal readonly record struct DrillOperation(DrillOperationKind Kind, int Tool, int Line)
{
    public DrillNumber X { get; init; }
    public DrillNumber Y { get; init; }
    public DrillNumber U { get; init; }
    public DrillNumber V { get; init; }
    public int Count { get; init; }
    public bool Incremental { get; init; }
    public PatternTurn Turn { get; init; }

    /// <summary>Set where the file changed its unit under way.</summary>
    public DrillUnit? Unit { get; init; }
}
