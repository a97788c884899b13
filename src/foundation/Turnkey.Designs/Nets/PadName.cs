namespace Turnkey.Designs.Nets;

/// <summary>Whose pad it is.</summary>
/// <param name="Component">Designator of the part.</param>
/// <param name="Pin">Empty when not given.</param>
public readonly record struct PadName(string Component, string Pin);
