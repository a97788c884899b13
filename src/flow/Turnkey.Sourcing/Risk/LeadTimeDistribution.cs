using System.Collections.Immutable;

namespace Turnkey.Sourcing.Risk;

/// <summary>The form of a distribution.</summary>
public enum LeadTimeShape
{
    /// <summary><c>Likely</c>, always.</summary>
    Constant,
    /// <summary>Anything from <c>Low</c> to <c>High</c> alike.</summary>
    Uniform,
    /// <summary>From <c>Low</c> over its peak <c>Likely</c> to <c>High</c>.</summary>
    Triangular,
    /// <summary><c>Low</c> and on top a lognormal with median <c>Likely</c> and <c>Sigma</c> of the natural logarithm.</summary>
    Lognormal,
    /// <summary><c>Low</c> and on top an exponential with mean <c>Likely</c>.</summary>
    Exponential,
    /// <summary>What was observed, in straight lines between the sorted values.</summary>
    Observed,
}

/// <summary>How a lead time is distributed: in calendar days, or as a multiple of what the supplier states.</summary>
/// <param name="Class">Of purchases that it holds for.</param>
/// <param name="IsRatio">A multiple of the stated days; else calendar days.</param>
/// <param name="Shared">0 to 1: the part of the spread that all purchases of this class at one supplier have in common; 1 is one shipment.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Assumed">Nobody has measured it.</param>
public sealed record LeadTimeDistribution(string Class, bool IsRatio, LeadTimeShape Shape, double Low, double Likely, double High, double Sigma, double Shared, string Source, bool Assumed)
{
    /// <summary>Sorted; for <see cref="LeadTimeShape.Observed"/> only, at least one.</summary>
    public ImmutableArray<double> Observations { get; init; } = [];

    /// <summary>The value below which a share <paramref name="u"/> (0 &lt; u &lt; 1) of all lie.</summary>
    internal double Quantile(double u) => Shape switch
    {
        LeadTimeShape.Lognormal => AtNormal(PortableMath.NormalQuantile(u)),
        LeadTimeShape.Uniform => Low + ((High - Low) * u),
        LeadTimeShape.Triangular => Triangular(u),
        LeadTimeShape.Exponential => Low - (Likely * PortableMath.Log(1.0 - u)),
        LeadTimeShape.Observed => Observed(u),
        _ => Likely,
    };

    /// <summary>The value where the normal distribution has <paramref name="z"/>.</summary>
    internal double AtNormal(double z) => Shape == LeadTimeShape.Lognormal ? Low + (Likely * PortableMath.Exp(Sigma * z)) : Quantile(Math.Clamp(PortableMath.NormalCdf(z), 1e-16, 1.0 - 1.2e-16));

    /// <summary>Turns uniform numbers, or with <paramref name="normal"/> normal ones, into times, in place.</summary>
    internal void Fill(Span<double> values, bool normal)
    {
        if (Shape != LeadTimeShape.Lognormal)
        {
            for (var i = 0; i < values.Length; i++) values[i] = normal ? AtNormal(values[i]) : Quantile(values[i]);
            return;
        }
        if (!normal) PortableMath.NormalQuantiles(values);
        for (var i = 0; i < values.Length; i++) values[i] *= Sigma;
        PortableMath.Exps(values);
        for (var i = 0; i < values.Length; i++) values[i] = Low + (Likely * values[i]);
    }

    private double Triangular(double u)
    {
        var width = High - Low;
        if (width <= 0) return Low;
        var peak = (Likely - Low) / width;
        return u < peak ? Low + Math.Sqrt(u * width * (Likely - Low)) : High - Math.Sqrt((1.0 - u) * width * (High - Likely));
    }

    private double Observed(double u)
    {
        var at = u * (Observations.Length - 1);
        var below = (int)at;
        return below + 1 < Observations.Length ? Observations[below] + ((at - below) * (Observations[below + 1] - Observations[below])) : Observations[^1];
    }
}
