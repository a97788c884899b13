using Turnkey.Contracts;
using Turnkey.Contracts.Requests;

namespace Turnkey.Storage.Rows;

public enum PackageState
{
    /// <summary>Uploaded, not read yet.</summary>
    Waiting,

    /// <summary>Read; its facts are known.</summary>
    Read,

    /// <summary>Nothing in it could be understood.</summary>
    Refused,
}

/// <summary>A design package that an organisation uploaded. Its bytes are a blob; two organisations that upload the same have a row each.</summary>
public sealed class PackageRow
{
    public Guid Id { get; set; }

    public Guid OwnerId { get; set; }

    /// <summary>SHA-256 of the uploaded bytes: the blob.</summary>
    public string Blob { get; set; } = "";

    /// <summary>Canonical SHA-256 of the contents, the same for a folder and its zip; empty until read.</summary>
    public string Canonical { get; set; } = "";

    public string Name { get; set; } = "";

    public long Size { get; set; }

    public PackageState State { get; set; }

    /// <summary><see cref="PackageFacts"/> as JSON; empty until read.</summary>
    public string Facts { get; set; } = "";

    /// <summary>Why it was refused, for people.</summary>
    public string Refusal { get; set; } = "";

    public Guid UploadedBy { get; set; }

    public DateTimeOffset UploadedAt { get; set; }

    public PackageFacts? ReadFacts() => Facts.Length == 0 ? null : ContractJson.Read<PackageFacts>(Facts);
}
