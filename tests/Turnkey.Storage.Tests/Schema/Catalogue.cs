using Turnkey.Storage.Tests.Databases;

namespace Turnkey.Storage.Tests.Schema;

/// <summary>Tables, columns, keys and indexes of a database as lines of text, from its own catalogue.</summary>
internal static class Catalogue
{
    private const string Postgres = """
        SELECT 'column|' || table_name || '|' || column_name || '|' || data_type || '|' || is_nullable || '|' || coalesce(is_identity, '') || '|' || coalesce(character_maximum_length::text, '')
        FROM information_schema.columns WHERE table_schema = current_schema()
        UNION ALL SELECT 'index|' || indexdef FROM pg_indexes WHERE schemaname = current_schema()
        UNION ALL SELECT 'constraint|' || conrelid::regclass || '|' || conname || '|' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
        """;

    private const string Sqlite = """
        SELECT 'column|' || t.name || '|' || c.name || '|' || c.type || '|' || c."notnull" || '|' || c.pk FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
        UNION ALL SELECT 'index|' || t.name || '|' || CASE WHEN i.origin = 'c' THEN i.name ELSE i.origin END || '|' || i."unique" || '|' || (SELECT group_concat(x.name) FROM pragma_index_info(i.name) x) FROM sqlite_master t JOIN pragma_index_list(t.name) i WHERE t.type = 'table'
        UNION ALL SELECT 'constraint|' || t.name || '|' || f."from" || '|' || f."table" || '|' || f."to" || '|' || f.on_delete FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
        """;

    public static async Task<IReadOnlyList<string>> ReadAsync(Place place) =>
        [.. (await place.QueryAsync(place.OnPostgres ? Postgres : Sqlite)).Where(line => !line.Contains("schema_scripts", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
