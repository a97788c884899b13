using System.Collections.Immutable;
using Turnkey.Dfx.Findings;
using Turnkey.Intake.Packages;
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
    public static WaiverInput Read(string? path, Package package)
    {
        return path is null ? new(null, null, [.. package.Files.Where(file => string.Equals(file.Name, UsualName, StringComparison.OrdinalIgnoreCase)).Select(Unused)]) : Read(path, package.Sha256);
    }

    /// <param name="path">Of the file; null when none is given.</param>
    /// <param name="sha256">Of the package that is reviewed.</param>
    public static WaiverInput Read(string? path, string sha256)
    {
        if (path is null) return new(null, null, []);
        var file = InputFile.Read(path, "waivers");
        if (file.Content is null) return new(null, file.Refusal, []);
        var (waivers, diagnostics) = WaiverFile.Read(file.Name, file.Content, sha256);
        var reason = diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == Severity.Error);
        return new(waivers, reason, [.. diagnostics.Where(diagnostic => diagnostic != reason)]);
    }

    private static Diagnostic Unused(PackageFile file) => Diagnostic.Info("waivers.in-package", file.Path, 0, "waivers that come inside the package are not used: who answers for findings gives them with --waivers, from outside of it");
}
