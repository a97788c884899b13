using System.Globalization;
using System.Text.RegularExpressions;

namespace Turnkey.Plants.Parts;

/// <summary>
/// Reads dimensions out of a footprint's name: <c>QFN-48_7x7mm_P0.5mm</c> (KiCad: bodies without their leads), <c>QFN50P700X700X90-48</c>, <c>CAPC1608X90</c>
/// (IPC-7351: leads included), <c>SOIC-8_L5.0-W4.0-P1.27-LS6.0</c> (EasyEDA), <c>CP_Elec_6.3x5.8</c> (diameter by height).
/// </summary>
internal static partial class BodySize
{
    public static NamedSize Of(FootprintName name, BodyRow row)
    {
        var pitch = name.Pitch is { } named ? (double?)(double)named : null;
        var text = name.Text;
        if (row.Package is "CP_ELEC" or "CAPAE") return Can(text, pitch);
        if (IpcPitched().Match(text) is { Success: true } ipc)
        {
            var (span, second) = (Number(ipc, 2) / 100, Number(ipc, 3) / 100);
            // Four-sided ones have span by span by height; two-sided ones span by height, and no width.
            return ipc.Groups[4].Success ? new NamedSize(span, second, Number(ipc, 4) / 100, Number(ipc, 1) / 100) : new NamedSize(row.Width is null ? null : span, null, second, Number(ipc, 1) / 100);
        }
        if (IpcChip().Match(text) is { Success: true } chip) return new NamedSize(Number(chip, 1) / 10, Number(chip, 2) / 10, Number(chip, 3) / 100, pitch);
        if (EasyEda().Match(text) is { Success: true } easy)
        {
            var (length, width) = (Number(easy, 1), Number(easy, 2));
            return row.Form switch
            {
                BodyForm.DualRow when Span().Match(text) is { Success: true } span => new NamedSize(Number(span, 1), length, null, pitch),
                BodyForm.Quad when Span().Match(text) is { Success: true } span => new NamedSize(Number(span, 1), Number(span, 1), null, pitch),
                BodyForm.Quad or BodyForm.Grid => new NamedSize(length, width, null, pitch),
                BodyForm.DualRow => new NamedSize(width + (row.Leads ?? 0), length, null, pitch),
                _ => new NamedSize(null, null, null, pitch),
            };
        }
        if (row.Form is BodyForm.DualRow or BodyForm.Quad or BodyForm.Grid && Metric().Match(text) is { Success: true } metric)
        {
            var leads = row.Leads ?? 0;
            var (length, width) = (Number(metric, 1), Number(metric, 2));
            return new NamedSize(length + leads, row.Form == BodyForm.Quad ? width + leads : width, metric.Groups[3].Success ? Number(metric, 3) : null, pitch);
        }
        return new NamedSize(null, null, null, pitch);
    }

    /// <summary><c>CAPC1608X90</c>: the name is all there is to know.</summary>
    public static bool IsIpcChip(FootprintName name) => IpcChip().IsMatch(name.Text);

    private static NamedSize Can(string text, double? pitch)
    {
        if (Metric().Match(text) is { Success: true } metric) return new NamedSize(Number(metric, 1), Number(metric, 1), Number(metric, 2), pitch);
        if (IpcCan().Match(text) is { Success: true } ipc) return new NamedSize(Number(ipc, 1) / 100, Number(ipc, 1) / 100, Number(ipc, 2) / 100, pitch);
        return new NamedSize(null, null, null, pitch);
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d.])(\d{2,3})P(\d{3,4})X(\d{2,4})(?:X(\d{2,3}))?(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IpcPitched();

    [GeneratedRegex(@"^(?:RESC|CAPC|INDC|LEDC|DIOC|FUSC|CAPMP|DIOM|INDM|CAPM|RESM|BEADC)(\d{2})(\d{2})X(\d{2,3})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IpcChip();

    [GeneratedRegex(@"CAPAE(\d{3,4})X(\d{3,4})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IpcCan();

    [GeneratedRegex(@"(?:^|[_-])L(\d{1,2}(?:\.\d+)?)-W(\d{1,2}(?:\.\d+)?)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EasyEda();

    [GeneratedRegex(@"-LS(\d{1,2}(?:\.\d+)?)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Span();

    [GeneratedRegex(@"(?:^|[_-])(\d{1,2}(?:\.\d{1,3})?)X(\d{1,2}(?:\.\d{1,3})?)(?:X(\d{1,2}(?:\.\d{1,3})?))?(?:MM|_|-|$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Metric();
}
