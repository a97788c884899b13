using System.Text;
using Turnkey.Documents.Checking;
using Turnkey.Documents.Costing;
using Turnkey.Documents.Offers;
using Turnkey.Pipeline.Json;
using Turnkey.Pipeline.Outputs;
using Turnkey.Pipeline;

namespace Turnkey.Cli.Commands;

/// <summary>The files of a quotation: the internal view and the customer's.</summary>
internal static class QuoteFiles
{
    public static IReadOnlyList<OutputFile> Of(Quotation.Done quotation, IProgress<Stage> progress)
    {
        progress.Report(new Stage("writing the results", 4, 4));
        return
        [
            new("quote.json", QuoteJson.Write(quotation)),
            new("costing.html", Encoding.UTF8.GetBytes(CostingPage.Html(quotation.Design, quotation.Quote))),
            new("offer.json", OfferJson.Write(quotation)),
            new("offer.html", Encoding.UTF8.GetBytes(OfferPage.Html(quotation.Design, quotation.Quote, [.. quotation.Reviews.Select(one => one.Review.Nets)]))),
            new("queries.json", QueriesJson.Write(quotation.Design, quotation.Queries, quotation.Quote.Savings, quotation.Quote.Consequences)),
            new("queries.html", Encoding.UTF8.GetBytes(QueryPage.Html(quotation.Design, quotation.Queries, quotation.Quote.Savings, quotation.Quote.Consequences))),
        ];
    }
}
