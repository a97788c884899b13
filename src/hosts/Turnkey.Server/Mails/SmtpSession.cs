using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Turnkey.Server.Mails;

/// <summary>
/// As much of SMTP (RFC 5321) as a sender needs: greeting, STARTTLS, one way to sign in, one mail after the other. The framework's own client is not for
/// new work, says its documentation, and cannot check what it encrypts for.
/// </summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private readonly TcpClient connection;
    private Stream stream;
    private StreamReader reader;

    private SmtpSession(TcpClient connection)
    {
        this.connection = connection;
        stream = connection.GetStream();
        reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
    }

    /// <summary>Connects, encrypts and signs in, as the options say. Without encryption no password is ever sent.</summary>
    /// <param name="trust">How the server's certificate is judged; null for the machine's own trust.</param>
    /// <exception cref="SmtpException">The server does not do what is needed.</exception>
    /// <exception cref="IOException">It cannot be reached, or its certificate is not trusted.</exception>
    public static async Task<SmtpSession> OpenAsync(MailOptions options, RemoteCertificateValidationCallback? trust, CancellationToken cancel)
    {
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync(options.Host, options.Port, cancel);
            var session = new SmtpSession(client);
            try
            {
                await session.BeginAsync(options, trust, cancel);
                return session;
            }
            catch
            {
                await session.DisposeAsync();
                throw;
            }
        }
        catch (Exception fault) when (fault is SocketException or System.Security.Authentication.AuthenticationException)
        {
            client.Dispose();
            throw new IOException(fault.Message, fault);
        }
    }

    /// <exception cref="SmtpException">The server did not take it.</exception>
    public async Task SendAsync(string from, string to, string message, CancellationToken cancel)
    {
        await SayAsync($"MAIL FROM:<{from}>", 250, cancel);
        try
        {
            await SayAsync($"RCPT TO:<{to}>", 250, cancel);
            await SayAsync("DATA", 354, cancel);
        }
        catch (SmtpException)
        {
            // The next mail begins anew.
            await SayAsync("RSET", 250, cancel);
            throw;
        }
        // A line with only a full stop ends the mail: one that begins with a full stop gets another one.
        await SayAsync(string.Join("\r\n", message.TrimEnd('\r', '\n').Split("\r\n").Select(line => line.StartsWith('.') ? "." + line : line)) + "\r\n.", 250, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await WriteAsync("QUIT", CancellationToken.None);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Whoever has hung up already needs no farewell.
        }
        reader.Dispose();
        await stream.DisposeAsync();
        connection.Dispose();
    }

    private async Task BeginAsync(MailOptions options, RemoteCertificateValidationCallback? trust, CancellationToken cancel)
    {
        Expect(await ReadAsync(cancel), 220);
        var can = await GreetAsync(cancel);
        if (options.Encrypted)
        {
            if (!can.Contains("STARTTLS", StringComparer.OrdinalIgnoreCase)) throw new SmtpException($"{options.Host} does not encrypt; use another port, or turn encryption off where nobody can listen");
            await SayAsync("STARTTLS", 220, cancel);
            // Whatever came unencrypted after the answer was put there by somebody in between: it goes with the reader.
            reader.Dispose();
            var secure = new SslStream(stream, leaveInnerStreamOpen: false);
            stream = secure;
            await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = options.Host, RemoteCertificateValidationCallback = trust }, cancel);
            reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
            can = await GreetAsync(cancel);
        }
        if (options.User.Length == 0) return;
        if (!options.Encrypted) throw new SmtpException("a password is not sent without encryption");
        if (!can.Any(line => line.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase) && line.Split(' ').Contains("PLAIN", StringComparer.OrdinalIgnoreCase))) throw new SmtpException($"{options.Host} takes no password (AUTH PLAIN)");
        await SayAsync("AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{options.User}\0{options.Password}")), 235, cancel);
    }

    /// <summary>What the server can.</summary>
    private async Task<IReadOnlyList<string>> GreetAsync(CancellationToken cancel)
    {
        await WriteAsync("EHLO turnkey", cancel);
        var answer = await ReadAsync(cancel);
        Expect(answer, 250);
        return [.. answer.Lines.Skip(1)];
    }

    private async Task SayAsync(string line, int expected, CancellationToken cancel)
    {
        await WriteAsync(line, cancel);
        Expect(await ReadAsync(cancel), expected);
    }

    private static void Expect((int Code, IReadOnlyList<string> Lines) answer, int code)
    {
        if (answer.Code != code) throw new SmtpException($"{answer.Code} {string.Join(' ', answer.Lines)}") { Lasting = answer.Code >= 500 };
    }

    private async Task WriteAsync(string line, CancellationToken cancel)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancel);
        await stream.FlushAsync(cancel);
    }

    private async Task<(int Code, IReadOnlyList<string> Lines)> ReadAsync(CancellationToken cancel)
    {
        var lines = new List<string>();
        while (true)
        {
            var line = await reader.ReadLineAsync(cancel) ?? throw new IOException("the mail server hung up");
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var code)) throw new SmtpException("this is no mail server");
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-') return (code, lines);
            if (lines.Count > 100) throw new SmtpException("the mail server does not stop talking");
        }
    }
}

/// <summary>The mail server said no.</summary>
internal sealed class SmtpException(string message) : Exception(message)
{
    /// <summary>It will say no again (codes from 500 on).</summary>
    public bool Lasting { get; init; }
}
