using FsCheck;
using FsCheck.Fluent;

namespace Turnkey.Kernel.Tests;

/// <summary>Checks a law on generated values, the same ones in every run.</summary>
internal static class Laws
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20_240_229UL, 77UL);

    public static Gen<Designator> Designators { get; } =
        from prefix in Gen.Elements("R", "C", "U", "r", "TP", "R-", "X_", "FID", "Ω")
        from number in Gen.Choose(0, 30)
        from width in Gen.Choose(1, 3)
        from suffix in Gen.Frequency((6, Gen.Constant("")), (1, Gen.Elements("A", "_2", "-0")))
        select Designator.Parse(prefix + number.ToString("D" + width, System.Globalization.CultureInfo.InvariantCulture) + suffix)!.Value;

    public static Gen<string> AnyText { get; } = Gen.Choose(0, 0xffff).Select(c => (char)c).ArrayOf().Select(characters => new string(characters));

    public static Gen<string> ListLikeText { get; } =
        Gen.Elements('R', 'C', '1', '2', '0', '9', '-', '.', ',', ';', ' ', '/', '~', ':', '_', '\n', '\u00a0', '–', '\ud800', 'Ω').ArrayOf().Select(characters => new string(characters));

    public static void Hold<T>(Gen<T> values, Action<T> law) => Prop.ForAll(values.ToArbitrary(), law).Check(Repeatable);
}
