namespace Turnkey.Storage.Rows;

/// <summary>
/// That a manufacturer may open a package now: written with the invitation when the gates are passed, taken away when it is revoked. One for each revision
/// that shows the package.
/// </summary>
public sealed class PackageGrantRow
{
    public Guid PackageId { get; set; }

    public Guid InvitationId { get; set; }

    public int Revision { get; set; }

    public Guid ManufacturerId { get; set; }

    /// <summary>The last day on which the certificates that were asked for hold, as a day number; the largest number when none was.</summary>
    public int UntilDay { get; set; }
}
