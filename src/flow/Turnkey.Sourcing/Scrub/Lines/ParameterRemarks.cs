using Turnkey.Designs.Parts;
using Turnkey.Sourcing.Scrub.Generics;
using Turnkey.Sourcing.Scrub.Parameters;

namespace Turnkey.Sourcing.Scrub.Lines;

/// <summary>Says where a line's parameters contradict each other, can be read in two ways, or were read by what other lines say.</summary>
internal static class ParameterRemarks
{
    public static void Tell(BomLine line, PartParameters parameters, ColumnStyles styles, BomLog log)
    {
        foreach (var fact in parameters.Facts)
        {
            var others = fact.Contradictions.Where(other => !IsSameWord(fact, other)).ToArray();
            if (fact.Contradictions.Any(other => IsSameWord(fact, other)))
            {
                log.Warning("scrub.value-ambiguous", line, $"{BomLog.Name(line)}: \"{Shortened(fact.Origin.Word)}\" can be {string.Join(" or ", fact.Contradictions.Where(other => IsSameWord(fact, other)).Select(other => other.Text).Prepend(fact.Text))}, "
                    + "and no other value of its column says which; write it with its unit and without a separator");
            }
            if (others.Length > 0)
            {
                log.Warning("scrub.conflict", line, $"{BomLog.Name(line)}: {fact.Name.ToString().ToLowerInvariant()} is {fact.Text} by {fact.Origin.Column} \"{Shortened(fact.Origin.Word)}\", but "
                    + string.Join(" and ", others.Select(other => $"{other.Text} by {other.Origin.Column} \"{Shortened(other.Origin.Word)}\"")) + "; say which holds");
            }
            if (styles.Of(fact.Origin.Column) is { Comma: not CommaMeaning.Open } style && QuantityWord.IsDoubtful(fact.Origin.Word))
                log.Info("scrub.comma-decided", line, $"{BomLog.Name(line)}: \"{Shortened(fact.Origin.Word)}\" is read as {fact.Text}, because its column writes \"{style.Witness}\"");
            if (styles.Of(fact.Origin.Column) is { Digits: DigitsMeaning.Codes } codes && fact.Name == ParameterName.Resistance && fact.Contradictions.IsEmpty && ResistorCodes.Code(fact.Origin.Word) == fact.Number)
                log.Info("scrub.code-decided", line, $"{BomLog.Name(line)}: \"{Shortened(fact.Origin.Word)}\" is read as the code of {fact.Text}, because its column has numbers such as \"{codes.DigitsWitness}\"");
        }
    }

    /// <summary>Of a part that is bought by its parameters: what it would have to be beside them is not known.</summary>
    public static void TellOpen(BomLine line, GenericPart generic, BomLog log) =>
        log.Warning("scrub.demand-open", line, $"{BomLog.Name(line)}: {string.Join(" and ", generic.Open.Select(one => $"\"{Shortened(one.Word)}\" ({one.Column})"))} {(generic.Open.Length == 1 ? "is" : "are")} not understood, so no part is said to have what is asked; name the part number");

    private static bool IsSameWord(ParameterFact one, ParameterFact other) => one.Origin == other.Origin;

    private static string Shortened(string text) => text.Length > 40 ? text[..37] + "…" : text;
}
