using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Kernel;

namespace Turnkey.Formats.Excellon;

/// <summary>
/// A drill or rout file, parsed once and kept as written, so that it can be interpreted in the format it states and, where that turns out wrong, in another.
/// </summary>
public sealed record ExcellonProgram
{
    /// <summary>Path of the file in the package.</summary>
    public required string Path { get; init; }

    /// <summary>In the order of their definition; a number that was defined twice is there twice.</summary>
    public required ImmutableArray<DrillTool> Tools { get; init; }

    /// <summary>The format as the file or its side file says, the rest filled with the usual; its <c>…From</c> say which part is which.</summary>
    public required DrillFormat StatedFormat { get; init; }

    /// <summary>What the file says of all its holes; tools may say otherwise.</summary>
    public Plating Plating { get; init; } = Plating.Unknown;

    /// <summary>First copper layer the holes pass; null: the top.</summary>
    public int? FromLayer { get; init; }

    /// <summary>Last copper layer the holes pass; null: the bottom.</summary>
    public int? ToLayer { get; init; }

    /// <summary>File attributes (<c>TF.FileFunction</c> …) by name without the <c>TF</c>, value as written.</summary>
    public ImmutableSortedDictionary<string, string> Attributes { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The program that wrote it, as far as it says.</summary>
    public string? GenerationSoftware { get; init; }

    /// <summary>What was wrong with the lines, then what had to be assumed and what no file says.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. ReadingDiagnostics, .. DrillAssumptions.Of(this)];

    /// <summary>True when it drills or mills nothing.</summary>
    public bool IsEmpty => !Operations.Any(operation => operation.Kind is <= DrillOperationKind.NibbledHole and not DrillOperationKind.Rapid);

    internal ImmutableArray<Diagnostic> ReadingDiagnostics { get; init; } = [];
    internal ImmutableArray<DrillOperation> Operations { get; init; } = [];
    internal DigitCensus Census { get; init; } = new();
    internal FormatStatement Statement { get; init; } = FormatStatement.Nothing;

    /// <summary>
    /// The holes in the order of the file. Coordinates beyond ±1.07 m are left out; patterns that repeat beyond <see cref="MostHoles"/> are cut.
    /// </summary>
    /// <param name="format">How to read the digits; <see cref="StatedFormat"/> unless registration found better.</param>
    /// <param name="log">Takes what only shows with the format applied: holes out of range, tools without size.</param>
    public ImmutableArray<Hole> Interpret(DrillFormat format, DiagnosticLog? log = null)
    {
        var holes = new List<Hole>(Math.Min(MostHoles, Operations.Length));
        new DrillInterpretation(this, format, log, MostHoles, holes).Run();
        new RoutedOutlines().Mark(holes);
        return [.. holes];
    }

    /// <summary>The first holes only, to try a format on; outlines are not told from slots yet (<see cref="RoutedOutlines"/>).</summary>
    /// <param name="format">How to read the digits.</param>
    /// <param name="most">Holes that are made at most.</param>
    /// <param name="into">A list that the caller keeps for the next format; what it held before is gone.</param>
    internal void Sample(DrillFormat format, int most, List<Hole> into)
    {
        into.Clear();
        new DrillInterpretation(this, format, log: null, most, into).Run();
    }

    /// <summary>
    /// The step of its coordinates: inch 2.4 steps by 2.54 µm. Of numbers with a point as many decimals as the longest has, though no fewer than tools usually
    /// write: a file of a few round numbers says nothing of its step.
    /// </summary>
    /// <param name="format">In which it is interpreted.</param>
    public Length ResolutionIn(DrillFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        var isInch = format.Unit == DrillUnit.Inch;
        var decimals = Census.IsDecimal ? Math.Max(Census.MostDecimals, isInch ? 4 : 3) : format.DecimalDigits;
        return Length.FromNanometres((long)Math.Round((isInch ? 25_400_000 : 1_000_000) / Math.Pow(10, decimals)));
    }

    /// <summary>The same program with what a file beside it says, where it does not say so itself.</summary>
    public ExcellonProgram With(DrillSideFile side)
    {
        if (!side.SpeaksOf(Path)) return this;
        var statement = Statement.OrElse(side.Statement);
        var tools = Tools.Select(tool => side.Complete(tool, Path)).ToImmutableArray();
        return this with { Tools = tools, Statement = statement, StatedFormat = ExcellonParser.Format(statement, Census, tools) };
    }

    /// <summary>More holes than any panel has; what would exceed it is a broken or hostile repeat count.</summary>
    public const int MostHoles = 1_000_000;
}
