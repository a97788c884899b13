using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Products;
using Turnkey.Intake.Reading;
using Turnkey.Kernel;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Turnkey.Intake.Products;

/// <summary>
/// <c>product.yaml</c>: what a product is made of, for everything that is more than one board. Assemblies and boards name a folder (or archive) inside the
/// same package; the other kinds stand for themselves. Documented in docs/product-file.md.
/// </summary>
internal static class ProductFile
{
    public const string Name = "product.yaml";

    private static readonly string[] ProductKeys = ["name", "items"];
    private static readonly string[] ItemKeys = ["kind", "name", "package", "quantity", "manufacturer", "mpn", "price", "labour", "items"];

    /// <summary>An item as written; <see cref="ProductItem.Assembly"/> is not yet set.</summary>
    /// <param name="Item">What the file says of it.</param>
    /// <param name="Package">Folder of its design files inside the package; null for what has none.</param>
    /// <param name="Line">Where it stands.</param>
    /// <param name="Items">What it is made of itself.</param>
    internal sealed record Entry(ProductItem Item, string? Package, int Line, ImmutableArray<Entry> Items);

    public static (string? Name, ImmutableArray<Entry> Entries, ImmutableArray<Diagnostic> Diagnostics) Read(string path, ReadOnlyMemory<byte> content)
    {
        var log = new DiagnosticLog(path);
        try
        {
            if (GuardedYaml.Load(content.Span) is not YamlMappingNode root)
            {
                log.Error("product.not-a-mapping", 1, "the file must hold 'name:' and 'items:'");
                return (null, [], [.. log.ToList()]);
            }
            RefuseUnknown(root, ProductKeys, log);
            var name = Text(root, "name");
            var entries = Items(root, log, 0);
            if (entries.IsEmpty) log.Error("product.no-items", (int)root.Start.Line, "the product has no items; list at least one under 'items:'");
            return (name, entries, [.. log.ToList()]);
        }
        catch (YamlException problem)
        {
            log.Error("product.not-yaml", (int)problem.Start.Line, $"the file is not YAML: {problem.Message}");
            return (null, [], [.. log.ToList()]);
        }
    }

    private static ImmutableArray<Entry> Items(YamlMappingNode node, DiagnosticLog log, int depth)
    {
        if (!node.Children.TryGetValue(new YamlScalarNode("items"), out var list)) return [];
        if (list is not YamlSequenceNode sequence)
        {
            log.Error("product.items-not-a-list", (int)list.Start.Line, "'items:' must be a list, each item starting with '- kind:'");
            return [];
        }
        if (depth >= 8)
        {
            log.Error("product.too-deep", (int)list.Start.Line, "items are nested more than 8 deep; this level is left out");
            return [];
        }
        return [.. sequence.Children.Select(child => Item(child, log, depth)).OfType<Entry>()];
    }

    private static Entry? Item(YamlNode node, DiagnosticLog log, int depth)
    {
        var line = (int)node.Start.Line;
        if (node is not YamlMappingNode item)
        {
            log.Error("product.item-not-a-mapping", line, "an item needs 'kind:' and 'name:'");
            return null;
        }
        RefuseUnknown(item, ItemKeys, log);
        ProductItemKind? kind = Text(item, "kind") switch
        {
            "assembly" => ProductItemKind.Assembly,
            "board" => ProductItemKind.Board,
            "cable" => ProductItemKind.Cable,
            "mechanical" => ProductItemKind.Mechanical,
            "firmware" => ProductItemKind.Firmware,
            "packaging" => ProductItemKind.Packaging,
            _ => null,
        };
        if (kind is not { } known)
        {
            log.Error("product.unknown-kind", line, $"kind '{Text(item, "kind")}' is none of assembly, board, cable, mechanical, firmware, packaging; the item is left out");
            return null;
        }
        var package = Text(item, "package")?.Replace('\\', '/').Trim('/');
        if (known is ProductItemKind.Assembly or ProductItemKind.Board && package is null)
        {
            log.Error("product.no-package", line, $"an item of kind {Text(item, "kind")} needs 'package:', the folder of its design files; the item is left out");
            return null;
        }
        if (package is not null && package.Split('/').Contains(".."))
        {
            log.Error("product.path-outside", line, $"'{package}' leads out of the package; name a folder inside it");
            return null;
        }
        var name = Text(item, "name") ?? package ?? known.ToString();
        var product = new ProductItem(known, name, QuantityOf(item, log))
        {
            Manufacturer = Text(item, "manufacturer"),
            Mpn = PartNumber.Parse(Text(item, "mpn")),
            StatedPrice = PriceOf(item, log),
            LabourSeconds = SecondsOf(item, log),
        };
        return new Entry(product, package, line, Items(item, log, depth + 1));
    }

    private static Quantity QuantityOf(YamlMappingNode item, DiagnosticLog log)
    {
        if (Text(item, "quantity") is not { } text) return Quantity.Pieces(1);
        var (number, unit) = Split(text);
        UnitOfMeasure? measure = unit switch { "" or "pcs" or "pc" => UnitOfMeasure.Piece, "m" => UnitOfMeasure.Metre, "g" => UnitOfMeasure.Gram, "ml" => UnitOfMeasure.Millilitre, _ => null };
        if (number is { } value and > 0 && measure is { } known && (known != UnitOfMeasure.Piece || value == decimal.Truncate(value))) return new Quantity(value, known);
        log.Error("product.bad-quantity", LineOf(item, "quantity"), $"quantity '{text}' is none; write a whole number, or metres, grams or millilitres as '1.5 m'. 1 is used");
        return Quantity.Pieces(1);
    }

    private static Money? PriceOf(YamlMappingNode item, DiagnosticLog log)
    {
        if (Text(item, "price") is not { } text) return null;
        var (number, unit) = Split(text);
        if (number is { } value and >= 0 && Currency.Parse(unit) is { } currency) return new Money(value, currency);
        log.Error("product.bad-price", LineOf(item, "price"), $"price '{text}' is none; write it as '0.62 USD'. The item stays unpriced");
        return null;
    }

    private static double? SecondsOf(YamlMappingNode item, DiagnosticLog log)
    {
        if (Text(item, "labour") is not { } text) return null;
        var (number, unit) = Split(text);
        decimal? factor = unit switch { "s" => 1, "min" => 60, "h" => 3600, _ => null };
        if (number is { } value and >= 0 && factor is { } seconds) return (double)(value * seconds);
        log.Error("product.bad-labour", LineOf(item, "labour"), $"labour '{text}' is none; write it as '20 s', '2 min' or '0.5 h'. None is counted");
        return null;
    }

    private static (decimal? Number, string Unit) Split(string text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or '-' or '+')) end++;
        decimal? number = decimal.TryParse(text.AsSpan(0, end), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e12m ? value : null;
        return (number, text[end..].Trim());
    }

    private static string? Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlScalarNode { Value: { } text } && text.Trim().Length > 0 ? text.Trim() : null;

    private static int LineOf(YamlMappingNode node, string key) => (int)node.Children[new YamlScalarNode(key)].Start.Line;

    private static void RefuseUnknown(YamlMappingNode node, string[] known, DiagnosticLog log)
    {
        foreach (var key in node.Children.Keys)
        {
            var text = (key as YamlScalarNode)?.Value ?? key.ToString();
            if (!known.Contains(text, StringComparer.Ordinal)) log.Warning("product.unknown-key", (int)key.Start.Line, $"'{text}' is not known here and is ignored; known are {string.Join(", ", known)}");
        }
    }
}
