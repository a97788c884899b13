using Turnkey.Designs.Parts;
using Turnkey.Formats.Bom;
using Turnkey.Formats.Tests.Tables;

namespace Turnkey.Formats.Tests.Bom;

public sealed class BomReaderTests
{
    private static BomReading Read(string text, string path = "bom.csv") => BomReader.Read(path, TableFixtures.Sheet(text, path)) ?? throw new InvalidOperationException("no parts list");

    private static string Places(BomLine line) => string.Join(',', line.Designators);

    [Fact]
    public void A_plain_list_is_read_whole()
    {
        var reading = Read("""
            Item,Qty,Reference,Value,Footprint,Manufacturer,MPN,Description
            1,2,"R1,R2",10k,R_0402,Yageo,RC0402FR-0710KL,Resistor 1%
            2,1,U1,STM32F405,LQFP-64,ST,STM32F405RGT6,Microcontroller
            """);
        var line = reading.Lines[0];
        Assert.Equal("R1,R2", Places(line));
        Assert.Equal((2, "Yageo", "RC0402FR-0710KL", "10k", "R_0402", "Resistor 1%"), (line.Quantity, line.Manufacturer, line.Mpn.ToString(), line.Value, line.Footprint, line.Description));
        Assert.Equal((2, 1), (line.Row, reading.HeaderLine));
        Assert.Empty(reading.Diagnostics);
        Assert.InRange(reading.Confidence, 0.9, 1);
    }

    [Theory]
    [InlineData("Pos;Anzahl;Bezeichner;Wert;Bauform;Hersteller;Herstellernummer;Beschreibung")]
    [InlineData("N°;Quantité;Repère;Valeur;Boîtier;Fabricant;Référence fabricant;Désignation")]
    [InlineData("Ítem;Cantidad;Referencia;Valor;Encapsulado;Fabricante;Número de parte;Descripción")]
    [InlineData("序号;数量;位号;值;封装;制造商;制造商料号;描述")]
    [InlineData("№ п/п;Кол-во;Поз. обозначение;Номинал;Корпус;Производитель;Партномер;Описание")]
    [InlineData("項番;員数;部品記号;定数;パッケージ;メーカー;メーカー型番;説明")]
    [InlineData("Pos;Quantità;Riferimento;Valore;Contenitore;Produttore;Codice produttore;Descrizione")]
    [InlineData("Line #;Qty.;REF DES;Comp Value;PCB Footprint;Mfr.;Mfr. P/N;Part Description")]
    public void Headings_in_other_languages_mean_the_same(string headings)
    {
        var line = Assert.Single(Read($"{headings}\n1;2;R1, R2;10k;0402;Yageo;RC0402FR-0710KL;Widerstand\n").Lines);
        Assert.Equal("R1,R2", Places(line));
        Assert.Equal((2, "Yageo", "RC0402FR-0710KL", "10k", "0402", "Widerstand"), (line.Quantity, line.Manufacturer, line.Mpn.ToString(), line.Value, line.Footprint, line.Description));
    }

    [Theory]
    [InlineData("Voltage,Tolerance,Dielectric,Power,Mounting", "voltage=100V tolerance=10% dielectric=X7R power=1/4W mounting=SMD")]
    [InlineData("Rated Voltage,Tol.,Temp. Coefficient,Wattage,Notes", "voltage=100V tolerance=10% temperature-coefficient=X7R power=1/4W")]
    [InlineData("Spannung,Toleranz,Dielektrikum,Leistung,Montageart", "voltage=100V tolerance=10% dielectric=X7R power=1/4W mounting=SMD")]
    [InlineData("Voltage (V),Tolerance (%),TempCo,Rating,Type", "voltage=100V tolerance=10% temperature-coefficient=X7R rating=1/4W")]
    public void Parameters_in_columns_of_their_own_are_kept_by_name(string headings, string expected)
    {
        var line = Read($"Ref,Qty,Value,Footprint,{headings}\nC1,1,100nF,0603,100V,10%,X7R,1/4W,SMD\nC2,1,1uF,0603,-,,n/a,,\n").Lines;
        Assert.Equal(expected, string.Join(' ', line[0].Stated.Select(one => $"{one.Name}={one.Text}")));
        Assert.Empty(line[1].Stated);
    }

