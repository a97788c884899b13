using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Turnkey.Dfx.Assembling.Centroids;
using Turnkey.Kernel;
using Turnkey.Plants.Reading;

namespace Turnkey.Dfx.Queries;

/// <summary>The answers of one file.</summary>
/// <param name="Path">For diagnostics.</param>
/// <param name="Answers">In the file's order, at most one for a part of a query.</param>
/// <param name="IsOfThisRevision">They were given for the package that is reviewed.</param>
public sealed record AnswerSet(string Path, ImmutableArray<Answer> Answers, bool IsOfThisRevision);

/// <summary>
/// Reads a customer's answers. Unlike waivers they may be of an earlier revision: then they are shown beside the question again, for somebody to confirm.
/// A file that is not understood whole is not used: half an answer would close the wrong question.
/// </summary>
public static class AnswerFile
{
    /// <summary>A file of answers is refused above this size.</summary>
    public const int LargestBytes = 1 << 20;

    private const int MostAnswers = 2_000;
    private const int LongestText = 4_000;

    private static readonly string[] Keys = ["turnkey-answers", "package", "answers"];

    private static readonly string[] EntryKeys = ["query", "answer", "text", "by", "date", "parts", "pin-1"];

    /// <param name="path">For diagnostics.</param>
    /// <param name="content">UTF-8 YAML.</param>
    /// <param name="packageSha256">Of the package that is reviewed.</param>
    /// <returns>Null, with the reason as errors, when the file cannot be used.</returns>
    public static (AnswerSet? Answers, ImmutableArray<Diagnostic> Diagnostics) Read(string path, ReadOnlyMemory<byte> content, string packageSha256)
    {
        var log = new DiagnosticLog(path);
        var answers = content.Length > LargestBytes ? null : Map(content, log) is { } map ? Entries(map, path, packageSha256, log) : null;
        if (content.Length > LargestBytes) log.Error("answers.too-large", 0, $"a file of answers may have {LargestBytes} bytes; none is used");
        ImmutableArray<Diagnostic> diagnostics = [.. log.ToList()];
        return (diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) ? null : answers, diagnostics);
    }

    private static YamlNode.Map? Map(ReadOnlyMemory<byte> content, DiagnosticLog log)
    {
        try
        {
            if (YamlNode.Read(Encoding.UTF8.GetString(content.Span)) is YamlNode.Map map && map.Text("turnkey-answers") == "1") return map;
            log.Error("answers.not-one", 1, "a file of answers begins with 'turnkey-answers: 1'; none is used");
        }
        catch (LineException e)
        {
            log.Error("answers.not-yaml", e.Line, $"{e.Message}; no answer is used");
        }
        return null;
    }

    private static AnswerSet Entries(YamlNode.Map map, string path, string packageSha256, DiagnosticLog log)
    {
        foreach (var (key, _) in map.Entries)
        {
            if (!Keys.Contains(key.Text, StringComparer.Ordinal)) log.Error("answers.unknown-key", key.Line, $"a file of answers has no '{Short(key.Text)}', only {string.Join(", ", Keys)}");
        }
        var package = map.Text("package") ?? "";
        if (package.Length != 64 || !package.All(char.IsAsciiHexDigit)) log.Error("answers.package", map["package"]?.Line ?? 1, $"answers belong to a package: write 'package: {packageSha256}' when they are for this one");
        if (map["answers"] is { } node and not YamlNode.Sequence) log.Error("answers.entry", node.Line, "'answers' is a list of { query, answer, text, by, date, parts, pin-1 }");
        var answers = ImmutableArray.CreateBuilder<Answer>();
        foreach (var item in map["answers"] is YamlNode.Sequence sequence ? sequence.Items : [])
        {
            if (answers.Count == MostAnswers) { log.Error("answers.too-many", item.Line, $"more than {MostAnswers} answers; none is used"); break; }
            if (Entry(item, log) is not { } answer) continue;
            var others = answers.Where(other => other.Query == answer.Query).ToArray();
            if (answer.Parts.IsEmpty && others.Any(other => other.Parts.IsEmpty)) log.Error("answers.twice", item.Line, $"'{Short(answer.Query)}' is answered twice");
            else if (answer.Parts.FirstOrDefault(part => others.Any(other => other.Names(part))) is { } twice) log.Error("answers.twice", item.Line, $"'{Short(answer.Query)}' is answered twice for {Short(twice)}");
            else answers.Add(answer);
        }
        return new AnswerSet(path, answers.ToImmutable(), string.Equals(package, packageSha256, StringComparison.OrdinalIgnoreCase));
    }

    private static Answer? Entry(YamlNode item, DiagnosticLog log)
    {
        if (item is not YamlNode.Map entry)
        {
            log.Error("answers.entry", item.Line, "an answer is written as { query, answer, text, by, date, parts, pin-1 }");
            return null;
        }
        foreach (var (key, value) in entry.Entries)
        {
            if (EntryKeys.Contains(key.Text, StringComparer.Ordinal) && (key.Text == "parts" ? AreParts(value) : value is YamlNode.Scalar { Text.Length: <= LongestText })) continue;
            log.Error("answers.entry", key.Line, key.Text == "parts" ? "'parts' is a list of names as queries.json has them: [D1, D2]" : $"an answer has the texts {string.Join(", ", EntryKeys)}, each of at most {LongestText} letters; '{Short(key.Text)}' is none");
            return null;
        }
        foreach (var key in (ReadOnlySpan<string>)["query", "answer", "by"])
        {
            if (entry.Text(key) is { Length: > 0 }) continue;
            log.Error("answers.entry", entry.Line, $"an answer needs '{key}': somebody has to answer for what");
            return null;
        }
        AnswerKind? kind = entry.Text("answer") switch { "accepted" => AnswerKind.Accepted, "as-sent" => AnswerKind.AsSent, "other" => AnswerKind.Other, _ => null };
        if (kind is not { } known || (known == AnswerKind.Other && entry.Text("text") is not { Length: > 0 } && entry.Text("pin-1") is not { Length: > 0 }))
        {
            log.Error("answers.entry", entry["answer"]!.Line, "'answer' is accepted (as proposed), as-sent (make it as the files are) or other, with a text or pin-1");
            return null;
        }
        var date = entry.Text("date") ?? "";
        if (date.Length > 0 && !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            log.Error("answers.entry", entry["date"]!.Line, $"'{Short(date)}' is no day as 2026-08-24");
            return null;
        }
        var pinOne = entry.Text("pin-1") ?? "";
        if (pinOne.Length > 0 && PinOneDirection.Read(pinOne) is null)
        {
            log.Error("answers.entry", entry["pin-1"]!.Line, $"'pin-1' says where it lies where the part's angle is 0: {PinOneDirection.Words}, or degrees from 0 to 360; '{Short(pinOne)}' is none");
            return null;
        }
        return new Answer(entry.Text("query")!, known, entry.Text("text") ?? "", entry.Text("by")!, date)
        {
            Parts = [.. YamlNode.ListOf(entry["parts"]).Select(part => ((YamlNode.Scalar)part).Text.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)],
            PinOne = pinOne,
            Line = entry.Line,
        };
    }

    private static bool AreParts(YamlNode value) =>
        YamlNode.ListOf(value) is { Count: > 0 } parts && parts.All(part => part is YamlNode.Scalar { Text: { Length: <= LongestText } text } && !string.IsNullOrWhiteSpace(text));

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
