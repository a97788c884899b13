using System.Globalization;
using System.Text;

namespace Turnkey.Server.Mails;

/// <summary>A mail as it goes over the wire (RFC 5322): plain text in UTF-8, encoded so that every server on the way takes it.</summary>
internal static class MailMessage
{
    /// <summary>Longest part of a subject in one encoded word (RFC 2047: 75 characters with the marks around, base64 makes 4 of 3).</summary>
    private const int EncodedWord = 42;

    /// <param name="id">Makes the message's identifier the same when it is sent again, so that the receiver can see that it has it already.</param>
    public static string Write(string from, string to, string subject, string text, Guid id, DateTimeOffset at)
    {
        var message = new StringBuilder();
        message.Append(CultureInfo.InvariantCulture, $"From: Turnkey <{from}>\r\n");
        message.Append(CultureInfo.InvariantCulture, $"To: <{to}>\r\n");
        message.Append(CultureInfo.InvariantCulture, $"Subject: {Words(subject)}\r\n");
        message.Append(CultureInfo.InvariantCulture, $"Date: {at.ToUniversalTime():ddd, dd MMM yyyy HH:mm:ss} +0000\r\n");
        message.Append(CultureInfo.InvariantCulture, $"Message-ID: <{id}@{Domain(from)}>\r\n");
        message.Append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\nAuto-Submitted: auto-generated\r\n\r\n");
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));
        for (var i = 0; i < body.Length; i += 76) message.Append(body.AsSpan(i, Math.Min(76, body.Length - i))).Append("\r\n");
        return message.ToString();
    }

    /// <summary>An address that can stand in a command and in a header: no space, no bracket, no line end. What one organisation writes must not become another's command.</summary>
    public static bool CanBeSentTo(string address) =>
        address.Length is > 2 and < 255 && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < address.Length - 1 && address.All(letter => letter is > ' ' and not ('<' or '>' or '"' or ',' or ';' or '\u007f') && letter <= '~');

    private static string Domain(string address) => address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..];

    private static string Words(string subject)
    {
        var plain = string.Concat(subject.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        if (plain.Length <= 70 && plain.All(char.IsAscii)) return plain;
        var words = new List<string>();
        var part = new StringBuilder();
        foreach (var rune in plain.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(part.ToString()) + rune.Utf8SequenceLength > EncodedWord) Flush();
            part.Append(rune.ToString());
        }
        Flush();
        return string.Join("\r\n ", words);

        void Flush()
        {
            if (part.Length > 0) words.Add($"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part.ToString()))}?=");
            part.Clear();
        }
    }
}
