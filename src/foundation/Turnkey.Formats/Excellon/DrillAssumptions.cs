using Turnkey.Kernel;

namespace Turnkey.Formats.Excellon;

/// <summary>What a drill program leaves open, so that somebody had to assume it; side files close some of it.</summary>
internal static class DrillAssumptions
{
    public static IEnumerable<Diagnostic> Of(ExcellonProgram program)
    {
        if (program.IsEmpty) yield break;
        var (format, census) = (program.StatedFormat, program.Census);
        if (!format.HasPoints && census.WithoutPoint > 0 && format.DigitsFrom == FormatOrigin.Assumed)
        {
            yield return Diagnostic.Info("drill.assumed-format", program.Path, 0, $"no file says how many digits the coordinates have; read as {format}");
        }
        if (program.Statement.Unit is null)
        {
            yield return Diagnostic.Info("drill.assumed-unit", program.Path, 0, $"no file names the unit; read as {DrillFormat.UnitName(format.Unit)}");
        }
        if (format.ToolUnit is { } unit && unit != format.Unit)
        {
            yield return Diagnostic.Warning("drill.tool-unit", program.Path, 0,
                $"the tool sizes make no sense in {DrillFormat.UnitName(format.Unit)}; taken as {DrillFormat.UnitName(unit)}");
        }
        var used = program.Operations.Select(operation => operation.Tool).ToHashSet();
        for (var i = 0; i < program.Tools.Length; i++)
        {
            var tool = program.Tools[i];
            if (tool.HasDiameter || !used.Contains(i)) continue;
            yield return Diagnostic.Error("drill.missing-diameter", program.Path, tool.Line, $"tool T{tool.Number} has no size: its holes have none either");
        }
    }
}
