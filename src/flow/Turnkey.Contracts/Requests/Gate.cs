using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Turnkey.Contracts.Requests;

/// <summary>What has to be so before a manufacturer sees the design.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Nda), "nda")]
[JsonDerivedType(typeof(ExportControl), "export-control")]
[JsonDerivedType(typeof(CertificationHeld), "certification")]
public abstract record Gate
{
    private Gate()
    {
    }

    /// <summary>The same for the same condition: what an acceptance names.</summary>
    [JsonIgnore]
    public abstract string Key { get; }

    /// <summary>A confidentiality agreement, accepted by a person of the manufacturer word for word.</summary>
    /// <param name="Title">How it is called.</param>
    /// <param name="Text">The whole text, which is what is accepted.</param>
    public sealed record Nda(string Title, string Text) : Gate
    {
        public override string Key => "nda:" + Kernel.ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(Text));
    }

    /// <summary>An export-control class: every site of the manufacturer lies in an allowed country, and a person declares who may see it.</summary>
    /// <param name="Class">As the customer classified it: <c>EAR99</c>, <c>3A991</c>, <c>ITAR XI(c)</c>.</param>
    /// <param name="Countries">ISO 3166 alpha-2; empty when any will do.</param>
    public sealed record ExportControl(string Class, ImmutableArray<string> Countries) : Gate
    {
        public override string Key => "export:" + Class + ":" + string.Join(',', Countries.Order(StringComparer.Ordinal));
    }

    /// <summary>A certificate that holds on the day.</summary>
    public sealed record CertificationHeld(string Standard) : Gate
    {
        public override string Key => "certification:" + Standard;
    }
}
