using System.Globalization;
using System.Text;

namespace Turnkey.Drawing.Vector;

/// <summary>
/// Writes SVG elements. Every attribute value is encoded here and nowhere else, since names of boards and files come from customers.
/// There is no way to write a <c>style</c> attribute: pages forbid them.
/// </summary>
internal sealed class SvgText
{
    private readonly StringBuilder output = new();
    private readonly Stack<string> open = new();
    private bool inTag;

    public int Length => output.Length;

    public SvgText Open(string element)
    {
        CloseTag();
        output.Append('<').Append(element);
        open.Push(element);
        inTag = true;
        return this;
    }

    public SvgText Attribute(string name, string value)
    {
        output.Append(' ').Append(name).Append("=\"");
        Encode(value);
        output.Append('"');
        return this;
    }

    /// <summary>A value of two pieces.</summary>
    public SvgText Attribute(string name, string value, string more)
    {
        output.Append(' ').Append(name).Append("=\"");
        Encode(value);
        Encode(more);
        output.Append('"');
        return this;
    }

    public SvgText Attribute(string name, long value)
    {
        output.Append(' ').Append(name).Append(CultureInfo.InvariantCulture, $"=\"{value}\"");
        return this;
    }

    /// <summary>Millimetres, to the micrometre.</summary>
    public SvgText Attribute(string name, double value) => Attribute(name, Millimetres(value));

    /// <summary>Appends what writes straight into the buffer: path data, which needs no encoding.</summary>
    public SvgText PathData(Action<PathData> draw)
    {
        output.Append(" d=\"");
        var start = output.Length;
        // Path data must not look back at what stands before it, so it writes after the quote.
        draw(new PathData(output));
        if (output.Length == start) output.Append("M0 0");
        output.Append('"');
        return this;
    }

    public SvgText Text(string text)
    {
        CloseTag();
        Encode(text);
        return this;
    }

    public SvgText Close()
    {
        var element = open.Pop();
        if (inTag) output.Append("/>");
        else output.Append("</").Append(element).Append('>');
        inTag = false;
        return this;
    }

    public override string ToString() => output.ToString();

    internal static string Millimetres(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    private void CloseTag()
    {
        if (inTag) output.Append('>');
        inTag = false;
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
                // What XML 1.0 cannot hold, not even encoded.
                case < ' ' and not ('\t' or '\n' or '\r') or '\ufffe' or '\uffff': output.Append('\ufffd'); break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) output.Append(c).Append(text[++i]);
                    else output.Append(char.IsSurrogate(c) ? '\ufffd' : c);
                    break;
            }
        }
    }
}
