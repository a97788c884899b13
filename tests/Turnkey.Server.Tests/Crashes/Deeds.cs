using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Turnkey.Server.Tests.Crashes;

/// <summary>
/// Somebody who does one thing after another, each with a key of its own: what was not answered is asked again with the same key until it is, as a careful
/// client does. What is in <see cref="Acknowledged"/> the server has promised to keep.
/// </summary>
internal sealed class Deeds(string address, string token, string name, Func<int, HttpRequestMessage> deed)
{
    public ConcurrentQueue<int> Acknowledged { get; } = new();

    /// <summary>How often an answer did not come.</summary>
    public int Unanswered { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(30) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        for (var number = 1; !stop.IsCancellationRequested; number++)
        {
            while (!await TryAsync(client, number))
            {
                if (stop.IsCancellationRequested) return;
                Unanswered++;
                await Task.Delay(20, CancellationToken.None);
            }
            Acknowledged.Enqueue(number);
        }
    }

    public static HttpContent Json(string text) => new StringContent(text, Encoding.UTF8, "application/json");

    private async Task<bool> TryAsync(HttpClient client, int number)
    {
        try
        {
            using var request = deed(number);
            request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"));
            // Never cancelled from here: an answer that nobody waited for would be one that nobody knows of.
            using var answer = await client.SendAsync(request, CancellationToken.None);
            var text = await answer.Content.ReadAsStringAsync(CancellationToken.None);
            if (answer.StatusCode == HttpStatusCode.Created || (answer.StatusCode == HttpStatusCode.Conflict && text.Contains("idempotency.answer-lost", StringComparison.Ordinal))) return true;
            if ((int)answer.StatusCode < 500) throw new InvalidOperationException($"{name} {number} was answered with {(int)answer.StatusCode}: {text}");
            return false;
        }
        catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException or IOException)
        {
            return false;
        }
    }
}
