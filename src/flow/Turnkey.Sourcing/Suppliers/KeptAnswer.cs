using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Turnkey.Kernel;
using Turnkey.Sourcing.Suppliers.Interfaces;

namespace Turnkey.Sourcing.Suppliers;

/// <summary>Answers to a question as they are kept: bodies as they came, who was asked what, for which market and when.</summary>
/// <param name="Supplier">Name of the interface.</param>
/// <param name="MarketKey">Of the market (see <see cref="SupplierMarket.Key"/>).</param>
/// <param name="Currency">Of prices that do not say their own.</param>
/// <param name="Asked">To the second.</param>
/// <param name="Bodies">At most 16 MB each.</param>
public sealed record KeptAnswer(string Supplier, PartQuestion Question, string MarketKey, Currency? Currency, DateTimeOffset Asked, ImmutableArray<ReadOnlyMemory<byte>> Bodies)
{
    private const string Kind = "turnkey-supplier-answer";
    /// <summary>More answers to one question are not kept.</summary>
    internal const int MostBodies = 8;

    /// <summary>Names the file of an answer: 64 hexadecimal digits that do not show what was asked.</summary>
    public static string Hash(string supplier, PartQuestion question, SupplierMarket market)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(market);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{supplier}\n{market.Key}\n{question.Key}")));
    }

    public byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", Kind);
            writer.WriteString("supplier", Supplier);
            writer.WriteString("market", MarketKey);
            writer.WriteString("currency", Currency?.Code);
            writer.WriteString("asked", Asked.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            writer.WriteString("manufacturer", Question.Manufacturer);
            writer.WriteString("mpn", Question.Mpn?.Text);
            writer.WriteString("code", Question.SupplierCode?.Text);
            writer.WriteString("sha256", Checksum(Bodies));
            writer.WriteStartArray("bodies");
            foreach (var body in Bodies) writer.WriteBase64StringValue(body.Span);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Null when the content is no kept answer, or damaged.</summary>
    public static KeptAnswer? Parse(ReadOnlyMemory<byte> content)
    {
        // Three bytes become four characters.
        if (content.Length > MostBodies * (long)AnswerReader.LargestAnswer * 3 / 2) return null;
        try
        {
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = 8 });
            var root = new AnswerNode(document.RootElement);
            if (root["kind"].Text != Kind) return null;
            if (!DateTimeOffset.TryParseExact(root["asked"].Text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var asked)) return null;
            var bodies = document.RootElement.GetProperty("bodies").EnumerateArray().Take(MostBodies).Select(one => (ReadOnlyMemory<byte>)one.GetBytesFromBase64()).ToImmutableArray();
            if (root["sha256"].Text != Checksum(bodies)) return null;
            var question = new PartQuestion(root["manufacturer"].Text is { Length: > 0 } maker ? maker : null, PartNumber.Parse(root["mpn"].Text), PartNumber.Parse(root["code"].Text));
            return new KeptAnswer(root["supplier"].Text, question, root["market"].Text, Currency.Parse(root["currency"].Text), asked, bodies);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static string Checksum(ImmutableArray<ReadOnlyMemory<byte>> bodies)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var body in bodies)
        {
            hash.AppendData(BitConverter.GetBytes((long)body.Length));
            hash.AppendData(body.Span);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
