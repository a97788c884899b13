using System.Collections.Immutable;

namespace Turnkey.Sourcing.Suppliers;

/// <summary>An interface that answers several parts in one request: the rates that suppliers allow count requests, not parts.</summary>
public interface IBatchInterface : ISupplierInterface
{
    /// <summary>The next request for several questions, with what has been answered so far; null when there is nothing (more) to ask.</summary>
    /// <param name="questions">At most <see cref="SupplierTerms.PartsPerRequest"/>, each with a number.</param>
    SupplierRequest? Ask(IReadOnlyList<PartQuestion> questions, SupplierAccess access, IReadOnlyList<ReadOnlyMemory<byte>> answered);

    /// <summary>
    /// What of the answers belongs to each question, in the form of answers to it alone, so that it is read and kept by itself. Null for a question that the answers
    /// leave open (they were cut off, or do not say what they answer): it has to be asked alone. Never throws.
    /// </summary>
    /// <param name="answered">To the requests for the same questions, all of them.</param>
    ImmutableArray<ImmutableArray<ReadOnlyMemory<byte>>?> Share(IReadOnlyList<PartQuestion> questions, IReadOnlyList<ReadOnlyMemory<byte>> answered);
}
