using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Products;
using Turnkey.Dfx;
using Turnkey.Dfx.Findings;
using Turnkey.Documents.Markup;
using Turnkey.Documents.Viewer;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Documents.Checking;

/// <summary>
/// The page of a design review: what stands against making the board, each finding with a picture, its measure, its limit and where that is from, and what
/// to do; then the board with all places marked, and what was checked and what could not be. One self-contained document.
/// </summary>
public static class CheckPage
{
    /// <summary>Findings with a picture; a page with more would not load well.</summary>
    private const int MostPictures = 80;

    /// <summary>Places of one finding that are marked on the board.</summary>
    private const int MostMarkers = 40;

    /// <summary>Places of one finding that are listed; the JSON has them all.</summary>
    private const int MostPlaces = 200;

    public static string Html(Design design, ImmutableArray<(Assembly Assembly, Review Review)> reviews)
    {
        ArgumentNullException.ThrowIfNull(design);
        return Page.Write($"Design review: {design.Product.Name}", html =>
        {
            html.Open("main");
            WriteHead(html, design, reviews);
            for (var i = 0; i < reviews.Length; i++)
            {
                var (assembly, review) = reviews[i];
                if (reviews.Length > 1) html.Leaf("h2", null, assembly.Name);
                WriteFindings(html, assembly, review, i);
                WriteBoard(html, assembly, review, i);
                WriteChecks(html, review);
            }
            html.Open("footer", "foot").Leaf("p", null, $"Made by Turnkey from {Wording.Plural(design.Package.Files.Length, "file", "files")}; package SHA-256 {design.Package.Sha256}").Close();
            html.Close();
        }, ViewerPanel.Needed(design) ? ViewerPanel.Script : null, pictures: true);
    }

    private static void WriteHead(HtmlText html, Design design, ImmutableArray<(Assembly Assembly, Review Review)> reviews)
    {
        var findings = reviews.SelectMany(one => one.Review.Findings).Where(finding => finding.Counts).ToArray();
        var errors = findings.Count(finding => finding.Severity == Severity.Error);
        html.Open("header", "head").Open("div").Leaf("small", null, $"Design review of package {design.Package.Name}");
        html.Leaf("h1", null, design.Product.Name);
        html.Leaf("small", null, "held against " + string.Join(", ", reviews.SelectMany(one => one.Review.Demands.Capabilities).DistinctBy(capability => capability.Key).Select(capability => capability.Name))).Close();
        html.Open("div", "answer");
        html.Leaf("b", null, errors == 0 ? "can be made" : $"{Wording.Plural(errors, "error", "errors")} to settle").Void("br");
        html.Leaf("small", null, $"{Wording.Plural(findings.Length - errors, "warning", "warnings")}; {Wording.Plural(reviews.Sum(one => one.Review.Checks.Count(check => check.Done)), "check", "checks")} made, {Wording.Count(reviews.Sum(one => one.Review.Checks.Count(check => !check.Done)))} without input");
        html.Close(2);
    }

    private static void WriteFindings(HtmlText html, Assembly assembly, Review review, int board)
    {
        html.Open("section", "sheet long").Open("h2").Text("Findings ").Leaf("span", "u", "one for each cause, at its worst place").Close();
        if (review.Findings.IsEmpty) html.Leaf("p", "quiet", "Nothing stands against it in what was checked.");
        var pictures = 0;
        for (var i = 0; i < review.Findings.Length; i++)
        {
            var finding = review.Findings[i];
            html.Open("article", "finding", ("id", string.Create(CultureInfo.InvariantCulture, $"f{board}-{i + 1}")));
            if (assembly.Board is { } shown && pictures++ < MostPictures) FindingPicture.Write(html, shown, finding);
            html.Open("div");
            WriteText(html, assembly, finding, board, i);
            html.Close(2);
        }
        html.Close();
    }

    private static void WriteText(HtmlText html, Assembly assembly, Finding finding, int board, int i)
    {
        var severity = !finding.Counts ? "info" : Wording.Severity(finding.Severity);
        html.Open("h3").Leaf("span", $"tag {severity}", $"{(i + 1).ToString(CultureInfo.InvariantCulture)} {(finding.Counts ? severity : finding.Waiver is not null ? "waived" : "settled")}").Text($" {finding.Rule.Title}: {finding.Cause}").Close();
        html.Open("p").Text(finding.Reason + ".").Close();
        html.Open("p").Leaf("b", null, "Remedy: ").Text(finding.Fix + ".").Close();
        html.Open("dl", "facts");
        if (finding.Rule.Unit != MeasureUnit.None) Fact(html, "measured", finding.Measured.ToString());
        if (finding.Limit is { } limit) Fact(html, finding.Severity == Severity.Error ? "limit" : "preferred", limit.ToString());
        Fact(html, "places", Wording.Count(finding.Places.Length));
        html.Open("div").Leaf("dt", null, "worst at").Open("dd");
        html.Leaf("a", null, Place(finding.Worst), ("href", Address(assembly, finding.Worst, board)));
        html.Close(2).Close();
        if (finding.StatedBy is { } stated) html.Leaf("p", "quiet", Basis(stated));
        if (finding.Waiver is { } waiver) html.Leaf("p", "quiet", $"Waived by {waiver.Author}{(waiver.Date.Length > 0 ? " on " + waiver.Date : "")}: {waiver.Reason}{(waiver.Expires is { } last ? $" (to {last:yyyy-MM-dd})" : "")}");
        foreach (var settlement in finding.Settlements) html.Leaf("p", "quiet", $"Settled by {settlement.By}{(settlement.Date.Length > 0 ? " on " + settlement.Date : "")}: {FindingWords.Of(settlement.As)}");
        if (finding.Places.Length > 1) WritePlaces(html, assembly, finding, board);
    }

