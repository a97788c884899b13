using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Geometry;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Plants.Parts;

namespace Turnkey.ProcessPlanning.Tests;

public sealed class ProcessPlannerTests
{
    [Fact]
    public void A_two_sided_board_runs_the_line_twice_and_starts_with_the_side_of_fewer_parts()
    {
        var plan = Plan(100, Assembly(50, 40, [Line("R1-R10", "R_0402"), Line("C1-C3", "C_0603")], designator => designator.Prefix == "C" ? Side.Bottom : Side.Top));
        Assert.Equal((10, 3), (plan.PlacementsOn(Side.Top), plan.PlacementsOn(Side.Bottom)));
        Assert.Equal([Side.Bottom, Side.Top], plan.Operations.Where(operation => operation.Kind == OperationKind.Place).Select(operation => operation.Side!.Value));
        Assert.Equal(26, plan.SurfaceMountJoints);
    }

    [Fact]
    public void Set_up_counts_feeders_and_run_time_counts_placements()
    {
        var plan = Plan(1000, Assembly(50, 40, [Line("R1-R400", "R_0402"), Line("C1", "C_0402")]));
        var place = plan.Operations.Single(operation => operation.Kind == OperationKind.Place);
        Assert.Equal(900m + (2 * 20m) + 1800m, place.SetUp.Likely);
        // 401 ÷ 5000/h × 3600 s/h and, for 40 panels of 25, 7.5 s each.
        Assert.Equal((401m / 5000m * 3600m) + (40m / 1000m * 7.5m), place.Run.Likely);
        Assert.Contains("401 placements ÷ 5000 placements/h", place.Run.Formula, StringComparison.Ordinal);
        Assert.Equal(2, plan.FeedersTop);
    }

    [Fact]
    public void Few_leaded_joints_are_soldered_by_hand_and_many_selectively()
    {
        Assembly board = Assembly(50, 40, [Line("J1", "PinHeader_2x20_P2.54mm")]);
        Assert.Contains(Plan(1, board).Operations, operation => operation.Name.EndsWith("by hand", StringComparison.Ordinal));
        Assert.Contains(Plan(1000, board).Operations, operation => operation.Name.EndsWith("selectively", StringComparison.Ordinal));
        Assert.Equal(40, Plan(1, board).ThroughHoleJoints);
    }

    [Fact]
    public void A_panel_holds_no_more_boards_than_the_lot_needs_and_fits_the_ideal_frame()
    {
        var board = Assembly(50, 40, [Line("R1", "R_0402")]);
        Assert.True(Plan(3, board).Panel!.Boards <= 3);
        var panel = Plan(1000, board).Panel!;
        // Across 279: (279 + 2) ÷ 52 = 5; down 229 − 14 of rails: 217 ÷ 42 = 5.
        Assert.Equal(25, panel.Boards);
        Assert.True(panel.BoardsPerFabricationPanel >= panel.Boards);
        Assert.InRange(panel.Utilisation, 0.4m, 1m);
    }

    [Fact]
    public void A_small_board_is_panelled_so_that_the_line_can_hold_it() => Assert.True(Plan(1, Assembly(10, 10, [Line("R1", "R_0402")])).Panel!.Boards > 1);

    [Fact]
    public void A_board_too_large_for_the_line_is_said()
    {
        var plan = Plan(10, Assembly(600, 500, [Line("R1", "R_0402")]));
        Assert.Contains(plan.Diagnostics, diagnostic => diagnostic.Code == "planning.panel-too-large");
        Assert.Contains(plan.Diagnostics, diagnostic => diagnostic.Code == "planning.board-too-large");
    }

    [Fact]
    public void The_customers_panel_is_kept() =>
        Assert.Equal((2, 5), Plan(1000, Assembly(20, 20, [Line("R1", "R_0402")]) with { Specification = Spec(SpecificationNames.Panel, "2 x 5") }).Panel is { } panel ? (panel.Across, panel.Down) : default);

    [Theory]
    [InlineData("functional test", TestMethod.Functional)]
    [InlineData("flying probe", TestMethod.FlyingProbe)]
    [InlineData("ICT", TestMethod.InCircuit)]
    [InlineData("no functional test", TestMethod.None)]
    [InlineData("bare board electrical test, visual and automatic optical inspection", TestMethod.None)]
    public void The_test_is_what_the_specification_says(string text, TestMethod method) =>
        Assert.Equal(method, Plan(10, Assembly(50, 40, [Line("R1", "R_0402")]) with { Specification = Spec(SpecificationNames.Test, text) }).Test);

