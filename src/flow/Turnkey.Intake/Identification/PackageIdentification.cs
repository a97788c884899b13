using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Layers;
using Turnkey.Formats.Tables;
using Turnkey.Intake.Packages;
using Turnkey.Intake.Reading;
using Turnkey.Kernel;

namespace Turnkey.Intake.Identification;

/// <summary>
/// Says of every file what it is: attributes first, then what the content says of itself, then the naming tables. Geometry comes last, when the board is
/// put together (<see cref="Boards.OutlineReading"/>).
/// </summary>
internal static class PackageIdentification
{
    private static readonly LayerMeaning Nothing = new(null, null, null, false, false, 0, "nothing says what it is");

    public static ImmutableArray<DesignFile> Identify(Package package)
    {
        var read = new (FileContent Content, ImmutableArray<Diagnostic> Diagnostics)[package.Files.Length];
        // Files do not depend on each other; the result's order is the package's, whatever finishes first.
        Parallel.For(0, read.Length, i => read[i] = FileReading.Read(package.Files[i]));
        var jobs = read.Select(result => result.Content).OfType<FileContent.Job>().ToArray();
        var common = CommonWords(package, read);
        return
        [
            .. package.Files.Select((file, i) =>
            {
                var (content, diagnostics) = read[i];
                var design = new DesignFile(file.Path, content, Meaning(file, content, jobs, common))
                {
                    Sha256 = ContentHash.Of(file.Content.Span),
                    OwnWords = OwnWords(file.Name, common),
                    Diagnostics = diagnostics,
                };
                return UnreadLayers.Promise(file, content, FromJobs(jobs, file), common) is { } promise ? Unread(design, file, promise) : design;
            }),
        ];
    }

    private static DesignFile Unread(DesignFile design, PackageFile file, LayerMeaning promise) => design with
    {
        Promise = promise,
        Meaning = design.Meaning with { Evidence = $"should be {UnreadLayers.Name(promise)} ({promise.Evidence}), but its content is not understood" },
        // What other readers made of it is beside the point.
        Diagnostics = [UnreadLayers.Report(file, design.Content, promise)],
    };

    private static LayerMeaning Meaning(PackageFile file, FileContent content, FileContent.Job[] jobs, HashSet<string> common)
    {
        switch (content)
        {
            case FileContent.Gerber gerber:
                var found = GerberFunction.Read(gerber.File.Attributes.FileFunction, $"attribute .FileFunction {string.Join(',', gerber.File.Attributes.FileFunction)}")
                    ?? FromJobs(jobs, file)
                    ?? Stronger(LayerNaming.OfFileName(file.Path, common), LayerComments.Read(gerber.File))
                    ?? Nothing;
                return LayerComments.Ordered(found, gerber.File);
            case FileContent.Drill:
                return new LayerMeaning(FileRole.Drill, Side.All, null, false, false, 50, "content is a drill program");
            case FileContent.DrillSide:
                return new LayerMeaning(FileRole.Drill, null, null, false, false, 10, "states a drill format or tools");
            case FileContent.Job:
                return new LayerMeaning(FileRole.Job, null, null, false, false, 50, "content is a Gerber job file");
            case FileContent.Netlist:
                return new LayerMeaning(FileRole.Netlist, null, null, false, false, 50, "content is IPC-D-356");
            case FileContent.Sheets sheets:
                return sheets.Best is { } best
                    ? new LayerMeaning(best.Kind == TableKind.Bom ? FileRole.Bom : FileRole.Centroid, null, null, false, false, 40, best.Evidence)
                    : Nothing with { Role = FileRole.Other };
            case FileContent.Product:
                return new LayerMeaning(FileRole.Other, null, null, false, false, 50, "product file");
            case FileContent.Unread { Kind: "pdf" or "dxf" or "dwg" or "svg" or "png" or "jpeg" } unread:
                return new LayerMeaning(FileRole.Drawing, null, null, false, false, 10, $"content is {unread.Kind}, for people");
            default:
                return Nothing with { Role = FileRole.Other };
        }
    }

    private static LayerMeaning? FromJobs(FileContent.Job[] jobs, PackageFile file) => jobs.Select(job => FromJob(job, file)).FirstOrDefault(meaning => meaning is not null);

    private static LayerMeaning? FromJob(FileContent.Job job, PackageFile file)
    {
        var entry = job.File.Files.FirstOrDefault(entry => string.Equals(entry.Path[(entry.Path.LastIndexOf('/') + 1)..], file.Name, StringComparison.OrdinalIgnoreCase));
        return entry is null ? null : GerberFunction.Read([.. entry.Function.Split(',')], $"job file {job.File.Path}:{entry.Line} {entry.Function}");
    }

    /// <summary>A name that says a role clearly beats a comment; a weak name does not.</summary>
    private static LayerMeaning? Stronger(LayerMeaning? name, LayerMeaning? comment)
    {
        if (name is null || comment is null) return name ?? comment;
        return comment.Weight > name.Weight ? comment with { Order = comment.Order ?? name.Order, Counts = comment.Order is not null ? comment.Counts : name.Counts, Side = comment.Side ?? name.Side } : name with { Side = name.Side ?? comment.Side };
    }

    /// <summary>Words that every layer file's name has are the project's, not the layer's. Two files share too much by chance to tell.</summary>
    private static HashSet<string> CommonWords(Package package, (FileContent Content, ImmutableArray<Diagnostic>)[] read)
    {
        var names = package.Files.Where((_, i) => read[i].Content is FileContent.Gerber).Select(file => file.Name).Distinct(StringComparer.Ordinal).ToArray();
        if (names.Length < 4) return [];
        var common = LayerNaming.Words(LayerNaming.Stem(names[0])).ToHashSet(StringComparer.Ordinal);
        foreach (var name in names.Skip(1)) common.IntersectWith(LayerNaming.Words(LayerNaming.Stem(name)));
        return common;
    }

    private static ImmutableArray<string> OwnWords(string name, HashSet<string> common)
    {
        var beside = LayerNaming.WordsBesideLayer(name).ToArray();
        // A project called "board" or "top" keeps its name: the words all files share are the project's, whatever they mean.
        return [.. LayerNaming.Words(LayerNaming.Stem(name)).Where(word => common.Contains(word) || beside.Contains(word, StringComparer.Ordinal))];
    }
}
