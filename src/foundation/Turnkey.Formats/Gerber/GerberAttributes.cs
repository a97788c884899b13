using System.Collections.Immutable;

namespace Turnkey.Formats.Gerber;

/// <summary>One attribute as the file states it: name with its leading dot, fields as text, place.</summary>
public sealed record GerberAttribute(string Name, ImmutableArray<string> Fields, int Line);

/// <summary>The X2 attributes of a file as a whole; where a name is stated twice the first counts, as the specification has it.</summary>
/// <param name="All">In the order of the file.</param>
public sealed record GerberAttributes(ImmutableArray<GerberAttribute> All)
{
    public static GerberAttributes None { get; } = new(ImmutableArray<GerberAttribute>.Empty);

    /// <summary><c>Copper, L1, Top</c>; <c>Soldermask, Top</c>; <c>Profile, NP</c> …; empty when the file does not say.</summary>
    public ImmutableArray<string> FileFunction => FieldsOf(".FileFunction");

    /// <summary><c>Positive</c> or <c>Negative</c>: whether what is drawn is where the material is.</summary>
    public string? FilePolarity => TextOf(".FilePolarity");

    /// <summary><c>Single</c>, <c>Array</c>, <c>FabricationPanel</c>, <c>Coupon</c> or <c>Other</c>.</summary>
    public ImmutableArray<string> Part => FieldsOf(".Part");

    /// <summary>Files with the same text are aligned with each other; empty text when the attribute has no field.</summary>
    public string? SameCoordinates => Find(".SameCoordinates") is { } found ? found.Fields.FirstOrDefault("") : null;

    /// <summary>Name, GUID, revision.</summary>
    public ImmutableArray<string> ProjectId => FieldsOf(".ProjectId");

    /// <summary>Vendor, application, version.</summary>
    public ImmutableArray<string> GenerationSoftware => FieldsOf(".GenerationSoftware");

    /// <summary>As written, in ISO 8601 where the writer kept to the specification.</summary>
    public string? CreationDate => TextOf(".CreationDate");

    /// <summary>The first attribute of that name; null when there is none. Names are compared exactly.</summary>
    public GerberAttribute? Find(string name)
    {
        for (var i = 0; i < All.Length; i++)
        {
            if (string.Equals(All[i].Name, name, StringComparison.Ordinal)) return All[i];
        }
        return null;
    }

    private ImmutableArray<string> FieldsOf(string name) => Find(name)?.Fields ?? [];

    private string? TextOf(string name) => Find(name) is { Fields.Length: > 0 } found ? found.Fields[0] : null;
}
