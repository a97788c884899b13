using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Scrub;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Pipeline.Suppliers;

/// <summary>Asks suppliers for every part of a scrubbed parts list that has a number.</summary>
internal static class OnlineOffers
{
    /// <param name="request">Whom to ask.</param>
    /// <param name="bom">The parts; those not to be placed are not asked for.</param>
    /// <param name="table">Of suppliers.</param>
    /// <param name="destination">Where to ship: a country; suppliers have no market for a customs territory or for nowhere, and are asked for that of the United States then.</param>
    /// <param name="currency">To ask for.</param>
    /// <param name="tell">How far the suppliers are, as a sentence.</param>
    public static SupplierReport Ask(OnlineRequest request, ScrubbedBom bom, SupplierTable table, string? destination, Currency currency, Action<string> tell)
    {
        var market = new SupplierMarket(destination is { Length: 2 } country and not "EU" ? country : "US", currency);
        var told = new SortedDictionary<string, SupplierProgress>(StringComparer.Ordinal);
        return AskAsync(request, bom, table, market, Tell, CancellationToken.None).GetAwaiter().GetResult();

        void Tell(SupplierProgress one)
        {
            lock (told)
            {
                told[one.Supplier] = one;
                tell("asking " + string.Join(", ", told.Values.Select(each => FormattableString.Invariant($"{each.Supplier} {each.Asked + each.Kept + each.Failed}/{each.Questions}"))));
            }
        }
    }

    private static async Task<SupplierReport> AskAsync(OnlineRequest request, ScrubbedBom bom, SupplierTable table, SupplierMarket market, Action<SupplierProgress> progress, CancellationToken cancellation)
    {
        var (keyring, diagnostics) = SupplierKeyring.Read(table, request.Environment, request.Keys);
        var log = new DiagnosticLog("");
        var suppliers = Chosen(request, table, keyring, log);
        using var client = new SupplierClient(new SupplierSettings(table, keyring, market, request.CacheFolder), request.Handler(), request.Time);
        var report = await client.AskAsync([.. bom.Lines.Where(line => line.DoNotPlace is null).Select(Inquiry)], suppliers, new Told(progress), cancellation);
        return report with { Diagnostics = [.. diagnostics, .. log.ToList(), .. report.Diagnostics] };
    }

    private static ImmutableArray<ISupplierInterface> Chosen(OnlineRequest request, SupplierTable table, SupplierKeyring keyring, DiagnosticLog log)
    {
        if (request.Suppliers.Contains("all", StringComparer.OrdinalIgnoreCase))
        {
            ImmutableArray<ISupplierInterface> known = [.. SupplierInterfaces.All.Where(one => table.Find(one.Name) is { } terms && keyring.For(terms) is not null)];
            if (known.IsEmpty) log.Error("suppliers.no-keys", 0, "there are no keys to any supplier's interface; set them in the environment (TURNKEY_MOUSER_KEY …) or give a file with --keys");
            return known;
        }
        var chosen = ImmutableArray.CreateBuilder<ISupplierInterface>();
        foreach (var name in request.Suppliers.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (SupplierInterfaces.Find(name, table) is { } found) { if (!chosen.Contains(found)) chosen.Add(found); }
            else log.Error("suppliers.unknown", 0, $"there is no interface to '{name}'; there are {string.Join(", ", SupplierInterfaces.All.Select(one => one.Name))}");
        }
        // In one order however they were named, so that the same answers give the same result.
        return [.. SupplierInterfaces.All.Where(chosen.Contains)];
    }

    private static PartInquiry Inquiry(ScrubbedLine line) => new(
        line.Manufacturer?.Value.Canonical, line.Mpn?.Value, line.Codes.GroupBy(code => code.Distributor, StringComparer.Ordinal).ToImmutableDictionary(group => group.Key, group => group.First().Code, StringComparer.Ordinal));

    /// <summary>Told on the thread that asks, so that nothing is told after the last answer.</summary>
    private sealed class Told(Action<SupplierProgress> tell) : IProgress<SupplierProgress>
    {
        public void Report(SupplierProgress value) => tell(value);
    }
}
