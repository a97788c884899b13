using System.Buffers.Text;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using Turnkey.Contracts;

namespace Turnkey.Server.Api;

/// <summary>A part of a list.</summary>
/// <param name="Items">In the list's order.</param>
/// <param name="Next">Send it as <c>cursor</c> to get what follows; null at the end.</param>
internal sealed record Page<T>(ImmutableArray<T> Items, [property: Description("Send it as 'cursor' to get what follows; null at the end.")] string? Next)
{
    /// <summary>A list that is short enough to be given whole.</summary>
    public static Page<T> Whole(IEnumerable<T> items) => new([.. items], null);
}

/// <summary>The query of a list: where it goes on, and how much is wanted.</summary>
internal sealed record PageQuery(
    [property: Description("Where to go on: 'next' of the page before. Opaque; do not build it yourself.")] string? Cursor,
    [property: Description("How many, 1 to 200; 50 when nothing is said.")] int? Limit)
{
    private const int Usual = 50;
    private const int Most = 200;

    /// <summary>Reads one more than was asked for, to know whether there are more, and gives the cursor of the last one shown.</summary>
    public async Task<IResult> AnswerAsync<T, TAnswer>(Func<int, Position?, Task<ImmutableArray<T>>> read, Func<T, Position> at, Func<T, TAnswer> shown)
    {
        if (Limit is < 1 or > Most) return Problems.Of(new Refusal("page.limit", $"ask for 1 to {Most} at a time"));
        Position? after = null;
        if (Cursor is { Length: > 0 } && (after = Position.Read(Cursor)) is null) return Problems.Of(new Refusal("page.cursor", "this cursor is none of ours; start again without one"));
        var count = Limit ?? Usual;
        var found = await read(count + 1, after);
        var items = found.Take(count).ToImmutableArray();
        return Answers.Json(new Page<TAnswer>([.. items.Select(shown)], found.Length > count ? at(items[^1]).Write() : null));
    }
}

/// <summary>A place in a list: what it is sorted by, and the identifier that tells apart what is equal in that.</summary>
internal sealed record Position(string Key, Guid Id)
{
    public static Position Of(DateTimeOffset at, Guid id) => new(at.UtcTicks.ToString(CultureInfo.InvariantCulture), id);

    public (DateTimeOffset At, Guid Id)? Time => long.TryParse(Key, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks ? (new DateTimeOffset(ticks, TimeSpan.Zero), Id) : null;

    public string Write() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Id:N}{Key}"));

    /// <summary>Null when it is none. A made-up one shows nothing that the list would not: it only says where to begin.</summary>
    public static Position? Read(string cursor)
    {
        if (cursor.Length > 1000 || !Base64Url.IsValid(cursor)) return null;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        return text.Length > 32 && Guid.TryParseExact(text[..32], "N", out var id) ? new Position(text[32..], id) : null;
    }
}
