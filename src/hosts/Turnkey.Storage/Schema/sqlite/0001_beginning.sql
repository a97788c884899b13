CREATE TABLE "accesses" (
    "id" TEXT NOT NULL CONSTRAINT "pk_accesses" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "owner_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "package_id" TEXT NOT NULL,
    "rfq_id" TEXT NULL,
    "what" TEXT NOT NULL
);


CREATE TABLE "api_tokens" (
    "id" TEXT NOT NULL CONSTRAINT "pk_api_tokens" PRIMARY KEY,
    "organisation_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roles" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "expires_at" INTEGER NULL,
    "last_used_at" INTEGER NULL,
    "revoked_at" INTEGER NULL
);


CREATE TABLE "artifacts" (
    "id" TEXT NOT NULL CONSTRAINT "pk_artifacts" PRIMARY KEY,
    "organisation_id" TEXT NOT NULL,
    "job_id" TEXT NOT NULL,
    "package_id" TEXT NOT NULL,
    "offer_id" TEXT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "blob" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "audience" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL
);


CREATE TABLE "audit" (
    "number" INTEGER NOT NULL CONSTRAINT "pk_audit" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);


CREATE TABLE "bom_lines" (
    "package_id" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "designators" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "manufacturer" TEXT NOT NULL,
    "mpn" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "footprint" TEXT NOT NULL,
    "do_not_place" INTEGER NOT NULL,
    CONSTRAINT "pk_bom_lines" PRIMARY KEY ("package_id", "line")
);


CREATE TABLE "bundles" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "sender_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "incoming" INTEGER NOT NULL,
    "blob" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_bundles" PRIMARY KEY ("id", "organisation_id")
);


CREATE TABLE "cost_sheets" (
    "offer_id" TEXT NOT NULL CONSTRAINT "pk_cost_sheets" PRIMARY KEY,
    "customer_id" TEXT NOT NULL,
    "manufacturer_id" TEXT NOT NULL,
    "open_book" INTEGER NOT NULL,
    "job_id" TEXT NOT NULL,
    "body" TEXT NOT NULL
);


CREATE TABLE "counter_offers" (
    "id" TEXT NOT NULL CONSTRAINT "pk_counter_offers" PRIMARY KEY,
    "offer_id" TEXT NOT NULL,
    "rfq_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "manufacturer_id" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "body" TEXT NOT NULL
);


CREATE TABLE "counters" (
    "organisation_id" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "last" INTEGER NOT NULL,
    CONSTRAINT "pk_counters" PRIMARY KEY ("organisation_id", "series")
);


CREATE TABLE "idempotency" (
    "organisation_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    CONSTRAINT "pk_idempotency" PRIMARY KEY ("organisation_id", "key")
);


CREATE TABLE "invitations" (
    "id" TEXT NOT NULL CONSTRAINT "pk_invitations" PRIMARY KEY,
    "rfq_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "manufacturer_id" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "sent_at" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "jobs" (
    "id" TEXT NOT NULL CONSTRAINT "pk_jobs" PRIMARY KEY,
    "organisation_id" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "package_id" TEXT NOT NULL,
    "rfq_id" TEXT NULL,
    "input" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "permille" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "error" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "fence" INTEGER NOT NULL,
    "worker" TEXT NOT NULL,
    "lease_until" INTEGER NULL,
    "cancel_requested" INTEGER NOT NULL,
    "requested_by" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL
);


CREATE TABLE "joins" (
    "id" TEXT NOT NULL CONSTRAINT "pk_joins" PRIMARY KEY,
    "organisation_id" TEXT NOT NULL,
    "mail" TEXT NOT NULL,
    "roles" INTEGER NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "used_at" INTEGER NULL
);


CREATE TABLE "notices" (
    "id" TEXT NOT NULL CONSTRAINT "pk_notices" PRIMARY KEY,
    "organisation_id" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "link" TEXT NOT NULL,
    "read_at" INTEGER NULL
);


