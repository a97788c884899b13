using System.Net.Http.Headers;
using Turnkey.Contracts.Parties;
using Turnkey.Storage;

namespace Turnkey.Server.Tests.Trade;

/// <summary>An organisation with somebody of every role, each with a token.</summary>
/// <param name="Name">What the rules of access call it.</param>
/// <param name="Actor">Somebody who may do everything that this kind of organisation does.</param>
/// <param name="Tokens">By role; under <see cref="Everything"/> that of <paramref name="Actor"/>.</param>
internal sealed record Party(string Name, Guid Id, Actor Actor, string Mail, IReadOnlyDictionary<Roles, string> Tokens)
{
    public const Roles Everything = Roles.Buyer | Roles.Engineer | Roles.Estimator | Roles.Sales | Roles.Planner | Roles.Quality | Roles.Admin;

    public const string Password = "correct horse battery";

    public AuthenticationHeaderValue As(Roles role = Everything) => new("Bearer", Tokens[role]);
}
