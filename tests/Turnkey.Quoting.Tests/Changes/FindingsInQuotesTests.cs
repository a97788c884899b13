using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Dfx;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Quoting.Tests.Changes;

public sealed class FindingsInQuotesTests
{
    private static readonly Demands Usual = new([CapabilityShelf.Find(Demands.UsualMaker)!]);

    private static Finding Found(string rule, Severity severity = Severity.Warning) =>
        new(DesignRule.Of(rule), severity, [new Sighting("a cause", Point.Origin, "L1", Measure.Fact)], null, "Because", "Mend it");

    private static Review Reviewed(params Finding[] findings) => new(Usual, [], [.. findings]);

    private static Quote Quote(Assembly assembly, Review? review, params int[] quantities) =>
        Quoter.Quote(new QuoteRequest(SampleDesigns.Of(assembly), Plant.Default, [.. quantities]) { Reviews = review is null ? [] : [review] });

    private static decimal Price(Quote quote) => quote.Quantities[^1].UnitPrice.Amount;

    [Fact]
    public void Vias_in_pads_are_filled_and_the_price_has_it()
    {
        var (plain, filled) = (Quote(SampleDesigns.Node(), null, 100), Quote(SampleDesigns.Node(), Reviewed(Found("via-in-pad")), 100));
        Assert.True(Price(filled) > Price(plain));
        Assert.Contains(filled.Quantities[0].Costs.SelectMany(line => line.Leaves), leaf => leaf.Label.Contains("Filled vias", StringComparison.Ordinal));
        Assert.Contains(filled.Notes.Assumed, note => note.Text.StartsWith("via-treatment: filled", StringComparison.Ordinal) && note.Source.Contains("via-in-pad", StringComparison.Ordinal));
    }

    [Fact]
    public void What_moving_them_saves_is_the_difference_of_the_two_prices()
    {
        var (plain, filled) = (Quote(SampleDesigns.Node(), null, 10, 1000), Quote(SampleDesigns.Node(), Reviewed(Found("via-in-pad")), 10, 1000));
        var saving = Assert.Single(filled.Savings, saving => saving.Findings.Contains("via-in-pad:a cause"));
        Assert.Equal(filled.Quantities.Zip(plain.Quantities, (more, less) => more.UnitPrice - less.UnitPrice), saving.AtQuantities.Select(at => at.UnitPrice));
    }

    [Fact]
    public void What_the_customer_has_ordered_is_not_ordered_for_him()
    {
        var assembly = SampleDesigns.Node(fields: new SpecificationField(SpecificationNames.ViaTreatment, "tented", SpecificationState.Given, "spec.yaml:1"));
        var quote = Quote(assembly, Reviewed(Found("via-in-pad")), 100);
        Assert.Empty(quote.Consequences);
        Assert.Equal(Price(Quote(assembly, null, 100)), Price(quote));
    }

    [Fact]
    public void What_somebody_answers_for_adds_nothing() =>
        Assert.Empty(Quote(SampleDesigns.Node(), Reviewed(Found("via-in-pad") with { Waiver = new Waiver("via-in-pad:a cause", "tried", "A", "") }), 100).Consequences);

    [Fact]
    public void Work_that_is_declined_is_not_ordered_and_what_was_agreed_to_is()
    {
        Quote Answered(string rule, SettledAs settled) => Quote(SampleDesigns.Node(), Reviewed(Found(rule) with { Settlements = [new Settlement(settled, "A. Buyer", "")] }), 100);
        Assert.Empty(Answered("via-in-pad", SettledAs.AsSent).Consequences);
        Assert.Single(Answered("via-in-pad", SettledAs.Agreed).Consequences);
        Assert.Empty(Answered("fiducials", SettledAs.Corrected).Consequences);
        // A board that is made as it was sent has no marks.
        Assert.Single(Answered("fiducials", SettledAs.AsSent).Consequences);
    }

    [Fact]
    public void It_is_ordered_as_long_as_one_of_several_findings_asks_for_it()
    {
        var declined = Found("via-in-pad") with { Settlements = [new Settlement(SettledAs.AsSent, "A. Buyer", "")] };
        var other = declined with { Places = [declined.Worst with { Cause = "others" }], Settlements = [] };
        Assert.Equal(["via-in-pad:others"], Assert.Single(Quote(SampleDesigns.Node(), Reviewed(declined, other), 100).Consequences).Findings.Select(finding => finding.Id));
    }

