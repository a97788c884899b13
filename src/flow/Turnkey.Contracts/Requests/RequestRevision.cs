using System.Collections.Immutable;

namespace Turnkey.Contracts.Requests;

/// <summary>One state of what a customer asks for. It changes until it is sent; after that the next change is the next revision.</summary>
/// <param name="Number">1, 2, 3 … within the request.</param>
/// <param name="Package">SHA-256 of the design package, as the program that read it computed it; empty until it was read.</param>
public sealed record RequestRevision(int Number, string Package)
{
    /// <summary>Identifier of the upload; null while there is none.</summary>
    public Guid? Upload { get; init; }

    /// <summary>How the customer calls this state of the design: <c>C</c>, <c>1.2</c>.</summary>
    public string Label { get; init; } = "";

    /// <summary>Name of the package's file, for people.</summary>
    public string PackageName { get; init; } = "";

    /// <summary>What changed and what else should be known, in the customer's words.</summary>
    public string Note { get; init; } = "";

    /// <summary>What is asked for, whole or part.</summary>
    public ImmutableArray<Service> Services { get; init; } = [];

    /// <summary>Terms of design work, where that is asked for.</summary>
    public DesignService? Design { get; init; }

    /// <summary>Quantities to be priced, ascending.</summary>
    public ImmutableArray<int> Quantities { get; init; } = [];

    /// <summary>Products a year, which material is bought on; null when nothing was said.</summary>
    public int? AnnualVolume { get; init; }

    public ImmutableArray<ReleaseLot> Releases { get; init; } = [];

    /// <summary>Designators of what the customer supplies; everything else the manufacturer buys.</summary>
    public ImmutableArray<string> Consigned { get; init; } = [];

    /// <summary>Currency of the answers, ISO 4217.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Where the products go, ISO 3166 alpha-2.</summary>
    public string Destination { get; init; } = "";

    /// <summary>Workmanship by IPC-A-610: 2 or 3.</summary>
    public int IpcClass { get; init; } = 2;

    /// <summary>The day by which offers are wanted.</summary>
    public DateOnly? AnswersDue { get; init; }
}
