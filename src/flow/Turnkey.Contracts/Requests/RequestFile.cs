using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Turnkey.Kernel;
using Turnkey.Plants.Reading;

namespace Turnkey.Contracts.Requests;

/// <summary>A request as a customer writes it down in YAML or JSON, for who has only the command line. Documented in docs/request-file.md.</summary>
/// <param name="Number">The customer's number.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Begun">When it was begun; null when the file does not say.</param>
/// <param name="Revision">What is asked for; its package is not known yet.</param>
/// <param name="Gates">What has to be so before the design is seen.</param>
public sealed record RequestFile(string Number, string Title, DateOnly? Begun, RequestRevision Revision, ImmutableArray<Gate> Gates)
{
    private const int LargestBytes = 1 << 20;

    /// <summary>The request; null when something in the file is not understood, for it is the customer's own word.</summary>
    public static (RequestFile? Request, ImmutableArray<Diagnostic> Diagnostics) Read(string name, ReadOnlyMemory<byte> content)
    {
        try
        {
            if (content.Length > LargestBytes) throw new LineException(0, $"the file has more than {LargestBytes >> 20} MB");
            return (Read(new Fields(Root(content), 1)), []);
        }
        catch (LineException fault)
        {
            return (null, [Diagnostic.Error("request.file", name, fault.Line, fault.Message)]);
        }
    }

    private static YamlNode Root(ReadOnlyMemory<byte> content) => YamlNode.Read(Encoding.UTF8.GetString(content.Span));

    private static RequestFile Read(Fields file)
    {
        var revision = new RequestRevision(file.Whole("revision") ?? 1, "")
        {
            Label = file.Text("label") ?? "",
            Note = file.Text("note") ?? "",
            Services = [.. file.List("services").Select(Words<Service>)],
            Design = file.Map("design") is { } design ? Design(design) : null,
            Quantities = [.. file.List("quantities").Select(Fields.Whole).Distinct().Order()],
            AnnualVolume = file.Whole("annual-volume"),
            Releases = [.. file.Maps("releases").Select(Lot)],
            Consigned = [.. file.List("consigned").Select(node => Fields.Text(node))],
            Currency = file.Node("currency") is { } currency ? Kernel.Currency.Parse(Fields.Text(currency))?.Code ?? throw new LineException(currency.Line, $"'{Fields.Text(currency)}' is none of {string.Join(", ", Kernel.Currency.All)}") : "USD",
            Destination = file.Node("destination") is { } destination ? Country(destination) : "",
            IpcClass = file.Node("ipc-class") is { } ipc ? Fields.Text(ipc) switch { "2" => 2, "3" => 3, var other => throw new LineException(ipc.Line, $"'{other}' is neither class 2 nor 3 of IPC-A-610") } : 2,
            AnswersDue = file.Day("answers-due"),
        };
        var request = new RequestFile(file.Required("number"), file.Required("title"), file.Day("begun"), revision, [.. file.Maps("gates").Select(Gate)]);
        file.RefuseOthers();
        return request;
    }

    private static DesignService Design(Fields design)
    {
        var read = new DesignService(Words<ResultOwner>(design.RequiredNode("result-owner")), [.. design.Maps("milestones").Select(Milestone)]);
        design.RefuseOthers();
        return read;
    }

    private static Milestone Milestone(Fields stone)
    {
        var read = new Milestone(stone.Required("name"), stone.RequiredDay("due"), stone.Required("deliverable"));
        stone.RefuseOthers();
        return read;
    }

    private static ReleaseLot Lot(Fields lot)
    {
        var read = new ReleaseLot(Fields.Whole(lot.RequiredNode("quantity")), lot.RequiredDay("due"));
        lot.RefuseOthers();
        return read;
    }

    private static Gate Gate(Fields gate)
    {
        var kind = gate.RequiredNode("kind");
        Gate read = Fields.Text(kind) switch
        {
            "nda" => new Gate.Nda(gate.Required("title"), gate.Required("text")),
            "export-control" => new Gate.ExportControl(gate.Required("class"), [.. gate.List("countries").Select(Country)]),
            "certification" => new Gate.CertificationHeld(Standard(gate.RequiredNode("standard"))),
            var other => throw new LineException(kind.Line, $"'{other}' is no gate; nda, export-control and certification are"),
        };
        gate.RefuseOthers();
        return read;
    }

    private static string Standard(YamlNode node) =>
        Parties.Standards.All.FirstOrDefault(standard => standard == Fields.Text(node)) ?? throw new LineException(node.Line, $"'{Fields.Text(node)}' is none of {string.Join(", ", Parties.Standards.All)}");

    private static string Country(YamlNode node) =>
        Fields.Text(node) is { Length: 2 } code && code.All(char.IsAsciiLetterUpper) ? code : throw new LineException(node.Line, $"'{Fields.Text(node)}' is no country; write its two letters of ISO 3166, for example DE");

    /// <summary>The words of an enumeration are those of the contracts' JSON.</summary>
    private static T Words<T>(YamlNode node)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(value => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()), StringComparer.Ordinal);
        return words.TryGetValue(Fields.Text(node), out var found) ? found : throw new LineException(node.Line, $"'{Fields.Text(node)}' is none of {string.Join(", ", words.Keys)}");
    }

    /// <summary>The members of one map; what is not asked for is a member that nobody knows.</summary>
    private sealed class Fields
    {
        private readonly YamlNode.Map map;
        private readonly HashSet<string> asked = new(StringComparer.Ordinal);

        public Fields(YamlNode node, int line) => map = node as YamlNode.Map ?? throw new LineException(Math.Max(node.Line, line), "members such as 'number: …' are wanted here");

        public static string Text(YamlNode node) => node is YamlNode.Scalar scalar ? scalar.Text.Trim() : throw new LineException(node.Line, "plain text is wanted here");

        public static int Whole(YamlNode node) => int.TryParse(Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 ? number : throw new LineException(node.Line, $"'{Text(node)}' is no whole number from 1 on");

        public YamlNode? Node(string name)
        {
            asked.Add(name);
            return map[name];
        }

        public YamlNode RequiredNode(string name) => Node(name) ?? throw new LineException(map.Line, $"'{name}:' is missing");

        public string? Text(string name) => Node(name) is { } node ? Text(node) : null;

        public string Required(string name) => Text(RequiredNode(name)) is { Length: > 0 } text ? text : throw new LineException(map.Line, $"'{name}:' is empty");

        public int? Whole(string name) => Node(name) is { } node ? Whole(node) : null;

        public DateOnly? Day(string name) => Node(name) is { } node ? Day(node) : null;

        public DateOnly RequiredDay(string name) => Day(RequiredNode(name));

        public IReadOnlyList<YamlNode> List(string name) => YamlNode.ListOf(Node(name));

        public Fields? Map(string name) => Node(name) is { } node ? new Fields(node, map.Line) : null;

        public IEnumerable<Fields> Maps(string name) => List(name).Select(node => new Fields(node, map.Line));

        public void RefuseOthers()
        {
            foreach (var (key, _) in map.Entries.Where(entry => !asked.Contains(entry.Key.Text))) throw new LineException(key.Line, $"'{(key.Text.Length > 40 ? key.Text[..40] + "…" : key.Text)}:' is not known here; known are {string.Join(", ", asked.Order(StringComparer.Ordinal))}");
        }

        private static DateOnly Day(YamlNode node) =>
            DateOnly.TryParseExact(Text(node), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new LineException(node.Line, $"'{Text(node)}' is no day; write it as 2026-01-31");
    }
}
