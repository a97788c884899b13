namespace Turnkey.Storage.Rows;

/// <summary>A line of a package's parts list, as it was read.</summary>
public sealed class BomLineRow
{
    public Guid PackageId { get; set; }

    public int Line { get; set; }

    /// <summary>Separated by spaces.</summary>
    public string Designators { get; set; } = "";

    public int Quantity { get; set; }

    public string Manufacturer { get; set; } = "";

    public string Mpn { get; set; } = "";

    public string Value { get; set; } = "";

    public string Footprint { get; set; } = "";

    public bool DoNotPlace { get; set; }
}
