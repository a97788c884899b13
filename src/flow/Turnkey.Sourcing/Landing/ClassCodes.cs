using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Landing;

/// <summary>The tariff classification that a part of a class most often has, for offers that name none.</summary>
/// <param name="ByClass">Part class of the plant's library to digits.</param>
public sealed record ClassCodes(ImmutableSortedDictionary<string, string> ByClass)
{
    private static readonly Lazy<ClassCodes> ShippedRows = new(() => new(ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, Read(SettingTable.Shipped("hts-by-class.csv")))));

    public static ClassCodes Shipped => ShippedRows.Value;

    /// <summary>Digits; empty when the class has none.</summary>
    public string Of(string? partClass) => partClass is not null && ByClass.TryGetValue(partClass, out var code) ? code : "";

    internal ClassCodes With(OfferTable table, DiagnosticLog log) =>
        SettingTable.Of(table, log, ["class", "code"], []) is { } own ? new(ByClass.SetItems(Read(own))) : this;

    private static IEnumerable<KeyValuePair<string, string>> Read(SettingTable table)
    {
        foreach (var row in table.Rows)
        {
            if (row["class"] is { Length: > 0 } name && TariffTable.Digits(row["code"]) is { Length: >= 2 } code) yield return new(name, code);
            else row.Reject("a row needs a class and a classification of at least two digits");
        }
    }
}
