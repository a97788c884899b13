using System.Collections.Immutable;
using System.Text;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Products;
using Turnkey.Dfx;
using Turnkey.Dfx.Assembling.Centroids;
using Turnkey.Dfx.Findings;
using Turnkey.Dfx.Queries;
using Turnkey.Dfx.Tests;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Fuzzing;

/// <summary>The files that a design is held against, each read as the program reads it, and what was understood used on a small board.</summary>
internal static class ReviewTargets
{
    private const string Sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private const string YamlTokens =
        "\n \"\" ' : - , { } [ ] # & * ! | > % @ ` ? ~ --- ... &a *a !!binary !<x> {{{{{{{{ [[[[[[[[ null true false 0 -1 1e9 1000000 0.0000001 99999999999999999999 \\u0000 \\x00 \t \u00ef\u00bb\u00bf \u00ff \u00c2\u00b5m ";

    private const string CapabilityTokens = YamlTokens +
        "mm um mil in % ° minimum preferred maximum of: finished allowance layers outer inner copper-up-to nets region source assumed extends practice kind standard cost-rank plated-tool larger-by rules trace-width spacing annular-ring " +
        "aspect-ratio hole-to-edge copper-to-edge mask-web paste-area-ratio probe-spacing part-spacing board-size copper-share ********** ?*?*?*?*";

    private const string Capability =
        "turnkey-capability: 1\nkey: our-line\nname: Our line\nkind: manufacturer\nextends: practice\nsource: \"our own figures\"\ntaken: 2026-08-24\ncost-rank: 10\nplated-tool: { larger-by: 0.1 mm, source: \"the data sheet\" }\nrules:\n" +
        "  trace-width:\n    - { minimum: 0.1, preferred: 5 mil, layers: outer, copper-up-to: 45 um }\n    - { minimum: 0.2, nets: [GND, \"V*\", P?WER] }\n  spacing: { minimum: 0.1 mm, preferred: 0.3, region: [-1, -1, 10.5, 10] }\n" +
        "  annular-ring: { minimum: 0.05, of: finished, allowance: 0.1, source: \"IPC-6012\" }\n  aspect-ratio: { maximum: 8, preferred: 6, assumed: true }\n  copper-to-edge: { preferred: 0.3 mm }\n  copper-share: { minimum: 20 %, preferred: 30 % }\n" +
        "  hole-to-hole: { minimum: 0.5 }\n  board-size: { maximum: 300 mm }\n  mask-web: { minimum: 0.1 }\n  probe-spacing: { preferred: 1.27 }\n  part-spacing: { preferred: 0.5 }\n";

    private const string Waivers =
        "turnkey-waivers: 1\npackage: " + Sha256 + "\nwaivers:\n  - { finding: \"trace-width:tracks drawn 0.1 mm wide\", reason: carries no current, author: A. Miller, date: 2026-11-27 }\n" +
        "  - finding: \"spacing:pads to tracks\"\n    reason: |\n      looked at\n      twice\n    author: \"B. Jones\"\n";

    private const string Answers =
        "turnkey-answers: 1\npackage: " + Sha256 + "\nanswers:\n  - { query: \"trace-width:tracks drawn 0.1 mm wide\", answer: accepted, by: A. Miller, date: 2026-11-27 }\n" +
        "  - { query: \"spacing:pads to tracks\", answer: other, text: \"make it 0.12 mm\", by: B. Jones }\n  - query: \"outline-missing:\"\n    answer: as-sent\n    by: C\n";

    private const string Confirmed = "part,pin-1,by,date\n# what was asked before\nSTM32F103C8T6,lower-left,A. Miller,2026-11-27\n\"X,1\",270,,\nLED-RED,right,B,\nQ1,,C,2026-01-31\n";

    private static readonly Lazy<Assembly> Board = new(() => new Sketch().Outline(0, 0, 20, 15).Part("U1", 5, 5, mpn: "STM32F103C8T6").Part("R1", 12, 5, footprint: "R_0603_1608Metric")
        .Land(1, 4, 5, 0.8, 0.4, "GND", "U1", "1").Land(1, 6, 5, 0.8, 0.4, "VCC", "U1", "2").Land(1, 11.2, 5, 0.8, 0.9, "GND", "R1", "1").Land(1, 12.8, 5, 0.8, 0.9, "OUT", "R1", "2")
        .Track(1, 4, 5, 4, 10, 0.1, "GND").Track(1, 4.25, 6, 4.25, 10, 0.15, "VCC").Via(4, 10, 0.3, 0.5, "GND").Via(15, 10, 0.3, 0.6, "OUT").Pour(2, "GND", (0.1, 0.1), (19, 0.1), (19, 9), (0.1, 9))
        .Window(LayerRole.SolderMask, Side.Top, 4, 5, 0.9, 0.5).Window(LayerRole.Paste, Side.Top, 4, 5, 0.7, 0.3).Line(LayerRole.Legend, Side.Top, 3, 4, 8, 4, 0.1).Assembly());

    private static readonly Lazy<Review> Found = new(() => DesignReview.Check(Board.Value, new Demands([CapabilityShelf.Find(Demands.UsualMaker)!])));

    /// <summary>Only what asks for confirmations.</summary>
    private static readonly Lazy<Demands> Placing = new(() => new Demands([CapabilityFile.Read("placing.yaml", Encoding.ASCII.GetBytes(
        "turnkey-capability: 1\nkey: placing\nsource: the test\nrules:\n  placement-offset: { maximum: 0.1 }\n  placement-rotation: { maximum: 1 }\n  placement-undeterminable: { minimum: 0 }\n")).Capability!]));

    public static ImmutableArray<FuzzTarget> All { get; } =
    [
        FuzzTarget.Of("capability", [Capability, Shipped("jlcpcb"), Shipped("ipc-class-3")], CapabilityTokens, static content =>
        {
            if (CapabilityFile.Read("our.yaml", content).Capability is { } capability) DesignReview.Check(Board.Value, Demands.For(Board.Value.Specification, [capability], 3));
        }),
        FuzzTarget.Of("waivers", [Waivers], YamlTokens + "finding reason author date expires waivers package " + Sha256, static content => WaiverFile.Read("waivers.yaml", content, Sha256, new DateOnly(2026, 11, 27)).Waivers?.Apply([Found.Value])),
        FuzzTarget.Of("answers", [Answers], YamlTokens + "query answer text by date parts pin-1 answers package accepted as-sent other " + Sha256, static content =>
        {
            if (AnswerFile.Read("answers.yaml", content, Sha256).Answers is { } answers) QueryList.Of([("board", Found.Value)], answers).Settle(Found.Value);
        }),
        FuzzTarget.Of("confirmed-parts", [Confirmed], "\n \"\" \" , ,,,, # part,pin-1,by,date right upper-left lower 45 359.9999999 360 -1 .5 1e9 \r \0 \u00ef\u00bb\u00bf \u00ff STM32F103C8T6", static content =>
            DesignReview.Check(Board.Value, Placing.Value, new ReviewContext(ConfirmedPartFile.Read("confirmed.csv", content).Parts))),
    ];

    private static string Shipped(string key)
    {
        using var reader = new StreamReader(typeof(CapabilityFile).Assembly.GetManifestResourceStream($"Turnkey.Plants.Data.Capabilities.{key}.yaml")!, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
