using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Turnkey.Sourcing.Suppliers.Interfaces;

/// <summary>
/// The signature of a form posted to TME: HMAC-SHA1, in base 64, over the method, the address and the fields sorted by name, each percent-encoded and joined by
/// <c>&amp;</c> (as OAuth 1 does it, RFC 5849 section 3.4). Source: "Signature in TME API", TME API User Manual.
/// </summary>
internal static class TmeSignature
{
    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The interface prescribes HMAC-SHA1.")]
    public static string Of(string address, IEnumerable<(string Name, string Value)> fields, string secret)
    {
        var text = $"POST&{Uri.EscapeDataString(address)}&{Uri.EscapeDataString(SupplierRequest.Form(Sorted(fields)))}";
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
    }

    public static IEnumerable<(string Name, string Value)> Sorted(IEnumerable<(string Name, string Value)> fields) => fields.OrderBy(field => field.Name, StringComparer.Ordinal);
}
