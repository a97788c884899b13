using System.Globalization;
using Turnkey.Pipeline.Instances;

namespace Turnkey.Cli.Commands;

/// <summary>Solves one measuring file and prints what it costs, the proven bound and what is bought.</summary>
internal static class SourceInstance
{
    public static int Run(string path, int boards, bool json, Terminal terminal)
    {
        switch (InstanceSourcing.Run(path, boards))
        {
            case InstancePurchase.Refused refused:
                return Refusal.Tell(terminal, path, refused.Name, refused.Diagnostics, json);
            case InstancePurchase.Done done:
                if (json) terminal.Write(InstanceJson.Write(done));
                else terminal.Write(Summary(done));
                return ExitCode.Done;
            case var other:
                throw new InvalidOperationException($"no purchase {other}");
        }
    }

    private static string Summary(InstancePurchase.Done done)
    {
        var (instance, answer, unit, time) = done;
        var text = new System.Text.StringBuilder();
        text.Append(answer.Feasible
            ? string.Create(CultureInfo.InvariantCulture, $"{instance.Lines.Length} lines for {answer.Cost * unit:0.000000}, at least {answer.LowerBound * unit:0.000000}, in {answer.Purchases.Length} purchases\n")
            : "no way to buy meets the minimum order values\n");
        text.Append(CultureInfo.InvariantCulture, $"solved in {time.TotalMilliseconds:0.0} ms\n");
        foreach (var one in answer.Shortfalls) text.Append(CultureInfo.InvariantCulture, $"line {instance.Lines[one.Line].Number}: {one.Missing} pieces cannot be had\n");
        return text.ToString();
    }
}
