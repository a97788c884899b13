using System.Globalization;
using System.Text;
using Turnkey.Cli.Text;

namespace Turnkey.Cli.Bundles;

/// <summary>What a person is told of a bundle.</summary>
internal static class BundleText
{
    public static string Of(BundleInput input)
    {
        var manifest = input.Bundle.Manifest;
        var text = new StringBuilder();
        Line("kind", manifest.Kind);
        Line("from", $"{manifest.Sender.Name}, {manifest.Sender.Country} ({manifest.Sender.Id})");
        Line("key", input.Bundle.Fingerprint);
        Line("trust", input.Trust);
        Line("for", $"{manifest.Recipient.Name} ({manifest.Recipient.Id})");
        Line("made", manifest.Created.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture));
        Line("id", manifest.Id.ToString());
        if (manifest.Answers is { } answers) Line("answers", answers.ToString());
        foreach (var file in manifest.Files) Line("file", $"{file.Path}, {file.Size.ToString("N0", CultureInfo.InvariantCulture)} bytes");
        foreach (var diagnostic in input.Bundle.Diagnostics) Line("note", diagnostic.Message);
        Line("whole", "yes: every byte is as it was signed");
        return text.ToString();

        void Line(string name, string value) => text.Append(CultureInfo.InvariantCulture, $"{name,-8} {PlainText.Of(value)}\n");
    }
}
