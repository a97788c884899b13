using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;

namespace Turnkey.Pipeline.Checking;

/// <summary>The waivers given with a request. A file that cannot be used whole is refused: findings would count that somebody answered for, or the reverse.</summary>
/// <param name="Waivers">Null when none were given, or they are refused.</param>
/// <param name="Refusal">Why; null when they are used.</param>
/// <param name="Diagnostics">What else is to be said.</param>
internal sealed record WaiverInput(WaiverSet? Waivers, Diagnostic? Refusal, ImmutableArray<Diagnostic> Diagnostics)
{
    private const string UsualName = "waivers.yaml";

    /// <param name="path">Of the file; null when none is given.</param>
    /// <param name="package">That is reviewed.</param>
    /// <param name="today">On which they are judged; null where no day is given.</param>
    public static WaiverInput Read(string? path, PackageIdentity package, DateOnly? today)
    {
        if (path is null) return new(null, null, [.. package.Files.Select(file => file.Path).Where(IsUsual).Select(Unused)]);
        var file = InputFile.Read(path, "waivers");
        if (file.Content is null) return new(null, file.Refusal, []);
        var (waivers, diagnostics) = WaiverFile.Read(file.Name, file.Content, package.Sha256, today);
        var reason = diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == Severity.Error);
        return new(waivers, reason, [.. diagnostics.Where(diagnostic => diagnostic != reason)]);
    }

    private static bool IsUsual(string path) => string.Equals(path[(path.LastIndexOf('/') + 1)..], UsualName, StringComparison.OrdinalIgnoreCase);

    private static Diagnostic Unused(string path) => Diagnostic.Info("waivers.in-package", path, 0, "waivers that come inside the package are not used: who answers for findings gives them with --waivers, from outside of it");
}
