namespace Turnkey.Storage.Rows;

/// <summary>A mail that is to go out; written in the transaction of what it tells, sent afterwards.</summary>
public sealed class OutgoingMailRow
{
    public Guid Id { get; set; }

    public string To { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Text { get; set; } = "";

    public int Attempts { get; set; }

    public DateTimeOffset NextAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string Error { get; set; } = "";
}
