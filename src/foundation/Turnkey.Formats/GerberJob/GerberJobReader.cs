using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Turnkey.Kernel;

namespace Turnkey.Formats.GerberJob;

/// <summary>Reads Gerber job files: Ucamco's (KiCad, Altium) and the earlier draft that Eagle and Fusion still write.</summary>
public static class GerberJobReader
{
    /// <summary>Of what is written that is shown in a diagnostic.</summary>
    private const int LongestQuote = 40;

    /// <summary>True for a JSON object with the sections of a job file.</summary>
    public static bool Recognises(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(content.Length, 64 * 1024)];
        var text = Excellon.SourceText.Decode(head).AsSpan().TrimStart();
        if (text.IsEmpty || text[0] != '{') return false;
        return text.Contains("\"Header\"", StringComparison.OrdinalIgnoreCase) && text.Contains("\"GenerationSoftware\"", StringComparison.OrdinalIgnoreCase) &&
            (text.Contains("\"GeneralSpecs\"", StringComparison.OrdinalIgnoreCase) || text.Contains("\"Overall\"", StringComparison.OrdinalIgnoreCase) ||
             text.Contains("\"FilesAttributes\"", StringComparison.OrdinalIgnoreCase) || text.Contains("\"MaterialStackup\"", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Never fails: of a broken file, what stands before the break is taken and <c>job.invalid</c> says where it is.</summary>
    public static GerberJobFile Read(string path, ReadOnlySpan<byte> content)
    {
        var log = new DiagnosticLog(path);
        var (root, error, line) = JobNode.Parse(content);
        if (error is not null) log.Error("job.invalid", line, $"the job file cannot be read: {error}");
        if (root is not { Kind: JsonTokenType.StartObject })
        {
            if (error is null) log.Error("job.invalid", 1, "the job file cannot be read: it is no JSON object");
            return new GerberJobFile { Path = path, Diagnostics = [.. log.ToList()] };
        }
        var job = Read(path, root, log);
        return job with { Diagnostics = [.. log.ToList()] };
    }

    private static GerberJobFile Read(string path, JobNode root, DiagnosticLog log)
    {
        // Ucamco's "GeneralSpecs" was "Overall" in the draft.
        var specs = root["GeneralSpecs"] ?? root["Overall"];
        var (project, size, software) = (specs?["ProjectId"] ?? specs?["Name"], specs?["Size"], root["Header"]?["GenerationSoftware"]);
        var stackup = Stackup(root, log);
        var layers = Whole(specs?["LayerNumber"], log);
        var copper = stackup.Count(layer => layer.Is("Copper"));
        if (layers is { } stated && copper > 0 && copper != stated.Value)
        {
            log.Warning("job.layers-differ", stated.Line, $"the job file says {stated.Value} copper layers, its stack-up has {copper}");
        }
        return new GerberJobFile
        {
            Path = path,
            GenerationSoftware = software is null ? null : Joined(software, ["Vendor", "Application", "Version"]),
            Name = Text(project?["Name"] ?? project?["ProjectId"] ?? project),
            Revision = Text(project?["Revision"]),
            Width = Millimetres(size?["X"], log),
            Height = Millimetres(size?["Y"], log),
            CopperLayers = layers,
            Thickness = Millimetres(specs?["BoardThickness"], log),
            Finish = Text(specs?["Finish"]),
            IpcClass = Text(specs?["IpcClass"] ?? specs?["IPCClass"] ?? specs?["IPC-Class"]),
            BoardType = Text(specs?["IPC-2221-Type"]),
            ViaProtection = Text(specs?["ViaProtection"]),
            ImpedanceControlled = Truth(specs?["ImpedanceControlled"]),
            Castellated = Truth(specs?["Castellated"]),
            EdgePlating = Truth(specs?["EdgePlating"]),
            EdgeConnector = Edge(specs?["EdgeConnector"]),
            EdgeConnectorBevelled = Truth(specs?["EdgeConnectorBevelled"]) ?? Bevelled(specs?["EdgeConnector"]),
            PressFit = Truth(specs?["Press-fit"] ?? specs?["PressFit"]),
            RohsCompliant = Truth(specs?["RoHS"] ?? specs?["RohsCompliant"]),
            DesignRules = Rules(root, log),
            Files = Files(root),
            Stackup = stackup,
        };
    }

    private static ImmutableArray<JobDesignRule> Rules(JobNode root, DiagnosticLog log) =>
    [
        .. (root["DesignRules"]?.Items ?? []).Select(rule => new JobDesignRule(rule["Layers"]?.Text ?? "", rule.Line)
        {
            MinLineWidth = Millimetres(rule["MinLineWidth"], log)?.Value,
            PadToPad = Millimetres(rule["PadToPad"], log)?.Value,
            PadToTrack = Millimetres(rule["PadToTrack"], log)?.Value,
            TrackToTrack = Millimetres(rule["TrackToTrack"], log)?.Value,
            TrackToRegion = Millimetres(rule["TrackToRegion"], log)?.Value,
            RegionToRegion = Millimetres(rule["RegionToRegion"], log)?.Value,
        }),
    ];

    private static ImmutableArray<JobFileEntry> Files(JobNode root) =>
    [
        .. (root["FilesAttributes"]?.Items ?? []).Where(file => file["Path"] is { Text.Length: > 0 })
            .Select(file => new JobFileEntry(file["Path"]!.Text.Replace('\\', '/'), file["FileFunction"]?.Text ?? "", file["FilePolarity"]?.Text ?? "", file.Line)),
    ];

    private static ImmutableArray<JobStackupLayer> Stackup(JobNode root, DiagnosticLog log) =>
    [
        .. (root["MaterialStackup"]?.Items ?? []).Select(layer => new JobStackupLayer(layer["Type"]?.Text ?? "", layer.Line)
        {
            Name = Text(layer["Name"]),
            Material = Text(layer["Material"]),
            Colour = Text(layer["Color"] ?? layer["Colour"]),
            Thickness = Millimetres(layer["Thickness"], log),
            DielectricConstant = Number(layer["DielectricConstant"], log),
            LossTangent = Number(layer["LossTangent"], log),
            Notes = Text(layer["Notes"]),
        }),
    ];

    private static Fact<string>? Joined(JobNode node, string[] names)
    {
        var words = names.Select(name => node[name]?.Text).Where(word => !string.IsNullOrWhiteSpace(word)).ToArray();
        return words.Length > 0 ? new Fact<string>(string.Join(' ', words), node.Line) : null;
    }

    private static Fact<string>? Text(JobNode? node) =>
        node is { Kind: JsonTokenType.String or JsonTokenType.Number } && node.Text.Trim() is { Length: > 0 } text ? new Fact<string>(text, node.Line) : null;

    private static Fact<bool>? Truth(JobNode? node) => node?.Kind switch
    {
        JsonTokenType.True => new Fact<bool>(true, node.Line),
        JsonTokenType.False => new Fact<bool>(false, node.Line),
        JsonTokenType.String when bool.TryParse(node.Text, out var value) => new Fact<bool>(value, node.Line),
        _ => null,
    };

    /// <summary>KiCad says true, others how the edge is: any word but "no" and "none" is one.</summary>
    private static Fact<bool>? Edge(JobNode? node) => Truth(node) ?? (Text(node) is { } word ? new Fact<bool>(word.Value.ToUpperInvariant() is not ("NO" or "NONE"), word.Line) : null);

    private static Fact<bool>? Bevelled(JobNode? node) => Text(node) is { } word && word.Value.Contains("bevel", StringComparison.OrdinalIgnoreCase) ? new Fact<bool>(true, word.Line) : null;

    /// <summary>Numbers are written as JSON numbers, by some tools as strings.</summary>
    private static Fact<double>? Number(JobNode? node, DiagnosticLog log)
    {
        if (node is null or { Kind: JsonTokenType.Null } || (node.Kind == JsonTokenType.String && string.IsNullOrWhiteSpace(node.Text))) return null;
        if (node.Kind is JsonTokenType.Number or JsonTokenType.String && double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            return new Fact<double>(value, node.Line);
        var written = node.Kind is JsonTokenType.StartObject or JsonTokenType.StartArray ? "a list" : node.Text.Length > LongestQuote ? node.Text[..LongestQuote] + "…" : node.Text;
        log.Warning("job.bad-number", node.Line, $"'{written}' stands where a number is to be; left out");
        return null;
    }

    private static Fact<int>? Whole(JobNode? node, DiagnosticLog log)
    {
        if (Number(node, log) is not { } number) return null;
        if (number.Value is >= 0 and <= 1000 && number.Value == Math.Floor(number.Value)) return new Fact<int>((int)number.Value, number.Line);
        log.Warning("job.bad-number", number.Line, $"{node!.Text} is no count of layers; left out");
        return null;
    }

    private static Fact<Length>? Millimetres(JobNode? node, DiagnosticLog log)
    {
        if (Number(node, log) is not { } number) return null;
        if (number.Value is >= 0 and <= 10_000) return new Fact<Length>(Length.FromMillimetres(number.Value), number.Line);
        log.Warning("job.bad-number", number.Line, $"{node!.Text} mm is no size of a board; left out");
        return null;
    }
}
