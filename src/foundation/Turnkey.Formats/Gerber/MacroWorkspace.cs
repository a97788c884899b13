using Turnkey.Designs.Layers;

namespace Turnkey.Formats.Gerber;

/// <summary>What working out a macro needs for the time it takes; used again for the next aperture.</summary>
internal sealed class MacroWorkspace(Allowance allowance)
{
    public Allowance Allowance { get; } = allowance;

    public MacroVariables Variables { get; } = new();

    /// <summary>Of the primitive at hand: its code, then its modifiers.</summary>
    public NumberList Fields { get; } = new();

    public List<PadShapePart> Parts { get; } = [];

    public void Begin(NumberList parameters)
    {
        Variables.Clear();
        Parts.Clear();
        for (var i = 0; i < parameters.Count; i++) Variables[i + 1] = parameters[i];
    }
}
