using Turnkey.Designs;
using Turnkey.Documents.Markup;
using Turnkey.Kernel;
using Turnkey.Quoting;

namespace Turnkey.Documents.Offers;

/// <summary>
/// What was found in the customer's own files: errors and warnings with file and line. Diagnostics about the plant's data or a supplier's offers are
/// not the customer's matter and may tell costs, so only those that concern a file of the package are shown.
/// </summary>
internal static class OfferFindings
{
    private const int Shown = 5;

    public static void Write(HtmlText html, Design design, Quote quote)
    {
        var findings = Of(design, quote);
        html.Open("section", "sheet");
        var errors = findings.Count(finding => finding.Severity == Severity.Error);
        html.Open("h2").Text("Found in the files ");
        if (findings.Length > 0) html.Leaf("span", "u", $"{Wording.Plural(errors, "error", "errors")}, {Wording.Plural(findings.Length - errors, "warning", "warnings")}");
        html.Close();
        if (findings.Length == 0) html.Leaf("p", "quiet", "No errors and no warnings.");
        Table(html, findings.Take(Shown));
        if (findings.Length > Shown)
        {
            html.Open("details").Leaf("summary", null, $"{Wording.Count(findings.Length - Shown)} more");
            Table(html, findings.Skip(Shown));
            html.Close();
        }
        html.Close();
    }

    /// <summary>Who supplies what at which price is the manufacturer's own; that a part has no price is the customer's to know.</summary>
    private static bool NamesSuppliers(Diagnostic diagnostic) =>
        diagnostic.Code.StartsWith("sourcing.", StringComparison.Ordinal) && diagnostic.Code is not ("sourcing.no-price" or "sourcing.unpriced");

    internal static Diagnostic[] Of(Design design, Quote quote)
    {
        var own = design.Package.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return [.. design.Diagnostics.Concat(quote.Diagnostics.Where(diagnostic => own.Contains(diagnostic.File) && !NamesSuppliers(diagnostic)))
            .Where(diagnostic => diagnostic.Severity != Severity.Info).Distinct().OrderByDescending(diagnostic => diagnostic.Severity)];
    }

    private static void Table(HtmlText html, IEnumerable<Diagnostic> findings)
    {
        html.Open("table", "tagged").Open("tbody");
        foreach (var finding in findings)
        {
            html.Open("tr").Open("td").Leaf("span", $"tag {Wording.Severity(finding.Severity)}", Wording.Severity(finding.Severity)).Close();
            html.Open("td").Text(finding.Message);
            if (Wording.Place(finding) is { Length: > 0 } place) html.Text(" ").Leaf("small", null, place);
            html.Close(2);
        }
        html.Close(2);
    }
}
