using System.Text;
using Turnkey.Documents.Checking;
using Turnkey.Pipeline.Checking;
using Turnkey.Pipeline.Json;
using Turnkey.Pipeline.Outputs;

namespace Turnkey.Cli.Commands;

/// <summary>The files of a design review.</summary>
internal static class CheckFiles
{
    public static IReadOnlyList<OutputFile> Of(Checked.Done done) =>
    [
        new("check.json", ReviewJson.Write(done)),
        new("check.html", Encoding.UTF8.GetBytes(CheckPage.Html(done.Design, [.. done.Reviews.Select(one => (one.Assembly, one.Review))]))),
        new("queries.json", QueriesJson.Write(done.Design, done.Queries, [], [])),
        new("queries.html", Encoding.UTF8.GetBytes(QueryPage.Html(done.Design, done.Queries, [], []))),
    ];
}
