using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Turnkey.Intake;
using Turnkey.Intake.Packages;
using Turnkey.Kernel;
using Turnkey.Pipeline;
using Turnkey.Pipeline.Instances;
using Turnkey.Plants;
using Turnkey.Sourcing.Scrub;
using Turnkey.Sourcing.Scrub.Approved;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Fuzzing;

/// <summary>What suppliers answer and send, what users put beside it, and parts lists on their way to being bought. Each is read as the program reads it.</summary>
internal static class SourcingTargets
{
    private const string JsonTokens = "{ } [ ] , : \" \\ \\u0000 \\ud800 null true false -1 1e400 0.1 99999999999999999999 \"\" [[[[[[[[ // /* */ \u00ef\u00bb\u00bf";

    private const string TableTokens =
        "\n \" \"\" ; , \t | # * - + = @ ' 0 -1 1e9 99999999999999999999 0,05 1.234,56 $0.10 EUR USD XYZ 2026-13-45 2026-01-31 01/02/26 MPN Price Price@100 Qty1 Price1 MOQ NCNR yes no Supplier Currency Line price-at ignore alternate forbidden " +
        "100nF 10k 4k7 0R1 0402 X7R DNP C1234 R1-R9999999 R1-1";

    private static readonly string[] Answers = ["digikey-keyword", "element14", "mouser", "mouser-key", "mouser-limit", "nexar", "nexar-limit", "tme-prices", "tme-search", "tme-second"];

    /// <summary>Tables in the offers folder that take the place of shipped ones; the last ships empty.</summary>
    private static readonly string[] Tables =
        ["tariffs", "supplier-terms", "hts-by-class", "packaging-feeding", "tape-pitch", "landing-rules", "risk-thresholds", "lead-time-distributions", "kit-rules", "suppliers", "lead-time-history"];

    private const string Offers =
        "Supplier;Manufacturer;MPN;Description;Currency;Price @ 1;Price @ 100;MOQ;Order multiple;Stock;Lead time weeks;NCNR;Valid until;Quote number;Packaging;Country of origin;HTS;Lifecycle\n" +
        "Acme;Maker;X-1;CAP 100nF 50V X7R 0402;USD;0,10;0,05;100;50;1.000;12;yes;2026-12-31;Q-7;Reel;Taiwan;8532.24;Active\nAcme;Maker;X-2;RES;EUR;0,2;0,1;;;;;no;31.12.2026;Q-7;Cut tape;CN;;NRND\n";

    private const string Broken = "MPN,Price breaks,Currency\nX1,\"1: 0.10; 10: 0.08\",USD\nMPN,Qty 1,Price 1,Qty 2,Price 2\nX2,1,0.3,10,0.2\nLayers,Quantity,Unit price,Area\n4,10,12.5,5000\nOwner,MPN,Quantity\ncustomer,X1,50\n";

    private const string Enquiry =
        "Enquiry;20260131-1\nTo;Acme\nMade on;2026-01-31\nPrices wanted at;100; 1000\nLine;Our reference;Description;Asked manufacturer;Asked MPN;Approved alternates;Annual quantity;Release quantity;Supplier;Manufacturer;MPN;Currency;Price @ 100;Price @ 1000;MOQ;Order multiple;Lead time weeks;NCNR;Quote date;Valid until;Quote number\n" +
        "1;L1;CAP;Maker;X-1;Beta B-1; Gamma G-1;1000;100;Acme;Maker;X-1;USD;0.10;0.08;100;50;12;yes;2026-01-30;2026-03-31;Q-7\n2;L2;RES;;X-2;;500;50;Acme;Beta;B-9;EUR;0.2;;5000;;;no;;;\n3;L3;IC;;X-3;;500;50;Acme;;X-3;USD;;;;;;;;;\n";

    private const string Pairs =
        "Enquiry;20260131-1\nLine;Our reference;Description;Asked manufacturer;Asked MPN;Annual quantity;Supplier;Manufacturer;MPN;Currency;Qty 1;Price 1;Qty 2;Price 2;MOQ;Valid until\n" +
        "1;L1;capacitor 100nF 0402;;by description;1000;Acme;Maker;X-1;USD;100;0,10;1.000;1,234;100;2026-03-31\n2;L2;RES;;X-2;500;Acme;;;USD;50;(0.2);;;;\n";

