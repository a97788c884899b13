using System.CommandLine;
using Turnkey.Cli.Commands;
using Turnkey.Contracts;
using Turnkey.Contracts.Bundles;
using Turnkey.Contracts.Bundles.Sending;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Intake;
using Turnkey.Intake.Packages;
using Turnkey.Pipeline.Contracting;
using Refusal = Turnkey.Contracts.Refusal;

namespace Turnkey.Cli.Bundles;

/// <summary><c>turnkey bundle export rfq|reply</c>: a request, and what the manufacturer says to its gates.</summary>
internal static class RequestCommands
{
    public static Command Request(Terminal terminal)
    {
        var package = SharedOptions.Package();
        var request = new Option<string>("--request") { Description = "The request (YAML or JSON, docs/request-file.md)", HelpName = "FILE", Required = true };
        var to = new Option<string>("--to") { Description = "Profile of the manufacturer: its organisation.json", HelpName = "FILE", Required = true };
        var reply = new Option<string?>("--reply") { Description = "The manufacturer's reply, which accepts the gates", HelpName = "BUNDLE" };
        var (identity, output) = (BundleOptions.Identity(), BundleOptions.Output());
        var command = new Command("rfq", "Send a request with its design package to one manufacturer") { package, request, to, reply, identity, output };
        command.SetAction(parsed => Dispatch.Run(parsed.GetRequiredValue(identity), parsed.GetRequiredValue(output), terminal, (own, stamp) =>
            Compose(own, stamp, parsed.GetRequiredValue(package), parsed.GetRequiredValue(request), parsed.GetRequiredValue(to), parsed.GetValue(reply), terminal)));
        return command;
    }

    public static Command Reply(Terminal terminal)
    {
        var answers = BundleOptions.Answers("The request that was received");
        var accept = new Option<bool>("--accept") { Description = "Accept the gates that a person has to accept, word for word as the request has them" };
        var decline = new Option<string?>("--decline") { Description = "Do not quote, and say why", HelpName = "REASON" };
        var (by, identity, output) = (BundleOptions.By(), BundleOptions.Identity(), BundleOptions.Output());
        var command = new Command("reply", "Accept the gates of a request, or decline it") { answers, accept, decline, by, identity, output };
        command.Validators.Add(result =>
        {
            if (result.GetValue(accept) == (result.GetValue(decline) is not null)) result.AddError("say either --accept or --decline REASON");
        });
        command.SetAction(parsed => Dispatch.Run(parsed.GetRequiredValue(identity), parsed.GetRequiredValue(output), terminal, (own, stamp) =>
            BundleInput.Read(parsed.GetRequiredValue(answers), own, BundleKind.Rfq).Then(input =>
            {
                var request = (BundleDocument.Request)input.Bundle.Document;
                var invitation = parsed.GetValue(decline) is { } reason ? request.Invitation.Decline(reason)
                    : request.Rfq.Gates.Where(gate => gate is not Gate.CertificationHeld)
                        .Aggregate((Decision<Invitation>)request.Invitation, (sofar, gate) => sofar.Then(one => one.Accept(new GateAcceptance(gate.Key, parsed.GetRequiredValue(by), stamp.At))));
                return invitation.Then(one => AnswerSending.Reply(stamp.NextId(), stamp.At, own.Profile, input.Bundle, one));
            })));
        return command;
    }

    private static Decision<BundleContent> Compose(Identity own, Stamp stamp, string packagePath, string requestPath, string profilePath, string? replyPath, Terminal terminal)
    {
        var (request, diagnostics) = RequestFile.Read(Path.GetFileName(requestPath), File.ReadAllBytes(requestPath));
        if (request is null) return new Refusal(diagnostics[0].Code, $"{diagnostics[0].File}:{diagnostics[0].Line}: {diagnostics[0].Message}");
        var opening = PackageReader.Open(packagePath, PackageLimits.Default);
        if (opening is not PackageOpening.Opened { Package: var package }) return new Refusal(((PackageOpening.Refused)opening).Diagnostics[0].Code, ((PackageOpening.Refused)opening).Diagnostics[0].Message);
        return Profile(profilePath).Then(manufacturer =>
        {
            var revision = request.Revision with { Package = package.Sha256, PackageName = package.Name + ".zip" };
            var facts = DesignFacts.Of(PackageIntake.Read(package, new IntakeOptions([])));
            foreach (var item in Completeness.Of(revision, facts).Missing.Where(item => !item.Blocks)) terminal.Say(Text.PlainText.Of($"turnkey: {item.What}: {item.Remedy}"));
            var begun = request.Begun is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : stamp.At;
            var rfq = new Rfq(NamedId.Of(own.Profile.Id, "rfq", request.Number), request.Number, own.Profile.Id, request.Title, begun) { Revisions = [revision], Gates = request.Gates };
            var invitation = new Invitation(NamedId.Of(rfq.Id, "invitation", manufacturer.Id.ToString("D")), rfq.Id, own.Profile.Id, manufacturer.Id, stamp.At) { Revisions = [revision.Number] };
            return rfq.Send(facts, stamp.At)
                .Then(sent => Accepted(own, replyPath, invitation)
                    .Then(invited => RequestSending.Compose(stamp.NextId(), stamp.At, own.Profile, manufacturer, sent, invited, new Dictionary<int, ReadOnlyMemory<byte>> { [revision.Number] = DesignZip.Write(package) })));
        });
    }

    /// <summary>What the manufacturer accepted before.</summary>
    private static Decision<Invitation> Accepted(Identity own, string? replyPath, Invitation invitation) => replyPath is null ? invitation
        : BundleInput.Read(replyPath, own, BundleKind.InvitationReply).Then<Invitation>(input =>
        {
            var reply = ((BundleDocument.Reply)input.Bundle.Document).Invitation;
            if (reply.Id != invitation.Id) return new Refusal("invitation.other", "the reply is not to this request, or not of this manufacturer");
            return reply.State == InvitationState.Declined ? new Refusal("invitation.declined", $"the manufacturer declined: {reply.Reason}") : invitation with { At = reply.At, Accepted = reply.Accepted };
        });

    private static Decision<Organisation> Profile(string path)
    {
        try
        {
            return ContractJson.Read<Organisation>(File.ReadAllText(path));
        }
        catch (System.Text.Json.JsonException e)
        {
            return new Refusal("organisation.file", $"'{path}' is no profile of an organisation: {e.Message.ReplaceLineEndings(" ")}");
        }
    }
}
