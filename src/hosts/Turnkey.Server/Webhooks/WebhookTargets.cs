using System.Net;
using System.Net.Sockets;
using Turnkey.Contracts;

namespace Turnkey.Server.Webhooks;

/// <summary>
/// Where messages may go. An organisation chooses the address, so it must not reach what only this machine or its network can reach: the check is made on
/// the address that is connected to, after the name was resolved, so that a name that changes its mind in between gains nothing.
/// </summary>
internal sealed class WebhookTargets(ServerOptions options)
{
    private const int LongestUrl = 2000;

    /// <summary>Null when messages may be sent there, as far as the address alone says.</summary>
    public Refusal? Judge(string url)
    {
        if (url.Length > LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out var target) || target.UserInfo.Length > 0 || target.Fragment.Length > 0) return new Refusal("webhook.url", "give a whole address, for example https://erp.example.com/turnkey, without user and password");
        if (options.PrivateWebhooks) return target.Scheme is "https" or "http" ? null : new Refusal("webhook.url", "messages are sent by https or http");
        if (target.Scheme != "https") return new Refusal("webhook.url", "messages are sent by https, so that nobody on the way reads them");
        return target.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 && IPAddress.TryParse(target.DnsSafeHost, out var address) && !Public(address)
            ? new Refusal("webhook.private", "messages are not sent to addresses of a private network; whoever runs this installation can allow it")
            : null;
    }

    /// <summary>Connects to the first address of a host that may be reached.</summary>
    /// <exception cref="HttpRequestException">None may be, or answers.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint host, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(host.Host, cancel);
        var allowed = options.PrivateWebhooks ? addresses : [.. addresses.Where(Public)];
        if (allowed.Length == 0) throw new HttpRequestException($"{host.Host} is not an address that messages may be sent to");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Reachable from everywhere: none of the blocks that IANA's registries of special-purpose addresses (RFC 6890 and updates) keep for other uses.</summary>
    public static bool Public(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return !Array.Exists(address.AddressFamily == AddressFamily.InterNetwork ? Special4 : Special6, block => block.Contains(address));
    }

    private static readonly IPNetwork[] Special4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(block => IPNetwork.Parse(block)),
    ];

    /// <summary>Everything outside global unicast, and of that what stands for IPv4 addresses or is for documentation.</summary>
    private static readonly IPNetwork[] Special6 =
    [
        .. new[] { "::/3", "4000::/2", "8000::/1", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(block => IPNetwork.Parse(block)),
    ];
}
