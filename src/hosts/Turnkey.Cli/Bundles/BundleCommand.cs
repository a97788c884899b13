using System.CommandLine;

namespace Turnkey.Cli.Bundles;

/// <summary><c>turnkey bundle …</c>: signed requests, offers and orders for who has only the command line.</summary>
internal static class BundleCommand
{
    public static Command Create(Terminal terminal) => new("bundle", "Signed requests, offers and orders that pass between companies by e-mail")
    {
        KeygenCommand.Create(terminal),
        new Command("export", "Make a bundle")
        {
            RequestCommands.Request(terminal),
            RequestCommands.Reply(terminal),
            QuestionsCommand.Create(terminal),
            OfferCommands.Offer(terminal),
            OfferCommands.CounterOffer(terminal),
            OrderCommands.Order(terminal),
            OrderCommands.Acknowledgement(terminal),
            OrderCommands.Acceptance(terminal),
            OrderCommands.Ended(terminal, "refusal", "Refuse an order that was received", Contracts.Bundles.BundleKind.OrderRefusal),
            OrderCommands.Ended(terminal, "cancellation", "Cancel an order, from either side", Contracts.Bundles.BundleKind.OrderCancellation),
        },
        ImportCommand.Create(terminal),
        VerifyCommand.Create(terminal),
    };
}
