using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs;
using Turnkey.Dfx;
using Turnkey.Dfx.Assembling.Centroids;
using Turnkey.Dfx.Queries;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Pipeline.Checking;

/// <summary>The files of <see cref="ReviewTerms"/> that need no package, read before it: a typing error there is told before a long read.</summary>
/// <param name="Terms">As asked.</param>
/// <param name="Capabilities">The maker first.</param>
/// <param name="Context">What is known beside the design.</param>
internal sealed record ReviewInputs(ReviewTerms Terms, ImmutableArray<Capability> Capabilities, ReviewContext Context)
{
    /// <returns>Null where a file cannot be used; the first diagnostic is then the reason.</returns>
    public static (ReviewInputs? Inputs, ImmutableArray<Diagnostic> Refusal) Read(ReviewTerms terms)
    {
        var named = CapabilityInput.Read(terms.Capabilities);
        if (named.Capabilities is not { } capabilities) return (null, named.Diagnostics);
        ImmutableArray<ConfirmedPart> confirmed = [];
        if (terms.Confirmed is { } path)
        {
            var file = InputFile.Read(path, "confirmed");
            if (file.Content is null) return (null, [file.Refusal!]);
            (confirmed, var diagnostics) = ConfirmedPartFile.Read(file.Name, file.Content);
            // Half of it would ask again for what was confirmed, or trust what was not.
            if (!diagnostics.IsEmpty) return (null, diagnostics);
        }
        return (new(terms, capabilities, new ReviewContext(confirmed) { BottomGoesOverWave = terms.BottomGoesOverWave }), []);
    }

    /// <summary>Reviews all assemblies of a design, with what was waived and what is asked.</summary>
    /// <returns>Null where waivers or answers cannot be used; the first diagnostic is then the reason.</returns>
    public (ReviewedDesign? Reviewed, ImmutableArray<Diagnostic> Refusal) Review(Design design)
    {
        var waivers = WaiverInput.Read(Terms.Waivers, design.Package, Terms.Today);
        if (waivers.Refusal is { } unusable) return (null, [unusable, .. waivers.Diagnostics]);
        var answers = AnswerInput.Read(Terms.Answers, design.Package.Sha256);
        if (answers.Refusal is { } unread) return (null, [unread, .. answers.Diagnostics]);
        ImmutableArray<TracedAssembly> traced = [.. design.Assemblies.Select(assembly => new TracedAssembly(assembly))];
        ImmutableArray<Review> found = [.. traced.Select(one => DesignReview.Check(one, Demands.For(one.Assembly.Specification, Capabilities, Terms.IpcClass), Context))];
        // Of several assemblies each finding is named with its own, so that one waiver means one finding.
        if (traced.Length > 1) found = [.. found.Select((review, i) => review.Named(NameOf(traced, i)))];
        var (reviews, unknown) = waivers.Waivers is { } given ? given.Apply(found) : (found, []);
        var queries = QueryList.Of([.. traced.Zip(reviews, (one, review) => (one.Assembly.Name, review))], answers.Answers);
        ImmutableArray<AssemblyReview> of = [.. traced.Zip(reviews, (one, review) => new AssemblyReview(one.Assembly, queries.Settle(review)))];
        return (new(traced, of, queries.Queries, [.. waivers.Diagnostics, .. unknown, .. answers.Diagnostics, .. queries.Diagnostics])
        {
            Confirmed = ConfirmedAnswers.Of([.. traced.Select(one => one.Assembly)], queries.Queries, Context.ConfirmedParts),
        }, []);
    }

    /// <summary>Two assemblies of one name are told apart by a number.</summary>
    private static string NameOf(ImmutableArray<TracedAssembly> traced, int i)
    {
        var name = traced[i].Assembly.Name;
        var before = traced.Take(i).Count(one => one.Assembly.Name == name);
        return before == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} ({before + 1})");
    }
}

/// <param name="Traced">Each assembly with its copper.</param>
/// <param name="Reviews">Of each.</param>
/// <param name="Queries">Of all, open ones first.</param>
/// <param name="Diagnostics">Of waivers and answers.</param>
internal sealed record ReviewedDesign(ImmutableArray<TracedAssembly> Traced, ImmutableArray<AssemblyReview> Reviews, ImmutableArray<Query> Queries, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Parts whose orientation was confirmed before, or is by an answer.</summary>
    public ImmutableArray<ConfirmedPart> Confirmed { get; init; } = [];
}
