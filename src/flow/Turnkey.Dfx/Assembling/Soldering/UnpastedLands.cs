using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry.Indexing;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Soldering;

/// <summary>
/// Lands of parts that nobody knows, of which others tell that they want paste: nearly all of their size on the face have it, or most of their size at the same
/// part, or the rows that they lie in the middle of.
/// </summary>
internal sealed class UnpastedLands
{
    /// <summary>So many pads of one size at least have paste, and such a share of them, before those without are taken for a slip.</summary>
    private const int FewestAlike = 4;
    private const double NearlyAll = 0.8;

    /// <summary>At one part half of them are enough: a chip has two.</summary>
    private const double AtOnePart = 0.5;

    /// <summary>Sizes that differ by less than that share count as one where the very size has too few: footprints of one kind of terminal differ. The figure is an assumption.</summary>
    private const double SameSize = 0.1;

    /// <summary>Steps in which sizes are counted, in nanometres: files round.</summary>
    private const long SizeStep = 10_000;

    /// <summary>Rows lie nearer to the exposed pad in their middle, in nanometres, and on both sides as far away, within the second. The figures are assumptions.</summary>
    private const long RowsWithin = 1_000_000;
    private const long Evenly = 100_000;

    /// <summary>An exposed pad is more than that much larger than the pads of the rows, of which each has two at least.</summary>
    private const int MuchLarger = 3;
    private const int FewestInRow = 2;

    private readonly CheckedDesign design;
    private readonly ImmutableArray<Land> lands;
    private readonly Dictionary<(long, long), (int Pasted, int All)> sizes;
    private readonly Dictionary<(string Part, (long, long) Size), (int Pasted, int All)> parts;
    private readonly Lazy<PointIndex> index;
    private readonly long largest;

    /// <param name="design">The design.</param>
    /// <param name="lands">Those of one face that the mask leaves open, and whether they have paste.</param>
    public UnpastedLands(CheckedDesign design, IEnumerable<(Pad Pad, bool HasPaste)> lands)
    {
        this.design = design;
        this.lands = [.. lands.Select(land => new Land(land.Pad, land.HasPaste, SizeOf(land.Pad)))];
        sizes = Counted(this.lands, land => land.Size);
        parts = Counted(this.lands.Where(land => land.Pad.IsNamed), land => (land.Pad.Part!, land.Size));
        index = new(() => new PointIndex(this.lands.Select(land => land.Pad.At)));
        largest = this.lands.Select(land => Math.Max(land.Pad.Bounds.Width.Nanometres, land.Pad.Bounds.Height.Nanometres)).DefaultIfEmpty().Max();
    }

    private readonly record struct Land(Pad Pad, bool HasPaste, (long, long) Size);

    /// <returns>How many could be told by others, and those of them that have no paste.</returns>
    /// <param name="isConcerned">Which to look at; others tell only.</param>
    public (int Looked, ImmutableArray<Sighting> Sightings) Look(Func<Pad, bool> isConcerned)
    {
        var looked = 0;
        var sightings = ImmutableArray.CreateBuilder<Sighting>();
        var likes = sizes.Keys.ToDictionary(size => size, Alike);
        foreach (var land in lands.OrderBy(land => land.Size).Where(land => isConcerned(land.Pad)))
        {
            if (TellsPaste(sizes[land.Size]) || TellsPaste(likes[land.Size]))
            {
                looked++;
                if (!land.HasPaste) sightings.Add(Sight(land, "pads whose like have paste", $"{(TellsPaste(sizes[land.Size]) ? sizes : likes)[land.Size].Pasted.ToString("N0", CultureInfo.InvariantCulture)} of its size have paste"));
            }
            else if (land.Pad.IsNamed && parts[(land.Pad.Part!, land.Size)] is var here && here.Pasted > 0 && here.Pasted >= AtOnePart * here.All)
            {
                looked++;
                if (!land.HasPaste) sightings.Add(Sight(land, "pads whose like at the same part have paste", $"{here.Pasted.ToString(CultureInfo.InvariantCulture)} of its size at {land.Pad.Part} have paste"));
            }
            else if (!land.HasPaste && LiesBetweenRows(land.Pad))
            {
                looked++;
                sightings.Add(Sight(land, "pads in the middle of others that have paste", "the pads on both sides of it have paste"));
            }
        }
        return (looked, sightings.ToImmutable());
    }

    private static bool TellsPaste((int Pasted, int All) alike) => alike.Pasted >= FewestAlike && alike.Pasted >= NearlyAll * alike.All;

    private Sighting Sight(Land land, string cause, string why) => new(cause, land.Pad.At, land.Pad.IsTop ? "top" : "bottom", Measure.Fact) { What = $"{land.Pad.Called(design)}; {why}", Bounds = land.Pad.Bounds };

    /// <summary>As exposed pads do: as many smaller ones with paste on one side as on the other, and as far away.</summary>
    private bool LiesBetweenRows(Pad pad)
    {
        var box = pad.Bounds;
        var (left, right, below, above) = (new Row(), new Row(), new Row(), new Row());
        foreach (var i in index.Value.Within(pad.At, Math.Max(box.Width.Nanometres, box.Height.Nanometres) + largest + RowsWithin))
        {
            var other = lands[i].Pad.Bounds;
            if (!lands[i].HasPaste || MuchLarger * other.Area >= box.Area) continue;
            if (other.Centre.Y > box.Bottom && other.Centre.Y < box.Top)
            {
                left.Count(box.Left - other.Right);
                right.Count(other.Left - box.Right);
            }
            else if (other.Centre.X > box.Left && other.Centre.X < box.Right)
            {
                below.Count(box.Bottom - other.Top);
                above.Count(other.Bottom - box.Top);
            }
        }
        return left.Faces(right) || below.Faces(above);
    }

    private sealed class Row
    {
        private int count;
        private long nearest = long.MaxValue;

        public void Count(long gap)
        {
            if (gap is <= 0 or > RowsWithin) return;
            count++;
            nearest = Math.Min(nearest, gap);
        }

        public bool Faces(Row other) => count >= FewestInRow && count == other.count && Math.Abs(nearest - other.nearest) <= Evenly;
    }

    /// <summary>Turned by a quarter it is the same.</summary>
    private static (long, long) SizeOf(Pad pad)
    {
        var (width, height) = (pad.Bounds.Width.Nanometres, pad.Bounds.Height.Nanometres);
        return ((Math.Min(width, height) + (SizeStep / 2)) / SizeStep, (Math.Max(width, height) + (SizeStep / 2)) / SizeStep);
    }

    private (int Pasted, int All) Alike((long Short, long Long) size)
    {
        var (pasted, all) = (0, 0);
        foreach (var ((shorter, longer), counted) in sizes)
        {
            if (Math.Abs(shorter - size.Short) > SameSize * size.Short || Math.Abs(longer - size.Long) > SameSize * size.Long) continue;
            (pasted, all) = (pasted + counted.Pasted, all + counted.All);
        }
        return (pasted, all);
    }

    private static Dictionary<TKey, (int Pasted, int All)> Counted<TKey>(IEnumerable<Land> lands, Func<Land, TKey> key) where TKey : notnull =>
        lands.GroupBy(key).ToDictionary(group => group.Key, group => (group.Count(land => land.HasPaste), group.Count()));
}
