using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Turnkey.Documents.Viewer;

namespace Turnkey.Documents.Tests.Viewer;

/// <summary>Reads a scene as docs/board-scene.md says, written apart from the writer and from the viewer.</summary>
internal sealed class SceneDecoder
{
    private readonly byte[] raw;
    private int at;

    private SceneDecoder(byte[] raw) => this.raw = raw;

    public required JsonElement Header { get; init; }
    public List<DecodedShape> Shapes { get; } = [];
    public Dictionary<string, List<DecodedObject>> Layers { get; } = new(StringComparer.Ordinal);
    public List<List<DecodedEdge>> Boundaries { get; private set; } = [];
    public List<List<DecodedEdge>> Cutouts { get; private set; } = [];
    public List<DecodedHole> Holes { get; } = [];

    public IEnumerable<string> Nets => Header.GetProperty("nets").EnumerateArray().Select(net => net.GetString()!);

    public static SceneDecoder Read(BoardScene scene)
    {
        using var zlib = new ZLibStream(new MemoryStream([.. scene.Content]), CompressionMode.Decompress);
        using var output = new MemoryStream();
        zlib.CopyTo(output);
        var bytes = output.ToArray();
        Assert.Equal("TKBS"u8.ToArray(), bytes[..4]);
        var start = new SceneDecoder(bytes) { Header = default, at = 4 };
        Assert.Equal(1, start.Unsigned());
        var length = (int)start.Unsigned();
        using var json = JsonDocument.Parse(bytes.AsMemory(start.at, length));
        var decoder = new SceneDecoder(bytes) { Header = json.RootElement.Clone(), at = start.at + length };
        decoder.ReadSections();
        Assert.Equal(bytes.Length, decoder.at);
        return decoder;
    }

    /// <summary>Net, part and pin that an object belongs to, by name; null where it has none.</summary>
    public (string? Net, string? Part, string? Pin) Belongs(DecodedObject thing)
    {
        var mark = Header.GetProperty("marks")[thing.Mark];
        var (net, part) = (mark[0].GetInt32(), mark[1].GetInt32());
        return (net == 0 ? null : Header.GetProperty("nets")[net - 1].GetString(), part == 0 ? null : Header.GetProperty("parts")[part - 1][0].GetString(), mark[2].GetString() is { Length: > 0 } pin ? pin : null);
    }

    private void ReadSections()
    {
        foreach (var section in Header.GetProperty("sections").EnumerateArray())
        {
            var end = at + section.GetProperty("bytes").GetInt32();
            switch (section.GetProperty("kind").GetString())
            {
                case "shapes": while (at < end) Shapes.Add(Shape()); break;
                case "outline": (Boundaries, Cutouts) = (Contours(), Contours()); break;
                case "holes": ReadHoles(); break;
                case "layer":
                    var objects = Layer();
                    Assert.Equal(section.GetProperty("objects").GetInt32(), objects.Count);
                    Layers[section.GetProperty("name").GetString()!] = objects;
                    break;
            }
            Assert.Equal(end, at);
        }
    }

    private DecodedShape Shape()
    {
        var (kind, width, height) = (Unsigned(), Unsigned(), Unsigned());
        var parts = new List<(bool, List<DecodedEdge>)>();
        for (var count = Unsigned(); count > 0; count--) parts.Add((Unsigned() == 1, Contour()));
        return new DecodedShape((int)kind, width, height, parts);
    }

    private List<List<DecodedEdge>> Contours() => [.. Enumerable.Range(0, (int)Unsigned()).Select(_ => Contour())];

    private List<DecodedEdge> Contour()
    {
        var count = Unsigned();
        var (x, y) = (Signed(), Signed());
        var edges = new List<DecodedEdge>();
        for (; count > 0; count--)
        {
            var type = (int)Unsigned();
            var (endX, endY) = (x + Signed(), y + Signed());
            var (centreX, centreY) = type == 0 ? (0L, 0L) : (x + Signed(), y + Signed());
            edges.Add(new DecodedEdge(type, x, y, endX, endY, centreX, centreY));
            (x, y) = (endX, endY);
        }
        return edges;
    }

