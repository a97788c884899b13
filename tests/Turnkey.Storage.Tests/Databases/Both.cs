namespace Turnkey.Storage.Tests.Databases;

/// <summary>The two databases that everything is to be the same on.</summary>
public sealed class Both : TheoryData<string>
{
    public const string Sqlite = "sqlite";

    public const string Postgres = "postgres";

    public Both()
    {
        Add(Sqlite);
        Add(Postgres);
    }
}
