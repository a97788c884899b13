namespace Turnkey.Journeys;

public sealed class NetsJourneyTests
{
    [Fact]
    public void Gaps_that_the_job_file_rules_out_are_told_and_its_rules_are_shown()
    {
        var folder = Directory.CreateTempSubdirectory("turnkey-").FullName;
        try
        {
            var package = SmallPackage.Write(Path.Combine(folder, "small"));
            File.WriteAllText(Path.Combine(package, "small-job.gbrjob"),
                "{ \"Header\": { \"GenerationSoftware\": { \"Vendor\": \"KiCad\" } }, \"GeneralSpecs\": { \"LayerNumber\": 2, \"Castellated\": true },\n\"DesignRules\": [ { \"Layers\": \"Outer\", \"MinLineWidth\": 0.2, \"TrackToTrack\": 0.6 } ] }\n");
            var journey = Journey.Of("inspect", package, "--nets");
            Assert.Contains("outer track 0.2 mm, space 0.6 mm; castellated (small-job.gbrjob)", journey.Output, StringComparison.Ordinal);
            // Between the pads of a resistor, which are half a millimetre wide and a millimetre apart.
            Assert.Contains("no gap on copper layer 1 is to be narrower than 0.6 mm", journey.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("copper layer 2 is to be narrower", journey.Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Copper_under_a_part_that_joins_its_pins_fails_an_inspection_and_open_nets_show_that_there_are_more_pieces()
    {
        var folder = Directory.CreateTempSubdirectory("turnkey-").FullName;
        try
        {
            var package = SmallPackage.Write(Path.Combine(folder, "small"));
            var netlist = Path.Combine(package, "small.ipc");
            File.WriteAllText(netlist, "P  UNITS CUST 1\n327VCC              C9    -1          A01X+006000Y+005000\n327GND              C9    -2          A01X+010000Y+005000\n999\n");
            var shorted = Journey.Of("inspect", package, "--nets", "--fail-on", "error");
            Assert.NotEqual(0, shorted.Code);
            Assert.Contains("2 places: 1 short, within a part, 0 opens, 0 without copper\n", shorted.Output, StringComparison.Ordinal);
            Assert.Contains(" on layer 1, in part C9\n", shorted.Output, StringComparison.Ordinal);

            File.WriteAllText(netlist, "P  UNITS CUST 1\n327A                R1    -1          A01X+005000Y+005000\n327A                R1    -2          A01X+006000Y+005000\n327A                C1    -2          A01X+011000Y+005000\n317A                J1    -1    D0300PA00X+002000Y+002000\n999\n");
            Assert.Contains("A: 4 pieces, 1 place at (6 mm, 5 mm); 1 place at (5 mm, 5 mm); 1 place at (11 mm, 5 mm); …\n", Journey.Of("inspect", package, "--nets").Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_sample_is_inspected_down_to_its_nets()
    {
        var journey = Journey.Of("inspect", Places.Sample, "--nets", "--fail-on", "error");

        Assert.True(journey.Code == 0, journey.Output);
        Assert.Contains("Largest nets", journey.Output, StringComparison.Ordinal);
        Assert.Contains("equal to the copper", journey.Output, StringComparison.Ordinal);
        Assert.Contains("least space", journey.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nets_are_in_the_JSON_when_they_were_asked_for()
    {
        var without = Journey.Of("inspect", Places.Sample, "--json").Json;
        var with = Journey.Of("inspect", Places.Sample, "--json", "--nets").Json;

        Assert.False(without.TryGetProperty("copper", out _));
        Assert.Equal(4, with.GetProperty("copper").GetProperty("layers").GetArrayLength());
        Assert.Contains(with.GetProperty("copper").GetProperty("nets").EnumerateArray(), net => net.GetProperty("name").GetString() == "GND");
        // What is measured is in both places the same, and everything else is as without.
        var least = with.GetProperty("copper").GetProperty("smallestGaps").EnumerateArray().Min(gap => gap.GetProperty("gapMm").GetDecimal());
        Assert.Equal(least, with.GetProperty("board").GetProperty("minSpaceMm").GetDecimal());
        Assert.Equal(without.GetProperty("bom").GetRawText(), with.GetProperty("bom").GetRawText());
    }
}
