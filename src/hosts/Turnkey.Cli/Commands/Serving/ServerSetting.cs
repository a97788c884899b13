using System.Globalization;
using Turnkey.Server;

namespace Turnkey.Cli.Commands.Serving;

/// <summary>One thing that an installation is told.</summary>
/// <param name="Name">In <c>turnkey.json</c>; a point stands for an object in it.</param>
/// <param name="Set">Puts a text into the options; null, with what is wrong, when it is not understood.</param>
internal sealed record ServerSetting(string Name, Func<ServerOptions, string, (ServerOptions? Options, string Wrong)> Set)
{
    /// <summary>Must not lie open in a file.</summary>
    public bool Secret { get; init; }

    /// <summary>In the environment: <c>TURNKEY_MAIL_HOST</c>.</summary>
    public string Variable => "TURNKEY_" + string.Concat(Name.Select(letter => letter == '.' ? "_" : char.IsAsciiLetterUpper(letter) ? "_" + letter : char.ToUpperInvariant(letter).ToString()));
}

/// <summary>All that an installation can be told, by file, environment and options alike.</summary>
internal static class ServerSettings
{
    private const int MostWorkers = 64;

    private static readonly MailOptions NoMail = new("", 0, "");

    public static ServerSetting Database { get; } = new("database", (options, text) => (options with { Database = text }, "")) { Secret = true };

    public static ServerSetting Listen { get; } = new("listen", (options, text) =>
        text.Split(';').All(one => Address(one) is { PathAndQuery: "/" })
            ? (options with { Listen = text }, "") : (null, $"'{text}' is no address to listen on; write http://127.0.0.1:5080, or http://*:5080 for all of the machine's"));

    public static ServerSetting Public { get; } = new("public", (options, text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? (options with { PublicAddress = text.TrimEnd('/') }, "") : (null, $"'{text}' is no address; write it as a browser shows it: https://quotes.example.com"));

    public static ServerSetting Workers { get; } = Whole("workers", 0, MostWorkers, "jobs at a time", (options, number) => options with { Workers = number });

    public static IReadOnlyList<ServerSetting> All { get; } =
    [
        Database,
        Listen,
        Public,
        Workers,
        Whole("mostUploadMb", 1, 2048, "megabytes", (options, number) => options with { MostUpload = (long)number << 20 }),
        Whole("mostWorkerMemoryMb", 128, 1 << 20, "megabytes", (options, number) => options with { MostWorkerMemory = (long)number << 20 }),
        Whole("mostResultsMb", 1, 1 << 14, "megabytes", (options, number) => options with { MostResults = (long)number << 20 }),
        Whole("longestJobMinutes", 1, 24 * 60, "minutes", (options, number) => options with { LongestJob = TimeSpan.FromMinutes(number) }),
        Whole("triesPerMinute", 1, 1_000_000, "tries a minute", (options, number) => options with { TriesPerMinute = number }),
        Whole("callsPerMinute", 1, 10_000_000, "calls a minute", (options, number) => options with { CallsPerMinute = number }),
        Truth("privateWebhooks", (options, yes) => options with { PrivateWebhooks = yes }),
        Truth("log", (options, yes) => options with { Log = yes }),
        Mail("mail.host", (mail, text) => mail with { Host = text }),
        new("mail.port", (options, text) => Number(text, 1, 65535) is { } port ? (options with { Mail = (options.Mail ?? NoMail) with { Port = port } }, "") : (null, $"'{text}' is no port; write a whole number from 1 to 65535")),
        Mail("mail.from", (mail, text) => mail with { From = text }),
        Mail("mail.user", (mail, text) => mail with { User = text }),
        Mail("mail.password", (mail, text) => mail with { Password = text }) with { Secret = true },
        Truth("mail.encrypted", (options, yes) => options with { Mail = (options.Mail ?? NoMail) with { Encrypted = yes } }),
    ];

    /// <summary>What holds only together: null, with what is wrong.</summary>
    public static (ServerOptions? Options, string Wrong) Complete(ServerOptions options)
    {
        if (options.Mail is not { } mail) return (options, "");
        if (mail.Host.Length == 0) return (null, "mail needs mail.host: the server that takes mails");
        if (mail.From.Length == 0) return (null, "mail needs mail.from: the sender's address");
        // The ports of RFC 6409 and RFC 5321.
        return (options with { Mail = mail.Port > 0 ? mail : mail with { Port = mail.Encrypted ? 587 : 25 } }, "");
    }

    private static ServerSetting Mail(string name, Func<MailOptions, string, MailOptions> set) => new(name, (options, text) => (options with { Mail = set(options.Mail ?? NoMail, text) }, ""));

    private static ServerSetting Whole(string name, int least, int most, string what, Func<ServerOptions, int, ServerOptions> set) => new(name, (options, text) =>
        Number(text, least, most) is { } number ? (set(options, number), "") : (null, $"'{text}' is no number of {what}; write a whole number from {least} to {most}"));

    private static ServerSetting Truth(string name, Func<ServerOptions, bool, ServerOptions> set) => new(name, (options, text) =>
        text is "true" or "false" ? (set(options, text == "true"), "") : (null, $"'{text}' is neither true nor false"));

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    /// <summary>Kestrel's names for all addresses of the machine are no host names.</summary>
    private static Uri? Address(string text) =>
        Uri.TryCreate(text.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
}
