namespace Turnkey.Dfx.Assembling.Mounted;

/// <summary>
/// Along which direction the pads of a part lie in rows. Libraries draw rows along an axis, at angle zero as at every quarter turn, so that rows that lie aslant
/// in the part's own axes show how far its angle is off, whatever the part is.
/// </summary>
internal static class PadRows
{
    /// <summary>Pads in one row differ across it by less, in nanometres.</summary>
    private const double SameRow = 50_000;

    /// <summary>Directions are tried from that many of the outermost pads, to that many others: any row has an end.</summary>
    private const int MostEnds = 8, MostOthers = 128;

    /// <summary>Directions nearer to each other than this are one, in degrees.</summary>
    private const double SameDirection = 0.2;

    /// <summary>Degrees, above -45 to 45, from the part's own axes to its rows; null where no two of its pads make a row that says so.</summary>
    /// <param name="places">Of its pads, in its own axes.</param>
    public static double? Skew(ReadOnlySpan<Offset> places)
    {
        if (places.Length < 2) return null;
        if (places.Length == 2) return Folded((places[1] - places[0]).Degrees);
        var (best, rows, isEven) = (0d, Rows(places, 0), IsEven(places, 0));
        foreach (var direction in Directions(places))
        {
            var tried = Rows(places, direction);
            if (tried > rows) continue;
            var even = IsEven(places, direction);
            // Of two with as few rows, as a triangle has, the one that the pads lie evenly about; of those the one that the file says.
            if (tried == rows && (isEven || !even)) continue;
            (best, rows, isEven) = (direction, tried, even);
        }
        // Pads without an order share a row by chance. Three pads lie in two rows one way or another: only a triangle that is even about an axis shows which.
        return 2 * rows > 3 * places.Length + 1 || (places.Length == 3 && !isEven) ? null : Refined(places, best);
    }

    /// <summary>Above -45 to 45.</summary>
    private static double Folded(double degrees) => Angles.Within(degrees, 90) is var within && within > 45 ? within - 90 : within;

    private static List<double> Directions(ReadOnlySpan<Offset> places)
    {
        var middle = Mean(places);
        var order = new int[places.Length];
        var sizes = new double[places.Length];
        for (var i = 0; i < order.Length; i++) (order[i], sizes[i]) = (i, -(places[i] - middle).Size);
        Array.Sort(sizes, order);
        var directions = new List<double>();
        var step = Math.Max(1, places.Length / MostOthers);
        foreach (var end in order.AsSpan(0, Math.Min(MostEnds, order.Length)))
        {
            for (var other = 0; other < places.Length; other += step)
            {
                if (other == end || (places[other] - places[end]).Size < SameRow) continue;
                directions.Add(Folded((places[other] - places[end]).Degrees));
            }
        }
        directions.Sort((a, b) => Math.Abs(a).CompareTo(Math.Abs(b)) is not 0 and var nearer ? nearer : a.CompareTo(b));
        var kept = new List<double>();
        foreach (var direction in directions)
        {
            if (!kept.Exists(one => Math.Abs(one - direction) < SameDirection)) kept.Add(direction);
        }
        return kept;
    }

    /// <summary>How many rows and columns there are when they are looked for along a direction.</summary>
    private static int Rows(ReadOnlySpan<Offset> places, double direction)
    {
        var (along, across) = Turned(places, direction);
        return Different(along) + Different(across);
    }

    private static int Different(double[] values)
    {
        Array.Sort(values);
        var (count, last) = (0, double.MinValue);
        foreach (var value in values)
        {
            if (value - last > SameRow) count++;
            last = value;
        }
        return count;
    }

    /// <summary>The pads lie mirrored about one of the two axes through their mean.</summary>
    private static bool IsEven(ReadOnlySpan<Offset> places, double direction)
    {
        var middle = Mean(places);
        var turned = new Offset[places.Length];
        for (var i = 0; i < turned.Length; i++) turned[i] = (places[i] - middle).Turned(-direction);
        return Mirrors(turned, at => new Offset(-at.X, at.Y)) || Mirrors(turned, at => new Offset(at.X, -at.Y));
    }

    private static bool Mirrors(Offset[] places, Func<Offset, Offset> mirrored) =>
        Array.TrueForAll(places, at => mirrored(at) is var other && Array.Exists(places, one => (one - other).Size < 2 * SameRow));

    /// <summary>By all pads of all rows and columns: two that are near each other show a direction only roughly, as files round.</summary>
    private static double Refined(ReadOnlySpan<Offset> places, double direction)
    {
        var (along, across) = Turned(places, direction);
        var (rises, runs) = (0d, 0d);
        Add(along, across, 1);
        Add(across, along, -1);
        return runs == 0 ? direction : Folded(direction + (Math.Atan2(rises, runs) * 180 / Math.PI));

        void Add(double[] on, double[] beside, int sign)
        {
            var order = Enumerable.Range(0, on.Length).OrderBy(i => beside[i]).ToArray();
            for (var first = 0; first < order.Length;)
            {
                var end = first + 1;
                while (end < order.Length && beside[order[end]] - beside[order[end - 1]] <= SameRow) end++;
                var row = order[first..end];
                first = end;
                if (row.Length < 2) continue;
                var (x, y) = (row.Average(i => on[i]), row.Average(i => beside[i]));
                rises += sign * row.Sum(i => (on[i] - x) * (beside[i] - y));
                runs += row.Sum(i => (on[i] - x) * (on[i] - x));
            }
        }
    }

    private static (double[] Along, double[] Across) Turned(ReadOnlySpan<Offset> places, double direction)
    {
        var (along, across) = (new double[places.Length], new double[places.Length]);
        for (var i = 0; i < places.Length; i++)
        {
            var at = places[i].Turned(-direction);
            (along[i], across[i]) = (at.X, at.Y);
        }
        return (along, across);
    }

    private static Offset Mean(ReadOnlySpan<Offset> places)
    {
        var sum = new Offset(0, 0);
        foreach (var at in places) sum += at;
        return sum.Times(1d / places.Length);
    }
}
