using System.Net;
using System.Net.Sockets;
using Turnkey.Cli.Commands.Serving;
using Turnkey.Server;

namespace Turnkey.Cli.Tests;

public sealed class ServeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("turnkey-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("--workers", "many", "--workers: 'many' is no number of jobs at a time; write a whole number from 0 to 64")]
    [InlineData("--listen", "here", "--listen: 'here' is no address to listen on")]
    [InlineData("--listen", "http://127.0.0.1:5080/portal", "is no address to listen on")]
    [InlineData("--public", "quotes.example.com", "--public: 'quotes.example.com' is no address")]
    public void A_wrong_option_is_one_line_and_exit_code_2(string option, string text, string message)
    {
        var run = Run.Of("serve", "--data", folder, option, text);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Error.Trim().Split('\n').Length);
    }

    [Theory]
    [InlineData("{ \"lisen\": \"http://127.0.0.1:5080\" }", "there is no setting 'lisen'; settings are database, listen")]
    [InlineData("{ \"workers\": [1] }", "workers is neither a text, a number nor true or false")]
    [InlineData("{ \"workers\": 65 }", "workers: '65' is no number of jobs at a time")]
    [InlineData("{ \"mail\": { \"host\": \"mail.example.com\" } }", "mail needs mail.from")]
    [InlineData("workers = 1", "is no JSON")]
    public void A_wrong_file_is_one_line_and_exit_code_2(string content, string message)
    {
        File.WriteAllText(Path.Combine(folder, "turnkey.json"), content);
        var run = Run.Of("serve", "--data", folder);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_in_a_file_that_others_can_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("files have no such rights on Windows");
            return;
        }
        var file = Path.Combine(folder, "turnkey.json");
        File.WriteAllText(file, """{ "mail": { "host": "mail.example.com", "from": "quotes@example.com", "password": "secret" } }""");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var (options, wrong) = ServerRun.Read(new ServerOptions(folder), []);
        Assert.Null(options);
        Assert.Contains("chmod 600", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", wrong, StringComparison.Ordinal);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal("secret", ServerRun.Read(new ServerOptions(folder), []).Options?.Mail?.Password);
    }

    [Fact]
    public void The_environment_counts_before_the_file_and_an_option_before_both()
    {
        File.WriteAllText(Path.Combine(folder, "turnkey.json"), """{ "workers": 2, "mostUploadMb": 3, "public": "https://file.example.com/", "mail": { "host": "mail.example.com", "from": "quotes@example.com", "encrypted": false } }""");
        Environment.SetEnvironmentVariable("TURNKEY_WORKERS", "4");
        Environment.SetEnvironmentVariable("TURNKEY_MOST_UPLOAD_MB", "5");
        try
        {
            var options = ServerRun.Read(new ServerOptions(folder), [("--workers", "workers", "6"), ("--listen", "listen", null)]).Options!;
            Assert.Equal((6, 5L << 20, "https://file.example.com", 25), (options.Workers, options.MostUpload, options.PublicAddress, options.Mail!.Port));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TURNKEY_WORKERS", null);
            Environment.SetEnvironmentVariable("TURNKEY_MOST_UPLOAD_MB", null);
        }
    }

    [Fact]
    public void A_database_that_cannot_be_reached_and_an_address_that_is_taken_are_one_line_and_exit_code_1()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = "http://127.0.0.1:" + ((IPEndPoint)taken.LocalEndpoint).Port;
        foreach (var run in new[] { Run.Of("serve", "--data", folder, "--listen", address), Run.Of("serve", "--data", folder, "--database", "postgres://nobody@127.0.0.1:1/none") })
        {
            Assert.Equal((1, ""), (run.Code, run.Output));
            Assert.StartsWith("turnkey: ", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
            Assert.Single(run.Error.Trim().Split('\n'));
        }
    }
}
