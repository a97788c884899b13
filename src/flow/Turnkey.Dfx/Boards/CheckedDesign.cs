using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Designs.Products;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Probing;
using Turnkey.Geometry;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Boards;

/// <summary>An assembly made ready to be measured: its copper traced, its holes with their tools, its masks as openings. Made once for all checks, each part when it is first asked for.</summary>
internal sealed class CheckedDesign
{
    private readonly TracedAssembly traced;
    private readonly Lazy<ImmutableArray<CheckedHole>> holes;
    private readonly Lazy<FaceOfBoard> top, bottom;
    private readonly Lazy<CopperShares> shares;
    private readonly Lazy<ProbeAccess> access;
    private readonly Lazy<BoardEdges?> edges;
    private readonly Lazy<DrawnOutline?> drawnOutline;
    private readonly Lazy<MountedParts> parts;

    /// <param name="traced">With its board.</param>
    /// <param name="demands">Say how much wider tools are than finished holes, and how far from their limits values are of interest.</param>
    /// <param name="context">What is known beside the design; null for nothing.</param>
    public CheckedDesign(TracedAssembly traced, Demands demands, ReviewContext? context = null)
    {
        this.traced = traced;
        Context = context ?? ReviewContext.None;
        Demands = demands;
        holes = new Lazy<ImmutableArray<CheckedHole>>(() => Board is null ? [] : CheckedHole.Of(Board, HasCopper ? Nets : null, demands.Maker.Plating.OnDiameter));
        top = new Lazy<FaceOfBoard>(() => new FaceOfBoard(this, Side.Top));
        bottom = new Lazy<FaceOfBoard>(() => new FaceOfBoard(this, Side.Bottom));
        shares = new Lazy<CopperShares>(() => CopperShares.Of(this));
        access = new Lazy<ProbeAccess>(() => ProbeAccess.Of(this, demands));
        edges = new Lazy<BoardEdges?>(() => BoardEdges.Of(this));
        drawnOutline = new Lazy<DrawnOutline?>(() => DrawnOutline.Of(Board));
        parts = new Lazy<MountedParts>(() => MountedParts.Of(this));
    }

    /// <summary>Makes side by side what many checks begin with: a check that waits for another to make it would hold a processor.</summary>
    /// <param name="rules">That will be checked.</param>
    public void Prepare(IEnumerable<DesignRule> rules)
    {
        if (WhyNoCopper is not null) return;
        var shared = rules.Any(rule => rule.Id is "copper-share" or "copper-balance");
        Parallel.Invoke(() => _ = shared ? CopperShares : null, () => _ = Top.Pads, () => _ = Bottom.Pads, () => _ = Edges);
    }

    public Assembly Assembly => traced.Assembly;

    public Demands Demands { get; }

    /// <summary>Degrees by which an angle may be off before anybody minds: parts whose angles differ by less lie alike.</summary>
    public double SameAngle => (double)(Demands.Reach(DesignRule.Of("placement-rotation"))?.Value ?? RoundedAngle);

    /// <summary>Files round angles to whole degrees at the coarsest.</summary>
    private const decimal RoundedAngle = 1;

    /// <summary>Null where the assembly has none.</summary>
    public Board? Board => Assembly.Board;

    public bool HasCopper => traced.HasCopper;

    /// <exception cref="InvalidOperationException">There is no copper.</exception>
    public TracedNets Nets => traced.Nets;

    /// <summary>Layers whose copper is known.</summary>
    public IEnumerable<CopperSheet> Sheets => HasCopper ? Nets.Sheets.Where(sheet => sheet.GivenUp is null) : [];

    public ImmutableArray<CheckedHole> Holes => holes.Value;

    public FaceOfBoard Top => top.Value;

    public FaceOfBoard Bottom => bottom.Value;

    public IEnumerable<FaceOfBoard> Faces => [Top, Bottom];

    /// <summary>The face that a layer is the copper of; null for inner layers.</summary>
    public FaceOfBoard? FaceOf(CopperSheet sheet) => Faces.FirstOrDefault(face => face.Copper?.Place == sheet.Place);

    public CopperShares CopperShares => shares.Value;

    /// <summary>Where its nets can be probed.</summary>
    public ProbeAccess Access => access.Value;

    /// <summary>Where the board is cut; null when there is no outline, or it does not belong to the copper.</summary>
    public BoardEdges? Edges => edges.Value;

    /// <summary>The lines that the outline was read from; null when there are none.</summary>
    public DrawnOutline? DrawnOutline => drawnOutline.Value;

    /// <summary>Why a check of the board's edge can say nothing; null when it can.</summary>
    public string? WhyNoEdge => Board?.Outline is not { Boundaries.IsEmpty: false } ? "the package has no outline that closes" : Edges is null ? "the outline does not belong to the copper" : null;

    /// <summary>What is known beside the design: parts whose orientation was confirmed before.</summary>
    public ReviewContext Context { get; }

    /// <summary>What stands on the board, with pads and bodies.</summary>
    public MountedParts Parts => parts.Value;

    /// <summary>Why a check of the copper can say nothing; null when it can.</summary>
    public string? WhyNoCopper => !HasCopper ? "the package has no copper layer" : Sheets.Any() ? null : "the copper is too intricate to be traced";

    public bool IsInner(CopperSheet sheet) => sheet.Number > 1 && sheet.Number < Board!.CopperLayers;

    /// <summary>What limits of a place on a copper layer depend on.</summary>
    public LimitCase CaseOf(CopperSheet sheet, Point at, int net) =>
        new(IsInner(sheet), CopperOf(sheet.Number)) { Net = NetName(net), At = (Length.FromNanometres(at.X), Length.FromNanometres(at.Y)) };

    public static string Name(CopperSheet sheet) => $"L{sheet.Number}";

    public string NetName(int net) => net < 0 ? "no net" : Nets.Nets.Nets[net].Name;

    /// <summary>False for copper without a pad, a hole or a name: lettering, logos.</summary>
    public bool IsConnected(int net) => net >= 0 && Nets.Nets.Nets[net] is var one && (one.IsNamed || one.Pads > 0 || one.Holes > 0);

    public FeatureAttributes AttributesOf(CopperSheet sheet, int feature) =>
        feature < 0 ? FeatureAttributes.None : sheet.Layer.Image.Attributes[sheet.Layer.Image.Features[feature].Attributes];

    /// <summary>As <see cref="CopperNets.PadOf"/>.</summary>
    public PadName? PadOf(CopperSheet sheet, int feature) => feature < 0 ? null : Nets.Nets.PadOf(sheet.Place, feature, AttributesOf(sheet, feature));

    /// <summary>Thickness of the copper of a layer: as the stack-up has it, else as the specification has it; zero when nobody says.</summary>
    public Length CopperOf(int number) => LayerThickness.Of(Assembly, number);
}
