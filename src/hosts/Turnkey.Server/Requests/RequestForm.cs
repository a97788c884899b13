using System.Collections.Immutable;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Kernel;

namespace Turnkey.Server.Requests;

/// <summary>Whether what was typed into a request can stand; what is missing is another question, see <see cref="Completeness"/>.</summary>
internal static class RequestForm
{
    private const int MostQuantities = 12;
    private const int MostText = 20_000;

    public static Decision<RequestRevision> Check(RequestRevision content)
    {
        if (content.Quantities.Any(quantity => quantity < 1)) return new Refusal("rfq.quantity", "quantities are whole numbers of at least 1");
        if (content.Quantities.Length > MostQuantities) return new Refusal("rfq.quantities", $"ask for at most {MostQuantities} quantities");
        if (content.AnnualVolume is < 1) return new Refusal("rfq.annual", "the yearly volume is at least 1; leave it empty if you do not know");
        if (Currency.Parse(content.Currency) is not { } currency) return new Refusal("rfq.currency", $"'{content.Currency}' is no currency that is known here; write USD, EUR …");
        if (content.Destination.Length > 0 && !Countries.Known(content.Destination)) return new Refusal("rfq.destination", $"'{content.Destination}' is no country; write its two letters, for example DE");
        if (content.IpcClass is < 1 or > 3) return new Refusal("rfq.class", "workmanship is of IPC class 1, 2 or 3");
        if (content.Releases.Any(lot => lot.Quantity < 1)) return new Refusal("rfq.releases", "a release lot has at least one product");
        if (content.Releases.Length > 200 || content.Consigned.Length > 20_000 || content.Services.Length > 6) return new Refusal("rfq.too-long", "that is more than a request can hold");
        if (content.Note.Length > MostText || content.Label.Length > 100) return new Refusal("rfq.too-long", $"notes hold up to {MostText:N0} characters, a revision's name up to 100");
        if (content.Design is { Milestones: var milestones } && (milestones.Length > 100 || milestones.Any(stone => stone.Name.Trim().Length == 0))) return new Refusal("rfq.milestones", "each milestone has a name, and there are at most 100");
        return content with
        {
            Quantities = [.. content.Quantities.Distinct().Order()],
            Services = [.. content.Services.Distinct().Order()],
            Releases = [.. content.Releases.OrderBy(lot => lot.Due)],
            Consigned = [.. content.Consigned.Select(designator => designator.Trim()).Where(designator => designator.Length > 0).Distinct(StringComparer.Ordinal)],
            Currency = currency.Code,
            Destination = content.Destination.ToUpperInvariant(),
        };
    }

    public static Decision<ImmutableArray<Gate>> Check(ImmutableArray<Gate> gates)
    {
        foreach (var gate in gates)
        {
            switch (gate)
            {
                case Gate.Nda { Text: var text } when text.Trim().Length == 0:
                    return new Refusal("gate.nda", "give the text of the agreement: it is what is accepted");
                case Gate.Nda { Text.Length: > 200_000 }:
                    return new Refusal("gate.nda", "the agreement is too long");
                case Gate.ExportControl { Class: var name } when name.Trim().Length == 0:
                    return new Refusal("gate.export", "name the export-control class, for example EAR99");
                case Gate.ExportControl { Countries: var countries } when countries.FirstOrDefault(country => !Countries.Known(country)) is { } unknown:
                    return new Refusal("gate.export", $"'{unknown}' is no country; write two letters each, for example DE, EE");
                case Gate.CertificationHeld { Standard: var standard } when !Standards.All.Contains(standard):
                    return new Refusal("gate.certification", $"'{standard}' is none of {string.Join(", ", Standards.All)}");
            }
        }
        return gates.DistinctBy(gate => gate.Key).Count() == gates.Length ? gates : new Refusal("gate.twice", "the same condition stands there twice");
    }
}
