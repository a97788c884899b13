using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Turnkey.Plants.Parts;

/// <summary>The package dimensions that ship with the program (<c>bodies.csv</c>).</summary>
internal sealed class BodyTable
{
    private static readonly Lazy<BodyTable> Read = new(() => new BodyTable(EmbeddedData.Read("bodies.csv")));

    private readonly FrozenDictionary<string, BodyRow> rows;
    private readonly BodyRow[] byLength;

    private BodyTable(byte[] csv)
    {
        rows = Encoding.UTF8.GetString(csv).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#').Skip(1)
            .Select(line => Row(line.Split(','))).ToFrozenDictionary(row => row.Package, StringComparer.Ordinal);
        byLength = [.. rows.Values.OrderByDescending(row => row.Package.Length).ThenBy(row => row.Package, StringComparer.Ordinal)];
    }

    public static BodyTable Shipped => Read.Value;

    public PackageBody? Find(string footprint, string package)
    {
        var name = FootprintName.Parse(footprint);
        if ((Row(name, package) ?? (BodySize.IsIpcChip(name) ? rows["IPC-CHIP"] : null)) is not { } row) return null;
        return row.With(BodySize.Of(name, row));
    }

    /// <summary>Of the package with its pins, else of its family, else what a word of the name begins with.</summary>
    private BodyRow? Row(FootprintName name, string package)
    {
        if (package.Length > 0)
        {
            if (rows.TryGetValue(package, out var exact) || rows.TryGetValue(package.Replace("-", "", StringComparison.Ordinal), out exact)) return Variant(name, exact);
            var family = package.Split('-')[0];
            if (rows.TryGetValue(family, out var row)) return Variant(name, row);
            // VQFN and UFBGA are families of their own kind where the table has no row for them.
            foreach (var candidate in byLength)
            {
                if (candidate.Package.Length >= 2 && !candidate.Package.Contains('-', StringComparison.Ordinal) && !char.IsAsciiDigit(candidate.Package[0]) && family.EndsWith(candidate.Package, StringComparison.Ordinal)) return candidate;
            }
        }
        return Variant(name, null);
    }

    /// <summary>SOD is a family of sizes: the word tells which.</summary>
    private BodyRow? Variant(FootprintName name, BodyRow? row)
    {
        for (var i = 0; i < name.Words.Length; i++)
        {
            foreach (var candidate in byLength)
            {
                if (candidate.Package.Length > (row?.Package.Length ?? 3) && !char.IsAsciiDigit(candidate.Package[0]) && !candidate.Package.Contains('-', StringComparison.Ordinal) && name.StartsAt(i, candidate.Package)) return candidate;
            }
        }
        return row;
    }

    private static BodyRow Row(string[] c) => new(
        c[0], FormOf(c[1]), Number(c[2]), Number(c[3]), Number(c[4]), Number(c[5]), Number(c[6]), c[7] == "polar", Number(c[8]), Number(c[9]), c[10], c.ElementAtOrDefault(11) == "assumed");

    private static double? Number(string cell) => cell.Length > 0 ? double.Parse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null;

    private static BodyForm FormOf(string cell) => cell switch
    {
        "two-terminal" => BodyForm.TwoTerminal,
        "three-terminal" => BodyForm.ThreeTerminal,
        "dual-row" => BodyForm.DualRow,
        "quad" => BodyForm.Quad,
        "grid" => BodyForm.Grid,
        "tab" => BodyForm.Tab,
        _ => throw new FormatException($"no form '{cell}'"),
    };
}
