using System.Collections.Immutable;
using Turnkey.Sourcing.Landing;

namespace Turnkey.Sourcing.Material;

/// <summary>What is bought as one for all lines that need it: one part, or several that the same offers will do for.</summary>
/// <param name="Parts">At least one.</param>
/// <param name="Attrition">How many pieces that takes.</param>
/// <param name="Draws">Pieces that are there already.</param>
/// <param name="Candidates">Offers; at least one unless stock covers all.</param>
internal sealed record PartNeed(ImmutableArray<WantedPart> Parts, Attrition Attrition, ImmutableArray<StockDraw> Draws, ImmutableArray<Candidate> Candidates)
{
    /// <summary>Indices of the lines.</summary>
    public ImmutableArray<int> Members { get; } = [.. Parts.SelectMany(part => part.Members)];

    /// <summary>Pieces mounted, per member.</summary>
    public ImmutableArray<long> Each { get; } = [.. Parts.SelectMany(part => part.Each)];

    /// <summary>It is to come from two suppliers.</summary>
    public bool Dual => Parts[0].Dual;

    /// <summary>Offers of sellers of the last resort, which are not needed (<see cref="SellerOrder"/>).</summary>
    public ImmutableArray<Candidate> Reserve { get; init; } = [];

    /// <summary>What the part is: the first line.</summary>
    public PartDemand First => Parts[0].First;

    public string Name => string.Join(" / ", Parts.Select(part => part.First.Name).Distinct(StringComparer.Ordinal));

    public long Demand => Each.Sum();

    /// <summary>Pieces that a way of feeding loses beyond what attrition allows for.</summary>
    public long Lost(Feed feed) => Math.Max(0, feed.LostPieces - (Attrition.Required - Demand));

    /// <summary>Pieces still to be ordered.</summary>
    public long ToOrder => Math.Max(0, Attrition.Required - Draws.Sum(draw => draw.Pieces));
}
