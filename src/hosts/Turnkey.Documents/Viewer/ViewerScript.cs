using System.Text;
using Turnkey.Documents.Markup;

namespace Turnkey.Documents.Viewer;

/// <summary>
/// The viewer's program: ES modules without dependencies, served one by one where there is a server, or put together to one script for a page that is
/// a file.
/// </summary>
public static class ViewerScript
{
    private static readonly Lazy<string> Joined = new(Join);

    /// <summary>Names of the modules, each after those it imports; the last one starts the viewer.</summary>
    public static IReadOnlyList<string> Modules { get; } =
        ["scene.js", "grid.js", "paint.js", "sheets.js", "tiles.js", "viewport.js", "pick.js", "overlay.js", "address.js", "input.js", "panel.js", "board-viewer.js"];

    /// <summary>One module as it was written.</summary>
    /// <exception cref="InvalidOperationException">There is no such module.</exception>
    public static string Module(string name) => Page.Resource("viewer/" + name);

    /// <summary>The style sheet that the viewer needs beside the page's own.</summary>
    public static string Style => Page.Resource("viewer.css");

    /// <summary>All modules as one without imports, which turns every board of its page into a viewer.</summary>
    public static string Inline => Joined.Value;

    /// <summary>Imports, exports, comments and indentation are left out: lines that begin with them, for the modules have no texts over several lines.</summary>
    private static string Join()
    {
        var script = new StringBuilder("\n");
        foreach (var name in Modules)
        {
            var inComment = false;
            foreach (var written in Module(name).Split('\n'))
            {
                var line = written.Trim();
                if (line.StartsWith("/**", StringComparison.Ordinal)) inComment = true;
                if (inComment)
                {
                    inComment = !line.EndsWith("*/", StringComparison.Ordinal);
                    continue;
                }
                if (line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal) || line.StartsWith("import ", StringComparison.Ordinal)) continue;
                script.Append(line.StartsWith("export ", StringComparison.Ordinal) ? line["export ".Length..] : line).Append('\n');
            }
        }
        return script.Append("mountPage();\n").ToString();
    }
}
