using System.Collections.Immutable;

namespace Turnkey.Sourcing.Risk;

/// <summary>The risk of supply of a bill of materials.</summary>
/// <param name="Lines">In the order of the request.</param>
/// <param name="Findings">About the whole.</param>
/// <param name="Score">0 to 100: that of the worst line, since one missing part stops the kit, and the points of <paramref name="Findings"/>, capped.</param>
/// <param name="ScoreText">How it adds up.</param>
public sealed record BomRisk(ImmutableArray<LineRisk> Lines, ImmutableArray<RiskFinding> Findings, int Score, string ScoreText);

/// <param name="Line">As asked.</param>
/// <param name="Findings">The most serious first, then by points and rule.</param>
/// <param name="Score">0 to 100: the points of the findings added up, capped.</param>
/// <param name="ScoreText">How it adds up: <c>single-supplier 10 + lead-time 15</c>.</param>
public sealed record LineRisk(RiskLine Line, ImmutableArray<RiskFinding> Findings, int Score, string ScoreText);
