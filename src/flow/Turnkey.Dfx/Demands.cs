using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx;

/// <summary>What a design is held against: what its maker can do, and what it must be whoever makes it (a class of a standard). All of it has to hold.</summary>
/// <param name="Capabilities">The maker's first; never empty.</param>
public sealed record Demands(ImmutableArray<Capability> Capabilities)
{
    /// <summary>Key of the capability that counts where nobody names one.</summary>
    public const string UsualMaker = "typical-multilayer";

    private const int UsualClass = 2;

    public Capability Maker => Capabilities[0];

    /// <summary>The makers' limits, and those of the class of IPC-6012 that is asked for, that the specification names, or that is usual.</summary>
    /// <param name="specification">Of the assembly.</param>
    /// <param name="capabilities">The maker first; not empty.</param>
    /// <param name="ipcClass">Asked for; null when it is left to the specification.</param>
    public static Demands For(BuildSpecification specification, ImmutableArray<Capability> capabilities, int? ipcClass)
    {
        ArgumentNullException.ThrowIfNull(specification);
        var named = specification[SpecificationNames.IpcClass]?.Value.Where(char.IsAsciiDigit).FirstOrDefault() switch { '3' => 3, _ => UsualClass };
        var standard = CapabilityShelf.Find($"ipc-class-{(ipcClass ?? named).ToString(CultureInfo.InvariantCulture)}");
        return standard is null || capabilities.Any(capability => capability.Kind == CapabilityKind.Standard) ? new Demands(capabilities) : new Demands([.. capabilities, standard]);
    }

    /// <summary>What counts for boards with so many copper layers.</summary>
    public Demands On(int copperLayers) => new([.. Capabilities.Select(capability => capability.On(copperLayers))]);

    public bool State(DesignRule rule) => Capabilities.Any(capability => capability.States(rule));

    /// <summary>The farthest from a limit that a value can be and still break one; null when nobody has a limit.</summary>
    public Measure? Reach(DesignRule rule)
    {
        var reaches = Capabilities.Select(capability => capability.Reach(rule)).OfType<Measure>().ToArray();
        return reaches.Length == 0 ? null : rule.Sense == LimitSense.AtMost ? reaches.Min() : reaches.Max();
    }

    /// <summary>The heaviest verdict of all that hold, and of equals the one that asks for most; null when the value is good.</summary>
    public Verdict? Judge(DesignRule rule, Measure value, in LimitCase at)
    {
        Verdict? worst = null;
        foreach (var capability in Capabilities)
        {
            if (capability.Find(rule, at) is not { } limit || limit.Judge(value, at.Rounding) is not { } broken) continue;
            var verdict = new Verdict(broken.Severity, broken.Limit, limit);
            if (worst is null || verdict.IsWorseThan(worst)) worst = verdict;
        }
        return worst;
    }
}

/// <param name="Severity">How much it weighs.</param>
/// <param name="Limit">The number that is broken.</param>
/// <param name="StatedBy">Where it is from.</param>
public sealed record Verdict(Severity Severity, Measure Limit, Limit StatedBy)
{
    internal bool IsWorseThan(Verdict other) => Severity != other.Severity ? Severity > other.Severity
        : StatedBy.Rule.Sense == LimitSense.AtMost ? Limit.Value < other.Limit.Value : Limit.Value > other.Limit.Value;
}
