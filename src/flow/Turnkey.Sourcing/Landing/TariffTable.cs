using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Landing;

/// <summary>A rate of import duty.</summary>
/// <param name="Destination">Customs territory that levies it (<c>US</c>, <c>EU</c>), or a country.</param>
/// <param name="Code">Digits that a classification begins with; empty for every one.</param>
/// <param name="Origin">ISO 3166-1 alpha-2, a customs territory, or <c>*</c> for every origin.</param>
/// <param name="Percent">Of the value of the goods, 0 to 1,000.</param>
/// <param name="Label">What kind of duty: <c>base</c>, <c>Section 301</c>. Kinds add up; within one the nearest row holds.</param>
/// <param name="From">First day; null when it has always held.</param>
/// <param name="Until">Last day; null when no end is known.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Taken">The day the source speaks of; null when not said.</param>
/// <param name="Assumed">Nobody has verified it.</param>
public sealed record TariffRow(
    string Destination, string Code, string Origin, decimal Percent, string Label, DateOnly? From, DateOnly? Until, string Source, DateOnly? Taken, bool Assumed)
{
    /// <summary>The label that every classification in the table has: without a row of it nothing is known about a code.</summary>
    public const string Base = "base";

    public bool IsInForce(DateOnly day) => (From is null || From <= day) && (Until is null || Until >= day);

    public override string ToString() => FormattableString.Invariant($"{Label} {Percent:0.####} % ({(Code.Length > 0 ? Code : "all goods")}{(Origin == "*" ? "" : ", " + Origin)})");
}

/// <summary>The rates of duty that are known.</summary>
public sealed record TariffTable(ImmutableArray<TariffRow> Rows)
{
    private static readonly Lazy<TariffTable> ShippedRows = new(() => new(Read(SettingTable.Shipped("tariffs.csv"))));

    /// <summary>What ships with the program: public rates of the day that each row names.</summary>
    public static TariffTable Shipped => ShippedRows.Value;

    /// <summary>This table with the user's: all rows of the destinations that it names are replaced.</summary>
    /// <param name="table">Columns <c>destination, code, origin, percent</c>, and <c>label, from, until, source, taken, assumed</c> where there are any.</param>
    /// <param name="log">Takes the rows that are not understood.</param>
    internal TariffTable With(OfferTable table, DiagnosticLog log)
    {
        if (SettingTable.Of(table, log, ["destination", "code", "origin", "percent"], ["percent"]) is not { } own) return this;
        var rows = Read(own);
        var named = rows.Select(row => row.Destination).ToHashSet(StringComparer.Ordinal);
        return new([.. Rows.Where(row => !named.Contains(row.Destination)), .. rows]);
    }

    private static ImmutableArray<TariffRow> Read(SettingTable table)
    {
        var rows = ImmutableArray.CreateBuilder<TariffRow>();
        foreach (var row in table.Rows)
        {
            var code = Digits(row["code"]);
            if (row["destination"] is not { Length: > 0 } destination || Place(destination) is not { } where) row.Reject("the destination is no country or customs territory");
            else if (Place(row["origin"] is { Length: > 0 } said ? said : "*") is not { } origin) row.Reject($"'{row["origin"]}' is no country, customs territory or *");
            else if (code is null) row.Reject($"'{row["code"]}' is no tariff classification of up to 12 digits");
            else if (row.Number("percent", 1000m) is not { } percent) row.Reject("there is no rate in percent");
            else
            {
                rows.Add(new(where, code, origin, percent, row["label"] is { Length: > 0 } label ? label : TariffRow.Base, row.Day("from"), row.Day("until"), row.Source, row.Day("taken"), row.Assumed));
            }
        }
        return rows.ToImmutable();
    }

    /// <summary>The digits of a classification; null when it holds anything but digits, points and blanks, or too many.</summary>
    internal static string? Digits(string code) =>
        code.All(c => char.IsAsciiDigit(c) || c is '.' or ' ') && new string([.. code.Where(char.IsAsciiDigit)]) is { Length: <= 12 } digits ? digits : null;

    private static string? Place(string text) => text == "*" ? text : CustomsTerritories.Shipped.Place(text);
}