    [Fact]
    public void Coating_and_firmware_add_their_operations_only_when_wanted()
    {
        var board = Assembly(50, 40, [Line("R1", "R_0402")]);
        Assert.DoesNotContain(Plan(10, board with { Specification = Spec(SpecificationNames.Coating, "none") }).Operations, operation => operation.Kind == OperationKind.Coating);
        Assert.Contains(Plan(10, board with { Specification = Spec(SpecificationNames.Coating, "acrylic") }).Operations, operation => operation.Kind == OperationKind.Coating);
        Assert.Contains(ProcessPlanner.Plan(board, Plant.Default, 10, programmed: true).Operations, operation => operation.Kind == OperationKind.Programming);
    }

    [Fact]
    public void Parts_not_to_be_placed_and_fiducials_are_not_mounted()
    {
        var plan = Plan(10, Assembly(50, 40, [Line("R1,R2", "R_0402"), Line("R3", "R_0402") with { DoNotPlace = true }, Line("FID1", "Fiducial_1mm")]));
        Assert.Equal(2, plan.Placements);
    }

    [Fact]
    public void Without_a_bom_the_centroid_file_says_what_is_placed()
    {
        var assembly = Assembly(50, 40, []) with { Placements = [Place("R1", Side.Top, "R_0402"), Place("U1", Side.Bottom, "QFN-16")] };
        Assert.Equal((1, 1), (Plan(10, assembly).PlacementsOn(Side.Top), Plan(10, assembly).PlacementsOn(Side.Bottom)));
    }

    [Fact]
    public void Pads_named_in_the_copper_decide_joints_and_mounting()
    {
        var pad = PadShape.Circle(Length.FromMillimetres(1));
        var attributes = new FeatureAttributes(FeatureFunction.ThroughHolePad, null, "J1", "1");
        var image = new LayerImage([.. Enumerable.Range(0, 7).Select(i => Feature.Flash(new Point(i * 1_000_000, 0), 0, true, 1))], [pad], [], [FeatureAttributes.None, attributes]);
        var assembly = Assembly(50, 40, [Line("J1", "odd name")]);
        var plan = Plan(10, assembly with { Board = assembly.Board! with { Layers = [new Layer(LayerRole.Copper, Side.Top, 1, "top.gbr", image)], CopperLayers = 1 } });
        Assert.Equal((Mounting.ThroughHole, 7), (plan.Parts[0].Mounting, plan.Parts[0].Joints));
    }

    [Fact]
    public void A_board_without_parts_or_size_still_gets_a_plan()
    {
        var plan = Plan(10, new Assembly("empty", null, BillOfMaterials.None, [], BuildSpecification.Empty));
        Assert.Empty(plan.Operations);
        Assert.Null(plan.Panel);
    }

    private static ProcessPlan Plan(int lot, Assembly assembly) => ProcessPlanner.Plan(assembly, Plant.Default, lot);

    private static BuildSpecification Spec(string name, string value) => new([new SpecificationField(name, value, SpecificationState.Given, "test")]);

    private static BomLine Line(string designators, string footprint)
    {
        var list = DesignatorList.Parse(designators).Designators;
        return new BomLine(list, list.Length, null, PartNumber.Parse(footprint), "", footprint, "", false, "bom.csv", 2) { Mpn = null };
    }

    private static Placement Place(string designator, Side side, string footprint) => new(Designator.Parse(designator)!.Value, Point.Origin, 0, side, "", footprint, "pos.csv", 1);

    private static Assembly Assembly(double width, double height, BomLine[] lines, Func<Designator, Side>? side = null) => new("board",
        new Board("board", null, [], [], 2) { Facts = BoardFacts.None with { Width = Length.FromMillimetres(width), Height = Length.FromMillimetres(height) } },
        lines.Length == 0 ? BillOfMaterials.None : new BillOfMaterials([.. lines], ["bom.csv"]),
        [.. lines.SelectMany(line => line.Designators).Select(designator => Place(designator.Text, side?.Invoke(designator) ?? Side.Top, ""))], BuildSpecification.Empty);
}
