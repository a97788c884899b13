using System.Globalization;
using Turnkey.Geometry;

namespace Turnkey.Formats.Tests.Gerber;

/// <summary>What holds whatever the numbers are; fixed seeds, so that a failure can be repeated.</summary>
public sealed class TransformationLawTests
{
    /// <summary>render(T·L) = T·render(L): a block flashed with a transformation is every object of it transformed, at any depth.</summary>
    [Fact]
    public void Nested_blocks_transform_like_the_product_of_their_transformations()
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var steps = Enumerable.Range(0, 3).Select(_ => Step.Any(random)).ToArray();
            var text = "%AMELL*21,1,0.2,2,0.9,0.5,0*21,1,1,0.2,0.5,-0.4,0*%%ADD20ELL*%";
            for (var i = 0; i < steps.Length; i++) text += $"%ABD{31 + i}*%{steps[i].Commands}D{(i == 0 ? 20 : 30 + i)}*{steps[i].Place}D03*%AB*%";
            var file = Plot.Metric(text + $"%LMN*LR0*LS1*%D{30 + steps.Length}*X0Y0D03*");

            var flash = Assert.Single(file.Image.Features);
            var shape = file.Image.Shapes[flash.Shape];
            // One corner of the L and one on its other leg, by the arithmetic of the specification.
            foreach (var (x, y) in new[] { (0.1, -0.4), (0.9, 1.3) })
            {
                var (px, py) = (x, y);
                foreach (var step in steps) (px, py) = step.Apply(px, py);
                Assert.True(shape.IsDark(px - (flash.Start.X / 1e6), py - (flash.Start.Y / 1e6)), $"round {round}");
            }
            var (ox, oy) = (0.0, 0.0);
            foreach (var step in steps) (ox, oy) = step.Apply(ox, oy);
            Assert.InRange(Point.Distance(flash.Start, Plot.Mm(ox, oy)), 0, 20);
        }
    }

    [Fact]
    public void Coordinates_round_once_wherever_the_step_of_the_format_falls()
    {
        var random = new Random(12);
        for (var round = 0; round < 500; round++)
        {
            var (decimals, inch) = (random.Next(2, 8), random.Next(2) == 0);
            var written = random.NextInt64(-40 * (long)Math.Pow(10, Math.Min(decimals, 6)), 40 * (long)Math.Pow(10, Math.Min(decimals, 6)));
            var file = Plot.Raw($"%FSLAX3{decimals}Y3{decimals}*%%MO{(inch ? "IN" : "MM")}*%%ADD10C,0*%D10*X{written}Y0D03*M02*");

            var exact = written * (inch ? 25_400_000m : 1_000_000m) / (decimal)Math.Pow(10, decimals);
            Assert.Equal((long)Math.Round(exact, MidpointRounding.AwayFromZero), Assert.Single(file.Image.Features).Start.X);
        }
    }

    /// <param name="Mirror">N, X, Y or XY.</param>
    /// <param name="X">Where the block is flashed, in micrometres.</param>
    private sealed record Step(string Mirror, int Rotation, double Scale, int X, int Y)
    {
        public string Commands => string.Create(CultureInfo.InvariantCulture, $"%LM{Mirror}*LR{Rotation}*LS{Scale}*%");

        public string Place => $"X{X}Y{Y}";

        public static Step Any(Random random) =>
            new(new[] { "N", "X", "Y", "XY" }[random.Next(4)], random.Next(-360, 361), 1 + (random.Next(0, 10) / 10d), random.Next(-9000, 9000), random.Next(-9000, 9000));

        public (double X, double Y) Apply(double x, double y)
        {
            if (Mirror.Contains('X', StringComparison.Ordinal)) x = -x;
            if (Mirror.Contains('Y', StringComparison.Ordinal)) y = -y;
            var (sin, cos) = Math.SinCos(Rotation * Math.PI / 180);
            return (((x * cos) - (y * sin)) * Scale + (X / 1e3), ((x * sin) + (y * cos)) * Scale + (Y / 1e3));
        }
    }
}