    [Fact]
    public void The_heading_is_found_below_a_title_block()
    {
        var reading = Read("""
            Bill of Materials,,,
            Project:,Sensor node,Revision:,B
            Date:,2024-01-01,,
            ,,,
            Designator,Quantity,Comment,LCSC Part #
            C1,1,100nF,C1525
            """);
        Assert.Equal(5, reading.HeaderLine);
        Assert.Equal("100nF", reading.Lines[0].Value);
        Assert.Equal("C1525", reading.Lines[0].SupplierCodes["LCSC"].Text);
    }

    [Fact]
    public void A_heading_in_two_rows_is_put_together()
    {
        var line = Assert.Single(Read("""
            Designators,Qty,Manufacturer,,Distributor,
            ,,Name,Part number,Name,Order number
            R1,1,Yageo,RC0402FR-0710KL,Mouser,603-RC0402FR-0710KL
            """).Lines);
        Assert.Equal(("Yageo", "RC0402FR-0710KL"), (line.Manufacturer, line.Mpn.ToString()));
        Assert.Equal("603-RC0402FR-0710KL", line.SupplierCodes["Mouser"].Text);
    }

    [Fact]
    public void Ranges_lists_and_brackets_are_expanded()
    {
        var reading = Read("Ref;Qty;Value\nR1-R3, R7;4;10k\nC1..C2 C5;3;1u\nU1 (main);1;LM358DR\n");
        Assert.Equal(["R1,R2,R3,R7", "C1,C2,C5", "U1"], reading.Lines.Select(Places));
        Assert.Empty(reading.Diagnostics);
    }

    [Fact]
    public void A_dash_is_part_of_the_name_where_the_quantity_says_so() =>
        Assert.Equal("J1-4", Places(Read("Ref,Qty,Value\nJ1-4,1,Header\nR1,1,10k\n").Lines[0]));

    [Fact]
    public void Continuation_rows_complete_the_line_above()
    {
        var reading = Read("Item\tQuantity\tReference\tPart\n1\t5\tC1,C2,C3,\t100n\n\t\tC4,C5\t\n2\t1\tR1\t10k\n");
        Assert.Equal(["C1,C2,C3,C4,C5", "R1"], reading.Lines.Select(Places));
        Assert.DoesNotContain(reading.Diagnostics, diagnostic => diagnostic.Code == "bom.quantity-differs");
    }

    [Fact]
    public void Ranges_stand_for_no_more_designators_than_any_board_has()
    {
        var rows = string.Concat(Enumerable.Range(0, 60).Select(i => $"R{i * 1000}-R{(i * 1000) + 999},1000,10k\n"));
        var reading = Read("Ref,Qty,Value\n" + rows);
        Assert.Equal((60, 50_000), (reading.Lines.Length, reading.Lines.Sum(line => line.Designators.Length)));
        Assert.Equal(52, reading.Diagnostics.First(diagnostic => diagnostic.Code == "bom.too-many-designators").Line);
    }

    [Fact]
    public void Ranges_that_fill_all_columns_are_told_from_other_words_for_little()
    {
        var text = "Ref,Qty,Value\n" + string.Concat(Enumerable.Repeat(string.Join(',', Enumerable.Repeat("R1-R999", 60)) + "\n", 100));
        var sheet = TableFixtures.Sheet(text);
        Assert.InRange(Cost.Megabytes(() => BomReader.Read("bom.csv", sheet)), 0, 48);
    }

    [Fact]
    public void Thousands_of_rows_that_could_be_headings_are_not_each_held_against_the_rows_below()
    {
        var sheet = TableFixtures.Sheet("Designator,Quantity,Manufacturer,MPN,Value\nR1,1,Acme,X-1,10k\n" + string.Concat(Enumerable.Repeat("MPN,Value,Footprint\n", 3_000)));
        Assert.Contains(BomReader.Read("bom.csv", sheet)!.Diagnostics, diagnostic => diagnostic.Code == "bom.too-many-headings");
        Assert.InRange(Cost.Megabytes(() => BomReader.Read("bom.csv", sheet)), 0, 48);
    }

