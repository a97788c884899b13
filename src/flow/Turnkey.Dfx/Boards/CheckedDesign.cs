using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Designs.Products;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Boards;

/// <summary>An assembly made ready to be measured: its copper traced, its holes with their tools, its masks as openings. Made once for all checks, each part when it is first asked for.</summary>
internal sealed class CheckedDesign
{
    private readonly Lazy<TracedNets> traced;
    private readonly Lazy<ImmutableArray<CheckedHole>> holes;
    private readonly Lazy<FaceOfBoard> top, bottom;
    private readonly Lazy<MountedParts> parts;

    /// <param name="assembly">With its board.</param>
    /// <param name="demands">Say how much wider tools are than finished holes.</param>
    /// <param name="context">What is known beside the design.</param>
    public CheckedDesign(Assembly assembly, Demands demands, ReviewContext context)
    {
        Context = context;
        Assembly = assembly;
        Demands = demands;
        traced = new Lazy<TracedNets>(() => TracedNets.Of(Board!));
        holes = new Lazy<ImmutableArray<CheckedHole>>(() => Board is null ? [] : CheckedHole.Of(Board, Nets, demands.Maker.Plating.OnDiameter));
        top = new Lazy<FaceOfBoard>(() => new FaceOfBoard(this, Side.Top));
        bottom = new Lazy<FaceOfBoard>(() => new FaceOfBoard(this, Side.Bottom));
        parts = new Lazy<MountedParts>(() => MountedParts.Of(this));
    }

    public Assembly Assembly { get; }

    public Demands Demands { get; }

    /// <summary>Null where the assembly has none.</summary>
    public Board? Board => Assembly.Board;

    public bool HasCopper => Board?.Copper.Any() == true;

    /// <exception cref="InvalidOperationException">There is no copper.</exception>
    public TracedNets Nets => HasCopper ? traced.Value : throw new InvalidOperationException("there is no copper to be traced");

    /// <summary>Layers whose copper is known.</summary>
    public IEnumerable<CopperSheet> Sheets => HasCopper ? Nets.Sheets.Where(sheet => sheet.GivenUp is null) : [];

    public ImmutableArray<CheckedHole> Holes => holes.Value;

    public FaceOfBoard Top => top.Value;

    public FaceOfBoard Bottom => bottom.Value;

    public IEnumerable<FaceOfBoard> Faces => [Top, Bottom];

    /// <summary>What is known beside the design: parts whose orientation was confirmed before.</summary>
    public ReviewContext Context { get; }

    /// <summary>What stands on the board, with pads and bodies.</summary>
    public MountedParts Parts => parts.Value;

    /// <summary>Why a check of the copper can say nothing; null when it can.</summary>
    public string? WhyNoCopper => !HasCopper ? "the package has no copper layer" : Sheets.Any() ? null : "the copper is too intricate to be traced";

    public bool IsInner(CopperSheet sheet) => sheet.Number > 1 && sheet.Number < Board!.CopperLayers;

    public static string Name(CopperSheet sheet) => $"L{sheet.Number}";

    public string NetName(int net) => net < 0 ? "no net" : Nets.Nets.Nets[net].Name;

    /// <summary>False for copper without a pad, a hole or a name: lettering, logos.</summary>
    public bool IsConnected(int net) => net >= 0 && Nets.Nets.Nets[net] is var one && (one.IsNamed || one.Pads > 0 || one.Holes > 0);

    public FeatureAttributes AttributesOf(CopperSheet sheet, int feature) =>
        feature < 0 ? FeatureAttributes.None : sheet.Layer.Image.Attributes[sheet.Layer.Image.Features[feature].Attributes];

    /// <summary>Whose pad a feature is: by what it says of itself, else by the netlist; null when it is nobody's, or nobody says.</summary>
    public PadName? PadOf(CopperSheet sheet, int feature)
    {
        if (feature < 0) return null;
        var attributes = AttributesOf(sheet, feature);
        if (attributes.Component is { Length: > 0 } component) return new PadName(component, attributes.Pin ?? "");
        var names = Nets.Nets.PadNames;
        return sheet.Place < names.Length && names[sheet.Place].TryGetValue(feature, out var name) ? name : null;
    }

    /// <summary>Thickness of the copper of a layer: as the stack-up has it, else as the specification has it; zero when nobody says.</summary>
    public Length CopperOf(int number) => LayerThickness.Of(Assembly, number);
}
