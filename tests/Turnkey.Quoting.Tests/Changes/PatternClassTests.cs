using System.Collections.Immutable;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Dfx;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Plants.Capabilities;
using Turnkey.Plants.Patterns;
using Turnkey.Quoting.Changes;

namespace Turnkey.Quoting.Tests.Changes;

public sealed class PatternClassTests
{
    private static readonly Demands Standard = new([PatternClasses.StandardOf(Plant.Default)]);

    /// <summary>Rule, measure in millimetres, and where along the board.</summary>
    private sealed record Feature(string Rule, decimal Measured, int At = 0)
    {
        public Sighting Sighting => new(Rule + " cause", new Point(At * 1_000_000, 0), "L1", new Measure(Measured, DesignRule.Of(Rule).Unit)) { Severity = Severity.Error };
    }

    private static Review Measured(params Feature[] features) => new(Standard, [],
    [
        .. features.Where(feature => Standard.Judge(DesignRule.Of(feature.Rule), feature.Sighting.Measured, default) is not null).GroupBy(feature => feature.Rule)
            .Select(group => new Finding(DesignRule.Of(group.Key), Severity.Error, [.. group.OrderBy(feature => feature.Measured).Select(feature => feature.Sighting)],
                Standard.Capabilities[0].Find(DesignRule.Of(group.Key))!.Minimum, "Because", "Mend it")),
    ]);

    private static Quote Quote(Review? review, Review? pattern, Assembly? assembly = null, int quantity = 100) =>
        Quoter.Quote(new QuoteRequest(SampleDesigns.Of(assembly ?? SampleDesigns.Node()), Plant.Default, [quantity]) { Reviews = review is null ? [] : [review], Patterns = pattern is null ? [] : [pattern] });

    private static decimal Price(Quote quote) => quote.Quantities[0].UnitPrice.Amount;

    private static Saving? Finer(Quote quote) => quote.Savings.FirstOrDefault(saving => saving.Evidence.Contains("the standard class has", StringComparison.Ordinal));

    private static readonly Feature[] Fine = [new("spacing", 0.09m, 1), new("annular-ring", 0.12m, 2), new("drill-size", 0.18m, 3)];

    [Fact]
    public void A_fine_feature_costs_the_same_whether_the_maker_it_is_checked_against_can_do_it_or_not()
    {
        var (coarse, found, notFound) = (Quote(Measured(), Measured()), Quote(Measured(Fine), Measured(Fine)), Quote(Measured(), Measured(Fine)));
        Assert.True(Price(found) > Price(coarse));
        Assert.Equal(Price(found), Price(notFound));
        Assert.Equal(found.Quantities[0].LeadTime.WorkingDays, notFound.Quantities[0].LeadTime.WorkingDays);
        Assert.Equal("fine", Assert.Single(notFound.Consequences).Value);
        Assert.Empty(Assert.Single(notFound.Consequences).Findings);
    }

    [Fact]
    public void Features_that_force_the_class_together_are_one_change_with_all_of_them_for_evidence()
    {
        var quote = Quote(Measured(Fine), Measured(Fine));
        var saving = Finer(quote)!;
        Assert.Equal("Widen the gaps to 0.1 mm, enlarge the pads to rings of 0.15 mm and drill no smaller than 0.2 mm", saving.Title);
        Assert.Equal(["spacing:spacing cause", "annular-ring:annular-ring cause", "drill-size:drill-size cause"], saving.Findings);
        Assert.Equal(Price(Quote(Measured(), Measured())), Price(quote) - saving.AtQuantities[0].UnitPrice.Amount);
        // Mending one or two of them alone saves nothing.
        for (var left = 1; left <= 2; left++) Assert.Equal(Price(quote), Price(Quote(Measured(Fine[..left]), Measured(Fine[..left]))));
    }

    [Fact]
    public void A_finer_board_never_costs_less_and_never_comes_sooner()
    {
        var random = new Random(7);
        (decimal Price, int Days) Of(Feature[] features) => Quote(null, Measured(features)) is var quote ? (Price(quote), quote.Quantities[0].LeadTime.WorkingDays) : default;
        for (var i = 0; i < 60; i++)
        {
            Feature[] features = [.. PatternClasses.Rules.Where(_ => random.Next(2) == 0).Select((rule, at) => new Feature(rule.Id, rule.Sense == LimitSense.AtMost ? random.Next(4, 16) : random.Next(4, 25) / 100m, at))];
            if (features.Length == 0) continue;
            Feature[] finer = [.. features];
            var one = random.Next(finer.Length);
            finer[one] = finer[one] with { Measured = finer[one].Measured * (DesignRule.Of(finer[one].Rule).Sense == LimitSense.AtMost ? 1.5m : 0.7m) };
            var (before, after) = (Of(features), Of(finer));
            Assert.True(after.Price >= before.Price && after.Days >= before.Days, $"{string.Join(", ", finer.Select(feature => feature.ToString()))}: {before} became {after}");
        }
    }

