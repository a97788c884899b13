using System.Text;
using Turnkey.Designs.Specification;
using Turnkey.Intake.Specification;
using Turnkey.Kernel;

namespace Turnkey.Intake.Tests.Specification;

public sealed class SpecificationTests
{
    [Theory]
    [InlineData("Board thickness: 1.6mm", "thickness", "1.6 mm")]
    [InlineData("FINISHED THICKNESS 0.062\" +/-10%", "thickness", "1.5748 mm")]
    [InlineData("Dicke 0,8 mm", "thickness", "0.8 mm")]
    [InlineData("Surface finish ENIG (immersion gold)", "finish", "ENIG")]
    [InlineData("finish: HASL, lead free hasl", "finish", "HASL lead-free")]
    [InlineData("Immersion silver finish per IPC-4553", "finish", "immersion silver")]
    [InlineData("Solder mask: matte black both sides", "mask-colour", "matte black")]
    [InlineData("Silkscreen colour white", "legend-colour", "white")]
    [InlineData("Material FR4 TG170", "tg", "170 °C")]
    [InlineData("Material FR4 TG170", "material", "FR-4")]
    [InlineData("Outer copper weight 2 oz", "outer-copper", "70 µm")]
    [InlineData("Inner layers copper 1/2 oz", "inner-copper", "17.5 µm")]
    [InlineData("Fabricate to IPC-6012 Class 3", "ipc-class", "3")]
    [InlineData("Vias tented both sides", "via-treatment", "tented")]
    [InlineData("Impedance controlled, 50 ohm on layer 1", "impedance", "controlled, 50 Ω")]
    [InlineData("CONTROLLED IMPEDANCE IS NOT REQUIRED", "impedance", "none")]
    [InlineData("Conformal coating: acrylic", "coating", "acrylic conformal coating")]
    [InlineData("Assembly must be RoHS compliant", "rohs", "yes")]
    public void Notes_say_a_field(string line, string field, string value)
    {
        var statements = NotesReading.Read(new NotesText("fab.txt", ["", line])).ToArray();

        var found = Assert.Single(statements, statement => statement.Field == field);
        Assert.Equal((value, "fab.txt:2"), (found.Value, found.Place));
    }

    [Theory]
    [InlineData("Stencil thickness 0.1 mm")]
    [InlineData("Gold thickness 0.05 um")]
    [InlineData("The quick brown fox, 5 mm tall")]
    [InlineData("green")]
    [InlineData("no ENIG")]
    public void Notes_that_mean_something_else_say_nothing(string line) => Assert.Empty(NotesReading.Read(new NotesText("notes.txt", [line])));

    [Fact]
    public void Every_field_has_a_value_and_a_source()
    {
        var specification = SpecificationReading.Read([], []).Specification;

        Assert.Equal(SpecificationNames.All, specification.Fields.Select(field => field.Name));
        Assert.All(specification.Fields, field => Assert.True(field.State == SpecificationState.Assumed && field.Value.Length > 0 && field.Source.Length > 0, field.Name));
    }

    [Fact]
    public void What_is_given_counts_before_the_files_and_those_before_defaults()
    {
        var given = new SpecificationField("finish", "OSP", SpecificationState.Given, "spec.yaml:1");
        var (specification, diagnostics) = SpecificationReading.Read([given], [new("finish", "ENIG", "a.txt", 3), new("thickness", "0.8 mm", "a.txt", 4)]);

        Assert.Equal(("OSP", SpecificationState.Given), (specification["finish"]!.Value, specification["finish"]!.State));
        Assert.Equal(("0.8 mm", SpecificationState.FromFile, "a.txt:4"), (specification["thickness"]!.Value, specification["thickness"]!.State, specification["thickness"]!.Source));
        Assert.Contains(diagnostics, diagnostic => diagnostic.Code == "spec.given-differs");
    }

    [Fact]
    public void Two_files_that_disagree_are_a_diagnostic_at_the_second()
    {
        var (specification, diagnostics) = SpecificationReading.Read([], [new("finish", "ENIG", "board.gbrjob", 12), new("finish", "HASL", "notes.txt", 3)]);

        Assert.Equal("ENIG", specification["finish"]!.Value);
        Assert.Contains(diagnostics, diagnostic => diagnostic is { Code: "spec.conflict", File: "notes.txt", Line: 3, Severity: Severity.Warning });
    }

    [Fact]
    public void A_specification_file_is_read_with_its_lines()
    {
        var (fields, diagnostics) = SpecificationFile.Read("spec.yaml", Encoding.UTF8.GetBytes("finish: OSP\ncolour: pink\nthickness:\n"));

        Assert.Equal(("finish", "OSP", "spec.yaml:1"), (fields.Single().Name, fields.Single().Value, fields.Single().Source));
        Assert.Contains(diagnostics, diagnostic => diagnostic is { Code: "spec.unknown-field", Line: 2 });
        Assert.Contains(diagnostics, diagnostic => diagnostic is { Code: "spec.no-value", Line: 3 });
    }

    [Theory]
    [InlineData("thickness: -4 mm")]
    [InlineData("thickness: thick")]
    [InlineData("finish: chocolate")]
    [InlineData("outer-copper: banana")]
    [InlineData("ipc-class: 9")]
    [InlineData("rohs: maybe")]
    [InlineData("tg: 20 °C")]
    public void A_value_that_cannot_be_is_refused_with_its_line(string text) =>
        Assert.Contains(SpecificationFile.Read("spec.yaml", Encoding.UTF8.GetBytes(text)).Diagnostics, diagnostic => diagnostic is { Code: "spec.bad-value", Line: 1, Severity: Severity.Error });

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("finish: [")]
    [InlineData("\u0000\u0001")]
    public void A_broken_specification_file_is_a_diagnostic(string text) =>
        Assert.Contains(SpecificationFile.Read("spec.yaml", Encoding.UTF8.GetBytes(text)).Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
}
