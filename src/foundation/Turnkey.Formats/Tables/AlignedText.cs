using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tables;

/// <summary>
/// Text in columns made of blanks: position files (KiCad, Altium, DesignSpark), parts lists (Eagle), reports (P-CAD, OrCAD). Two ways to cut it compete:
/// at every run of blanks, and at the gutters, the character positions that are blank in every line of the table. Lines outside the table (titles,
/// comments) come back as rows of one cell.
/// </summary>
internal static class AlignedText
{
    private const int SampleLines = 150;

    /// <summary>Once a heading is found, so many lines that are no better end the search.</summary>
    private const int Patience = 20;

    /// <summary>Where a table could begin is tried for so many lines.</summary>
    private const int HeaderTries = 60;

    private const int TabStop = 8;

    public static Table Read(string text, CellBudget budget, DiagnosticLog log)
    {
        var lines = Lines(text);
        var first = FindStart(lines);
        var sheet = new SheetBuilder("", budget, log);
        var layout = first < 0 ? null : Layout.Of(lines, first);
        for (var i = 0; i < lines.Length && !sheet.IsFull; i++)
        {
            if (lines[i].IsRuler) continue;
            // Only the table itself is cut; titles before it and closing remarks in comment form stay whole.
            if (layout is null || i < first || lines[i].IsComment) sheet.Set(0, lines[i].Text);
            else layout.Cut(lines[i], i == first && layout.HasHeader, sheet.Set);
            sheet.EndRow(i + 1);
        }
        return sheet.Build();
    }

    private static Line[] Lines(string text)
    {
        var lines = text.Split('\n');
        var read = new Line[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r', ' ', '\t', '\f', '\u001a');
            if (line.Contains('\t', StringComparison.Ordinal)) line = Untabbed(line);
            read[i] = new Line(line.Length > TableLimits.CellCharacters ? line[..TableLimits.CellCharacters] : line);
        }
        return read;
    }

    /// <summary>A line of text; its words are cut once, when they are first asked for.</summary>
    private sealed class Line(string text)
    {
        private List<(int Start, string Text)>? words;

        public string Text { get; } = text;

        public bool IsEmpty => Text.Length == 0;

        public bool IsRuler { get; } = AlignedText.IsRuler(text);

        /// <summary>KiCad marks its remarks with two or three number signs and the heading with one.</summary>
        public bool IsComment { get; } = text.StartsWith("##", StringComparison.Ordinal) || text.StartsWith("//", StringComparison.Ordinal);

        public List<(int Start, string Text)> Words => words ??= Tokens(Text);

        /// <summary>The same without the number sign that makes a heading a comment.</summary>
        public Line Uncommented() => Text.StartsWith('#') ? new Line(" " + Text[1..]) : this;
    }

    private static string Untabbed(string line)
    {
        var wide = new System.Text.StringBuilder(line.Length + 16);
        foreach (var c in line)
        {
            if (c == '\t') wide.Append(' ', TabStop - (wide.Length % TabStop));
            else wide.Append(c);
            if (wide.Length > TableLimits.CellCharacters) break;
        }
        return wide.ToString();
    }

    /// <summary>A line of dashes, equal signs, underscores, stars or table frames.</summary>
    internal static bool IsRuler(string line)
    {
        var marks = 0;
        foreach (var c in line)
        {
            if (c is '-' or '=' or '_' or '*' or '+' or '~' or '─' or '═') marks++;
            else if (c is not (' ' or '|' or '#')) return false;
        }
        return marks >= 3;
    }

    /// <summary>
    /// The line from which on the text is most like a table: where cutting the lines that follow gives many columns that are filled and of one kind.
    /// </summary>
    private static int FindStart(Line[] lines)
    {
        var best = -1;
        var bestScore = 0.0;
        var tried = 0;
        var since = 0;
        var all = Math.Min(SampleLines, lines.Count(line => !line.IsEmpty));
        for (var i = 0; i < lines.Length && tried < HeaderTries; i++)
        {
            if (lines[i].IsEmpty || lines[i].IsRuler || lines[i].IsComment) continue;
            tried++;
            if (lines[i].Words.Count < 2) continue;
            var layout = Layout.Of(lines, i);
            // A start far down may be purer, but leaves the head of the table behind.
            var score = layout is null ? 0 : layout.Score * Math.Sqrt(Math.Min(1, (layout.Lines + 1.0) / all));
            since++;
            // An earlier start wins unless a later one is really better.
            if (score > bestScore * 1.02) (best, bestScore, since) = (i, score, layout!.HasHeader ? 0 : -HeaderTries);
            if (since > Patience) break;
        }
        return best;
    }

