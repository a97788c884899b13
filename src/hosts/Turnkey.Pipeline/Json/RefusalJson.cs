using Turnkey.Kernel;

namespace Turnkey.Pipeline.Json;

/// <summary>What <c>--json</c> prints for an input that cannot be processed: why, and nothing that could be taken for a result.</summary>
public static class RefusalJson
{
    public static byte[] Write(string package, IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        return ResultJson.Write(json =>
        {
            json.WriteString("refused", package);
            DesignJson.Diagnostics(json, diagnostics);
        });
    }
}
