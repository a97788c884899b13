using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Turnkey.Storage.Rows;
using Turnkey.Storage.Schema;

namespace Turnkey.Storage;

/// <summary>
/// The tables. Two contexts have them: <see cref="ViewerContext"/>, which shows an organisation what it may see and nothing else, and
/// <see cref="SystemContext"/>, which shows everything and is used only where there is no viewer (sign-in, jobs, the audit's own check).
/// </summary>
public abstract class TurnkeyContext(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<OrganisationRow> Organisations => Set<OrganisationRow>();

    public DbSet<OrganisationKeyRow> OrganisationKeys => Set<OrganisationKeyRow>();

    public DbSet<OrganisationFileRow> OrganisationFiles => Set<OrganisationFileRow>();

    public DbSet<MembershipRow> Memberships => Set<MembershipRow>();

    public DbSet<JoinRow> Joins => Set<JoinRow>();

    public DbSet<ApiTokenRow> ApiTokens => Set<ApiTokenRow>();

    public DbSet<PackageRow> Packages => Set<PackageRow>();

    public DbSet<PackageGrantRow> PackageGrants => Set<PackageGrantRow>();

    public DbSet<BomLineRow> BomLines => Set<BomLineRow>();

    public DbSet<RfqRow> Rfqs => Set<RfqRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public DbSet<QuestionRow> Questions => Set<QuestionRow>();

    public DbSet<OfferRow> Offers => Set<OfferRow>();

    public DbSet<CostSheetRow> CostSheets => Set<CostSheetRow>();

    public DbSet<CounterOfferRow> CounterOffers => Set<CounterOfferRow>();

    public DbSet<OrderRow> Orders => Set<OrderRow>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<ArtifactRow> Artifacts => Set<ArtifactRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<AccessRow> Accesses => Set<AccessRow>();

    public DbSet<NoticeRow> Notices => Set<NoticeRow>();

    public DbSet<OutgoingMailRow> OutgoingMails => Set<OutgoingMailRow>();

    public DbSet<WebhookRow> Webhooks => Set<WebhookRow>();

    public DbSet<WebhookDeliveryRow> WebhookDeliveries => Set<WebhookDeliveryRow>();

    public DbSet<IdempotencyRow> Idempotency => Set<IdempotencyRow>();

    public DbSet<CounterRow> Counters => Set<CounterRow>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    public DbSet<BundleRow> Bundles => Set<BundleRow>();

    /// <summary>Version 3 is the one with passkeys.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        KeepableText.Mend(ChangeTracker);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        KeepableText.Mend(ChangeTracker);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Columns.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        TableKeys.Configure(builder);
        Columns.Name(builder.Model);
    }
}

/// <summary>Everything, for work that is done for nobody in particular.</summary>
public sealed class SystemContext(DbContextOptions<SystemContext> options) : TurnkeyContext(options);

/// <summary>What one organisation may see, on one day.</summary>
public sealed class ViewerContext(DbContextOptions<ViewerContext> options, Guid viewer, DateOnly today) : TurnkeyContext(options)
{
    /// <summary>The organisation that looks.</summary>
    public Guid Viewer { get; } = viewer;

    /// <summary>Certificates that were asked for have to hold on it.</summary>
    public int Today { get; } = today.DayNumber;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Tenancy.Configure(builder, this);
    }
}
