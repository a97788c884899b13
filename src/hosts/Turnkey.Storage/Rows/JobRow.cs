namespace Turnkey.Storage.Rows;

public enum JobKind
{
    /// <summary>Read a package: what is in it.</summary>
    Intake,

    /// <summary>Review a design.</summary>
    Check,

    /// <summary>Buy the parts.</summary>
    Source,

    /// <summary>Price it.</summary>
    Quote,
}

public enum JobState
{
    Waiting,
    Running,
    Done,

    /// <summary>It ended without a result; <see cref="JobRow.Error"/> says why.</summary>
    Failed,

    Cancelled,
}

/// <summary>Work that takes longer than a page may: taken by one server at a time, by a lease that has to be renewed.</summary>
public sealed class JobRow
{
    public Guid Id { get; set; }

    public Guid OrganisationId { get; set; }

    public JobKind Kind { get; set; }

    public JobState State { get; set; }

    public Guid PackageId { get; set; }

    /// <summary>The request it is for; empty when it is for a package alone.</summary>
    public Guid? RfqId { get; set; }

    /// <summary>What is asked, as JSON.</summary>
    public string Input { get; set; } = "";

    /// <summary>SHA-256 of everything that goes in: the same work is not done twice.</summary>
    public string InputHash { get; set; } = "";

    /// <summary>0 to 1000.</summary>
    public int Permille { get; set; }

    /// <summary>What it does now, for people.</summary>
    public string Stage { get; set; } = "";

    public string Error { get; set; } = "";

    public int Attempts { get; set; }

    /// <summary>Grows whenever the job is taken: a result with a smaller one comes from a server that was given up and is not accepted.</summary>
    public long Fence { get; set; }

    public string Worker { get; set; } = "";

    public DateTimeOffset? LeaseUntil { get; set; }

    public bool CancelRequested { get; set; }

    public Guid RequestedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
