namespace Turnkey.Sourcing.Suppliers;

/// <summary>One supplier's interface: how a question is written and how its answer is read. Pure; the host sends and receives.</summary>
public interface ISupplierInterface
{
    /// <summary>The name of its row in the table of suppliers.</summary>
    string Name { get; }

    /// <summary>
    /// The next request for a question, with what has been answered so far: most need one, some search first and ask for prices then. Null when there is nothing
    /// (more) to ask.
    /// </summary>
    SupplierRequest? Ask(PartQuestion question, SupplierAccess access, IReadOnlyList<ReadOnlyMemory<byte>> answered);

    /// <summary>
    /// Reads the answers to the requests of a question. Never throws: what cannot be read is a diagnostic.
    /// </summary>
    /// <param name="answered">Bodies as they came, in the order asked.</param>
    /// <param name="question">Parts that were not asked for are left out; null keeps all (a recorded answer).</param>
    SupplierAnswer Read(IReadOnlyList<ReadOnlyMemory<byte>> answered, PartQuestion? question, AnswerContext context);
}
