using Turnkey.Pipeline;
using Turnkey.Pipeline.Json;
using Turnkey.Pipeline.Outputs;

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
            new("offer.json", OfferJson.Write(quotation)),
        ];
    }
}