    private void ReadHoles()
    {
        long x = 0, y = 0;
        for (var count = Unsigned(); count > 0; count--)
        {
            var (kind, arc) = ((int)Unsigned(), Unsigned() == 1);
            var (startX, startY) = (x + Signed(), y + Signed());
            (x, y) = (startX + Signed(), startY + Signed());
            if (arc) (_, _) = (Signed(), Signed());
            Holes.Add(new DecodedHole(kind, startX, startY, x, y, Unsigned(), (int)Unsigned(), (int)Unsigned(), (int)Unsigned(), (int)Unsigned(), (int)Unsigned(), (int)Unsigned()));
        }
    }

    private List<DecodedObject> Layer()
    {
        var objects = new List<DecodedObject>();
        for (var runs = Unsigned(); runs > 0; runs--)
        {
            var dark = Unsigned() == 1;
            for (var groups = Unsigned(); groups > 0; groups--)
            {
                var (kind, shape, count) = ((int)Unsigned(), (int)Unsigned(), (int)Unsigned());
                objects.AddRange(kind == 3 ? Areas(dark, count) : Paths(dark, kind, shape, count));
                var mark = 0L;
                for (var i = objects.Count - count; i < objects.Count; i++) objects[i] = objects[i] with { Mark = (int)(mark += Signed()) };
            }
        }
        return objects;
    }

    private IEnumerable<DecodedObject> Paths(bool dark, int kind, int shape, int count)
    {
        long[] Column(bool there) => there ? [.. Enumerable.Range(0, count).Select(_ => Signed())] : new long[count];
        var (startX, startY) = (Column(true), Column(true));
        var (stepX, stepY) = (Column(kind > 0), Column(kind > 0));
        var (centreX, centreY) = (Column(kind == 2), Column(kind == 2));
        long x = 0, y = 0;
        var objects = new List<DecodedObject>();
        for (var i = 0; i < count; i++)
        {
            var (fromX, fromY) = (x + startX[i], y + startY[i]);
            (x, y) = (fromX + stepX[i], fromY + stepY[i]);
            objects.Add(new DecodedObject(dark, kind, shape, new DecodedEdge(kind == 2 ? 2 : 0, fromX, fromY, x, y, kind == 2 ? fromX + centreX[i] : 0, kind == 2 ? fromY + centreY[i] : 0), [], 0));
        }
        return objects;
    }

    private IEnumerable<DecodedObject> Areas(bool dark, int count)
    {
        var sizes = Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, (int)Unsigned()).Select(_ => (int)Unsigned()).ToArray()).ToArray();
        var corners = sizes.Sum(area => area.Sum());
        long x = 0, y = 0;
        var xs = Enumerable.Range(0, corners).Select(_ => x += Signed()).ToArray();
        var ys = Enumerable.Range(0, corners).Select(_ => y += Signed()).ToArray();
        var next = 0;
        foreach (var area in sizes)
        {
            var contours = area.Select(size => Enumerable.Range(0, size).Select(_ => (xs[next], ys[next++])).ToImmutableArray()).ToImmutableArray();
            yield return new DecodedObject(dark, 3, 0, default, contours, 0);
        }
    }

    private long Unsigned()
    {
        long value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = raw[at++];
            value |= (long)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }
    }

    private long Signed()
    {
        var folded = Unsigned();
        return (folded & 1) == 0 ? folded >> 1 : -((folded >> 1) + 1);
    }
}

internal sealed record DecodedShape(int Kind, long Width, long Height, List<(bool Dark, List<DecodedEdge> Contour)> Parts);

/// <param name="Type">0 line, 1 clockwise, 2 counter-clockwise.</param>
internal readonly record struct DecodedEdge(int Type, long StartX, long StartY, long EndX, long EndY, long CentreX, long CentreY);

internal sealed record DecodedObject(bool Dark, int Kind, int Shape, DecodedEdge Path, ImmutableArray<ImmutableArray<(long X, long Y)>> Contours, int Mark);

internal sealed record DecodedHole(int Kind, long X, long Y, long EndX, long EndY, long Diameter, int Plating, int From, int To, int Function, int Flags, int Net);
