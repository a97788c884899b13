using Turnkey.Intake.Packages;

namespace Turnkey.Pipeline.Tests;

public sealed class OffersInputTests : IDisposable
{
    private static int made;
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"turnkey-offers-{Environment.ProcessId}-{Interlocked.Increment(ref made)}");

    public OffersInputTests() => Directory.CreateDirectory(folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_folder_holds_lists_answers_columns_and_a_table_of_suppliers()
    {
        Write("acme.csv", "Item;Cost each\nX1;0.5\n");
        Write("columns.csv", "file,header,meaning\nacme.csv,Item,mpn\nacme.csv,Cost each,price\nacme.csv,=EUR,currency\n");
        Write("suppliers.csv", "name,retention_hours\nMouser,72\n");
        Write("answers/m_2026-11-20.json", """{"Errors":[],"SearchResults":{"Parts":[{"ManufacturerPartNumber":"X2","MouserPartNumber":"1-X2","PriceBreaks":[{"Quantity":1,"Price":"$0.40","Currency":"USD"}]}]}}""");
        Write("answers/countries.json", """{"elements":[]}""");
        var input = OffersInput.Read(folder, PackageLimits.Default);
        Assert.Equal([("acme", "X1", "EUR"), ("Mouser", "X2", "USD")], input.Book!.Offers.Select(one => (one.Supplier, one.Mpn!.Value.Text, one.Currency.Code)));
        Assert.Equal((new DateOnly(2026, 11, 20), "answers/m_2026-11-20.json"), (input.Book.Offers[1].Date!.Made!.Value, input.Book.Offers[1].Source));
        Assert.Equal(72, input.Suppliers.Find("Mouser")!.Retention.TotalHours);
        Assert.Equal("offers.no-answer", Assert.Single(input.Diagnostics).Code);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
