using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Kernel;
using Turnkey.Plants.Figures;
using Turnkey.Plants.Parts;

namespace Turnkey.ProcessPlanning;

/// <summary>How one assembly would be built in one lot: its parts as the line sees them, its panel, and the operations in their order.</summary>
/// <param name="Assembly">Name of the assembly.</param>
/// <param name="LotSize">Assemblies per release.</param>
/// <param name="Panel">Null when the board's size is not known.</param>
/// <param name="Parts">Every part that is mounted or was set aside, by designator.</param>
/// <param name="Operations">In the order of the line; empty when nothing is mounted.</param>
/// <param name="Diagnostics">What had to be supposed.</param>
public sealed record ProcessPlan(
    string Assembly,
    int LotSize,
    AssemblyPanel? Panel,
    ImmutableArray<PlannedPart> Parts,
    ImmutableArray<Operation> Operations,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>How it is tested at the end.</summary>
    public TestMethod Test { get; init; }

    /// <summary>Different parts on the line's feeders, by side.</summary>
    public int FeedersTop { get; init; }

    public int FeedersBottom { get; init; }

    /// <summary>Parts the line places on a side, per assembly.</summary>
    public int PlacementsOn(Side side) => Parts.Where(part => part.Mounting == Mounting.SurfaceMount && part.Side == side).Sum(part => part.Count);

    /// <summary>Everything that is mounted, per assembly.</summary>
    public int Placements => Parts.Where(part => part.Mounting != Mounting.NotMounted).Sum(part => part.Count);

    public int SurfaceMountJoints => JointsOf(Mounting.SurfaceMount);

    public int ThroughHoleJoints => JointsOf(Mounting.ThroughHole);

    private int JointsOf(Mounting mounting) => Parts.Where(part => part.Mounting == mounting).Sum(part => part.Joints * part.Count);
}

/// <summary>One part as the line sees it.</summary>
/// <param name="Designator">Which part; null for parts that a BOM counts without a place.</param>
/// <param name="Line">Its BOM line; null where only the centroid file knows it.</param>
/// <param name="Mounting">How it is fixed.</param>
/// <param name="Side">Face; top where nobody says.</param>
/// <param name="Class">Part class of the plant's library: resistor, ic-small …</param>
/// <param name="Package">What the library recognised: 0402, QFN-48; empty when nothing.</param>
/// <param name="Joints">Solder joints.</param>
/// <param name="FinePitch">Pitch of 0.5 mm and less, or terminations below.</param>
/// <param name="Evidence">What decided mounting and joints.</param>
public sealed record PlannedPart(
    Designator? Designator,
    BomLine? Line,
    Mounting Mounting,
    Side Side,
    string Class,
    string Package,
    int Joints,
    bool FinePitch,
    string Evidence)
{
    /// <summary>More than one only for parts that have no designator.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The same for parts that come from one reel or bag, in however many BOM rows they stand.</summary>
    internal string Identity => Line is not { } line ? $"{Class}\n{Package}"
        : line.Mpn is { } mpn ? $"m\n{mpn.Key}\n{line.Manufacturer?.ToUpperInvariant()}"
        : !line.SupplierCodes.IsEmpty ? $"s\n{string.Join('\n', line.SupplierCodes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value.Key}"))}"
        : $"v\n{line.Value}\n{line.Footprint}\n{line.Description}\n{Class}";

    /// <summary>Joints under the body, seen by X-ray only.</summary>
    public bool HiddenJoints { get; init; }
}

/// <summary>How an assembly is tested before it leaves.</summary>
public enum TestMethod
{
    /// <summary>Inspected only.</summary>
    None,
    FlyingProbe,
    InCircuit,
    Functional,
}

/// <summary>Boards side by side in the frame that runs through the line.</summary>
/// <param name="Across">Boards along the width.</param>
/// <param name="Down">Boards along the height.</param>
/// <param name="Width">With rails.</param>
/// <param name="Height">With rails.</param>
/// <param name="FabricationPanels">Assembly panels on one fabrication panel.</param>
/// <param name="Utilisation">Board area ÷ fabrication panel area, 0 to 1.</param>
/// <param name="Evidence">How the size was chosen.</param>
public sealed record AssemblyPanel(int Across, int Down, Length Width, Length Height, int FabricationPanels, decimal Utilisation, string Evidence)
{
    /// <summary>Boards that go through the line together.</summary>
    public int Boards => Across * Down;

    /// <summary>Boards cut from one fabrication panel.</summary>
    public int BoardsPerFabricationPanel => Boards * FabricationPanels;
}

public enum OperationKind
{
    Kitting,
    PastePrint,
    Place,
    Reflow,
    ThroughHole,
    PressFit,
    MechanicalAssembly,
    Wash,
    Coating,
    Depanel,
    Inspection,
    Repair,
    Programming,
    ElectricalTest,
    FunctionalTest,
    BoxBuild,
    Packaging,
}

/// <summary>One step of the routing.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Side">For steps per side; null for the whole board.</param>
/// <param name="Name">For people.</param>
/// <param name="WorkCentre">Where: key of the plant's work centres.</param>
/// <param name="SetUp">Seconds per lot.</param>
/// <param name="Run">Seconds per assembly.</param>
/// <param name="Rate">Money per hour of the work centre, machine and operators.</param>
public sealed record Operation(OperationKind Kind, Side? Side, string Name, string WorkCentre, Calculation SetUp, Calculation Run, Calculation Rate);
