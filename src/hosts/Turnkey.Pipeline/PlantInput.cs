using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Plants;

namespace Turnkey.Pipeline;

/// <summary>The plant that a quote is made for. Like a specification, a plant file with an error in it is refused: its rates are the price.</summary>
/// <param name="Plant">Null when refused.</param>
/// <param name="Diagnostics">Of the file; when refused, the reason first.</param>
internal sealed record PlantInput(Plant? Plant, ImmutableArray<Diagnostic> Diagnostics)
{
    public static PlantInput Read(string? path)
    {
        if (path is null) return new(Plant.Default, []);
        var file = InputFile.Read(path, "plant");
        if (file.Content is null) return new(null, [file.Refusal!]);
        var (plant, diagnostics) = PlantFile.Read(file.Content, file.Name);
        return diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error)
            ? new(null, [.. diagnostics.OrderByDescending(diagnostic => diagnostic.Severity)])
            : new(plant, diagnostics);
    }
}
