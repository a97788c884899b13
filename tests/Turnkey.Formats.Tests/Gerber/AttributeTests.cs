using Turnkey.Designs.Layers;
using Turnkey.Formats.Gerber;

namespace Turnkey.Formats.Tests.Gerber;

public sealed class AttributeTests
{
    [Theory]
    [InlineData("%TF.FileFunction,Copper,L1,Top*%\n%TF.FilePolarity,Positive*%\n%TF.Part,Single*%")]
    [InlineData("G04 #@! TF.FileFunction,Copper,L1,Top*\nG04 #@! TF.FilePolarity,Positive*\nG04 #@! TF.Part,Single*")]
    public void File_attributes_are_read_from_commands_and_from_comments(string text)
    {
        var attributes = Plot.Raw(text + "\nM02*").Attributes;

        Assert.Equal(["Copper", "L1", "Top"], attributes.FileFunction);
        Assert.Equal("Positive", attributes.FilePolarity);
        Assert.Equal(["Single"], attributes.Part);
        Assert.Equal([1, 2, 3], attributes.All.Select(attribute => attribute.Line));
    }

    [Fact]
    public void All_standard_file_attributes_have_their_place()
    {
        var attributes = Plot.Raw(
            "%TF.GenerationSoftware,Turnkey,Samples,1.0*%%TF.CreationDate,2026-01-02T03:04:05Z*%%TF.SameCoordinates,Original*%" +
            "%TF.ProjectId,Node,0123,rev A*%%TFOwn.Colour,\\u00B5m*%M02*").Attributes;

        Assert.Equal(["Turnkey", "Samples", "1.0"], attributes.GenerationSoftware);
        Assert.Equal("2026-01-02T03:04:05Z", attributes.CreationDate);
        Assert.Equal("Original", attributes.SameCoordinates);
        Assert.Equal(["Node", "0123", "rev A"], attributes.ProjectId);
        Assert.Equal(["µm"], attributes.Find("Own.Colour")!.Fields);
        Assert.Null(attributes.FilePolarity);
        Assert.Empty(attributes.FileFunction);
        Assert.Equal("", Plot.Raw("%TF.SameCoordinates*%M02*").Attributes.SameCoordinates);
    }

    [Fact]
    public void The_first_statement_of_a_file_attribute_counts() =>
        Assert.Equal(["Paste", "Top"], Plot.Raw("%TF.FileFunction,Paste,Top*%%TF.FileFunction,Legend,Top*%M02*").Attributes.FileFunction);

    [Fact]
    public void An_aperture_carries_its_function_to_what_it_draws()
    {
        var file = Plot.Metric("%TA.AperFunction,SMDPad,CuDef*%%ADD20C,1*%%TA.AperFunction,Conductor*%%ADD21C,1*%%TD*%D20*X0Y0D03*D21*X1Y0D01*D10*X0Y0D03*");

        Assert.Equal([FeatureFunction.SurfacePad, FeatureFunction.Conductor, FeatureFunction.Unstated], file.Image.Features.Select(feature => Of(file, feature).Function));
        Assert.Equal(FeatureAttributes.None, Of(file, file.Image.Features[2]));
    }

    [Fact]
    public void A_region_takes_the_function_that_is_current() =>
        Assert.Equal(FeatureFunction.Conductor, Of(Region(), Region().Image.Features[0]).Function);

