using System.Collections.Immutable;
using Turnkey.Designs.Products;
using Turnkey.Dfx.Assembling.Centroids;
using Turnkey.Dfx.Queries;
using Turnkey.Kernel;

namespace Turnkey.Pipeline.Checking;

/// <summary>What answers say of how parts lie, as it is remembered for the next board: a question that was answered once is not asked again.</summary>
internal static class ConfirmedAnswers
{
    private const string Rule = "placement-undeterminable";

    /// <param name="assemblies">Of the design.</param>
    /// <param name="queries">With their answers.</param>
    /// <param name="before">What was confirmed before: it stays unless an answer is newer word on it.</param>
    public static ImmutableArray<ConfirmedPart> Of(ImmutableArray<Assembly> assemblies, ImmutableArray<Query> queries, ImmutableArray<ConfirmedPart> before)
    {
        var confirmed = before.ToBuilder();
        foreach (var query in queries.Where(query => query.Finding.Rule.Id == Rule))
        {
            var assembly = assemblies.First(one => one.Name == query.Assembly);
            foreach (var place in query.Places)
            {
                if (query.At(place) is not { } answer || !Says(answer)) continue;
                foreach (var part in place.Parts.Select(designator => Name(assembly, designator)).OfType<string>())
                    confirmed.Add(new ConfirmedPart(part.ToUpperInvariant(), PinOneDirection.Read(answer.PinOne), answer.By, answer.Date));
            }
        }
        return confirmed.ToImmutable();
    }

    /// <summary>A text without a direction has to be read by somebody first.</summary>
    private static bool Says(Answer answer) => answer.PinOne.Length > 0 || answer.Kind != AnswerKind.Other;

    /// <summary>The part number, else the footprint: what is confirmed holds for every part of it. Null where neither is known.</summary>
    private static string? Name(Assembly assembly, string designator)
    {
        bool Is(Designator one) => string.Equals(one.Text, designator, StringComparison.OrdinalIgnoreCase);
        var line = assembly.Bom.Lines.FirstOrDefault(line => !line.Designators.IsDefault && line.Designators.Any(Is));
        var placement = assembly.Placements.IsDefault ? null : assembly.Placements.FirstOrDefault(placement => Is(placement.Designator));
        return new[] { line?.Mpn?.Text, placement?.Footprint, line?.Footprint }.FirstOrDefault(text => !string.IsNullOrEmpty(text));
    }
}
