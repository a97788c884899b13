using System.Buffers;
using System.Text.Json;

namespace Turnkey.Pipeline.Instances;

/// <summary>
/// The answer to a measuring file: <c>cost</c> and <c>lowerBound</c> in its currency (cost is null where the minimum order values cannot be met), <c>seconds</c>
/// of solving, <c>proven</c>, and <c>purchases</c> by line number and index of the offer. Lines that cannot be bought, or not all of them, stand in <c>shortfalls</c> with the
/// pieces that are missing.
/// </summary>
public static class InstanceJson
{
    /// <summary>UTF-8.</summary>
    public static byte[] Write(InstancePurchase.Done purchase)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        var (instance, answer, unit, time) = purchase;
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (answer.Feasible) json.WriteNumber("cost", answer.Cost * unit);
            else json.WriteNull("cost");
            json.WriteNumber("lowerBound", answer.LowerBound * unit);
            json.WriteNumber("seconds", Math.Round(time.TotalSeconds, 6));
            json.WriteBoolean("proven", answer.Feasible && answer.LowerBound == answer.Cost);
            json.WriteStartArray("purchases");
            foreach (var one in answer.Purchases)
            {
                json.WriteStartObject();
                json.WriteNumber("line", instance.Lines[one.Line].Number);
                json.WriteNumber("offer", one.Offer);
                json.WriteNumber("quantity", one.Quantity);
                json.WriteNumber("unitPrice", one.UnitPrice * unit);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("shortfalls");
            foreach (var one in answer.Shortfalls)
            {
                json.WriteStartObject();
                json.WriteNumber("line", instance.Lines[one.Line].Number);
                json.WriteNumber("missing", one.Missing);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
