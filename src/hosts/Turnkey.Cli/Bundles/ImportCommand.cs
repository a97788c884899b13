using System.CommandLine;
using System.Globalization;
using Turnkey.Cli.Text;
using Turnkey.Contracts;
using Turnkey.Contracts.Bundles;
using Turnkey.Contracts.Requests;
using Turnkey.Intake.Packages;
using Turnkey.Pipeline.Contracting;
using Turnkey.Pipeline.Outputs;
using ResultFolder = Turnkey.Cli.Commands.ResultFolder;

namespace Turnkey.Cli.Bundles;

/// <summary><c>turnkey bundle import FILE DIR</c>: a bundle that is whole and from whom it says it is, unpacked; or nothing.</summary>
internal static class ImportCommand
{
    /// <summary>Beside what the manifest lists.</summary>
    private const string ManifestName = "bundle.json";

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("BUNDLE") { Description = "A bundle that was received" };
        var folder = new Argument<string>("DIR") { Description = "Folder to unpack it to; all of it is written, or nothing" };
        var identity = BundleOptions.Identity();
        var fingerprint = BundleOptions.Fingerprint();
        var command = new Command("import", "Unpack a bundle that is whole and from whom it says it is") { file, folder, identity, fingerprint };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetRequiredValue(folder), parsed.GetRequiredValue(identity), parsed.GetValue(fingerprint), terminal));
        return command;
    }

    private static int Run(string file, string folder, string identityFolder, string? fingerprint, Terminal terminal)
    {
        var opened = Identity.Open(identityFolder);
        if (opened is not Decision<Identity>.Made { Value: var identity }) return BundleInput.Refuse(terminal, ((Decision<Identity>.Refused)opened).Why);
        using (identity)
        {
            var read = BundleInput.Read(file, identity, fingerprint).Then(input => BundleReceipt.IsNew(input.Bundle, identity.Received).Then(_ => Fault(input, folder) is { } fault ? (Decision<BundleInput>)fault : input));
            if (read is not Decision<BundleInput>.Made { Value: var input }) return BundleInput.Refuse(terminal, ((Decision<BundleInput>.Refused)read).Why);
            if (IsThere(input, folder)) terminal.Say(PlainText.Of($"turnkey: '{folder}' holds this bundle already; nothing was changed"));
            else if (!ResultFolder.TryWrite(folder, Files(input, folder), terminal, out _)) return ExitCode.NotProcessed;
            identity.Keep(input.Key, BundleReceipt.Of(input.Bundle));
            terminal.Write(BundleText.Of(input) + Next(input.Bundle, folder));
            return ExitCode.Done;
        }
    }

    private static Refusal? Fault(BundleInput input, string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !IsThere(input, folder)) return new Refusal("bundle.folder", $"'{folder}' holds something else; name a folder that is empty or not there");
        if (input.Bundle.Document is not BundleDocument.Request request) return null;
        foreach (var file in input.Bundle.Files)
        {
            var revision = request.Rfq.Revisions.Single(one => file.Path == $"design/revision-{one.Number.ToString(CultureInfo.InvariantCulture)}.zip");
            var (sha256, fault) = DesignZip.Sha256Of(file.Content, PackageLimits.Default);
            if (fault is not null) return new Refusal(fault.Code, $"{file.Path}: {fault.Message}");
            if (sha256 != revision.Package) return new Refusal("bundle.other-design", $"{file.Path} is not the design package that revision {revision.Number} of the request names");
        }
        return null;
    }

    private static bool IsThere(BundleInput input, string folder)
    {
        var path = Path.Combine(folder, ManifestName);
        return File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(Entry(input, ManifestName).Span);
    }

    private static List<OutputFile> Files(BundleInput input, string folder) =>
        [.. Bundle.Entries(input.Content, BundleLimits.Default).Select(file => new OutputFile(Path.Combine(Path.GetFullPath(folder), file.Path.Replace('/', Path.DirectorySeparatorChar)), file.Content))];

    private static ReadOnlyMemory<byte> Entry(BundleInput input, string path) => Bundle.Entries(input.Content, BundleLimits.Default).Single(file => file.Path == path).Content;

    /// <summary>How a request is quoted from here.</summary>
    private static string Next(SignedBundle bundle, string folder)
    {
        if (bundle.Document is not BundleDocument.Request { Rfq: var rfq }) return "";
        var revision = rfq.Latest;
        if (revision.Package.Length == 0) return "next     accept the gates ('turnkey bundle export reply'); the design is sent then\n";
        var scope = revision.Services.Select(service => service switch { Service.Fabrication => "fabrication", Service.Assembly => "assembly", Service.Test => "test", Service.Packaging => "packaging", _ => "" }).Where(word => word.Length > 0).ToArray();
        var words = new List<string> { "turnkey", "quote", Quoted(Path.Combine(folder, "design", $"revision-{revision.Number.ToString(CultureInfo.InvariantCulture)}.zip")), "--qty", string.Join(',', revision.Quantities), "--currency", revision.Currency };
        if (scope.Length > 0) words.AddRange(["--scope", string.Join(',', scope)]);
        if (revision.AnnualVolume is { } annual) words.AddRange(["--annual", annual.ToString(CultureInfo.InvariantCulture)]);
        if (!revision.Consigned.IsEmpty) words.AddRange(["--consign", Quoted(string.Join(',', revision.Consigned))]);
        words.AddRange(["--class", revision.IpcClass.ToString(CultureInfo.InvariantCulture), "--out", Quoted(Path.Combine(folder, "quote"))]);
        return $"next     {PlainText.Of(string.Join(' ', words))}\n";
    }

    /// <summary>As a shell takes it for one word: what a sender wrote must not become a command.</summary>
    private static string Quoted(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or ',') ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
