using Turnkey.Storage.Rows;

namespace Turnkey.Server.Jobs.Work;

/// <summary>What a process of its own is to do: one line on its standard input. It is given files and nothing else: no address, no key, no database.</summary>
/// <param name="Kind">What.</param>
/// <param name="Package">Path of the package, under the name that it was uploaded with.</param>
/// <param name="Output">Folder that the results are written to.</param>
/// <param name="Input">What is asked besides.</param>
/// <param name="Today">On which offers and answers are judged.</param>
internal sealed record WorkOrder(JobKind Kind, string Package, string Output, JobInput Input, DateOnly Today)
{
    /// <summary>Path of the plant's figures; null for those that are shipped.</summary>
    public string? Plant { get; init; }

    /// <summary>Path of a zip with offers and price lists; null for none.</summary>
    public string? Offers { get; init; }

    /// <summary>Path of the answers to the queries; null for none.</summary>
    public string? Answers { get; init; }
}
