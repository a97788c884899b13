using System.Net;

namespace Turnkey.Server.Pages.Shared;

/// <summary>A page that only says what went wrong, for where no other page can be made.</summary>
internal static class PlainPage
{
    public static string Write(int status, string message)
    {
        var title = status switch
        {
            StatusCodes.Status403Forbidden => "Not allowed",
            StatusCodes.Status404NotFound => "Not found",
            StatusCodes.Status429TooManyRequests => "Too many requests",
            >= 500 => "Something broke",
            _ => "This did not work",
        };
        return $"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} · Turnkey</title>
            <link rel="stylesheet" href="{Hosting.AssetFiles.Href("turnkey.css")}"><link rel="stylesheet" href="{Hosting.AssetFiles.Href("portal.css")}"></head>
            <body><main><h1>{title}</h1><p>{WebUtility.HtmlEncode(char.ToUpperInvariant(message[0]) + message[1..])}.</p><p><a href="/">To the start</a></p></main></body></html>
            """;
    }
}
