using Turnkey.Plants;
using Turnkey.Plants.Figures;

namespace Turnkey.ProcessPlanning.Routing;

/// <summary>What every operation of a lot is reckoned with.</summary>
internal sealed record Lot(Plant Plant, int Size, AssemblyPanel? Panel)
{
    /// <summary>The line has no marks to find the board by.</summary>
    public bool WithoutFiducials { get; init; }

    public int Panels => Panel is null ? Size : (Size + Panel.Boards - 1) / Panel.Boards;

    /// <summary>Panels per assembly: the last panel of a lot may be partly empty, so this is no less than 1 ÷ boards per panel.</summary>
    public Calculation PanelsPerAssembly => Panels == Size
        ? Calculation.Count(1, "panel/board")
        : Calculation.Count(Panels, "panels") / Calculation.Count(Size, "boards");

    public Calculation this[string figure] => Calculation.Of(Plant[figure]);

    public Operation Operation(OperationKind kind, string name, string workCentre, Calculation setUp, Calculation run, Designs.Layers.Side? side = null) =>
        new(kind, side, name, workCentre, setUp, run, Calculation.Of(Plant.HourlyRate(workCentre)));
}
