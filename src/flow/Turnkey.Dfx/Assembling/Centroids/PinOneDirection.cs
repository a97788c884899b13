using System.Globalization;

namespace Turnkey.Dfx.Assembling.Centroids;

/// <summary>Where pin 1, cathode or plus of a part lies where its angle is 0, in words or degrees counter-clockwise from the right.</summary>
public static class PinOneDirection
{
    private static readonly string[] Names = ["right", "upper-right", "upper", "upper-left", "left", "lower-left", "lower", "lower-right"];

    /// <summary>The words, for messages.</summary>
    public static string Words { get; } = string.Join(", ", Names);

    /// <summary>Degrees from 0 to below 360; null when the text is neither a word nor a number of them.</summary>
    public static double? Read(string text)
    {
        var named = Array.IndexOf(Names, text);
        if (named >= 0) return 45 * named;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && degrees < 360 ? degrees : null;
    }

    /// <summary>As <see cref="Read"/> reads it: the word where there is one.</summary>
    public static string Write(double degrees) => degrees % 45 == 0 && degrees is >= 0 and < 360 ? Names[(int)(degrees / 45)] : degrees.ToString("0.######", CultureInfo.InvariantCulture);
}
