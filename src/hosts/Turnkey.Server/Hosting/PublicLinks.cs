using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Turnkey.Server.Hosting;

/// <summary>Paths as links that work outside: in mails and messages. From what was set, not from what a request calls us, which its sender could choose.</summary>
internal sealed class PublicLinks(ServerOptions options, IServer server)
{
    public string To(string path) => Address + path;

    private string Address => (options.PublicAddress.Length > 0 ? options.PublicAddress : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? options.Listen).TrimEnd('/');
}
