using System.Collections;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;

namespace Turnkey.Drawing.Vector;

/// <summary>The centre lines of some of an image's features, without a copy of them.</summary>
internal sealed class FeaturePaths(LayerImage image, List<int> features, int first, int count) : IReadOnlyList<Edge>
{
    public int Count => count;

    public Edge this[int index] => image.Features.ItemRef(features[first + index]).Path;

    public IEnumerator<Edge> GetEnumerator()
    {
        for (var i = 0; i < count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
