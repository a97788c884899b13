namespace Turnkey.Server.Hosting;

/// <summary>
/// How papers are served that are pages of their own (review, offer, costing). Each holds a policy with the hashes of its style and script; beside it this
/// one puts it into a sandbox without this site's origin, so that it can neither read cookies nor ask the server for anything, whatever is in it.
/// </summary>
internal static class SelfContained
{
    public const string Policy = "sandbox allow-scripts allow-popups; default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
}
