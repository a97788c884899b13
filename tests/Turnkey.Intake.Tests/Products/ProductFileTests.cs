using Turnkey.Designs.Products;
using Turnkey.Kernel;

namespace Turnkey.Intake.Tests.Products;

public sealed class ProductFileTests
{
    [Fact]
    public void A_product_holds_boards_and_everything_else()
    {
        var design = TestPackage.Board("boards/main/").WithParts("boards/main/").Add("product.yaml", """
            name: Kit
            items:
              - kind: assembly
                name: Main
                package: boards/main
                quantity: 2
              - kind: cable
                name: Lead
                quantity: 1.5 m
                price: 0.62 USD
                labour: 2 min
            """).Read();

        Assert.Equal("Kit", design.Product.Name);
        Assert.Equal((ProductItemKind.Assembly, Quantity.Pieces(2)), (design.Product.Items[0].Kind, design.Product.Items[0].Quantity));
        Assert.Equal(5, design.Product.Items[0].Assembly!.Placements.Length);
        var lead = design.Product.Items[1];
        Assert.Equal((new Quantity(1.5m, UnitOfMeasure.Metre), new Money(0.62m, Currency.Usd), 120d), (lead.Quantity, lead.StatedPrice!.Value, lead.LabourSeconds!.Value));
    }

    [Theory]
    [InlineData("items:\n  - kind: spaceship\n    name: x", "product.unknown-kind", 2)]
    [InlineData("items:\n  - kind: assembly\n    name: x", "product.no-package", 2)]
    [InlineData("items:\n  - kind: board\n    package: ../other", "product.path-outside", 2)]
    [InlineData("items:\n  - kind: board\n    package: nowhere", "product.package-missing", 2)]
    [InlineData("items:\n  - kind: cable\n    quantity: lots", "product.bad-quantity", 3)]
    [InlineData("items:\n  - kind: cable\n    price: cheap", "product.bad-price", 3)]
    [InlineData("items:\n  - kind: cable\n    labour: a while", "product.bad-labour", 3)]
    [InlineData("items: 7", "product.items-not-a-list", 1)]
    [InlineData("name: x: y", "product.not-yaml", 1)]
    [InlineData("just words", "product.not-a-mapping", 1)]
    [InlineData("name: x", "product.no-items", 1)]
    public void A_mistake_is_named_with_its_line(string yaml, string code, int line)
    {
        var diagnostic = Assert.Single(new TestPackage().Add("product.yaml", yaml).Read().Diagnostics, one => one.Code == code);

        Assert.Equal(("product.yaml", line), (diagnostic.File, diagnostic.Line));
    }

    [Theory]
    [InlineData("... !")]
    [InlineData("!!]")]
    [InlineData("%TAG ! ")]
    [InlineData("- :")]
    [InlineData("a: [\u0085@\"")]
    [InlineData("\"\\uD800\\U00110000\"")]
    public void Damage_that_the_library_does_not_name_is_a_diagnostic(string yaml) =>
        Assert.Contains(new TestPackage().Add("product.yaml", yaml).Read().Diagnostics, one => one.Code is "product.not-yaml");
}
