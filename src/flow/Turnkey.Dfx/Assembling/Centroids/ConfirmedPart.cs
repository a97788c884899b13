using Turnkey.Kernel;

namespace Turnkey.Dfx.Assembling.Centroids;

/// <summary>How a part lies where its angle is zero, as somebody has confirmed it once: with the customer, or on the first board.</summary>
/// <param name="Part">Part number, or name of a footprint, in upper case.</param>
/// <param name="PinOne">Direction from the middle of the part to pin 1, cathode or plus, where the file's angle is 0: degrees counter-clockwise from the right; null when only the angle was confirmed.</param>
/// <param name="By">Who has confirmed it.</param>
/// <param name="Date">yyyy-MM-dd; empty when not said.</param>
public sealed record ConfirmedPart(string Part, double? PinOne, string By, string Date)
{
    internal bool Names(string mpn, string footprint) =>
        string.Equals(Part, footprint, StringComparison.OrdinalIgnoreCase) || (PartNumber.Parse(Part) is { } own && string.Equals(own.Key, mpn, StringComparison.Ordinal));
}