    /// <summary>Words between blanks; a quoted text is one word.</summary>
    internal static List<(int Start, string Text)> Tokens(string line)
    {
        var tokens = new List<(int, string)>();
        var i = 0;
        while (i < line.Length)
        {
            if (line[i] == ' ') { i++; continue; }
            var start = i;
            if (line[i] == '"' && line.IndexOf('"', i + 1) is var close and > 0 && (close + 1 >= line.Length || line[close + 1] == ' '))
            {
                tokens.Add((start, line[(start + 1)..close]));
                i = close + 1;
                continue;
            }
            while (i < line.Length && line[i] != ' ') i++;
            tokens.Add((start, line[start..i]));
        }
        return tokens;
    }

    /// <summary>How the lines of one table are cut.</summary>
    private sealed class Layout
    {
        private readonly int words;
        private readonly ImmutableArray<(int Start, int End)> columns;
        private readonly string[] header;

        private Layout(int words, ImmutableArray<(int Start, int End)> columns, string[] header, bool hasHeader, double score)
        {
            HasHeader = hasHeader;
            this.words = words;
            this.columns = columns;
            this.header = header;
            Score = score;
        }

        public double Score { get; }

        /// <summary>Lines the judgement rests on.</summary>
        public int Lines { get; private init; }

        /// <summary>The first line names the columns.</summary>
        public bool HasHeader { get; }

        public static Layout? Of(Line[] lines, int first)
        {
            var body = new List<Line>();
            for (var i = first + 1; i < lines.Length && body.Count < SampleLines; i++)
            {
                if (lines[i].IsEmpty)
                {
                    // One empty line may stand below the header; a later one ends the sample.
                    if (body.Count > 0) break;
                    continue;
                }
                if (!lines[i].IsRuler && !lines[i].IsComment) body.Add(lines[i]);
            }
            if (body.Count == 0) return null;
            var head = lines[first].Uncommented();
            var named = NamesColumns(head);
            var gutters = OfGutters(head, body, named);
            var byWords = OfWords(head, body, named);
            var better = byWords is not null && (gutters is null || byWords.Score >= gutters.Score) ? byWords : gutters;
            return better is null ? null : new Layout(better.words, better.columns, better.header, better.HasHeader, better.Score) { Lines = body.Count };
        }

        /// <summary>Words without numbers: what a heading is made of and a row of parts is not.</summary>
        private static bool NamesColumns(Line line) =>
            line.Words.Count > 1 && line.Words.Count(word => !word.Text.Any(char.IsAsciiDigit)) >= line.Words.Count * 0.75 && line.Words.Exists(word => word.Text.Length > 0 && char.IsLetter(word.Text[0]));

        public void Cut(Line line, bool isHeader, Action<int, string> set)
        {
            if (isHeader && header.Length > 0)
            {
                for (var i = 0; i < header.Length; i++) set(i, header[i]);
            }
            else if (words > 0 && (line.Words.Count == words || (columns.IsEmpty && line.Words.Count >= words / 2)))
            {
                for (var i = 0; i < line.Words.Count; i++) set(i, line.Words[i].Text);
            }
            else if (columns.IsEmpty)
            {
                set(0, line.Text);
            }
            else
            {
                for (var i = 0; i < columns.Length; i++) set(i, Unquoted(Slice(line.Text, columns[i])));
            }
        }

        /// <summary>Every line has as many words as the heading: no cell is empty and none holds a blank.</summary>
        private static Layout? OfWords(Line head, List<Line> body, bool named)
        {
            var usual = body.GroupBy(line => line.Words.Count).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First();
            if (usual.Key < 2 || head.Words.Count != usual.Key) return null;
            var agree = usual.Count() / (double)body.Count;
            Line[] rows = [.. usual];
            var kinds = Kinds([.. rows.Select(line => line.Words.Select(word => word.Text).ToArray())], usual.Key);
            // Lines that disagree are cut at the gutters of those that agree.
            var gutters = agree < 1 ? Gutters([.. rows, head], 1) : [];
            return new Layout(usual.Key, gutters.Length == usual.Key ? gutters : [], [.. head.Words.Select(word => word.Text)], named, agree * agree * Worth(usual.Key, kinds, body.Count, named) * 1.05);
        }

