using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Suppliers;

/// <summary>What is known of a supplier's interface: a row of the table of suppliers.</summary>
/// <param name="Name">As it stands on offers.</param>
/// <param name="Channel">Whether it sells what manufacturers supply to it; for an index of sellers not known.</param>
/// <param name="Address">Where questions go; empty for a supplier without an interface here.</param>
/// <param name="TokenAddress">Where access tokens come from (OAuth 2); empty where none is needed.</param>
/// <param name="Fresh">An answer younger than this is not asked again.</param>
/// <param name="Retention">An answer older than this is neither used nor kept; zero where the terms allow no copy.</param>
/// <param name="PerSecond">Requests allowed; 0 where not limited. So for <paramref name="PerMinute"/> and <paramref name="PerDay"/>.</param>
/// <param name="Parallel">Requests under way at once.</param>
/// <param name="TimeOut">For one request.</param>
/// <param name="Attempts">How often a request is sent before the question counts as failed.</param>
/// <param name="FirstWait">Before the second attempt; it doubles with each.</param>
/// <param name="AwayAfter">Questions that fail one after the other until the interface counts as away and is left alone.</param>
/// <param name="Currency">In which it answers when none is asked for; null where it depends.</param>
public sealed record SupplierTerms(
    string Name,
    SupplyChannel Channel,
    string Address,
    string TokenAddress,
    TimeSpan Fresh,
    TimeSpan Retention,
    int PerSecond,
    int PerMinute,
    int PerDay,
    int Parallel,
    TimeSpan TimeOut,
    int Attempts,
    TimeSpan FirstWait,
    int AwayAfter,
    Currency? Currency)
{
    /// <summary>First part of the names of environment variables that hold its keys: <c>DIGIKEY</c>.</summary>
    public string KeyName { get; init; } = "";

    /// <summary>What a key to it consists of, in the words of the environment variables: <c>KEY</c>, or <c>ID</c> and <c>SECRET</c>.</summary>
    public ImmutableArray<string> KeyParts { get; init; } = [];

    /// <summary>The environment variables that hold its keys: <c>TURNKEY_DIGIKEY_ID and TURNKEY_DIGIKEY_SECRET</c>.</summary>
    public string KeyVariables => string.Join(" and ", KeyParts.DefaultIfEmpty("KEY").Select(part => $"TURNKEY_{KeyName}_{part}"));

    /// <summary>Parts that one request asks for, where the interface can answer several (<see cref="IBatchInterface"/>).</summary>
    public int PartsPerRequest { get; init; } = 1;

    /// <summary>What an access token is asked for (OAuth 2); empty where the interface wants none named.</summary>
    public string TokenScope { get; init; } = "";

    /// <summary>A supplier that wants a longer wait than this before the next attempt counts as away.</summary>
    public TimeSpan LongestWait { get; init; }
}
