using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Products;
using Turnkey.Kernel;

namespace Turnkey.Designs;

/// <summary>What a package turned out to be: the product in it, every file with its role, and all that is to be said about them.</summary>
public sealed record Design(PackageIdentity Package, Product Product, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>What was checked while the package was read, and what could not be.</summary>
    public ImmutableArray<DesignCheck> Checks { get; init; } = [];

    /// <summary>Every assembly and bare board of the product, depth first; the first is the one that <c>board</c> and <c>bom</c> of the results show.</summary>
    public IEnumerable<Assembly> Assemblies => Flatten(Product.Items).Select(item => item.Assembly).OfType<Assembly>();

    /// <summary>The same design with other assemblies; they keep their places in the product.</summary>
    /// <param name="change">Gets each of <see cref="Assemblies"/> with its number, from 0.</param>
    public Design WithAssemblies(Func<Assembly, int, Assembly> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var number = 0;
        return this with { Product = Product with { Items = [.. Product.Items.Select(Changed)] } };

        ProductItem Changed(ProductItem item)
        {
            if (item.Assembly is { } assembly) item = item with { Assembly = change(assembly, number++) };
            return item.Items.IsDefaultOrEmpty ? item : item with { Items = [.. item.Items.Select(Changed)] };
        }
    }

    private static IEnumerable<ProductItem> Flatten(ImmutableArray<ProductItem> items) => items.SelectMany(item => Flatten(item.Items).Prepend(item));
}

/// <param name="Name">Of the folder or archive, without its ending.</param>
/// <param name="Sha256">Canonical: the same for a folder and its zip.</param>
/// <param name="Files">Sorted by path.</param>
public sealed record PackageIdentity(string Name, string Sha256, ImmutableArray<IdentifiedFile> Files);

/// <summary>What a file of the package is.</summary>
/// <param name="Path">Inside the package, with forward slashes.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Side">Face it concerns; null when not known or not applicable.</param>
/// <param name="CopperLayer">For copper, 1 is the top.</param>
/// <param name="Format">How it is written: <c>gerber</c>, <c>excellon</c>, <c>csv</c>, <c>xlsx</c>, <c>xls</c>, <c>ods</c>, <c>text</c>, <c>ipc-d-356</c>,
/// <c>gerber-job</c>, <c>kicad</c>, <c>ipc-2581</c>, <c>odb++</c>, <c>yaml</c>, <c>pdf</c>, <c>unknown</c>.</param>
/// <param name="Evidence">What decided: the attribute, the content, the rule or the geometry.</param>
public sealed record IdentifiedFile(string Path, FileRole Role, Side? Side, int? CopperLayer, string Format, string Evidence)
{
    /// <summary>The board the file belongs to, where a package holds several; else empty.</summary>
    public string Board { get; init; } = "";

    /// <summary>False when the file belongs to a version or board that was set aside.</summary>
    public bool Used { get; init; } = true;
}

public enum FileRole
{
    Copper,
    SolderMask,
    Paste,
    Legend,
    Outline,
    Drill,
    Bom,
    Centroid,
    Netlist,
    Drawing,
    Job,
    Other,
}
