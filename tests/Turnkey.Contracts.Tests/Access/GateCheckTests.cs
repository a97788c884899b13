using Turnkey.Contracts.Access;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;

namespace Turnkey.Contracts.Tests.Access;

public sealed class GateCheckTests
{
    private static readonly Gate.CertificationHeld Iso9001 = new(Standards.Iso9001);

    [Fact]
    public void All_gates_passed_open_the_design_until_the_certificate_runs_out()
    {
        var result = GateCheck.Judge(Samples.Gates, Samples.Invitation, Samples.Manufacturer, Samples.Today);
        Assert.True(result.Open);
        Assert.Equal(new DateOnly(2027, 6, 30), result.Until);
    }

    [Fact]
    public void Without_gates_it_is_open_for_good() => Assert.Equal((true, null), (GateCheck.Judge([], Samples.Invitation, Samples.Manufacturer, Samples.Today).Open, GateCheck.Judge([], Samples.Invitation, Samples.Manufacturer, Samples.Today).Until));

    [Fact]
    public void One_closed_gate_of_three_closes_and_is_named()
    {
        for (var i = 0; i < Samples.Gates.Length; i++)
        {
            var (invitation, manufacturer) = Samples.Gates[i] is Gate.CertificationHeld
                ? (Samples.Invitation, Samples.Manufacturer with { Certifications = [] })
                : (Samples.Invitation with { Accepted = [.. Samples.Invitation.Accepted.Where(one => one.Gate != Samples.Gates[i].Key)] }, Samples.Manufacturer);
            var result = GateCheck.Judge(Samples.Gates, invitation, manufacturer, Samples.Today);
            Assert.Equal(Samples.Gates[i], Assert.Single(result.Closed).Gate);
            Assert.Null(result.Until);
        }
    }

    [Fact]
    public void An_agreement_that_was_accepted_in_other_words_is_not_accepted()
    {
        var changed = new Gate.Nda("Mutual NDA", "Nothing is told to anybody. Ever.");
        Assert.False(GateCheck.Judge([changed], Samples.Invitation, Samples.Manufacturer, Samples.Today).Open);
        Assert.True(GateCheck.Judge([new Gate.Nda("Another title", "Nothing is told to anybody.")], Samples.Invitation, Samples.Manufacturer, Samples.Today).Open);
    }

    [Theory]
    [InlineData("EE", "EE", true)]
    [InlineData("EE", "DE", true)]
    [InlineData("US", "EE", false)]
    [InlineData("EE", "US", false)]
    public void Export_control_looks_at_the_company_and_at_every_site(string country, string site, bool open)
    {
        var manufacturer = Samples.Manufacturer with { Country = country, Sites = [new("First", "EE", ""), new("Second", site, "")] };
        Assert.Equal(open, GateCheck.Judge([Samples.Gates[1]], Samples.Invitation, manufacturer, Samples.Today).Open);
    }

    [Fact]
    public void Export_control_without_countries_asks_for_the_declaration_alone()
    {
        var anywhere = new Gate.ExportControl("EAR99", []);
        Assert.False(GateCheck.Judge([anywhere], Samples.Invitation, Samples.Manufacturer with { Country = "BR" }, Samples.Today).Open);
        var declared = Samples.Made(Samples.Invitation.Accept(new(anywhere.Key, "B", Samples.Now)));
        Assert.True(GateCheck.Judge([anywhere], declared, Samples.Manufacturer with { Country = "BR" }, Samples.Today).Open);
    }

    [Fact]
    public void A_declaration_for_other_countries_is_another_declaration()
    {
        Assert.NotEqual(new Gate.ExportControl("EAR99", ["DE"]).Key, new Gate.ExportControl("EAR99", ["DE", "EE"]).Key);
        Assert.Equal(new Gate.ExportControl("EAR99", ["EE", "DE"]).Key, new Gate.ExportControl("EAR99", ["DE", "EE"]).Key);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_certificate_holds_to_the_end_of_its_last_day(int day, bool open)
    {
        var manufacturer = Samples.Manufacturer with { Certifications = [new(Standards.Iso9001, "1", "TÜV", Samples.Today.AddDays(1))] };
        Assert.Equal(open, GateCheck.Judge([Iso9001], Samples.Invitation, manufacturer, Samples.Today.AddDays(day)).Open);
    }

    [Fact]
    public void Two_certificates_carry_on_where_one_ends_and_the_first_gate_to_close_counts()
    {
        var manufacturer = Samples.Manufacturer with
        {
            Certifications = [new(Standards.Iso9001, "1", "TÜV", new DateOnly(2026, 3, 1)), new(Standards.As9100, "2", "TÜV", new DateOnly(2028, 3, 1)), new(Standards.Iso13485, "3", "TÜV", new DateOnly(2027, 1, 1))],
        };
        Assert.Equal(new DateOnly(2028, 3, 1), GateCheck.Judge([Iso9001], Samples.Invitation, manufacturer, Samples.Today).Until);
        Assert.Equal(new DateOnly(2027, 1, 1), GateCheck.Judge([Iso9001, new Gate.CertificationHeld(Standards.Iso13485)], Samples.Invitation, manufacturer, Samples.Today).Until);
    }

    /// <summary>Everything that one standard shows of another: itself, and the three that are contained whole.</summary>
    [Fact]
    public void Of_the_standards_only_these_contain_another()
    {
        string[] contained =
        [
            .. from held in Standards.All
               from asked in Standards.All
               where held != asked && Standards.Satisfies(held, asked)
               select $"{held} contains {asked}",
        ];
        Assert.Equal(["IATF 16949 contains ISO 9001", "AS9100 contains ISO 9001", "IPC-A-610 class 3 contains IPC-A-610 class 2"], contained);
        Assert.All(Standards.All, standard => Assert.True(Standards.Satisfies(standard, standard)));
    }

    [Fact]
    public void A_view_through_gates_keeps_everything_but_the_design()
    {
        var closed = Samples.Made(ManufacturerView.Of(Samples.Rfq, Samples.Invitation with { Accepted = [] }, Samples.Manufacturer, Samples.Today));
        Assert.Equal(ContractJson.Write(Samples.Rfq with { Revisions = [Samples.Revision with { Package = "", PackageName = "", Note = "", Consigned = [], Design = null }] }), ContractJson.Write(closed));
        Assert.Equal(ContractJson.Write(Samples.Rfq), ContractJson.Write(Samples.Made(ManufacturerView.Of(Samples.Rfq, Samples.Invitation, Samples.Manufacturer, Samples.Today))));
    }
}