    private const string Record = "Line;Part;Manufacturer;MPN;Our reference;Description;Annual quantity;Release quantity\n1;asked;Maker;X-1;L1;CAP;1000;100\n1;alternate;Beta;B-1;L1;CAP;1000;100\n2;asked;;X-2;L2;RES;500;50\n";

    private const string Columns = "file,header,meaning\nlist.csv,Item,mpn\n*,Cost each,price\nlist*.csv,Ab 100,price-at 100\nlist.csv,=EUR,currency\nlist.csv,'+Code,supplier-code\nlist.csv,Menge,quantity 1\nlist.csv,Preis,price 1\nlist.csv,Rest,ignore\n";

    private const string List = "Item;Cost each;Ab 100;+Code;Menge;Preis\nX1;0,5;0,4;C-1;10;0,45\n";

    private const string Approved = "Customer;Internal number;Designator;Manufacturer;MPN;Approved manufacturer;Approved MPN;Status\nAcme;P-1;R1, R2;Maker;X-1;Beta;B-1;approved\n;P-2;C1-C9;;X-2;Maker;X-9;forbidden\n;P-3;;;X-3;Gamma;;preferred\n";

    private const string House = "Part;Manufacturer;MPN;Status\nP-1;Maker;X-1;approved\nX-2;Beta;X-3;preferred\n";

    private const string Parts =
        "Designator;Qty;Value;Footprint;Manufacturer;MPN;LCSC;Description;DNP\nC1, C2-C4;4;100nF/50V X7R;C_0402_1005Metric;Murata;GRM155R71H104KE14D;C77020;CAP CER 0.1UF 50V X7R 0402;\nR1;1;4k7;R_0603;;;;RES 4.7K 1% 0603;\n" +
        "U1;1;STM32F103;LQFP-48;ST;STM32F103C8T6;;MCU;DNP\nL1;1;10uH 1.2A;;Würth;744043100;;;\n";

    private const string Instance =
        "{\"suppliers\":[{\"id\":\"A\",\"fixedFee\":10,\"minimumOrderValue\":50}],\"maximumOffersPerLine\":2,\"lines\":[{\"line\":1,\"quantityPerBoard\":2,\"offers\":[{\"supplier\":\"A\",\"minimumOrderQuantity\":1,\"orderMultiple\":1,\"stock\":100," +
        "\"priceBreaks\":[{\"quantity\":1,\"unitPrice\":0.5},{\"quantity\":100,\"unitPrice\":0.4}]}]}]}";

    private const string Sheet =
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>MPN</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Price @ 100</t></is></c>" +
        "<c r=\"C1\" t=\"inlineStr\"><is><t>Currency</t></is></c><c r=\"D1\" t=\"inlineStr\"><is><t>Valid until</t></is></c></row><row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>X-1</t></is></c><c r=\"B3\"><v>0.05</v></c>" +
        "<c r=\"C3\" t=\"inlineStr\"><is><t>USD</t></is></c><c r=\"D3\"><v>46387</v></c></row></sheetData></worksheet>";

    private const string SheetTokens = "< > </ /> <row> <c <v> </v> </c> r=\"XFD1048576\" r=\"A99999999\" t=\"s\" t=\"b\" <!DOCTYPE <![CDATA[ ]]> &amp; &#0; <is><t>Price</t></is> <is><t>MPN</t></is> <v>1e308</v> <v>-1</v>";

    private const string WorkbookXml =
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Prices\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

    /// <summary>Parts of our own answers, one of them by the supplier's code.</summary>
    private static readonly PartQuestion[] Asked = [new(null, PartNumber.Parse("AC-DIODE")), new("Acme", PartNumber.Parse("AR0402-10K"), PartNumber.Parse("1-X1"))];

    public static ImmutableArray<FuzzTarget> All { get; } =
    [
        .. SupplierInterfaces.All.Select(Supplier),
        OffersTarget("offers-csv", "list.csv", [Offers, Broken, List]),
        OffersTarget("offers-xlsx", "list.xlsx", [Sheet]) with { Tokens = Words(SheetTokens), Pack = Workbook },
        FuzzTarget.Of("offers-columns", [Columns], TableTokens, static content => Read(("columns.csv", content), ("list.csv", Bytes(List)))),
        OffersTarget("offers-enquiry", "reply.csv", [Enquiry, Record + Enquiry, Pairs]),
        .. Tables.Select(name => OffersTarget($"offers-{name}", $"{name}.csv", [Shipped(name)])),
        FuzzTarget.Of("avl", [Approved, House], TableTokens, ReadApproved),
        FuzzTarget.Of("sourcing-instance", [Instance], JsonTokens, static content => InstanceReader.Read("instance.json", content)),
        // Read, made a product of and scrubbed: a short file may hold thousands of lines with long lists of places.
        FuzzTarget.Of("bom-scrub", [Parts], TableTokens, Scrub) with { MostAllocated = 256L << 20 },
    ];

