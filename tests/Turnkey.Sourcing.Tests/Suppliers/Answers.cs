using System.Text;
using Turnkey.Kernel;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Sourcing.Tests.Suppliers;

/// <summary>Answers of invented parts in the shapes of the interfaces, and recorded ones where they are beside the repository.</summary>
internal static class Answers
{
    public static readonly DateOnly Today = new(2026, 11, 27);

    /// <summary>The folder of recorded answers, which are not part of the project; null when it is not there.</summary>
    public static string? Recorded { get; } = FindRecorded();

    public static byte[] Fixture(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Suppliers", "Fixtures", name));

    public static ISupplierInterface Interface(string name) => SupplierInterfaces.Find(name, SupplierTable.Default)!;

    public static PartQuestion Question(string mpn) => new(null, PartNumber.Parse(mpn));

    public static SupplierAnswer Read(string supplier, string mpn, params string[] fixtures) => Interface(supplier).Read(
        [.. fixtures.Select(name => (ReadOnlyMemory<byte>)Fixture(name))], Question(mpn), new AnswerContext($"{supplier}: {mpn}", Today, Currency.Usd));

    public static SupplierAnswer ReadText(string supplier, string text) =>
        Interface(supplier).Read([Encoding.UTF8.GetBytes(text)], null, new AnswerContext(supplier, Today, Currency.Usd));

    private static string? FindRecorded()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "offers");
            if (Directory.Exists(path)) return path;
        }
        return null;
    }
}
