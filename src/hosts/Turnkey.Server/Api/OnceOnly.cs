using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Turnkey.Server.Access;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Api;

/// <summary>
/// Does a POST that carries an <c>Idempotency-Key</c> once, however often it is sent. The key is written down in the transaction of what is done, so that
/// nothing is done twice even when the process dies before it could answer; the answer is put beside it afterwards, encrypted, because it may hold a secret
/// that is shown once. What was refused is not remembered: it may be tried again.
/// </summary>
internal sealed class OnceOnly(RequestDelegate next, Store store, IDataProtectionProvider protection)
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 200;

    private readonly IDataProtector protector = protection.CreateProtector("idempotent-answer");
    private readonly Turns turns = new();

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Method != HttpMethods.Post || !AccessGuard.IsApi(context) || context.ActorOrNobody() is not { } actor || !context.Request.Headers.TryGetValue(Header, out var sent))
        {
            await next(context);
            return;
        }
        if (sent is not [{ Length: > 0 and <= LongestKey } key] || !key.All(letter => letter is > ' ' and <= '~'))
        {
            await Problems.Of(new("idempotency.key", $"{Header} is one word of up to {LongestKey} printable characters, for example a UUID")).ExecuteAsync(context);
            return;
        }
        var hash = await HashAsync(context.Request, context.RequestAborted);
        // The same request may arrive twice at once; the second waits for the answer of the first.
        using (await turns.TakeAsync($"{actor.Organisation}/{key}", context.RequestAborted)) await DoAsync(context, actor, new RequestKey(key, hash));
    }

    private async Task DoAsync(HttpContext context, Actor actor, RequestKey request)
    {
        if (await store.ReadAsync(actor.Organisation, db => db.Idempotency.AsNoTracking().SingleOrDefaultAsync(row => row.Key == request.Key, context.RequestAborted), context.RequestAborted) is { } before)
        {
            await RepeatAsync(context, before, request);
            return;
        }
        context.Items[typeof(Actor)] = actor with { Once = request };
        var body = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }
        if (context.Response.StatusCode is >= 200 and < 300)
        {
            var (status, location, text) = (context.Response.StatusCode, context.Response.Headers.Location.ToString(), protector.Protect(Encoding.UTF8.GetString(answer.ToArray())));
            // Not to be cancelled: the sender may be gone, but comes back for this.
            await store.WriteAsync<int>(Actor.Installation, async writing =>
            {
                if (await writing.All.Idempotency.SingleOrDefaultAsync(row => row.OrganisationId == actor.Organisation && row.Key == request.Key) is { } row) (row.Status, row.Location, row.Body) = (status, location, text);
                return status;
            });
        }
        answer.Position = 0;
        await answer.CopyToAsync(body, context.RequestAborted);
    }

    private async Task RepeatAsync(HttpContext context, IdempotencyRow before, RequestKey request)
    {
        if (before.RequestHash != request.Hash)
        {
            await Problems.Of(new("idempotency.other-request", "this key was used for another request; take a new one")).ExecuteAsync(context);
            return;
        }
        if (before.Status == 0)
        {
            await Problems.Of(new("idempotency.answer-lost", "this was done, but the server stopped before it could answer; look at the list to see the result")).ExecuteAsync(context);
            return;
        }
        context.Response.StatusCode = before.Status;
        context.Response.Headers["Idempotency-Replayed"] = "true";
        if (before.Location.Length > 0) context.Response.Headers.Location = before.Location;
        var text = protector.Unprotect(before.Body);
        if (text.Length == 0) return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(text, context.RequestAborted);
    }

    /// <summary>Of everything that was asked; the body is read once and stays to be read again.</summary>
    private static async Task<string> HashAsync(HttpRequest request, CancellationToken cancel)
    {
        request.EnableBuffering();
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{request.ContentType}\n"));
        var buffer = new byte[1 << 16];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancel)) > 0;) sha.AppendData(buffer.AsSpan(0, read));
        request.Body.Position = 0;
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
