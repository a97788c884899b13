using Turnkey.Designs;
using Turnkey.Documents.Markup;
using Turnkey.Kernel;
using Turnkey.Quoting;

namespace Turnkey.Documents.Costing;

/// <summary>Everything that reading, planning and sourcing had to say, the customer's files and our own data alike.</summary>
internal static class DiagnosticTable
{
    public static void Write(HtmlText html, Design design, Quote quote)
    {
        Diagnostic[] all = [.. design.Diagnostics.Concat(quote.Diagnostics).Distinct().OrderByDescending(diagnostic => diagnostic.Severity)];
        html.Open("section", "sheet long").Open("h2").Text("Diagnostics ").Leaf("span", "u", Wording.Count(all.Length)).Close();
        if (all.Length == 0) html.Leaf("p", "quiet", "None.");
        html.Open("div", "scroll").Open("table").Open("tbody");
        foreach (var diagnostic in all)
        {
            html.Open("tr").Open("td").Leaf("span", $"tag {Wording.Severity(diagnostic.Severity)}", Wording.Severity(diagnostic.Severity)).Close();
            html.Open("td").Text(diagnostic.Message).Text(" ").Leaf("small", null, Wording.Place(diagnostic)).Close();
            html.Open("td").Leaf("span", "mono quiet", diagnostic.Code).Close(2);
        }
        html.Close(4);
    }
}
