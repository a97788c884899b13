using FsCheck;
using FsCheck.Fluent;

namespace Turnkey.Contracts.Tests;

/// <summary>Checks a law on generated values, the same ones in every run.</summary>
internal static class Laws
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20_240_229UL, 77UL);

    public static void Hold<T>(Gen<T> values, Action<T> law) => Prop.ForAll(values.ToArbitrary(), law).Check(Repeatable);
}
