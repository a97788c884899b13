using System.Collections.Immutable;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;

namespace Turnkey.Dfx.Assembling.Centroids;

/// <summary>What is known of the angle of a part in the centroid file.</summary>
internal abstract record RotationVerdict
{
    private RotationVerdict()
    {
    }

    /// <summary>It is right, or a wrong one does no harm.</summary>
    public sealed record Right : RotationVerdict;

    /// <param name="Surplus">Degrees that it has too much, above -180 to 180.</param>
    public sealed record Turned(double Surplus) : RotationVerdict;

    /// <param name="Cause">Why nobody can tell.</param>
    public sealed record Asked(string Cause) : RotationVerdict;
}

/// <summary>
/// Judges the angle of every mounted part: by the others of its footprint, by where its pin 1 was confirmed to be, by how the other
/// footprints of the board lie, by the standard; who cannot be judged is asked for. Parts that agree with each other are asked for where all of them lie
/// otherwise than the other footprints do, and a majority accuses nobody who lies as those do. Nobody is passed over.
/// </summary>
internal sealed class RotationJudging(MountedParts parts, ReviewContext context, double sameAngle)
{
    /// <summary>As many designators as a question names.</summary>
    private const int MostNames = 8;

    /// <summary>One question for all of them.</summary>
    private static readonly RotationVerdict.Asked Flipped = new("parts on the bottom, too few to show about which axis the file turns them over");

    private readonly OrientationConvention convention = OrientationConvention.Of(parts);

    /// <summary>Each part once, or twice: one that is turned may be asked for as well, as the others of its footprint disagree. In the order of footprints.</summary>
    public static ImmutableArray<(PartOnBoard Part, RotationVerdict Verdict)> Of(CheckedDesign design)
    {
        var judging = new RotationJudging(design.Parts, design.Context, design.SameAngle);
        return [.. design.Parts.Footprints.SelectMany(judging.Judge)];
    }

    private IEnumerable<(PartOnBoard Part, RotationVerdict Verdict)> Judge(FootprintGroup group)
    {
        var (held, isKnown) = Held(group);
        // Fewer than half that disagree are wrong, unless it is they that lie as the other footprints do.
        var disagree = !isKnown && held.Members.Any(member => member.Turn is not (null or 0)) && (!held.IsAgreed || FewLieRight(held));
        foreach (var member in held.Members)
        {
            if (!member.Part.IsMounted) continue;
            if (member.Pattern is null)
            {
                if (IsUnknown(member.Part)) yield return (member.Part, new RotationVerdict.Asked("parts whose pads are not known for sure: neither the files nor a known package tell which they are"));
                continue;
            }
            if (disagree && member.Turn is not null)
            {
                yield return (member.Part, new RotationVerdict.Asked($"{Names(held)}, whose angles disagree with their pads"));
                if (ByOthers(held, member) is RotationVerdict.Turned turned) yield return (member.Part, turned);
                continue;
            }
            yield return (member.Part, ByGroup(held, member, isKnown));
        }
    }

    /// <summary>
    /// The footprint's parts held against those of them that lie as enough other footprints do, where there are such and others that do not: how many there are
    /// of each does not matter. Else as they are, the most taken as right.
    /// </summary>
    private (FootprintGroup Held, bool IsKnown) Held(FootprintGroup group)
    {
        if (group.Members.All(member => member.Turn is null or 0)) return (group, false);
        var right = group.Members.Where(member => member.Pattern is not null && convention.Judge(member.Part) is { IsSure: true, Surplus: 0 }).ToArray();
        if (right.Length == 0) return (group, false);
        var held = group.Against(right[0], sameAngle);
        // They do not agree with each other: then nobody is known to be right.
        return right.All(one => held.Members.Any(member => member.Part == one.Part && member.Turn is 0)) ? (held, true) : (group, false);
    }

    private bool FewLieRight(FootprintGroup group) =>
        group.Members.Any(member => member is { Turn: not (null or 0), Pattern: not null } && convention.Judge(member.Part) is { IsTrusted: true, Surplus: 0 })
        && group.Members.Any(member => member is { Turn: 0, Pattern: not null } && convention.Judge(member.Part) is { Surplus: not 0 });

    /// <summary>A machine sets it at the file's angle, and nobody knows its pads. A single pad has no angle.</summary>
    private bool IsUnknown(PartOnBoard part) => !part.HasSurePads && part.IsSurfaceMounted && Confirmations.Find(context, part) is null;

