using FsCheck;
using FsCheck.Fluent;

namespace Turnkey.Sourcing.Tests.Scrub;

/// <summary>Checks a law on generated values, the same ones in every run.</summary>
internal static class Laws
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20_261_127UL, 77UL);

    public static Gen<string> AnyText { get; } = Gen.Choose(0, 0xffff).Select(c => (char)c).ArrayOf().Select(characters => new string(characters));

    /// <summary>Made of the pieces that cells of parts lists are made of, in any order.</summary>
    public static Gen<string> CellLikeText { get; } = Gen.Elements(
        "0", "1", "4", "7", "10", "100", "0402", "0603", "1608", "104", "k", "K", "M", "m", "R", "E", "n", "u", "µ", "p", "F", "H", "Hz", "V", "W", "A", "Ω", "ohm", "%", "±", "+/-", "+80/-20%", "1/16W",
        ".", ",", " ", "/", "-", "_", "@", "~", "(", ")", ";", "X7R", "NPO", "C0G", "-ND", "C14663", "512-", "RC0402FR-07", "GRM155R71", "CL05B", "MPN:", "or", "DNP", "\n", "\u00a0", "\ud800", "电阻", "LED", "Metric")
        .ArrayOf().Select(string.Concat);

    public static void Hold<T>(Gen<T> values, Action<T> law) => Prop.ForAll(values.ToArbitrary(), law).Check(Repeatable);
}
