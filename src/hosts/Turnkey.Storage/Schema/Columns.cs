using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Turnkey.Storage.Schema;

/// <summary>How values are kept, the same on both databases: times as UTC ticks and days as numbers, because SQLite can compare and sort nothing else.</summary>
internal static class Columns
{
    public static void Configure(ModelConfigurationBuilder builder)
    {
        builder.Properties<DateTimeOffset>().HaveConversion<TicksConverter>();
        builder.Properties<DateOnly>().HaveConversion<DayConverter>();
    }

    /// <summary>Tables and columns are named in lower case with underscores: what a person types who looks at the database.</summary>
    public static void Name(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes().Where(entity => !entity.IsMappedToJson()))
        {
            if (entity.GetTableName() is { } table) entity.SetTableName(Snake(table));
            foreach (var property in entity.GetProperties()) property.SetColumnName(Snake(property.Name));
            foreach (var key in entity.GetKeys()) key.SetName(key.IsPrimaryKey() ? "pk_" + entity.GetTableName() : Snake(key.GetName() ?? ""));
            foreach (var key in entity.GetForeignKeys()) key.SetConstraintName("fk_" + entity.GetTableName() + "_" + string.Join('_', key.Properties.Select(property => Snake(property.Name))));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName("ix_" + entity.GetTableName() + "_" + string.Join('_', index.Properties.Select(property => Snake(property.Name))));
        }
    }

    private static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))) text.Append('_');
            text.Append(char.ToLower(name[i], CultureInfo.InvariantCulture));
        }
        return text.ToString();
    }

    private sealed class TicksConverter() : ValueConverter<DateTimeOffset, long>(value => value.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class DayConverter() : ValueConverter<DateOnly, int>(day => day.DayNumber, number => DateOnly.FromDayNumber(number));
}