    private RotationVerdict ByGroup(FootprintGroup group, FootprintMember member, bool isKnown)
    {
        if (!(group.IsAgreed || isKnown) || member.Turn is null) return ByOthers(group, member);
        if (member.Turn.Value != 0) return group.TurnsInPlace(member) ? new RotationVerdict.Turned(member.Turn.Value) : new RotationVerdict.Asked("parts whose pads may be their neighbours'");
        if (Confirmations.Find(context, member.Part) is not null) return ByOthers(group, member);
        if (OrientationAspect.IsOfKnownPackage(member.Part) && convention.Judge(member.Part) is { } verdict && (verdict.Surplus != 0 || !verdict.IsTrusted))
        {
            if (verdict is { Surplus: 0, IsFlipped: true }) return Flipped;
            // What they have in common may be how the footprint is drawn, unless its parts on the other side show how that is.
            return verdict is { IsSure: true, Surplus: not 0 } && LiesRightElsewhere(group) ? new RotationVerdict.Turned(verdict.Surplus)
                : new RotationVerdict.Asked($"{Names(group)}, which agree with each other and lie otherwise at 0° than {(verdict.IsSure ? "the other footprints of the board do" : "the standard has it")}");
        }
        return member.Part.PinOne is null && HalfTurn(member.Part, member.Pattern!) is { } cause ? new RotationVerdict.Asked(cause) : new RotationVerdict.Right();
    }

    private bool LiesRightElsewhere(FootprintGroup group) =>
        parts.Mounted.Any(other => other.Side != group.Side && other.FootprintKey == group.Footprint && convention.Judge(other) is { IsSure: true, Surplus: 0 });

    private RotationVerdict ByOthers(FootprintGroup group, FootprintMember member)
    {
        var part = member.Part;
        if (Confirmations.Find(context, part) is { } confirmed) return Surplus(confirmed, part) is { } surplus and not 0 ? new RotationVerdict.Turned(surplus) : new RotationVerdict.Right();
        var ask = HalfTurn(part, member.Pattern!);
        var judged = convention.Judge(part);
        if (judged is { Surplus: 0, IsTrusted: false, IsFlipped: true }) return Flipped;
        if (judged is { } verdict && (verdict.Surplus == 0 ? verdict.IsTrusted : verdict.IsSure))
        {
            if (verdict.Surplus != 0) return new RotationVerdict.Turned(verdict.Surplus);
            return ask is not null && !verdict.TellsHalfTurns ? new RotationVerdict.Asked(ask) : new RotationVerdict.Right();
        }
        if (ask is not null && part.PinOne is null) return new RotationVerdict.Asked(ask);
        // Leads go into their holes one way only, and hands follow the legend where they would go in two.
        if (part.Pads.All(pad => pad.Kind == PadKind.ThroughHole)) return new RotationVerdict.Right();
        return new RotationVerdict.Asked($"{Names(group)}, of which nothing shows how it lies at 0°");
    }

    /// <summary><c>J1, J2 with footprint MAKER_PLUG</c>.</summary>
    private static string Names(FootprintGroup group)
    {
        var mounted = group.Members.Where(member => member.Part.IsMounted).Select(member => member.Part).ToArray();
        var named = mounted[0].Footprint.Length > 0 ? mounted[0].Footprint : group.Footprint;
        return $"{string.Join(", ", mounted.Take(MostNames).Select(part => part.Name))}{(mounted.Length > MostNames ? ", …" : "")} with footprint {named}";
    }

    /// <summary>What to ask of a part that stands on its pads when turned, too; null when a wrong angle would show, or does no harm.</summary>
    private static string? HalfTurn(PartOnBoard part, PadPattern pattern)
    {
        if (part.IsPolar && pattern.Count == 2) return "parts with two poles, turned by 180°";
        if (pattern.Count < 4 || part.Kind.Class is "resistor" or "resistor-network" or "capacitor-ceramic" or "capacitor-ceramic-large" or "inductor" or "ferrite" or "crystal" or "switch") return null;
        if (pattern.Repeats(90)) return "square parts, turned by 90° or 180°";
        return pattern.Repeats(180) ? "parts with two like rows, turned by 180°" : null;
    }

    /// <summary>How far the pin 1 that the files name lies from where it was confirmed to be; null when only the angle was confirmed, or no pin is named.</summary>
    private static double? Surplus(ConfirmedPart confirmed, PartOnBoard part)
    {
        if (confirmed.PinOne is not { } direction || part.PinOne is not { } pin) return null;
        var skew = part.Skew ?? 0;
        var places = part.Pads.Select(pad => part.AlongRows(pad.At)).ToArray();
        var middle = new Offset((places.Min(at => at.X) + places.Max(at => at.X)) / 2, (places.Min(at => at.Y) + places.Max(at => at.Y)) / 2);
        var found = (part.AlongRows(pin.At) - middle).Degrees;
        // Corners of flat bodies are not at 45 degrees: what counts are quarter turns, from how its rows lie.
        var surplus = Angles.Within((90 * Math.Round((direction - found) / 90, MidpointRounding.AwayFromZero)) - skew, 360);
        return surplus > 180 ? surplus - 360 : surplus;
    }
}
