using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Requests;

/// <summary>A customer begins a request.</summary>
internal static class BeginRequest
{
    public static Task<Decision<Rfq>> RunAsync(Store store, Actor actor, string title, CancellationToken cancel = default) =>
        store.WriteAsync<Rfq>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Request) is { } refusal) return refusal;
            if (title.Trim().Length is 0 or > 200) return new Refusal("rfq.title", "say in up to 200 characters what the request is about, for example the product and its revision");
            var organisation = await writing.OrganisationAsync(actor.Organisation);
            if (!organisation.Kinds.HasFlag(OrganisationKinds.Customer)) return new Refusal("rfq.not-customer", "your organisation is not set up as a customer; an administrator can change that");
            var rfq = new Rfq(writing.NewId(), await writing.NextNumberAsync("RFQ"), actor.Organisation, title.Trim(), writing.At)
            {
                Revisions = [new RequestRevision(1, "") { Services = [Service.Fabrication, Service.Assembly], Destination = organisation.Country }],
            };
            var row = new RfqRow();
            row.Write(rfq, writing.At);
            writing.Seen.Rfqs.Add(row);
            writing.Audit("rfq.begun", $"rfq/{rfq.Id}", new { rfq.Number, rfq.Title });
            return rfq;
        }, cancel);
}
