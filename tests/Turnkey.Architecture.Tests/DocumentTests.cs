using System.Text.RegularExpressions;

namespace Turnkey.Architecture.Tests;

public sealed partial class DocumentTests
{
    [Fact]
    public void Every_relative_link_in_the_documents_leads_somewhere()
    {
        var documents = Directory.EnumerateFiles(House.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(House.Root, "docs"), "*.md", SearchOption.AllDirectories)).ToArray();
        Assert.Contains(documents, path => Path.GetFileName(path) == "README.md");
        var broken = from document in documents
                     from Match link in Link().Matches(File.ReadAllText(document))
                     let target = link.Groups[1].Value
                     where !target.Contains(':', StringComparison.Ordinal) && !target.StartsWith('#')
                     let path = Path.Combine(Path.GetDirectoryName(document)!, Uri.UnescapeDataString(target.Split('#')[0]))
                     where !File.Exists(path) && !Directory.Exists(path)
                     select $"{Path.GetRelativePath(House.Root, document)}: {target}";
        Assert.Empty(broken);
    }

    [GeneratedRegex(@"\]\(<?([^)\s>]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