    private static string Basis(Limit stated) =>
        $"The limit is {stated.Capability}'s: {stated.Source}{(stated.Of == FigureOf.Finished ? $"; the figure is of the finished board, {stated.Allowance} is allowed for fabrication" : "")}{(stated.Assumed ? "; assumed" : "")}.";

    private static void WritePlaces(HtmlText html, Assembly assembly, Finding finding, int board)
    {
        html.Open("details").Leaf("summary", null, $"all {Wording.Count(finding.Places.Length)} places").Open("div", "scroll").Open("table");
        html.Open("thead").Open("tr").Leaf("th", null, "layer").Leaf("th", null, "place, mm");
        if (finding.Rule.Unit != MeasureUnit.None) html.Leaf("th", "n", $"measured{(Measure.Symbol(finding.Rule.Unit) is { Length: > 0 } unit ? ", " + unit : "")}");
        html.Leaf("th", null, "what").Close(2).Open("tbody");
        foreach (var place in finding.Places.Take(MostPlaces))
        {
            html.Open("tr").Leaf("td", null, place.Layer).Open("td").Leaf("a", null, Coordinates(place), ("href", Address(assembly, place, board))).Close();
            if (finding.Rule.Unit != MeasureUnit.None) html.Leaf("td", "n", place.Measured.Value.ToString("0.######", CultureInfo.InvariantCulture));
            html.Leaf("td", null, place.What).Close();
        }
        html.Close(3);
        if (finding.Places.Length > MostPlaces) html.Leaf("p", "quiet", $"and {Wording.Count(finding.Places.Length - MostPlaces)} more, which the JSON has");
        html.Close();
    }

    private static void Fact(HtmlText html, string label, string value) => html.Open("div").Leaf("dt", null, label).Leaf("dd", null, value).Close();

    private static string Place(Sighting place) => place.Layer.Length == 0 ? Coordinates(place) + " mm" : $"{Coordinates(place)} mm on {place.Layer}";

    private static string Coordinates(Sighting place) => string.Create(CultureInfo.InvariantCulture, $"{place.At.X / 1e6:0.###}, {place.At.Y / 1e6:0.###}");

    /// <summary>Takes the viewer to the place.</summary>
    private static string Address(Assembly assembly, Sighting place, int board)
    {
        var side = assembly.Board is { } shown && FindingView.Of(shown, place).Side == Side.Bottom ? "bottom" : "top";
        return string.Create(CultureInfo.InvariantCulture, $"#board={board}&x={place.At.X / 1e6:0.###}&y={place.At.Y / 1e6:0.###}&zoom=30&side={side}");
    }

    private static void WriteBoard(HtmlText html, Assembly assembly, Review review, int number)
    {
        if (assembly.Board is not { } board) return;
        html.Open("section", "sheet").Open("h2").Text("On the board ").Leaf("span", "u", "every finding marked; choose one to go there").Close();
        var markers = review.Findings.SelectMany((finding, i) => FindingMarkers.Of(board, finding, i + 1).Take(MostMarkers));
        if (BoardScene.Of(assembly, review.Nets, [.. markers]) is { } scene) ViewerPanel.Write(html, scene, number);
        html.Leaf("p", "quiet", "Places are in the coordinates of the files, seen from the top.");
        html.Close();
    }

    private static void WriteChecks(HtmlText html, Review review)
    {
        html.Open("section", "sheet long").Open("h2").Text("What was checked ").Leaf("span", "u", "a check without input is no pass").Close();
        html.Open("div", "scroll").Open("table").Open("thead").Open("tr").Leaf("th", null, "check").Leaf("th", null, "result").Leaf("th", null, "looked at").Close(2).Open("tbody");
        foreach (var group in review.Checks.GroupBy(check => check.Rule.Group))
        {
            html.Open("tr", "sum").Leaf("td", null, group.Key.ToString(), ("colspan", "3")).Close();
            foreach (var check in group)
            {
                var found = review.Findings.Where(finding => finding.Rule == check.Rule && finding.Counts).ToArray();
                html.Open("tr").Leaf("td", null, check.Rule.Title).Open("td");
                if (!check.Done) html.Leaf("span", "tag info", "skipped");
                else if (found.Length == 0) html.Leaf("span", "tag offer", "good");
                else html.Leaf("span", $"tag {Wording.Severity(found.Max(finding => finding.Severity))}", Wording.Plural(found.Length, "finding", "findings"));
                html.Close().Leaf("td", "quiet", check.Why).Close();
            }
        }
        html.Close(4);
    }
}
