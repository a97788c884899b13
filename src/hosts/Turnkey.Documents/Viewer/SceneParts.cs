using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;

namespace Turnkey.Documents.Viewer;

/// <summary>The parts of an assembly, each once: what the placements, the BOM and the copper's own attributes say of it, joined by designator.</summary>
internal sealed class SceneParts
{
    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Part> parts = [];

    public SceneParts(Assembly assembly)
    {
        for (var i = 0; i < assembly.Bom.Lines.Length; i++)
        {
            foreach (var designator in assembly.Bom.Lines[i].Designators)
            {
                var at = Add(designator.Text);
                if (parts[at].Line < 0) parts[at] = parts[at] with { Line = i };
            }
        }
        foreach (var placement in assembly.Placements)
        {
            var at = Add(placement.Designator.Text);
            if (parts[at].Placement is null) parts[at] = parts[at] with { Placement = placement };
        }
    }

    public IReadOnlyList<Part> All => parts;

    /// <summary>The place of a part in <see cref="All"/>, added where only the copper names it; -1 for no name.</summary>
    public int Find(string? designator) => string.IsNullOrEmpty(designator) ? -1 : Add(designator);

    private int Add(string designator)
    {
        if (places.TryGetValue(designator, out var at)) return at;
        places[designator] = parts.Count;
        parts.Add(new Part(designator, null, -1));
        return parts.Count - 1;
    }

    /// <param name="Designator">As first written.</param>
    /// <param name="Placement">Null when no file places it.</param>
    /// <param name="Line">Place in the BOM's lines; -1 when the BOM does not have it.</param>
    internal readonly record struct Part(string Designator, Placement? Placement, int Line);
}