        private static Layout? OfGutters(Line head, List<Line> body, bool named)
        {
            List<Line> all = [head, .. body];
            // Without a heading to say which gaps are gaps between words, columns must lie two blanks apart.
            var found = named ? Merge(Gutters(all, 1), all) : Gutters(all, 2);
            if (found.Length < 2) return null;
            var rows = body.Select(line => found.Select(column => Slice(line.Text, column)).ToArray()).ToArray();
            var used = Enumerable.Range(0, found.Length).Count(c => rows.Any(row => row[c].Length > 0));
            var filled = rows.Sum(row => row.Count(cell => cell.Length > 0)) / (double)Math.Max(1, rows.Length * used);
            return new Layout(0, found, [.. found.Select(column => Slice(head.Text, column))], named, Math.Sqrt(filled) * Worth(found.Length, Kinds(rows, found.Length), body.Count, named));
        }

        /// <summary>More columns of one kind under a header, over more lines, are more of a table.</summary>
        private static double Worth(int columns, double kinds, int lines, bool named) =>
            (0.3 + kinds) * Math.Log2(1 + columns) * Math.Min(1, 0.4 + (Math.Log2(lines + 1) * 0.12)) * (named ? 1.5 : 1);

        /// <summary>The share of columns that are numbers, or no numbers, throughout.</summary>
        private static double Kinds(string[][] rows, int columns)
        {
            var sure = 0.0;
            for (var c = 0; c < columns; c++)
            {
                var texts = rows.Select(row => row[c]).Where(cell => cell.Length > 0).ToArray();
                if (texts.Length == 0) continue;
                var numbers = texts.Count(cell => double.TryParse(cell.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out _)) / (double)texts.Length;
                sure += numbers > 0.95 ? 1 : numbers < 0.05 ? 0.6 : 0;
            }
            return sure / columns;
        }

        /// <summary>Runs of positions that hold a character in some line, parted by positions that are blank in all.</summary>
        private static ImmutableArray<(int Start, int End)> Gutters(List<Line> lines, int least)
        {
            var used = new bool[Math.Min(lines.Max(line => line.Text.Length), TableLimits.CellCharacters) + 1];
            foreach (var line in lines.Select(line => line.Text))
            {
                var quoted = false;
                for (var i = 0; i < line.Length; i++)
                {
                    if (line[i] == '"') quoted = !quoted;
                    if (line[i] != ' ' || quoted) used[i] = true;
                }
            }
            var runs = ImmutableArray.CreateBuilder<(int, int)>();
            int start = -1, blank = 0;
            for (var i = 0; i < used.Length; i++)
            {
                blank = used[i] ? 0 : blank + 1;
                if (used[i] && start < 0) start = i;
                if (start < 0 || (blank < least && i < used.Length - 1)) continue;
                runs.Add((start, i + 1 - blank));
                start = -1;
            }
            return runs.ToImmutable();
        }

        /// <summary>
        /// A gutter by chance: a column whose header is empty is the tail of the text column before it, and one whose cells are all empty is the
        /// first word of the header behind it.
        /// </summary>
        private static ImmutableArray<(int Start, int End)> Merge(ImmutableArray<(int Start, int End)> runs, List<Line> lines)
        {
            var head = lines[0].Text;
            var merged = new List<(int Start, int End)>();
            var pending = -1;
            foreach (var column in runs)
            {
                var (start, end) = pending >= 0 ? (pending, column.End) : column;
                var hasHeader = !IsBlank(head, column);
                var hasCells = lines.Skip(1).Any(line => !IsBlank(line.Text, column));
                pending = -1;
                if (!hasHeader && merged.Count > 0) merged[^1] = (merged[^1].Start, end);
                else if (hasHeader && !hasCells && column.End + 1 < head.Length && head[column.End] == ' ' && head[column.End + 1] != ' ') pending = start;
                else merged.Add((start, end));
            }
            if (pending >= 0) merged.Add((pending, runs[^1].End));
            // The last column takes what later lines add to it.
            if (merged.Count > 0) merged[^1] = (merged[^1].Start, int.MaxValue);
            return [.. merged];
        }

        private static string Slice(string line, (int Start, int End) column) =>
            column.Start >= line.Length ? "" : line[column.Start..Math.Min(column.End, line.Length)].Trim();

        private static bool IsBlank(string line, (int Start, int End) column) =>
            column.Start >= line.Length || line.AsSpan(column.Start, Math.Min(column.End, line.Length) - column.Start).IsWhiteSpace();

        private static string Unquoted(string cell) => cell.Length >= 2 && cell[0] == '"' && cell[^1] == '"' ? cell[1..^1] : cell;
    }
}
