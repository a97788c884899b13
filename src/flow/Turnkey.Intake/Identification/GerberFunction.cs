using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs;
using Turnkey.Designs.Layers;

namespace Turnkey.Intake.Identification;

/// <summary>The meaning of an X2 <c>.FileFunction</c> (Gerber layer format specification, 5.6.3), also as job files carry it.</summary>
internal static class GerberFunction
{
    /// <summary>Attributes outweigh everything else.</summary>
    public const int Weight = 100;

    /// <param name="fields"><c>Copper, L1, Top</c>.</param>
    /// <param name="evidence">Where it stands.</param>
    public static LayerMeaning? Read(ImmutableArray<string> fields, string evidence)
    {
        if (fields.IsDefaultOrEmpty) return null;
        var rest = fields.Skip(1).Select(field => field.Trim()).ToArray();
        Side? side = rest.Select(SideOf).FirstOrDefault(found => found is not null);
        FileRole? role = fields[0].Trim().ToUpperInvariant() switch
        {
            "COPPER" => FileRole.Copper,
            "SOLDERMASK" => FileRole.SolderMask,
            "PASTE" => FileRole.Paste,
            "LEGEND" => FileRole.Legend,
            "PROFILE" => FileRole.Outline,
            "PLATED" or "NONPLATED" or "MIXEDPLATING" => FileRole.Drill,
            "DRILLMAP" or "ARRAYDRAWING" or "ASSEMBLYDRAWING" or "FABRICATIONDRAWING" or "VCUTMAP" or "OTHERDRAWING" => FileRole.Drawing,
            "OTHER" => rest.Length > 0 && LayerNaming.OfText(rest[0], evidence) is { Role: FileRole.Drawing } ? FileRole.Drawing : FileRole.Other,
            "COMPONENT" or "GLUE" or "CARBONMASK" or "GOLDMASK" or "HEATSINKMASK" or "PEELABLEMASK" or "SILVERMASK" or "TINMASK" or "DEPTHROUT" or "VCUT" or "VIAFILL" or "PADS" or "KEEP-OUT" => FileRole.Other,
            _ => null,
        };
        if (role is null) return null;
        int? layer = null;
        if (role == FileRole.Copper)
        {
            var number = Array.Find(rest, field => field.Length > 1 && field[0] is 'L' or 'l' && field.Length <= 4 && field.AsSpan(1).ContainsAnyInRange('0', '9'));
            if (number is not null && int.TryParse(number.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= 99) layer = value;
        }
        if (role == FileRole.Outline) side = Side.All;
        return new LayerMeaning(role, side, layer, layer is not null, false, Weight, evidence);
    }

    private static Side? SideOf(string field) => field.ToUpperInvariant() switch
    {
        "TOP" => Side.Top,
        "BOT" or "BOTTOM" => Side.Bottom,
        "INR" or "INNER" => Side.Inner,
        _ => null,
    };
}
