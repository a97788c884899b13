using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Pipeline.Suppliers;

/// <summary>Sends one request once, under a time-out and a limit of size, and says what came of it. No exception and no text of it leaves with a key.</summary>
internal sealed class RequestSender(HttpMessageInvoker http, TimeProvider time)
{
    private const int LargestBody = 16 << 20;

    public async Task<Reply> SendAsync(SupplierRequest request, SupplierTerms terms, CancellationToken cancellation)
    {
        using var timeOut = new CancellationTokenSource(terms.TimeOut, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeOut.Token);
        try
        {
            using var message = Message(request);
            using var response = await http.SendAsync(message, either.Token);
            var body = await BodyAsync(response, either.Token);
            var status = (int)response.StatusCode;
            if (body is null) return new Reply(status, default, $"the answer has more than {LargestBody >> 20} MB", false, null);
            var limited = response.StatusCode == HttpStatusCode.TooManyRequests || IsOverLimit(response);
            if (limited || status is 408 or >= 500) return new Reply(status, body, limited ? "too many requests" : $"HTTP status {status}", true, Wait(response));
            return new Reply(status, body, "", false, null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Reply(0, default, $"no answer within {terms.TimeOut.TotalSeconds:0} seconds", true, null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new Reply(0, default, e is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } known ? $"no connection ({known.HttpRequestError})" : "the connection broke", true, null);
        }
    }

    private static HttpRequestMessage Message(SupplierRequest request)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Address);
        foreach (var (name, value) in request.Headers) message.Headers.TryAddWithoutValidation(name, value);
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(request.BodyType);
        }
        return message;
    }

    /// <summary>The gateway in front of element14 answers 403 with a header when too much is asked (Mashery: ERR_403_DEVELOPER_OVER_QPS, _OVER_RATE).</summary>
    private static bool IsOverLimit(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.Forbidden && response.Headers.TryGetValues("X-Mashery-Error-Code", out var codes) && codes.Any(code => code.Contains("OVER", StringComparison.OrdinalIgnoreCase));

    private TimeSpan? Wait(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };

    private static async Task<byte[]?> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > LargestBody) return null;
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var body = new ArrayBufferWriter<byte>();
        while (true)
        {
            var read = await stream.ReadAsync(body.GetMemory(16 << 10), cancellation);
            if (read == 0) return body.WrittenSpan.ToArray();
            body.Advance(read);
            if (body.WrittenCount > LargestBody) return null;
        }
    }
}
