using System.Reflection;

namespace Turnkey.Intake.Specification;

/// <summary>Reads the embedded tables with '|' between columns and '#' before remarks.</summary>
internal static class SpecificationTables
{
    public static IEnumerable<string[]> Rows(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('|');
        }
    }
}
