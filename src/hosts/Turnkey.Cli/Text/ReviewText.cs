using System.Globalization;
using System.Text;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;
using Turnkey.Pipeline.Checking;

namespace Turnkey.Cli.Text;

/// <summary>A review in a screenful: what it was held against, a line for each finding, and what could not be checked.</summary>
internal static class ReviewText
{
    public static string Write(Checked.Done done)
    {
        var text = new StringBuilder();
        foreach (var one in done.Reviews)
        {
            var (assembly, review) = one;
            text.Append(PlainText.Of(assembly.Name)).Append('\n');
            text.Append("  held against ").AppendJoin(", ", review.Demands.Capabilities.Select(capability => PlainText.Of(capability.Name))).Append('\n');
            var findings = review.Findings.Where(finding => finding.Counts).ToArray();
            text.Append(CultureInfo.InvariantCulture, $"  {Count(findings, Severity.Error, "error")}, {Count(findings, Severity.Warning, "warning")}; {review.Checks.Count(check => check.Done)} checks made, {review.Checks.Count(check => !check.Done)} skipped\n");
            foreach (var finding in review.Findings) Append(text, finding);
            var skipped = review.Checks.Where(check => !check.Done).ToArray();
            if (skipped.Length > 0)
            {
                text.Append("\nNot checked\n");
                TextTable.Append(text, [.. skipped.Select(check => new[] { check.Rule.Title, PlainText.Of(check.Why) })]);
            }
            if (one.Choice is { } choice) ChoiceText.Append(text, choice);
        }
        DiagnosticsText.Append(text, [.. done.Design.Diagnostics, .. done.Diagnostics]);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Finding finding)
    {
        var at = finding.Worst.At;
        var severity = finding.Waiver is not null ? "waived" : !finding.Counts ? "settled" : finding.Severity == Severity.Error ? "error" : "warning";
        text.Append(CultureInfo.InvariantCulture, $"\n{severity} {finding.Rule.Id} at {Millimetres(at.X)}, {Millimetres(at.Y)} mm{(finding.Worst.Layer.Length > 0 ? " on " + finding.Worst.Layer : "")}\n");
        text.Append("  ").Append(PlainText.Of(finding.Reason)).Append('\n');
        text.Append("  fix: ").Append(PlainText.Of(finding.Fix)).Append('\n');
        if (finding.StatedBy is { } stated) text.Append("  limit: ").Append(PlainText.Of($"{stated.Capability}, {stated.Source}{(stated.Assumed ? " (assumed)" : "")}")).Append('\n');
        if (finding.Waiver is { } waiver) text.Append("  waived by ").Append(PlainText.Of($"{waiver.Author}: {waiver.Reason}")).Append('\n');
        foreach (var settlement in finding.Settlements) text.Append("  settled by ").Append(PlainText.Of($"{settlement.By}: {FindingWords.Of(settlement.As)}")).Append('\n');
    }

    private static string Count(Finding[] findings, Severity severity, string word)
    {
        var count = findings.Count(finding => finding.Severity == severity);
        return string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");
    }

    private static string Millimetres(long nanometres) => (nanometres / 1_000_000m).ToString("0.###", CultureInfo.InvariantCulture);
}
