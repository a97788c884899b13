namespace Turnkey.Storage.Rows;

/// <summary>The last number given in a series of an organisation: <c>RFQ-2026</c>.</summary>
public sealed class CounterRow
{
    public Guid OrganisationId { get; set; }

    public string Series { get; set; } = "";

    public int Last { get; set; }
}
