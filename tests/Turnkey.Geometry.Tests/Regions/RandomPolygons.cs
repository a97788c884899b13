namespace Turnkey.Geometry.Tests.Regions;

/// <summary>Polygons of the kinds that break overlays: crossing themselves, on small grids, with shared edges, spikes and slivers.</summary>
internal static class RandomPolygons
{
    /// <summary>Any corners on a grid: crosses itself as it likes, repeats corners and edges, may have no area.</summary>
    public static Point[] Scribble(Random random, int corners, int grid, long step) =>
        [.. Enumerable.Range(0, corners).Select(_ => new Point(random.Next(grid) * step, random.Next(grid) * step))];

    /// <summary>Corners at rising angles around a centre: does not cross itself.</summary>
    public static Point[] Star(Random random, int corners, long size, Point centre)
    {
        var turn = random.NextDouble();
        return
        [
            .. Enumerable.Range(0, corners).Select(i =>
            {
                var angle = Math.Tau * (i + turn) / corners;
                var away = size * (0.2 + (0.8 * random.NextDouble()));
                return centre + new Point((long)(away * Math.Cos(angle)), (long)(away * Math.Sin(angle)));
            }),
        ];
    }

    /// <summary>Crosses at angles so flat that the crossing's place is known to many nanometres only.</summary>
    public static Point[] Sliver(Random random, long length) =>
    [
        new(random.NextInt64(-5, 6), random.NextInt64(-5, 6)), new(length + random.NextInt64(-5, 6), random.NextInt64(-5, 6)),
        new(length + random.NextInt64(-5, 6), 3 + random.NextInt64(-5, 6)), new(random.NextInt64(-5, 6), 3 + random.NextInt64(-5, 6)),
    ];
}
