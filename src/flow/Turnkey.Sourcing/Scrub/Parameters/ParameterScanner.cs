using System.Globalization;
using System.Text;
using Turnkey.Sourcing.Scrub.Reading;

namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>Finds quantities, dielectrics and chip sizes in the text of a cell.</summary>
internal static class ParameterScanner
{
    private const string Separators = " ,;/|()[]{}_@=:~<>\"'*+&!?";

    /// <summary>Words behind which a bare size is in inches.</summary>
    private static readonly string[] InchMarks = ["SMD", "SM", "SMT", "EIA", "IMPERIAL", "INCH", "CHIP", "CASE", "SIZE"];

    /// <summary>True where the whole text is one value and nothing else: in a part number column it stands in the wrong place.</summary>
    public static bool IsValue(string text)
    {
        var plain = CellText.Plain(text);
        if (plain.Length is 0 or > 40) return false;
        var mentions = Scan(plain, footprint: false);
        if (mentions.Count == 0 || mentions[0].Unit is MentionUnit.Bare or MentionUnit.Code or MentionUnit.ChipSize or MentionUnit.Dielectric) return false;
        if (mentions[0].Unit == MentionUnit.OhmLetter && mentions[0].Word[0] == 'R') return false;
        return Words(plain).All(word => word.Text.Length == 0 || mentions.Any(mention => mention.Word == word.Text || (mention.Unit is MentionUnit.Dielectric or MentionUnit.ChipSize)));
    }

