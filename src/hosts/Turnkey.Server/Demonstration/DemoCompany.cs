using Turnkey.Contracts.Parties;
using Turnkey.Storage;

namespace Turnkey.Server.Demonstration;

/// <summary>An invented company of the demonstration, with the one person who does everything there.</summary>
internal sealed record DemoCompany(Organisation Profile, string Person, string Mail)
{
    public static DemoCompany Customer { get; } = new(
        new Organisation(Guid.Empty, "Nordic Sense", OrganisationKinds.Customer, "SE") { Mail = "purchasing@nordic-sense.example", Address = "Nordic Sense AB\nKungsgatan 1\n111 43 Stockholm" },
        "Anna Berg", "anna@nordic-sense.example");

    public static DemoCompany Baltic { get; } = new(
        new Organisation(Guid.Empty, "Baltic Assembly", OrganisationKinds.Manufacturer, "EE")
        {
            Mail = "sales@baltic-assembly.example",
            Address = "Baltic Assembly OÜ\nRingtee 75\n50501 Tartu",
            Sites = [new Site("Tartu", "EE", "Tartu")],
            Certifications = [new Certification(Standards.Iso9001, "DEMO-1", "invented", new DateOnly(2099, 12, 31)), new Certification(Standards.Iso13485, "DEMO-2", "invented", new DateOnly(2099, 12, 31)), new Certification(Standards.IpcClass3, "DEMO-3", "invented", new DateOnly(2099, 12, 31))],
        },
        "Kadri Tamm", "kadri@baltic-assembly.example");

    public static DemoCompany Delta { get; } = new(
        new Organisation(Guid.Empty, "Delta Circuits", OrganisationKinds.Manufacturer, "MY")
        {
            Mail = "sales@delta-circuits.example",
            Address = "Delta Circuits Sdn Bhd\n11900 Bayan Lepas\nPenang",
            Sites = [new Site("Penang", "MY", "Bayan Lepas")],
            Certifications = [new Certification(Standards.Iso9001, "DEMO-4", "invented", new DateOnly(2099, 12, 31))],
        },
        "Lim Wei", "wei@delta-circuits.example");

    /// <summary>The person at work.</summary>
    public Actor At(Guid organisation, Guid user, Roles roles) => new(organisation, user, Person, roles);
}
