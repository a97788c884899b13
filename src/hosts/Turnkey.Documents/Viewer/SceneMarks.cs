using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;

namespace Turnkey.Documents.Viewer;

/// <summary>
/// What features belong to (net, part, pin, function), each combination once; features refer to it by number. Number 0 is nothing at all.
/// Nets are those of the copper where it was traced, else those that the design file names; parts and pins those that the design file names, else those of
/// the board's netlist.
/// </summary>
internal sealed class SceneMarks
{
    private readonly CopperNets nets;
    private readonly SceneParts parts;
    private readonly Dictionary<Mark, int> numbers = new() { [default] = 0 };
    private readonly Dictionary<string, int> namedNets = new(StringComparer.Ordinal);
    private readonly List<(string Name, bool Named)> netNames;

    public SceneMarks(CopperNets nets, SceneParts parts)
    {
        this.nets = nets;
        this.parts = parts;
        netNames = [.. nets.Nets.Select(net => (net.Name, net.IsNamed))];
    }

    /// <summary>In the order of their numbers.</summary>
    public IEnumerable<Mark> All => numbers.OrderBy(entry => entry.Value).Select(entry => entry.Key);

    public IReadOnlyList<(string Name, bool Named)> Nets => netNames;

    /// <summary>Of the nets that were traced, pads and features as <see cref="CopperNet"/> counts them; what a scene writes once may be several of them.</summary>
    public IEnumerable<(int Pads, int Features)> Counts => nets.Nets.Select(net => (net.Pads, net.Features));

    public int Of(LayerImage image, int feature, int? copperLayer)
    {
        var attributes = image.Attributes[image.Features[feature].Attributes];
        var traced = copperLayer is { } layer && layer < nets.FeatureNets.Length && feature < nets.FeatureNets[layer].Length;
        var net = traced ? nets.FeatureNets[copperLayer!.Value][feature] : nets.Nets.IsEmpty ? Net(attributes.Net) : -1;
        var (component, pin) = Pad(attributes, feature, copperLayer);
        return Number(new Mark(net + 1, parts.Find(component) + 1, pin, attributes.Function));
    }

    /// <summary>Whose pad a feature is: as it says itself, else as the board's netlist says.</summary>
    private (string? Component, string? Pin) Pad(FeatureAttributes attributes, int feature, int? copperLayer)
    {
        if (copperLayer is not { } layer) return (attributes.Component, attributes.Pin);
        // A pin without a part is shown, too.
        if (nets.PadOf(layer, feature, attributes) is not { } name) return (null, string.IsNullOrEmpty(attributes.Component) ? attributes.Pin : null);
        return (name.Component, name.Pin.Length > 0 ? name.Pin : null);
    }

    /// <summary>The net of a hole, from 1; 0 when it has none.</summary>
    public int NetOfHole(int hole) => hole < nets.HoleNets.Length ? nets.HoleNets[hole] + 1 : 0;

    private int Net(string? name)
    {
        if (string.IsNullOrEmpty(name)) return -1;
        if (namedNets.TryGetValue(name, out var net)) return net;
        namedNets[name] = netNames.Count;
        netNames.Add((name, true));
        return netNames.Count - 1;
    }

    private int Number(Mark mark)
    {
        if (numbers.TryGetValue(mark, out var number)) return number;
        return numbers[mark] = numbers.Count;
    }

    /// <param name="Net">From 1; 0: none.</param>
    /// <param name="Part">From 1; 0: none.</param>
    /// <param name="Pin">Null when not said.</param>
    /// <param name="Function">What the feature is for.</param>
    internal readonly record struct Mark(int Net, int Part, string? Pin, FeatureFunction Function);
}
