namespace Turnkey.Documents.Markup;

/// <summary>The style sheet that all pages share, those that are files of their own and those that a server renders.</summary>
public static class StyleSheet
{
    public static string Text => Page.Resource("turnkey.css");
}
