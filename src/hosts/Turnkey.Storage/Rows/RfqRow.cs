using Turnkey.Contracts;
using Turnkey.Contracts.Requests;

namespace Turnkey.Storage.Rows;

/// <summary>A request for quotation. Columns are what lists show and filter by; the request itself is <see cref="Body"/>.</summary>
public sealed class RfqRow
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public string Number { get; set; } = "";

    public string Title { get; set; } = "";

    public RfqState State { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateOnly? AnswersDue { get; set; }

    public string Body { get; set; } = "";

    public int Version { get; set; }

    public Rfq Read() => ContractJson.Read<Rfq>(Body);

    public void Write(Rfq rfq, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(rfq);
        (Id, CustomerId, Number, Title, State, CreatedAt, UpdatedAt, AnswersDue) = (rfq.Id, rfq.Customer, rfq.Number, rfq.Title, rfq.State, rfq.Created, at, rfq.Latest.AnswersDue);
        Body = ContractJson.Write(rfq);
        Version++;
    }
}
