using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Storage.Schema;

namespace Turnkey.Storage;

/// <summary>What somebody else did first, said to the person who came second.</summary>
internal static class Conflict
{
    /// <summary>What each key of the schema means to people.</summary>
    private static readonly Dictionary<string, string> Taken = new(StringComparer.Ordinal)
    {
        ["api_tokens"] = "this token is already there; make another one",
        ["bundles"] = "this bundle was taken in before",
        ["cost_sheets"] = "this offer already has a cost sheet",
        ["idempotency"] = "a request with this idempotency key was answered meanwhile; send it again to get its answer",
        ["invitations"] = "this manufacturer is already invited to this request",
        ["joins"] = "this invitation is already there; make another one",
        ["memberships"] = "this person already belongs to the organisation",
        ["offers"] = "there is already an offer with this number; load the request again and make a new one",
        ["orders"] = "there is already an order with this number; choose another one",
        ["organisations"] = "this organisation is already known here",
        ["package_grants"] = "this package is already shown to the manufacturer",
        ["rfqs"] = "there is already a request with this number; choose another one",
        ["users"] = "there is already an account with this name; sign in, or choose another name",
    };

    /// <summary>Null when the error is no conflict but a fault.</summary>
    public static Refusal? Explain(DbUpdateException error, IDatabase database)
    {
        if (error is DbUpdateConcurrencyException) return new Refusal("changed-meanwhile", "somebody changed this meanwhile; load it again, and repeat your change if it is still wanted");
        return error.InnerException is { } inner && database.TakenKey(inner) is { } table
            ? new Refusal("already-there", Taken.GetValueOrDefault(table, "this is already there; load the page again"))
            : null;
    }
}
