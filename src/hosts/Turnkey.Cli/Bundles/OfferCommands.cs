using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Turnkey.Cli.Commands;
using Turnkey.Contracts;
using Turnkey.Contracts.Bundles;
using Turnkey.Contracts.Bundles.Sending;
using Turnkey.Contracts.Offers;
using Turnkey.Kernel;
using Turnkey.Pipeline.Contracting;
using Refusal = Turnkey.Contracts.Refusal;

namespace Turnkey.Cli.Bundles;

/// <summary><c>turnkey bundle export offer|counter-offer</c>.</summary>
internal static class OfferCommands
{
    public static Command Offer(Terminal terminal)
    {
        var answers = BundleOptions.Answers("The request that is answered");
        var quote = new Option<string>("--quote") { Description = "Folder that 'turnkey quote' wrote; of it the customer's papers go out, and nothing else", HelpName = "DIR", Required = true };
        var until = BundleOptions.Day("--valid-until", "The last day on which the offer can be taken", required: true);
        var terms = new Option<string>("--terms") { Description = "Delivery and payment: 'FCA Tartu, Incoterms 2020; 30 days net'", HelpName = "TEXT", Required = true };
        var site = new Option<string?>("--site") { Description = "Where it would be made: one of your sites", HelpName = "NAME" };
        var version = BundleOptions.Count("--version-number", "Of your offers for this request (default: 1)", required: false);
        var supersedes = new Option<string?>("--supersedes") { Description = "Your offer that it takes the place of", HelpName = "BUNDLE" };
        var (note, identity, output) = (BundleOptions.Note(), BundleOptions.Identity(), BundleOptions.Output());
        var command = new Command("offer", "Offer what was quoted for a request") { answers, quote, until, terms, site, version, supersedes, note, identity, output };
        command.SetAction(parsed => Dispatch.Run(parsed.GetRequiredValue(identity), parsed.GetRequiredValue(output), terminal, (own, stamp) =>
            BundleInput.Read(parsed.GetRequiredValue(answers), own, BundleKind.Rfq).Then(input => Former(parsed.GetValue(supersedes), own).Then(former =>
            {
                var (rfq, papers) = (((BundleDocument.Request)input.Bundle.Document).Rfq, Papers(parsed.GetRequiredValue(quote)));
                if (!papers.TryGetValue("offer.json", out var file)) return new Refusal("offer.file", $"there is no offer.json in '{parsed.GetRequiredValue(quote)}'; write it with 'turnkey quote … --out DIR'");
                return OfferFile.Read(file).Then(read =>
                {
                    if (read.Package != rfq.Latest.Package) return new Refusal("offer.other-package", "the quote is of another design package than the request");
                    if (read.Currency != rfq.Latest.Currency) return new Refusal("offer.other-currency", $"the quote is in {read.Currency} and the request asks for {rfq.Latest.Currency}; quote with --currency {rfq.Latest.Currency}, and a rate to it in the plant file");
                    if (parsed.GetValue(site) is { } place && own.Profile.Sites.All(one => one.Name != place)) return new Refusal("offer.site", $"'{place}' is none of the sites in your organisation.json");
                    var content = read with
                    {
                        Revision = rfq.Latest.Number,
                        ValidUntil = parsed.GetValue(until)!.Value,
                        Terms = parsed.GetRequiredValue(terms),
                        Site = parsed.GetValue(site) ?? "",
                        Note = parsed.GetValue(note) ?? "",
                        Papers = papers.ToImmutableSortedDictionary(paper => paper.Key, paper => ContentHash.Of(paper.Value.Span), StringComparer.Ordinal),
                    };
                    return new Offer(stamp.NextId(), rfq.Id, rfq.Customer, own.Profile.Id, parsed.GetValue(version) ?? (former?.Version + 1) ?? 1, content) { Supersedes = former?.Id }.Send(stamp.At, stamp.Today)
                        .Then(offer => OfferSending.Compose(stamp.NextId(), stamp.At, own.Profile, input.Bundle.Manifest.Sender, offer, papers, input.Bundle.Manifest.Id));
                });
            }))));
        return command;
    }

    public static Command CounterOffer(Terminal terminal)
    {
        var answers = BundleOptions.Answers("The offer that is answered");
        var quantity = BundleOptions.Count("--qty", "For how many products", required: true);
        var price = new Option<decimal?>("--price")
        {
            Description = "What you would pay for one, in the offer's currency",
            HelpName = "AMOUNT",
            CustomParser = result => decimal.TryParse(SharedOptions.Token(result), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount
                : SharedOptions.Fail<decimal?>(result, $"--price: '{SharedOptions.Token(result)}' is no amount; write it as 7.50."),
        };
        var days = BundleOptions.Count("--lead-days", "Working days that you would wait", required: false);
        var (note, identity, output) = (BundleOptions.Note(), BundleOptions.Identity(), BundleOptions.Output());
        var command = new Command("counter-offer", "Say what you would take instead of an offer") { answers, quantity, price, days, note, identity, output };
        command.SetAction(parsed => Dispatch.Run(parsed.GetRequiredValue(identity), parsed.GetRequiredValue(output), terminal, (own, stamp) =>
            BundleInput.Read(parsed.GetRequiredValue(answers), own, BundleKind.Offer).Then(input =>
                Contracts.Offers.CounterOffer.To(((BundleDocument.Offered)input.Bundle.Document).Offer, stamp.NextId(), stamp.At, parsed.GetValue(quantity)!.Value, parsed.GetValue(price), parsed.GetValue(days), parsed.GetValue(note) ?? "")
                    .Then(counter => AnswerSending.CounterOffer(stamp.NextId(), stamp.At, own.Profile, input.Bundle, counter)))));
        return command;
    }

    /// <summary>One's own offer of before; null when none is named.</summary>
    private static Decision<Offer?> Former(string? path, Identity own) => path is null ? (Offer?)null : BundleInput.Read(path, own, BundleKind.Offer).Then<Offer?>(input => ((BundleDocument.Offered)input.Bundle.Document).Offer);

    /// <summary>The customer's papers that are in a folder.</summary>
    private static Dictionary<string, ReadOnlyMemory<byte>> Papers(string folder) =>
        OfferPapers.Names.Select(name => (Name: name, Path: Path.Combine(folder, name))).Where(paper => File.Exists(paper.Path)).ToDictionary(paper => paper.Name, paper => (ReadOnlyMemory<byte>)File.ReadAllBytes(paper.Path), StringComparer.Ordinal);
}
