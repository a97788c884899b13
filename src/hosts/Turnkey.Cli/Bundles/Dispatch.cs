using Turnkey.Cli.Text;
using Turnkey.Contracts;
using Turnkey.Contracts.Bundles;
using Turnkey.Pipeline.Outputs;
using ResultFolder = Turnkey.Cli.Commands.ResultFolder;

namespace Turnkey.Cli.Bundles;

/// <summary>The way that every export goes: open the identity, compose, sign, write.</summary>
internal static class Dispatch
{
    /// <param name="folder">Of the identity.</param>
    /// <param name="path">Of the bundle to be written.</param>
    /// <param name="terminal">Told what was written.</param>
    /// <param name="compose">Chooses what goes in.</param>
    public static int Run(string folder, string path, Terminal terminal, Func<Identity, Stamp, Decision<BundleContent>> compose)
    {
        switch (Identity.Open(folder))
        {
            case Decision<Identity>.Refused refused:
                return BundleInput.Refuse(terminal, refused.Why);
            case Decision<Identity>.Made { Value: var identity }:
                using (identity) return Write(identity, path, terminal, compose(identity, Stamp.Of(terminal.Time)));
            case var other:
                throw new InvalidOperationException($"no identity {other}");
        }
    }

    private static int Write(Identity identity, string path, Terminal terminal, Decision<BundleContent> decision)
    {
        if (decision is not Decision<BundleContent>.Made { Value: var content }) return BundleInput.Refuse(terminal, ((Decision<BundleContent>.Refused)decision).Why);
        var bundle = Bundle.Write(content, identity.Key);
        if (!ResultFolder.TryWrite(Path.GetDirectoryName(Path.GetFullPath(path))!, [new OutputFile(Path.GetFileName(path), bundle)], terminal, out _)) return ExitCode.NotProcessed;
        terminal.Write(PlainText.Of($"{path}: {content.Kind.Word()} for {content.Envelope.Recipient.Name}, signed by {identity.Profile.Name} ({OrganisationKey.Fingerprint(identity.Profile.PublicKey)})") + "\n");
        return ExitCode.Done;
    }
}

/// <summary>When something is made, and the identifiers that it gets.</summary>
/// <param name="At">In universal time.</param>
internal sealed record Stamp(DateTimeOffset At)
{
    /// <summary>To the second: what people read.</summary>
    public static Stamp Of(TimeProvider time)
    {
        var now = time.GetUtcNow();
        return new(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)));
    }

    public DateOnly Today => DateOnly.FromDateTime(At.UtcDateTime);

    public Guid NextId() => Guid.CreateVersion7(At);
}
