using System.Buffers.Binary;
using System.Xml.Linq;

namespace Turnkey.Journeys;

public sealed class RenderJourneyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("turnkey-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_single_Gerber_file_becomes_black_and_white_pixels_of_its_window()
    {
        var run = Render(Path.Combine(Package, "small-F_Cu.gbr"), "--png", Out("a.png"), "--dpi", "254", "--binary", "--window", "0,0,20,10");
        Assert.True(run.Code == 0, run.Error);
        Assert.Equal((200, 100, 1), Size("a.png"));
        Assert.Empty(run.Output + run.Error);
    }

    [Fact]
    public void A_single_drill_file_is_drawn_too()
    {
        Assert.Equal(0, Render(Path.Combine(Package, "small-PTH.drl"), "--png", Out("a.png"), "--svg", Out("a.svg"), "--window", "0,0,20,10").Code);
        Assert.Equal((472, 236, 8), Size("a.png"));
        Assert.Equal("0 0 20 10", XDocument.Load(Out("a.svg")).Root!.Attribute("viewBox")!.Value);
    }

    [Theory]
    [InlineData("--top")]
    [InlineData("--bottom")]
    public void A_package_is_drawn_as_it_will_look(string face)
    {
        Assert.Equal(0, Render(Package, face, "--png", Out("a.png"), "--svg", Out("a.svg"), "--dpi", "100").Code);
        // 20 by 10 mm with a margin of 0.3 mm.
        Assert.Equal((81, 42, 8), Size("a.png"));
        Assert.Equal("0 0 20.6 10.6", XDocument.Load(Out("a.svg")).Root!.Attribute("viewBox")!.Value);
    }

    [Theory]
    [InlineData("top copper")]
    [InlineData("copper 1")]
    [InlineData("L1")]
    [InlineData("F_CU small")]
    [InlineData("small-F_Cu.gbr")]
    public void A_layer_of_a_package_is_found_by_what_it_is_or_by_its_file(string name)
    {
        var run = Render(Package, "--layer", name, "--png", Out("a.png"), "--binary", "--window", "0,0,20,10");
        Assert.Equal(name == "F_CU small" ? 1 : 0, run.Code);
        if (run.Code == 0) return;
        Assert.Contains("there is no layer 'F_CU small'; there are ", run.Error, StringComparison.Ordinal);
        Assert.All(["'copper 1'", "'copper 2'", "'top mask'", "'outline'", "'drill'"], known => Assert.Contains(known, run.Error, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_picture_gives_the_same_bytes()
    {
        Render(Package, "--top", "--png", Out("a.png"), "--svg", Out("a.svg"));
        Render(Package, "--top", "--png", Out("b.png"), "--svg", Out("b.svg"));
        Assert.Equal(File.ReadAllBytes(Out("a.png")), File.ReadAllBytes(Out("b.png")));
        Assert.Equal(File.ReadAllBytes(Out("a.svg")), File.ReadAllBytes(Out("b.svg")));
    }

    [Fact]
    public void A_picture_of_too_many_pixels_is_refused_with_what_to_do()
    {
        var run = Render(Package, "--top", "--png", Out("a.png"), "--dpi", "1000000");
        Assert.Equal(1, run.Code);
        Assert.Contains("give a smaller --dpi or a --window", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Out("a.png")));
    }

    [Theory]
    [InlineData("--png OUT --top --bottom", "ask for one")]
    [InlineData("--png OUT --top --layer outline", "ask for one of them")]
    [InlineData("--png OUT --top --binary", "--layer")]
    [InlineData("--png OUT --binary", "--layer")]
    [InlineData("--png OUT --dpi none", "'none' is no resolution")]
    [InlineData("--png OUT --window 1,2,3", "'1,2,3' is no window")]
    [InlineData("--png OUT --window 1,2,0,4", "is no window")]
    [InlineData("--svg OUT --png OUT", "two files")]
    [InlineData("--svg OUT --dpi 300", "--png")]
    [InlineData("--svg OUT --layer outline --binary", "--png")]
    [InlineData("--png", "argument missing")]
    [InlineData("--svg OUT --png", "argument missing")]
    [InlineData("--png OUT --layer", "argument missing")]
    [InlineData("--layer", "--png OUT or --svg OUT")]
    [InlineData("--top", "--png OUT or --svg OUT")]
    public void A_wrong_wish_is_told(string arguments, string contains)
    {
        var run = Render([Package, .. arguments.Split(' ').Select(word => word == "OUT" ? Out("a.png") : word)]);
        Assert.Equal(2, run.Code);
        Assert.Contains(contains, run.Error, StringComparison.Ordinal);
        Assert.Contains("Try 'turnkey render --help'.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_pictures_both_are_written_or_none()
    {
        var refused = Render(Package, "--top", "--svg", Out("a.svg"), "--png", Out("a.png"), "--dpi", "900000");
        Assert.Equal(1, refused.Code);
        File.WriteAllText(Out("file"), "");
        var unwritable = Render(Package, "--top", "--svg", Out(Path.Combine("new", "a.svg")), "--png", Path.Combine(Out("file"), "a.png"));
        Assert.Equal(1, unwritable.Code);
        Assert.Contains("cannot write", unwritable.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Out("a.svg")) || Directory.Exists(Out("new")));
        Assert.Equal(0, Render(Package, "--top", "--svg", Out(Path.Combine("new", "a.svg")), "--png", Out(Path.Combine("other", "a.png")), "--dpi", "100").Code);
        Assert.True(File.Exists(Out(Path.Combine("new", "a.svg"))) && File.Exists(Out(Path.Combine("other", "a.png"))));
    }

    [Theory]
    [InlineData("--top", "the window lies beside the board")]
    [InlineData("--layer outline", "the window lies beside the layer")]
    public void A_window_beside_everything_is_told_with_where_everything_is(string what, string contains)
    {
        var run = Render([Package, .. what.Split(' '), "--png", Out("a.png"), "--window", "500,500,10,10"]);
        Assert.Equal(0, run.Code);
        Assert.Contains(contains, run.Error, StringComparison.Ordinal);
        Assert.Contains("render.window-beside", run.Error, StringComparison.Ordinal);
        Assert.Equal(3, Render([Package, .. what.Split(' '), "--png", Out("a.png"), "--window", "500,500,10,10", "--fail-on", "warning"]).Code);
        Assert.DoesNotContain("render.window-beside", Render([Package, .. what.Split(' '), "--png", Out("a.png"), "--window", "-1,-1,5,5"]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_which_a_limit_leaves_nothing_is_not_drawn()
    {
        // The macros before the one that is flashed use up what macros may take.
        var macro = string.Concat(Enumerable.Repeat("1,1,1,0,0*", 60_000));
        File.WriteAllText(Out("much.gbr"), $"%FSLAX46Y46*%\n%MOMM*%\n%AMM*{macro}%\n{string.Concat(Enumerable.Range(10, 2000).Select(code => $"%ADD{code}M*%\n"))}D2009*\nX0Y0D03*\nM02*\n");
        var run = Render(Out("much.gbr"), "--png", Out("a.png"));
        Assert.True(run.Code == 1, run.Error);
        Assert.Contains("gerber.limit", run.Error, StringComparison.Ordinal);
        Assert.Contains("could be drawn; no picture is written", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Out("a.png")));
    }

    [Fact]
    public void A_refusal_names_the_file_as_it_was_asked_for()
    {
        var run = Render(Out("nofile.gbr"), "--png", Out("a.png"));
        Assert.Equal(1, run.Code);
        Assert.Contains("nofile.gbr' cannot be processed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_picture_had_to_guess_is_told()
    {
        File.WriteAllText(Out("guess.gbr"), "%FSLAX46Y46*%\n%ADD10C,0.5*%\nD10*\nX1000000Y1000000D03*\n");
        var run = Render(Out("guess.gbr"), "--png", Out("a.png"), "--binary");
        Assert.Equal(0, run.Code);
        Assert.Contains("gerber.no-unit", run.Error, StringComparison.Ordinal);
        Assert.Contains("gerber.no-end", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_boards_the_one_that_is_named_is_drawn_and_none_is_passed_over_in_silence()
    {
        var kit = Path.Combine(Places.Repository, "samples", "sensor-kit");
        var first = Render(kit, "--top", "--png", Out("a.png"), "--dpi", "100");
        Assert.Equal(0, first.Code);
        Assert.Contains("render.several-boards", first.Error, StringComparison.Ordinal);
        var names = first.Error.Split("boards (")[1].Split(')')[0].Split(", ").Select(quoted => quoted.Trim('\'')).ToArray();
        Assert.True(names.Length > 1);
        var last = Render(kit, "--board", names[^1], "--png", Out("b.png"), "--dpi", "100");
        Assert.Equal(0, last.Code);
        Assert.DoesNotContain("render.several-boards", last.Error, StringComparison.Ordinal);
        Assert.NotEqual(Size("a.png"), Size("b.png"));
        Assert.Equal(1, Render(kit, "--board", "no such", "--png", Out("c.png")).Code);
    }

    [Fact]
    public void What_is_no_layer_is_told()
    {
        File.WriteAllText(Out("words.txt"), "these are only words\n");
        var run = Render(Out("words.txt"), "--png", Out("a.png"));
        Assert.Equal(1, run.Code);
        Assert.Contains("words.txt:1: error render.nothing: is neither Gerber (line 1: 'these are only words' is no command of Gerber) nor a drill program", run.Error, StringComparison.Ordinal);
    }

    private string Package => field ??= SmallPackage.Write(Path.Combine(folder, "small"));

    private string Out(string name) => Path.Combine(folder, name);

    private static Journey Render(params string[] arguments) => Journey.Of(["render", .. arguments]);

    private (int Width, int Height, int Depth) Size(string name)
    {
        var file = File.ReadAllBytes(Out(name));
        return (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)), file[24]);
    }
}
