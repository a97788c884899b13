using Turnkey.Contracts.Requests;

namespace Turnkey.Contracts.Tests.Requests;

public sealed class CompletenessTests
{
    private static readonly RequestRevision Asked = Samples.Revision with { Services = [Service.Fabrication, Service.Assembly], Design = null, Upload = Samples.Rfq.Id };

    private static readonly PackageFacts Facts = new() { Package = Samples.Revision.Package, CopperLayers = 2, HasOutline = true, HasDrills = true, BomLines = 3, Parts = 5, Placements = 5, Designators = ["U1", "J2", "R1"] };

    [Fact]
    public void Nothing_is_missing_in_a_complete_request() => Assert.Empty(Completeness.Of(Asked, Facts).Missing);

    public static TheoryData<string, bool> Items { get; } = new()
    {
        { "services", true }, { "quantities", true }, { "positive-quantities", true }, { "destination", false }, { "answers-due", false }, { "annual-volume", false }, { "design-terms", true }, { "milestones", true }, { "releases", true },
        { "package", true }, { "package-unread", true }, { "copper", true }, { "outline", true }, { "drills", false }, { "bom", true }, { "placements", false }, { "part-numbers", false }, { "consigned", true }, { "spec.finish", false },
    };

    [Theory]
    [MemberData(nameof(Items))]
    public void What_is_missing_is_said_and_blocks_only_where_nobody_could_quote(string code, bool blocks)
    {
        var (revision, facts) = code switch
        {
            "services" => (Asked with { Services = [] }, Facts),
            "quantities" => (Asked with { Quantities = [] }, Facts),
            "positive-quantities" => (Asked with { Quantities = [0] }, Facts),
            "destination" => (Asked with { Destination = "" }, Facts),
            "answers-due" => (Asked with { AnswersDue = null }, Facts),
            "annual-volume" => (Asked with { AnnualVolume = null }, Facts),
            "design-terms" => (Asked with { Services = [.. Asked.Services, Service.Design] }, Facts),
            "milestones" => (Asked with { Design = new DesignService(ResultOwner.Shared, []) }, Facts),
            "releases" => (Asked with { AnnualVolume = 999 }, Facts),
            "package" => (Asked with { Upload = null }, null),
            "package-unread" => (Asked, null),
            "copper" => (Asked, Facts with { CopperLayers = 0 }),
            "outline" => (Asked, Facts with { HasOutline = false }),
            "drills" => (Asked, Facts with { HasDrills = false }),
            "bom" => (Asked, Facts with { BomLines = 0 }),
            "placements" => (Asked, Facts with { Placements = 0 }),
            "part-numbers" => (Asked, Facts with { LinesWithoutPartNumber = 1 }),
            "consigned" => (Asked with { Consigned = ["U1", "U99"] }, Facts),
            _ => (Asked, Facts with { Assumed = ["finish"] }),
        };
        var missing = Assert.Single(Completeness.Of(revision, facts).Missing);
        Assert.Equal((code, blocks), (missing.Code, missing.Blocks));
        Assert.True(missing.What.Length > 0 && missing.Remedy.Length > 0);
    }

    [Fact]
    public void Where_the_design_is_bought_there_need_not_be_files_yet() =>
        Assert.Empty(Completeness.Of(Samples.Revision with { Package = "" }, null).Blocking);
}
