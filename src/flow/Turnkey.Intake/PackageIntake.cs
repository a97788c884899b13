using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Products;
using Turnkey.Intake.Boards;
using Turnkey.Intake.Identification;
using Turnkey.Intake.Packages;
using Turnkey.Intake.Products;
using Turnkey.Intake.Reading;
using Turnkey.Kernel;

namespace Turnkey.Intake;

/// <summary>
/// Reads what a customer sent: identifies the files, tells boards apart, builds each board, its BOM and its placements, and reconciles them.
/// Bad input never throws; what was understood comes back with diagnostics.
/// </summary>
public static class PackageIntake
{
    public static Design Read(Package package, IntakeOptions options)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(options);
        var files = PackageIdentification.Identify(package);
        var reading = new Reading(options);
        var product = ProductFileOf(files) is { } file ? reading.FromProductFile(package.Name, file, files) : reading.FromBoards(package.Name, files);
        var identified = reading.Files(files);
        ImmutableArray<Diagnostic> diagnostics =
        [
            .. package.Diagnostics,
            .. reading.Diagnostics,
            .. files.SelectMany(one => one.Diagnostics),
            .. UnreadSources.Explain(identified, product),
        ];
        return new Design(new PackageIdentity(package.Name, package.Sha256, identified), product, Ordered(diagnostics)) { Checks = [.. reading.Checks] };
    }

    /// <summary>The product file nearest to the root.</summary>
    private static DesignFile? ProductFileOf(ImmutableArray<DesignFile> files) =>
        files.Where(file => file.Content is FileContent.Product).OrderBy(file => file.Path.Count(c => c == '/')).ThenBy(file => file.Path, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>By file, line, code: the same for the same package, whatever was read first. What concerns the whole package comes first.</summary>
    private static ImmutableArray<Diagnostic> Ordered(ImmutableArray<Diagnostic> diagnostics) =>
    [
        .. diagnostics.Distinct().OrderBy(one => one.File, StringComparer.Ordinal).ThenBy(one => one.Line)
            .ThenBy(one => one.Code, StringComparer.Ordinal).ThenBy(one => one.Message, StringComparer.Ordinal),
    ];

    /// <summary>Collects what the assemblies of one package teach about its files.</summary>
    private sealed class Reading(IntakeOptions options)
    {
        private readonly Dictionary<string, DesignFile> learned = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> boardOf = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> unused = new(StringComparer.Ordinal);

        public List<Diagnostic> Diagnostics { get; } = [];

        public List<DesignCheck> Checks { get; } = [];

        public Product FromBoards(string name, ImmutableArray<DesignFile> files)
        {
            var assemblies = Assemblies(name, files);
            if (assemblies.Count > 1)
            {
                Diagnostics.Add(Diagnostic.Warning("package.several-boards", "", 0,
                    $"the package holds {assemblies.Count} boards ({string.Join(", ", assemblies.Select(assembly => assembly.Name))}); one of each is quoted as the product. Say otherwise with a {ProductFile.Name}"));
            }
            return new Product(name, [.. assemblies.Select(assembly => Item(assembly, assembly.Name, Quantity.Pieces(1), null))]);
        }

        public Product FromProductFile(string name, DesignFile file, ImmutableArray<DesignFile> files)
        {
            var (title, entries, diagnostics) = ProductFile.Read(file.Path, ((FileContent.Product)file.Content).Content);
            Diagnostics.AddRange(diagnostics);
            var root = file.Folder.Length > 0 ? file.Folder + "/" : "";
            return new Product(title ?? name, [.. entries.Select(entry => FromEntry(entry, root, file.Path, files)).OfType<ProductItem>()]);
        }

        private ProductItem? FromEntry(ProductFile.Entry entry, string root, string path, ImmutableArray<DesignFile> files)
        {
            ImmutableArray<ProductItem> items = [.. entry.Items.Select(child => FromEntry(child, root, path, files)).OfType<ProductItem>()];
            if (entry.Package is not { } folder) return entry.Item with { Items = items };
            var prefix = root + folder + "/";
            ImmutableArray<DesignFile> own = [.. files.Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal) || file.Path == root + folder)];
            if (own.IsEmpty)
            {
                Diagnostics.Add(Diagnostic.Error("product.package-missing", path, entry.Line, $"there is no '{folder}' in the package; '{entry.Item.Name}' is left out"));
                return null;
            }
            var assemblies = Assemblies(entry.Item.Name, own);
            if (assemblies.Count > 1)
            {
                Diagnostics.Add(Diagnostic.Error("product.several-boards", path, entry.Line, $"'{folder}' holds {assemblies.Count} boards; the first, '{assemblies[0].Name}', is taken. Name the folder of one board"));
            }
            return Item(assemblies[0], entry.Item.Name, entry.Item.Quantity, entry.Item) with { Items = items };
        }

        /// <summary>A board with nothing to mount is quoted as a bare board, whatever the request calls it.</summary>
        private static ProductItem Item(Assembly assembly, string name, Quantity quantity, ProductItem? asked)
        {
            var kind = asked?.Kind ?? (assembly.Bom.IsEmpty && assembly.Placements.IsEmpty ? ProductItemKind.Board : ProductItemKind.Assembly);
            if (kind == ProductItemKind.Board) assembly = assembly with { Bom = Designs.Parts.BillOfMaterials.None, Placements = [] };
            return (asked ?? new ProductItem(kind, name, quantity)) with { Assembly = assembly };
        }

        private List<Assembly> Assemblies(string name, ImmutableArray<DesignFile> files)
        {
            var partition = BoardPartitioning.Partition(name, files);
            foreach (var (file, reason) in partition.SetAside) unused[file.Path] = reason;
            foreach (var group in partition.SetAside.GroupBy(pair => (pair.File.Folder, pair.Reason)).Where(group => group.Key.Reason.StartsWith("another", StringComparison.Ordinal)))
            {
                Diagnostics.Add(Diagnostic.Warning("package.version-set-aside", group.First().File.Path, 0, $"{group.Count()} file(s) are not used: {group.Key.Reason}"));
            }
            foreach (var group in partition.SetAside.GroupBy(pair => pair.File.Folder).Where(group => group.First().Reason.StartsWith("the same", StringComparison.Ordinal)))
            {
                Diagnostics.Add(Diagnostic.Info("package.sent-twice", group.First().File.Path, 0, $"{group.Count()} file(s) of this folder are not used: {group.First().Reason}"));
            }
            var assemblies = new List<Assembly>();
            foreach (var board in partition.Boards)
            {
                var result = AssemblyReading.Read(board, options);
                assemblies.Add(result.Assembly);
                Diagnostics.AddRange(result.Diagnostics);
                Checks.AddRange(result.Checks);
                foreach (var file in result.Files)
                {
                    learned[file.Path] = file;
                    if (partition.Boards.Length > 1) boardOf[file.Path] = board.Name;
                }
            }
            return assemblies;
        }

        public ImmutableArray<IdentifiedFile> Files(ImmutableArray<DesignFile> files) =>
        [
            .. files.Select(file => learned.GetValueOrDefault(file.Path, file)).Select(file => new IdentifiedFile(
                file.Path, file.Role, file.Meaning.Side, file.Role == FileRole.Copper ? file.Meaning.Order : null, file.Content.Format, file.Meaning.Evidence)
            {
                Board = boardOf.GetValueOrDefault(file.Path, ""),
                Used = !unused.ContainsKey(file.Path),
            }),
        ];
    }
}
