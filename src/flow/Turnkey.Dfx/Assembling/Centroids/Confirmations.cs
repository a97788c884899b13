using Turnkey.Dfx.Assembling.Mounted;

namespace Turnkey.Dfx.Assembling.Centroids;

/// <summary>Finds what was confirmed of a part.</summary>
internal static class Confirmations
{
    /// <summary>By part number before by footprint; null when nothing was.</summary>
    public static ConfirmedPart? Find(ReviewContext context, PartOnBoard part)
    {
        if (context.ConfirmedParts.IsDefaultOrEmpty) return null;
        var mpn = part.Line?.Mpn?.Key ?? "";
        return context.ConfirmedParts.FirstOrDefault(one => mpn.Length > 0 && one.Names(mpn, "")) ?? context.ConfirmedParts.FirstOrDefault(one => part.Footprint.Length > 0 && one.Names("", part.Footprint));
    }
}
