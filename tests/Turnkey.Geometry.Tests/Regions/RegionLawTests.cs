using FsCheck;
using FsCheck.Fluent;
using Turnkey.Geometry.Regions;

namespace Turnkey.Geometry.Tests.Regions;

/// <summary>Laws of sets, in areas: each boolean rounds, so they hold up to half a nanometre along the bounds.</summary>
public sealed class RegionLawTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(1_234_567UL, 7_654_321UL).WithMaxTest(100).WithEvery((_, _) => "");

    /// <summary>On a grid of 7 × 7, so that corners, edges and lines coincide, or anywhere on a board.</summary>
    private static readonly Gen<Region> Regions = Gen.OneOf(OnGrid(7, 1_000_000), OnGrid(7, 3), OnGrid(100_000_000, 1));

    [Fact]
    public void The_area_of_a_union_is_at_most_the_sum() =>
        Check((a, b, slack) => a.Union(b).Area <= a.Area + b.Area + slack && a.Union(b).Area >= Math.Max(a.Area, b.Area) - slack);

    [Fact]
    public void A_union_with_itself_changes_nothing_and_the_order_does_not_matter() =>
        Check((a, b, slack) => Near(a.Union(a).Area, a.Area, slack) && a.Union(b).Area == b.Union(a).Area && a.Intersect(b).Area == b.Intersect(a).Area);

    [Fact]
    public void What_is_common_and_what_is_not_make_the_whole() =>
        Check((a, b, slack) => Near(a.Intersect(b).Area + a.Subtract(b).Area, a.Area, slack) && Near(a.Union(b).Area, a.Area + b.Area - a.Intersect(b).Area, slack));

    [Fact]
    public void Nothing_is_left_of_a_region_without_itself() => Check((a, _, slack) => a.Subtract(a).Area <= slack && Near(a.Intersect(a).Area, a.Area, slack));

    [Fact]
    public void Results_are_sound() =>
        Check((a, b, _) =>
        {
            Arrangement.AssertSound(a.Union(b));
            Arrangement.AssertSound(a.Intersect(b));
            Arrangement.AssertSound(a.Subtract(b));
            return true;
        });

    [Fact]
    public void Unions_may_be_joined_in_any_order() =>
        Prop.ForAll(Regions.Three().ToArbitrary(), triple =>
        {
            var (a, b, c) = triple;
            return Near(a.Union(b).Union(c).Area, a.Union(b.Union(c)).Area, Slack(a) + Slack(b) + Slack(c));
        }).Check(Fixed);

    [Fact]
    public void What_moves_together_stays_the_same() =>
        Check((a, b, _) =>
        {
            var by = new Point(123_457, -7);
            return a.Move(by).Union(b.Move(by)).Area == a.Union(b).Area;
        });

    private static Gen<Region> OnGrid(int size, long step) =>
        Gen.Choose(0, size - 1).Two().Select(pair => new Point(pair.Item1 * step, pair.Item2 * step)).ArrayOf(7).Two().Select(pair => Region.Of([pair.Item1, pair.Item2]));

    private static bool Near(double a, double b, double slack) => Math.Abs(a - b) <= slack;

    /// <summary>Two rounds of half a nanometre in x and y along all bounds.</summary>
    private static double Slack(Region region) => 3 + (2 * Arrangement.Perimeter(region.Rings.Select(IReadOnlyList<Point> (ring) => ring)));

    private static void Check(Func<Region, Region, double, bool> law) =>
        Prop.ForAll(Regions.Two().ToArbitrary(), pair => law(pair.Item1, pair.Item2, Slack(pair.Item1) + Slack(pair.Item2))).Check(Fixed);
}
