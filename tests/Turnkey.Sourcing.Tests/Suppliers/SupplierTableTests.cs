using System.Text;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Sourcing.Tests.Suppliers;

public sealed class SupplierTableTests
{
    [Theory]
    [InlineData("digikey", "Digi-Key")]
    [InlineData("DIGI-KEY Electronics", "Digi-Key")]
    [InlineData("Farnell", "element14")]
    [InlineData("newark", "element14")]
    [InlineData("Octopart", "Nexar")]
    [InlineData("nobody", null)]
    public void A_supplier_is_found_by_its_names(string written, string? name) => Assert.Equal(name, SupplierTable.Default.Find(written)?.Name);

    [Fact]
    public void Every_interface_has_a_row_with_an_address_and_limits() => Assert.All(SupplierInterfaces.All, one =>
    {
        var row = SupplierTable.Default.Find(one.Name)!;
        Assert.True(row.Address.StartsWith("https://", StringComparison.Ordinal) && row is { Attempts: > 0, Parallel: > 0, AwayAfter: > 0, KeyName.Length: > 0 } && row.TimeOut > TimeSpan.Zero);
    });

    [Fact]
    public void An_index_of_sellers_has_no_channel_of_its_own() => Assert.Equal(SupplyChannel.Unknown, SupplierTable.Default.Find("Nexar")!.Channel);

    [Fact]
    public void What_the_terms_forbid_to_keep_is_not_kept() =>
        Assert.Equal([("Mouser", 0d), ("element14", 0d)], SupplierTable.Default.Rows.Where(row => row.Address.Length > 0 && row.Retention == TimeSpan.Zero).Select(row => (row.Name, row.Retention.TotalHours)));

    [Fact]
    public void A_users_table_replaces_what_it_says()
    {
        var (table, diagnostics) = With("name,also,retention_hours,per_minute", "mouser,Mouser Deutschland,48,", "Our Broker,,,");
        Assert.Empty(diagnostics);
        var row = table.Find("Mouser Deutschland")!;
        Assert.Equal(("Mouser", 48d, 30, "https://api.mouser.com/api/v1/search/partnumber"), (row.Name, row.Retention.TotalHours, row.PerMinute, row.Address));
        Assert.Equal("Our Broker", table.Find("our broker")!.Name);
        Assert.Equal(0d, SupplierTable.Default.Find("Mouser")!.Retention.TotalHours);
    }

    [Theory]
    [InlineData("https://evil.example/search")]
    [InlineData("http://api.mouser.com/api/v1")]
    [InlineData("https://api.mouser.com.evil.example/")]
    [InlineData("https://api.mouser.com@evil.example/")]
    public void Keys_are_not_sent_where_an_offers_folder_says(string address)
    {
        var (table, diagnostics) = With("name,address", $"Mouser,{address}");
        Assert.Equal("suppliers.table-address", Assert.Single(diagnostics).Code);
        Assert.Equal("https://api.mouser.com/api/v1/search/partnumber", table.Find("Mouser")!.Address);
    }

    [Fact]
    public void Another_address_of_the_same_company_will_do() =>
        Assert.Equal("https://sandbox-api.digikey.com/products/v4/search", With("name,address", "Digi-Key,https://sandbox-api.digikey.com/products/v4/search").Table.Find("Digi-Key")!.Address);

    [Theory]
    [InlineData("suppliers.table-unreadable", "", "")]
    [InlineData("suppliers.table-unreadable", "who,what", "a,b")]
    [InlineData("suppliers.table-unreadable", "name,per_day", "a")]
    [InlineData("suppliers.table-number", "name,per_day", "Mouser,many")]
    public void A_table_that_cannot_be_used_is_told(string code, string header, string row) => Assert.Equal(code, Assert.Single(With(header, row).Diagnostics).Code);

    [Fact]
    public void A_heading_that_stands_there_twice_is_told_and_the_table_is_not_used()
    {
        var (table, diagnostics) = With("name,per_day,per_day", "TME,1,2");
        Assert.Equal(SupplierTable.Default.Find("TME"), table.Find("TME"));
        var told = Assert.Single(diagnostics);
        Assert.Equal("suppliers.table-unreadable", told.Code);
        Assert.Contains("'per_day' stands there twice", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_without_a_heading_are_left_alone() => Assert.Equal(7, With("name,per_day,,", "TME,7,,").Table.Find("TME")!.PerDay);

    [Theory]
    [InlineData("Mouser", "TURNKEY_MOUSER_KEY")]
    [InlineData("element14", "TURNKEY_ELEMENT14_KEY")]
    [InlineData("Digi-Key", "TURNKEY_DIGIKEY_ID and TURNKEY_DIGIKEY_SECRET")]
    [InlineData("Nexar", "TURNKEY_NEXAR_ID and TURNKEY_NEXAR_SECRET")]
    [InlineData("TME", "TURNKEY_TME_TOKEN and TURNKEY_TME_SECRET")]
    public void The_table_says_how_the_keys_are_called(string supplier, string variables) => Assert.Equal(variables, SupplierTable.Default.Find(supplier)!.KeyVariables);

    private static (SupplierTable Table, System.Collections.Immutable.ImmutableArray<Turnkey.Kernel.Diagnostic> Diagnostics) With(params string[] lines) =>
        SupplierTable.Default.With(Encoding.UTF8.GetBytes(string.Join('\n', lines)), "suppliers.csv");
}
