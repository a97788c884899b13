namespace Turnkey.Storage.Rows;

/// <summary>What an offer costs its manufacturer: its own, unless it opens the book to the customer of this offer.</summary>
public sealed class CostSheetRow
{
    public Guid OfferId { get; set; }

    public Guid CustomerId { get; set; }

    public Guid ManufacturerId { get; set; }

    public bool OpenBook { get; set; }

    /// <summary>The job whose papers it is.</summary>
    public Guid JobId { get; set; }

    /// <summary>The quantities of <c>quote.json</c> with their breakdown, as JSON.</summary>
    public string Body { get; set; } = "";
}
