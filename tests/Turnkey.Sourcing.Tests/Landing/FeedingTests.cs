using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Plants.Parts;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Offers;
using static Turnkey.Sourcing.Tests.Landing.LandingFixtures;

namespace Turnkey.Sourcing.Tests.Landing;

public sealed class FeedingTests
{
    [Theory]
    [InlineData(Packaging.Reel, Mounting.SurfaceMount, FeedWay.Direct)]
    [InlineData(Packaging.CustomReel, Mounting.SurfaceMount, FeedWay.Direct)]
    [InlineData(Packaging.CutTape, Mounting.SurfaceMount, FeedWay.Strip)]
    [InlineData(Packaging.CutTape, Mounting.ThroughHole, FeedWay.ByHand)]
    [InlineData(Packaging.Unknown, Mounting.SurfaceMount, FeedWay.Direct)]
    [InlineData(Packaging.Tray, Mounting.SurfaceMount, FeedWay.Direct)]
    [InlineData(Packaging.Bulk, Mounting.SurfaceMount, FeedWay.NotAsTheyAre)]
    [InlineData(Packaging.Bulk, Mounting.ThroughHole, FeedWay.ByHand)]
    [InlineData(Packaging.Bulk, Mounting.Mechanical, FeedWay.ByHand)]
    public void A_packaging_is_fed_as_the_table_says(Packaging packaging, Mounting mounting, FeedWay way) => Assert.Equal(way, Ways(packaging, mounting)[0].Way);

    [Fact]
    public void A_strip_can_be_fed_as_it_is_or_with_a_leader_and_loses_the_pieces_under_the_peeled_tape()
    {
        var ways = Ways(Packaging.CutTape);
        Assert.Equal([FeedWay.Strip, FeedWay.Spliced], ways.Select(way => way.Way));
        Assert.Equal((4L, null, 0m), (ways[0].LostPieces, ways[0].Material, ways[0].Minutes));
        Assert.Equal((4L, new Money(1m, Currency.Usd), 10m, 0L), (ways[1].LostPieces, ways[1].Material!.Value, ways[1].Minutes, ways[1].LeastPieces));
    }

    [Fact]
    public void A_strip_must_be_long_enough_for_a_feeder()
    {
        // 305 mm at 2 mm are 153 pieces of 0402, at 4 mm 77 of 0603.
        Assert.Equal(153, Ways(Packaging.CutTape, size: "0402")[0].LeastPieces);
        Assert.Equal(77, Ways(Packaging.CutTape, size: "0603")[0].LeastPieces);
    }

    [Fact]
    public void The_suppliers_reel_is_a_way_beside_the_splice_and_loses_nothing()
    {
        var reel = Feeding.Ways(Offer() with { Packaging = Packaging.CutTape, ReelingFee = new Money(7m, Currency.Usd) }, Mounting.SurfaceMount, "0402", FeedingTable.Shipped).Single(way => way.Way == FeedWay.SuppliersReel);
        Assert.Equal((new Money(7m, Currency.Usd), 0L, 0L), (reel.Material!.Value, reel.LostPieces, reel.LeastPieces));
    }

    [Fact]
    public void A_plant_that_feeds_no_strip_as_it_is_joins_a_leader_to_every_one()
    {
        var own = SourcingTables.Read([Table("packaging-feeding.csv", "packaging;surface-mount;through-hole;minutes;hand-seconds;source", "cut-tape;splice;hand;5;20;time study")]).Tables.Feeding;
        Assert.Equal([FeedWay.Spliced, FeedWay.ByHand], Feeding.Ways(Offer() with { Packaging = Packaging.CutTape }, Mounting.SurfaceMount, "", own).Select(way => way.Way));
    }

    [Fact]
    public void A_plant_says_otherwise()
    {
        var own = SourcingTables.Read([Table("packaging-feeding.csv", "packaging;surface-mount;through-hole;source", "bulk;direct;direct;our bowl feeder")]).Tables.Feeding;
        Assert.Equal(FeedWay.Direct, Feeding.Ways(Offer() with { Packaging = Packaging.Bulk }, Mounting.SurfaceMount, "", own)[0].Way);
    }

    [Fact]
    public void Every_packaging_has_a_rule() => Assert.Equal(Enum.GetValues<Packaging>().Order(), FeedingTable.Shipped.Rules.Keys.Order());

    private static ImmutableArray<Feed> Ways(Packaging packaging, Mounting mounting = Mounting.SurfaceMount, string size = "0402") =>
        Feeding.Ways(Offer() with { Packaging = packaging }, mounting, size, FeedingTable.Shipped);
}
