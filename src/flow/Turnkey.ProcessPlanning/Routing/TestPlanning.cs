using System.Collections.Immutable;
using Turnkey.Designs.Specification;
using Turnkey.Plants.Figures;

namespace Turnkey.ProcessPlanning.Routing;

/// <summary>How an assembly is tested: as its specification says. Nothing but inspection where it names no electrical or functional test.</summary>
internal static class TestPlanning
{
    private static readonly (string Word, TestMethod Method)[] Words =
    [
        ("flying", TestMethod.FlyingProbe), ("in-circuit", TestMethod.InCircuit), ("in circuit", TestMethod.InCircuit), ("ict", TestMethod.InCircuit),
        ("bed of nails", TestMethod.InCircuit), ("function", TestMethod.Functional), ("fct", TestMethod.Functional), ("power-on", TestMethod.Functional), ("power on", TestMethod.Functional),
    ];

    private static readonly string[] Without = ["none", "no ", "without", "not "];

    public static TestMethod Method(BuildSpecification specification)
    {
        var text = specification[SpecificationNames.Test]?.Value.Trim().ToLowerInvariant() ?? "";
        if (text == "no" || Without.Any(word => text.StartsWith(word, StringComparison.Ordinal))) return TestMethod.None;
        foreach (var (word, method) in Words)
        {
            if (text.Contains(word, StringComparison.Ordinal)) return method;
        }
        return TestMethod.None;
    }

    public static IEnumerable<Operation> Of(ImmutableArray<PlannedPart> parts, TestMethod method, bool programmed, Lot lot)
    {
        if (programmed)
            yield return lot.Operation(OperationKind.Programming, "Load firmware", "test", lot["test.programming-set-up"], lot["test.programming"]);
        var joints = Calculation.Count(parts.Sum(part => part.Joints * part.Count), "joints");
        switch (method)
        {
            case TestMethod.FlyingProbe:
                yield return lot.Operation(OperationKind.ElectricalTest, "Flying-probe test", "test", lot["test.set-up"],
                    (joints * lot["test.flying-probe-joint"]) + lot["test.flying-probe-handling"]);
                break;
            case TestMethod.InCircuit:
                yield return lot.Operation(OperationKind.ElectricalTest, "In-circuit test", "test", lot["test.set-up"], lot["test.in-circuit"]);
                break;
            case TestMethod.Functional:
                yield return lot.Operation(OperationKind.FunctionalTest, "Functional test", "test", lot["test.set-up"], lot["test.functional"]);
                break;
            case TestMethod.None:
            default:
                break;
        }
    }
}
