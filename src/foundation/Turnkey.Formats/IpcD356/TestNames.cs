using Turnkey.Designs.Nets;

namespace Turnkey.Formats.IpcD356;

/// <summary>What the net at each place is called in a written netlist.</summary>
internal sealed class TestNames
{
    private readonly CopperNets nets;
    private readonly Dictionary<int, string> given = [];
    private readonly Dictionary<int, int> ends = [];

    /// <param name="nets">Of the copper.</param>
    /// <param name="places">All that are written.</param>
    /// <param name="meant">What the given netlist says of places, where the copper is equal to it.</param>
    public TestNames(CopperNets nets, IReadOnlyCollection<TestPlace> places, IReadOnlyDictionary<TestPlace, TestPoint> meant)
    {
        this.nets = nets;
        foreach (var place in places)
        {
            if (place.Net < 0) continue;
            if (!place.IsVia) ends[place.Net] = ends.GetValueOrDefault(place.Net) + 1;
            if (meant.TryGetValue(place, out var point)) given.TryAdd(place.Net, point.Net);
        }
    }

    /// <summary>Empty for a hole without copper. A lone land that is said to be connected to nothing is a net of its own: the tester then sees that it is.</summary>
    public string Of(TestPlace place)
    {
        if (place.Net < 0) return "";
        if (given.TryGetValue(place.Net, out var name)) return name;
        return place.StatedNet.Length > 0 ? place.StatedNet : nets.Nets[place.Net].Name;
    }

    /// <summary>True for vias of nets that have ends besides: testing those tests the via.</summary>
    public bool IsMiddle(TestPlace place) => place is { IsVia: true, Net: >= 0 } && ends.GetValueOrDefault(place.Net) > 0;
}
