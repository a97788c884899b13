using Turnkey.Sourcing.Risk;

namespace Turnkey.Sourcing.Tests.Risk;

public sealed class PortableMathTests
{
    [Fact]
    public void Exponential_and_logarithm_agree_with_the_library()
    {
        for (var x = -50.0; x <= 50.0; x += 0.0137) Assert.True(Math.Abs((PortableMath.Exp(x) / Math.Exp(x)) - 1) < 1e-15, $"exp {x}");
        for (var x = 1e-300; x < 1e300; x *= 1.37) Assert.True(Math.Abs(PortableMath.Log(x) - Math.Log(x)) <= 4e-16 * Math.Max(1, Math.Abs(Math.Log(x))), $"log {x}");
        Assert.Equal((1.0, 0.0), (PortableMath.Exp(0), PortableMath.Log(1)));
        Assert.True(PortableMath.Exp(1e6) < double.PositiveInfinity && PortableMath.Exp(-1e6) > 0);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.0013498980316300933, -3)]
    [InlineData(0.9, 1.2815515655446004)]
    [InlineData(2.8665157187919333e-7, -5)]
    [InlineData(7.619853024160495e-24, -10)]
    public void Quantiles_of_the_normal_distribution_are_those_of_tables(double p, double z) => Assert.Equal(z, PortableMath.NormalQuantile(p), 1e-12);

    [Fact]
    public void Distribution_and_quantile_undo_each_other()
    {
        for (var z = -8.0; z <= 5.0; z += 0.01) Assert.Equal(z, PortableMath.NormalQuantile(PortableMath.NormalCdf(z)), 1e-7);
        for (var p = 0.0005; p < 1; p += 0.0005) Assert.Equal(p, PortableMath.NormalCdf(PortableMath.NormalQuantile(p)), 1e-14);
    }

    [Fact]
    public void Many_at_once_have_the_bits_of_one_by_one()
    {
        var stream = new RandomStream(1, "bits");
        double[] uniform = [1e-300, 1e-12, 0.075, 0.0750001, 0.5, 0.925, 0.9999999, .. Enumerable.Range(0, 20_000).Select(_ => stream.NextUniform())];
        double[] wide = [-1e9, -700, -0.35, 0, 0.34657, 1, 700, 1e9, .. uniform.Select(u => (u - 0.5) * 40)];
        double[] quantiles = [.. uniform];
        double[] exponentials = [.. wide];
        PortableMath.NormalQuantiles(quantiles);
        PortableMath.Exps(exponentials);
        Assert.Equal(uniform.Select(PortableMath.NormalQuantile), quantiles);
        Assert.Equal(wide.Select(PortableMath.Exp), exponentials);
    }

    /// <summary>First values of the authors' program from the state 1, 2, 3, 4.</summary>
    [Fact]
    public void Random_numbers_are_those_of_xoshiro256_plus_plus()
    {
        var stream = new RandomStream(1, 2, 3, 4);
        ulong[] expected =
        [
            41943041, 58720359, 3588806011781223, 3591011842654386, 9228616714210784205, 9973669472204895162, 14011001112246962877, 12406186145184390807, 15849039046786891736, 10450023813501588000,
        ];
        Assert.Equal(expected, expected.Select(_ => stream.Next()));
    }

    [Fact]
    public void Streams_of_other_names_and_seeds_are_others()
    {
        var firsts = from seed in Enumerable.Range(0, 50) from name in Enumerable.Range(0, 50) select First((ulong)seed, $"line\n{name}\n0");
        Assert.Equal(2500, firsts.Distinct().Count());

        static ulong First(ulong seed, string name) => new RandomStream(seed, name).Next();
    }

    [Fact]
    public void Uniform_numbers_fill_the_interval_evenly()
    {
        var stream = new RandomStream(7, "any");
        var counts = new int[100];
        for (var i = 0; i < 1_000_000; i++) counts[(int)(stream.NextUniform() * 100)]++;
        // Chi-square of 99 degrees of freedom: one in a thousand million is above 195.
        Assert.InRange(counts.Sum(count => (count - 10_000.0) * (count - 10_000.0) / 10_000.0), 40, 195);
    }

    [Fact]
    public void The_value_of_a_rank_is_that_of_the_sorted_values()
    {
        var random = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            double[] values = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => (double)random.Next(random.Next(1, 50)))];
            var rank = random.Next(values.Length);
            Assert.Equal(values.Order().ElementAt(rank), Selection.Kth([.. values], rank));
        }
    }
}
