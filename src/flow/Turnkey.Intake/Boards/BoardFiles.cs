using System.Collections.Immutable;
using Turnkey.Intake.Identification;

namespace Turnkey.Intake.Boards;

/// <summary>The files of one board.</summary>
/// <param name="Name">What tells it from the other boards of the package; the package's name where there is only one.</param>
/// <param name="Files">Layers, drills, tables and notes, sorted by path.</param>
internal sealed record BoardFiles(string Name, ImmutableArray<DesignFile> Files);

/// <summary>The boards of a package.</summary>
/// <param name="Boards">To be quoted.</param>
/// <param name="SetAside">Doubles and older versions, each with the reason.</param>
internal sealed record BoardPartition(ImmutableArray<BoardFiles> Boards, ImmutableArray<(DesignFile File, string Reason)> SetAside);