    [Theory]
    [InlineData("%TO.N,GND*%", "GND", null, null)]
    [InlineData("%TO.N,N/C*%", null, null, null)]
    [InlineData("%TO.N,*%", null, null, null)]
    [InlineData("%TO.N,A,B*%", "A", null, null)]
    [InlineData("%TO.C,R1*%", null, "R1", null)]
    [InlineData("%TO.P,U1,5,VCC*%", null, "U1", "5")]
    [InlineData("%TO.P,U1,A12*%%TO.N,+3V3*%", "+3V3", "U1", "A12")]
    [InlineData("G04 #@! TO.P,U1,5*\nG04 #@! TO.N,Net-(R1-Pad2)*", "Net-(R1-Pad2)", "U1", "5")]
    [InlineData("%TO.P,U1,5*%%TO.N,GND*%%TD.N*%", null, "U1", "5")]
    [InlineData("%TO.P,U1,5*%%TO.N,GND*%%TD*%", null, null, null)]
    public void Objects_carry_net_component_and_pin(string commands, string? net, string? component, string? pin)
    {
        var file = Plot.Metric($"D10*\n{commands}\nX0Y0D03*");

        Assert.Equal(new FeatureAttributes(FeatureFunction.Unstated, net, component, pin), Of(file, Assert.Single(file.Image.Features)));
    }

    [Fact]
    public void Attributes_are_shared()
    {
        var file = Plot.Metric("D10*%TO.N,A*%X0Y0D03*%TO.N,B*%X0Y0D03*%TO.N,A*%X0Y0D03*");

        Assert.Equal(3, file.Image.Attributes.Length);
        Assert.Equal(FeatureAttributes.None, file.Image.Attributes[0]);
    }

    [Fact]
    public void A_component_layer_gives_its_components()
    {
        var file = Plot.Metric(
            "%TA.AperFunction,ComponentMain*%%ADD20C,0.3*%%TA.AperFunction,ComponentPin*%%ADD21C,0*%%TD*%" +
            "D20*%TO.C,R1*%%TO.CRot,270*%%TO.CVal,10k*%%TO.CMPN,RC0603*%X1000Y2000D03*%TD.CVal*%D21*%TO.P,R1,1*%X500Y2000D03*" +
            "%TD*%D20*%TO.C,U1*%X5000Y0D03*");

        Assert.Equal(["R1", "U1"], file.Components.Select(component => component.Designator));
        Assert.Equal((Plot.Mm(1, 2), 270.0), (file.Components[0].At, file.Components[0].Rotation));
        Assert.Equal([".CRot", ".CVal", ".CMPN"], file.Components[0].Attributes.Select(attribute => attribute.Name));
        Assert.Empty(file.Components[1].Attributes);
    }

    [Fact]
    public void A_component_is_where_its_main_flash_is_whatever_else_the_layer_draws()
    {
        var file = Plot.Metric(
            "%TF.FileFunction,Component,L1,Top*%%TA.AperFunction,ComponentMain*%%ADD20C,0.3*%%TA.AperFunction,ComponentOutline,Body*%%ADD21C,0.1*%%TA.AperFunction,ComponentPin*%%ADD22P,0.36X4X0.0*%%TD*%" +
            "%TO.C,J1*%%TO.CRot,-90*%%TO.CMnt,TH*%D20*X3000Y3000D03*D21*X0Y0D02*X6000Y0D01*%TO.P,J1,1,GND*%D22*X1000Y3000D03*%TD*%D20*X9000Y9000D03*");

        var one = Assert.Single(file.Components);
        Assert.Equal(("J1", Plot.Mm(3, 3), -90.0), (one.Designator, one.At, one.Rotation));
        Assert.Equal([".CRot", ".CMnt"], one.Attributes.Select(attribute => attribute.Name));
        Assert.Equal([FeatureFunction.ComponentCentre, FeatureFunction.ComponentOutline, FeatureFunction.ComponentPin, FeatureFunction.ComponentCentre], file.Image.Features.Select(feature => Of(file, feature).Function));
        Assert.Equal(("J1", "1"), (Of(file, file.Image.Features[2]).Component, Of(file, file.Image.Features[2]).Pin));
    }

