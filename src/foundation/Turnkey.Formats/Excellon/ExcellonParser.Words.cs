namespace Turnkey.Formats.Excellon;

/// <summary>The lines of the body: words of a letter and a number.</summary>
internal sealed partial class ExcellonParser
{
    /// <summary>Commands of the machine that say nothing about the board (Excellon CNC-7 manual, header commands).</summary>
    private static readonly string[] Keywords =
    [
        "INCH", "METRIC", "FMAT", "VER", "ICI", "DETECT", "ATC", "AFS", "BLKD", "CCW", "CP", "OM48", "OSTOP", "OTCLMP", "PCKPARAM", "RSB", "SBK", "SG", "TCST", "UP",
    ];

    /// <summary>The machine takes four digits.</summary>
    private const int MostRepeats = 9_999;

    private bool down;
    private Words words;

    /// <summary>What a line said of one place so far; emitted when the line ends or says something else.</summary>
    private struct Words
    {
        public DrillNumber X, Y, U, V, A, I, J, Repeat;
        public bool Place, Second, Nibble, Circle, Zero, Pattern, MotionNamed;
        public PatternTurn Turn;

        public static Words None { get; } = new()
        {
            X = DrillNumber.None,
            Y = DrillNumber.None,
            U = DrillNumber.None,
            V = DrillNumber.None,
            A = DrillNumber.None,
            I = DrillNumber.None,
            J = DrillNumber.None,
            Repeat = DrillNumber.None,
        };
    }

