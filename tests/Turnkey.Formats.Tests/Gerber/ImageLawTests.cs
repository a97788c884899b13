using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Turnkey.Designs.Layers;

namespace Turnkey.Formats.Tests.Gerber;

/// <summary>Laws of the image that hold for any numbers; the seeds are fixed, so a failure repeats.</summary>
public sealed class ImageLawTests
{
    /// <summary>No symmetry that could hide a mistake: an L with a hole, a clear corner and a disc.</summary>
    private const string Letter = "%AMELL*21,1,0.6,3,0.9,0.5,0*21,1,1.4,0.8,0.5,-0.6,0*1,0,0.3,0.9,1.2*4,0,3,0.1,-1,0.6,-1,0.1,-0.5,0.1,-1,0*1,1,0.7,-0.8,1.1*%%ADD20ELL*%";

    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(3_141_593UL, 2_718_281UL).WithMaxTest(120);

    private static readonly Gen<Placement> Placements =
        from mirror in Gen.Elements("N", "X", "Y", "XY")
        from tenths in Gen.OneOf(Gen.Choose(-3600, 3600), Gen.Elements(0, 900, 1800, -900))
        from scale in Gen.Choose(5, 30)
        from x in Gen.Choose(-20_000, 20_000)
        from y in Gen.Choose(-20_000, 20_000)
        select new Placement(mirror, tenths / 10d, scale / 10d, x, y);

    private static readonly Gen<(double X, double Y)[]> Spots =
        Gen.Choose(-2000, 2500).Two().Select(pair => (pair.Item1 / 1000d, pair.Item2 / 1000d)).ArrayOf(40);

    /// <summary>What is drawn on a small field: flashes, strokes, arcs and regions, dark and clear.</summary>
    private static readonly Gen<string> Bodies =
        (from kind in Gen.Choose(0, 4)
         from dark in Gen.Elements("%LPD*%", "%LPC*%", "%LPD*%")
         from x in Gen.Choose(-5000, 5000)
         from y in Gen.Choose(-5000, 5000)
         from size in Gen.Choose(100, 3000)
         select dark + kind switch
         {
             0 => $"D10*X{x}Y{y}D03*",
             1 => $"D11*X{x}Y{y}D03*",
             2 => $"D10*X{x}Y{y}D02*G01X{x + size}Y{y - size}D01*",
             3 => $"D10*X{x + size}Y{y}D02*G03X{x}Y{y + size}I-{size}J0D01*G01*",
             _ => $"G36*X{x}Y{y}D02*G01X{x + size}D01*Y{y + size}D01*G02X{x}Y{y}I-{size}J0D01*G01*G37*",
         }).ArrayOf(6).Select(parts => string.Concat(parts) + "%LPD*%");

    [Fact]
    public void A_flash_under_a_transformation_is_the_transformed_picture_of_the_flash() =>
        Check(Placements.Zip(Spots), pair =>
        {
            var (placement, spots) = pair;
            var plain = Plot.Metric(Letter + "D20*X0Y0D03*").Image;
            var moved = Plot.Metric(Letter + placement.Commands + $"D20*X{placement.X}Y{placement.Y}D03*").Image;
            return spots.All(spot => Same(plain, spot, moved, placement.Apply(spot)));
        });

    [Fact]
    public void A_block_under_a_transformation_is_the_transformed_picture_of_its_objects() =>
        Check(Placements.Zip(Bodies).Zip(Spots), triple =>
        {
            var ((placement, body), spots) = triple;
            var plain = Plot.Metric(body).Image;
            var moved = Plot.Metric($"%ABD30*%{body}%AB*%" + placement.Commands + $"D30*X{placement.X}Y{placement.Y}D03*").Image;
            return spots.All(spot => Same(plain, (2 * spot.X, 2 * spot.Y), moved, placement.Apply((2 * spot.X, 2 * spot.Y))));
        });

