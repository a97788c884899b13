namespace Turnkey.Contracts.Requests;

/// <summary>A part of the volume and the day it has to be there.</summary>
/// <param name="Quantity">Products, at least one.</param>
/// <param name="Due">The day it is needed at the destination.</param>
public sealed record ReleaseLot(int Quantity, DateOnly Due);
