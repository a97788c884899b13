using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Findings;
using Turnkey.Documents.Markup;
using Turnkey.Documents.Viewer;
using Turnkey.Geometry;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Documents.Checking;

/// <summary>The marks of a finding on the picture of the whole board, each with the finding's number.</summary>
internal static class FindingMarkers
{
    /// <summary>Width of a mark as a share of the board's longer side, when all of it is shown: places nearer to each other would lie under one mark.</summary>
    private const double Wide = 0.03;

    /// <param name="board">Whose picture it is.</param>
    /// <param name="finding">With its places, the worst first.</param>
    /// <param name="number">As on the page.</param>
    public static IEnumerable<SceneMarker> Of(Board board, Finding finding, int number)
    {
        var bounds = FindingView.Extent(board);
        var apart = Wide * Math.Max(bounds.Width.Nanometres, bounds.Height.Nanometres);
        var groups = new List<(Sighting First, Side Side, int Count)>();
        foreach (var place in finding.Places)
        {
            var side = FindingView.Of(board, place).Side;
            var known = groups.FindIndex(group => group.Side == side && Point.Distance(group.First.At, place.At) < apart);
            if (known < 0) groups.Add((place, side, 1));
            else groups[known] = groups[known] with { Count = groups[known].Count + 1 };
        }
        return groups.Select(group => new SceneMarker(group.First.At, group.Side, finding.Counts ? finding.Severity : Severity.Info, Text(finding, group.First, group.Count)) { Label = number.ToString(CultureInfo.InvariantCulture) });
    }

    private static string Text(Finding finding, Sighting first, int count)
    {
        var what = $"{finding.Rule.Title}: {(finding.Rule.Unit == MeasureUnit.None ? finding.Cause : first.Measured.ToString())}";
        return count == 1 ? what : $"{what}, {Wording.Plural(count, "place", "places")}";
    }
}
