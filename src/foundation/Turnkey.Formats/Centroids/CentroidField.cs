namespace Turnkey.Formats.Centroids;

/// <summary>What a column of a position file holds.</summary>
public enum CentroidField
{
    Ignored,
    Designator,
    X,
    Y,
    Rotation,
    Side,
    /// <summary>A mark here means: on the bottom.</summary>
    Mirror,
    Value,
    Footprint,
    NotPlaced,
    Placed,
    /// <summary>A table with pins is a pin report, no position file.</summary>
    Pin,
    Net,
    Tool,
}
