using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Probing;

/// <summary>
/// Share of the nets that a flying probe and a bed of nails can reach, of those that join two pins or more. It says nothing of the faults that a test would
/// find. Each net that is not reached is listed, with a place where a test point fits.
/// </summary>
internal static class NetAccess
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: {worst.Measured} are reached; not {worst.What}",
        (worst, _) => worst.What.Contains("free", StringComparison.Ordinal) ? "give the nets a test point where the list of places proposes one, or have them tested by function" : "give the nets a test point, or have them tested by function");

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        var access = design.Access;
        if (access.Nets.IsEmpty) return new CheckOutcome.Skipped("no net joins two pins");
        var (flying, nails) = (access.Nets.Where(net => !access.HasFlying(net)).ToArray(), access.Nets.Where(net => !access.HasNail(net)).ToArray());
        var places = new ProbePlaces(design, access.NailSize);
        var sightings = ImmutableArray.CreateBuilder<Sighting>();
        sightings.AddRange(flying.Select(net => Sight(design, places, "nets for a flying probe", net, Share(access, flying.Length))));
        sightings.AddRange(nails.Select(net => Sight(design, places, "nets for a bed of nails", net, Share(access, nails.Length))));
        return new CheckOutcome.Done($"{Count(access.Nets.Length)} nets of two pins and more: {Reached(access, "flying probe", access.HasFlying)}, {Reached(access, "bed of nails", access.HasNail)}; access, not fault coverage", sightings.ToImmutable());
    }

    private static Measure Share(ProbeAccess access, int missed) => Measure.Of(100d * (access.Nets.Length - missed) / access.Nets.Length, MeasureUnit.Percent);

    private static string Reached(ProbeAccess access, string what, Func<int, Side?, bool> has)
    {
        int From(Side? side) => access.Nets.Count(net => has(net, side));
        return $"{what} {Count(From(null))} (from the top {Count(From(Side.Top))}, from the bottom {Count(From(Side.Bottom))})";
    }

    private static Sighting Sight(CheckedDesign design, ProbePlaces places, string cause, int net, Measure share)
    {
        var (name, proposal) = (design.NetName(net), places.For(net));
        var at = proposal?.At ?? design.Nets.Nets.Nets[net].At;
        return new Sighting(cause, at, "", share)
        {
            What = proposal is { } free ? $"{name} ({(free.OnCopper ? "its copper is free for an opening" : "a pad is free")} of {places.Size} at {free.Text})" : name,
        };
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
