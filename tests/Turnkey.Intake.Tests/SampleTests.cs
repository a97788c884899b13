using System.Text.Json;
using Turnkey.Designs;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Products;
using Turnkey.Intake.Packages;
using Turnkey.Kernel;

namespace Turnkey.Intake.Tests;

/// <summary>Our own samples against the true values that KiCad's board model gave, which Turnkey had no part in.</summary>
public sealed class SampleTests
{
    private static readonly string Samples = Path.Combine(Repository(), "samples");

    public static TheoryData<string, string> Boards => new()
    {
        { "sensor-node", "sensor-node" },
        { "button-board", "sensor-kit/boards/button" },
        { "front-panel", "sensor-kit/boards/front" },
    };

    [Theory]
    [MemberData(nameof(Boards))]
    public void The_board_is_what_it_was_drawn_as(string manifest, string package)
    {
        var board = Manifest(manifest).GetProperty("board");
        var facts = Read(package).Assemblies.Single().Board!;

        Assert.Equal(board.GetProperty("copperLayers").GetInt32(), facts.CopperLayers);
        Assert.Equal(board.GetProperty("widthMm").GetDouble(), facts.Facts.Width!.Value.Millimetres, 3);
        Assert.Equal(board.GetProperty("heightMm").GetDouble(), facts.Facts.Height!.Value.Millimetres, 3);
        Assert.Equal(board.GetProperty("areaMm2").GetDouble(), facts.Facts.AreaSquareMillimetres!.Value, 0.1); // KiCad flattens arcs, we do not
        Assert.Equal(board.GetProperty("platedRoundHoles").GetInt32(), facts.Facts.PlatedHoles);
        Assert.Equal(board.GetProperty("nonPlatedHoles").GetInt32(), facts.Facts.NonPlatedHoles);
        Assert.Equal(board.GetProperty("platedSlots").GetInt32() + board.GetProperty("nonPlatedSlots").GetInt32(), facts.Facts.Slots);
        Assert.Equal(board.GetProperty("smallestDrillMm").GetDouble(), facts.Facts.SmallestDrill!.Value.Millimetres, 3);
        Assert.Equal(board.GetProperty("surfaceMountPadsTop").GetInt32(), facts.Facts.SurfaceMountPadsTop);
        Assert.Equal(board.GetProperty("surfaceMountPadsBottom").GetInt32(), facts.Facts.SurfaceMountPadsBottom);
        var track = board.GetProperty("minTrackMm");
        Assert.Equal(track.ValueKind == JsonValueKind.Null ? null : Length.FromMillimetres(track.GetDouble()), facts.Facts.MinTrace);
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void Every_file_has_its_role(string manifest, string package)
    {
        var files = Read(package).Package.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var expected in Manifest(manifest).GetProperty("files").EnumerateArray())
        {
            var path = expected.GetProperty("path").GetString()!;
            var role = expected.GetProperty("role").GetString() switch
            {
                "copper" => FileRole.Copper,
                "soldermask" => FileRole.SolderMask,
                "paste" => FileRole.Paste,
                "legend" => FileRole.Legend,
                "outline" => FileRole.Outline,
                "drill" => FileRole.Drill,
                "bom" => FileRole.Bom,
                "centroid" => FileRole.Centroid,
                "job" => FileRole.Job,
                _ => FileRole.Other,
            };
            Assert.True(files[path].Role == role, $"{path} is {files[path].Role}, not {role}: {files[path].Evidence}");
            if (expected.TryGetProperty("copperLayer", out var layer)) Assert.Equal(layer.GetInt32(), files[path].CopperLayer);
        }
    }

    [Theory]
    [InlineData("sensor-node", "sensor-node")]
    [InlineData("button-board", "sensor-kit/boards/button")]
    public void Bom_and_placements_are_complete_and_in_place(string manifest, string package)
    {
        var truth = Manifest(manifest);
        var assembly = Read(package).Assemblies.Single();

        var lines = truth.GetProperty("bom").GetProperty("lines").EnumerateArray().Select(line => (
            string.Join(' ', line.GetProperty("designators").EnumerateArray().Select(one => one.GetString())),
            line.GetProperty("quantity").GetInt32(), line.GetProperty("mpn").GetString() ?? "", line.GetProperty("doNotPlace").GetBoolean()));
        Assert.Equal(lines.Order(), assembly.Bom.Lines.Select(line => (string.Join(' ', line.Designators), line.Quantity, line.Mpn?.Text ?? "", line.DoNotPlace)).Order());

        var placements = truth.GetProperty("placements").EnumerateArray().ToDictionary(one => one.GetProperty("designator").GetString()!, StringComparer.Ordinal);
        Assert.Equal(placements.Keys.Order(StringComparer.Ordinal), assembly.Placements.Select(placement => placement.Designator.Text).Order(StringComparer.Ordinal));
        var corner = assembly.Board!.Outline!.Bounds;
        foreach (var placement in assembly.Placements)
        {
            var expected = placements[placement.Designator.Text];
            Assert.Equal(expected.GetProperty("xMm").GetDouble(), (placement.At.X - corner.Left) / 1e6, 2);
            Assert.Equal(expected.GetProperty("yMm").GetDouble(), (placement.At.Y - corner.Bottom) / 1e6, 2);
            Assert.Equal(expected.GetProperty("rotation").GetDouble(), placement.Rotation, 3);
            Assert.Equal(expected.GetProperty("side").GetString() == "bottom" ? Side.Bottom : Side.Top, placement.Side);
        }
    }

    [Fact]
    public void The_kit_is_a_product_of_two_boards_and_what_goes_with_them()
    {
        var product = Read("sensor-kit").Product;

        Assert.Equal("Sensor kit", product.Name);
        Assert.Equal(
            [ProductItemKind.Assembly, ProductItemKind.Board, ProductItemKind.Cable, ProductItemKind.Mechanical, ProductItemKind.Mechanical, ProductItemKind.Cable, ProductItemKind.Firmware, ProductItemKind.Packaging],
            product.Items.Select(item => item.Kind));
        Assert.Equal(new Money(0.85m, Currency.Usd), product.Items[2].StatedPrice);
        Assert.Equal(new Quantity(0.5m, UnitOfMeasure.Metre), product.Items[5].Quantity);
        Assert.Equal(20, product.Items[2].LabourSeconds);
    }

    [Fact]
    public void The_sample_has_nothing_to_warn_of()
    {
        var design = Read("sensor-node");

        Assert.DoesNotContain(design.Diagnostics, diagnostic => diagnostic.Severity > Severity.Info);
    }

    private static Design Read(string package) =>
        PackageReader.Open(Path.Combine(Samples, package), PackageLimits.Default) is PackageOpening.Opened opened
            ? PackageIntake.Read(opened.Package, IntakeOptions.Default)
            : throw new InvalidOperationException($"{package} cannot be opened");

    private static JsonElement Manifest(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Samples, $"{name}.manifest.json"))).RootElement;

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Turnkey.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests do not run inside the repository");
    }
}
