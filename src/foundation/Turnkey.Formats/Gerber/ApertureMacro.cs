using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Gerber;

/// <summary>A macro (<c>AM</c>) as text; it is worked out for each aperture that uses it, because every number in it may be an expression.</summary>
/// <param name="Name">As the aperture definitions call it.</param>
/// <param name="Body">Its statements with their asterisks.</param>
internal sealed record ApertureMacro(string Name, byte[] Body)
{
    private const int MostFields = 20_000;
    private const int MostRings = 1000;
    private const int ReportBytes = 500;

    /// <param name="parameters">Become <c>$1</c>, <c>$2</c> …</param>
    /// <param name="workspace">Its allowance pays for the primitives; when it is used up, those that follow are left out.</param>
    /// <param name="unit">Nanometres per unit of the file.</param>
    /// <param name="line">Of the aperture definition.</param>
    /// <param name="report">Takes what was wrong with a statement; when it is an error, the statement is left out.</param>
    public PadShape Build(NumberList parameters, MacroWorkspace workspace, double unit, int line, Action<Severity, string> report)
    {
        workspace.Begin(parameters);
        var (variables, parts, fields) = (workspace.Variables, workspace.Parts, workspace.Fields);
        var name = PadShapeKind.Freeform;
        var lit = true;
        var body = new ParameterText(Body);
        while (!body.AtEnd && !workspace.Allowance.IsExhausted)
        {
            var statement = body.TakeUntil((byte)'*');
            var text = new ParameterText(statement);
            var first = text.Peek();
            if (first < 0) continue;
            if (first == '$')
            {
                if (Assign(ref text, variables) is { } wrong && workspace.Allowance.TrySpend(ReportBytes, line)) report(Severity.Error, $"macro {Name}: {wrong}");
                continue;
            }
            // A comment: primitive 0. It needs no comma behind it.
            if (first == '0' && (statement.Length == 1 || statement[1] is not ((byte)',' or (byte)'.' or >= (byte)'0' and <= (byte)'9'))) continue;
            if (statement.StartsWith("0,"u8)) continue;

            if (Evaluate(ref text, variables, fields) is { } unreadable)
            {
                if (workspace.Allowance.TrySpend(ReportBytes, line)) report(Severity.Error, $"macro {Name}: {unreadable}");
                continue;
            }
            var before = parts.Count;
            var kind = PadShapeKind.Freeform;
            // An outline that miscounts or does not close is there nevertheless.
            var problem = Paint(fields, unit, ref lit, parts, ref kind);
            for (var i = before; i < parts.Count; i++) workspace.Allowance.TrySpend(Allowance.Part + Allowance.CornersOf(parts[i].Contour), line);
            if (problem is not null && workspace.Allowance.TrySpend(ReportBytes, line))
                report(parts.Count > before ? Severity.Warning : Severity.Error, $"macro {Name}: {problem}");
            name = before == 0 ? kind : PadShapeKind.Freeform;
        }
        return Finish(parts, name, report);
    }

