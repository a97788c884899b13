using System.Collections.Immutable;
using Turnkey.Dfx.Boards;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;
using Turnkey.Plants.Parts;

namespace Turnkey.Dfx.Assembling.Mounted;

/// <summary>
/// Finds the pads of parts. Where the files name them, by name; else by what the package asks for: pairs of like pads around the place of a two-terminal part,
/// all pads under the body of a larger one; each pad belongs to the part that it fits best. Angles are not believed: a part that is turned wrong has its pads.
/// </summary>
internal static class PadAssigning
{
    /// <summary>Leads and pads reach that far out of a body, in nanometres: toe and heel of IPC-7351 at its loosest and half a pad.</summary>
    private const double Beyond = 900_000;

    /// <summary>Pads of parts whose size nobody knows are looked for within this, in nanometres.</summary>
    private const double Neighbourhood = 6_000_000;

    /// <summary>Pads of one pair differ in area by less than that.</summary>
    private const double LeastAlike = 0.7;

    public static PartOnBoard[] Assign(CheckedDesign design, IReadOnlyList<PartOnBoard> parts)
    {
        var found = parts.ToArray();
        foreach (var face in design.Faces)
        {
            var here = Enumerable.Range(0, found.Length).Where(i => found[i].Side == face.Side).ToArray();
            if (here.Length == 0 || face.Pads.IsEmpty) continue;
            new OnFace(face.Pads, found, here).Assign();
        }
        return found;
    }

    private sealed class OnFace(ImmutableArray<Pad> pads, PartOnBoard[] parts, int[] here)
    {
        private readonly PointIndex index = new(pads.Select(pad => pad.At));

        /// <summary>Which part has a pad; -1 for none yet, -2 for one that is named for somebody else or takes no part.</summary>
        private readonly int[] owner = new int[pads.Length];

        public void Assign()
        {
            Array.Fill(owner, -1);
            ByName();
            Pairs();
            UnderBodies();
            Nearest();
            foreach (var i in here)
            {
                if (parts[i].PadsFrom == PadsFrom.Nothing) continue;
                var at = i;
                parts[i] = parts[i] with { Pads = [.. Enumerable.Range(0, pads.Length).Where(pad => owner[pad] == at).Select(pad => pads[pad]).OrderBy(pad => pad.Name?.Pin, StringComparer.Ordinal).ThenBy(pad => pad.At.Y).ThenBy(pad => pad.At.X)] };
                if (parts[i].Pads.IsEmpty) parts[i] = parts[i] with { PadsFrom = PadsFrom.Nothing };
            }
        }

