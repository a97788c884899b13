using System.Collections.Immutable;

namespace Turnkey.Contracts.Requests;

/// <summary>What is missing in a request, in the customer's words: a complete one is quoted in a day or two, an incomplete one waits a week for questions.</summary>
public sealed record Completeness(ImmutableArray<MissingItem> Missing)
{
    /// <summary>Without these nobody can quote; the rest is assumed and said.</summary>
    public IEnumerable<MissingItem> Blocking => Missing.Where(item => item.Blocks);

    /// <summary>Judges what is written against what was found in its package.</summary>
    /// <param name="revision">What is asked for.</param>
    /// <param name="facts">What was found in the package; null while it has not been read.</param>
    public static Completeness Of(RequestRevision revision, PackageFacts? facts)
    {
        ArgumentNullException.ThrowIfNull(revision);
        return new Completeness([.. Written(revision), .. facts is null ? Unread(revision) : Found(revision, facts)]);
    }

    private static IEnumerable<MissingItem> Written(RequestRevision revision)
    {
        if (revision.Services.IsEmpty) yield return new("services", "what you want done", "tick at least one of fabrication, assembly, test …", Blocks: true);
        if (revision.Quantities.IsEmpty) yield return new("quantities", "how many products to price", "give one or more quantities, for example 10, 100, 1000", Blocks: true);
        if (revision.Quantities.Any(quantity => quantity < 1) || revision.Releases.Any(lot => lot.Quantity < 1))
            yield return new("positive-quantities", "a quantity of at least one everywhere", "correct the quantities and release lots below one", Blocks: true);
        if (revision.Destination.Length == 0) yield return new("destination", "the country the products go to", "duties and freight depend on it", Blocks: false);
        if (revision.AnswersDue is null) yield return new("answers-due", "the day by which you want offers", "without one, manufacturers answer when they can", Blocks: false);
        if (revision.AnnualVolume is null && revision.Quantities.Length > 0 && revision.Quantities.Max() >= 1000)
            yield return new("annual-volume", "how many products a year", "material is bought on it, and from 1,000 on that moves the price", Blocks: false);
        if (revision.Services.Contains(Service.Design) && revision.Design is null)
            yield return new("design-terms", "milestones of the design work, and who owns its result", "add them, so that nobody has to argue later", Blocks: true);
        if (revision.Design is { Milestones.IsEmpty: true }) yield return new("milestones", "dates of the design work", "add at least one milestone with what is handed over", Blocks: true);
        if (revision.AnnualVolume is { } annual && revision.Releases.Sum(lot => (long)lot.Quantity) is var sum && sum > annual)
            yield return new("releases", $"release lots of {sum:N0} that fit in the {annual:N0} a year", "raise the yearly volume or lower the lots", Blocks: true);
    }

    private static IEnumerable<MissingItem> Unread(RequestRevision revision)
    {
        // Where the design is bought too, the files are its result: there need not be any yet.
        if (revision.Services.IsEmpty || (revision.Services.Contains(Service.Design) && revision.Upload is null)) yield break;
        yield return revision.Upload is null
            ? new("package", "the design files", "add the Gerber, drill, parts and placement files, as one zip", Blocks: true)
            : new("package-unread", "the contents of the design package", "it is still being read; this takes a few seconds", Blocks: true);
    }

    private static IEnumerable<MissingItem> Found(RequestRevision revision, PackageFacts facts)
    {
        var (fabrication, assembly) = (revision.Services.Contains(Service.Fabrication), revision.Services.Contains(Service.Assembly));
        if (fabrication && !facts.HasCopper) yield return new("copper", "copper layers", "add the Gerber files of the board", Blocks: true);
        if (fabrication && facts.HasCopper && !facts.HasOutline) yield return new("outline", "the board's outline", "add the Gerber file of the board edge", Blocks: true);
        if (fabrication && facts.HasCopper && !facts.HasDrills) yield return new("drills", "drill files", "add the Excellon or Gerber drill files; a board without holes is rare", Blocks: false);
        if (assembly && facts.BomLines == 0) yield return new("bom", "a parts list", "add the bill of materials as CSV or spreadsheet", Blocks: true);
        if (assembly && facts.Placements == 0) yield return new("placements", "a placement file", "add the centroid file of your CAD tool; without it the machines are programmed by hand", Blocks: false);
        if (assembly && facts.LinesWithoutPartNumber > 0)
            yield return new("part-numbers", $"part numbers of {facts.LinesWithoutPartNumber:N0} of {facts.BomLines:N0} lines", "a line without one is matched by its value, and priced as an estimate", Blocks: false);
        var unknown = revision.Consigned.Where(designator => !facts.Designators.Contains(designator)).ToArray();
        if (facts.BomLines > 0 && unknown.Length > 0)
            yield return new("consigned", $"{string.Join(", ", unknown)} in the parts list", "you said you supply them, but the parts list does not have them", Blocks: true);
        foreach (var assumption in facts.Assumed) yield return new("spec." + assumption, assumption.Replace('-', ' '), "nothing in the files says it; the usual is assumed and said in the offer", Blocks: false);
    }
}

/// <summary>Something that is missing.</summary>
/// <param name="Code">Stable and for machines.</param>
/// <param name="What">What, in the customer's words, as the object of “is missing”.</param>
/// <param name="Remedy">What to do, or what happens otherwise.</param>
/// <param name="Blocks">Whether nothing can be sent without it.</param>
public sealed record MissingItem(string Code, string What, string Remedy, bool Blocks);
