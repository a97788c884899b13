using System.Collections.Immutable;
using Turnkey.Contracts.Requests;

namespace Turnkey.Server.Jobs.Work;

/// <summary>What was read of a package: what its row and the rows of its parts list say from now on.</summary>
internal sealed record IntakeResult(PackageFacts Facts, ImmutableArray<IntakeLine> Lines);

/// <summary>A line of a parts list.</summary>
/// <param name="Designators">Separated by spaces.</param>
internal sealed record IntakeLine(string Designators, int Quantity, string Manufacturer, string Mpn, string Value, string Footprint, bool DoNotPlace);
