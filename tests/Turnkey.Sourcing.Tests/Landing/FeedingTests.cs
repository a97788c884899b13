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
    [InlineData(Packaging.CutTape, Mounting.SurfaceMount, FeedWay.Spliced)]
    [InlineData(Packaging.Unknown, Mounting.SurfaceMount, FeedWay.Spliced)]
    [InlineData(Packaging.Tray, Mounting.SurfaceMount, FeedWay.Direct)]
    [InlineData(Packaging.Bulk, Mounting.SurfaceMount, FeedWay.NotAsTheyAre)]
    [InlineData(Packaging.Bulk, Mounting.ThroughHole, FeedWay.ByHand)]
    [InlineData(Packaging.Bulk, Mounting.Mechanical, FeedWay.ByHand)]
    public void A_packaging_is_fed_as_the_table_says(Packaging packaging, Mounting mounting, FeedWay way) => Assert.Equal(way, Feed(packaging, 1000, mounting).Way);

    [Fact]
    public void A_splice_costs_the_pieces_under_the_peeled_tape_material_and_work()
    {
        var feed = Feed(Packaging.CutTape, 1000);
        Assert.Equal((4L, 1m, 10m), (feed.ExtraPieces, feed.Material.Amount, feed.Minutes));
        Assert.Equal(new Money(7m, Currency.Usd), feed.Cost(new Money(36m, Currency.Usd)));
    }

    [Fact]
    public void A_strip_too_short_for_a_feeder_is_bought_longer()
    {
        // 305 mm at 2 mm are 153 pieces of 0402, at 4 mm 77 of 0603.
        Assert.Equal(143, Feed(Packaging.CutTape, 10, size: "0402").ExtraPieces);
        Assert.Equal(67, Feed(Packaging.CutTape, 10, size: "0603").ExtraPieces);
        Assert.Equal(4, Feed(Packaging.CutTape, 73, size: "0603").ExtraPieces);
    }

    [Fact]
    public void The_suppliers_reel_is_offered_beside_the_splice() =>
        Assert.Equal(7m, Feeding.Of(Offer() with { Packaging = Packaging.CutTape, ReelingFee = new Money(7m, Currency.Usd) }, 100, Mounting.SurfaceMount, "0402", FeedingTable.Shipped).SupplierReel!.Value.Amount);

    [Fact]
    public void A_plant_says_otherwise()
    {
        var own = SourcingTables.Read([Table("packaging-feeding.csv", "packaging;surface-mount;through-hole;source", "bulk;direct;direct;our bowl feeder")]).Tables.Feeding;
        Assert.Equal(FeedWay.Direct, Feeding.Of(Offer() with { Packaging = Packaging.Bulk }, 5, Mounting.SurfaceMount, "", own).Way);
    }

    [Fact]
    public void Every_packaging_has_a_rule() => Assert.Equal(Enum.GetValues<Packaging>().Order(), FeedingTable.Shipped.Rules.Keys.Order());

    private static Feed Feed(Packaging packaging, long quantity, Mounting mounting = Mounting.SurfaceMount, string size = "0402") =>
        Feeding.Of(Offer() with { Packaging = packaging }, quantity, mounting, size, FeedingTable.Shipped);
}
