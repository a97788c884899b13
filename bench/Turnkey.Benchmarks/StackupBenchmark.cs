using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Turnkey.Designs.Layers;
using Turnkey.Drawing;
using Turnkey.Drawing.Colours;
using Turnkey.Intake;
using Turnkey.Intake.Packages;

namespace Turnkey.Benchmarks;

/// <summary>
/// What <c>pcb-stackup</c> does in one call, done here: Gerber and drill files that are in memory are told apart, parsed and assembled to a board;
/// every layer is drawn as SVG of its own, then the top and the bottom of the board.
/// </summary>
internal static class StackupBenchmark
{
    private const double DefaultSeconds = 5;

    public static int Run(string root, string list, string[] rest)
    {
        var seconds = rest.Length > 0 ? double.Parse(rest[0], CultureInfo.InvariantCulture) : DefaultSeconds;
        ImmutableArray<PackageFile> files =
        [
            .. File.ReadAllLines(list).Where(path => path.Length > 0).Order(StringComparer.Ordinal)
                .Select(path => new PackageFile(path, File.ReadAllBytes(Path.Combine(root, path)))),
        ];
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(root));
        var phases = new List<Drawn>();
        var times = WarmTiming.Measure(() => Keep(phases, Draw(name, files)), seconds);
        var drawn = phases[^1];
        var measured = phases.TakeLast(times.Length).ToArray();
        using var output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, new
        {
            medianSeconds = WarmTiming.Median(times),
            leastSeconds = times[0],
            runs = times.Length,
            files = files.Length,
            layers = drawn.Layers,
            boards = drawn.Boards,
            characters = drawn.Characters,
            readSeconds = Median(measured, one => one.Read),
            layerSeconds = Median(measured, one => one.Layer),
            boardSeconds = Median(measured, one => one.Board),
        });
        return 0;
    }

    private static double Median(Drawn[] runs, Func<Drawn, TimeSpan> phase) => WarmTiming.Median([.. runs.Select(run => phase(run).TotalSeconds).Order()]);

    private static Drawn Keep(List<Drawn> phases, Drawn drawn)
    {
        phases.Add(drawn);
        return drawn;
    }

    private static Drawn Draw(string name, ImmutableArray<PackageFile> files)
    {
        var clock = Stopwatch.StartNew();
        // A package of its own each time: nothing that one may remember from the run before is measured.
        var design = PackageIntake.Read(new Package(name, files, []), IntakeOptions.Default);
        var read = clock.Elapsed;
        var boards = design.Assemblies.Where(assembly => assembly.Board is not null).ToArray();
        var (layers, characters) = (0, 0);
        foreach (var layer in boards.SelectMany(assembly => assembly.Board!.Layers))
        {
            layers++;
            characters += LayerPicture.Svg(layer).Length;
        }
        var layersDone = clock.Elapsed;
        foreach (var assembly in boards)
        {
            var colours = BoardColours.From(assembly.Specification);
            characters += BoardPicture.Svg(assembly.Board!, Side.Top, colours).Length + BoardPicture.Svg(assembly.Board!, Side.Bottom, colours).Length;
        }
        return new Drawn(boards.Length, layers, characters, read, layersDone - read, clock.Elapsed - layersDone);
    }

    /// <param name="Boards">Boards that the files were assembled to.</param>
    /// <param name="Layers">Layers drawn alone.</param>
    /// <param name="Characters">Of all SVG written.</param>
    /// <param name="Read">Time to parse and assemble.</param>
    /// <param name="Layer">Time to draw every layer alone.</param>
    /// <param name="Board">Time to draw the board's top and bottom.</param>
    private sealed record Drawn(int Boards, int Layers, int Characters, TimeSpan Read, TimeSpan Layer, TimeSpan Board);
}