    /// <summary>M·R(θ) = R(−θ)·M.</summary>
    [Fact]
    public void Mirroring_what_was_turned_is_turning_back_what_was_mirrored() =>
        Check(Gen.Choose(-3600, 3600).Zip(Bodies).Zip(Spots), triple =>
        {
            var ((tenths, body), spots) = triple;
            var (there, back) = (Text(tenths / 10d), Text(-tenths / 10d));
            var block = $"%ABD30*%{body}%AB*%";
            var turnedFirst = Plot.Metric($"{block}%ABD31*%%LR{there}*%D30*X0Y0D03*%LR0*%%AB*%%LMX*%D31*X0Y0D03*").Image;
            var mirroredFirst = Plot.Metric($"{block}%ABD31*%%LMX*%D30*X0Y0D03*%LMN*%%AB*%%LR{back}*%D31*X0Y0D03*").Image;
            return spots.All(spot => Same(turnedFirst, (2 * spot.X, 2 * spot.Y), mirroredFirst, (2 * spot.X, 2 * spot.Y)));
        });

    [Fact]
    public void Step_and_repeat_is_its_copies_written_out() =>
        Check(Bodies.Zip(Gen.Choose(1, 4).Two()).Zip(Gen.Choose(-9000, 9000).Two()), triple =>
        {
            var ((body, (columns, rows)), (stepX, stepY)) = triple;
            var repeated = Plot.Metric($"%SRX{columns}Y{rows}I{Text(stepX / 1e3)}J{Text(stepY / 1e3)}*%{body}%SR*%").Image;
            var flashes = from column in Enumerable.Range(0, columns) from row in Enumerable.Range(0, rows) select $"X{column * stepX}Y{row * stepY}D03*";
            var written = Plot.Metric($"%ABD30*%{body}%AB*%D30*" + string.Concat(flashes)).Image;
            return Described(repeated).SequenceEqual(Described(written));
        });

    [Fact]
    public void A_block_at_the_origin_is_its_objects_written_out() =>
        Check(Bodies, body => Described(Plot.Metric($"%ABD30*%{body}%AB*%D30*X0Y0D03*").Image).SequenceEqual(Described(Plot.Metric(body).Image)));

    private static IEnumerable<string> Described(LayerImage image) => image.Features.Select(feature => feature.Kind == FeatureKind.Area
        ? $"{feature.Dark} {string.Join(", ", image.Areas[feature.Shape].Contours[0].Edges)}"
        : $"{feature.Dark} {feature.Kind} {feature.Path} {image.Shapes[feature.Shape].Kind} {image.Shapes[feature.Shape].Width}");

    /// <summary>The same colour at both places; a place within some micrometres of an edge, where rounding decides, says nothing.</summary>
    private static bool Same(LayerImage one, (double X, double Y) at, LayerImage other, (double X, double Y) there)
    {
        const double near = 0.012;
        var dark = one.IsDark(at.X, at.Y);
        foreach (var (dx, dy) in new[] { (near, 0.0), (-near, 0.0), (0.0, near), (0.0, -near) })
        {
            if (one.IsDark(at.X + dx, at.Y + dy) != dark) return true;
        }
        return other.IsDark(there.X, there.Y) == dark;
    }

    private static string Text(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static void Check<T>(Gen<T> gen, Func<T, bool> law) => Prop.ForAll(gen.ToArbitrary(), law).Check(Fixed);

    /// <param name="Mirror">N, X, Y or XY.</param>
    /// <param name="X">In micrometres.</param>
    private sealed record Placement(string Mirror, double Rotation, double Scale, int X, int Y)
    {
        public string Commands => $"%LM{Mirror}*LR{Text(Rotation)}*LS{Text(Scale)}*%";

        public (double X, double Y) Apply((double X, double Y) at)
        {
            var (x, y) = (Mirror.Contains('X', StringComparison.Ordinal) ? -at.X : at.X, Mirror.Contains('Y', StringComparison.Ordinal) ? -at.Y : at.Y);
            var (sin, cos) = Math.SinCos(Rotation * Math.PI / 180);
            return ((((x * cos) - (y * sin)) * Scale) + (X / 1e3), (((x * sin) + (y * cos)) * Scale) + (Y / 1e3));
        }
    }
}
