using System.Collections.Immutable;

namespace Turnkey.Sourcing.Suppliers;

/// <summary>A request as it goes out; addresses, headers and bodies may hold keys, so it prints only whom it asks.</summary>
/// <param name="Method"><c>GET</c> or <c>POST</c>.</param>
/// <param name="Address">Absolute.</param>
/// <param name="Headers">Besides those of the body.</param>
/// <param name="Body">Null for a GET.</param>
/// <param name="BodyType">Media type of the body; empty without one.</param>
public sealed record SupplierRequest(string Method, Uri Address, ImmutableArray<(string Name, string Value)> Headers, string? Body, string BodyType)
{
    public static SupplierRequest Get(string address, params ImmutableArray<(string Name, string Value)> headers) => new("GET", new Uri(address), headers, null, "");

    public static SupplierRequest PostJson(string address, string body, params ImmutableArray<(string Name, string Value)> headers) =>
        new("POST", new Uri(address), headers, body, "application/json");

    public static SupplierRequest PostForm(string address, IEnumerable<(string Name, string Value)> fields) =>
        new("POST", new Uri(address), [], Form(fields), "application/x-www-form-urlencoded");

    public override string ToString() => $"{Method} {Address.Host}";

    /// <summary>Names and values percent-encoded by RFC 3986, in the order given.</summary>
    internal static string Form(IEnumerable<(string Name, string Value)> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));
}