    /// <param name="text">In the one spelling of <see cref="CellText"/>.</param>
    /// <param name="footprint">The text names a footprint: only sizes are looked for.</param>
    /// <param name="comma">What a comma before three digits is in the text's column; where it is open, both readings are mentioned.</param>
    public static IReadOnlyList<Mention> Scan(string text, bool footprint, CommaMeaning comma = CommaMeaning.Open)
    {
        var mentions = new List<Mention>();
        if (text.Length == 0) return mentions;
        var letters = new StringBuilder(text);
        if (!footprint) Whole(letters, mentions);
        var words = Words(letters.ToString());
        var names = footprint ? null : Names(words);
        var first = true;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Text.Length == 0) continue;
            if (ChipSizes.Find(word.Text, footprint && words.Count == 1, i > 0 && IsInchMark(words[i - 1], footprint)) is var (size, sizeSure) && (footprint || IsSizeHere(words, i)))
            {
                mentions.Add(new Mention(MentionUnit.ChipSize, 0, size, sizeSure, '\0', first, false));
                continue;
            }
            if (footprint) continue;
            if (Dielectrics.Find(word.Text) is { } dielectric)
            {
                mentions.Add(new Mention(MentionUnit.Dielectric, 0, dielectric, word.Text is "CH" ? Certainty.Likely : Certainty.Certain, '\0', first, false));
                first = false;
                continue;
            }
            // 250 V AC, and 250V AC.
            if (word.Text is "AC" or "ac" && mentions.Count > 0 && mentions[^1].Unit == MentionUnit.Volt && i > 0 && word.Before == ' ')
            {
                mentions[^1] = mentions[^1] with { Unit = MentionUnit.VoltAc };
                continue;
            }
            var quantity = word.Text;
            if (QuantityWord.IsNumber(word.Text) && i + 1 < words.Count && words[i + 1] is { Before: ' ', Signed: false } next && QuantityWord.IsSpacedUnit(next.Text) && next.After is not ('-' or '_'))
            {
                quantity = word.Text + next.Text;
                i++;
            }
            var inName = names?.Contains(i) == true;
            foreach (var read in QuantityWord.Readings(quantity, word.Signed, comma))
            {
                if (!inName || HasUnit(read)) mentions.Add(read with { IsFirst = first, IsCondition = word.IsCondition || IsRange(words, i), Certainty = inName && read.Certainty == Certainty.Certain ? Certainty.Likely : read.Certainty });
            }
            first = false;
        }
        return mentions;
    }

    /// <summary>
    /// Words that are parts of a name: in TS-1088R-02026 stands no resistance. Words that dashes join are a name where one of them says nothing by itself and holds
    /// digits, or where none of them has a number with its unit; CAP-100nF-50V and 10K-0402-1% are statements.
    /// </summary>
    private static HashSet<int>? Names(List<Word> words)
    {
        HashSet<int>? names = null;
        for (var start = 0; start < words.Count;)
        {
            var end = start + 1;
            while (end < words.Count && words[end - 1].After == '-' && words[end].Before == '-') end++;
            if (end - start > 1)
            {
                var joined = words.GetRange(start, end - start);
                var unknown = joined.FindAll(word => !SaysSomething(word));
                if (unknown.Exists(word => word.Text.Any(char.IsAsciiDigit)) || (unknown.Count > 0 && !joined.Exists(word => QuantityWord.Read(word.Text, word.Signed) is { } read && HasUnit(read)))) (names ??= []).UnionWith(Enumerable.Range(start, end - start));
            }
            start = end;
        }
        return names;
    }

    private static bool SaysSomething(Word word) =>
        QuantityWord.Read(word.Text, word.Signed) is not null || ChipSizes.IsSize(word.Text) || Dielectrics.Find(word.Text) is not null || ComponentKinds.IsClassOrWord(word.Text) || IsInchMark(word, false) || ChipSizes.Find(word.Text, false, false) is not null;

    /// <summary>A number with its unit; R, k and M alone are letters of part numbers too.</summary>
    private static bool HasUnit(Mention mention) => mention.Unit is not (MentionUnit.Bare or MentionUnit.Prefixed or MentionUnit.OhmLetter or MentionUnit.Code);

    /// <summary>Libraries part the class from the size, R_0402 and CAP_0603, and mean inches.</summary>
    private static bool IsInchMark(Word word, bool footprint) =>
        InchMarks.Contains(word.Text, StringComparer.OrdinalIgnoreCase) || (footprint && word.After == '_' && word.Text.Length <= 6 && word.Text.All(char.IsAsciiLetter));

    /// <summary>A size stands among other words; a bare number that starts a value may be the value (1206 ohms), but a leading nought is a size's.</summary>
    private static bool IsSizeHere(List<Word> words, int index) =>
        !QuantityWord.IsNumber(words[index].Text) || words[index].Text[0] == '0' || (words.Count > 1 && words.Exists(word => word.Text.Length > 0 && !QuantityWord.IsNumber(word.Text) && QuantityWord.Read(word.Text, word.Signed) is not null));

    /// <summary>One end of a range: 1.8-3.3V, 464.5~476.5nm.</summary>
    private static bool IsRange(List<Word> words, int index)
    {
        var word = words[index];
        if (word.Before is '~' || word.After is '~') return true;
        if (word.Before == '-' && index > 0 && StartsNumber(words[index - 1].Text)) return words[index - 1].Text.All(c => char.IsAsciiDigit(c) || c is '.' or ',');
        return word.After == '-' && QuantityWord.IsNumber(word.Text) && index + 1 < words.Count && StartsNumber(words[index + 1].Text);
    }

    private static bool StartsNumber(string text) => text.Length > 0 && char.IsAsciiDigit(text[0]);

    /// <summary>Fractions of a watt and lopsided tolerances hold separators, so they are taken out first.</summary>
    private static void Whole(StringBuilder text, List<Mention> mentions)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && (char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or ',' && i > 1 && char.IsAsciiDigit(text[i - 2]))) continue;
            if (char.IsAsciiDigit(text[i]) && Watt(text, i, mentions) is > 0 and var watt) Blank(text, i, watt);
            else if (text[i] is '+' or '-' && Lopsided(text, i, mentions) is > 0 and var lopsided) Blank(text, i, lopsided);
        }
    }

    private static void Blank(StringBuilder text, int start, int length)
    {
        for (var i = 0; i < length; i++) text[start + i] = ' ';
    }

    /// <summary>1/16W: length of what was read, or 0.</summary>
    private static int Watt(StringBuilder text, int start, List<Mention> mentions)
    {
        var at = start;
        var above = Number(text, ref at, 2);
        if (above is not > 0 || at >= text.Length || text[at] != '/') return 0;
        at++;
        var below = Number(text, ref at, 3);
        if (below is not > 0) return 0;
        if (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length || text[at] is not ('W' or 'w') || (at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]))) return 0;
        var word = text.ToString(start, at + 1 - start);
        mentions.Add(new Mention(MentionUnit.Watt, (decimal)above / below.Value, word, Certainty.Certain, '\0', false, false));
        return at + 1 - start;
    }

    /// <summary>+80/-20%, -20%+80%: length of what was read, or 0.</summary>
    private static int Lopsided(StringBuilder text, int start, List<Mention> mentions)
    {
        var at = start + 1;
        var first = Number(text, ref at, 3);
        if (first is null) return 0;
        var percent = false;
        while (at < text.Length && text[at] is '%' or ' ' or '/' or ',') percent |= text[at++] == '%';
        if (at >= text.Length || text[at] is not ('+' or '-') || text[at] == text[start]) return 0;
        at++;
        var second = Number(text, ref at, 3);
        if (second is null) return 0;
        if (at < text.Length && text[at] == '%') { percent = true; at++; }
        if (!percent) return 0;
        var (up, down) = text[start] == '+' ? (first, second) : (second, first);
        mentions.Add(new Mention(MentionUnit.LopsidedTolerance, 0, string.Create(CultureInfo.InvariantCulture, $"+{up}/-{down}%"), Certainty.Certain, '\0', false, false));
        return at - start;
    }

    private static int? Number(StringBuilder text, ref int at, int most)
    {
        var start = at;
        var number = 0;
        while (at < text.Length && at - start < most && char.IsAsciiDigit(text[at])) number = (number * 10) + (text[at++] - '0');
        return at == start || (at < text.Length && char.IsAsciiDigit(text[at])) ? null : number;
    }

    /// <summary>Splits at separators; a comma between digits is a decimal comma where at most three digits follow; a dash parts words; ± begins one.</summary>
    private static List<Word> Words(string text)
    {
        var words = new List<Word>();
        var start = 0;
        var before = ' ';
        var signed = false;
        var condition = false;
        var grouped = WrittenNumbers.Grouped(text);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var end = i == text.Length || (Separators.Contains(c, StringComparison.Ordinal) && !IsDecimalComma(text, i) && !grouped.Any(number => number.Start < i && i < number.End)) || c is '-' or '±';
            if (!end) continue;
            // Of signs that part thousands only commas and points are read.
            var word = text[start..i].Replace("'", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).TrimEnd('.');
            if (word.Length > 0)
            {
                words.Add(new Word(word, before, i < text.Length ? c : '\0', signed, condition));
                signed = false;
                condition = false;
                before = ' ';
            }
            if (c == '@') condition = true;
            if (c == '±') signed = true;
            before = word.Length > 0 || before == ' ' ? c : before;
            start = i + 1;
        }
        return words;
    }

    private static bool IsDecimalComma(string text, int at)
    {
        if (text[at] != ',' || at == 0 || !char.IsAsciiDigit(text[at - 1])) return false;
        // R1,100,0402 lists; 0,47 and 3,3k do not. A number that begins behind a letter or another comma is no decimal.
        var left = at - 1;
        while (left > 0 && char.IsAsciiDigit(text[left - 1])) left--;
        if (left > 0 && (char.IsAsciiLetter(text[left - 1]) || text[left - 1] is ',' or '.')) return false;
        // 0,0625W has four digits behind its comma, and can be nothing else.
        var below = at - left == 1 && text[left] == '0';
        var right = at + 1;
        while (right < text.Length && char.IsAsciiDigit(text[right])) right++;
        if (right - at - 1 is 0 || (right - at - 1 > 3 && !below) || (right < text.Length && text[right] is ',' && right + 1 < text.Length && char.IsAsciiDigit(text[right + 1]))) return false;
        // 22,10% is a value and a tolerance more often than 22.1 per cent.
        return !(right < text.Length && text[right] == '%' && right - at - 1 > 1 && text[at + 1] != '0');
    }

    private readonly record struct Word(string Text, char Before, char After, bool Signed, bool IsCondition);
}
