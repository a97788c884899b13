using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Turnkey.Designs.Layers;
using Turnkey.Formats.Attributes;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Gerber;

/// <summary>The attribute dictionary of the format (TF, TA, TO, TD): what is attached to the apertures and objects to come.</summary>
internal sealed class AttributeState(DiagnosticLog log)
{
    private const int MostFileAttributes = 1000;
    private const int MostComponents = 200_000;
    private const int MostUnknown = 100;

    private readonly List<GerberAttribute> file = [];
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);
    private readonly List<GerberAttribute> ofComponent = [];
    private readonly List<GerberComponent> components = [];
    private string? net;
    private string? component;
    private string? pinComponent;
    private string? pin;

    /// <summary>First field of the current <c>.AperFunction</c>.</summary>
    public string? Function { get; private set; }

    public GerberAttributes File => new([.. file]);

    public ImmutableArray<GerberComponent> Components => [.. components];

    public FeatureAttributes Of(string? function) =>
        function is null && net is null && component is null && pinComponent is null
            ? FeatureAttributes.None
            : new FeatureAttributes(FunctionNames.Feature(function), net, pinComponent ?? component, pin) { Hole = FunctionNames.DrilledHole(function) };

    /// <param name="kind">F, A, O or D, the letter behind the T.</param>
    /// <param name="text">What follows: name and fields with commas between them.</param>
    public void Set(char kind, ReadOnlySpan<byte> text, int line)
    {
        text = ParameterText.Trim(text);
        var comma = text.IndexOf((byte)',');
        var name = comma < 0 ? text : text[..comma];
        var values = comma < 0 ? [] : text[(comma + 1)..];
        switch (kind)
        {
            case 'F' when file.Count < MostFileAttributes:
                SetFile(new GerberAttribute(ParameterText.Decode(name), Fields(values), line));
                break;
            case 'A' when name.SequenceEqual(".AperFunction"u8):
                Function = Fields(values) is [{ Length: > 0 } function, ..] ? function : null;
                if (Function is null) log.Warning("gerber.bad-attribute", line, ".AperFunction has no value; what is drawn with the apertures that follow has no function");
                else if (!FunctionNames.IsApertureFunction(Function)) ReportUnknown(Function, line);
                break;
            case 'O':
                SetObject(name, values, line);
                break;
            case 'D':
                Delete(name);
                break;
            default:
                break;
        }
    }

    /// <summary>A flash of the aperture function <c>ComponentMain</c> is a component of an X3 component layer.</summary>
    public void Flashed(Point at, string? function, int line)
    {
        if (component is null || function is null || components.Count >= MostComponents) return;
        if (!string.Equals(function, "ComponentMain", StringComparison.Ordinal)) return;
        var rotation = 0d;
        foreach (var attribute in ofComponent)
        {
            if (attribute is { Name: ".CRot", Fields: [var degrees, ..] } &&
                double.TryParse(degrees, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) &&
                double.IsFinite(parsed)) rotation = parsed;
        }
        components.Add(new GerberComponent(component, at, rotation, [.. ofComponent], line));
    }

    private void SetFile(GerberAttribute attribute)
    {
        if (attribute.Name == ".FileFunction")
        {
            if (attribute.Fields.All(static field => field.Length == 0))
            {
                log.Warning("gerber.bad-attribute", attribute.Line, ".FileFunction has no value; it is left out, so the file's name or a job file must tell which layer it is");
                return;
            }
            var first = file.Find(static known => known.Name == ".FileFunction");
            if (first is not null && !first.Fields.SequenceEqual(attribute.Fields, StringComparer.Ordinal))
            {
                log.Warning("gerber.bad-attribute", attribute.Line,
                    $".FileFunction says {Shown(attribute)} here and {Shown(first)} in line {first.Line}; the first counts. Make sure that it is the right one");
            }
        }
        file.Add(attribute);
    }

    /// <summary>Said once for each value: a function stands before every aperture.</summary>
    private void ReportUnknown(string function, int line)
    {
        if (unknown.Count < MostUnknown && unknown.Add(function))
            log.Info("gerber.bad-attribute", line, $".AperFunction {Shown(function)} is no function that the format knows; what is drawn with it counts as other");
    }

    private static string Shown(GerberAttribute attribute) => Shown(string.Join(',', attribute.Fields));

    private static string Shown(string text) => text.Length > 60 ? $"'{text[..60]}…'" : $"'{text}'";

    private void SetObject(ReadOnlySpan<byte> name, ReadOnlySpan<byte> values, int line)
    {
        if (name.SequenceEqual(".N"u8))
        {
            // An empty name is no net, N/C is a pad that is connected to nothing: neither joins anything with anything.
            net = Fields(values) is [{ Length: > 0 } first, ..] && !string.Equals(first, "N/C", StringComparison.Ordinal) ? first : null;
        }
        else if (name.SequenceEqual(".P"u8))
        {
            var fields = Fields(values);
            pinComponent = fields is [{ Length: > 0 } part, ..] ? part : null;
            pin = fields is [_, { Length: > 0 } number, ..] ? number : null;
        }
        else if (name.SequenceEqual(".C"u8))
        {
            component = Fields(values) is [{ Length: > 0 } part, ..] ? part : null;
        }
        else if (name.StartsWith(".C"u8) && ofComponent.Count < 100)
        {
            var text = ParameterText.Decode(name);
            ofComponent.RemoveAll(attribute => string.Equals(attribute.Name, text, StringComparison.Ordinal));
            ofComponent.Add(new GerberAttribute(text, Fields(values), line));
        }
    }

    private void Delete(ReadOnlySpan<byte> name)
    {
        var all = name.IsEmpty;
        if (all || name.SequenceEqual(".AperFunction"u8)) Function = null;
        if (all || name.SequenceEqual(".N"u8)) net = null;
        if (all || name.SequenceEqual(".C"u8)) component = null;
        if (all || name.SequenceEqual(".P"u8)) (pinComponent, pin) = (null, null);
        if (ofComponent.Count == 0) return;
        if (all)
        {
            ofComponent.Clear();
            return;
        }
        var text = ParameterText.Decode(name);
        ofComponent.RemoveAll(attribute => string.Equals(attribute.Name, text, StringComparison.Ordinal));
    }

    private static ImmutableArray<string> Fields(ReadOnlySpan<byte> values)
    {
        if (values.IsEmpty) return [];
        var count = 1;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] == ',') count++;
        }
        var fields = new string[count];
        for (var i = 0; i < count; i++)
        {
            var comma = values.IndexOf((byte)',');
            fields[i] = Unescape(ParameterText.Decode(comma < 0 ? values : values[..comma]));
            values = values[(comma + 1)..];
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(fields);
    }

    /// <summary>Replaces <c>\u00B5</c> and its eight-digit form by the character.</summary>
    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var digits = text[i] == '\\' && i + 1 < text.Length ? text[i + 1] switch { 'u' => 4, 'U' => 8, _ => 0 } : 0;
            if (digits > 0 && i + 1 + digits < text.Length &&
                int.TryParse(text.AsSpan(i + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) &&
                Rune.IsValid(code))
            {
                result.Append(new Rune(code).ToString());
                i += 1 + digits;
            }
            else
            {
                result.Append(text[i]);
            }
        }
        return result.ToString();
    }
}
