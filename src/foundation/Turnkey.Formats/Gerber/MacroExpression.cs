namespace Turnkey.Formats.Gerber;

/// <summary>
/// Evaluates the arithmetic of aperture macros: numbers, <c>$1</c> variables, unary signs, <c>+ - x X /</c> with the usual precedence, parentheses.
/// An unset variable is 0, as the specification has it.
/// </summary>
internal ref struct MacroExpression(ReadOnlySpan<byte> text, MacroVariables variables)
{
    private const int DeepestNesting = 64;

    private ParameterText text = new(text);

    /// <summary>Null when it was well formed and finite, otherwise what is wrong; the value is then 0.</summary>
    public string? Evaluate(out double value)
    {
        value = 0;
        if (text.Peek() < 0) return "a field is empty";
        var wrong = Sum(out value, 0);
        if (wrong is null && text.Peek() >= 0) wrong = "an expression is not understood";
        if (wrong is null && !double.IsFinite(value)) wrong = "a division by zero or an overflow";
        if (wrong is not null) value = 0;
        return wrong;
    }

    private string? Sum(out double value, int depth)
    {
        var wrong = Product(out value, depth);
        while (wrong is null && text.Peek() is '+' or '-')
        {
            var subtract = text.Next() == '-';
            wrong = Product(out var right, depth);
            value = subtract ? value - right : value + right;
        }
        return wrong;
    }

    private string? Product(out double value, int depth)
    {
        var wrong = Factor(out value, depth);
        while (wrong is null && text.Peek() is 'X' or '/')
        {
            var divide = text.Next() == '/';
            wrong = Factor(out var right, depth);
            value = divide ? value / right : value * right;
        }
        return wrong;
    }

    private string? Factor(out double value, int depth)
    {
        value = 0;
        var negative = false;
        while (text.Peek() is '+' or '-') negative ^= text.Next() == '-';
        if (text.TryTake('('))
        {
            if (depth >= DeepestNesting) return "parentheses are nested too deep";
            if (Sum(out value, depth + 1) is { } wrong) return wrong;
            if (!text.TryTake(')')) return "a parenthesis is not closed";
        }
        else if (text.TryTake('$'))
        {
            var number = text.ReadInteger();
            if (number < 0) return "a variable has no number";
            value = variables[number];
        }
        else if (!text.TryReadDecimal(out value))
        {
            return "an expression is not understood";
        }
        if (negative) value = -value;
        return null;
    }
}
