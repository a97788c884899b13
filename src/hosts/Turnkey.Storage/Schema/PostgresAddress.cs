using Npgsql;

namespace Turnkey.Storage.Schema;

/// <summary>Addresses of PostgreSQL as people write them: a URI, or the driver's own form.</summary>
internal static class PostgresAddress
{
    /// <exception cref="StoreException">It is neither.</exception>
    public static string Parse(string address, bool pooling)
    {
        try
        {
            var builder = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "postgres" or "postgresql" ? FromUri(uri) : new NpgsqlConnectionStringBuilder(address);
            builder.Pooling = pooling;
            return builder.ConnectionString;
        }
        catch (ArgumentException wrong)
        {
            throw new StoreException($"the database's address is not understood ({wrong.Message}); write postgres://user:password@host:5432/name or Host=…;Database=…;Username=…", wrong);
        }
    }

    private static NpgsqlConnectionStringBuilder FromUri(Uri uri)
    {
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : NpgsqlConnection.DefaultPort,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
        };
        var person = uri.UserInfo.Split(':', 2);
        if (person[0].Length > 0) builder.Username = Uri.UnescapeDataString(person[0]);
        if (person.Length > 1) builder.Password = Uri.UnescapeDataString(person[1]);
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (pair.Split('=', 2)[0], Uri.UnescapeDataString(pair.Split('=', 2).ElementAtOrDefault(1) ?? ""));
            // libpq's names, where the driver's differ.
            builder[name switch { "sslmode" => "SSL Mode", "sslrootcert" => "Root Certificate", "connect_timeout" => "Timeout", "application_name" => "Application Name", "host" => "Host", _ => name }] = value;
        }
        return builder;
    }
}
