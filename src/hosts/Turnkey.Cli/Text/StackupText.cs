using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Kernel;

namespace Turnkey.Cli.Text;

/// <summary>A stack-up in one line, top to bottom: <c>1.6 mm: Cu 35 µm, FR4 0.21 mm, Cu 35 µm</c>. What only covers the board is left to the JSON.</summary>
internal static class StackupText
{
    public static string Of(Stackup stackup)
    {
        var rows = stackup.Rows.Where(row => row.Kind is StackupKind.Copper or StackupKind.Dielectric)
            .Select(row => row.Kind == StackupKind.Copper ? Row("Cu", row.Thickness) : Row(row.Material ?? "dielectric", row.Thickness) + (row.DielectricConstant is { } constant ? string.Create(CultureInfo.InvariantCulture, $" εr {constant:0.##}") : ""));
        var whole = stackup.StatedThickness ?? stackup.Thickness;
        return $"{(whole is { } thickness ? $"{thickness}: " : "")}{string.Join(", ", rows)}";
    }

    private static string Row(string what, Length? thickness) => thickness switch
    {
        null => what,
        { Nanometres: < 100_000 and var thin } => string.Create(CultureInfo.InvariantCulture, $"{what} {thin / 1000d:0.##} µm"),
        { } thick => string.Create(CultureInfo.InvariantCulture, $"{what} {thick.Millimetres:0.###} mm"),
    };
}
