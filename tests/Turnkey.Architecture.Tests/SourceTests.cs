using System.Text.RegularExpressions;

namespace Turnkey.Architecture.Tests;

public sealed partial class SourceTests
{
    private const int LongestFile = 450;

    [Fact]
    public void A_namespace_is_that_of_its_folder()
    {
        var wrong = from path in House.Sources
                    let text = File.ReadAllText(path)
                    let match = Namespace().Match(text)
                    where match.Success
                    let relative = Path.GetRelativePath(Path.Combine(House.Root, "src"), Path.GetDirectoryName(path)!).Replace('\\', '/')
                    let expected = relative[(relative.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('/', '.')
                    where match.Groups[1].Value != expected
                    select $"{path}: {match.Groups[1].Value}, expected {expected}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_type_is_named_like_a_namespace()
    {
        var texts = House.Sources.Select(File.ReadAllText).ToArray();
        var names = texts.SelectMany(text => Namespace().Matches(text)).SelectMany(match => match.Groups[1].Value.Split('.')).ToHashSet();
        Assert.Empty(texts.SelectMany(text => TypeDeclaration().Matches(text)).Select(match => match.Groups[1].Value).Where(names.Contains).Distinct());
    }

    [Fact]
    public void Nothing_is_called_helper_utility_or_manager() =>
        Assert.Empty(House.Sources.Where(path => VagueName().IsMatch(Path.GetRelativePath(House.Root, path))));

    [Fact]
    public void No_file_is_too_long_to_be_about_one_thing() =>
        Assert.Empty(House.Sources.Select(path => (path, lines: File.ReadLines(path).Count())).Where(file => file.lines > LongestFile));

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:public|internal) (?:static |sealed |abstract |partial |readonly |ref )*(?:record struct|record class|record|class|struct|enum|interface) (\w+)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"(Helper|Util|Utils|Utility|Manager)s?(\.cs|[/\\])", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VagueName();
}
