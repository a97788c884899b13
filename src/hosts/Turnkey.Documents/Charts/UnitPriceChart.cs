using System.Globalization;
using Turnkey.Documents.Markup;
using Turnkey.Kernel;
using Turnkey.Quoting;

namespace Turnkey.Documents.Charts;

/// <summary>
/// Unit price over quantity: quantity on a logarithmic axis, because prices fall with the decade; price on one too where it falls more than tenfold.
/// The range is that of the estimates. Drawn as SVG, labelled directly.
/// </summary>
internal static class UnitPriceChart
{
    private const double Left = 50, Right = 462, Top = 24, Bottom = 202;

    /// <summary>Nothing for fewer than two quantities: one price is no curve.</summary>
    public static void Write(HtmlText html, IReadOnlyList<QuoteQuantity> quantities)
    {
        var points = quantities.DistinctBy(q => q.Quantity).OrderBy(q => q.Quantity).ToArray();
        if (points.Length < 2) return;
        var (x, y, ticks) = Scales(points);
        html.Open("svg", "chart", ("viewBox", "0 0 480 230"), ("role", "img"), ("aria-label", Message(points)));
        html.Open("g", "axis");
        foreach (var tick in ticks) Line(html, Left, y(tick), Right + 10, y(tick));
        html.Close();
        foreach (var tick in ticks) Text(html, null, Left - 6, y(tick) + 4, "end", Axis(tick));
        var upper = points.Select(q => $"{N(x(q.Quantity))} {N(y((double)q.High.Amount))}");
        var lower = points.Reverse().Select(q => $"{N(x(q.Quantity))} {N(y((double)q.Low.Amount))}");
        if (points.Any(q => q.Low.Amount != q.High.Amount)) Path(html, "range", $"M{string.Join('L', upper)}L{string.Join('L', lower)}z");
        Path(html, "curve", $"M{string.Join('L', points.Select(q => $"{N(x(q.Quantity))} {N(y((double)q.UnitPrice.Amount))}"))}");
        var places = points.Select(q => (X: x(q.Quantity), Y: y((double)q.UnitPrice.Amount))).ToArray();
        foreach (var (px, py) in places) html.Open("circle", "here", ("cx", N(px)), ("cy", N(py)), ("r", "3.5")).Close();
        var labels = points.Select(q => Wording.UnitPrice(q.UnitPrice)).ToArray();
        foreach (var (label, place) in labels.Zip(LabelPlaces.Find(places, labels, new(Left, 2, Right + 14, Bottom - 1))))
        {
            if (place is { } at) Text(html, "value", at.X, at.Y, at.Anchor, label);
        }
        Quantities(html, points, places);
        html.Close();
    }

    /// <summary>Along the axis: the ends always, those between where there is room.</summary>
    private static void Quantities(HtmlText html, QuoteQuantity[] points, (double X, double Y)[] places)
    {
        var taken = new List<LabelPlaces.Box>();
        foreach (var i in Enumerable.Range(0, points.Length).OrderBy(i => i == points.Length - 1 ? 0 : i == 0 ? 1 : 2))
        {
            var place = new LabelPlace(places[i].X, Bottom + 18, i == 0 ? "start" : i == points.Length - 1 ? "end" : "middle");
            var text = Wording.Count(points[i].Quantity);
            var room = LabelPlaces.Extent(place, text);
            if (taken.Any(room.Meets)) continue;
            taken.Add(room);
            Text(html, null, place.X, place.Y, place.Anchor, text);
        }
    }

    private static string Message(QuoteQuantity[] points)
    {
        var (first, last) = (points[0], points[^1]);
        var way = last.UnitPrice < first.UnitPrice ? "falls" : last.UnitPrice > first.UnitPrice ? "rises" : "stays";
        return $"The unit price {way} from {Wording.UnitPrice(first.UnitPrice)} {first.UnitPrice.Currency} at {Wording.Count(first.Quantity)} to {Wording.UnitPrice(last.UnitPrice)} at {Wording.Count(last.Quantity)}";
    }

    private static (Func<double, double> X, Func<double, double> Y, IReadOnlyList<double> Ticks) Scales(QuoteQuantity[] points)
    {
        var (from, to) = (Math.Log10(points[0].Quantity), Math.Log10(points[^1].Quantity));
        double X(double quantity) => Left + 4 + ((Math.Log10(quantity) - from) / (to - from) * (Right - Left - 4));
        var high = (double)points.Max(q => Max(q.High, q.UnitPrice));
        var low = (double)points.Min(q => Min(q.Low, q.UnitPrice));
        if (high <= 0) return (X, _ => Bottom, [0]);
        if (low > 0 && high / low > 10)
        {
            var (bottom, top) = (Math.Floor(Math.Log10(low) * 3) / 3, Math.Log10(high));
            double Logarithmic(double price) => Bottom - ((Math.Log10(price) - bottom) / (top - bottom) * (Bottom - Top));
            var decades = Enumerable.Range((int)Math.Floor(bottom), (int)Math.Ceiling(top) - (int)Math.Floor(bottom) + 1)
                .SelectMany(decade => new[] { 1d, 2, 5 }.Select(digit => digit * Math.Pow(10, decade))).Where(tick => tick >= Math.Pow(10, bottom) && tick <= high).ToArray();
            return (X, Logarithmic, decades.Length > 7 ? [.. decades.Where(tick => Math.Log10(tick) % 1 == 0)] : decades);
        }
        var step = Step(high / 4);
        var ceiling = Math.Ceiling(high / step) * step;
        return (X, price => Bottom - (price / ceiling * (Bottom - Top)), [.. Enumerable.Range(0, (int)Math.Round(ceiling / step) + 1).Select(i => i * step)]);
    }

    private static decimal Max(Money a, Money b) => Math.Max(a.Amount, b.Amount);

    private static decimal Min(Money a, Money b) => Math.Min(a.Amount, b.Amount);

    /// <summary>1, 2 or 5 times a power of ten, not below the value.</summary>
    private static double Step(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return (value / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
    }

    private static string Axis(double value) => value.ToString(value >= 1000 ? "#,0" : "0.####", CultureInfo.InvariantCulture);

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static void Line(HtmlText html, double x1, double y1, double x2, double y2) =>
        html.Open("line", null, ("x1", N(x1)), ("y1", N(y1)), ("x2", N(x2)), ("y2", N(y2))).Close();

    private static void Path(HtmlText html, string cssClass, string data) => html.Open("path", cssClass, ("d", data)).Close();

    private static void Text(HtmlText html, string? cssClass, double x, double y, string anchor, string text) =>
        html.Leaf("text", cssClass, text, ("x", N(x)), ("y", N(y)), ("text-anchor", anchor));
}
