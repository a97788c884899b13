namespace Turnkey.Sourcing.Scrub.Lines;

/// <summary>
/// A part number without its maker, which several makers sell: 1N4148 is made by many, and short numbers mean different parts. The maker that most suppliers
/// sell is proposed, the choice is shown, and the line is not certain. A maker that the BOM names decides by itself.
/// </summary>
internal static class OpenMaker
{
    public static ScrubbedLine Propose(ScrubbedLine line, CatalogueIndex catalogue, BomLog log)
    {
        if (line.Allowed.All(part => part.Manufacturer is not null)) return line;
        line = line with { Allowed = [.. line.Allowed.Select(part => part.Manufacturer is null && catalogue.Makers(part.Mpn) is [var first, _, ..] ? part with { Manufacturer = first.Maker } : part)] };
        if (line is not { Mpn: { } mpn, Manufacturer: null } || catalogue.Makers(mpn.Value) is not [var proposed, _, ..] makers) return line;
        log.Warning("scrub.maker-open", line.First, FormattableString.Invariant(
            $"{BomLog.Name(line.First)}: {makers.Length} makers sell a {mpn.Value} ({string.Join(", ", makers.Select(choice => choice.Maker.Canonical))}), and the BOM names none; {proposed.Maker.Canonical} is proposed. Name the manufacturer"));
        return line with { Makers = makers, StateCertainty = line.StateCertainty < Certainty.Likely ? line.StateCertainty : Certainty.Likely };
    }
}
