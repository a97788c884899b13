using Turnkey.Kernel;

namespace Turnkey.Plants;

/// <summary>A plant: what it can do and at what rates.</summary>
/// <param name="Name">As its file says.</param>
/// <param name="Currency">Of its money figures.</param>
/// <param name="Sha256">Of all data it was read from.</param>
public sealed record Plant(string Name, Currency Currency, string Sha256);
