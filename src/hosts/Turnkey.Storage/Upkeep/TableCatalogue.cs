using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Turnkey.Storage.Upkeep;

/// <summary>A table of today's schema as a backup writes it.</summary>
/// <param name="Key">Columns of its primary key.</param>
internal sealed record CataloguedTable(string Name, ImmutableArray<BackupColumn> Columns, ImmutableArray<string> Key);

/// <summary>The tables of the model, those that others refer to first.</summary>
internal static class TableCatalogue
{
    public static IReadOnlyList<CataloguedTable> Of(TurnkeyContext context)
    {
        var tables = context.Model.GetRelationalModel().Tables.OrderBy(table => table.ForeignKeyConstraints.Any()).ThenBy(table => table.Name, StringComparer.Ordinal);
        return [.. tables.Select(table => new CataloguedTable(
            table.Name,
            [.. table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).Select(column => new BackupColumn(column.Name, KindOf(column)))],
            [.. table.PrimaryKey!.Columns.Select(column => column.Name)]))];
    }

    private static ColumnKind KindOf(IColumn column)
    {
        // The container of an owned type has no property of its own.
        if (column.PropertyMappings.Count == 0) return ColumnKind.Json;
        var type = Nullable.GetUnderlyingType(column.ProviderClrType) ?? column.ProviderClrType;
        return type == typeof(Guid) ? ColumnKind.Guid
            : type == typeof(string) ? ColumnKind.Text
            : type == typeof(int) ? ColumnKind.Int
            : type == typeof(long) ? ColumnKind.Long
            : type == typeof(bool) ? ColumnKind.Bool
            : type == typeof(byte[]) ? ColumnKind.Bytes
            : throw new InvalidOperationException($"a backup cannot write {column.Table.Name}.{column.Name}, which is {type.Name}");
    }
}
