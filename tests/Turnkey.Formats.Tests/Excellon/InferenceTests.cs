using System.Diagnostics;
using System.Globalization;
using Turnkey.Formats.Excellon;
using Turnkey.Geometry;

namespace Turnkey.Formats.Tests.Excellon;

/// <summary>Drill files that lie, laid on the pads of a board of our own: 60 holes at places that no grid repeats.</summary>
public sealed class InferenceTests
{
    private const long Micron = 1_000;

    private static readonly Point[] Pads = MakePads(60, 11);
    private static readonly Box Board = new(0, 0, 80_000_000, 50_000_000);

    public enum Manner
    {
        MetricLeading33,
        MetricTrailing33,
        MetricFull42,
        InchLeading24,
        InchTrailing24,
        InchFull35,
        MetricPoints,
        InchPoints,
    }

    public static TheoryData<Manner, string> Lies()
    {
        var data = new TheoryData<Manner, string>();
        foreach (var manner in Enum.GetValues<Manner>())
        {
            foreach (var header in new[] { "INCH,LZ", "INCH,TZ", "METRIC,LZ", "METRIC,TZ", "METRIC,TZ,0000.00", "INCH,LZ,000.000", "FMAT,2" }) data.Add(manner, header);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public void Whatever_the_header_says_the_holes_come_to_lie_on_the_pads(Manner manner, string header)
    {
        var program = DrillText.Read($"M48\n{header}\nT1C{(manner.ToString().StartsWith("Metric", StringComparison.Ordinal) ? "0.3" : "0.012")}\n%\nT1\n{Body(Pads, manner, Point.Origin)}M30\n");
        var chosen = DrillFormatInference.Choose(program, Pads, Board);
        Assert.True(chosen.Confidence > DrillRegistration.Registered, chosen.Evidence);
        var holes = program.Interpret(chosen.Format);
        Assert.Equal(Pads.Length, holes.Length);
        for (var i = 0; i < Pads.Length; i++) Assert.True(Point.Distance(holes[i].At, Pads[i]) < 10 * Micron, chosen.Evidence);
        Assert.InRange(holes[0].Diameter.Millimetres, 0.29, 0.31);
    }

    [Fact]
    public void A_statement_that_fits_is_kept()
    {
        var chosen = DrillFormatInference.Choose(DrillText.Read($"M48\nMETRIC,TZ,000.000\nT1C0.3\n%\nT1\n{Body(Pads, Manner.MetricLeading33, Point.Origin)}M30\n"), Pads, Board);
        Assert.True(chosen.StatementHolds);
        Assert.Equal(FormatOrigin.Header, chosen.Format.UnitFrom);
        Assert.Equal((60, 60), (chosen.Compared, chosen.OnPads));
    }

    [Fact]
    public void Another_origin_is_found_where_the_evidence_is_clear()
    {
        var origin = new Point(12_700_000, -31_415_000);
        var chosen = DrillFormatInference.Choose(DrillText.Read($"M48\nMETRIC,TZ,000.000\nT1C0.3\n%\nT1\n{Body(Pads, Manner.MetricLeading33, origin)}M30\n"), Pads, Board);
        Assert.True(Point.Distance(chosen.Offset, Point.Origin - origin) < 2 * Micron, chosen.Evidence);
    }

    [Fact]
    public void A_regular_grid_gives_no_clear_origin_and_is_left_alone()
    {
        var grid = Enumerable.Range(0, 100).Select(i => new Point((10 + (i % 10 * 2)) * 1_000_000L, (10 + (i / 10 * 2)) * 1_000_000L)).ToArray();
        var half = grid.Where(pad => pad.X < 20_000_000).ToArray();
        var chosen = DrillFormatInference.Choose(DrillText.Read($"M48\nMETRIC,TZ,000.000\nT1C0.3\n%\nT1\n{Body(half, Manner.MetricLeading33, new Point(300_000, 0))}M30\n"), grid, Board);
        Assert.Equal(Point.Origin, chosen.Offset);
        Assert.True(chosen.Confidence < DrillRegistration.Registered);
    }

    [Fact]
    public void A_file_of_few_holes_follows_its_sibling()
    {
        var lie = "METRIC,TZ,0000.00";
        var plated = DrillText.Read($"M48\n{lie}\nT1C0.3\n%\nT1\n{Body(Pads, Manner.MetricLeading33, Point.Origin)}M30\n", "a-PTH.drl");
        var bare = DrillText.Read($"M48\n{lie}\nT1C3.2\n%\nT1\n{Body([new(4_000_000, 4_000_000)], Manner.MetricLeading33, Point.Origin)}M30\n", "a-NPTH.drl");
        var chosen = DrillFormatInference.ChooseAll([bare, plated], Pads, Board);
        Assert.Equal(4_000_000, Assert.Single(bare.Interpret(chosen[0].Format)).At.X);
        Assert.Contains("a-PTH.drl", chosen[0].Evidence);
    }

    [Fact]
    public void Without_copper_the_board_alone_decides()
    {
        var program = DrillText.Read($"M48\nMETRIC,TZ,0000.00\nT1C0.3\n%\nT1\n{Body(Pads, Manner.MetricLeading33, Point.Origin)}M30\n");
        var chosen = DrillFormatInference.Choose(program, [], Board);
        Assert.Equal(Pads[0], program.Interpret(chosen.Format)[0].At);
        Assert.InRange(chosen.Confidence, 0.1, 0.79);
    }

    [Fact]
    public void With_nothing_to_compare_the_statement_stands()
    {
        var chosen = DrillFormatInference.Choose(DrillText.Read($"M48\nMETRIC,TZ,000.000\nT1C0.3\n%\nT1\n{Body(Pads, Manner.MetricLeading33, Point.Origin)}M30\n"), [], null);
        Assert.True(chosen.StatementHolds);
        Assert.True(chosen.Confidence < 0.5);
    }

    [Fact]
    public void Thousands_of_hits_and_pads_are_compared_in_time()
    {
        var pads = MakePads(40_000, 5);
        var program = DrillText.Read($"M48\nINCH,LZ\nT1C0.3\n%\nT1\n{Body([.. pads.Take(20_000)], Manner.MetricLeading33, new Point(1_234_000, 0))}M30\n");
        var watch = Stopwatch.StartNew();
        var chosen = DrillFormatInference.Choose(program, pads, Board);
        Assert.Equal(new Point(-1_234_000, 0), chosen.Offset);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    [Fact]
    public void A_repeat_of_thousands_of_slots_is_tried_in_all_formats_for_little()
    {
        var program = DrillText.Read("M48\nMETRIC\nT1C1\n%\nT1\nX010000Y020000\nX5000Y5000G85X8000Y500\nR99999X1Y1\nM30\n");
        Assert.InRange(Cost.Megabytes(() => DrillFormatInference.Choose(program, [new Point(10_000_000, 20_000_000)], null)), 0, 16);
    }

    private static Point[] MakePads(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new Point((2_000 + random.Next(76_000)) * Micron, (2_000 + random.Next(46_000)) * Micron)).Distinct()];
    }

    private static string Body(Point[] places, Manner manner, Point origin) => string.Concat(places.Select(place => $"X{Number(place.X + origin.X, manner)}Y{Number(place.Y + origin.Y, manner)}\n"));

    private static string Number(long nanometres, Manner manner)
    {
        var sign = nanometres < 0 ? "-" : "";
        var (millimetres, inches) = (Math.Abs(nanometres) / 1e6, Math.Abs(nanometres) / 25.4e6);
        return sign + manner switch
        {
            Manner.MetricLeading33 => ((long)Math.Round(millimetres * 1e3)).ToString(CultureInfo.InvariantCulture),
            Manner.MetricTrailing33 => Trailing((long)Math.Round(millimetres * 1e3), 6),
            Manner.MetricFull42 => ((long)Math.Round(millimetres * 1e2)).ToString("000000", CultureInfo.InvariantCulture),
            Manner.InchLeading24 => ((long)Math.Round(inches * 1e4)).ToString(CultureInfo.InvariantCulture),
            Manner.InchTrailing24 => Trailing((long)Math.Round(inches * 1e4), 6),
            Manner.InchFull35 => ((long)Math.Round(inches * 1e5)).ToString("00000000", CultureInfo.InvariantCulture),
            Manner.MetricPoints => millimetres.ToString("0.0##", CultureInfo.InvariantCulture),
            _ => inches.ToString("0.0###", CultureInfo.InvariantCulture),
        };
    }

    private static string Trailing(long value, int digits)
    {
        var text = value.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0').TrimEnd('0');
        return text.Length == 0 ? "0" : text;
    }

    [Theory]
    [InlineData(60_000, 0)]
    [InlineData(-120_000, 90_000)]
    public void Holes_that_all_lie_a_little_beside_their_pads_are_said_and_not_moved(long x, long y)
    {
        var chosen = DrillFormatInference.Choose(DrillText.Read($"M48\nMETRIC,TZ,000.000\nT1C0.3\n%\nT1\n{Body(Pads, Manner.MetricLeading33, new Point(x, y))}M30\n"), Pads, Board);
        Assert.Equal(Point.Origin, chosen.Offset);
        Assert.True(Point.Distance(chosen.Beside, new Point(-x, -y)) < 2 * Micron, chosen.Evidence);
        Assert.True(chosen.StatementHolds);
    }

    [Fact]
    public void Holes_on_their_pads_lie_beside_nothing() =>
        Assert.Equal(Point.Origin, DrillFormatInference.Choose(DrillText.Read($"M48\nMETRIC,TZ,000.000\nT1C0.3\n%\nT1\n{Body(Pads, Manner.MetricLeading33, Point.Origin)}M30\n"), Pads, Board).Beside);

    [Theory]
    [InlineData(1_000_000, 0, false)]
    [InlineData(60_000_000, 40_000_000, true)]
    public void Another_origin_is_taken_over_by_a_file_without_pads_only_where_it_would_lie_off_the_board_else(long x, long y, bool isMoved)
    {
        var origin = new Point(x, y);
        var plated = DrillText.Read($"M48\nMETRIC,TZ,000.000\nT1C0.3\n%\nT1\n{Body(Pads, Manner.MetricLeading33, origin)}M30\n", "a-PTH.drl");
        var bare = DrillText.Read($"M48\n;TYPE=NON_PLATED\nMETRIC,TZ,000.000\nT1C3.2\n%\nT1\n{Body([new Point(20_000_000, 20_000_000), new Point(60_000_000, 30_000_000)], Manner.MetricLeading33, origin)}M30\n", "a-NPTH.drl");
        var chosen = DrillFormatInference.ChooseAll([plated, bare], Pads, Board);
        Assert.NotEqual(Point.Origin, chosen[0].Offset);
        Assert.Equal(isMoved ? chosen[0].Offset : Point.Origin, chosen[1].Offset);
    }

    [Theory]
    [InlineData("METRIC,TZ,000.000", Manner.MetricLeading33, 1_000)]
    [InlineData("INCH,TZ", Manner.InchLeading24, 2_540)]
    [InlineData("INCH", Manner.InchPoints, 2_540)]
    public void The_step_of_the_coordinates_is_that_of_their_last_digit(string header, Manner manner, long nanometres)
    {
        var program = DrillText.Read($"M48\n{header}\nT1C{(manner == Manner.MetricLeading33 ? "0.3" : "0.012")}\n%\nT1\n{Body(Pads, manner, Point.Origin)}M30\n");
        Assert.Equal(nanometres, program.ResolutionIn(DrillFormatInference.Choose(program, Pads, Board).Format).Nanometres);
    }
}
