using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Turnkey.Server.Tests.Mails;

/// <summary>A mail server that takes what it is given: greeting, STARTTLS, AUTH PLAIN, envelopes, data.</summary>
internal sealed class LocalMailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<ReceivedMail> mails = new();
    private readonly SemaphoreSlim arrived = new(0);
    private readonly Task running;

    public LocalMailServer()
    {
        listener.Start();
        running = RunAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What it encrypts with; null when it does not.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Answers to RCPT TO, one after the other; then 250.</summary>
    public ConcurrentQueue<string> Refusals { get; } = new();

    public List<string> SignedIn { get; } = [];

    /// <summary>Everything that was said before it was encrypted.</summary>
    public StringBuilder InClear { get; } = new();

    public static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    public async Task<ReceivedMail> NextAsync()
    {
        Assert.True(await arrived.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken), "no mail came");
        return mails.TryDequeue(out var mail) ? mail : throw new InvalidOperationException("no mail came");
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await running;
        stop.Dispose();
        arrived.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                try
                {
                    await ServeAsync(client.GetStream());
                }
                catch (Exception gone) when (gone is IOException or System.Security.Authentication.AuthenticationException)
                {
                    // The client hung up, or does not trust us.
                }
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Stream stream)
    {
        var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var encrypted = false;
        var (from, to) = ("", "");
        await SayAsync("220 local");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            if (!encrypted) InClear.AppendLine(line);
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await SayAsync(Certificate is null ? "250 local" : encrypted ? "250-local\r\n250 AUTH LOGIN PLAIN" : "250-local\r\n250 STARTTLS");
                    break;
                case "STARTTLS":
                    await SayAsync("220 go ahead");
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(Certificate!);
                    (stream, encrypted) = (secure, true);
                    reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
                    break;
                case "AUTH":
                    SignedIn.Add(Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])));
                    await SayAsync("235 welcome");
                    break;
                case "MAIL":
                    from = line["MAIL FROM:".Length..];
                    await SayAsync("250 ok");
                    break;
                case "RCPT":
                    to = line["RCPT TO:".Length..];
                    await SayAsync(Refusals.TryDequeue(out var refusal) ? refusal : "250 ok");
                    break;
                case "DATA":
                    await SayAsync("354 go on");
                    var text = new StringBuilder();
                    while (await reader.ReadLineAsync(stop.Token) is { } data and not ".") text.Append(data.StartsWith('.') ? data[1..] : data).Append("\r\n");
                    await SayAsync("250 taken");
                    mails.Enqueue(new ReceivedMail(from, to, text.ToString()));
                    arrived.Release();
                    break;
                case "QUIT":
                    await SayAsync("221 bye");
                    return;
                default:
                    await SayAsync("250 ok");
                    break;
            }
        }

        async Task SayAsync(string answer)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"), stop.Token);
            await stream.FlushAsync(stop.Token);
        }
    }
}

/// <summary>A mail as it came.</summary>
internal sealed record ReceivedMail(string From, string To, string Message)
{
    public string Header(string name) => Head.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n").Single(line => line.StartsWith(name + ": ", StringComparison.Ordinal))[(name.Length + 2)..];

    public string Text => Encoding.UTF8.GetString(Convert.FromBase64String(Message[(Message.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Replace("\r\n", "", StringComparison.Ordinal)));

    private string Head => Message[..Message.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
}
