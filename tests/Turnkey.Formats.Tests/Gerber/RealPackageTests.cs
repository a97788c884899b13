using Turnkey.Formats.Gerber;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Gerber;

/// <summary>Trial on real design packages, which are not part of the project.</summary>
public sealed class RealPackageTests
{
    [Fact]
    public void Every_layer_of_the_real_packages_reads_without_an_error()
    {
        var root = Packages();
        Assert.SkipUnless(root is not null, "no shared/packages beside the repository");
        var layers = 0;
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var content = File.ReadAllBytes(path);
            if (!GerberReader.Recognises(content)) continue;
            layers++;
            var file = GerberReader.Read(Path.GetRelativePath(root, path), content);
            Assert.DoesNotContain(file.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
            Assert.True(file.Image.Bounds.IsEmpty || file.Image.Bounds.Width < Length.FromMillimetres(700), path);
        }
        Assert.True(layers >= 200, $"{layers} layers recognised");
    }

    internal static string? Packages()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var packages = Path.Combine(folder.FullName, "shared", "packages");
            if (Directory.Exists(packages)) return packages;
        }
        return null;
    }
}
