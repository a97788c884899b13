using System.Text;
using System.Text.RegularExpressions;
using Turnkey.Contracts.Requests;

namespace Turnkey.Contracts.Tests.Requests;

public sealed partial class RequestFileTests
{
    [Fact]
    public void The_documented_file_is_read_as_it_is_meant()
    {
        var (request, diagnostics) = Read(Yaml().Match(File.ReadAllText(Path.Combine(Root(), "docs", "request-file.md"))).Groups[1].Value);
        Assert.Empty(diagnostics);
        Assert.Equal(("RFQ-2026-0142", "Sensor node", new DateOnly(2026, 1, 31)), (request!.Number, request.Title, request.Begun));
        var expected = Samples.Revision with { Package = "", PackageName = "", Services = [Service.Fabrication, Service.Assembly, Service.Test], Releases = [Samples.Revision.Releases[0]] };
        Assert.Equal(ContractJson.Write(expected), ContractJson.Write(request.Revision));
        Assert.Equal(ContractJson.Write(Samples.Gates), ContractJson.Write(request.Gates));
    }

    [Fact]
    public void Json_is_read_as_well() => Assert.Equal([10, 100], Read("{\"number\": \"1\", \"title\": \"x\", \"quantities\": [100, 10, 10]}").Request!.Revision.Quantities);

    [Theory]
    [InlineData("title: x\n", "'number:' is missing")]
    [InlineData("number: 1\ntitle:\n", "'title:' is empty")]
    [InlineData("number: 1\ntitle: x\ncolour: red\n", "'colour:' is not known here")]
    [InlineData("number: 1\ntitle: x\nservices: [magic]\n", "'magic' is none of design, fabrication, assembly, box-build, test, packaging")]
    [InlineData("number: 1\ntitle: x\nquantities: [0]\n", "'0' is no whole number")]
    [InlineData("number: 1\ntitle: x\nreleases: [{quantity: 1, due: 31.1.2026}]\n", "'31.1.2026' is no day")]
    [InlineData("number: 1\ntitle: x\ncurrency: XXX\n", "'XXX' is none of")]
    [InlineData("number: 1\ntitle: x\ndestination: Germany\n", "'Germany' is no country")]
    [InlineData("number: 1\ntitle: x\nipc-class: 1\n", "'1' is neither class 2 nor 3")]
    [InlineData("number: 1\ntitle: x\ngates: [{kind: magic}]\n", "'magic' is no gate")]
    [InlineData("number: 1\ntitle: x\ngates: [{kind: certification, standard: ISO 9}]\n", "'ISO 9' is none of ISO 9001")]
    [InlineData("number: 1\nnumber: 2\n", "'number' stands twice")]
    [InlineData("just text", "members such as")]
    [InlineData("", "'number:' is missing")]
    [InlineData("a: [", "")]
    public void What_is_not_understood_is_refused_with_its_line(string text, string told)
    {
        var (request, diagnostics) = Read(text);
        Assert.Null(request);
        Assert.Contains(told, Assert.Single(diagnostics).Message, StringComparison.Ordinal);
    }

    private static (RequestFile? Request, System.Collections.Immutable.ImmutableArray<Kernel.Diagnostic> Diagnostics) Read(string text) => RequestFile.Read("request.yaml", Encoding.UTF8.GetBytes(text));

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Turnkey.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException("the tests do not run inside the repository");
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Yaml();
}