    private PadShape Finish(List<PadShapePart> parts, PadShapeKind name, Action<Severity, string> report)
    {
        var box = Box.Empty;
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            if (!Ranges.Holds(parts[i].Contour))
            {
                report(Severity.Error, $"macro {Name}: a primitive is larger than any board");
                parts.RemoveAt(i);
            }
            else if (parts[i].Dark)
            {
                box = box.Join(parts[i].Contour.Bounds);
            }
        }
        if (parts.Count == 0) return new PadShape(PadShapeKind.Freeform, Length.Zero, Length.Zero, []);
        // A single primitive around the origin is what a standard aperture would be, and is called so.
        var plain = parts.Count == 1 && parts[0].Dark && Math.Abs(box.Left + box.Right) <= 1 && Math.Abs(box.Bottom + box.Top) <= 1;
        if (plain && name == PadShapeKind.Circle) return PadShape.Circle(box.Width);
        var kind = name == PadShapeKind.RegularPolygon && parts.Count == 1 ? name : plain && name == PadShapeKind.Rectangle ? name : PadShapeKind.Freeform;
        return new PadShape(kind, box.Width, box.Height, [.. parts]);
    }

    private static string? Assign(ref ParameterText text, MacroVariables variables)
    {
        text.Next();
        var number = text.ReadInteger();
        if (number < 0 || !text.TryTake('=')) return "a variable is not assigned as $n=…";
        var wrong = new MacroExpression(text.Rest, variables).Evaluate(out var value);
        variables[number] = value;
        return wrong;
    }

    private static string? Evaluate(ref ParameterText text, MacroVariables variables, NumberList fields)
    {
        fields.Clear();
        while (!text.AtEnd)
        {
            var field = text.TakeUntil((byte)',');
            // A comma at the end of a primitive is a slip that changes nothing.
            if (field.IsEmpty && text.AtEnd) break;
            if (fields.Count == MostFields) return $"a primitive has more than {MostFields} fields";
            if (new MacroExpression(field, variables).Evaluate(out var value) is { } wrong) return wrong;
            fields.Add(value);
        }
        return null;
    }

    private static string? Paint(NumberList fields, double unit, ref bool lit, List<PadShapePart> parts, ref PadShapeKind kind)
    {
        if (fields.Count == 0) return "a primitive is empty";
        var code = (int)Math.Clamp(fields[0], -1, 1000);
        var needed = code switch { 1 => 5, 2 or 20 => 7, 21 or 22 => 6, 4 => 9, 5 => 6, 6 => 9, 7 => 6, _ => -1 };
        if (needed < 0) return $"there is no primitive {fields[0].ToString("0.###", CultureInfo.InvariantCulture)}";
        if (fields.Count < needed) return $"primitive {code} has {fields.Count - 1} fields, {needed - 1} are needed";

        double F(int index) => index < fields.Count ? fields[index] : 0;
        if (code is not (6 or 7)) lit = fields[1] switch { 0 => false, 2 => !lit, _ => true };
        var dark = code is 6 or 7 || lit;
        switch (code)
        {
            case 1:
                if (F(2) < 0) return "a circle has a negative diameter";
                parts.Add(new PadShapePart(dark, new MacroPrimitives(unit, F(5)).Circle(F(2), F(3), F(4))));
                kind = PadShapeKind.Circle;
                return null;
            case 2 or 20:
                if (new MacroPrimitives(unit, F(7)).VectorLine(F(2), F(3), F(4), F(5), F(6)) is { } line) parts.Add(new PadShapePart(dark, line));
                return null;
            case 21:
                parts.Add(new PadShapePart(dark, new MacroPrimitives(unit, F(6)).Rectangle(F(4) - (F(2) / 2), F(5) - (F(3) / 2), F(2), F(3))));
                if (F(6) % 90 == 0) kind = PadShapeKind.Rectangle;
                return null;
            case 22:
                parts.Add(new PadShapePart(dark, new MacroPrimitives(unit, F(6)).Rectangle(F(4), F(5), F(2), F(3))));
                if (F(6) % 90 == 0) kind = PadShapeKind.Rectangle;
                return null;
            case 4:
                return PaintOutline(fields, unit, dark, parts);
            case 5:
                if (F(2) is not (>= 3 and <= 360)) return "a polygon has fewer than 3 or more than 360 corners";
                if (F(5) < 0) return "a polygon has a negative diameter";
                parts.Add(new PadShapePart(dark, new MacroPrimitives(unit, F(6)).Polygon((int)F(2), F(3), F(4), F(5))));
                if (F(3) == 0 && F(4) == 0) kind = PadShapeKind.RegularPolygon;
                return null;
            default:
                var contours = new List<Contour>();
                var primitives = new MacroPrimitives(unit, code == 6 ? F(9) : F(6));
                if (code == 6) primitives.Moire(F(1), F(2), F(3), F(4), F(5), (int)Math.Clamp(F(6), 0, MostRings), F(7), F(8), contours);
                else primitives.Thermal(F(1), F(2), F(3), F(4), F(5), contours);
                foreach (var contour in contours) parts.Add(new PadShapePart(true, contour));
                return null;
        }
    }

    private static string? PaintOutline(NumberList fields, double unit, bool dark, List<PadShapePart> parts)
    {
        // Code, exposure, number of corners, then one corner more than that, then the rotation. Some writers miscount the corners: what is there is
        // then taken, an odd one at the end being the rotation.
        var values = fields.Count - 3;
        var stated = fields[2] is >= 1 and <= MostFields ? 2 * ((int)fields[2] + 1) : 0;
        var matches = values == stated || values == stated + 1;
        var count = matches ? stated : values - (values % 2);
        var rotation = values > count ? fields[3 + count] : 0;
        if (new MacroPrimitives(unit, rotation).Outline(fields, 3, count) is { } contour) parts.Add(new PadShapePart(dark, contour));
        if (!matches) return "an outline has another number of corners than it states; all that are there are taken";
        var open = fields[3] != fields[count + 1] || fields[4] != fields[count + 2];
        return open ? "an outline is not closed; it is closed by a straight line" : null;
    }
}
