using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Turnkey.Designs.Boards;
using Turnkey.Formats.Excellon;
using Turnkey.Formats.Excellon.Writing;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Excellon.Writing;

public sealed class XncWriterTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20_261_127UL, 2021_11UL).WithMaxTest(200);

    [Fact]
    public void A_small_program_is_written_as_the_standard_has_it()
    {
        var file = new XncFile(Plating.Plated, 1, 4,
        [
            Round(1.5, -2, 0.3, HoleFunction.Via),
            new Hole(HoleKind.Slot, Edge.Line(Mm(5, 5), Mm(6, 5)), Length.FromMillimetres(0.8), Plating.Plated, null, null, HoleFunction.Component, "x", 1),
            Round(0, 0, 0.3, HoleFunction.Via),
            new Hole(HoleKind.Route, Edge.Line(Mm(0, 0), Mm(1, 0)), Length.FromMillimetres(1), Plating.Plated, null, null, HoleFunction.Unstated, "x", 1),
            new Hole(HoleKind.Route, Edge.Arc(Mm(1, 0), Mm(1, 0), Mm(2, 0), ArcDirection.Clockwise), Length.FromMillimetres(1), Plating.Plated, null, null, HoleFunction.Unstated, "x", 1),
        ])
        { CopperLayers = 4, SameCoordinates = "board" };
        Assert.Equal("""
            M48
            ; #@! TF.Part,Single
            ; #@! TF.FileFunction,Plated,1,4,PTH
            ; #@! TF.SameCoordinates,board
            METRIC
            ; #@! TA.AperFunction,Plated,PTH,ViaDrill
            T01C0.3
            ; #@! TA.AperFunction,Plated,PTH,ComponentDrill
            T02C0.8
            ; #@! TD
            T03C1.0
            %
            G05
            T01
            X1.5Y-2.0
            X0.0Y0.0
            T02
            G00X5.0Y5.0
            M15
            G01X6.0Y5.0
            M16
            G05
            T03
            G00X0.0Y0.0
            M15
            G01X1.0Y0.0
            G02X2.5Y0.866025A1.0
            G02X2.5Y-0.866025A1.0
            G02X1.0Y0.0A1.0
            M16
            G05
            M30

            """, Encoding.UTF8.GetString(XncWriter.Write(file).Span));
    }

    [Fact]
    public void Holes_are_told_apart_by_plating_and_span()
    {
        ImmutableArray<Hole> holes =
        [
            Round(0, 0, 0.3, HoleFunction.Via) with { FromLayer = 2, ToLayer = 3 },
            Round(1, 0, 3, HoleFunction.Mechanical) with { Plating = Plating.NonPlated },
            Round(2, 0, 0.2, HoleFunction.Via) with { ToLayer = 2 },
            Round(3, 0, 0.3, HoleFunction.Via),
            Round(4, 0, 0.3, HoleFunction.Via) with { FromLayer = 1, ToLayer = 4 },
        ];
        var files = XncFile.Of(holes, 4);
        Assert.Equal(["Plated,1,4,PTH", "NonPlated,1,4,NPTH", "Plated,1,2,Blind", "Plated,2,3,Buried"], files.Select(file => file.FileFunction));
        Assert.Equal([2, 1, 1, 1], files.Select(file => file.Holes.Length));
        Assert.Equal((2, 3), (Read(files[3]).FromLayer!.Value, Read(files[3]).ToLayer!.Value));
    }

    [Fact]
    public void Holes_and_straight_slots_come_back_to_the_nanometre() => FsCheck.Check.One(Fixed, Prop.ForAll(Holes.ListOf().ToArbitrary(), holes =>
    {
        foreach (var file in XncFile.Of(holes, 4))
        {
            var read = Read(file);
            if (!read.Diagnostics.IsEmpty) return false.Label(string.Join('\n', read.Diagnostics));
            var (before, after) = (Shown(file.Holes), Shown(read.Interpret(read.StatedFormat)));
            if (before != after) return false.Label($"{before}\n---\n{after}\n---\n{Encoding.UTF8.GetString(XncWriter.Write(file).Span)}");
        }
        return true.Label("");
    }));

    [Fact]
    public void Routed_arcs_come_back_to_within_rounding() => FsCheck.Check.One(Fixed, Prop.ForAll(
        Gen.Choose(1, 359).Zip(Gen.Choose(500_000, 50_000_000)).Zip(Gen.Choose(0, 359)).Zip(Gen.Elements(ArcDirection.Clockwise, ArcDirection.CounterClockwise)).ToArbitrary(), given =>
    {
        var (((sweep, radius), from), direction) = given;
        var centre = Mm(12, -7);
        var arc = Edge.Arc(On(centre, radius, from), On(centre, radius, from + ((int)direction * sweep)), centre, direction);
        var read = Read(new XncFile(Plating.NonPlated, 1, 2, [new Hole(HoleKind.Slot, arc, Length.FromMillimetres(1), Plating.NonPlated, null, null, HoleFunction.Unstated, "", 0)]));
        var edges = read.Interpret(read.StatedFormat).Select(hole => hole.Path).ToArray();
        // The middle tells of the radius. On a short arc, half a nanometre of the radius moves the centre further, but not the arc.
        return edges[0].Start == arc.Start && edges[^1].End == arc.End && edges.Length == (int)Math.Ceiling((sweep - 0.001) / 150) &&
            edges.All(edge => Math.Abs(Point.Distance(edge.Middle, centre) - radius) < 5) && edges.All(edge => edge.Direction == direction);
    }));

    [Fact]
    public void A_hole_without_a_size_is_refused()
    {
        var hole = new Hole(HoleKind.Round, Edge.Line(Point.Origin, Point.Origin), Length.Zero, Plating.Plated, null, null, HoleFunction.Unstated, "b.drl", 1);
        Assert.Throws<ArgumentException>(() => XncWriter.Write(XncFile.Of([hole], 2)[0]));
    }

    [Fact]
    public void Drills_of_real_packages_come_back()
    {
        Assert.SkipUnless(RealPackages.Folder is not null, "no shared/packages beside the repository");
        var programs = 0;
        foreach (var (name, path) in RealPackages.Files())
        {
            var content = File.ReadAllBytes(path);
            if (content.Length > 5_000_000 || !ExcellonReader.Recognises(content)) continue;
            var program = ExcellonReader.Read(name, content);
            programs++;
            foreach (var file in XncFile.Of(program.Interpret(program.StatedFormat).Where(hole => hole.Diameter > Length.Zero), 8))
            {
                var once = Read(file);
                Assert.Empty(once.Diagnostics.Where(diagnostic => diagnostic.Severity != Severity.Info));
                var holes = once.Interpret(once.StatedFormat);
                Assert.Equal(Shown(file.Holes.Where(hole => !hole.Path.IsArc)), Shown(holes.Where(hole => !hole.Path.IsArc)));
                var twice = Read(file with { Holes = holes });
                Assert.Equal(Shown(holes.Where(hole => !hole.Path.IsArc)), Shown(twice.Interpret(twice.StatedFormat).Where(hole => !hole.Path.IsArc)));
                Assert.Equal(holes.Length, twice.Interpret(twice.StatedFormat).Length);
            }
        }
        Assert.True(programs >= 20, $"{programs} drill files");
    }

    private static Gen<Hole> Holes { get; } =
        from place in Gen.Choose(-300_000_000, 300_000_000).Two().Select(pair => new Point(pair.Item1, pair.Item2))
        from way in Gen.Choose(20_000, 9_000_000).Two().Select(pair => new Point(pair.Item1, pair.Item2))
        from diameter in Gen.Elements(100_000L, 300_001L, 812_345L, 6_350_000L)
        from slot in Gen.Elements(true, false)
        from plating in Gen.Elements(Plating.Plated, Plating.NonPlated, Plating.Unknown)
        from span in Gen.Elements(((int?)null, (int?)null), (null, 2), (2, 3), (3, null))
        from function in Gen.Elements(Enum.GetValues<HoleFunction>())
        let unknown = plating == Plating.Unknown
        select new Hole(slot ? HoleKind.Slot : HoleKind.Round, Edge.Line(place, slot ? place + way : place), Length.FromNanometres(diameter), plating,
            span.Item1, span.Item2, unknown ? HoleFunction.Unstated : function, "", 0);

    private static ExcellonProgram Read(XncFile file)
    {
        var written = XncWriter.Write(file);
        Assert.True(file.Holes.IsEmpty || ExcellonReader.Recognises(written.Span));
        return ExcellonReader.Read("written.xnc", written.Span);
    }

    /// <summary>Those of one tool in their order; layers of outer faces may be written out.</summary>
    private static string Shown(IEnumerable<Hole> holes) => string.Join('\n', holes.OrderBy(hole => hole.Diameter).ThenBy(hole => hole.Function)
        .Select(hole => $"{hole.Kind} {hole.Path} {hole.Diameter} {hole.Plating} {hole.Function}"));

    private static Hole Round(double x, double y, double diameter, HoleFunction function) =>
        new(HoleKind.Round, Edge.Line(Mm(x, y), Mm(x, y)), Length.FromMillimetres(diameter), Plating.Plated, null, null, function, "", 0);

    private static Point On(Point centre, long radius, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new Point(centre.X + (long)Math.Round(radius * cos), centre.Y + (long)Math.Round(radius * sin));
    }

    private static Point Mm(double x, double y) => Point.At(Length.FromMillimetres(x), Length.FromMillimetres(y));
}
