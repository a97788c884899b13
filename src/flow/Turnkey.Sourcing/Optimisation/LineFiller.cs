namespace Turnkey.Sourcing.Optimisation;

/// <summary>A line's quantities by what one supplier gets: from each value on, the least extra cost together with the rebate on the value.</summary>
internal sealed record LineFiller(long[] Values, double[] Least, int[] Point)
{
    public static LineFiller Of(LinePoint[] points, int supplier, double[] shares)
    {
        var order = Enumerable.Range(0, points.Length).OrderBy(p => points[p].Option.ValueAt(supplier)).ToArray();
        var (values, least, point) = (new long[order.Length], new double[order.Length], new int[order.Length]);
        for (var i = order.Length - 1; i >= 0; i--)
        {
            values[i] = points[order[i]].Option.ValueAt(supplier);
            var total = points[order[i]].Extra + (shares[supplier] * values[i]);
            (least[i], point[i]) = i + 1 < order.Length && least[i + 1] <= total ? (least[i + 1], point[i + 1]) : (total, order[i]);
        }
        return new(values, least, point);
    }

    public int Find(long missing)
    {
        var at = Array.BinarySearch(Values, missing);
        if (at < 0) at = ~at;
        while (at > 0 && at < Values.Length && Values[at - 1] >= missing) at--;
        return at < Values.Length ? at : -1;
    }
}
