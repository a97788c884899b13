namespace Turnkey.Pipeline.Suppliers;

/// <summary>What came back for a request.</summary>
/// <param name="Status">HTTP status; 0 when none came.</param>
/// <param name="Body">Empty when none came or it was too large.</param>
/// <param name="Trouble">Why there is no answer, without keys; empty when there is one.</param>
/// <param name="Again">Another attempt may help.</param>
/// <param name="Wait">The supplier says how long to wait before it; null when it does not.</param>
internal sealed record Reply(int Status, ReadOnlyMemory<byte> Body, string Trouble, bool Again, TimeSpan? Wait)
{
    public bool IsSuccess => Status is >= 200 and < 300 && Trouble.Length == 0;
}
