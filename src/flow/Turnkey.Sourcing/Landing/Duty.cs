using System.Collections.Immutable;
using Turnkey.Plants.Figures;

namespace Turnkey.Sourcing.Landing;

/// <summary>What is known about the duty on a part.</summary>
public enum DutyState
{
    /// <summary>No destination is given, or no table for it: nothing is reckoned, which is not nothing to pay.</summary>
    NotReckoned,
    /// <summary>It comes from inside the customs territory.</summary>
    Domestic,
    /// <summary>The supplier's price has it.</summary>
    InPrice,
    /// <summary>Origin and classification give one rate.</summary>
    Known,
    /// <summary>The origin is that which another supplier of the part states.</summary>
    OriginAssumed,
    /// <summary>Origin or classification leave several rates: from the lowest to the highest.</summary>
    Range,
}

/// <param name="Percent">Of the value of the goods; zero where it is not reckoned, domestic or in the price.</param>
/// <param name="Code">Digits of the classification that was asked with; empty when there is none.</param>
/// <param name="Origin">ISO 3166-1 alpha-2, the offer's own or assumed; null when not known.</param>
/// <param name="Rows">The rates in it: those that add up, or those of the lowest and the highest.</param>
/// <param name="Assumed">A rate in it is not verified, or the classification is that of the part's class.</param>
/// <param name="Reason">A sentence for whoever reads the quote.</param>
public sealed record Duty(DutyState State, Spread Percent, string Code, string? Origin, ImmutableArray<TariffRow> Rows, bool Assumed, string Reason);
