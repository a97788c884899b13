using System.Collections.Immutable;
using Turnkey.Contracts.Access;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;

namespace Turnkey.Contracts.Bundles.Sending;

/// <summary>A request on its way to one manufacturer: nothing in it says who else was asked, what is still being written, or what lies behind a gate.</summary>
public static class RequestSending
{
    /// <param name="id">Of the sending.</param>
    /// <param name="created">When.</param>
    /// <param name="customer">Sends it.</param>
    /// <param name="manufacturer">Gets it; as it is known now, with its certificates.</param>
    /// <param name="rfq">The customer's own, with all revisions.</param>
    /// <param name="invitation">Of this manufacturer.</param>
    /// <param name="designs">Zips of design packages by the number of the revision; that of the last revision shown is needed, unless a gate is closed.</param>
    public static Decision<BundleContent> Compose(
        Guid id, DateTimeOffset created, Organisation customer, Organisation manufacturer, Rfq rfq, Invitation invitation, IReadOnlyDictionary<int, ReadOnlyMemory<byte>> designs)
    {
        ArgumentNullException.ThrowIfNull(rfq);
        ArgumentNullException.ThrowIfNull(invitation);
        ArgumentNullException.ThrowIfNull(manufacturer);
        ArgumentNullException.ThrowIfNull(designs);
        if (rfq.State != RfqState.Sent) return new Refusal("rfq.not-sent", "only a request that was sent and has not ended goes to a manufacturer");
        return ManufacturerView.Of(rfq, invitation, manufacturer, DateOnly.FromDateTime(created.UtcDateTime)).Then(view =>
        {
            var numbers = view.Revisions.Select(revision => revision.Number).ToHashSet();
            var files = view.Revisions.Where(revision => revision.Package.Length > 0 && designs.ContainsKey(revision.Number)).Select(revision => new BundleFile(BundleRules.DesignPath(revision.Number), designs[revision.Number]));
            // Revisions that were shown and are still unsent, if ever there are, are not named either.
            var own = invitation with { Revisions = [.. invitation.Revisions.Where(numbers.Contains)] };
            return Envelope.Close(new BundleContent(new BundleEnvelope(id, created, customer, Envelope.To(manufacturer)), BundleKind.Rfq, new BundleDocument.Request(view, own)) { Files = [.. files] });
        });
    }
}
