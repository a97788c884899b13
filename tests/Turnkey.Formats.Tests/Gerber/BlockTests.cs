namespace Turnkey.Formats.Tests.Gerber;

public sealed class BlockTests
{
    [Fact]
    public void Clear_polarity_erases_what_came_before_and_not_what_comes_after()
    {
        var file = Plot.Metric("%ADD12C,4*%D12*X0Y0D03*%LPC*%D11*X0Y0D03*%LPD*%D10*X0Y0D03*");

        Assert.True(file.Image.IsDark(0, 0));
        Assert.False(file.Image.IsDark(.8, 0));
        Assert.True(file.Image.IsDark(1.5, 0));
    }

    [Fact]
    public void Step_and_repeat_copies_upwards_first_and_then_to_the_right()
    {
        var file = Plot.Metric("%SRX2Y3I10J5*%D10*X0Y0D03*%SR*%X1000Y1000D03*");

        Assert.Equal(
            [Plot.Mm(0, 0), Plot.Mm(0, 5), Plot.Mm(0, 10), Plot.Mm(10, 0), Plot.Mm(10, 5), Plot.Mm(10, 10), Plot.Mm(1, 1)],
            file.Image.Features.Select(feature => feature.Start));
        Assert.Empty(file.Diagnostics);
    }

    [Theory]
    [InlineData("%SRX5000Y40*%", 1)]
    [InlineData("%SRX5000Y3I0J5*%", 3)]
    [InlineData("%SRX2Y4000I1*%", 2)]
    public void Copies_on_top_of_each_other_are_drawn_once(string repeat, int copies) =>
        Assert.Equal(2 * copies, Plot.Metric(repeat + "%LPD*%D10*X0Y0D03*%LPC*%X100Y0D03*%SR*%").Image.Features.Length);

    [Fact]
    public void Each_copy_is_drawn_whole_so_that_its_clear_objects_erase_the_copies_before()
    {
        // A wide dark disc with a clear disc left of it: the clear one of the second copy falls into the first copy's dark one.
        var file = Plot.Metric("%ADD12C,4*%%SRX2Y1I3J0*%D12*X0Y0D03*%LPC*%D10*X-3000Y0D03*%LPD*%%SR*%");

        Assert.False(file.Image.IsDark(0, 0));
        Assert.True(file.Image.IsDark(3, 0));
    }

    [Fact]
    public void Repeated_regions_and_strokes_move_with_their_copy()
    {
        var file = Plot.Metric("%SRX2Y1I10J0*%G36*X0Y0D02*X2000D01*Y2000D01*X0Y0D01*G37*D10*X0Y5000D02*G03X1000Y6000I0J1000D01*%SR*%");

        Assert.Equal(2, file.Image.Areas.Length);
        Assert.True(file.Image.IsDark(11.5, .5));
        Assert.Equal(Plot.Mm(10, 6), file.Image.Features[3].Path.Centre);
    }

    [Fact]
    public void A_new_repetition_or_the_end_of_the_file_ends_the_one_before()
    {
        var file = Plot.Metric("%SRX2Y1I10J0*%D10*X0Y0D03*%SRX1Y2I0J10*%X0Y0D03*");

        Assert.Equal([Plot.Mm(0, 0), Plot.Mm(10, 0), Plot.Mm(0, 0), Plot.Mm(0, 10)], file.Image.Features.Select(feature => feature.Start));
    }

    [Fact]
    public void A_block_is_stamped_wherever_it_is_flashed()
    {
        var file = Plot.Metric("%ABD30*%D10*X0Y0D03*D11*X5000Y0D03*%AB*%D30*X0Y0D03*X0Y10000D03*");

        Assert.Equal([Plot.Mm(0, 0), Plot.Mm(5, 0), Plot.Mm(0, 10), Plot.Mm(5, 10)], file.Image.Features.Select(feature => feature.Start));
        Assert.Empty(file.Diagnostics);
    }

    [Fact]
    public void A_block_turns_mirrors_and_scales_as_a_whole()
    {
        var file = Plot.Metric("%ABD30*%D11*X5000Y0D03*X0Y0D02*G03X1000Y1000I0J1000D01*%AB*%D30*%LMX*LR90*LS2*%X0Y0D03*");
        var (pad, arc) = (file.Image.Features[0], file.Image.Features[1].Path);

        // (5, 0) mirrored (−5, 0), scaled (−10, 0), turned (0, −10); the 2 × 1 pad is 2 wide and 4 high.
        Assert.Equal(Plot.Mm(0, -10), pad.Start);
        Assert.Equal((2.0, 4.0), (file.Image.Shapes[pad.Shape].Width.Millimetres, file.Image.Shapes[pad.Shape].Height.Millimetres));
        // The centre (0, 1) goes to (−2, 0), the end (1, 1) to (−2, −2), and mirroring turned the arc round.
        Assert.Equal((Plot.Mm(-2, 0), Plot.Mm(-2, -2)), (arc.Centre, arc.End));
        Assert.Equal(Math.PI / 2, arc.Sweep, 9);
    }

