using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Boards;

/// <summary>How thick the copper of a layer is.</summary>
internal static class LayerThickness
{
    /// <param name="assembly">Stack-up first, then specification.</param>
    /// <param name="number">1 is the top.</param>
    /// <returns>Zero when nobody says.</returns>
    public static Length Of(Assembly assembly, int number)
    {
        var board = assembly.Board;
        if (board?.Stackup?.Rows.Where(row => row.Kind == StackupKind.Copper).ElementAtOrDefault(number - 1) is { Thickness: { } stated }) return stated;
        var isOuter = number == 1 || number == board?.CopperLayers;
        return Parse(assembly.Specification[isOuter ? SpecificationNames.OuterCopper : SpecificationNames.InnerCopper]?.Value) ?? Length.Zero;
    }

    /// <summary>Of the whole board; null when nobody says.</summary>
    public static Length? OfBoard(Assembly assembly) =>
        assembly.Board?.Stackup is { } stackup && (stackup.StatedThickness ?? stackup.Thickness) is { } thickness ? thickness : Parse(assembly.Specification[SpecificationNames.Thickness]?.Value);

    /// <summary><c>35 um</c>, <c>1.6 mm</c>; null for anything else.</summary>
    private static Length? Parse(string? text)
    {
        if (text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var number, var unit] || !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
        return unit switch { "mm" => Length.FromMillimetres(value), "um" or "µm" => Length.FromMillimetres(value / 1000), _ => null };
    }
}
