using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Formats.IpcD356;
using Turnkey.Geometry;
using Turnkey.Intake.Boards;

namespace Turnkey.Intake.Tests.Boards;

public sealed class NetlistReadingTests
{
    [Theory]
    [InlineData(NetlistFeature.ThroughHole, 0, null, Side.All, null)]
    [InlineData(NetlistFeature.ThroughHole, null, null, Side.All, null)]
    [InlineData(NetlistFeature.SurfacePad, 1, null, Side.Top, null)]
    [InlineData(NetlistFeature.SurfacePad, 2, null, Side.Bottom, null)]
    [InlineData(NetlistFeature.SurfacePad, 4, null, Side.Bottom, null)]
    [InlineData(NetlistFeature.BlindOrBuried, null, 2, Side.Inner, 2)]
    [InlineData(NetlistFeature.BlindOrBuried, 0, 1, Side.Top, null)]
    [InlineData(NetlistFeature.BlindOrBuried, 3, 2, Side.Inner, 3)]
    public void A_record_is_looked_for_where_its_copper_can_be_reached(NetlistFeature feature, int? access, int? from, Side expected, int? layer)
    {
        var record = new NetlistRecord(feature, "A", "VIA", "", Point.Origin, null, Plating.Plated, access, false, null, null, 0, null, 1) { FromLayer = from, ToLayer = from + 1 };
        var point = NetlistReading.Point(record, bottom: 4);
        Assert.Equal((expected, layer, ""), (point.Access, point.CopperLayer, point.Component));
    }
}