    [Fact]
    public void Transformations_inside_and_outside_of_a_block_work_one_after_the_other()
    {
        // M·R(θ) = R(−θ)·M: turned by 30° inside, mirrored outside, is mirrored and turned by −30°.
        const string shape = "%AMELL*21,1,0.2,2,0.9,0.5,0*21,1,1,0.2,0.5,-0.4,0*%%ADD20ELL*%D20*";
        var nested = Plot.Metric(shape + "%ABD30*%%LR30*%X0Y0D03*%LR0*%%AB*%D30*%LMX*%X0Y0D03*").Image;
        var direct = Plot.Metric(shape + "%LMX*LR-30*%X0Y0D03*").Image;

        Assert.Equal(direct.Shapes[direct.Features[0].Shape].Bounds, nested.Shapes[nested.Features[0].Shape].Bounds);
    }

    [Fact]
    public void A_block_flashed_with_clear_polarity_toggles_its_own_polarities()
    {
        var file = Plot.Metric("%ADD12C,9*%%ABD30*%%LPD*%D11*X0Y0D03*%LPC*%D10*X0Y0D03*%LPD*%%AB*%D12*X0Y0D03*%LPC*%D30*X0Y0D03*");

        Assert.Equal([true, false, true], file.Image.Features.Select(feature => feature.Dark));
        Assert.True(file.Image.IsDark(0, 0));
        Assert.False(file.Image.IsDark(.9, 0));
    }

    [Fact]
    public void Blocks_nest()
    {
        var file = Plot.Metric("%ABD30*%%ABD31*%D10*X0Y0D03*%AB*%D31*X0Y0D03*X3000Y0D03*%AB*%D30*X0Y0D03*X0Y3000D03*");

        Assert.Equal([Plot.Mm(0, 0), Plot.Mm(3, 0), Plot.Mm(0, 3), Plot.Mm(3, 3)], file.Image.Features.Select(feature => feature.Start));
    }

    [Fact]
    public void Step_and_repeat_works_inside_a_block_and_around_one()
    {
        var inside = Plot.Metric("%ABD30*%%SRX2Y1I1J0*%D10*X0Y0D03*%SR*%%AB*%D30*X0Y0D03*X0Y9000D03*");
        var around = Plot.Metric("%ABD30*%D10*X0Y0D03*%AB*%%SRX2Y1I1J0*%D30*X0Y0D03*X0Y9000D03*%SR*%");

        Assert.Equal(4, inside.Image.Features.Length);
        Assert.Equal(4, around.Image.Features.Length);
        Assert.Equal(inside.Image.Bounds, around.Image.Bounds);
    }

    [Fact]
    public void Copies_without_number_end_at_a_limit_that_is_named()
    {
        var file = Plot.Metric("%SRX999999Y999999I0.0001J0.0001*%D10*X0Y0D03*%SR*%");

        Assert.Single(file.Diagnostics, diagnostic => diagnostic.Code == "gerber.limit" && diagnostic.Message.Contains("10 MB", StringComparison.Ordinal));
        Assert.InRange(file.Image.Features.Length, 100_000, 150_000);
    }

    [Fact]
    public void Blocks_that_double_themselves_end_at_a_limit()
    {
        var text = string.Concat(Enumerable.Range(31, 60).Select(code => $"%ABD{code}*%D{code - 1}*X0Y0D03*X1Y0D03*%AB*%"));

        Assert.Contains("gerber.limit", Plot.Metric("%ABD30*%D10*X0Y0D03*%AB*%" + text).Errors());
    }

    [Fact]
    public void Blocks_nested_too_deep_are_refused()
    {
        var open = string.Concat(Enumerable.Range(30, 100).Select(code => $"%ABD{code}*%"));

        Assert.Contains("gerber.limit", Plot.Metric(open + "D10*X0Y0D03*").Errors());
    }

    [Fact]
    public void A_block_left_open_is_an_error()
    {
        var file = Plot.Metric("%ABD30*%D10*X0Y0D03*");

        Assert.Equal(["gerber.truncated"], file.Errors());
        Assert.Empty(file.Image.Features);
    }
}
