using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Offers;

/// <summary>What a quote job reckoned, as an offer and the cost sheet behind it.</summary>
internal sealed class QuotedOffer
{
    private readonly JobRow job;
    private readonly List<ArtifactRow> artifacts;
    private readonly JsonElement quote;

    private QuotedOffer(JobRow job, List<ArtifactRow> artifacts, JsonElement quote) => (this.job, this.artifacts, this.quote) = (job, artifacts, quote);

    /// <summary>Reads the job of the actor's organisation; refused when it did not price the package of this revision.</summary>
    public static async Task<Decision<QuotedOffer>> ReadAsync(Store store, Change writing, Guid id, RequestRevision revision, CancellationToken cancel)
    {
        var found = await writing.Seen.Jobs.SingleOrDefaultAsync(row => row.Id == id && row.Kind == JobKind.Quote && row.OrganisationId == writing.Actor.Organisation, cancel);
        if (found is null) return Refusal.NotFound("quote");
        if (found.State != JobState.Done) return new Refusal("quote.not-done", "the quote is not done yet");
        if (found.PackageId != revision.Upload) return new Refusal("quote.other-package", "the quote is for another design than this revision; quote this one");
        var papers = await writing.Seen.Artifacts.Where(row => row.JobId == id).OrderBy(row => row.Name).ToListAsync(cancel);
        if (papers.Find(row => row.Name == "quote.json") is not { } result || store.Blobs.Open(result.Blob) is not { } stream) return new Refusal("quote.no-result", "the quote has no result; run it again");
        await using (stream)
        {
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancel);
            return new QuotedOffer(found, papers, document.RootElement.Clone());
        }
    }

    public OfferContent Apply(OfferContent content) => content with
    {
        Currency = quote.GetProperty("currency").GetString()!,
        Prices = [.. quote.GetProperty("quantities").EnumerateArray().Select(Price)],
        Assumptions = Notes("assumed"),
        NotIncluded = Notes("excluded"),
        Errors = Findings("error"),
        Warnings = Findings("warning"),
        Papers = artifacts.Where(row => row.Audience == Audience.Customer).ToImmutableSortedDictionary(row => row.Name, row => row.Blob, StringComparer.Ordinal),
    };

    /// <summary>Puts the papers and the cost sheet beside the offer.</summary>
    public void Attach(Change writing, Offer offer)
    {
        foreach (var artifact in artifacts)
        {
            writing.Seen.Artifacts.Add(new ArtifactRow
            {
                Id = writing.NewId(),
                OrganisationId = artifact.OrganisationId,
                JobId = job.Id,
                PackageId = artifact.PackageId,
                OfferId = offer.Id,
                Name = artifact.Name,
                MediaType = artifact.MediaType,
                Blob = artifact.Blob,
                Size = artifact.Size,
                Audience = artifact.Audience,
                CreatedAt = writing.At,
            });
        }
        var sheet = quote.GetProperty("quantities").EnumerateArray().Select(one => new { quantity = one.GetProperty("quantity"), unitPrice = one.GetProperty("unitPrice"), breakdown = one.GetProperty("breakdown"), basis = one.GetProperty("basis") });
        writing.Seen.CostSheets.Add(new CostSheetRow { OfferId = offer.Id, CustomerId = offer.Customer, ManufacturerId = offer.Manufacturer, JobId = job.Id, Body = JsonSerializer.Serialize(sheet) });
    }

    private OfferPrice Price(JsonElement one)
    {
        var (unit, basis) = (one.GetProperty("unitPrice").GetDecimal(), one.GetProperty("basis"));
        double Share(string name) => unit == 0 ? 0 : (double)Math.Round(basis.GetProperty(name).GetDecimal() / unit, 4);
        var days = one.GetProperty("leadTimeWorkingDays").GetInt32();
        return new OfferPrice(one.GetProperty("quantity").GetInt32(), unit, one.GetProperty("nonRecurring").GetDecimal(), days, null)
        {
            Basis = new OfferBasis(Share("offer"), Share("priceList"), Share("estimate")),
            Low = one.TryGetProperty("low", out var low) && low.ValueKind == JsonValueKind.Number ? low.GetDecimal() : null,
            High = one.TryGetProperty("high", out var high) && high.ValueKind == JsonValueKind.Number ? high.GetDecimal() : null,
        };
    }

    private ImmutableArray<string> Notes(string kind) =>
        quote.TryGetProperty("notes", out var notes) && notes.TryGetProperty(kind, out var list) ? [.. list.EnumerateArray().Select(note => note.GetProperty("text").GetString()!)] : [];

    private int Findings(string severity) => quote.GetProperty("findings").EnumerateArray().Count(finding => finding.GetProperty("severity").GetString() == severity);
}
