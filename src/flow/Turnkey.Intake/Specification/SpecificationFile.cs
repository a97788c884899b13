using System.Collections.Immutable;
using System.Text;
using Turnkey.Designs.Specification;
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
            var yaml = new YamlStream();
            yaml.Load(new StringReader(Encoding.UTF8.GetString(content.Span)));
            if (yaml.Documents.Count == 0 || yaml.Documents[0].RootNode is not YamlMappingNode root)
            {
                log.Error("spec.not-a-mapping", 1, "the file must hold lines such as 'finish: ENIG'");
                return ([], [.. log.ToList()]);
            }
            foreach (var (key, value) in root.Children)
            {
                var line = (int)key.Start.Line;
                if (key is not YamlScalarNode { Value: { } name } || !SpecificationNames.All.Contains(name))
                {
                    log.Error("spec.unknown-field", line, $"there is no field '{key}'; fields are {string.Join(", ", SpecificationNames.All)}");
                }
                else if (value is not YamlScalarNode { Value: { } text } || string.IsNullOrWhiteSpace(text))
                {
                    log.Error("spec.no-value", line, $"'{name}' needs one value, as in '{name}: …'");
                }
                else
                {
                    fields.Add(new SpecificationField(name, text.Trim(), SpecificationState.Given, $"{path}:{line}"));
                }
            }
        }
        catch (YamlException problem)
        {
            log.Error("spec.not-yaml", (int)problem.Start.Line, $"the file is not YAML: {problem.Message}");
        }
        return (fields.ToImmutable(), [.. log.ToList()]);
    }
}
