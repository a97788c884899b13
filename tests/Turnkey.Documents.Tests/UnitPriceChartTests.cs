using System.Globalization;
using AngleSharp.Dom;
using Turnkey.Documents.Charts;
using Turnkey.Documents.Offers;

namespace Turnkey.Documents.Tests;

public class UnitPriceChartTests
{
    public static TheoryData<int[]> Quantities =>
        [new[] { 1000, 2000 }, new[] { 1, 10, 100, 1000, 10_000 }, new[] { 10, 11, 12, 13, 1000 }, new[] { 1, 990, 1000 }, new[] { 5000, 5001 }, Enumerable.Range(1, 60).ToArray()];

    [Theory]
    [MemberData(nameof(Quantities))]
    public void No_label_lies_on_another_and_both_ends_have_theirs(int[] quantities)
    {
        var chart = Pages.Read(OfferPage.Html(SampleQuote.Design(), SampleQuote.Quote(quantities)), null).QuerySelector("svg.chart")!;
        var values = chart.QuerySelectorAll("text.value").Select(text => text.TextContent).ToArray();
        var rooms = chart.QuerySelectorAll("text").Select(Room).ToArray();
        for (var i = 0; i < rooms.Length; i++) Assert.DoesNotContain(rooms.Skip(i + 1), rooms[i].Meets);
        var prices = SampleQuote.Quote(quantities).Quantities;
        Assert.Contains(prices[0].UnitPrice.Amount.ToString("#,0.0000", CultureInfo.InvariantCulture), values);
        Assert.Contains(prices[^1].UnitPrice.Amount.ToString("#,0.0000", CultureInfo.InvariantCulture), values);
    }

    [Fact]
    public void Between_steep_ends_labels_keep_off_the_curve()
    {
        var points = new[] { (60d, 30d), (260d, 150d), (460d, 160d) };
        var texts = new[] { "100.0000", "20.0000", "10.0000" };
        var places = LabelPlaces.Find(points, texts, new(50, 2, 476, 201));
        Assert.All(places.Zip(texts), label =>
        {
            var room = LabelPlaces.Extent(label.First!.Value, label.Second);
            Assert.False(room.Meets(points[0], points[1]) || room.Meets(points[1], points[2]));
        });
    }

    private static LabelPlaces.Box Room(IElement text)
    {
        double Number(string name) => double.Parse(text.GetAttribute(name)!, CultureInfo.InvariantCulture);
        // Half a unit less than what the labels claim: coordinates in the page are rounded.
        var room = LabelPlaces.Extent(new LabelPlace(Number("x"), Number("y"), text.GetAttribute("text-anchor")!), text.TextContent);
        return new(room.Left + 0.5, room.Top + 0.5, room.Right - 0.5, room.Bottom - 0.5);
    }
}
