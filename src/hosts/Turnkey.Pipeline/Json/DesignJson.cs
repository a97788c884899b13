using System.Collections.Immutable;
using System.Text.Json;
using Turnkey.Designs;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;

namespace Turnkey.Pipeline.Json;

/// <summary>The members that every result has: package, product, spec, board, bom, diagnostics.</summary>
internal static class DesignJson
{
    /// <param name="copper">Of each assembly; empty when it was not examined.</param>
    public static void Write(Utf8JsonWriter json, Design design, ImmutableArray<BoardCopper?> copper = default)
    {
        Package(json, design.Package);
        Product(json, design.Product);
        ImmutableArray<Assembly> assemblies = [.. design.Assemblies];
        Assembly(json, assemblies.FirstOrDefault(), CopperOf(0));
        if (assemblies.Length < 2) return;
        json.WriteStartArray("assemblies");
        for (var i = 0; i < assemblies.Length; i++)
        {
            json.WriteStartObject();
            json.WriteString("name", assemblies[i].Name);
            Assembly(json, assemblies[i], CopperOf(i));
            json.WriteEndObject();
        }
        json.WriteEndArray();

        BoardCopper? CopperOf(int assembly) => copper.IsDefault || assembly >= copper.Length ? null : copper[assembly];
    }

    public static void Inputs(Utf8JsonWriter json, InputHashes inputs)
    {
        json.WriteString("package", inputs.Package);
        if (inputs.Specification is { } specification) json.WriteString("spec", specification);
    }

    public static void Diagnostics(Utf8JsonWriter json, IEnumerable<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("severity", Words.Of(diagnostic.Severity));
            json.WriteString("file", diagnostic.File);
            json.WriteNumber("line", diagnostic.Line);
            json.WriteString("message", diagnostic.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Package(Utf8JsonWriter json, PackageIdentity package)
    {
        json.WriteStartObject("package");
        json.WriteString("name", package.Name);
        json.WriteString("sha256", package.Sha256);
        json.WriteStartArray("files");
        foreach (var file in package.Files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteString("role", Words.Of(file.Role));
            json.WriteStringOrNull("side", Words.Of(file.Side));
            json.WriteNumberOrNull("copperLayer", file.CopperLayer);
            json.WriteString("format", file.Format);
            json.WriteString("evidence", file.Evidence);
            json.WriteString("board", file.Board);
            json.WriteBoolean("used", file.Used);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Product(Utf8JsonWriter json, Product product)
    {
        json.WriteStartObject("product");
        json.WriteString("name", product.Name);
        Items(json, product.Items);
        json.WriteEndObject();
    }

    private static void Items(Utf8JsonWriter json, ImmutableArray<ProductItem> items)
    {
        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("kind", Words.Of(item.Kind));
            json.WriteString("name", item.Name);
            json.WriteNumber("quantity", item.Quantity.Value);
            json.WriteString("unit", Words.Of(item.Quantity.Unit));
            json.WriteString("manufacturer", item.Manufacturer ?? "");
            json.WriteString("mpn", item.Mpn?.Text ?? "");
            if (!item.Items.IsEmpty) Items(json, item.Items);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Assembly(Utf8JsonWriter json, Assembly? assembly, BoardCopper? copper)
    {
        Specification(json, assembly?.Specification ?? BuildSpecification.Empty);
        Board(json, assembly?.Board);
        if (copper is not null) CopperJson.Write(json, copper);
        json.WriteStartObject("bom");
        Lines(json, assembly?.Bom ?? BillOfMaterials.None);
        Placements(json, assembly?.Placements ?? []);
        json.WriteEndObject();
    }

    private static void Specification(Utf8JsonWriter json, BuildSpecification specification)
    {
        json.WriteStartArray("spec");
        foreach (var field in specification.Fields)
        {
            json.WriteStartObject();
            json.WriteString("field", field.Name);
            json.WriteString("value", field.Value);
            json.WriteString("state", Words.Of(field.State));
            json.WriteString("source", field.Source);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Board(Utf8JsonWriter json, Board? board)
    {
        if (board is null)
        {
            json.WriteNull("board");
            return;
        }
        var facts = board.Facts;
        json.WriteStartObject("board");
        json.WriteString("name", board.Name);
        json.WriteLengthOrNull("widthMm", facts.Width);
        json.WriteLengthOrNull("heightMm", facts.Height);
        if (facts.AreaSquareMillimetres is { } area) json.WriteNumber("areaMm2", Numbers.Rounded(area, 4));
        else json.WriteNull("areaMm2");
        json.WriteNumber("copperLayers", board.CopperLayers);
        json.WriteNumber("platedHoles", facts.PlatedHoles);
        json.WriteNumber("nonPlatedHoles", facts.NonPlatedHoles);
        json.WriteNumber("slots", facts.Slots);
        json.WriteLengthOrNull("smallestDrillMm", facts.SmallestDrill);
        json.WriteLengthOrNull("minTraceMm", facts.MinTrace);
        json.WriteLengthOrNull("minSpaceMm", facts.MinSpace);
        json.WriteNumber("surfaceMountPads", facts.SurfaceMountPads);
        json.WriteNumber("surfaceMountPadsTop", facts.SurfaceMountPadsTop);
        json.WriteNumber("surfaceMountPadsBottom", facts.SurfaceMountPadsBottom);
        StackupJson.Write(json, board.Stackup);
        StatedRulesJson.Write(json, board.StatedRules);
        json.WriteEndObject();
    }

    private static void Lines(Utf8JsonWriter json, BillOfMaterials bom)
    {
        json.WriteStartArray("lines");
        foreach (var line in bom.Lines)
        {
            json.WriteStartObject();
            json.WriteStartArray("designators");
            foreach (var designator in line.Designators) json.WriteStringValue(designator.Text);
            json.WriteEndArray();
            json.WriteNumber("quantity", line.Quantity);
            json.WriteString("manufacturer", line.Manufacturer ?? "");
            json.WriteString("mpn", line.Mpn?.Text ?? "");
            json.WriteString("value", line.Value);
            json.WriteString("footprint", line.Footprint);
            json.WriteString("description", line.Description);
            json.WriteBoolean("doNotPlace", line.DoNotPlace);
            json.WriteStartObject("supplierCodes");
            foreach (var (supplier, code) in line.SupplierCodes.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.WriteString(supplier, code.Text);
            json.WriteEndObject();
            json.WriteString("file", line.Source);
            json.WriteNumber("row", line.Row);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Placements(Utf8JsonWriter json, ImmutableArray<Placement> placements)
    {
        json.WriteStartArray("placements");
        foreach (var placement in placements)
        {
            json.WriteStartObject();
            json.WriteString("designator", placement.Designator.Text);
            json.WriteNumber("xMm", Numbers.Millimetres(placement.At.X));
            json.WriteNumber("yMm", Numbers.Millimetres(placement.At.Y));
            json.WriteNumber("rotation", Numbers.Rounded(placement.Rotation, 6));
            json.WriteStringOrNull("side", Words.Of((Side?)placement.Side));
            json.WriteString("value", placement.Value);
            json.WriteString("footprint", placement.Footprint);
            json.WriteBoolean("doNotPlace", placement.DoNotPlace);
            json.WriteString("file", placement.Source);
            json.WriteNumber("row", placement.Row);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
