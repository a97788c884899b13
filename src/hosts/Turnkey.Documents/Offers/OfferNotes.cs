using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Documents.Markup;
using Turnkey.Quoting;

namespace Turnkey.Documents.Offers;

/// <summary>What the price covers and leaves out, and what it takes for granted.</summary>
internal static class OfferNotes
{
    /// <summary>Notes beyond this fold away, so that the page stays one page.</summary>
    private const int Shown = 9;

    public static void Write(HtmlText html, Design design, Quote quote)
    {
        var notes = quote.Notes;
        var several = design.Assemblies.Count() > 1;
        html.Open("div", "cols even");
        html.Open("section", "sheet").Leaf("h2", null, "Included");
        List(html, notes.Included, several);
        if (!notes.Excluded.IsEmpty)
        {
            html.Leaf("h3", null, "Not included");
            List(html, notes.Excluded, several);
        }
        html.Leaf("h3", null, "Missing: please send");
        if (notes.Missing.IsEmpty) html.Leaf("p", "quiet", "Nothing: the package says all that the price needs.");
        else List(html, notes.Missing, several);
        html.Close();

        html.Open("section", "sheet").Leaf("h2", null, "Assumed, because the files do not say");
        if (notes.Assumed.IsEmpty) html.Leaf("p", "quiet", "Nothing.");
        else List(html, notes.Assumed, several);
        html.Leaf("h3", null, "Estimated, without an offer behind it");
        if (notes.Estimated.IsEmpty) html.Leaf("p", "quiet", "Nothing.");
        else List(html, notes.Estimated, several);
        html.Close(2);
    }

    private static void List(HtmlText html, ImmutableArray<Note> notes, bool several)
    {
        html.Open("ul");
        foreach (var note in notes.Take(Shown)) Item(html, note, several);
        html.Close();
        if (notes.Length <= Shown) return;
        html.Open("details").Leaf("summary", null, $"{Wording.Count(notes.Length - Shown)} more").Open("ul");
        foreach (var note in notes.Skip(Shown)) Item(html, note, several);
        html.Close(2);
    }

    private static void Item(HtmlText html, Note note, bool several)
    {
        html.Open("li").Text(several && note.Assembly.Length > 0 ? $"{note.Assembly}: {note.Text}" : note.Text);
        if (note.Source.Length > 0) html.Text(" ").Leaf("small", null, note.Source);
        html.Close();
    }
}
