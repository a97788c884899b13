using System.Globalization;
using Turnkey.Contracts;

namespace Turnkey.Server.Pages.Shared;

/// <summary>Values as a person reads them: with unit, in one form everywhere.</summary>
internal static class Words
{
    public static string Sentence(Refusal why) => why.Message.Length == 0 ? "" : char.ToUpperInvariant(why.Message[0]) + why.Message[1..] + (why.Message[^1] is '.' or '!' or '?' ? "" : ".");

    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Four decimals, as unit prices have.</summary>
    public static string UnitPrice(decimal value) => value.ToString("N4", CultureInfo.InvariantCulture);

    public static string Amount(decimal value) => value.ToString("N2", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset at) => at.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Universal time, said so.</summary>
    public static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>What a browser reads: <c>2026-12-04</c>.</summary>
    public static string Machine(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Size(long bytes) => bytes >= 1 << 20 ? $"{bytes / 1048576.0:0.0} MB" : $"{Math.Max(1, bytes / 1024)} kB";

    public static string Of<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : i == 0 ? char.ToLowerInvariant(letter).ToString() : letter.ToString()));
}
