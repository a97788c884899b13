using System.Collections.Immutable;
using Turnkey.Designs.Specification;
using Turnkey.Intake.Reading;
using Turnkey.Kernel;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Turnkey.Intake.Specification;

/// <summary>
/// The file of <c>--spec</c>: YAML with one line per field, <c>finish: HASL lead-free</c>. Field names are those of <see cref="SpecificationNames"/>.
/// </summary>
public static class SpecificationFile
{
    /// <summary>Unknown fields, doubles and bad YAML are error diagnostics; the fields that were understood come back all the same.</summary>
    public static (ImmutableArray<SpecificationField> Fields, ImmutableArray<Diagnostic> Diagnostics) Read(string path, ReadOnlyMemory<byte> content)
    {
        var fields = ImmutableArray.CreateBuilder<SpecificationField>();
        var log = new DiagnosticLog(path);
        try
        {
            if (GuardedYaml.Load(content.Span) is not YamlMappingNode root)
            {
                log.Error("spec.not-a-mapping", 1, "the file must hold lines such as 'finish: ENIG'");
                return ([], [.. log.ToList()]);
            }
            foreach (var (key, value) in root.Children)
            {
                var line = (int)key.Start.Line;
                if (key is not YamlScalarNode { Value: { } name } || !SpecificationNames.Known.Contains(name))
                {
                    log.Error("spec.unknown-field", line, $"there is no field '{key}'; fields are {string.Join(", ", SpecificationNames.Known)}");
                }
                else if (value is not YamlScalarNode { Value: { } text } || string.IsNullOrWhiteSpace(text))
                {
                    log.Error("spec.no-value", line, $"'{name}' needs one value, as in '{name}: …'");
                }
                else if (SpecificationValues.Problem(name, text.Trim()) is { } problem)
                {
                    log.Error("spec.bad-value", line, $"{name} cannot be '{text.Trim()}': {problem}");
                }
                else
                {
                    fields.Add(new SpecificationField(name, text.Trim(), SpecificationState.Given, $"{path}:{line}"));
                }
            }
        }
        catch (YamlException yaml)
        {
            log.Error("spec.not-yaml", (int)yaml.Start.Line, $"the file is not YAML that can be read: {yaml.Message}");
        }
        return (fields.ToImmutable(), [.. log.ToList()]);
    }
}
