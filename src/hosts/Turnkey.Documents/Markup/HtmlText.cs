using System.Text;

namespace Turnkey.Documents.Markup;

/// <summary>
/// Writes HTML elements. Text and attribute values are encoded here and nowhere else: names, part numbers and messages come from customers' files
/// and may be hostile. There is no way to write a <c>style</c> attribute or an event handler.
/// </summary>
internal sealed class HtmlText
{
    /// <summary>Longer text of a file is cut: one cell of a broken table must not make a page of its own.</summary>
    public const int LongestText = 600;

    private readonly StringBuilder output = new();
    private readonly Stack<string> open = new();

    public HtmlText Open(string element, string? cssClass = null, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(element, cssClass, attributes);
        open.Push(element);
        return this;
    }

    public HtmlText Close(int levels = 1)
    {
        for (var i = 0; i < levels; i++) output.Append("</").Append(open.Pop()).Append('>');
        return this;
    }

    /// <summary>An element with nothing but text in it.</summary>
    public HtmlText Leaf(string element, string? cssClass, string text, params ReadOnlySpan<(string Name, string Value)> attributes) =>
        Open(element, cssClass, attributes).Text(text).Close();

    public HtmlText Void(string element, string? cssClass = null, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(element, cssClass, attributes);
        return this;
    }

    public HtmlText Text(string text)
    {
        if (text.Length > LongestText) text = string.Concat(text.AsSpan(0, LongestText), "…");
        Encode(text);
        return this;
    }

    /// <summary>Markup of our own making: pictures, the style sheet. Never anything from a file.</summary>
    public HtmlText Own(string markup)
    {
        output.Append(markup);
        return this;
    }

    public override string ToString() =>
        open.Count == 0 ? output.ToString() : throw new InvalidOperationException($"<{open.Peek()}> is not closed");

    private void Start(string element, string? cssClass, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        output.Append('<').Append(element);
        if (cssClass is { Length: > 0 }) Attribute("class", cssClass);
        foreach (var (name, value) in attributes) Attribute(name, value);
        output.Append('>');
    }

    private void Attribute(string name, string value)
    {
        if (name == "style" || name.StartsWith("on", StringComparison.OrdinalIgnoreCase)) throw new ArgumentException($"pages have no {name} attributes", nameof(name));
        output.Append(' ').Append(name).Append("=\"");
        Encode(value);
        output.Append('"');
    }

    private void Encode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '&': output.Append("&amp;"); break;
                case '<': output.Append("&lt;"); break;
                case '>': output.Append("&gt;"); break;
                case '"': output.Append("&quot;"); break;
                case '\'': output.Append("&#39;"); break;
                case < ' ' and not ('\t' or '\n') or '\u007f' or '\ufffe' or '\uffff': output.Append('\ufffd'); break;
                // Marks that turn the direction of writing can make a price or a name read as another one.
                case >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' or '\u200e' or '\u200f': break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) output.Append(c).Append(text[++i]);
                    else output.Append(char.IsSurrogate(c) ? '\ufffd' : c);
                    break;
            }
        }
    }
}
