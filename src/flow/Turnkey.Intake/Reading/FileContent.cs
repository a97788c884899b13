using System.Collections.Immutable;
using Turnkey.Formats.Bom;
using Turnkey.Formats.Centroids;
using Turnkey.Formats.Excellon;
using Turnkey.Formats.Gerber;
using Turnkey.Formats.GerberJob;
using Turnkey.Formats.IpcD356;
using Turnkey.Formats.Tables;

namespace Turnkey.Intake.Reading;

/// <summary>What the bytes of a file turned out to be, read by the format's reader.</summary>
internal abstract record FileContent
{
    private FileContent()
    {
    }

    /// <summary>As <c>format</c> of the results has it.</summary>
    public abstract string Format { get; }

    public sealed record Gerber(GerberFile File) : FileContent
    {
        public override string Format => "gerber";
    }

    public sealed record Drill(ExcellonProgram Program) : FileContent
    {
        public override string Format => "excellon";
    }

    /// <summary>A drill format or tool list that a CAD tool wrote beside its drill file.</summary>
    public sealed record DrillSide(DrillSideFile File) : FileContent
    {
        public override string Format => "text";
    }

    public sealed record Job(GerberJobFile File) : FileContent
    {
        public override string Format => "gerber-job";
    }

    public sealed record Netlist(IpcNetlist File) : FileContent
    {
        public override string Format => "ipc-d-356";
    }

    /// <param name="Workbook">All sheets as text cells.</param>
    /// <param name="Tables">What each sheet was taken for, in the workbook's order.</param>
    public sealed record Sheets(Workbook Workbook, ImmutableArray<TableClassification> Tables) : FileContent
    {
        public IEnumerable<BomReading> Boms => Tables.Select(table => table.Bom).OfType<BomReading>();

        public IEnumerable<CentroidReading> Centroids => Tables.Select(table => table.Centroid).OfType<CentroidReading>();

        /// <summary>Of the surest sheet that is something; null when none is.</summary>
        public TableClassification? Best => Tables.Where(table => table.Kind != TableKind.Neither).MaxBy(table => table.Score);

        public override string Format => Workbook.Format;
    }

    public sealed record Product(ReadOnlyMemory<byte> Content) : FileContent
    {
        public override string Format => "yaml";
    }

    /// <summary>Words for people.</summary>
    public sealed record Notes(ImmutableArray<string> Lines) : FileContent
    {
        public override string Format => "text";
    }

    /// <summary>Recognised, but not something this version reads.</summary>
    public sealed record Unread(string Kind) : FileContent
    {
        public override string Format => Kind;
    }
}
