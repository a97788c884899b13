namespace Turnkey.Storage;

/// <summary>How a sender names a request that it may have to send again.</summary>
/// <param name="Key">As the sender wrote it.</param>
/// <param name="Hash">SHA-256 of everything that was asked: another request with the same key is a mistake.</param>
public sealed record RequestKey(string Key, string Hash);
