using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Intake.Identification;
using Turnkey.Kernel;

namespace Turnkey.Intake.Boards;

/// <summary>
/// Numbers the copper layers from the top. What attributes and names count from the top (L2, "Layer 3") is believed; inner layers that are only
/// numbered among themselves (In1, .G1, Mid-Layer 2) follow each other; unnumbered ones come in the order of their names, with a diagnostic.
/// </summary>
internal static class CopperOrder
{
    /// <param name="Layers">Each copper file with its layer number.</param>
    /// <param name="Count">Number of copper layers; more than there are files when a layer is missing.</param>
    internal sealed record Numbered(ImmutableArray<(DesignFile File, int Number)> Layers, int Count, ImmutableArray<Diagnostic> Diagnostics);

    /// <param name="copper">The copper files of one board, one per layer.</param>
    /// <param name="stated">Copper layers by the job file; null when nothing says.</param>
    /// <param name="unread">Names of copper files whose content was not understood.</param>
    public static Numbered Number(IReadOnlyList<DesignFile> copper, (int Count, string Source)? stated, IReadOnlyList<string> unread)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var counted = copper.Where(file => file.Meaning is { Counts: true, Order: not null }).ToArray();
        var last = counted.Length > 0 ? counted.Max(file => file.Meaning.Order!.Value) : 0;
        // "L4" without a side is the bottom when nothing else is and it is the highest number.
        var bottom = copper.FirstOrDefault(file => file.Meaning.Side == Side.Bottom)
            ?? (copper.Count > 1 ? counted.FirstOrDefault(file => file.Meaning.Order == last && file.Meaning.Side is null && last > 1) : null);
        var top = copper.FirstOrDefault(file => file.Meaning.Side == Side.Top && file != bottom)
            ?? counted.FirstOrDefault(file => file.Meaning.Order == 1 && file != bottom);
        if (top is null && bottom is null && copper.Count >= 2)
        {
            // Nothing says which is which: numbered among themselves (conductor-1 … conductor-4) the first is the top, as everywhere.
            var ordered = copper.OrderBy(file => file.Meaning.Order ?? int.MaxValue).ThenBy(file => file.Path, StringComparer.Ordinal).ToArray();
            (top, bottom) = (ordered[0], ordered[^1]);
            diagnostics.Add(Diagnostic.Warning("board.copper-order-guessed", top.Path, 0,
                $"nothing says which copper is the top; taken in the order {string.Join(", ", ordered.Select(file => file.Name))}. Confirm it, or send a job file"));
        }
        var inner = copper.Where(file => file != top && file != bottom)
            .OrderBy(file => file.Meaning.Order ?? int.MaxValue).ThenBy(file => file.Path, StringComparer.Ordinal).ToArray();

        var numbered = new List<(DesignFile File, int Number)>();
        if (top is not null) numbered.Add((top, 1));
        var next = 2;
        foreach (var file in inner)
        {
            // A number that counts from the top may leave a gap (a missing file), never step back.
            var number = file.Meaning is { Counts: true, Order: { } own } && own >= next ? own : next;
            numbered.Add((file, number));
            next = number + 1;
        }
        var count = Math.Max(next - 1, numbered.Count);
        if (bottom is not null)
        {
            var number = bottom.Meaning is { Counts: true, Order: { } own } && own >= next ? own : Math.Max(next, 2);
            if (top is null && inner.Length == 0) number = bottom.Meaning is { Counts: true, Order: { } only } ? only : 1;
            numbered.Add((bottom, number));
            count = Math.Max(count, number);
        }
        var unnumbered = inner.Where(file => file.Meaning.Order is null).ToArray();
        if (inner.Length > 1 && unnumbered.Length > 0)
        {
            diagnostics.Add(Diagnostic.Warning("board.inner-order-guessed", unnumbered[0].Path, 0,
                $"nothing says in which order the inner layers come; taken from their names: {string.Join(", ", inner.Select(file => file.Name))}. Confirm the order, or send a job file or stack-up"));
        }
        if (stated is { } said && said.Count > count && said.Count <= 64) count = said.Count;
        var missing = Enumerable.Range(1, count).Except(numbered.Select(layer => layer.Number)).ToArray();
        // A one-layer board has only one file, and that is no gap.
        if (missing.Length > 0 && count > 1 && numbered.Count > 0)
        {
            var them = missing.Length == 1 ? "it" : "them";
            var remedy = unread.Count == 0 ? $"send {them}" : $"{string.Join(", ", unread)} cannot be read (its own message says why) and may be {them}; send what can be read";
            diagnostics.Add(Diagnostic.Error("board.copper-missing", stated?.Source ?? "", 0,
                $"the board has {count} copper layers{(stated is { } by && by.Count == count ? $" by {by.Source}" : "")}, but there is no file for layer {string.Join(", ", missing)}; {remedy}"));
        }
        return new Numbered([.. numbered.OrderBy(layer => layer.Number)], numbered.Count == 0 ? 0 : count, diagnostics.ToImmutable());
    }
}
