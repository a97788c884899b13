using System.Text;
using Turnkey.Designs;
using Turnkey.Designs.Layers;
using Turnkey.Formats.Excellon;
using Turnkey.Formats.Gerber;
using Turnkey.Intake.Packages;
using Turnkey.Intake.Reading;
using Turnkey.Kernel;

namespace Turnkey.Intake.Identification;

/// <summary>
/// Files that a job file or their own name calls a layer or a drill program and whose content no reader understands: what they hold is missing from the
/// board, which nobody would notice if nothing said so.
/// </summary>
internal static class UnreadLayers
{
    private const int SampleBytes = 16 * 1024;

    /// <summary>Endings that only Gerber has, whichever layer it is.</summary>
    private static readonly string[] GerberEndings = ["gbr", "ger", "gerber", "pho", "gbx", "grb", "gb", "gdo", "geb", "xgb"];

    /// <summary>Endings that machine files share with words for people.</summary>
    private static readonly string[] SharedEndings = ["", "txt", "art", "cam", "spl", "pen"];

    /// <summary>What the file should have been; null when its content was understood, or when nothing says that it is a layer or a drill program.</summary>
    /// <param name="file">Name and bytes.</param>
    /// <param name="content">What the readers made of it.</param>
    /// <param name="stated">What a job file says it is; null when none does.</param>
    /// <param name="common">Words that all layers of the package share.</param>
    public static LayerMeaning? Promise(PackageFile file, FileContent content, LayerMeaning? stated, IReadOnlySet<string> common)
    {
        if (content is not (FileContent.Notes or FileContent.Unread)) return null;
        if (IsOfBoard(stated)) return stated;
        var dot = file.Name.LastIndexOf('.');
        var ending = dot >= 0 ? file.Name[(dot + 1)..].ToLowerInvariant() : "";
        var named = LayerNaming.OfFileName(file.Path, common);
        if (GerberEndings.Contains(ending, StringComparer.Ordinal)) return named ?? new LayerMeaning(null, null, null, false, false, 1, $"ending '.{ending}'");
        if (!IsOfBoard(named)) return null;
        if (LayerVocabulary.Default.Extension(ending) is var (term, _))
        {
            // Altium's endings and those of drills mean nothing else; others do (.cmp, .top, .sol), and then their lines must look the part.
            if (ending[0] == 'g' || term.Role == FileRole.Drill) return named;
        }
        else if (!SharedEndings.Contains(ending, StringComparer.Ordinal))
        {
            return null;
        }
        return content is FileContent.Unread { Kind: "unknown" } || (content is FileContent.Notes && LooksMachined(file.Content.Span)) ? named : null;
    }

    public static Diagnostic Report(PackageFile file, FileContent content, LayerMeaning promise)
    {
        var drill = promise.Role == FileRole.Drill;
        var (line, reason) = content switch
        {
            FileContent.Unread { Kind: "empty" } => (0, "it is empty"),
            FileContent.Unread { Kind: not "unknown" } foreign => (0, $"its content is {foreign.Kind}"),
            _ => (drill ? ExcellonReader.Misfit(file.Content.Span) : GerberReader.Misfit(file.Content.Span)) ?? (0, "its content is not understood"),
        };
        return Diagnostic.Error("identify.unreadable", file.Path, line,
            $"should be {Name(promise)} ({promise.Evidence}), but {reason}; nothing of it is read, so the board lacks it. Send it again as {(drill ? "Excellon" : "Gerber (RS-274X)")}");
    }

    /// <summary><c>top copper</c>, <c>a drill file</c>.</summary>
    public static string Name(LayerMeaning meaning)
    {
        var side = meaning.Side switch
        {
            Side.Top => "top ",
            Side.Bottom => "bottom ",
            Side.Inner => "inner ",
            _ => "",
        };
        return meaning.Role switch
        {
            FileRole.Copper => $"{side}copper",
            FileRole.SolderMask => $"{side}solder mask",
            FileRole.Paste => $"{side}solder paste",
            FileRole.Legend => $"{side}legend",
            FileRole.Outline => "the outline",
            FileRole.Drill => "a drill file",
            _ => "a Gerber layer",
        };
    }

    private static bool IsOfBoard(LayerMeaning? meaning) =>
        meaning?.Role is FileRole.Copper or FileRole.SolderMask or FileRole.Paste or FileRole.Legend or FileRole.Outline or FileRole.Drill;

    /// <summary>Whether half of the lines or more begin as commands do: a percent sign, or a letter and its number.</summary>
    private static bool LooksMachined(ReadOnlySpan<byte> content)
    {
        var rest = Encoding.Latin1.GetString(content[..Math.Min(content.Length, SampleBytes)]).AsSpan();
        int commands = 0, lines = 0;
        foreach (var raw in rest.EnumerateLines())
        {
            var line = raw.Trim();
            if (line.IsEmpty || line[0] == ';') continue;
            lines++;
            if (line[0] == '%' || (line.Length > 1 && "XYGMTDIJ".Contains(line[0], StringComparison.Ordinal) && (char.IsAsciiDigit(line[1]) || line[1] is '-' or '+'))) commands++;
        }
        return commands > 0 && commands * 2 >= lines;
    }
}
