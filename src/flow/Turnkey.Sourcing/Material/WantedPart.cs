using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Material;

/// <summary>A part that must be bought, before it is known what of.</summary>
/// <param name="Members">Indices of its lines.</param>
/// <param name="First">What the part is: the first line.</param>
/// <param name="Each">Pieces mounted, per member.</param>
/// <param name="Candidates">Offers; empty where there are none.</param>
/// <param name="Dual">It is to come from two suppliers.</param>
internal sealed record WantedPart(ImmutableArray<int> Members, PartDemand First, ImmutableArray<long> Each, ImmutableArray<Candidate> Candidates, bool Dual)
{
    public long Demand => Each.Sum();

    /// <summary>
    /// Parts that the same offers will do for, on the line in the same way, are bought as one: two generic capacitors that one part number satisfies, two
    /// parts with one approved alternate and nothing else. What they share only in part is seen to when the offers are chosen (<see cref="PooledPurchases"/>).
    /// </summary>
    /// <returns>In the order of their first parts.</returns>
    public static IEnumerable<ImmutableArray<WantedPart>> Together(IReadOnlyList<WantedPart> parts)
    {
        var numbers = new Dictionary<Offer, int>();
        return parts.Index().GroupBy(one => one.Item.Candidates.IsEmpty ? one.Index.ToString(CultureInfo.InvariantCulture) : Key(one.Item), StringComparer.Ordinal).Select(group => group.Select(one => one.Item).ToImmutableArray());

        string Key(WantedPart part)
        {
            var offers = part.Candidates.Select(one => numbers.TryGetValue(one.Offer, out var known) ? known : numbers[one.Offer] = numbers.Count).Order();
            var kind = part.First.Kind;
            return string.Create(CultureInfo.InvariantCulture, $"offers {string.Join(',', offers)}\n{kind.Class}\n{kind.Mounting}\n{kind.Size}\n{part.Dual}\n{part.First.OffersOnly}");
        }
    }
}