    [Fact]
    public void Thousands_of_continuation_rows_complete_one_line_for_little()
    {
        var sheet = TableFixtures.Sheet("Ref,Qty,Value\nR0,9999,10k\n" + string.Concat(Enumerable.Range(1, 7_000).Select(i => $"R{i},,\n")) + "C1,1,1u\n");
        var lines = BomReader.Read("bom.csv", sheet)!.Lines;
        Assert.Equal((7_001, "R7000", "C1"), (lines[0].Designators.Length, lines[0].Designators[^1].Text, Places(lines[1])));
        Assert.InRange(Cost.Megabytes(() => BomReader.Read("bom.csv", sheet)), 0, 48);
    }

    [Fact]
    public void A_line_has_so_many_alternates_at_most()
    {
        var reading = Read("Ref,Qty,MPN\nR1,1,ABC-1000\n" + string.Concat(Enumerable.Range(1001, 150).Select(i => $",,ABC-{i}\n")));
        Assert.Equal(100, Assert.Single(reading.Lines).Alternates.Length);
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Code == "bom.too-many-alternates");
    }

    [Fact]
    public void One_designator_per_row_stays_one_line_each()
    {
        var reading = Read("Reference,Value,Footprint\nR1,10k,0402\nR2,10k,0402\nC1,1u,0603\n");
        Assert.Equal([1, 1, 1], reading.Lines.Select(line => line.Quantity));
    }

    [Fact]
    public void A_quantity_that_differs_is_said_with_its_row()
    {
        var diagnostic = Assert.Single(Read("Ref,Qty,Value\n\"R1,R2\",3,10k\nC1,1,1u\n").Diagnostics);
        Assert.Equal(("bom.quantity-differs", 2), (diagnostic.Code, diagnostic.Line));
    }

    [Fact]
    public void Quantities_of_a_lot_are_brought_back_to_one_board()
    {
        var reading = Read("Ref,Qty,Value\n\"R1,R2\",20,10k\nC1,10,1u\nC2,10,2u\nU1,10,LM358\n\"D1,D2,D3\",30,LED\n");
        Assert.Equal([2, 1, 1, 1, 3], reading.Lines.Select(line => line.Quantity));
        Assert.Equal("bom.quantity-is-for-lot", Assert.Single(reading.Diagnostics).Code);
    }

    [Fact]
    public void Total_and_stock_columns_are_no_quantity()
    {
        var reading = Read("Ref,Qty for 100 boards,Stock,Qty per board,MPN\n\"R1,R2\",200,5000,2,RC0402FR-0710KL\nC1,100,20,1,GRM155R71C104KA88D\n");
        Assert.Equal([2, 1], reading.Lines.Select(line => line.Quantity));
    }

    [Fact]
    public void A_designator_on_two_lines_is_said()
    {
        var diagnostic = Assert.Single(Read("Ref,Value,MPN\nR1,10k,RC0402FR-0710KL\nR1,10k,ERJ-2RKF1002X\nC1,1u,GRM155\n").Diagnostics);
        Assert.Equal(("bom.duplicate-designator", 3), (diagnostic.Code, diagnostic.Line));
    }

    [Fact]
    public void Screws_labels_and_boards_without_a_place_are_kept()
    {
        var reading = Read("Designator,Qty,MPN,Description\nR1,1,RC0402FR-0710KL,Resistor\n,4,,Screw M3x8\n,1,PCB-100-B,Bare board\n");
        Assert.Equal([1, 4, 1], reading.Lines.Select(line => line.Quantity));
        Assert.Equal("Screw M3x8", reading.Lines[1].Description);
        Assert.Empty(reading.Lines[1].Designators);
    }

    [Fact]
    public void Totals_and_notes_at_the_foot_are_no_lines()
    {
        var reading = Read("Ref,Qty,Value\nR1,1,10k\nC1,1,1u\nTotal,2,\n,,\nApproved by: N.N.,,\n");
        Assert.Equal(2, reading.Lines.Length);
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Code == "bom.rows-skipped");
    }

    [Fact]
    public void Section_rows_and_repeated_headings_are_passed_over()
    {
        var reading = Read("Ref,Qty,Value\nResistors,,\nR1,1,10k\nCapacitors,,\nRef,Qty,Value\nC1,1,1u\n");
        Assert.Equal(["R1", "C1"], reading.Lines.Select(Places));
    }

    [Fact]
    public void A_second_section_may_have_other_columns()
    {
        var reading = Read("Ref,Qty,Value,Footprint\nR1,1,10k,0402\nMechanical,,,\nQty,Designator,MPN,Description\n1,J1,47589-0001,USB\n");
        Assert.Equal(("J1", "47589-0001"), (Places(reading.Lines[1]), reading.Lines[1].Mpn.ToString()));
    }

    [Fact]
    public void A_section_of_parts_not_to_populate_marks_them()
    {
        var reading = Read("Ref,Qty,Value\nR1,1,10k\nDo not populate:,,\nR2,1,22k\nC9,1,1u\nMounted parts,,\nR3,1,1k\n");
        Assert.Equal([false, true, true, false], reading.Lines.Select(line => line.DoNotPlace));
    }

    [Fact]
    public void Without_a_heading_the_content_tells_the_columns()
    {
        var reading = Read("1;2;R1, R2;10k;0402;RC0402FR-0710KL\n2;1;C1;100n;0603;GRM188R71C104KA01D\n3;1;U1;LDO;SOT-23-5;TLV70033DDCR\n");
        Assert.Equal((0, "R1,R2", 2, "10k", "0402", "RC0402FR-0710KL"), (reading.HeaderLine, Places(reading.Lines[0]), reading.Lines[0].Quantity, reading.Lines[0].Value, reading.Lines[0].Footprint, reading.Lines[0].Mpn.ToString()));
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Code == "bom.no-header");
    }

    [Fact]
    public void A_heading_without_lines_is_an_empty_list()
    {
        var reading = Read("Designator,Quantity,Value,MPN\n");
        Assert.Empty(reading.Lines);
        Assert.Equal("bom.empty", Assert.Single(reading.Diagnostics).Code);
    }

    [Fact]
    public void An_ambiguous_heading_is_decided_by_its_content()
    {
        var part = Read("Part,Value,Device,Package\nR1,10k,R-EU_R0402,0402\nIC2,,MAX232,SO16\n");
        Assert.Equal(("R1", "MAX232"), (Places(part.Lines[0]), part.Lines[1].Value));
        var number = Read("Name,Part,Qty\nR1,RC0402FR-0710KL,1\nC1,GRM155R71C104KA88D,1\n");
        Assert.Equal(("R1", "RC0402FR-0710KL"), (Places(number.Lines[0]), number.Lines[0].Mpn.ToString()));
    }

    [Fact]
    public void Alternates_keep_the_first_choice_first()
    {
        var columns = Read("Ref,Qty,Manufacturer 1,MPN 1,Manufacturer 2,MPN 2\nR1,1,Yageo,RC0402FR-0710KL,Panasonic,ERJ-2RKF1002X\n").Lines[0];
        Assert.Equal(("Yageo", "RC0402FR-0710KL", "Panasonic", "ERJ-2RKF1002X"), (columns.Manufacturer, columns.Mpn.ToString(), columns.Alternates[0].Manufacturer, columns.Alternates[0].Mpn.Text));
        var cell = Read("Ref,Qty,MPN\nU1,1,SP3232EEA-L/TR or MAX232ECPWR\nU2,1,\"74HC00D,653\"\n").Lines;
        Assert.Equal(("SP3232EEA-L/TR", "MAX232ECPWR", "74HC00D,653"), (cell[0].Mpn.ToString(), cell[0].Alternates[0].Mpn.Text, cell[1].Mpn.ToString()));
        var row = Read("Ref,Qty,Manufacturer,MPN\nR1,1,Yageo,RC0402FR-0710KL\n,,Panasonic,ERJ-2RKF1002X\nC1,1,Murata,GRM155R71C104KA88D\n").Lines;
        Assert.Equal((2, "ERJ-2RKF1002X"), (row.Length, row[0].Alternates[0].Mpn.Text));
    }

    [Fact]
    public void Maker_and_number_in_one_cell_are_parted()
    {
        var line = Read("Designator,Manufacturer/MPN,Qty\nC1,\"C&K Components KMR231GLFS\",1\nX1,\"MTCONN UBAF-06082, FCI 10118192-0001LF\",1\n").Lines;
        Assert.Equal(("C&K Components", "KMR231GLFS"), (line[0].Manufacturer, line[0].Mpn.ToString()));
        Assert.Equal(("MTCONN", "FCI"), (line[1].Manufacturer, line[1].Alternates[0].Manufacturer));
    }

    [Fact]
    public void Words_that_say_nothing_are_no_part_number()
    {
        var lines = Read("Ref,Manufacturer,MPN,Value\nR1,ANY,ANY,10k\nR2,-,N/A,10k\nR3,Yageo,TBD,10k\nR4,generic,generic,1k\n").Lines;
        Assert.All(lines, line => Assert.Null(line.Mpn));
        Assert.Null(lines[0].Manufacturer);
    }

    [Theory]
    [InlineData("LCSC", "C14663", "LCSC")]
    [InlineData("JLCPCB Part #", "C14663", "LCSC")]
    [InlineData("Digi-Key Part Number", "296-1234-1-ND", "Digi-Key")]
    [InlineData("Mouser No", "595-TLV62569DBVR", "Mouser")]
    [InlineData("Farnell", "2396181", "Farnell")]
    [InlineData("TME", "0603WAF1002T5E", "TME")]
    [InlineData("Arrow", "STM32F405RGT6", "Arrow")]
    public void Supplier_codes_are_kept_under_the_suppliers_usual_name(string heading, string code, string supplier) =>
        Assert.Equal(code, Read($"Ref,Qty,Value,{heading}\nR1,1,10k,{code}\n").Lines[0].SupplierCodes[supplier].Text);

    [Fact]
    public void Supplier_and_code_in_two_columns_belong_together()
    {
        var line = Read("Ref,Qty,MPN,Supplier 1,Supplier Part Number 1,Supplier 2,Supplier Part Number 2\nR1,1,RC0402FR-0710KL,Digi-Key,311-10.0KLRCT-ND,Mouser Electronics,603-RC0402FR-0710KL\n").Lines[0];
        Assert.Equal(("311-10.0KLRCT-ND", "603-RC0402FR-0710KL"), (line.SupplierCodes["Digi-Key"].Text, line.SupplierCodes["Mouser"].Text));
    }

    [Fact]
    public void A_stated_price_needs_a_currency()
    {
        Assert.Equal("0.05 EUR", Read("Ref,Qty,MPN,Einzelpreis\nR1,1,RC0402FR-0710KL,\"0,05 €\"\n").Lines[0].StatedPrice.ToString());
        Assert.Equal("1.20 USD", Read("Ref,Qty,MPN,Unit Price (USD)\nR1,1,RC0402FR-0710KL,1.20\n").Lines[0].StatedPrice.ToString());
        var without = Read("Ref,Qty,MPN,Price\nR1,1,RC0402FR-0710KL,1.20\n");
        Assert.Null(without.Lines[0].StatedPrice);
        Assert.Equal("bom.price-without-currency", Assert.Single(without.Diagnostics).Code);
    }

    [Fact]
    public void A_part_number_that_a_spreadsheet_damaged_is_said() =>
        Assert.Contains(Read("Ref,Qty,MPN\nJ1,1,6.13E+10\nR1,1,RC0402FR-0710KL\n").Diagnostics, diagnostic => diagnostic.Code == "bom.part-number-damaged");

    [Theory]
    [InlineData("Pin,Net,Signal\nA1,GND,VSS\nB2,VCC,VDD\nC3,SDA,IO\n")]
    [InlineData("Tool,Hole Size,Hole Count,Plated\nT1,0.3,20,PTH\nT2,1.0,4,NPTH\n")]
    [InlineData("Rule,Violations,Component\nClearance,3,R1\nWidth,1,C1\n")]
    [InlineData("This licence lets you copy, change and sell,\nprovided that you say, in every copy,\nwhere it came from, and by whom.\n")]
    [InlineData("x\n")]
    public void Other_tables_are_no_parts_list(string text) => Assert.Null(BomReader.Read("t.csv", TableFixtures.Sheet(text)));

    [Fact]
    public void Merged_cells_of_a_spreadsheet_do_not_count_a_quantity_twice()
    {
        var rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Designator</v></c><c r=\"B1\" t=\"str\"><v>Qty</v></c><c r=\"C1\" t=\"str\"><v>MPN</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>R1, R2</v></c><c r=\"B2\"><v>2</v></c><c r=\"C2\" t=\"str\"><v>RC0402FR-0710KL</v></c></row>"
            + "<row r=\"3\"><c r=\"C3\" t=\"str\"><v>ERJ-2RKF1002X</v></c></row>";
        var book = Turnkey.Formats.Tables.TableReader.Read("bom.xlsx", TableFixtures.Xlsx(rows, "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B3\"/></mergeCells>"));
        var line = Assert.Single(BomReader.ReadAll("bom.xlsx", book)[0].Lines);
        Assert.Equal((2, "ERJ-2RKF1002X"), (line.Quantity, line.Alternates[0].Mpn.Text));
    }

    /// <summary>Headings as parts lists have them: those that hold the maker's number as M, the customer's own as I.</summary>
    [Theory]
    [InlineData("Item,I:Part Number,Description,Qty,Reference,Manufacturer,M:MPN")]
    [InlineData("Qty,Reference,I:Part Number,Manufacturer,M:Manufacturer Part Number")]
    [InlineData("Reference,Qty,I:PN,Mfr,M:Mfr Part #")]
    [InlineData("Reference,Qty,I:P/N,Mfg,M:Mfg P/N")]
    [InlineData("M:Manufacturer P/N,Manufacturer,I:Part No.,Qty,RefDes")]
    [InlineData("Level,I:Part Number,Qty,Reference,Manufacturer,M:Manufacturer Part No")]
    [InlineData("Reference,Qty,I:Part #,Description,M:Mfr. Part Number,Mfr.")]
    [InlineData("Pos,Menge,Bezeichner,I:Artikelnummer,Hersteller,M:Herstellernummer")]
    [InlineData("Reference,Qty,I:Internal Part Number,Manufacturer,M:Part Number")]
    [InlineData("Reference,Qty,Manufacturer,M:Part Number")]
    [InlineData("Reference,Qty,M:PN,Manufacturer")]
    [InlineData("Reference,Qty,I:IPN,I2:Part Number,Manufacturer,M:MPN")]
    [InlineData("Reference,Qty,Manufacturer,M:MPN,Supplier,Supplier Part Number,I:Part Code")]
    [InlineData("Designator,Quantity,M:Manufacturer Part,Manufacturer,I:Customer Part Number,Value")]
    [InlineData("Ref Des,Qty,I:Component Part Number,Mfr Name,M:MFR PN")]
    [InlineData("Reference,Qty,I:Article,Maker,M:Maker Part Number")]
    public void Part_number_beside_the_makers_is_the_customers_own(string headings)
    {
        var columns = headings.Split(',');
        string Cell(string heading) => heading switch
        {
            ['M', ':', ..] => "RC0402FR-0710KL",
            ['I', ':', ..] => "10-00123",
            ['I', '2', ..] => "10-00124",
            "Reference" or "RefDes" or "Ref Des" or "Designator" or "Bezeichner" => "R1",
            "Manufacturer" or "Mfr" or "Mfr." or "Mfg" or "Mfr Name" or "Maker" or "Hersteller" => "Yageo",
            "Qty" or "Quantity" or "Menge" or "Item" or "Pos" or "Level" => "1",
            "Supplier" => "Mouser",
            "Supplier Part Number" => "603-RC0402FR-0710KL",
            _ => "Resistor 10k",
        };
        var line = Assert.Single(Read($"{string.Join(',', columns.Select(heading => heading[(heading.IndexOf(':', StringComparison.Ordinal) + 1)..]))}\n{string.Join(',', columns.Select(Cell))}\n").Lines);
        Assert.Equal(("Yageo", "RC0402FR-0710KL", headings.Contains("I:", StringComparison.Ordinal) ? "10-00123" : ""), (line.Manufacturer, line.Mpn.ToString(), line.InternalNumber));
        Assert.Empty(line.Alternates);
    }

    [Fact]
    public void A_makers_column_that_nobody_filled_in_makes_no_house_number_of_the_other() =>
        Assert.Equal("RC0402FR-0710KL", Assert.Single(Read("Reference,Qty,Part Number,Manufacturer,MPN\nR1,1,RC0402FR-0710KL,Yageo,\n").Lines).Mpn.ToString());

    [Fact]
    public void The_first_choice_may_stand_behind_its_alternate()
    {
        var line = Assert.Single(Read("Reference,Qty,Alternate MPN,Alternate Manufacturer,MPN,Manufacturer\nC1,1,CL05B104KB54PNC,Samsung,GRM155R71H104KE14D,Murata\n").Lines);
        Assert.Equal(("Murata", "GRM155R71H104KE14D"), (line.Manufacturer, line.Mpn.ToString()));
        Assert.Equal(new AlternatePart("Samsung", Turnkey.Kernel.PartNumber.Parse("CL05B104KB54PNC")!.Value), Assert.Single(line.Alternates));
    }

    [Theory]
    [InlineData("R10-R8", 3, 3)]
    [InlineData("C1A-C1D", 4, 4)]
    [InlineData("C1...C3", 3, 3)]
    [InlineData("D1 to D3", 3, 3)]
    [InlineData("R1–R4", 4, 4)]
    [InlineData("R1-4", 4, 4)]
    [InlineData("C1~C5", 5, 5)]
    [InlineData("U1A-U1D", 1, 1)]
    [InlineData("J1-4", 1, 1)]
    public void Ranges_are_read_in_every_writing_and_bought_in_full(string places, int stated, int pieces)
    {
        var reading = Read($"Designator;Qty;Manufacturer;MPN\n{places};{stated};Yageo;RC0402FR-0710KL\n");
        Assert.Equal(pieces, Assert.Single(reading.Lines).Pieces);
        Assert.Empty(reading.Diagnostics);
    }

    [Theory]
    [InlineData("R1 bunch", 7, 7)]
    [InlineData("C1A-C4A", 4, 4)]
    [InlineData("R1, 12", 7, 7)]
    [InlineData("see drawing 4711/B (rev. 3)", 7, 7)]
    public void What_is_stated_is_bought_where_designators_cannot_be_read(string places, int stated, int pieces)
    {
        var reading = Read($"Designator;Qty;Manufacturer;MPN\n\"{places}\";{stated};Yageo;RC0402FR-0710KL\nR90;1;Yageo;RC0402FR-071KL\nR91;1;Yageo;RC0402FR-072KL\n");
        Assert.Equal(pieces, reading.Lines[0].Pieces);
        Assert.Contains(reading.Diagnostics, one => one.Code == "bom.quantity-holds" && one.Line == 2 && one.Message.Contains($"quantity of {stated}", StringComparison.Ordinal));
        Assert.DoesNotContain(reading.Diagnostics, one => one.Code == "bom.quantity-differs");
    }

    [Theory]
    [InlineData("MSL", "Height", "3", "1.6", 1_600_000)]
    [InlineData("Moisture Sensitivity Level", "Height (mm)", "2a", "25 mm", 25_000_000)]
    [InlineData("MSL Rating", "Height (mil)", "Level 3", "100", 2_540_000)]
    [InlineData("msl", "Max Height", "", "0,8 mm max", 800_000)]
    [InlineData("MSL", "Height_in", "1", "0.1", 2_540_000)]
    public void Moisture_level_and_height_stand_in_columns_of_their_own(string levelHeading, string heightHeading, string level, string height, long nanometres)
    {
        var line = Assert.Single(Read($"Reference,Value,{levelHeading},{heightHeading}\nU1,STM32F405,{level},\"{height}\"\n").Lines);
        Assert.Equal((level, nanometres), (line.MoistureLevel, line.Height!.Value.Nanometres));
    }

    [Theory]
    [InlineData("")]
    [InlineData("low")]
    [InlineData("0")]
    [InlineData("1.2/1.4")]
    [InlineData("9999")]
    public void What_is_no_height_is_none(string cell) => Assert.Null(Assert.Single(Read($"Reference,Value,Height\nU1,STM32F405,{cell}\n").Lines).Height);
}
