using System.Globalization;
using System.Text.Json;

namespace Turnkey.Journeys;

/// <summary>Real packages of different CAD tools, where they are at hand; they are not part of the repository.</summary>
public sealed class RealPackageTests
{
    /// <summary>Outlines in the table are rounded, and some were measured over the width of the line.</summary>
    private const decimal OutlineToleranceMm = 0.3m;

    public static TheoryData<string> Packages => [.. Places.RealPackageNames.DefaultIfEmpty("")];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_real_package_is_quoted_the_same_twice_and_its_prices_add_up(string name)
    {
        Assert.SkipUnless(Places.RealPackages is not null, "there is no shared/packages beside the repository");
        var package = Path.Combine(Places.RealPackages!, name);
        var folder = Directory.CreateTempSubdirectory("turnkey-").FullName;
        try
        {
            var first = Journey.Of("quote", package, "--qty", "10,1000", "--json", "--out", folder);
            Assert.True(first.Code == 0, first.Error);
            Assert.Equal(2, first.Json.GetProperty("quantities").GetArrayLength());
            Assert.All(first.Json.GetProperty("quantities").EnumerateArray(), Prices.AssertAddUp);
            using var offer = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "offer.json")));
            Assert.Empty(Prices.Internals(offer.RootElement));
            Assert.Equal(first.Output, Journey.Of("quote", package, "--qty", "10,1000", "--json").Output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_real_board_has_the_layers_and_the_size_that_the_table_says(string name)
    {
        Assert.SkipUnless(Places.RealPackages is not null, "there is no shared/packages beside the repository");
        var index = Path.Combine(Places.RealPackages!, "INDEX.tsv");
        Assert.SkipUnless(File.Exists(index), "there is no INDEX.tsv with the packages");
        var table = File.ReadLines(index).Select(line => line.Split('\t')).ToArray();
        var row = table.FirstOrDefault(cells => cells[0] == name);
        Assert.SkipUnless(row is not null, "the table does not have this package");
        string Cell(string column) => row![Array.IndexOf(table[0], column)];
        var board = Journey.Of("inspect", Path.Combine(Places.RealPackages!, name), "--json").Json.GetProperty("board");
        if (Cell("copper_layers") is { Length: > 0 } layers) Assert.Equal(int.Parse(layers, CultureInfo.InvariantCulture), board.GetProperty("copperLayers").GetInt32());
        if (Cell("outline_width_mm").Length == 0) return;
        // A board may lie on its side in the files.
        var want = new[] { "outline_width_mm", "outline_height_mm" }.Select(column => decimal.Parse(Cell(column), CultureInfo.InvariantCulture)).Order();
        var have = new[] { "widthMm", "heightMm" }.Select(side => board.GetProperty(side).GetDecimal()).Order();
        Assert.All(want.Zip(have), pair => Assert.InRange(pair.Second, pair.First - OutlineToleranceMm, pair.First + OutlineToleranceMm));
    }
}
