using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Documents.Markup;
using Turnkey.Quoting;

namespace Turnkey.Documents.Offers;

/// <summary>What the price covers and leaves out, and what it takes for granted.</summary>
internal static class OfferNotes
{
    /// <summary>Lines of the BOM that are estimated or left out fold away beyond this; their number is always said.</summary>
    private const int Shown = 7, EstimatesShown = 4;

    public static void Write(HtmlText html, Design design, Quote quote)
    {
        var notes = quote.Notes;
        var several = design.Assemblies.Count() > 1;
        html.Open("div", "cols three");
        html.Open("section", "sheet").Leaf("h2", null, "Included");
        List(html, notes.Included, several);
        if (!notes.Excluded.IsEmpty)
        {
            html.Leaf("h3", null, "Not included");
            List(html, notes.Excluded, several);
        }
        html.Close();
        html.Open("section", "sheet").Leaf("h2", null, "Estimated, no offer behind it");
        List(html, notes.Estimated, several, EstimatesShown);
        html.Close();
        html.Open("section", "sheet").Leaf("h2", null, "Missing: please send");
        if (notes.Missing.IsEmpty) html.Leaf("p", "quiet", "Nothing: the package says all that the price needs.");
        else List(html, notes.Missing, several);
        html.Close(2);

        Supply(html, notes, several);

        // Never folded: a price that rests on an assumption must not be printed without it.
        html.Open("section", "sheet").Open("h2").Text("Assumed ").Leaf("span", "u", "where the files do not say; tell us, and the price is made again").Close();
        if (notes.Assumed.IsEmpty) html.Leaf("p", "quiet", "Nothing.");
        html.Open("ul", "columns");
        // What has the same source stands together, so that the source is said once.
        foreach (var group in notes.Assumed.GroupBy(note => (note.Assembly, Source: note.Source.Length > 0 ? note.Source : note.Text)))
        {
            var first = group.First();
            Item(html, first with { Text = string.Join("; ", group.Select(note => SpecificationLabels.Spoken(note.Text))) }, several);
        }
        html.Close(2);
    }

    /// <summary>Dates and decisions are never folded away.</summary>
    private static void Supply(HtmlText html, CustomerNotes notes, bool several)
    {
        if (notes.Supply.IsEmpty) return;
        html.Open("section", "sheet").Open("h2").Text("Supply of components ").Leaf("span", "u", "when they are complete, and what you can decide").Close();
        List(html, notes.Supply, several, notes.Supply.Length);
        html.Close();
    }

    private static void List(HtmlText html, ImmutableArray<Note> notes, bool several, int most = Shown)
    {
        if (notes.IsEmpty) html.Leaf("p", "quiet", "Nothing.");
        // One line too many is shown rather than hidden behind a line of its own.
        var shown = notes.Length <= most + 1 ? notes.Length : most;
        html.Open("ul");
        foreach (var note in notes.Take(shown)) Item(html, note, several);
        html.Close();
        if (notes.Length == shown) return;
        html.Open("details").Leaf("summary", null, $"{Wording.Count(notes.Length - shown)} more").Open("ul");
        foreach (var note in notes.Skip(shown)) Item(html, note, several);
        html.Close(2);
    }

    private static void Item(HtmlText html, Note note, bool several)
    {
        html.Open("li").Text(several && note.Assembly.Length > 0 ? $"{note.Assembly}: {note.Text}" : note.Text);
        if (note.Source.Length > 0) html.Text(" ").Leaf("small", null, note.Source);
        html.Close();
    }
}
