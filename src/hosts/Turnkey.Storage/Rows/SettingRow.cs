namespace Turnkey.Storage.Rows;

/// <summary>Something that the installation as a whole remembers.</summary>
public sealed class SettingRow
{
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";
}
