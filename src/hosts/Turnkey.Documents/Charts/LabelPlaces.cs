namespace Turnkey.Documents.Charts;

/// <summary>Where a label goes: its anchor as SVG has it, on the base line of the text.</summary>
internal readonly record struct LabelPlace(double X, double Y, string Anchor);

/// <summary>
/// Finds places for the labels of points on a curve: beside the point, clear of the curve, of the other points and labels, and inside the frame. The ends
/// of a curve are what a reader looks for first, so they are placed first and always; a label between them that finds no place is left out.
/// </summary>
internal static class LabelPlaces
{
    /// <summary>Of a digit of semi-bold 11 px in the widest of the fonts that the style sheet names, in units of the picture.</summary>
    private const double CharacterWidth = 7;

    private const double Ascent = 9, Descent = 2, Gap = 3;

    /// <param name="Left">Of the frame; labels stay inside it, as <paramref name="Right"/>, <paramref name="Top"/> and <paramref name="Bottom"/> say.</param>
    public readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

        public bool Within(Box other) => Left >= other.Left && Right <= other.Right && Top >= other.Top && Bottom <= other.Bottom;

        /// <summary>True when a part of the line between two points lies inside: it is cut back to the box side by side (Liang and Barsky).</summary>
        public bool Meets((double X, double Y) from, (double X, double Y) to)
        {
            var (begin, end) = (0d, 1d);
            return Cut(from.X - to.X, from.X - Left, ref begin, ref end) && Cut(to.X - from.X, Right - from.X, ref begin, ref end)
                && Cut(from.Y - to.Y, from.Y - Top, ref begin, ref end) && Cut(to.Y - from.Y, Bottom - from.Y, ref begin, ref end);
        }

        private static bool Cut(double direction, double distance, ref double begin, ref double end)
        {
            if (direction == 0) return distance >= 0;
            var at = distance / direction;
            if (direction < 0) begin = Math.Max(begin, at);
            else end = Math.Min(end, at);
            return begin <= end;
        }
    }

    /// <summary>One place per point, null where there is none.</summary>
    /// <param name="points">Of the curve, from left to right.</param>
    /// <param name="texts">Of their labels.</param>
    public static LabelPlace?[] Find(IReadOnlyList<(double X, double Y)> points, IReadOnlyList<string> texts, Box frame)
    {
        var places = new LabelPlace?[points.Count];
        var taken = new List<Box>();
        foreach (var index in Enumerable.Range(0, points.Count).OrderBy(index => index == points.Count - 1 ? 0 : index == 0 ? 1 : 2))
        {
            var candidates = Around(points[index]).Select(place => (Place: place, Room: Extent(place, texts[index]))).ToArray();
            var free = candidates.Where(candidate => candidate.Room.Within(frame) && !taken.Any(candidate.Room.Meets)).ToArray();
            var clear = free.Where(candidate => !CrossesCurve(candidate.Room, points)).ToArray();
            // The ends are labelled even across the curve: a number on a thin line can be read, one on a number cannot.
            var found = clear.Length > 0 ? clear : index == 0 || index == points.Count - 1 ? free : [];
            if (found.Length == 0) continue;
            places[index] = found[0].Place;
            taken.Add(found[0].Room);
        }
        return places;
    }

    /// <summary>The room that a label takes, with a gap around it.</summary>
    public static Box Extent(LabelPlace place, string text)
    {
        var width = text.Length * CharacterWidth;
        var left = place.Anchor switch { "end" => place.X - width, "middle" => place.X - (width / 2), _ => place.X };
        return new(left - Gap, place.Y - Ascent, left + width + Gap, place.Y + Descent);
    }

    /// <summary>Best first. A falling curve leaves the place right of the point and above it free, and that left of it and below.</summary>
    private static IEnumerable<LabelPlace> Around((double X, double Y) point) =>
    [
        new(point.X + 5, point.Y - 8, "start"), new(point.X, point.Y - 10, "middle"), new(point.X, point.Y - 10, "end"),
        new(point.X, point.Y + 18, "end"), new(point.X, point.Y + 18, "middle"), new(point.X + 5, point.Y + 16, "start"),
        new(point.X, point.Y - 22, "end"), new(point.X, point.Y + 30, "end"), new(point.X + 5, point.Y - 22, "start"), new(point.X + 5, point.Y + 30, "start"),
    ];

    private static bool CrossesCurve(Box room, IReadOnlyList<(double X, double Y)> points)
    {
        for (var i = 1; i < points.Count; i++)
        {
            if (room.Meets(points[i - 1], points[i])) return true;
        }
        return false;
    }
}
