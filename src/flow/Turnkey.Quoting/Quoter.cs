namespace Turnkey.Quoting;

/// <summary>Prices a product at each quantity asked for.</summary>
public static class Quoter
{
    public static Quote Quote(QuoteRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        throw new NotSupportedException("being built");
    }
}
