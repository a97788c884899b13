using Turnkey.Plants.Figures;

namespace Turnkey.Quoting.LeadTimes;

internal static class FigureDays
{
    /// <summary>A figure in days, rounded up: nothing is ready in the middle of one.</summary>
    public static int WholeDays(this Figure figure) => (int)Math.Ceiling(Math.Round(Math.Min(figure.Value, 100_000m), 1));
}
