using Turnkey.Contracts;
using Turnkey.Contracts.Questions;

namespace Turnkey.Storage.Rows;

/// <summary>An open point between a customer and one manufacturer.</summary>
public sealed class QuestionRow
{
    public Guid Id { get; set; }

    public Guid RfqId { get; set; }

    public Guid CustomerId { get; set; }

    public Guid ManufacturerId { get; set; }

    public int Revision { get; set; }

    public QuestionState State { get; set; }

    /// <summary>Identifier of the query of the design review; empty when a person thought of it.</summary>
    public string Query { get; set; } = "";

    public DateTimeOffset UpdatedAt { get; set; }

    public string Body { get; set; } = "";

    public int Version { get; set; }

    public Question Read() => ContractJson.Read<Question>(Body);

    public void Write(Question question, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(question);
        (Id, RfqId, CustomerId, ManufacturerId, Revision, State, Query, UpdatedAt) = (question.Id, question.Rfq, question.Customer, question.Manufacturer, question.Revision, question.State, question.Query, at);
        Body = ContractJson.Write(question);
        Version++;
    }
}
