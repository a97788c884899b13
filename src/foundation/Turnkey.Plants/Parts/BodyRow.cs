using Turnkey.Kernel;

namespace Turnkey.Plants.Parts;

/// <summary>One row of <c>bodies.csv</c>; null is what the row leaves to the name.</summary>
internal sealed record BodyRow(string Package, BodyForm Form, double? Length, double? Width, double? Height, double? Pitch, double? Leads, bool IsPolar, double? Density, double? Mass, string Source, bool Assumed)
{
    /// <param name="size">What the name gives; it goes before the row's own.</param>
    /// <returns>Null when neither gives length and width.</returns>
    public PackageBody? With(NamedSize size)
    {
        if ((size.Length ?? Length) is not { } length || (size.Width ?? Width) is not { } width) return null;
        var height = size.Height ?? Height;
        // A data sheet's mass is that of its own size.
        var own = size.Length is null && Mass is not null;
        var mass = own ? Mass : height is { } h && Density is { } density ? length * width * h * density : Mass;
        return new PackageBody(Package, Form, Mm(length), Mm(width), height is { } top ? Mm(top) : null, (size.Pitch ?? Pitch) is { } pitch ? Mm(pitch) : null, IsPolar, mass, size.Length is null ? Source : $"dimensions in the name; {Source}")
        {
            MassIsAssumed = Assumed || !own,
        };
    }

    private static Length Mm(double value) => Kernel.Length.FromMillimetres(value);
}

/// <summary>Dimensions in millimetres that a footprint's name gives; null where it gives none.</summary>
internal readonly record struct NamedSize(double? Length, double? Width, double? Height, double? Pitch);
