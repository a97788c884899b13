using System.Text.Json;
using Turnkey.Contracts;
using Turnkey.Kernel;

namespace Turnkey.Server.Api;

/// <summary>What use cases decide, as answers: JSON as contracts are written, problems, and the tags by which a client says which version it means.</summary>
internal static class Answers
{
    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, ContractJson.Options, "application/json", status);

    public static IResult Answer<T>(this Decision<T> decision, Func<T, IResult> made) => decision.TryGet(out var value, out var why) ? made(value) : Problems.Of(why);

    public static IResult Answer<T, TAnswer>(this Decision<T> decision, Func<T, TAnswer> made) => decision.Answer(value => Json(made(value)));

    /// <summary>Answers with what was made and where it is now.</summary>
    public static IResult Created<T>(HttpContext context, string path, T value)
    {
        context.Response.Headers.Location = ApiRoutes.Root + path;
        return Json(value, StatusCodes.Status201Created);
    }

    /// <summary>
    /// One resource with its tag: the version that a change is held against, and a hash of all that is shown, so that "not modified" is also true of what
    /// stands around the resource and has no version of its own.
    /// </summary>
    public static IResult Tagged<T>(HttpContext context, T value, int version = 0)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, ContractJson.Options);
        var tag = $"\"{version}.{ContentHash.Of(json)[..16]}\"";
        context.Response.Headers.ETag = tag;
        return context.Request.Headers.IfNoneMatch.Any(sent => sent is not null && sent.Split(',').Any(one => one.Trim() == tag))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(json, "application/json; charset=utf-8");
    }

    /// <summary>The version that <c>If-Match</c> names; null for <c>*</c>, whatever is there. Without it nobody could tell whether a change writes over another one.</summary>
    public static Decision<int?> ExpectedVersion(HttpRequest request)
    {
        var sent = request.Headers.IfMatch.ToString().Trim();
        if (sent.Length == 0) return new Refusal("unconditional", "send the ETag that you read as If-Match, so that nobody's change is written over unseen; '*' writes over whatever is there");
        if (sent == "*") return (int?)null;
        return sent is ['"', .. var tag, '"'] && int.TryParse(tag.Split('.')[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version)
            ? version
            : new Refusal("changed", "this is no ETag of this resource; read it again");
    }
}
