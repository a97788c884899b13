using System.Collections.Immutable;
using System.ComponentModel;
using Turnkey.Contracts.Requests;

namespace Turnkey.Server.Api;

/// <summary>What is asked for, as it is written: a revision without what the server says of it.</summary>
internal sealed record RfqContent
{
    public static RfqContent Example { get; } = new()
    {
        Label = "C",
        Note = "Connector J3 moved by 2 mm.",
        Services = [Service.Fabrication, Service.Assembly],
        Quantities = [10, 100, 1000],
        AnnualVolume = 4000,
        Releases = [new ReleaseLot(500, new DateOnly(2027, 6, 1))],
        Currency = "EUR",
        Destination = "DE",
        AnswersDue = new DateOnly(2027, 3, 15),
    };

    [Description("As it was read; writing does not change it.")]
    public int? Number { get; init; }

    [Description("As it was read; writing does not change it.")]
    public string? Package { get; init; }

    [Description("As it was read; writing does not change it.")]
    public string? PackageName { get; init; }

    [Description("Identifier of the uploaded package.")]
    public Guid? Upload { get; init; }

    public string Label { get; init; } = "";

    public string Note { get; init; } = "";

    public ImmutableArray<Service> Services { get; init; } = [];

    public DesignService? Design { get; init; }

    public ImmutableArray<int> Quantities { get; init; } = [];

    public int? AnnualVolume { get; init; }

    public ImmutableArray<ReleaseLot> Releases { get; init; } = [];

    [Description("Designators of what you supply; the manufacturer buys everything else.")]
    public ImmutableArray<string> Consigned { get; init; } = [];

    [Description("ISO 4217.")]
    public string Currency { get; init; } = "USD";

    [Description("ISO 3166 alpha-2.")]
    public string Destination { get; init; } = "";

    [Description("Workmanship by IPC-A-610: 1, 2 or 3.")]
    public int IpcClass { get; init; } = 2;

    public DateOnly? AnswersDue { get; init; }

    public RequestRevision Read() => new(0, "")
    {
        Upload = Upload,
        Label = Label,
        Note = Note,
        Services = Services,
        Design = Design,
        Quantities = Quantities,
        AnnualVolume = AnnualVolume,
        Releases = Releases,
        Consigned = Consigned,
        Currency = Currency,
        Destination = Destination,
        IpcClass = IpcClass,
        AnswersDue = AnswersDue,
    };
}
