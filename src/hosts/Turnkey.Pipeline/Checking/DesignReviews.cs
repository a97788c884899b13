using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Dfx;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Pipeline.Checking;

/// <summary>The reviews of all assemblies of a design, with what was waived.</summary>
internal static class DesignReviews
{
    /// <param name="design">Its assemblies are reviewed.</param>
    /// <param name="capabilities">The maker first.</param>
    /// <param name="ipcClass">Asked for; null when it is left to the specification.</param>
    /// <param name="waivers">As given.</param>
    public static (ImmutableArray<AssemblyReview> Reviews, ImmutableArray<Diagnostic> Unknown) Of(Design design, ImmutableArray<Capability> capabilities, int? ipcClass, WaiverInput waivers)
    {
        ImmutableArray<AssemblyReview> reviews = [.. design.Assemblies.Select(assembly => new AssemblyReview(assembly, DesignReview.Check(assembly, Demands.For(assembly.Specification, capabilities, ipcClass))))];
        if (waivers.Waivers is not { } given) return (reviews, []);
        var (waived, unknown) = given.Apply([.. reviews.Select(review => review.Review)]);
        return ([.. reviews.Zip(waived, (review, after) => review with { Review = after })], [.. unknown]);
    }
}
