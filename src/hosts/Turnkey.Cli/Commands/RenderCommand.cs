using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using Turnkey.Cli.Text;
using Turnkey.Designs.Layers;
using Turnkey.Drawing;
using Turnkey.Drawing.Colours;
using Turnkey.Drawing.Raster;
using Turnkey.Geometry;
using Turnkey.Kernel;
using Turnkey.Pipeline;
using Turnkey.Pipeline.Outputs;
using Turnkey.Pipeline.Rendering;

namespace Turnkey.Cli.Commands;

/// <summary><c>turnkey render FILE|PACKAGE</c>: a picture of a layer, or of the board as it will look.</summary>
internal static class RenderCommand
{
    private const double DefaultDotsPerInch = 600;
    private const double MostDotsPerInch = 1_000_000;

    /// <summary>Pixels of a picture in one bit each; 1 GB.</summary>
    private const long MostBits = 8L << 30;

    private const int MostTold = 20;

    /// <summary>Pixels of a picture in grey or colour.</summary>
    private const long MostShades = 400_000_000;

    public static Command Create(Terminal terminal)
    {
        var input = new Argument<string>("FILE|PACKAGE") { Description = "A Gerber or drill file, or a package" };
        var svg = new Option<string?>("--svg") { Description = "Write an SVG", HelpName = "OUT" };
        var png = new Option<string?>("--png") { Description = "Write a PNG", HelpName = "OUT" };
        var dpi = new Option<double>("--dpi") { Description = "Pixels per inch of the PNG (default: 600)", HelpName = "N", DefaultValueFactory = _ => DefaultDotsPerInch, CustomParser = DotsPerInch };
        var window = new Option<Box?>("--window") { Description = "What to show, in millimetres of the file: left, bottom, width, height (default: all)", HelpName = "x,y,w,h", CustomParser = Window };
        var binary = new Option<bool>("--binary") { Description = "Black and white: a pixel is black when its centre is covered" };
        var layer = new Option<string?>("--layer") { Description = "One layer of a package: 'top copper', 'copper 2', 'bottom mask', 'outline', 'drill', or a file's name", HelpName = "NAME" };
        var board = new Option<string?>("--board") { Description = "Which board of a package of several, by its name (default: the first)", HelpName = "NAME" };
        var top = new Option<bool>("--top") { Description = "The board's top as it will look (default for a package)" };
        var bottom = new Option<bool>("--bottom") { Description = "The board's bottom as it will look, turned about its vertical axis" };
        var specification = SharedOptions.Specification();
        var failOn = SharedOptions.FailOn();
        var command = new Command("render", "Draw a Gerber or drill file, a layer of a package, or the board as it will look") { input, svg, png, dpi, window, binary, layer, board, top, bottom, specification, failOn };
        command.Validators.Add(result =>
        {
            // An option without its value is told by the parser, and must not be asked for it.
            bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };
            string? File(Option<string?> option) => result.GetResult(option)?.Tokens is [.., var last] ? last.Value : null;
            if (!IsGiven(svg) && !IsGiven(png)) result.AddError("say where the picture is to go: --png OUT or --svg OUT.");
            var face = result.GetValue(top) || result.GetValue(bottom);
            if (File(svg) is { Length: > 0 } one && File(png) is { Length: > 0 } other && Path.GetFullPath(one) == Path.GetFullPath(other)) result.AddError("--svg and --png are two files; give them two names.");
            if (result.GetValue(top) && result.GetValue(bottom)) result.AddError("--top and --bottom are two pictures; ask for one.");
            if (IsGiven(layer) && face) result.AddError("--layer draws one layer, --top and --bottom draw the board; ask for one of them.");
            if (result.GetValue(binary) && face) result.AddError("--binary draws a layer, and a board has colours; name one with --layer.");
            if (IsGiven(svg) && !IsGiven(png) && IsGiven(dpi)) result.AddError("--dpi counts the pixels of a PNG, and an SVG has none; ask for one with --png.");
            if (IsGiven(svg) && !IsGiven(png) && result.GetValue(binary)) result.AddError("--binary is about the pixels of a PNG, and an SVG has none; ask for one with --png.");
        });
        command.SetAction(parsed => Run(
            new RenderRequest(new InspectRequest(parsed.GetRequiredValue(input)) { Specification = parsed.GetValue(specification) })
            {
                Layer = parsed.GetValue(layer),
                Board = parsed.GetValue(board),
                Face = parsed.GetValue(top) ? Side.Top : parsed.GetValue(bottom) ? Side.Bottom : null,
            },
            new Wish(parsed.GetValue(svg), parsed.GetValue(png), parsed.GetValue(dpi), parsed.GetValue(window), parsed.GetValue(binary)),
            parsed.GetValue(failOn),
            terminal));
        return command;
    }

    private static int Run(RenderRequest request, Wish wish, Severity? failOn, Terminal terminal)
    {
        var subject = RenderPipeline.Run(request, terminal);
        var log = new DiagnosticLog(subject is Subject.OfLayer drawn ? drawn.Layer.Source : "");
        if (subject is Subject.Refused refused) return Refusal.Tell(terminal, request.Inspect.Package, refused.Name, refused.Diagnostics, json: false);
        if (subject is Subject.OfFace && wish.Binary)
        {
            terminal.Say("turnkey: --binary draws a layer, and a board has colours; name one with --layer.");
            terminal.Say("Try 'turnkey render --help'.");
            return ExitCode.WrongUsage;
        }
        var grid = wish.Png is null ? null : Grid(subject, wish);
        if (wish.Png is not null && grid is null)
        {
            terminal.Say($"turnkey: the picture would have too many pixels at {wish.DotsPerInch.ToString("0.##", CultureInfo.InvariantCulture)} dpi; give a smaller --dpi or a --window");
            return ExitCode.NotProcessed;
        }
        if (subject is Subject.OfLayer { Layer: { Negative: false } layer } && !LayerRaster.Covers(layer.Image) && subject.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error))
            return TellNothing(request, subject.Diagnostics, terminal);

        var pictures = new List<OutputFile>();
        if (wish.Svg is { } svg) pictures.Add(new OutputFile(Path.GetFullPath(svg), Encoding.UTF8.GetBytes(Svg(subject, wish, log))));
        if (wish.Png is { } png) pictures.Add(new OutputFile(Path.GetFullPath(png), Paint(subject, wish, grid!, log)));
        Beside(subject, wish, log);
        ImmutableArray<Diagnostic> diagnostics = [.. log.ToList(), .. subject.Diagnostics];
        if (subject is Subject.OfLayer && diagnostics.Any(diagnostic => diagnostic.Code == LayerRaster.NothingDrawn)) return TellNothing(request, diagnostics, terminal);
        if (!TryWrite(pictures, wish, terminal)) return ExitCode.NotProcessed;
        Tell(diagnostics, terminal);
        return Refusal.CodeFor(diagnostics, failOn);
    }

    private static int TellNothing(RenderRequest request, ImmutableArray<Diagnostic> diagnostics, Terminal terminal)
    {
        terminal.Say($"turnkey: nothing of '{PlainText.Of(request.Inspect.Package)}' could be drawn; no picture is written");
        Tell(diagnostics, terminal);
        return ExitCode.NotProcessed;
    }

    /// <summary>A window beside everything gives an empty picture, which could be taken for an empty layer.</summary>
    private static void Beside(Subject subject, Wish wish, DiagnosticLog log)
    {
        if (wish.Window is not { } window) return;
        var (drawn, what) = subject switch
        {
            Subject.OfLayer { Layer: { Negative: false, Image.Bounds: var bounds } } => (bounds, "layer"),
            Subject.OfFace face => (BoardFace.Of(face.Board, face.Face).Bounds, "board"),
            _ => (Box.Empty, ""),
        };
        if (drawn.IsEmpty || drawn.Overlaps(window)) return;
        string Millimetres(long nanometres) => (nanometres / 1e6).ToString("0.###", CultureInfo.InvariantCulture);
        log.Warning("render.window-beside", 0, $"the window lies beside the {what}, so the picture is empty; the {what} lies in {Millimetres(drawn.Left)},{Millimetres(drawn.Bottom)},"
            + $"{Millimetres(drawn.Right - drawn.Left)},{Millimetres(drawn.Top - drawn.Bottom)}");
    }

    /// <summary>What the picture rests on that is not as the files say: a picture looks certain, whatever had to be guessed for it.</summary>
    private static void Tell(ImmutableArray<Diagnostic> diagnostics, Terminal terminal)
    {
        var told = diagnostics.Where(diagnostic => diagnostic.Severity != Severity.Info).OrderByDescending(diagnostic => diagnostic.Severity).ToArray();
        foreach (var diagnostic in told.Take(MostTold)) terminal.Say(diagnostic.ToString());
        if (told.Length > MostTold) terminal.Say($"and {told.Length - MostTold} more; 'turnkey inspect' lists them");
    }

    private static string Svg(Subject subject, Wish wish, DiagnosticLog log) => subject switch
    {
        Subject.OfLayer layer => LayerPicture.Svg(layer.Layer, wish.Window, log: log),
        Subject.OfFace face => BoardPicture.Draw(face.Board, face.Face, BoardColours.From(face.Specification), view: wish.Window).Svg,
        _ => throw new InvalidOperationException($"no picture of {subject}"),
    };

    private static PixelGrid? Grid(Subject subject, Wish wish) => subject switch
    {
        Subject.OfLayer layer => PixelGrid.Of(wish.Window ?? LayerRaster.ViewOf(layer.Layer.Image), wish.DotsPerInch, wish.Binary ? MostBits : MostShades),
        Subject.OfFace face => PixelGrid.Of(wish.Window ?? BoardRaster.ViewOf(face.Board, face.Face), wish.DotsPerInch, MostShades, mirrored: face.Face == Side.Bottom),
        _ => throw new InvalidOperationException($"no picture of {subject}"),
    };

    private static byte[] Paint(Subject subject, Wish wish, PixelGrid grid, DiagnosticLog log)
    {
        switch (subject)
        {
            case Subject.OfLayer { Layer: var layer } when wish.Binary:
                return Png.Write(LayerRaster.Draw(layer.Image, grid, layer.Negative, log), grid.DotsPerInch);
            case Subject.OfLayer { Layer: var layer }:
                return Png.WriteGrey(LayerRaster.DrawSmooth(layer.Image, grid, layer.Negative, log), grid.Width, grid.Height, grid.DotsPerInch);
            case Subject.OfFace face:
                return Png.WriteColour(BoardRaster.Draw(face.Board, face.Face, BoardColours.From(face.Specification), grid, log), grid.Width, grid.Height, grid.DotsPerInch);
            default:
                throw new InvalidOperationException($"no picture of {subject}");
        }
    }

    /// <summary>Both pictures or none.</summary>
    private static bool TryWrite(IReadOnlyList<OutputFile> pictures, Wish wish, Terminal terminal)
    {
        try
        {
            OutputFolder.Write(Path.GetDirectoryName(pictures[0].Name)!, pictures);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var names = string.Join(" and ", new[] { wish.Svg, wish.Png }.OfType<string>().Select(name => $"'{PlainText.Of(name)}'"));
            terminal.Say($"turnkey: cannot write {names}: {PlainText.Of(e.Message.ReplaceLineEndings(" "))}");
            return false;
        }
    }

    private static double DotsPerInch(ArgumentResult result)
    {
        var word = SharedOptions.Token(result);
        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var dpi) && dpi is >= 1 and <= MostDotsPerInch) return dpi;
        return SharedOptions.Fail<double>(result, $"--dpi: '{word}' is no resolution; write a number from 1 to {MostDotsPerInch.ToString("0", CultureInfo.InvariantCulture)}.");
    }

    private static Box? Window(ArgumentResult result)
    {
        var word = SharedOptions.Token(result);
        var cells = word.Split(',');
        var numbers = new double[4];
        var good = cells.Length == 4;
        for (var i = 0; good && i < 4; i++)
        {
            good = double.TryParse(cells[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) && Math.Abs(numbers[i]) <= 10_000;
        }
        if (!good || numbers[2] <= 0 || numbers[3] <= 0)
            return SharedOptions.Fail<Box?>(result, $"--window: '{word}' is no window; write left, bottom, width and height in millimetres, as 10,20,30,15.");
        long Nanometres(double millimetres) => (long)Math.Round(millimetres * 1e6, MidpointRounding.AwayFromZero);
        return new Box(Nanometres(numbers[0]), Nanometres(numbers[1]), Nanometres(numbers[0]) + Nanometres(numbers[2]), Nanometres(numbers[1]) + Nanometres(numbers[3]));
    }

    private sealed record Wish(string? Svg, string? Png, double DotsPerInch, Box? Window, bool Binary);
}
