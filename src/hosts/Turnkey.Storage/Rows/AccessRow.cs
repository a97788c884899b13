namespace Turnkey.Storage.Rows;

/// <summary>That somebody opened a design or a paper made from it.</summary>
public sealed class AccessRow
{
    public Guid Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Whose design it is: who may read this.</summary>
    public Guid OwnerId { get; set; }

    public Guid OrganisationId { get; set; }

    public Guid UserId { get; set; }

    /// <summary>How the person is called, as at that time.</summary>
    public string By { get; set; } = "";

    public Guid PackageId { get; set; }

    public Guid? RfqId { get; set; }

    /// <summary>What was opened: <c>package</c>, <c>check.html</c>.</summary>
    public string What { get; set; } = "";
}
