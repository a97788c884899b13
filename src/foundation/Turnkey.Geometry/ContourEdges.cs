using System.Collections;

namespace Turnkey.Geometry;

/// <summary>The edges of a <see cref="Contour"/> in order; made from its compact store as they are asked for.</summary>
public readonly struct ContourEdges : IReadOnlyList<Edge>, IEquatable<ContourEdges>
{
    private readonly Contour contour;

    internal ContourEdges(Contour contour) => this.contour = contour;

    public int Length => contour.Count;

    int IReadOnlyCollection<Edge>.Count => contour.Count;

    public Edge this[int index] => contour.EdgeAt(index);

    public static bool operator ==(ContourEdges a, ContourEdges b) => a.Equals(b);
    public static bool operator !=(ContourEdges a, ContourEdges b) => !a.Equals(b);

    public Enumerator GetEnumerator() => new(contour);

    IEnumerator<Edge> IEnumerable<Edge>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether both are the edges of the same contour.</summary>
    public bool Equals(ContourEdges other) => ReferenceEquals(contour, other.contour);

    public override bool Equals(object? obj) => obj is ContourEdges other && Equals(other);

    public override int GetHashCode() => contour.GetHashCode();

    public struct Enumerator : IEnumerator<Edge>
    {
        private readonly Contour contour;
        private int at = -1;

        internal Enumerator(Contour contour) => this.contour = contour;

        public readonly Edge Current => contour.EdgeAt(at);

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++at < contour.Count;

        public void Reset() => at = -1;

        public readonly void Dispose()
        {
        }
    }
}