CREATE TABLE "offers" (
    "id" TEXT NOT NULL CONSTRAINT "pk_offers" PRIMARY KEY,
    "rfq_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "manufacturer_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "sent_at" INTEGER NULL,
    "valid_until" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "orders" (
    "id" TEXT NOT NULL CONSTRAINT "pk_orders" PRIMARY KEY,
    "number" TEXT NOT NULL,
    "rfq_id" TEXT NOT NULL,
    "offer_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "manufacturer_id" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "placed_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "organisation_files" (
    "organisation_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "blob" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "uploaded_at" INTEGER NOT NULL,
    CONSTRAINT "pk_organisation_files" PRIMARY KEY ("organisation_id", "kind")
);


CREATE TABLE "organisation_keys" (
    "organisation_id" TEXT NOT NULL CONSTRAINT "pk_organisation_keys" PRIMARY KEY,
    "protected" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL
);


CREATE TABLE "organisations" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "kinds" INTEGER NOT NULL,
    "country" TEXT NOT NULL,
    "listed" INTEGER NOT NULL,
    "local" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "outgoing_mails" (
    "id" TEXT NOT NULL CONSTRAINT "pk_outgoing_mails" PRIMARY KEY,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "next_at" INTEGER NOT NULL,
    "sent_at" INTEGER NULL,
    "error" TEXT NOT NULL
);


CREATE TABLE "package_grants" (
    "package_id" TEXT NOT NULL,
    "invitation_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "manufacturer_id" TEXT NOT NULL,
    "until_day" INTEGER NOT NULL,
    CONSTRAINT "pk_package_grants" PRIMARY KEY ("package_id", "invitation_id", "revision")
);


CREATE TABLE "packages" (
    "id" TEXT NOT NULL CONSTRAINT "pk_packages" PRIMARY KEY,
    "owner_id" TEXT NOT NULL,
    "blob" TEXT NOT NULL,
    "canonical" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "facts" TEXT NOT NULL,
    "refusal" TEXT NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" INTEGER NOT NULL
);


CREATE TABLE "questions" (
    "id" TEXT NOT NULL CONSTRAINT "pk_questions" PRIMARY KEY,
    "rfq_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "manufacturer_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "query" TEXT NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "rfqs" (
    "id" TEXT NOT NULL CONSTRAINT "pk_rfqs" PRIMARY KEY,
    "customer_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "answers_due" INTEGER NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "settings" (
    "name" TEXT NOT NULL CONSTRAINT "pk_settings" PRIMARY KEY,
    "value" TEXT NOT NULL
);


CREATE TABLE "users" (
    "id" TEXT NOT NULL CONSTRAINT "pk_users" PRIMARY KEY,
    "display_name" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "user_name" TEXT NULL,
    "normalized_user_name" TEXT NULL,
    "email" TEXT NULL,
    "normalized_email" TEXT NULL,
    "email_confirmed" INTEGER NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "phone_number" TEXT NULL,
    "phone_number_confirmed" INTEGER NOT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" INTEGER NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL
);


CREATE TABLE "webhook_deliveries" (
    "id" TEXT NOT NULL CONSTRAINT "pk_webhook_deliveries" PRIMARY KEY,
    "webhook_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "next_at" INTEGER NOT NULL,
    "delivered_at" INTEGER NULL,
    "error" TEXT NOT NULL
);


CREATE TABLE "webhooks" (
    "id" TEXT NOT NULL CONSTRAINT "pk_webhooks" PRIMARY KEY,
    "organisation_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "protected_secret" TEXT NOT NULL,
    "active" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL
);


CREATE TABLE "memberships" (
    "user_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "roles" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    CONSTRAINT "pk_memberships" PRIMARY KEY ("user_id", "organisation_id"),
    CONSTRAINT "fk_memberships_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);


CREATE TABLE "user_claims" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_user_claims" PRIMARY KEY AUTOINCREMENT,
    "user_id" TEXT NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "fk_user_claims_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);


CREATE TABLE "user_logins" (
    "login_provider" TEXT NOT NULL,
    "provider_key" TEXT NOT NULL,
    "provider_display_name" TEXT NULL,
    "user_id" TEXT NOT NULL,
    CONSTRAINT "pk_user_logins" PRIMARY KEY ("login_provider", "provider_key"),
    CONSTRAINT "fk_user_logins_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);


CREATE TABLE "user_passkeys" (
    "credential_id" BLOB NOT NULL CONSTRAINT "pk_user_passkeys" PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    CONSTRAINT "fk_user_passkeys_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);


CREATE TABLE "user_tokens" (
    "user_id" TEXT NOT NULL,
    "login_provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NULL,
    CONSTRAINT "pk_user_tokens" PRIMARY KEY ("user_id", "login_provider", "name"),
    CONSTRAINT "fk_user_tokens_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);


CREATE INDEX "ix_accesses_organisation_id_at" ON "accesses" ("organisation_id", "at");


CREATE INDEX "ix_accesses_owner_id_at" ON "accesses" ("owner_id", "at");


CREATE INDEX "ix_accesses_package_id" ON "accesses" ("package_id");


CREATE UNIQUE INDEX "ix_api_tokens_hash" ON "api_tokens" ("hash");


CREATE INDEX "ix_api_tokens_organisation_id" ON "api_tokens" ("organisation_id");


CREATE INDEX "ix_artifacts_job_id" ON "artifacts" ("job_id");


CREATE INDEX "ix_artifacts_offer_id" ON "artifacts" ("offer_id");


CREATE INDEX "ix_artifacts_package_id" ON "artifacts" ("package_id");


CREATE INDEX "ix_audit_organisation_id_number" ON "audit" ("organisation_id", "number");


CREATE INDEX "ix_bom_lines_mpn" ON "bom_lines" ("mpn");


CREATE INDEX "ix_bundles_organisation_id_at" ON "bundles" ("organisation_id", "at");


CREATE INDEX "ix_counter_offers_rfq_id" ON "counter_offers" ("rfq_id");


CREATE INDEX "ix_idempotency_created_at" ON "idempotency" ("created_at");


CREATE INDEX "ix_invitations_customer_id_manufacturer_id" ON "invitations" ("customer_id", "manufacturer_id");


CREATE INDEX "ix_invitations_customer_id_sent_at" ON "invitations" ("customer_id", "sent_at");


CREATE INDEX "ix_invitations_manufacturer_id_customer_id" ON "invitations" ("manufacturer_id", "customer_id");


CREATE INDEX "ix_invitations_manufacturer_id_sent_at" ON "invitations" ("manufacturer_id", "sent_at");


CREATE UNIQUE INDEX "ix_invitations_rfq_id_manufacturer_id" ON "invitations" ("rfq_id", "manufacturer_id");


CREATE INDEX "ix_jobs_organisation_id_created_at" ON "jobs" ("organisation_id", "created_at");


CREATE INDEX "ix_jobs_package_id_kind" ON "jobs" ("package_id", "kind");


CREATE INDEX "ix_jobs_state_created_at" ON "jobs" ("state", "created_at");


CREATE INDEX "ix_joins_organisation_id" ON "joins" ("organisation_id");


CREATE UNIQUE INDEX "ix_joins_token_hash" ON "joins" ("token_hash");


CREATE INDEX "ix_memberships_organisation_id" ON "memberships" ("organisation_id");


CREATE INDEX "ix_notices_organisation_id_at" ON "notices" ("organisation_id", "at");


CREATE INDEX "ix_notices_organisation_id_read_at" ON "notices" ("organisation_id", "read_at");


CREATE INDEX "ix_offers_customer_id_sent_at" ON "offers" ("customer_id", "sent_at");


CREATE INDEX "ix_offers_manufacturer_id_created_at" ON "offers" ("manufacturer_id", "created_at");


CREATE UNIQUE INDEX "ix_offers_rfq_id_manufacturer_id_number" ON "offers" ("rfq_id", "manufacturer_id", "number");


CREATE INDEX "ix_orders_customer_id_manufacturer_id" ON "orders" ("customer_id", "manufacturer_id");


CREATE UNIQUE INDEX "ix_orders_customer_id_number" ON "orders" ("customer_id", "number");


CREATE INDEX "ix_orders_customer_id_updated_at" ON "orders" ("customer_id", "updated_at");


CREATE INDEX "ix_orders_manufacturer_id_customer_id" ON "orders" ("manufacturer_id", "customer_id");


CREATE INDEX "ix_orders_manufacturer_id_updated_at" ON "orders" ("manufacturer_id", "updated_at");


CREATE INDEX "ix_orders_offer_id" ON "orders" ("offer_id");


CREATE INDEX "ix_orders_rfq_id" ON "orders" ("rfq_id");


CREATE INDEX "ix_outgoing_mails_sent_at_next_at" ON "outgoing_mails" ("sent_at", "next_at");


CREATE INDEX "ix_package_grants_invitation_id" ON "package_grants" ("invitation_id");


CREATE INDEX "ix_packages_owner_id_uploaded_at" ON "packages" ("owner_id", "uploaded_at");


CREATE INDEX "ix_questions_customer_id_state_updated_at" ON "questions" ("customer_id", "state", "updated_at");


CREATE INDEX "ix_questions_manufacturer_id_state_updated_at" ON "questions" ("manufacturer_id", "state", "updated_at");


CREATE INDEX "ix_questions_rfq_id_manufacturer_id" ON "questions" ("rfq_id", "manufacturer_id");


CREATE UNIQUE INDEX "ix_rfqs_customer_id_number" ON "rfqs" ("customer_id", "number");


CREATE INDEX "ix_rfqs_customer_id_updated_at" ON "rfqs" ("customer_id", "updated_at");


CREATE INDEX "ix_user_claims_user_id" ON "user_claims" ("user_id");


CREATE INDEX "ix_user_logins_user_id" ON "user_logins" ("user_id");


CREATE INDEX "ix_user_passkeys_user_id" ON "user_passkeys" ("user_id");


CREATE INDEX "ix_users_normalized_email" ON "users" ("normalized_email");


CREATE UNIQUE INDEX "ix_users_normalized_user_name" ON "users" ("normalized_user_name");


CREATE INDEX "ix_webhook_deliveries_delivered_at_next_at" ON "webhook_deliveries" ("delivered_at", "next_at");


CREATE INDEX "ix_webhook_deliveries_webhook_id_next_at" ON "webhook_deliveries" ("webhook_id", "next_at");


CREATE INDEX "ix_webhooks_organisation_id" ON "webhooks" ("organisation_id");
