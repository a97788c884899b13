using System.Text;
using Turnkey.Contracts;
using Turnkey.Designs;
using Turnkey.Designs.Parts;
using Turnkey.Pipeline.Contracting;
using Turnkey.Server.Jobs.Work;

namespace Turnkey.Cli.Commands.Working;

/// <summary>What a request needs to know of a design: its facts and the lines of its parts lists, of all its assemblies together.</summary>
internal static class PackageReading
{
    public static byte[] Write(Design design) => Encoding.UTF8.GetBytes(ContractJson.Write(Of(design)));

    private static IntakeResult Of(Design design)
    {
        var lines = design.Assemblies.SelectMany(assembly => assembly.Bom.Lines);
        return new IntakeResult(DesignFacts.Of(design), [.. lines.Select(line => new IntakeLine(
            string.Join(' ', Places(line)), line.Pieces, line.Manufacturer ?? "", line.Mpn?.Text ?? "", line.Value, line.Footprint, line.DoNotPlace))]);
    }

    private static IEnumerable<string> Places(BomLine line) => line.Designators.IsDefault ? [] : line.Designators.Select(designator => designator.Text);
}
