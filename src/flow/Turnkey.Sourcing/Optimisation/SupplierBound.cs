namespace Turnkey.Sourcing.Optimisation;

internal enum SupplierState : byte
{
    Undecided,
    Used,
    Closed,
}

/// <summary>
/// A lower bound on the cost of everything when some suppliers are decided: dual ascent on the linear relaxation (Erlenkotter 1978, for facility location,
/// here with ways that need two suppliers). Each line pays as much as it can; where a cheaper way is in reach, its supplier's fixed cost takes up the
/// difference until it is used up.
/// </summary>
internal sealed class SupplierBound(CoverModel model)
{
    private readonly long[] share = new long[model.Lines * model.Suppliers];
    private readonly bool[] blocked = new bool[model.Lines];
    private readonly bool[] pays = new bool[model.Suppliers];
    private readonly List<int> payers = [];

    /// <summary>Per undecided supplier: what of its fixed cost no line has taken up; 0 says that it is worth its cost.</summary>
    public long[] Slack { get; } = new long[model.Suppliers];

    /// <summary>What a line pays of a supplier's fixed cost after <see cref="Ascend"/>, in <see cref="CoverModel.Scale"/>ths.</summary>
    public long Share(int line, int supplier) => share[(line * model.Suppliers) + supplier];

    /// <returns>In <see cref="CoverModel.Scale"/>ths; <see cref="long.MaxValue"/> where a line cannot be covered.</returns>
    public long Ascend(ReadOnlySpan<SupplierState> states)
    {
        Array.Clear(share);
        Array.Clear(blocked);
        var bound = 0L;
        for (var s = 0; s < states.Length; s++)
        {
            Slack[s] = states[s] == SupplierState.Undecided ? model.Fees[s] : 0;
            if (states[s] == SupplierState.Used) bound += model.Fees[s];
        }
        for (var line = 0; line < model.Lines; line++)
        {
            var least = Least(line, states);
            if (least == long.MaxValue) return long.MaxValue;
            bound += least;
        }
        for (var moved = true; moved;)
        {
            moved = false;
            for (var line = 0; line < model.Lines; line++)
            {
                if (blocked[line]) continue;
                var raise = Raise(line, states);
                bound += raise;
                if (raise > 0) moved = true;
                else blocked[line] = true;
            }
        }
        return bound;
    }

    private long Least(int line, ReadOnlySpan<SupplierState> states)
    {
        foreach (var way in model.Of(line))
        {
            if (way.IsOpen(states)) return way.Cost;
        }
        return long.MaxValue;
    }

    /// <summary>Raises what a line pays to its next dearer way, or as far as the fixed costs go.</summary>
    private long Raise(int line, ReadOnlySpan<SupplierState> states)
    {
        var shares = share.AsSpan(line * model.Suppliers, model.Suppliers);
        var ways = model.Of(line);
        var (least, next) = (long.MaxValue, long.MaxValue);
        foreach (ref readonly var way in ways)
        {
            // A dearer way has no smaller sum, whatever was taken up.
            if (way.Cost >= next) break;
            if (!way.IsOpen(states)) continue;
            var sum = Sum(way, shares);
            if (sum < least) (least, next) = (sum, least);
            else if (sum > least && sum < next) next = sum;
        }
        payers.Clear();
        var step = next == long.MaxValue ? long.MaxValue : next - least;
        foreach (ref readonly var way in ways)
        {
            if (way.Cost > least) break;
            if (!way.IsOpen(states) || Sum(way, shares) != least || IsPaid(way)) continue;
            var payer = way.B >= 0 && Slack[way.B] > Slack[way.A] ? way.B : way.A;
            foreach (var other in way.Others ?? [])
            {
                if (Slack[other] > Slack[payer]) payer = other;
            }
            if (Slack[payer] == 0)
            {
                step = 0;
                break;
            }
            pays[payer] = true;
            payers.Add(payer);
            step = Math.Min(step, Slack[payer]);
        }
        foreach (var payer in payers)
        {
            pays[payer] = false;
            shares[payer] += step;
            Slack[payer] -= step;
        }
        return step;
    }

    private bool IsPaid(in Way way) => pays[way.A] || (way.B >= 0 && (pays[way.B] || (way.Others is not null && Array.Exists(way.Others, other => pays[other]))));

    private static long Sum(in Way way, Span<long> shares)
    {
        var sum = way.Cost + shares[way.A] + (way.B < 0 ? 0 : shares[way.B]);
        foreach (var other in way.Others ?? []) sum += shares[other];
        return sum;
    }
}
