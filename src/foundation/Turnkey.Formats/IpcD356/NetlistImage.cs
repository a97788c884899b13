using Turnkey.Geometry;

namespace Turnkey.Formats.IpcD356;

/// <summary>A copy of the board in its panel (309): first mirrored, then turned, then moved.</summary>
/// <param name="Number">From 2; the primary image is 1.</param>
/// <param name="Mirrored">About the y axis; layers count from the other side then.</param>
/// <param name="Clockwise">0, 90, 180 or 270 degrees.</param>
/// <param name="Offset">Added last.</param>
/// <param name="Line">Line in the file.</param>
public sealed record NetlistImage(int Number, bool Mirrored, int Clockwise, Point Offset, int Line);
