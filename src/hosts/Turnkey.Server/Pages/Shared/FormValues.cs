using System.Collections.Immutable;
using System.Globalization;

namespace Turnkey.Server.Pages.Shared;

/// <summary>What was typed into a form. Empty is null; what is no number or day is null too, and told by <see cref="Wrong"/>.</summary>
public sealed class FormValues(IFormCollection form)
{
    private readonly List<string> wrong = [];

    /// <summary>Fields that hold something that cannot be read, with what they hold.</summary>
    public IReadOnlyList<string> Wrong => wrong;

    public string Text(string name) => form[name].ToString().Trim().ReplaceLineEndings("\n");

    public bool Ticked(string name) => form[name].Count > 0;

    public IReadOnlyList<string> All(string name) => [.. form[name].Select(value => (value ?? "").Trim())];

    public int? Whole(string name) => Read<int>(name, Text(name), text => int.TryParse(text.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null);

    public decimal? Number(string name) => Read(name, Text(name), Decimal);

    public DateOnly? Day(string name) => Read(name, Text(name), Date);

    public ImmutableArray<int> Wholes(string name) =>
        [.. Text(name).Split([' ', ';', '\n'], StringSplitOptions.RemoveEmptyEntries).SelectMany(Numbers).Select(text => Read(name, text, one => int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : (int?)null)).OfType<int>()];

    public ImmutableArray<string> List(string name) => [.. Text(name).Split([' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries)];

    public ImmutableArray<string> Lines(string name) => [.. Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public T? Value<T>(string name, string text, Func<string, T?> read)
        where T : struct => Read(name, text, read);

    public static decimal? Decimal(string text) => decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static DateOnly? Date(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A comma divides, unless three digits follow it everywhere: <c>10,100</c> is two numbers, <c>1,000</c> is one.</summary>
    private static IEnumerable<string> Numbers(string text)
    {
        var parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && text[^1] != ',' && parts[0].Length <= 3 && parts.Skip(1).All(part => part.Length == 3 && part == "000") ? [string.Concat(parts)] : parts;
    }

    private T? Read<T>(string name, string text, Func<string, T?> read)
        where T : struct
    {
        if (text.Length == 0) return null;
        var value = read(text);
        if (value is null) wrong.Add($"{name}: '{text}'");
        return value;
    }
}
