using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Turnkey.Kernel;
using Turnkey.Sourcing.Suppliers.Interfaces;

namespace Turnkey.Sourcing.Suppliers;

/// <summary>
/// Answers of suppliers' interfaces kept as files. Which interface answered is told from the shape of the answer, its day and currency from the content, else
/// from the file's name (<c>…_2026-11-27_USD.json</c>, <c>…_uk.farnell.com.json</c>); without a day the prices are a price list.
/// </summary>
public static class RecordedAnswers
{
    /// <param name="path">Inside the folder, with forward slashes.</param>
    /// <param name="content">The whole file.</param>
    /// <returns>Null when the file is no answer of an interface that is known.</returns>
    public static SupplierAnswer? Read(string path, ReadOnlyMemory<byte> content)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (KeptAnswer.Parse(content) is { } kept && SupplierInterfaces.All.FirstOrDefault(one => one.Name == kept.Supplier) is { } asked)
            return asked.Read(kept.Bodies, kept.Question, new AnswerContext(path, DateOnly.FromDateTime(kept.Asked.UtcDateTime), kept.Currency));
        return Recognise(content) is { } found ? found.Read([content], null, new AnswerContext(path, DayIn(path), CurrencyIn(path))) : null;
    }

    /// <summary>Where a file stops being JSON and what to do about it; null when all of it is.</summary>
    /// <param name="path">Inside the folder, with forward slashes.</param>
    /// <param name="content">The whole file.</param>
    public static Diagnostic? Damage(string path, ReadOnlyMemory<byte> content)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            AnswerReader.ParseJson(content).Dispose();
            return null;
        }
        catch (JsonException e)
        {
            var line = (int)Math.Min(int.MaxValue - 1, e.LineNumber ?? 0) + 1;
            return Diagnostic.Warning("offers.json-damaged", path, line, FormattableString.Invariant(
                $"the file is named as JSON and is none from line {line}, byte {(e.BytePositionInLine ?? 0) + 1} on: it was cut off or changed by hand; nothing of it is used: save the supplier's answer anew, or take the file out of the folder"));
        }
    }

    private static ISupplierInterface? Recognise(ReadOnlyMemory<byte> content)
    {
        using var document = AnswerReader.Parse(content, null);
        if (document is null) return null;
        var root = new AnswerNode(document.RootElement);
        ImmutableArray<(Func<AnswerNode, bool> Recognises, string Name)> shapes =
            [(DigiKey.Recognises, "Digi-Key"), (Mouser.Recognises, "Mouser"), (Element14.Recognises, "element14"), (Tme.Recognises, "TME"), (Nexar.Recognises, "Nexar")];
        var name = shapes.FirstOrDefault(shape => shape.Recognises(root)).Name;
        return SupplierInterfaces.All.FirstOrDefault(one => one.Name == name);
    }

    private static DateOnly? DayIn(string path)
    {
        foreach (var word in Words(path))
        {
            if (DateOnly.TryParseExact(word, ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2100) return day;
        }
        return null;
    }

    private static Currency? CurrencyIn(string path) =>
        Element14Stores.CurrencyIn(path) ?? Words(path).Where(word => word.Length == 3 && word.All(char.IsAsciiLetterUpper)).Select(Currency.Parse).FirstOrDefault(one => one is not null);

    private static string[] Words(string path) => path[(path.LastIndexOf('/') + 1)..].Split(['_', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
}