    private static bool IsKnownKeyword(ReadOnlySpan<char> text)
    {
        foreach (var keyword in Keywords)
        {
            if (text.StartsWith(keyword, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private void Unknown(ReadOnlySpan<char> text)
    {
        var excerpt = text.Length > 40 ? string.Concat(text[..40], "…") : text.ToString();
        log.Warning("drill.unknown-command", line, $"'{excerpt}' is not understood; left out");
    }

    private void ReadWords(ReadOnlySpan<char> text)
    {
        words = Words.None;
        var at = 0;
        while (at < text.Length && !ended)
        {
            var start = at;
            var letter = char.ToUpperInvariant(text[at++]);
            if (letter is ' ' or '/' or '\t' or '*') continue;
            if (letter is ',')
            {
                foreach (var range in text[at..].Split(',')) ReadFormatWord(text[at..][range].Trim());
                break;
            }
            var number = letter is 'X' or 'Y' or 'A' or 'I' or 'J' ? ReadLength(text, ref at) : DrillNumber.Read(text, ref at);
            if (letter == 'T' && number is { IsPresent: true, HasPoint: false })
            {
                Emit();
                ReadTool(number, text, ref at);
                continue;
            }
            if (!number.IsPresent || !ReadWord(letter, number))
            {
                Unknown(text[start..]);
                break;
            }
            if (letter == 'M' && number.Magnitude is (45 or 47 or 97 or 98)) break; // the rest of the line is text for the operator or to be engraved
        }
        if (ended && at < text.Length && text[at..].ContainsAnyExcept(' ', '*')) AfterEnd();
        Emit();
    }

    /// <summary>A coordinate or a size. A comma between its digits is taken as its decimal point: it separates nothing there.</summary>
    private DrillNumber ReadLength(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        var number = DrillNumber.Read(text, ref at);
        if (!number.IsPresent || number.HasPoint || at + 1 >= text.Length || text[at] != ',' || !char.IsAsciiDigit(text[at + 1])) return number;
        var end = at + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (!commas) log.Warning("drill.decimal-comma", line, $"'{text[start..Math.Min(end, start + 40)]}' has a decimal comma; commas between digits are read as decimal points. Write points, as the format has it");
        commas = true;
        var fraction = at + 1;
        var decimals = DrillNumber.Read(text, ref fraction);
        at = end;
        // Both parts fit the 18 digits that a number may have, or it is none.
        if (!decimals.IsPresent || number.Digits + decimals.Digits > 18) return DrillNumber.None;
        var magnitude = number.Magnitude;
        for (var i = 0; i < decimals.Digits; i++) magnitude *= 10;
        return new DrillNumber(magnitude + decimals.Magnitude, number.Negative, (byte)(number.Digits + decimals.Digits), (sbyte)decimals.Digits);
    }

    private bool ReadWord(char letter, DrillNumber number)
    {
        switch (letter)
        {
            case 'X':
            case 'Y':
                words.Place = true;
                if (words.Second) (words.U, words.V) = letter == 'X' ? (number, words.V) : (words.U, number);
                else (words.X, words.Y) = letter == 'X' ? (number, words.Y) : (words.X, number);
                return true;
            case 'A': words.A = number; return true;
            case 'I': words.I = number; return true;
            case 'J': words.J = number; return true;
            case 'R':
                Emit();
                words.Repeat = number;
                return true;
            case 'G': return ReadG(number);
            case 'M': return ReadM(number);
            case 'Z':
                log.Warning("drill.depth", line, "a depth (Z) stands among the places; it is left out, and the holes go through the layers that the file states");
                return true;
            case 'C' or 'F' or 'S' or 'H' or 'B' or 'N' or 'D' or 'K': return true; // feeds, speeds, sequence numbers
            default: return false;
        }
    }

    private bool ReadG(DrillNumber code)
    {
        if (code.HasPoint) return false;
        if (code.Magnitude is 84 or 85)
        {
            words.Second = true;
            words.Nibble = code.Magnitude == 84;
            return true;
        }
        if (words.Place || words.Repeat.IsPresent) Emit();
        switch (code.Magnitude)
        {
            case 0: return Move(DrillOperationKind.Rapid);
            case 1: return Move(DrillOperationKind.Line);
            case 2: return Move(DrillOperationKind.ArcClockwise);
            case 3: return Move(DrillOperationKind.ArcCounterClockwise);
            case 5 or 81:
                motion = DrillOperationKind.Hit;
                down = false;
                Add(new DrillOperation(DrillOperationKind.DrillMode, tool, line));
                return true;
            case 32 or 33: return words.Circle = true;
            case 90:
                incremental = false;
                return true;
            case 91: return incremental = true;
            case 93: return words.Zero = true;
            case 41 or 42:
                // The controller would shift the path by the cutter's radius; what the board looks like is the path itself.
                log.Info("drill.compensation", line, "cutter compensation is on: the path is taken as the middle of the cut");
                return true;
            case 4 or 7 or 34 or 35 or 36 or 37 or 38 or 39 or 40 or 45 or 46 or 47 or 48 or 49 or 54 or 55 or 80 or 92: return true;
            case 82 or 83 or 87:
                log.Warning("drill.unsupported", line, $"the canned cycle G{code.Magnitude} is not expanded; its holes are missing");
                return true;
            default: return false;
        }
    }

    private bool Move(DrillOperationKind kind)
    {
        motion = kind;
        words.MotionNamed = true;
        return true;
    }

    private bool ReadM(DrillNumber code)
    {
        if (code.HasPoint) return false;
        switch (code.Magnitude)
        {
            case 2:
                var repeat = words.Repeat;
                words.Repeat = DrillNumber.None;
                Emit();
                words.Pattern = true;
                words.Repeat = repeat;
                return true;
            case 70 or 80 or 90 when words.Pattern:
                words.Turn |= code.Magnitude switch { 70 => PatternTurn.SwapAxes, 80 => PatternTurn.MirrorX, _ => PatternTurn.MirrorY };
                return true;
        }
        Emit();
        switch (code.Magnitude)
        {
            case 1: return Add(new DrillOperation(DrillOperationKind.PatternEnd, tool, line));
            case 8: return Add(new DrillOperation(DrillOperationKind.PatternDone, tool, line));
            case 25: return Add(new DrillOperation(DrillOperationKind.PatternStart, tool, line));
            case 14 or 15:
                down = true;
                return Add(new DrillOperation(DrillOperationKind.PlungeDown, tool, line));
            case 16 or 17 or 18:
                down = false;
                return Add(new DrillOperation(DrillOperationKind.Retract, tool, line));
            case 0 or 30:
                Add(new DrillOperation(DrillOperationKind.Retract, tool, line));
                return ended = true;
            case 71:
                SetUnit(DrillUnit.Millimetre);
                return true;
            case 72:
                SetUnit(DrillUnit.Inch);
                return true;
            case 95:
                header = false;
                return true;
            default: return code.Magnitude is >= 3 and <= 99;
        }
    }

    private void ReadTool(DrillNumber number, ReadOnlySpan<char> text, ref int at)
    {
        var size = DrillNumber.None;
        while (at < text.Length && char.ToUpperInvariant(text[at]) is not ('X' or 'Y' or 'G' or 'M'))
        {
            var start = at;
            var letter = char.ToUpperInvariant(text[at++]);
            if (letter is ' ' or '/' or '\t' or '*') continue;
            var value = letter == 'C' ? ReadLength(text, ref at) : DrillNumber.Read(text, ref at);
            if (letter == 'C') size = value;
            if (letter == 'Z' && value.IsPresent)
                log.Info("drill.depth", line, $"tool T{number.Magnitude} is given a depth ('{text[start..Math.Min(at, start + 40)]}'); its holes go through the layers that the file states. Name the layers if it is a blind hole");
            else if (!value.IsPresent && !char.IsAsciiLetter(letter))
            {
                Unknown(text[start..]);
                at = text.Length;
            }
        }
        if (number.Magnitude > 99_999)
        {
            Unknown(text);
            return;
        }
        var key = (int)number.Magnitude;
        // T0101 selects tool 1 with compensation 1.
        if (number.Digits == 4 && !indexOfTool.ContainsKey(key) && indexOfTool.ContainsKey(key / 100) && !size.IsPresent) key /= 100;
        if (size.IsPresent || !indexOfTool.ContainsKey(key)) Define(key, size);
        if (header && size.IsPresent) return;
        tool = key == 0 ? -1 : indexOfTool.GetValueOrDefault(key, -1);
        // A tool change ends routing: what follows without G00 is drilled.
        if (motion != DrillOperationKind.Hit)
        {
            Add(new DrillOperation(DrillOperationKind.DrillMode, tool, line));
            (motion, down) = (DrillOperationKind.Hit, false);
        }
    }

    private void Define(int key, DrillNumber size)
    {
        if (key == 0 || tools.Count >= MostTools) return;
        var defined = new DrillTool(key, line) { Size = size, Plating = comments.ToolPlating, Function = comments.ToolFunction };
        // A tool listed without a size and given one later stays one tool.
        if (indexOfTool.TryGetValue(key, out var known) && (!tools[known].Size.IsPresent || tools[known].Size == size))
        {
            tools[known] = defined;
            return;
        }
        indexOfTool[key] = tools.Count;
        tools.Add(defined);
    }

    private void Emit()
    {
        var said = words;
        words = Words.None;
        if (said.Pattern)
        {
            if (said.Place || said.Repeat.IsPresent) Add(Operation(DrillOperationKind.PatternRepeat, said) with { Count = Times(said.Repeat), Turn = said.Turn });
            else if (!header) ended = Add(new DrillOperation(DrillOperationKind.Retract, tool, line)); // a bare M02 ends the program, as in Gerber
            return;
        }
        if (said.Repeat.IsPresent)
        {
            Add(Operation(DrillOperationKind.Repeat, said) with { Count = Times(said.Repeat) });
            return;
        }
        if (!said.Place && !said.I.IsPresent && !said.J.IsPresent) return;
        if (header) header = false; // coordinates end a header that nobody closed
        if (said.Zero) Add(Operation(DrillOperationKind.ZeroSet, said));
        else if (said.Circle) Add(Operation(DrillOperationKind.Circle, said) with { U = said.A });
        else if (said.Second) Add(Operation(said.Nibble ? DrillOperationKind.NibbledHole : DrillOperationKind.Slot, said));
        else AddPlace(said);
    }

    private void AddPlace(Words said)
    {
        var kind = motion == DrillOperationKind.Rapid && down && !said.MotionNamed ? DrillOperationKind.Line : motion;
        var operation = Operation(kind, said);
        if (kind is DrillOperationKind.ArcClockwise or DrillOperationKind.ArcCounterClockwise)
        {
            var byRadius = said.A.IsPresent && !said.I.IsPresent && !said.J.IsPresent;
            var zero = DrillNumber.None with { Digits = 1 };
            operation = byRadius ? operation with { U = said.A, V = DrillNumber.None }
                : operation with { U = said.I.IsPresent ? said.I : zero, V = said.J.IsPresent ? said.J : zero };
        }
        Add(operation);
    }

    private DrillOperation Operation(DrillOperationKind kind, Words said)
    {
        census.Count(said.X);
        census.Count(said.Y);
        census.Count(said.U);
        census.Count(said.V);
        drawing = true;
        return new DrillOperation(kind, tool, line) { X = said.X, Y = said.Y, U = said.U, V = said.V, Incremental = incremental, Unit = unit };
    }

    private static int Times(DrillNumber repeat) => repeat.IsPresent ? (int)Math.Clamp(repeat.Sign * repeat.Magnitude, 0, MostRepeats) : 1;

    private bool Add(DrillOperation operation)
    {
        if (tool < 0 && tools.Count == 1 && operation.Kind is (DrillOperationKind.Hit or DrillOperationKind.Slot)) operation = operation with { Tool = 0 };
        operations.Add(operation);
        return true;
    }
}
