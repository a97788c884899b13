using System.Collections.Immutable;
using System.ComponentModel;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Parties;
using Turnkey.Storage;

namespace Turnkey.Server.Api;

/// <summary>One's own organisation, and those that one may know of: manufacturers that want to be found, and whom one works with.</summary>
internal static class OrganisationsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/organisation", OwnAsync).Needs(Permission.Read).WithTags("Organisations")
            .Says("readOrganisation", "Read your organisation").Gives<Organisation>();
        api.MapPut("/organisation", WriteAsync).Needs(Permission.Administer).WithTags("Organisations")
            .Says("writeOrganisation", "Change your organisation", "A certificate that comes or goes opens or closes the designs of the requests that ask for it. Send the ETag you read as If-Match.", OrganisationContent.Example)
            .Gives<Organisation>();
        api.MapGet("/organisations", DirectoryAsync).Needs(Permission.Read).WithTags("Organisations")
            .Says("listOrganisations", "List organisations", "Manufacturers that want to be found, and whom you work with, by name.").Gives<Page<Organisation>>();
        api.MapGet("/organisations/{id:guid}", OneAsync).Needs(Permission.Read).WithTags("Organisations")
            .Says("readOrganisationOf", "Read an organisation").Gives<Organisation>();
    }

    private static Task<IResult> OwnAsync(HttpContext context, Store store, CancellationToken cancel) => OneAsync(context, store, context.Actor().Organisation, cancel);

    private static async Task<IResult> OneAsync(HttpContext context, Store store, Guid id, CancellationToken cancel) =>
        await ReadParties.OneAsync(store, context.Actor(), id, cancel) is { } found ? Answers.Tagged(context, found.Organisation, found.Version) : Problems.Of(Refusal.NotFound("organisation"));

    private static Task<IResult> DirectoryAsync(HttpContext context, Store store, [AsParameters] PageQuery page, [Description("Part of the name.")] string? find, [Description("Only customers, manufacturers or suppliers.")] string? kind, CancellationToken cancel)
    {
        var wanted = OrganisationKinds.None;
        return kind is { Length: > 0 } && !Enum.TryParse(kind, ignoreCase: true, out wanted)
            ? Task.FromResult(Problems.Of(new Refusal("organisation.kind", "kinds are customer, manufacturer and supplier")))
            : page.AnswerAsync(
                (count, after) => ReadParties.DirectoryAsync(store, context.Actor(), find ?? "", wanted, count, after is null ? null : (after.Key, after.Id), cancel),
                one => new Position(one.Name, one.Id), one => one);
    }

    private static async Task<IResult> WriteAsync(HttpContext context, Store store, OrganisationContent content, CancellationToken cancel)
    {
        if (!Answers.ExpectedVersion(context.Request).TryGet(out var version, out var why)) return Problems.Of(why);
        return (await EditOrganisation.RunAsync(store, context.Actor(), content.Read(context.Actor().Organisation), version, cancel)).Answer(made => made);
    }
}

/// <summary>What an organisation says of itself.</summary>
internal sealed record OrganisationContent(string Name, ImmutableArray<OrganisationKinds> Kinds, string Country)
{
    public static OrganisationContent Example { get; } = new("Nordwind Elektronik", [OrganisationKinds.Manufacturer], "EE")
    {
        Address = "Riia 24\n51010 Tartu",
        Mail = "rfq@nordwind.example",
        Certifications = [new Certification(Standards.Iso9001, "9001-4711", "Certifier", new DateOnly(2029, 5, 31))],
        Sites = [new Site("Tartu", "EE", "Tartu")],
    };

    public string Address { get; init; } = "";

    public string Mail { get; init; } = "";

    public ImmutableArray<Certification> Certifications { get; init; } = [];

    public ImmutableArray<Site> Sites { get; init; } = [];

    public Organisation Read(Guid id) =>
        new(id, Name, Kinds.Aggregate(OrganisationKinds.None, (all, one) => all | one), Country) { Address = Address, Mail = Mail, Certifications = Certifications, Sites = Sites };
}