    [Fact]
    public void A_region_takes_the_net_and_pin_that_are_current_when_it_begins()
    {
        var file = Plot.Metric("%TO.N,GND*%%TO.P,U1,EP*%G36*X0Y0D02*X1000D01*Y1000D01*X0Y0D01*G37*%TD.P*%G36*X0Y0D02*X1000D01*Y1000D01*X0Y0D01*X5000Y0D02*X6000D01*Y1000D01*X5000Y0D01*G37*%TD*%G36*X0Y0D02*X1000D01*Y1000D01*X0Y0D01*G37*");

        Assert.Equal(
            [new FeatureAttributes(FeatureFunction.Unstated, "GND", "U1", "EP"), new FeatureAttributes(FeatureFunction.Unstated, "GND"), new FeatureAttributes(FeatureFunction.Unstated, "GND"), FeatureAttributes.None],
            file.Image.Features.Select(feature => Of(file, feature)));
    }

    [Fact]
    public void Objects_of_a_block_keep_what_they_say_and_take_the_rest_from_its_flash()
    {
        var file = Plot.Metric("%TA.AperFunction,SMDPad,CuDef*%%ADD20C,1*%%TD*%%ABD30*%D20*X0Y0D03*%TO.N,INNER*%D10*X2000Y0D03*%AB*%%TD*%%TO.N,A*%%TO.P,U1,1*%D30*X0Y0D03*%TO.N,B*%%TO.P,U1,2*%X0Y5000D03*");

        Assert.Equal(["A", "INNER", "B", "INNER"], file.Image.Features.Select(feature => Of(file, feature).Net));
        Assert.Equal(["1", "1", "2", "2"], file.Image.Features.Select(feature => Of(file, feature).Pin));
        Assert.Equal([FeatureFunction.SurfacePad, FeatureFunction.Unstated, FeatureFunction.SurfacePad, FeatureFunction.Unstated], file.Image.Features.Select(feature => Of(file, feature).Function));
    }

    [Fact]
    public void Attributes_in_comments_count_like_those_in_commands()
    {
        var commands = Plot.Metric("%TA.AperFunction,ViaPad*%%ADD20C,1*%%TD*%%TO.N,A*%D20*X0Y0D03*%TD.N*%X1000Y0D03*%TO.N,B*%%TO.P,R1,2*%D10*X2000Y0D03*");
        var comments = Plot.Metric("G04 #@! TA.AperFunction,ViaPad*%ADD20C,1*%G04 #@! TD*G04 #@! TO.N,A*D20*X0Y0D03*G04 #@! TD.N*X1000Y0D03*G04 #@! TO.N,B*G04 #@! TO.P,R1,2*D10*X2000Y0D03*");

        Assert.Equal(commands.Image.Features.Select(feature => Of(commands, feature)), comments.Image.Features.Select(feature => Of(comments, feature)));
        Assert.Equal([("A", FeatureFunction.ViaPad), (null, FeatureFunction.ViaPad), ("B", FeatureFunction.Unstated)], comments.Image.Features.Select(feature => (Of(comments, feature).Net, Of(comments, feature).Function)));
        Assert.Empty(comments.Comments);
    }

    [Fact]
    public void Comments_and_names_come_with_their_lines()
    {
        var file = Plot.Raw("G04 Layer: TopLayer*\n%INmain board*%\nG0448461acd9e5, 10*\n%LNTop*%\nG4 short*\nG04*\nM02*");

        Assert.Equal([new GerberComment(1, "Layer: TopLayer"), new GerberComment(3, "48461acd9e5, 10"), new GerberComment(5, "short")], file.Comments);
        Assert.Equal([new GerberName("IN", "main board", 2), new GerberName("LN", "Top", 4)], file.Names);
        Assert.Empty(file.Diagnostics);
    }

    private static FeatureAttributes Of(GerberFile file, Feature feature) => file.Image.Attributes[feature.Attributes];

    private static GerberFile Region() => Plot.Metric("%TA.AperFunction,Conductor*%G36*X0Y0D02*X1000D01*Y1000D01*X0Y0D01*G37*");
}
