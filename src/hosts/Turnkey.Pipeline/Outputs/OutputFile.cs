namespace Turnkey.Pipeline.Outputs;

/// <summary>A file to be written.</summary>
/// <param name="Name">Inside the output folder.</param>
/// <param name="Content">All of it.</param>
public sealed record OutputFile(string Name, ReadOnlyMemory<byte> Content);
