using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Turnkey.Storage.Rows;

namespace Turnkey.Storage.Schema;

/// <summary>Keys and indexes. Each index is one that a page or a job asks by.</summary>
internal static class TableKeys
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<Account>().ToTable("users");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("user_tokens");
        builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("user_passkeys").HasKey(row => row.CredentialId);
            passkey.OwnsOne(row => row.Data).ToJson("data");
            passkey.HasIndex(row => row.UserId);
            passkey.HasOne<Account>().WithMany().HasForeignKey(row => row.UserId);
        });

        Keyed<OrganisationRow>(builder, "organisations", entity => entity.HasKey(row => row.Id)).Property(row => row.Version).IsConcurrencyToken();
        Keyed<OrganisationKeyRow>(builder, "organisation_keys", entity => entity.HasKey(row => row.OrganisationId));
        Keyed<OrganisationFileRow>(builder, "organisation_files", entity => entity.HasKey(row => new { row.OrganisationId, row.Kind }));
        var memberships = Keyed<MembershipRow>(builder, "memberships", entity => entity.HasKey(row => new { row.UserId, row.OrganisationId }));
        memberships.HasIndex(row => row.OrganisationId);
        memberships.HasOne(row => row.User).WithMany().HasForeignKey(row => row.UserId);
        var joins = Keyed<JoinRow>(builder, "joins", entity => entity.HasKey(row => row.Id));
        joins.HasIndex(row => row.TokenHash).IsUnique();
        joins.HasIndex(row => row.OrganisationId);
        var tokens = Keyed<ApiTokenRow>(builder, "api_tokens", entity => entity.HasKey(row => row.Id));
        tokens.HasIndex(row => row.Hash).IsUnique();
        tokens.HasIndex(row => row.OrganisationId);

        Keyed<PackageRow>(builder, "packages", entity => entity.HasKey(row => row.Id)).HasIndex(row => new { row.OwnerId, row.UploadedAt });
        Keyed<PackageGrantRow>(builder, "package_grants", entity => entity.HasKey(row => new { row.PackageId, row.InvitationId, row.Revision })).HasIndex(row => row.InvitationId);
        Keyed<BomLineRow>(builder, "bom_lines", entity => entity.HasKey(row => new { row.PackageId, row.Line })).HasIndex(row => row.Mpn);

        var rfqs = Keyed<RfqRow>(builder, "rfqs", entity => entity.HasKey(row => row.Id));
        rfqs.HasIndex(row => new { row.CustomerId, row.UpdatedAt });
        rfqs.HasIndex(row => new { row.CustomerId, row.Number }).IsUnique();
        rfqs.Property(row => row.Version).IsConcurrencyToken();
        var invitations = Keyed<InvitationRow>(builder, "invitations", entity => entity.HasKey(row => row.Id));
        invitations.HasIndex(row => new { row.RfqId, row.ManufacturerId }).IsUnique();
        invitations.HasIndex(row => new { row.ManufacturerId, row.SentAt });
        invitations.HasIndex(row => new { row.CustomerId, row.SentAt });
        invitations.HasIndex(row => new { row.CustomerId, row.ManufacturerId });
        invitations.HasIndex(row => new { row.ManufacturerId, row.CustomerId });
        invitations.Property(row => row.Version).IsConcurrencyToken();
        var questions = Keyed<QuestionRow>(builder, "questions", entity => entity.HasKey(row => row.Id));
        questions.HasIndex(row => new { row.RfqId, row.ManufacturerId });
        questions.HasIndex(row => new { row.CustomerId, row.State, row.UpdatedAt });
        questions.HasIndex(row => new { row.ManufacturerId, row.State, row.UpdatedAt });
        questions.Property(row => row.Version).IsConcurrencyToken();
        var offers = Keyed<OfferRow>(builder, "offers", entity => entity.HasKey(row => row.Id));
        offers.HasIndex(row => new { row.RfqId, row.ManufacturerId, row.Number }).IsUnique();
        offers.HasIndex(row => new { row.ManufacturerId, row.CreatedAt });
        offers.HasIndex(row => new { row.CustomerId, row.SentAt });
        offers.Property(row => row.Version).IsConcurrencyToken();
        Keyed<CostSheetRow>(builder, "cost_sheets", entity => entity.HasKey(row => row.OfferId));
        Keyed<CounterOfferRow>(builder, "counter_offers", entity => entity.HasKey(row => row.Id)).HasIndex(row => row.RfqId);
        var orders = Keyed<OrderRow>(builder, "orders", entity => entity.HasKey(row => row.Id));
        orders.HasIndex(row => new { row.CustomerId, row.Number }).IsUnique();
        orders.HasIndex(row => new { row.CustomerId, row.UpdatedAt });
        orders.HasIndex(row => new { row.ManufacturerId, row.UpdatedAt });
        orders.HasIndex(row => row.OfferId);
        orders.HasIndex(row => row.RfqId);
        orders.HasIndex(row => new { row.CustomerId, row.ManufacturerId });
        orders.HasIndex(row => new { row.ManufacturerId, row.CustomerId });
        orders.Property(row => row.Version).IsConcurrencyToken();

        var jobs = Keyed<JobRow>(builder, "jobs", entity => entity.HasKey(row => row.Id));
        jobs.HasIndex(row => new { row.State, row.CreatedAt });
        jobs.HasIndex(row => new { row.OrganisationId, row.CreatedAt });
        jobs.HasIndex(row => new { row.PackageId, row.Kind });
        var artifacts = Keyed<ArtifactRow>(builder, "artifacts", entity => entity.HasKey(row => row.Id));
        artifacts.HasIndex(row => row.JobId);
        artifacts.HasIndex(row => row.OfferId);
        artifacts.HasIndex(row => row.PackageId);

        Keyed<AuditRow>(builder, "audit", entity => entity.HasKey(row => row.Number)).HasIndex(row => new { row.OrganisationId, row.Number });
        builder.Entity<AuditRow>().Property(row => row.Number).ValueGeneratedNever();
        var accesses = Keyed<AccessRow>(builder, "accesses", entity => entity.HasKey(row => row.Id));
        accesses.HasIndex(row => new { row.OwnerId, row.At });
        accesses.HasIndex(row => new { row.OrganisationId, row.At });
        accesses.HasIndex(row => row.PackageId);
        var notices = Keyed<NoticeRow>(builder, "notices", entity => entity.HasKey(row => row.Id));
        notices.HasIndex(row => new { row.OrganisationId, row.At });
        notices.HasIndex(row => new { row.OrganisationId, row.ReadAt });
        Keyed<OutgoingMailRow>(builder, "outgoing_mails", entity => entity.HasKey(row => row.Id)).HasIndex(row => new { row.SentAt, row.NextAt });
        Keyed<WebhookRow>(builder, "webhooks", entity => entity.HasKey(row => row.Id)).HasIndex(row => row.OrganisationId);
        var deliveries = Keyed<WebhookDeliveryRow>(builder, "webhook_deliveries", entity => entity.HasKey(row => row.Id));
        deliveries.HasIndex(row => new { row.DeliveredAt, row.NextAt });
        deliveries.HasIndex(row => new { row.WebhookId, row.NextAt });
        Keyed<IdempotencyRow>(builder, "idempotency", entity => entity.HasKey(row => new { row.OrganisationId, row.Key })).HasIndex(row => row.CreatedAt);
        Keyed<CounterRow>(builder, "counters", entity => entity.HasKey(row => new { row.OrganisationId, row.Series }));
        Keyed<SettingRow>(builder, "settings", entity => entity.HasKey(row => row.Name));
        Keyed<BundleRow>(builder, "bundles", entity => entity.HasKey(row => new { row.Id, row.OrganisationId })).HasIndex(row => new { row.OrganisationId, row.At });
    }

    private static EntityTypeBuilder<T> Keyed<T>(ModelBuilder builder, string table, Action<EntityTypeBuilder<T>> key)
        where T : class
    {
        var entity = builder.Entity<T>().ToTable(table);
        key(entity);
        return entity;
    }
}
