using System.Text;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Tests;

/// <summary>Reviews a sketch against limits written in the test.</summary>
internal static class Reviewing
{
    /// <param name="sketch">What is reviewed.</param>
    /// <param name="rules">Lines of a capability file's <c>rules</c>, as <c>trace-width: { minimum: 0.1 }</c>.</param>
    public static Review Against(this Sketch sketch, params string[] rules) => DesignReview.Check(sketch.Assembly(), Limits(rules));

    public static Demands Limits(params string[] rules)
    {
        var text = "turnkey-capability: 1\nkey: test\nname: Test\nsource: the test\nrules:\n" + string.Concat(rules.Select(rule => $"  {rule}\n"));
        var (capability, diagnostics) = CapabilityFile.Read("test.yaml", Encoding.UTF8.GetBytes(text));
        Assert.Empty(diagnostics);
        return new Demands([capability!]);
    }

    /// <summary>The findings of one rule.</summary>
    public static Finding[] Of(this Review review, string rule) => [.. review.Findings.Where(finding => finding.Rule.Id == rule)];

    /// <summary>Why a check was skipped; the test fails when it was made.</summary>
    public static string Skipped(this Review review, string rule)
    {
        var state = Assert.Single(review.Checks, check => check.Rule.Id == rule);
        Assert.False(state.Done, $"{rule} was made");
        return state.Why;
    }
}
