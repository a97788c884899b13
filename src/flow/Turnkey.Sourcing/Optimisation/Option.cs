namespace Turnkey.Sourcing.Optimisation;

/// <summary>One way to cover a line: a quantity of one segment, of two, or of more.</summary>
/// <param name="First">Index of the segment.</param>
/// <param name="Second">Index of the second segment; -1 for none.</param>
/// <param name="Cost">Of all purchases, without the suppliers' fixed fees.</param>
/// <param name="A">Supplier of the first.</param>
/// <param name="B">A second supplier; -1 where there is none.</param>
/// <param name="ValueA">What is bought at A, at unit prices.</param>
internal readonly record struct Option(int First, long FirstQuantity, int Second, long SecondQuantity, long Cost, int A, int B, long ValueA, long ValueB)
{
    /// <summary>What is bought beside the first two; null for nothing.</summary>
    public FurtherPurchases? Further { get; init; }

    /// <summary>Number of purchases.</summary>
    public int Count => Second < 0 ? 1 : Further is null ? 2 : 2 + Further.Segments.Length;

    public int SupplierCount => B < 0 ? 1 : Further is null ? 2 : 2 + Further.Suppliers.Length;

    public static Option Single(Segment[] segments, int first, long quantity) =>
        new(first, quantity, -1, 0, segments[first].Cost(quantity), segments[first].Supplier, -1, quantity * segments[first].UnitPrice, 0);

    public static Option Pair(Segment[] segments, int first, long firstQuantity, int second, long secondQuantity)
    {
        ref readonly var a = ref segments[first];
        ref readonly var b = ref segments[second];
        var (valueA, valueB) = (firstQuantity * a.UnitPrice, secondQuantity * b.UnitPrice);
        var same = a.Supplier == b.Supplier;
        return new(first, firstQuantity, second, secondQuantity, a.Cost(firstQuantity) + b.Cost(secondQuantity), a.Supplier, same ? -1 : b.Supplier,
            same ? valueA + valueB : valueA, same ? 0 : valueB);
    }

    /// <param name="segments">Of the line.</param>
    /// <param name="which">At least one of them, of different offers.</param>
    /// <param name="quantities">Of each.</param>
    public static Option Of(Segment[] segments, ReadOnlySpan<int> which, ReadOnlySpan<long> quantities)
    {
        if (which.Length == 1) return Single(segments, which[0], quantities[0]);
        // Of another supplier where there is one, so that whoever has no B has a single supplier.
        var second = 1;
        for (var i = which.Length - 1; i > 0; i--)
        {
            if (segments[which[i]].Supplier != segments[which[0]].Supplier) second = i;
        }
        var pair = Pair(segments, which[0], quantities[0], which[second], quantities[second]);
        if (which.Length == 2) return pair;
        var (others, pieces) = (new int[which.Length - 2], new long[which.Length - 2]);
        var suppliers = new List<(int Supplier, long Value)>();
        var (cost, valueA, valueB, next) = (pair.Cost, pair.ValueA, pair.ValueB, 0);
        for (var i = 1; i < which.Length; i++)
        {
            if (i == second) continue;
            ref readonly var segment = ref segments[which[i]];
            (others[next], pieces[next++]) = (which[i], quantities[i]);
            cost += segment.Cost(quantities[i]);
            var (supplier, value) = (segment.Supplier, quantities[i] * segment.UnitPrice);
            if (supplier == pair.A) valueA += value;
            else if (supplier == pair.B) valueB += value;
            else if (suppliers.FindIndex(one => one.Supplier == supplier) is >= 0 and var at) suppliers[at] = (supplier, suppliers[at].Value + value);
            else suppliers.Add((supplier, value));
        }
        return pair with { Cost = cost, ValueA = valueA, ValueB = valueB, Further = new(others, pieces, [.. suppliers.Select(one => one.Supplier)], [.. suppliers.Select(one => one.Value)]) };
    }

    public int SegmentAt(int purchase) => purchase == 0 ? First : purchase == 1 ? Second : Further!.Segments[purchase - 2];

    public long QuantityAt(int purchase) => purchase == 0 ? FirstQuantity : purchase == 1 ? SecondQuantity : Further!.Quantities[purchase - 2];

    /// <summary>Cost with a share of each supplier's prices taken off.</summary>
    public double CostAfter(double[] rebates) => Cost - (rebates[A] * ValueA) - (B >= 0 ? rebates[B] * ValueB : 0) - (Further is null ? 0 : Further.Rebate(rebates));

    /// <summary>Pieces of a segment; 0 where it is none of these.</summary>
    public long QuantityOf(int segment)
    {
        for (var i = 0; i < Count; i++)
        {
            if (SegmentAt(i) == segment) return QuantityAt(i);
        }
        return 0;
    }

    public int SupplierAt(int place) => place == 0 ? A : place == 1 ? B : Further!.Suppliers[place - 2];

    /// <summary>What the supplier in a place gets.</summary>
    public long ValueIn(int place) => place == 0 ? ValueA : place == 1 ? ValueB : Further!.Values[place - 2];

    /// <summary>What a supplier gets; 0 where it is none of these.</summary>
    public long ValueAt(int supplier) => A == supplier ? ValueA : B == supplier ? ValueB : Further is null ? 0 : Further.ValueAt(supplier);

    /// <summary>Whether all its suppliers are among these.</summary>
    public bool IsWithin(bool[] suppliers) => suppliers[A] && (B < 0 || suppliers[B]) && (Further is null || Array.TrueForAll(Further.Suppliers, s => suppliers[s]));

    public bool Uses(int supplier) => A == supplier || B == supplier || (Further is not null && Array.IndexOf(Further.Suppliers, supplier) >= 0);

    /// <summary>The same segments with another quantity of one.</summary>
    public Option With(Segment[] segments, int purchase, long quantity)
    {
        var (which, quantities) = (new int[Count], new long[Count]);
        for (var i = 0; i < which.Length; i++) (which[i], quantities[i]) = (SegmentAt(i), i == purchase ? quantity : QuantityAt(i));
        return Of(segments, which, quantities);
    }
}

/// <summary>The purchases of a way beyond the second.</summary>
/// <param name="Segments">Indices.</param>
/// <param name="Quantities">Of each.</param>
/// <param name="Suppliers">Those that the first two purchases are not from, each once.</param>
/// <param name="Values">What each of them gets.</param>
internal sealed record FurtherPurchases(int[] Segments, long[] Quantities, int[] Suppliers, long[] Values)
{
    public double Rebate(double[] rebates)
    {
        var sum = 0.0;
        for (var i = 0; i < Suppliers.Length; i++) sum += rebates[Suppliers[i]] * Values[i];
        return sum;
    }

    public long ValueAt(int supplier) => Array.IndexOf(Suppliers, supplier) is >= 0 and var at ? Values[at] : 0;

    public bool Equals(FurtherPurchases? other) => other is not null && Segments.AsSpan().SequenceEqual(other.Segments) && Quantities.AsSpan().SequenceEqual(other.Quantities);

    public override int GetHashCode() => HashCode.Combine(Segments.Length, Segments[0], Quantities[0]);
}
