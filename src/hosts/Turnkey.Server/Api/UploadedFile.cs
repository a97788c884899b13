using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Turnkey.Contracts;

namespace Turnkey.Server.Api;

/// <summary>A file that a request brings: as its whole body, or as the one file of a form. It is read as it comes, never held in memory.</summary>
internal static class UploadedFile
{
    /// <summary>Bytes that a form has around its file at most.</summary>
    public const int Around = 1 << 20;

    public static async Task<Decision<T>> ReadAsync<T>(HttpRequest request, string? name, Func<string, Stream, Task<Decision<T>>> take, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) return await take(name ?? "", request.Body);
        if (HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is not { Length: > 0 and <= 200 } boundary) return new Refusal("file.form", "this form has no boundary; send it as multipart/form-data, or the file itself as the body");
        var form = new MultipartReader(boundary, request.Body);
        while (await form.ReadNextSectionAsync(cancel) is { } section)
        {
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && disposition.IsFileDisposition())
                return await take(name ?? HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString(), section.Body);
        }
        return new Refusal("file.none", "there is no file in this form");
    }
}

/// <summary>Stands for a body that is a file.</summary>
/// <param name="Name">As it would be called.</param>
internal sealed record FileExample(string Name);
