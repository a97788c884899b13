using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Turnkey.Kernel;
using Turnkey.Plants.Reading;

namespace Turnkey.Dfx.Findings;

/// <summary>
/// Reads the file in which somebody answers for leaving findings as they are. It is tied to the content of one package: what was looked at there says nothing
/// of a revision. Nothing of a file that is not understood whole is used: a waiver that means another finding would hide it.
/// </summary>
public static class WaiverFile
{
    /// <summary>A file of waivers is refused above this size.</summary>
    public const int LargestBytes = 1 << 20;

    private const int MostWaivers = 2_000;
    private const int LongestText = 2_000;

    private static readonly string[] Keys = ["turnkey-waivers", "package", "waivers"];

    private static readonly string[] EntryKeys = ["finding", "reason", "author", "date", "expires"];

    /// <param name="path">For diagnostics.</param>
    /// <param name="content">UTF-8 YAML.</param>
    /// <param name="packageSha256">Of the package that is reviewed.</param>
    /// <param name="today">Nothing was looked at later, and what expired before does not hold; null where no day is known: then a waiver that expires is refused.</param>
    /// <returns>Null, with the reason as errors, when the file cannot be used. What has expired is left out, with a warning.</returns>
    public static (WaiverSet? Waivers, ImmutableArray<Diagnostic> Diagnostics) Read(string path, ReadOnlyMemory<byte> content, string packageSha256, DateOnly? today)
    {
        var log = new DiagnosticLog(path);
        var waivers = content.Length > LargestBytes ? TooLarge(log) : Map(content, log) is { } map && IsOf(map, packageSha256, log) ? Entries(map, path, today, log) : null;
        ImmutableArray<Diagnostic> diagnostics = [.. log.ToList()];
        return (diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) ? null : waivers, diagnostics);
    }

    private static WaiverSet? TooLarge(DiagnosticLog log)
    {
        log.Error("waivers.too-large", 0, $"a file of waivers may have {LargestBytes} bytes; none is used");
        return null;
    }

    private static YamlNode.Map? Map(ReadOnlyMemory<byte> content, DiagnosticLog log)
    {
        try
        {
            if (YamlNode.Read(Encoding.UTF8.GetString(content.Span)) is YamlNode.Map map && map.Text("turnkey-waivers") == "1") return map;
            log.Error("waivers.not-one", 1, "a file of waivers begins with 'turnkey-waivers: 1'; none is used");
        }
        catch (LineException e)
        {
            log.Error("waivers.not-yaml", e.Line, $"{e.Message}; no waiver is used");
        }
        return null;
    }

    private static bool IsOf(YamlNode.Map map, string packageSha256, DiagnosticLog log)
    {
        foreach (var (key, _) in map.Entries)
        {
            if (!Keys.Contains(key.Text, StringComparer.Ordinal)) log.Error("waivers.unknown-key", key.Line, $"a file of waivers has no '{Short(key.Text)}', only {string.Join(", ", Keys)}");
        }
        var package = map.Text("package") ?? "";
        if (package.Length != 64 || !package.All(char.IsAsciiHexDigit))
        {
            log.Error("waivers.package", map["package"]?.Line ?? 1, $"waivers are tied to a package: write 'package: {packageSha256}' after looking at its findings");
            return false;
        }
        if (string.Equals(package, packageSha256, StringComparison.OrdinalIgnoreCase)) return true;
        log.Error("waivers.other-package", map["package"]!.Line, $"the waivers were given for package {package}, and this one is {packageSha256}: look at its findings again; no waiver is used");
        return false;
    }

    private static WaiverSet Entries(YamlNode.Map map, string path, DateOnly? today, DiagnosticLog log)
    {
        var waivers = ImmutableArray.CreateBuilder<Waiver>();
        if (map["waivers"] is { } node and not YamlNode.Sequence) log.Error("waivers.entry", node.Line, "'waivers' is a list of { finding, reason, author, date, expires }");
        foreach (var item in map["waivers"] is YamlNode.Sequence sequence ? sequence.Items : [])
        {
            if (waivers.Count == MostWaivers) { log.Error("waivers.too-many", item.Line, $"more than {MostWaivers} waivers; none is used"); break; }
            if (Entry(item, today, log) is not { } waiver) continue;
            if (waivers.Any(other => other.Finding == waiver.Finding)) log.Error("waivers.twice", item.Line, $"'{Short(waiver.Finding)}' is waived twice");
            else waivers.Add(waiver);
        }
        foreach (var waiver in waivers.Where(waiver => waiver.Expires < today))
            log.Warning("waivers.expired", waiver.Line, $"the waiver of '{Short(waiver.Finding)}' held to {Text(waiver.Expires!.Value)}: the finding counts again; look at it, and give a new day or take the waiver out");
        return new WaiverSet(path, [.. waivers.Where(waiver => waiver.Expires is not { } last || last >= today)]);
    }

    private static Waiver? Entry(YamlNode item, DateOnly? today, DiagnosticLog log)
    {
        if (item is not YamlNode.Map entry)
        {
            log.Error("waivers.entry", item.Line, "a waiver is written as { finding, reason, author, date, expires }");
            return null;
        }
        foreach (var (key, value) in entry.Entries)
        {
            if (EntryKeys.Contains(key.Text, StringComparer.Ordinal) && value is YamlNode.Scalar { Text.Length: <= LongestText }) continue;
            log.Error("waivers.entry", key.Line, $"a waiver has the texts {string.Join(", ", EntryKeys)}, each of at most {LongestText} letters; '{Short(key.Text)}' is none");
            return null;
        }
        foreach (var key in (ReadOnlySpan<string>)["finding", "reason", "author"])
        {
            if (entry.Text(key) is { Length: > 0 }) continue;
            log.Error("waivers.entry", entry.Line, $"a waiver needs a {key}: somebody has to answer for what");
            return null;
        }
        if (!IsDay(entry, "date", log, out var date) || !IsDay(entry, "expires", log, out var expires)) return null;
        if (date > today)
        {
            log.Error("waivers.entry", entry["date"]!.Line, $"{Text(date.Value)} is still to come (today is {Text(today.Value)}): write the day on which it was looked at");
            return null;
        }
        if (expires < date || (expires is not null && today is null))
        {
            log.Error("waivers.entry", entry["expires"]!.Line, today is null ? "whether it has expired cannot be told: no day is given to judge it on" : $"it expires on {Text(expires!.Value)}, before it was given on {Text(date!.Value)}");
            return null;
        }
        return new Waiver(entry.Text("finding")!, entry.Text("reason")!, entry.Text("author")!, date is { } given ? Text(given) : "") { Line = entry.Line, Expires = expires };
    }

    /// <summary>False when it is written and is no day.</summary>
    private static bool IsDay(YamlNode.Map entry, string key, DiagnosticLog log, out DateOnly? day)
    {
        day = null;
        if (entry.Text(key) is not { Length: > 0 } text) return true;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            day = read;
            return true;
        }
        log.Error("waivers.entry", entry[key]!.Line, $"'{Short(text)}' is no day as 2026-08-24");
        return false;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
