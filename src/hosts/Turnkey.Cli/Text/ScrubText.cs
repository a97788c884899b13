using System.Globalization;
using System.Text;
using Turnkey.Kernel;
using Turnkey.Sourcing.Scrub;
using Turnkey.Sourcing.Scrub.Parameters;

namespace Turnkey.Cli.Text;

/// <summary>The scrubbed BOM as a table: what each part is, and how surely; a question mark behind what is only likely, two behind what is contradicted.</summary>
internal static class ScrubText
{
    public static void Append(StringBuilder text, ScrubbedBom bom)
    {
        text.Append("\nParts\n");
        var rows = new List<string[]> { new[] { "Pieces", "Places", "Identity", "Part", "Manufacturer", "Kind", "Parameters" } };
        foreach (var line in bom.Lines)
        {
            rows.Add(
            [
                line.PerProduct.ToString(CultureInfo.InvariantCulture) + (line.DoNotPlace is null ? "" : " not placed"),
                Shortened(DesignatorList.Format(line.Designators), 32),
                line.State switch { IdentityState.Exact => "number", IdentityState.ByCode => "code", IdentityState.Generic => "parameters", _ => "unknown" },
                Shortened(Part(line), 40),
                Shortened(line.Manufacturer is { } maker ? Marked(maker.Value.Canonical, maker.Certainty) : "", 30),
                Marked(ComponentKindText.Of(line.Parameters.Kind.Value), line.Parameters.Kind.Certainty),
                Shortened(string.Join(' ', line.Parameters.Facts.Select(fact => Marked(fact.Text, fact.Certainty))), 70),
            ]);
        }
        TextTable.Append(text, [.. rows.Select(row => row.Select(PlainText.Of).ToArray())], 0);
        int Of(IdentityState state) => bom.Lines.Count(line => line.State == state);
        text.Append(CultureInfo.InvariantCulture,
            $"  {bom.Lines.Length} parts: {Of(IdentityState.Exact)} by part number, {Of(IdentityState.ByCode)} by a distributor's code, {Of(IdentityState.Generic)} by parameters, {Of(IdentityState.Unknown)} unknown\n");
    }

    private static string Part(ScrubbedLine line) =>
        line.Mpn is { } mpn ? Marked(mpn.Value.Text, mpn.Certainty) : line.Codes.IsEmpty ? "" : $"{line.Codes[0].Distributor} {line.Codes[0].Code}";

    private static string Marked(string text, Certainty certainty) => certainty switch { Certainty.Certain => text, Certainty.Likely => text + "?", _ => text + "??" };

    private static string Shortened(string text, int most) => text.Length > most ? text[..(most - 1)] + "…" : text;
}