        private void ByName()
        {
            var byName = here.GroupBy(i => parts[i].Name, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
            for (var pad = 0; pad < pads.Length; pad++)
            {
                if (pads[pad].Kind is not (PadKind.Surface or PadKind.ThroughHole)) owner[pad] = -2;
                if (pads[pad].Name is not { } name) continue;
                owner[pad] = -2;
                if (pads[pad].Kind == PadKind.Via || !byName.TryGetValue(name.Component, out var part) || IsViaOf(parts[part], pads[pad])) continue;
                owner[pad] = part;
                parts[part] = parts[part] with { PadsFrom = PadsFrom.Names };
            }
            LeaveCopies();
            foreach (var i in here)
            {
                if (parts[i] is not { PadsFrom: PadsFrom.Names, Body.Form: BodyForm.TwoTerminal }) continue;
                var own = Enumerable.Range(0, pads.Length).Where(pad => owner[pad] == i).ToArray();
                if (own.Length == 2 && AreApart(pads[own[0]], pads[own[1]], parts[i].Body!.Length.Nanometres)) continue;
                // Netlists lay a point on the via beside a pad, too: what is no pair says nothing.
                parts[i] = parts[i] with { PadsFrom = PadsFrom.Nothing };
                for (var pad = 0; pad < pads.Length; pad++)
                {
                    if (owner[pad] == i || (owner[pad] == -2 && pads[pad].Kind == PadKind.Surface && string.Equals(pads[pad].Name?.Component, parts[i].Name, StringComparison.OrdinalIgnoreCase))) owner[pad] = -1;
                }
            }
        }

        /// <summary>
        /// A panel that repeats the board has each pin of each part as often as the board. The placement stands on one of them, and its pads are the nearest of
        /// each pin. Parts with several pads of one pin are no panel: not most of a board's pins have those.
        /// </summary>
        private void LeaveCopies()
        {
            var pins = Enumerable.Range(0, pads.Length).Where(pad => owner[pad] >= 0 && pads[pad].IsNamed).GroupBy(pad => (Part: owner[pad], pads[pad].Name!.Value.Pin)).ToArray();
            if (pins.Length == 0) return;
            var copies = pins.CountBy(pin => pin.Count()).MaxBy(count => count.Value);
            if (copies.Key < 2 || 2 * copies.Value <= pins.Length) return;
            foreach (var pin in pins)
            {
                foreach (var pad in pin.OrderBy(pad => Point.Distance(pads[pad].At, parts[pin.Key.Part].At)).ThenBy(pad => pad).Skip(Math.Max(1, pin.Count() / copies.Key))) owner[pad] = -2;
            }
        }

        /// <summary>Netlists name the vias in a pad after the pad.</summary>
        private static bool IsViaOf(PartOnBoard part, Pad pad) => pad.Kind == PadKind.ThroughHole && part.Kind is { MountingIsKnown: true, Mounting: Plants.Parts.Mounting.SurfaceMount };

        private static bool AreApart(Pad a, Pad b, double size) => Point.Distance(a.At, b.At) is var apart && apart >= 0.45 * size && apart <= 1.5 * size;

        private IEnumerable<int> Open => here.Where(i => parts[i].PadsFrom == PadsFrom.Nothing && parts[i].Kind.Mounting != Plants.Parts.Mounting.Mechanical);

        private void Pairs()
        {
            var candidates = new List<(double Cost, int Part, int A, int B)>();
            foreach (var i in Open)
            {
                if (parts[i].Body is not { Form: BodyForm.TwoTerminal } body) continue;
                var size = (double)body.Length.Nanometres;
                var near = index.Within(parts[i].At, (long)((1.3 * size) + 300_000)).Where(pad => owner[pad] == -1 && pads[pad].Kind == PadKind.Surface).Order().ToArray();
                for (var a = 0; a < near.Length; a++)
                {
                    for (var b = a + 1; b < near.Length; b++)
                    {
                        if (Cost(parts[i].At, size, pads[near[a]], pads[near[b]]) is { } cost) candidates.Add((cost, i, near[a], near[b]));
                    }
                }
            }
            foreach (var (_, part, a, b) in candidates.OrderBy(one => one.Cost).ThenBy(one => one.Part).ThenBy(one => one.A).ThenBy(one => one.B))
            {
                if (owner[a] != -1 || owner[b] != -1 || parts[part].PadsFrom != PadsFrom.Nothing) continue;
                (owner[a], owner[b]) = (part, part);
                parts[part] = parts[part] with { PadsFrom = PadsFrom.Package };
            }
        }

        /// <summary>How ill a pair fits: its middle beside the place, pads nearer or farther than the package's; null when it cannot be its pair.</summary>
        private static double? Cost(Point at, double size, Pad a, Pad b)
        {
            var apart = Point.Distance(a.At, b.At);
            if (!AreApart(a, b, size)) return null;
            var (areaA, areaB) = ((double)a.Bounds.Area, (double)b.Bounds.Area);
            if (Math.Min(areaA, areaB) < LeastAlike * Math.Max(areaA, areaB)) return null;
            var beside = Point.Distance(at, new Point((a.At.X + b.At.X) / 2, (a.At.Y + b.At.Y) / 2));
            return beside > (0.6 * size) + 200_000 ? null : beside + (0.2 * Math.Abs(apart - (0.95 * size)));
        }

        private void UnderBodies()
        {
            var candidates = new List<(double Cost, int Part, int Pad)>();
            foreach (var i in Open)
            {
                if (parts[i].Body is not { Form: not BodyForm.TwoTerminal } body) continue;
                double length = (body.Length.Nanometres / 2d) + Beyond, width = (body.Width.Nanometres / 2d) + Beyond;
                foreach (var pad in index.Within(parts[i].At, (long)double.Hypot(length, width)))
                {
                    // Wide vias look like holes for leads: no surface-mount package has those.
                    if (owner[pad] != -1 || (parts[i].Kind is { MountingIsKnown: true, Mounting: Plants.Parts.Mounting.SurfaceMount } && pads[pad].Kind != PadKind.Surface)) continue;
                    var at = parts[i].Frame.ToLocal(pads[pad].At);
                    var (x, y) = (Math.Abs(at.X), Math.Abs(at.Y));
                    var cost = Math.Min(Math.Max(x / length, y / width), Math.Max(y / length, x / width));
                    if (cost <= 1) candidates.Add((cost, i, pad));
                }
            }
            var taken = new Dictionary<int, int>();
            foreach (var (_, part, pad) in candidates.OrderBy(one => one.Cost).ThenBy(one => one.Part).ThenBy(one => one.Pad))
            {
                var count = taken.GetValueOrDefault(part);
                if (owner[pad] != -1 || (parts[part].Kind.JointsAreKnown && count >= MostPads(parts[part].Kind))) continue;
                owner[pad] = part;
                taken[part] = count + 1;
                parts[part] = parts[part] with { PadsFrom = PadsFrom.Package };
            }
        }

        /// <summary>Exposed pads are often drawn as several.</summary>
        private static int MostPads(PartKind kind) => kind.HiddenJoints ? int.MaxValue : kind.Joints;

        private void Nearest()
        {
            var open = Open.Where(i => parts[i].Body is null).ToArray();
            if (open.Length == 0) return;
            var places = new PointIndex(open.Select(i => parts[i].At));
            for (var pad = 0; pad < pads.Length; pad++)
            {
                if (owner[pad] != -1 || places.Nearest(pads[pad].At, (long)Neighbourhood) is not (>= 0 and var near)) continue;
                owner[pad] = open[near];
                parts[open[near]] = parts[open[near]] with { PadsFrom = PadsFrom.Neighbourhood };
            }
        }
    }
}
