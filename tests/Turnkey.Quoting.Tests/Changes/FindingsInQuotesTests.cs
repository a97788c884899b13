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
    public void Tracks_that_a_maker_would_only_rather_have_wider_cost_nothing_more()
    {
        Assert.Empty(Quote(SampleDesigns.Node(), Reviewed(Found("trace-width")), 100).Consequences);
        Assert.Equal("fine", Assert.Single(Quote(SampleDesigns.Node(), Reviewed(Found("trace-width", Severity.Error)), 100).Consequences).Value);
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
        var saving = Assert.Single(Quote(SampleDesigns.Node(), null, 10).Savings, saving => saving.Title.Contains("one side", StringComparison.Ordinal));
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
        Assert.Contains(titles, title => title.StartsWith("Draw tracks", StringComparison.Ordinal));
        Assert.Contains("Use through holes only", titles);
    }

    [Fact]
    public void A_board_with_nothing_to_change_has_no_savings()
    {
        var plain = SampleDesigns.Node();
        Assert.Empty(Quote(plain with { Placements = [.. plain.Placements.Select(placement => placement with { Side = Side.Top })] }, null, 100).Savings);
    }
}
