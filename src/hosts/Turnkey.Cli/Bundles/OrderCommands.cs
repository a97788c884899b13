using System.CommandLine;
using Turnkey.Contracts;
using Turnkey.Contracts.Bundles;
using Turnkey.Contracts.Bundles.Sending;
using Turnkey.Contracts.Orders;

namespace Turnkey.Cli.Bundles;

/// <summary><c>turnkey bundle export order|acknowledgement|acceptance|refusal|cancellation</c>.</summary>
internal static class OrderCommands
{
    public static Command Order(Terminal terminal)
    {
        var answers = BundleOptions.Answers("The offer that is taken");
        var number = new Option<string>("--number") { Description = "Your number of the order", HelpName = "NUMBER", Required = true };
        var lots = BundleOptions.Lots();
        var place = new Option<string?>("--deliver-to") { Description = "Where it is delivered", HelpName = "TEXT" };
        var (note, identity, output) = (BundleOptions.Note(), BundleOptions.Identity(), BundleOptions.Output());
        var command = new Command("order", "Order what was offered") { answers, number, lots, place, note, identity, output };
        command.SetAction(parsed => Dispatch.Run(parsed.GetRequiredValue(identity), parsed.GetRequiredValue(output), terminal, (own, stamp) =>
            BundleInput.Read(parsed.GetRequiredValue(answers), own, BundleKind.Offer).Then(input =>
                ((BundleDocument.Offered)input.Bundle.Document).Offer.Award(stamp.Today)
                    .Then(awarded => OrderPlacing.Place(awarded, NamedId.Of(own.Profile.Id, "order", parsed.GetRequiredValue(number)), parsed.GetRequiredValue(number), stamp.At, [.. parsed.GetRequiredValue(lots)]))
                    .Then(order => AnswerSending.Order(stamp.NextId(), stamp.At, own.Profile, input.Bundle, BundleKind.Order, order with { DeliverTo = parsed.GetValue(place) ?? "", Note = parsed.GetValue(note) ?? "" })))));
        return command;
    }

    public static Command Acknowledgement(Terminal terminal)
    {
        var answers = BundleOptions.Answers("The order that was received");
        var offer = new Option<string>("--offer") { Description = "Your own offer that it takes: the order is held against it", HelpName = "BUNDLE", Required = true };
        var number = new Option<string>("--number") { Description = "Your number of the order", HelpName = "NUMBER", Required = true };
        var days = BundleOptions.Days("--day", "The day of each lot, in their order; none given: those that were asked for");
        var (by, note, identity, output) = (BundleOptions.By(), BundleOptions.Note(), BundleOptions.Identity(), BundleOptions.Output());
        var command = new Command("acknowledgement", "Acknowledge an order, on the days that were asked for or on others") { answers, offer, number, days, by, note, identity, output };
        command.SetAction(parsed => Dispatch.Run(parsed.GetRequiredValue(identity), parsed.GetRequiredValue(output), terminal, (own, stamp) =>
            BundleInput.Read(parsed.GetRequiredValue(answers), own, BundleKind.Order).Then(input => BundleInput.Read(parsed.GetRequiredValue(offer), own, BundleKind.Offer).Then(offered =>
            {
                var order = ((BundleDocument.Ordered)input.Bundle.Document).Order;
                if (OrderAnswering.Against(((BundleDocument.Offered)offered.Bundle.Document).Offer, order) is { } fault) return fault;
                var said = parsed.GetValue(days) is { Length: > 0 } given ? given : [.. order.Lots.Select(lot => lot.Due)];
                return order.Acknowledge(new Acknowledgement(parsed.GetRequiredValue(number), stamp.At, parsed.GetRequiredValue(by), [.. said], parsed.GetValue(note) ?? ""))
                    .Then(answered => AnswerSending.Order(stamp.NextId(), stamp.At, own.Profile, input.Bundle, BundleKind.OrderAcknowledgement, answered));
            }))));
        return command;
    }

    public static Command Acceptance(Terminal terminal)
    {
        var answers = BundleOptions.Answers("The acknowledgement with other days");
        var order = new Option<string>("--order") { Description = "Your own order: nothing but the days may differ from it", HelpName = "BUNDLE", Required = true };
        var (identity, output) = (BundleOptions.Identity(), BundleOptions.Output());
        var command = new Command("acceptance", "Accept other days than were asked for") { answers, order, identity, output };
        command.SetAction(parsed => Dispatch.Run(parsed.GetRequiredValue(identity), parsed.GetRequiredValue(output), terminal, (own, stamp) =>
            BundleInput.Read(parsed.GetRequiredValue(answers), own, BundleKind.OrderAcknowledgement).Then(input => BundleInput.Read(parsed.GetRequiredValue(order), own, BundleKind.Order)
                .Then(placed => OrderAnswering.Take(((BundleDocument.Ordered)placed.Bundle.Document).Order, ((BundleDocument.Ordered)input.Bundle.Document).Order))
                .Then(changed => changed.AcceptChange())
                .Then(accepted => AnswerSending.Order(stamp.NextId(), stamp.At, own.Profile, input.Bundle, BundleKind.OrderAcceptance, accepted)))));
        return command;
    }

    /// <summary>The ends of an order.</summary>
    public static Command Ended(Terminal terminal, string name, string description, BundleKind kind)
    {
        var answers = BundleOptions.Answers("The order, as it was received");
        var reason = new Option<string>("--reason") { Description = "Why, for the other side", HelpName = "TEXT", Required = true };
        var (identity, output) = (BundleOptions.Identity(), BundleOptions.Output());
        var command = new Command(name, description) { answers, reason, identity, output };
        command.SetAction(parsed => Dispatch.Run(parsed.GetRequiredValue(identity), parsed.GetRequiredValue(output), terminal, (own, stamp) =>
            BundleInput.Read(parsed.GetRequiredValue(answers), own, fingerprint: null).Then(input =>
            {
                if (input.Bundle.Document is not BundleDocument.Ordered { Order: var order }) return new Refusal("bundle.other-kind", "that is no order");
                var ended = kind == BundleKind.OrderRefusal ? order.Refuse(parsed.GetRequiredValue(reason)) : order.Cancel(parsed.GetRequiredValue(reason));
                return ended.Then(one => AnswerSending.Order(stamp.NextId(), stamp.At, own.Profile, input.Bundle, kind, one));
            })));
        return command;
    }
}
