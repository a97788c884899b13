using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Kernel;
using Turnkey.Pipeline.Outputs;

namespace Turnkey.Pipeline.Exports;

/// <summary>What came of writing a design anew.</summary>
public abstract record Export
{
    private Export()
    {
    }

    /// <param name="Design">What the package turned out to be, with all diagnostics.</param>
    /// <param name="Inputs">What it was made from.</param>
    /// <param name="Files">In the order of the layers, then drills, then netlists (made from the copper or given).</param>
    /// <param name="Diagnostics">What the written formats could not hold as it is.</param>
    public sealed record Done(Design Design, InputHashes Inputs, ImmutableArray<ExportedFile> Files, ImmutableArray<Diagnostic> Diagnostics) : Export;

    /// <summary>The input cannot be processed, or holds nothing to be written; the first diagnostic is the reason.</summary>
    /// <param name="Name">Of the package.</param>
    public sealed record Refused(string Name, ImmutableArray<Diagnostic> Diagnostics) : Export;
}

/// <summary>A file of the clean set.</summary>
/// <param name="File">Name and content.</param>
/// <param name="Format"><c>gerber</c>, <c>xnc</c> or <c>ipc-d-356a</c>.</param>
/// <param name="Function">What it holds: <c>Copper,L1,Top</c>, <c>Plated,1,4,PTH</c>, <c>Netlist</c>.</param>
/// <param name="Source">Path of the file in the package that it says the same as; empty where it says what was understood from several.</param>
public sealed record ExportedFile(OutputFile File, string Format, string Function, string Source);
