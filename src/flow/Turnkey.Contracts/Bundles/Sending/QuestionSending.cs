using System.Collections.Immutable;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Questions;

namespace Turnkey.Contracts.Bundles.Sending;

/// <summary>The conversation about one request with one other party. What others ask stays with them.</summary>
public static class QuestionSending
{
    /// <param name="id">Of the sending.</param>
    /// <param name="created">When.</param>
    /// <param name="sender">Either side.</param>
    /// <param name="recipient">The other.</param>
    /// <param name="rfq">Identifier of the request.</param>
    /// <param name="questions">All that the sender knows of, of whatever request and party.</param>
    public static Decision<BundleContent> Compose(Guid id, DateTimeOffset created, Organisation sender, Organisation recipient, Guid rfq, IEnumerable<Question> questions)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(recipient);
        ImmutableArray<Question> own = [.. questions.Where(one => one.Rfq == rfq && IsBetween(one, sender.Id, recipient.Id))];
        if (own.IsEmpty) return new Refusal("bundle.questions", $"there is no question about this request between {sender.Name} and {recipient.Name}");
        return Envelope.Close(new BundleContent(new BundleEnvelope(id, created, sender, Envelope.To(recipient)), BundleKind.Questions, new BundleDocument.QuestionList(own)));
    }

    private static bool IsBetween(Question one, Guid a, Guid b) => (one.Customer == a && one.Manufacturer == b) || (one.Customer == b && one.Manufacturer == a);
}
