namespace Turnkey.Storage.Rows;

/// <summary>Something that an organisation should know; shown on its pages until somebody read it.</summary>
public sealed class NoticeRow
{
    public Guid Id { get; set; }

    public Guid OrganisationId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>What happened: the audit's word for it.</summary>
    public string Kind { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>Path of the page that shows it.</summary>
    public string Link { get; set; } = "";

    public DateTimeOffset? ReadAt { get; set; }
}