    [Fact]
    public void What_findings_add_takes_days_and_each_step_says_which()
    {
        var (plain, filled) = (Quote(SampleDesigns.Node(), null, 10), Quote(SampleDesigns.Node(), Reviewed(Found("via-in-pad")), 10));
        var step = Assert.Single(filled.Quantities[0].LeadTime.Steps, step => step.Name.StartsWith("Bare boards", StringComparison.Ordinal));
        var addition = Assert.Single(step.Additions);
        var days = (int)Plant.Default["lead-time.added.via-fill"].Value;
        Assert.Equal(("Filled vias", days), (addition.Name, addition.Days));
        Assert.Contains("finding via-in-pad:a cause", addition.Because, StringComparison.Ordinal);
        Assert.Equal(Assert.Single(plain.Quantities[0].LeadTime.Steps, one => one.Name == step.Name).Days + days, step.Days);
        var saving = Assert.Single(filled.Savings, saving => saving.Findings.Contains("via-in-pad:a cause"));
        Assert.Equal(filled.Quantities[0].LeadTime.WorkingDays - plain.Quantities[0].LeadTime.WorkingDays, saving.AtQuantities[0].WorkingDays);
        Assert.True(saving.AtQuantities[0].WorkingDays > 0);
        Assert.Equal(days, Assert.Single(filled.Consequences).WorkingDays);
    }

    [Fact]
    public void A_second_side_and_leaded_parts_take_days_of_their_own()
    {
        string[] Additions(Assembly assembly) => [.. Quote(assembly, null, 10).Quantities[0].LeadTime.Steps.Single(step => step.Name.StartsWith("Assembly", StringComparison.Ordinal)).Additions.Select(addition => addition.Name)];
        Assert.Equal(["second side through the line", "leaded parts"], Additions(SampleDesigns.Node()));
        var lines = SampleDesigns.Lines().Where(line => line.Value != "PROG").ToArray();
        Assert.Equal(["second side through the line"], Additions(SampleDesigns.Node(lines)));
        Assert.Empty(Additions(SampleDesigns.Node(lines, placements: lines.SelectMany(line => line.Designators.Select(designator => SampleDesigns.Place(designator, Side.Top, line.Footprint))))));
    }

    [Fact]
    public void Leaded_parts_tell_the_most_that_others_could_save()
    {
        var node = SampleDesigns.Node();
        var saving = Assert.Single(Quote(node, Reviewed(Found("through-hole-mix")), 10).Savings, saving => saving.Title.StartsWith("Replace leaded", StringComparison.Ordinal));
        Assert.True(saving.IsAtMost);
        Assert.Equal(["through-hole-mix:a cause"], saving.Findings);
        Assert.Contains("6 leaded joints of 1 part", saving.Evidence, StringComparison.Ordinal);
        Assert.InRange(saving.AtQuantities[0].UnitPrice.Amount, 0.01m, Price(Quote(node, null, 10)));
    }

    [Fact]
    public void Without_fiducials_the_line_takes_longer_to_set_up()
    {
        var (with, without) = (Quote(SampleDesigns.Node(), null, 10), Quote(SampleDesigns.Node(), Reviewed(Found("fiducials")), 10));
        Assert.True(without.Quantities[0].Plans[0].Operations.Sum(operation => operation.SetUp.Likely) > with.Quantities[0].Plans[0].Operations.Sum(operation => operation.SetUp.Likely));
    }

    [Fact]
    public void Parts_on_both_sides_tell_what_one_side_would_save()
    {
        var saving = Assert.Single(Quote(SampleDesigns.Node(), Reviewed(Found("second-side")), 10).Savings, saving => saving.Title.Contains("one side", StringComparison.Ordinal));
        Assert.Equal(["second-side:a cause"], saving.Findings);
        var one = SampleDesigns.Node();
        one = one with { Placements = [.. one.Placements.Select(placement => placement with { Side = Side.Top })] };
        Assert.Equal(Price(Quote(SampleDesigns.Node(), null, 10)) - Price(Quote(one, null, 10)), saving.AtQuantities[0].UnitPrice.Amount);
    }

    [Fact]
    public void Fine_tracks_and_blind_holes_tell_what_coarser_ones_would_save()
    {
        var board = SampleDesigns.Board(50, 40);
        board = board with
        {
            Facts = board.Facts with { MinTrace = Length.FromMillimetres(0.08) },
            Holes = [new Hole(HoleKind.Round, Edge.Line(Point.Origin, Point.Origin), Length.FromMillimetres(0.3), Plating.Plated, 1, 2, HoleFunction.Via, "drill", 1)],
        };
        var titles = Quote(SampleDesigns.Node(board: board), null, 100).Savings.Select(saving => saving.Title).ToArray();
        Assert.Contains(titles, title => title.StartsWith("Draw no finer than tracks of 0.1 mm", StringComparison.Ordinal));
        Assert.Contains("Use through holes only", titles);
    }

    [Fact]
    public void A_board_with_nothing_to_change_has_no_savings()
    {
        var plain = SampleDesigns.Node(SampleDesigns.Lines().Where(line => line.Value != "PROG"));
        Assert.Empty(Quote(plain with { Placements = [.. plain.Placements.Select(placement => placement with { Side = Side.Top })] }, null, 100).Savings);
    }
}