    [Fact]
    public void A_plant_whose_fine_class_is_dearer_than_its_finest_asks_the_dearer_for_both()
    {
        var (plant, diagnostics) = PlantFile.Read("board: { fine-feature: { value: 90, unit: '%', source: ours } }"u8, "plant.yaml");
        Assert.Empty(diagnostics);
        Assert.Equal(90m, PatternClasses.Surcharge(plant, "finest")!.Value);
        Assert.Null(PatternClasses.Surcharge(plant, "standard"));
    }

    [Fact]
    public void What_is_waived_or_corrected_everywhere_makes_no_class_and_as_sent_does()
    {
        Quote Of(Func<Finding, Finding> change) => Measured(Fine) is var review ? Quote(review with { Findings = [.. review.Findings.Select(change)] }, Measured(Fine)) : null!;
        Finding As(Finding finding, SettledAs settled) => finding with { Settlements = [new Settlement(settled, "A", "")] };
        var (standard, fine) = (Price(Quote(null, Measured())), Price(Quote(null, Measured(Fine))));
        Assert.Equal(standard, Price(Of(finding => finding with { Waiver = new Waiver(finding.Id, "we can", "A", "") })));
        Assert.Equal(standard, Price(Of(finding => As(finding, SettledAs.Corrected))));
        Assert.Equal(fine, Price(Of(finding => As(finding, SettledAs.AsSent))));
        Assert.Equal(fine, Price(Of(finding => As(finding, SettledAs.Agreed))));
        Assert.Equal(fine, Price(Of(finding => finding.Rule.Id == "spacing" ? As(finding, SettledAs.Corrected) : finding)));
    }

    [Fact]
    public void A_waiver_of_some_places_leaves_the_class_of_the_others()
    {
        var waived = Measured(new Feature("spacing", 0.06m, 1));
        waived = waived with { Findings = [waived.Findings[0] with { Waiver = new Waiver("x", "we can", "A", "") }] };
        Assert.Equal("fine", Assert.Single(Quote(waived, Measured(new Feature("spacing", 0.06m, 1), new Feature("spacing", 0.09m, 2))).Consequences).Value);
    }

    [Fact]
    public void Facts_that_are_finer_than_what_is_left_after_waivers_do_not_count()
    {
        var board = SampleDesigns.Board(50, 40);
        var assembly = SampleDesigns.Node(board: board with { Facts = board.Facts with { MinSpace = Length.FromMillimetres(0.06) } });
        Assert.True(Price(Quote(null, null, assembly)) > Price(Quote(null, Measured(), assembly)));
        Assert.Equal(Price(Quote(null, Measured())), Price(Quote(null, Measured(), assembly)));
    }

    [Fact]
    public void A_class_that_the_customer_has_ordered_is_his()
    {
        var assembly = SampleDesigns.Node(fields: new SpecificationField(SpecificationNames.PatternClass, "fine", SpecificationState.Given, "spec.yaml:1"));
        var quote = Quote(Measured(Fine), Measured(new Feature("spacing", 0.05m)), assembly);
        Assert.Empty(quote.Consequences);
        Assert.Null(Finer(quote));
        Assert.Equal(Price(Quote(null, Measured(Fine))), Price(quote));
    }

    [Fact]
    public void Every_saving_is_the_difference_to_the_price_without_its_findings()
    {
        string[] ordered = ["via-in-pad", "fiducials", "edge-plating", "castellation"];
        var random = new Random(11);
        var looked = 0;
        for (var i = 0; i < 40; i++)
        {
            Finding[] others = [.. ordered.Where(_ => random.Next(2) == 0).Select(rule => new Finding(DesignRule.Of(rule), Severity.Warning, [new Sighting("cause", Point.Origin, "L1", Measure.Fact)], null, "Because", "Mend it"))];
            Feature[] features = [.. Fine.Where(_ => random.Next(2) == 0).Select(feature => feature with { Measured = feature.Measured * (random.Next(2) == 0 ? 1m : 0.5m) })];
            var assembly = SampleDesigns.Node(board: SampleDesigns.Board(random.Next(20, 120), random.Next(20, 90), 2 * random.Next(1, 4)));
            var quantity = random.Next(1, 600);
            Quote Without(ImmutableArray<string> gone) => Quote(
                Measured([.. features.Where(feature => !gone.Contains($"{feature.Rule}:{feature.Rule} cause"))]) is var review ? review with { Findings = [.. review.Findings, .. others.Where(finding => !gone.Contains(finding.Id))] } : null,
                Measured([.. features.Where(feature => !gone.Contains($"{feature.Rule}:{feature.Rule} cause"))]), assembly, quantity);
            var quote = Without([]);
            foreach (var saving in quote.Savings.Where(saving => !saving.Findings.IsEmpty))
            {
                looked++;
                var (before, after, at) = (quote.Quantities[0], Without(saving.Findings).Quantities[0], saving.AtQuantities[0]);
                Assert.Equal(after.UnitPrice, before.UnitPrice - at.UnitPrice);
                Assert.Equal(after.NonRecurring, before.NonRecurring - at.NonRecurring);
                Assert.Equal(after.LeadTime.WorkingDays, before.LeadTime.WorkingDays - at.WorkingDays);
            }
        }
        Assert.True(looked > 40, $"{looked} savings were looked at");
    }
}
