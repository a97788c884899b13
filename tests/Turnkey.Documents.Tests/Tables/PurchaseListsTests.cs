using System.Text;
using Turnkey.Documents.Tables;
using Turnkey.Formats.Tables;

namespace Turnkey.Documents.Tests.Tables;

public sealed class PurchaseListsTests
{
    private static readonly PurchaseListLine[] Lines =
    [
        new("Mouser", "999-AP-3300", "Acme Power", "AP-3300", 250, "U1, U2", 0.795m, "EUR"),
        new("Digi-Key", "900-AC0603X105CT-ND", "Acme Passives", "AC-0603X105", 1200, "C1", 0.02m, "USD"),
        new("Digi-Key", "", "Acme Passives", "AC-0402", 10, "=1+1", null, "USD"),
        new("Newark", "", "Acme", "AR0402-10K", 5, "R1", null, "USD"),
        new("Some Broker/..", "", "Acme", "MCU-1", 7, "U3", 12.5m, "USD"),
    ];

    [Fact]
    public void Each_supplier_gets_the_columns_of_its_cart()
    {
        var files = PurchaseLists.Write(Lines);
        Assert.Equal(["purchase-digi-key.csv", "purchase-digi-key.xlsx", "purchase-mouser.csv", "purchase-mouser.xlsx", "purchase-newark.csv", "purchase-newark.xlsx", "purchase-some-broker.csv", "purchase-some-broker.xlsx"], files.Select(file => file.Name));
        Assert.Equal("Quantity,Part Number,Manufacturer Part Number,Customer Reference\r\n1200,900-AC0603X105CT-ND,AC-0603X105,C1\r\n10,AC-0402,AC-0402,'=1+1\r\n", Text(files[0]));
        Assert.Equal("Mouser Part Number,Mfr Part Number,Quantity,Customer Part Number\r\n999-AP-3300,AP-3300,250,\"U1, U2\"\r\n", Text(files[2]));
        Assert.Equal("Order Code,Quantity,Line Note\r\nAR0402-10K,5,R1\r\n", Text(files[4]));
        Assert.Equal("Quantity,Supplier Part Number,Manufacturer,Manufacturer Part Number,Reference,Unit Price,Currency\r\n7,,Acme,MCU-1,U3,12.5,USD\r\n", Text(files[6]));
    }

    [Fact]
    public void The_workbook_says_the_same_and_twice_the_same()
    {
        var files = PurchaseLists.Write(Lines);
        var rows = TableReader.Read("x.xlsx", files[1].Content.ToArray()).Sheets.Single().Rows;
        Assert.Equal(["10", "AC-0402", "AC-0402", "=1+1"], rows[2].Cells);
        Assert.Equal(files.Select(file => Convert.ToHexString(file.Content.Span)), PurchaseLists.Write(Lines).Select(file => Convert.ToHexString(file.Content.Span)));
    }

    private static string Text(TableFile file) => Encoding.UTF8.GetString(file.Content.Span);
}
