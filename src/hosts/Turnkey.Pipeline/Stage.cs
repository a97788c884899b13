namespace Turnkey.Pipeline;

/// <summary>A step of a run that begins: what a terminal shows while it lasts.</summary>
/// <param name="Name">For people: <c>reading the package</c>.</param>
/// <param name="Number">From 1.</param>
/// <param name="Of">How many steps the run has.</param>
public readonly record struct Stage(string Name, int Number, int Of);