    private static FuzzTarget OffersTarget(string format, string name, IEnumerable<string> seeds) => FuzzTarget.Of(format, seeds, TableTokens, content => Read((name, content)));

    private static void Read(params ReadOnlySpan<(string Name, byte[] Content)> files) => OffersInput.Of(Folder(files));

    /// <summary>As an answer to a question, as one of several parts', and as a file that was kept.</summary>
    private static FuzzTarget Supplier(ISupplierInterface supplier)
    {
        var name = supplier.Name.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        ImmutableArray<byte[]> seeds = [.. Answers.Where(answer => answer.StartsWith(name, StringComparison.Ordinal)).Select(Answer)];
        var context = AnswerContext.Of(supplier, Asked[0], SupplierMarket.UnitedStates, new DateOnly(2026, 1, 31));
        return new FuzzTarget($"answer-{name}", seeds, Words(JsonTokens), content =>
        {
            supplier.Read([content], Asked[0], context);
            supplier.Read([content, content], null, context with { Currency = null });
            if (supplier is IBatchInterface batch)
            {
                foreach (var (share, question) in batch.Share(Asked, [content]).Zip(Asked)) if (share is { } bodies) supplier.Read(bodies, question, context);
                batch.Ask(Asked, Access, [content, content]);
            }
            RecordedAnswers.Read("answer_2026-01-31_USD.json", content);
            RecordedAnswers.Damage("answer.json", content);
        });
    }

    private static SupplierAccess Access { get; } = new(SupplierTable.Default.Find("TME")!, new SupplierKeys("token", "secret"), SupplierMarket.UnitedStates, "t");

    private static void ReadApproved(byte[] content)
    {
        foreach (var sheet in TableInput.Read("avl.csv", content).Sheets.Where(sheet => !sheet.Rows.IsEmpty)) AvlReader.Read("avl.csv", OffersInput.Rows(sheet), sheet.Rows[0].Line);
    }

    private static void Scrub(byte[] content)
    {
        var design = PackageIntake.Read(Folder(("bom.csv", content)), IntakeOptions.Default);
        BomScrub.Scrub(ScrubRequest.Of(design.Product, Plant.Default.Parts) with { Catalogue = [new("LCSC", PartNumber.Parse("C77020"), "Murata", PartNumber.Parse("GRM155R71H104KE14D"), "100nF 50V X7R 0402")] });
    }

    private static Package Folder(params ReadOnlySpan<(string Name, byte[] Content)> files)
    {
        var all = ImmutableArray.CreateBuilder<PackageFile>();
        foreach (var (name, content) in files) all.Add(new PackageFile(name, content));
        return new Package("offers", all.ToImmutable(), []);
    }

    /// <summary>The head of a table that ships; of the one that ships empty, some deliveries.</summary>
    private static string Shipped(string name)
    {
        if (name == "lead-time-history") return "supplier,promised-days,actual-days\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"Acme,{20 + i},{18 + (2 * i)}\n")) + "Beta,,3\n";
        using var reader = new StreamReader(typeof(SupplierTable).Assembly.GetManifestResourceStream($"Turnkey.Sourcing.Data.{name}.csv")!, Encoding.UTF8);
        var lines = reader.ReadToEnd().Split('\n');
        return string.Join('\n', lines.Take(40)) + "\n";
    }

    private static byte[] Answer(string name)
    {
        using var stream = typeof(SourcingTargets).Assembly.GetManifestResourceStream($"answers/{name}.json")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static byte[] Workbook(byte[] sheet)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in new[] { ("xl/workbook.xml", Bytes(WorkbookXml)), ("xl/worksheets/sheet1.xml", sheet) })
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }
        return stream.ToArray();
    }

    private static ImmutableArray<byte[]> Words(string tokens) => [.. tokens.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.Latin1.GetBytes)];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
