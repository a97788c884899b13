namespace Turnkey.Designs.Parts;

/// <summary>What a parts list says of a part in a column of its own: the rated voltage, the tolerance.</summary>
/// <param name="Name">What the column holds: <c>voltage</c>, <c>tolerance</c>, <c>power</c>, <c>current</c>, <c>dielectric</c>, <c>temperature-coefficient</c>, <c>rating</c>, <c>mounting</c>.</param>
/// <param name="Heading">Of the column, as written.</param>
/// <param name="Text">Of the cell, as written; never empty.</param>
public sealed record StatedParameter(string Name, string Heading, string Text);
