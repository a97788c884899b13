using System.Globalization;
using Turnkey.Designs;
using Turnkey.Formats.Gerber;

namespace Turnkey.Intake.Identification;

/// <summary>
/// What CAD tools say about a layer in comments and image names: EasyEDA <c>Layer: TopLayer</c>, Altium <c>Layer_Physical_Order=2</c>,
/// Allegro <c>Film Name: L2_GND</c>, <c>%LN…%</c>.
/// </summary>
internal static class LayerComments
{
    /// <summary>Comments say a layer near the beginning; further down they are remarks.</summary>
    private const int MostComments = 40;

    private static readonly string[] Leads = ["layer:", "layer name:", "film name:", "layername:", "layer name =", "image name:", "title:"];

    public static LayerMeaning? Read(GerberFile gerber)
    {
        foreach (var comment in gerber.Comments.Take(MostComments))
        {
            foreach (var lead in Leads)
            {
                if (!comment.Text.StartsWith(lead, StringComparison.OrdinalIgnoreCase)) continue;
                if (LayerNaming.OfText(comment.Text[lead.Length..], $"comment '{comment.Text}' in line {comment.Line}") is { Role: not null, Weight: >= 3 } meaning) return meaning;
            }
        }
        foreach (var name in gerber.Names.Take(1))
        {
            if (LayerNaming.OfText(name.Text, $"%{name.Command}{name.Text}% in line {name.Line}") is { Role: not null, Weight: >= 4 } meaning) return meaning;
        }
        return null;
    }

    /// <summary>Altium's own count of copper layers from the top; null when the file has none.</summary>
    public static int? PhysicalOrder(GerberFile gerber)
    {
        const string Lead = "Layer_Physical_Order=";
        foreach (var comment in gerber.Comments.Take(MostComments))
        {
            if (comment.Text.StartsWith(Lead, StringComparison.Ordinal)
                && int.TryParse(comment.Text.AsSpan(Lead.Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var order) && order is >= 1 and <= 64) return order;
        }
        return null;
    }

    /// <summary>The meaning with Altium's count in it, for copper.</summary>
    public static LayerMeaning Ordered(LayerMeaning meaning, GerberFile gerber) =>
        meaning is { Role: FileRole.Copper, Counts: false } && PhysicalOrder(gerber) is { } order ? meaning with { Order = order, Counts = true } : meaning;
}
