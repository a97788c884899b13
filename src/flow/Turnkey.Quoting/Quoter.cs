using System.Collections.Immutable;
using Turnkey.Designs.Products;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Quoting.Changes;
using Turnkey.Quoting.Notes;
using Turnkey.Quoting.Products;

namespace Turnkey.Quoting;

/// <summary>
/// Prices a product at each quantity asked for. Whatever the package lacks narrows the quote or makes an estimate of it, and is said: no input throws.
/// </summary>
public static class Quoter
{
    /// <exception cref="ArgumentException">A quantity is below 1 or above <see cref="QuoteRequest.LargestQuantity"/>, or there is none: wrong usage, not a bad package.</exception>
    public static Quote Quote(QuoteRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Quantities.IsDefaultOrEmpty || request.Quantities.Any(quantity => quantity is < 1 or > QuoteRequest.LargestQuantity) || request.Annual is < 1 or > QuoteRequest.LargestQuantity)
            throw new ArgumentException($"quantities go from 1 to {QuoteRequest.LargestQuantity}", nameof(request));
        var built = new BuiltDesign(request);
        request = request with { Design = built.Design };
        var diagnostics = new List<Diagnostic>(request.Offers.Diagnostics);
        var plant = InCurrency(request, diagnostics);
        var product = ProductParts.Of(request.Design.Product);
        diagnostics.AddRange(product.Diagnostics);
        var (scope, narrowed) = Scoping.Shrink(request.Scope, product, request.Consignment.Everything);
        diagnostics.AddRange(narrowed);
        diagnostics.AddRange(RequestCheck.Of(request, product));
        var quantities = ImmutableArray.CreateBuilder<QuoteQuantity>();
        ImmutableArray<Saving> savings = [];
        if (scope != QuoteScope.None)
        {
            var pricing = new QuantityPricing(request, product, scope, plant);
            foreach (var quantity in request.Quantities.Distinct())
            {
                var (price, said) = pricing.Price(quantity);
                quantities.Add(price);
                diagnostics.AddRange(said);
            }
            savings = SavingsSearch.Of(built, pricing, quantities);
        }
        var priced = quantities.ToImmutable();
        return new Quote(request.Design.Product.Name, plant.Currency, scope, request.Annual, priced,
            NoteWriting.Write(request, scope, product, priced),
            [.. diagnostics.Distinct()],
            new QuoteInputs(request.Design.Package.Sha256, plant.Name, plant.Sha256, request.Offers.Sha256))
        {
            Savings = savings,
            Consequences = [.. built.Assemblies.SelectMany(one => one.Consequences)],
        };
    }

    private static Plant InCurrency(QuoteRequest request, List<Diagnostic> diagnostics)
    {
        if (request.Currency is not { } currency || currency == request.Plant.Currency) return request.Plant;
        if (request.Plant.In(currency) is { } converted) return converted;
        diagnostics.Add(Diagnostic.Error("quote.no-rate", "", 0, $"there is no exchange rate from {request.Plant.Currency} to {currency}: the quote is in {request.Plant.Currency}; give a rate in the plant file (exchange-rates)"));
        return request.Plant;
    }
}
