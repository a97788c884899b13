using System.CommandLine;
using Turnkey.Contracts;

namespace Turnkey.Cli.Bundles;

/// <summary><c>turnkey bundle verify FILE</c>: who signed what, and whether it is whole.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("BUNDLE") { Description = "A bundle that was received" };
        var identity = new Option<string?>("--identity") { Description = "Your organisation's folder: the sender is held against the keys it has met", HelpName = "DIR" };
        var fingerprint = BundleOptions.Fingerprint();
        var command = new Command("verify", "Say who signed a bundle, what it holds, and whether it is whole") { file, identity, fingerprint };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(identity), parsed.GetValue(fingerprint), terminal));
        return command;
    }

    private static int Run(string file, string? folder, string? fingerprint, Terminal terminal)
    {
        if (folder is null) return Tell(BundleInput.Read(file, null, fingerprint), terminal);
        var opened = Identity.Open(folder);
        if (opened is not Decision<Identity>.Made { Value: var identity }) return BundleInput.Refuse(terminal, ((Decision<Identity>.Refused)opened).Why);
        using (identity) return Tell(BundleInput.Read(file, identity, fingerprint), terminal);
    }

    private static int Tell(Decision<BundleInput> decision, Terminal terminal)
    {
        if (decision is not Decision<BundleInput>.Made { Value: var input }) return BundleInput.Refuse(terminal, ((Decision<BundleInput>.Refused)decision).Why);
        terminal.Write(BundleText.Of(input));
        return ExitCode.Done;
    }
}
