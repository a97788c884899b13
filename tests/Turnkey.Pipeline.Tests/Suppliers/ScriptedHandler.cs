using System.Net;
using System.Text;

namespace Turnkey.Pipeline.Tests.Suppliers;

/// <summary>A network that answers as a script says, and remembers what it was asked.</summary>
internal sealed class ScriptedHandler(Func<HttpRequestMessage, string, int, HttpResponseMessage?> script, TestTime time) : HttpMessageHandler
{
    private readonly Lock gate = new();

    public List<(string Address, string Body, DateTimeOffset When)> Requests { get; } = [];

    public static HttpResponseMessage Json(string text, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        int count;
        lock (gate)
        {
            Requests.Add((request.RequestUri!.AbsoluteUri, body, time.GetUtcNow()));
            count = Requests.Count;
        }
        if (script(request, body, count) is { } response) return response;
        // No answer: the time-out of the client is what ends it.
        var forever = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stop = cancellationToken.Register(() => forever.TrySetCanceled(cancellationToken));
        time.RunOut();
        return await forever.Task;
    }
}
