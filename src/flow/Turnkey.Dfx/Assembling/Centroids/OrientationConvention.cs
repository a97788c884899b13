using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Assembling.Mounted;

namespace Turnkey.Dfx.Assembling.Centroids;

/// <summary>
/// How the footprints of a board lie at angle zero, learned from all of its parts: libraries draw all chips along one axis, and pin 1 of all row packages in one
/// corner. It judges parts whose own footprint cannot, as it is used once. The others judge where nearly all of them agree, or where more than half agree and
/// lie as the standard has it: then the few that do not are wrong themselves. Where they do not judge, a part that lies as the standard has it is taken as
/// right; one that does not is asked for.
/// </summary>
internal sealed class OrientationConvention
{
    /// <summary>Fewer footprints may agree by chance. The figure is an assumption.</summary>
    private const int LeastFootprints = 3;

    /// <summary>Share of the footprints that must agree where they do not lie as the standard has it. The figure is an assumption.</summary>
    private const double Agreement = 0.9;

    private readonly MountedParts parts;
    private readonly ImmutableDictionary<OrientationAspect, ImmutableArray<Voice>> voices;

    private OrientationConvention(MountedParts parts, ImmutableDictionary<OrientationAspect, ImmutableArray<Voice>> voices) => (this.parts, this.voices) = (parts, voices);

    /// <summary>What most parts of a footprint on one side say, and how many.</summary>
    private readonly record struct Voice(string Footprint, Side Side, int Phase, double Direction, int Parts);

    /// <summary>Each footprint has one voice on each side.</summary>
    public static OrientationConvention Of(MountedParts parts) =>
        new(parts, OrientationAspect.All.ToImmutableDictionary(aspect => aspect, aspect => Voices(parts, aspect)));

    /// <summary>What the other footprints, else the standard, say of a part's angle; null when they say nothing.</summary>
    public OrientationVerdict? Judge(PartOnBoard part)
    {
        var verdicts = OrientationAspect.All.Select(aspect => aspect.Direction(part) is { } direction ? Judge(aspect, part, direction) : null).OfType<OrientationVerdict>().ToArray();
        if (verdicts.Length == 0) return null;
        // One that is surely wrong; else what tells the half turn, too, before what shows an axis only; of those the doubt.
        return verdicts.OrderByDescending(verdict => verdict.IsSure && verdict.Surplus != 0).ThenByDescending(verdict => verdict.TellsHalfTurns).ThenByDescending(verdict => verdict.Surplus != 0).First();
    }

    private OrientationVerdict? Judge(OrientationAspect aspect, PartOnBoard part, double direction)
    {
        var phase = aspect.Phase(parts, part);
        // Tools flip parts to the bottom about one axis or the other, which turns where pin 1 is, not their axes.
        var isFlipped = part.Side == Side.Bottom && aspect.Period == 360;
        var others = voices[aspect].Where(voice => voice.Phase == phase && (aspect.Period < 360 || voice.Side == part.Side) && !(voice.Side == part.Side && voice.Footprint == part.FootprintKey)).ToArray();
        var (usual, isSure) = Usual(others, isFlipped || phase != 0 ? null : aspect.Standard);
        if ((usual ?? (isFlipped || phase != 0 ? null : aspect.Standard)) is not { } expected) return null;
        var surplus = Math.Round(Angles.Within(expected - direction, aspect.Period), 1);
        if (surplus > aspect.Period / 2) surplus -= aspect.Period;
        // Rows along an axis do not show which.
        if (surplus == 0 && aspect.TellsOnlySkew) return null;
        return new OrientationVerdict(surplus, isSure && aspect.Convicts && OrientationAspect.IsOfKnownPackage(part), aspect.Period == 360)
        {
            IsTrusted = isSure || (!isFlipped && expected == aspect.Standard),
            IsFlipped = isFlipped,
        };
    }

    private static ImmutableArray<Voice> Voices(MountedParts parts, OrientationAspect aspect) =>
    [
        .. parts.Mounted.Where(OrientationAspect.IsOfKnownPackage).Select(part => (Key: (part.FootprintKey, part.Side, Phase: aspect.Phase(parts, part)), Direction: aspect.Direction(part))).Where(one => one.Direction is not null)
            .GroupBy(one => one.Key, one => one.Direction!.Value).Select(group => (group.Key, Parts: group.Count(), Most: Most(group)))
            // Of two that disagree nobody knows which is wrong: they have no voice.
            .Where(one => 2 * one.Most.Count > one.Parts).Select(one => new Voice(one.Key.FootprintKey, one.Key.Side, one.Key.Phase, one.Most.Direction, one.Most.Count)),
    ];

    private static (double Direction, int Count) Most(IEnumerable<double> directions) =>
        directions.GroupBy(direction => direction).Select(group => (group.Key, Count: group.Count())).OrderByDescending(one => one.Count).ThenBy(one => one.Key).First();

    /// <summary>What they agree on, null without a majority; and whether enough of them do to call another wrong.</summary>
    private static (double? Direction, bool IsSure) Usual(Voice[] all, double? standard)
    {
        if (all.Length == 0) return (null, false);
        // Footprints of which two parts agree are surer than others, whose one angle may be wrong itself.
        var sure = all.Where(voice => voice.Parts >= 2).ToArray();
        double[] directions = [.. (sure.Length >= LeastFootprints ? sure : all).Select(voice => voice.Direction)];
        var (direction, count) = Most(directions);
        if (2 * count <= directions.Length) return (null, false);
        return (direction, count >= LeastFootprints && (direction == standard || count >= Agreement * directions.Length));
    }
}

/// <summary>What others say of the angle of a part.</summary>
/// <param name="Surplus">Degrees that its angle has too much, above -180 to 180.</param>
/// <param name="IsSure">Enough agree to call it wrong.</param>
/// <param name="TellsHalfTurns">False when it would say the same of the part turned by 180°.</param>
internal readonly record struct OrientationVerdict(double Surplus, bool IsSure, bool TellsHalfTurns)
{
    /// <summary>Enough agree, or what they say is what the standard has: a part that lies so is right. Few that lie otherwise may all be wrong.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>About which axis the file turns parts over to the bottom only others there can show.</summary>
    public bool IsFlipped { get; init; }
}
