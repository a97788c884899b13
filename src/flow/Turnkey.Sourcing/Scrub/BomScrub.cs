using System.Collections.Immutable;
using Turnkey.Sourcing.Scrub.Approved;
using Turnkey.Sourcing.Scrub.Generics;
using Turnkey.Sourcing.Scrub.Lines;

namespace Turnkey.Sourcing.Scrub;

/// <summary>
/// Turns the parts lists of a product into parts that can be bought: numbers cleaned, makers by one name, distributors' codes resolved, values and footprints
/// read into parameters, generic parts proposed, approved alternates applied, lines of the same part made one. Every fact says how sure it is and from where.
/// </summary>
public static class BomScrub
{
    /// <summary>Pure; never throws on bad input. The same request gives the same result.</summary>
    public static ScrubbedBom Scrub(ScrubRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var log = new BomLog();
        var catalogue = new CatalogueIndex(request.Catalogue);
        var approval = new Approval(request.Approved, request.Customer);
        var reading = new LineReading(request.Parts, catalogue, approval, log);
        var lines = request.Assemblies.SelectMany(assembly => reading.Read(assembly)).Select(line => OpenMaker.Propose(line, catalogue, log)).ToArray();
        var merged = LineMerging.Merge(lines, log);
        return new ScrubbedBom(Proposed(merged, request), [.. log.ToList(), .. approval.Unused()]);
    }

    private static ImmutableArray<ScrubbedLine> Proposed(ImmutableArray<ScrubbedLine> lines, ScrubRequest request)
    {
        if (request.Catalogue.Count == 0 || !lines.Any(line => line.Generic is not null)) return lines;
        var entries = GenericMatch.Read(request.Catalogue, request.Parts);
        return [.. lines.Select(line => line.Generic is { } generic ? line with { Proposals = GenericMatch.Find(generic, entries) } : line)];
    }
}
