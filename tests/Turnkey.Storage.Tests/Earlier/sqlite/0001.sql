CREATE TABLE schema_scripts (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, ran_at BIGINT NOT NULL);
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
INSERT INTO "accesses" ("id", "at", "owner_id", "organisation_id", "user_id", "by", "package_id", "rfq_id", "what") VALUES ('0914FE7F-A458-DF5A-3F5F-44A9C10B7DAD', 639158976000000000, '788A8021-E785-1076-9BFB-057D3F14744A', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', '00000000-0000-0000-0000-000000000000', '', '53A9D90D-27DB-D43F-4CB4-5B124D43B17C', NULL, 'package');
INSERT INTO "accesses" ("id", "at", "owner_id", "organisation_id", "user_id", "by", "package_id", "rfq_id", "what") VALUES ('0ACF4A49-C2C5-E923-DBA0-A80469E97907', 639158976000000000, 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', '00000000-0000-0000-0000-000000000000', '', '89AE027E-0106-583D-C4BA-0256C40CACD7', NULL, 'package');
INSERT INTO "accesses" ("id", "at", "owner_id", "organisation_id", "user_id", "by", "package_id", "rfq_id", "what") VALUES ('6A3EE15F-E25A-F599-3420-D7C122B7810D', 639158976000000000, 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '00000000-0000-0000-0000-000000000000', '', '89AE027E-0106-583D-C4BA-0256C40CACD7', NULL, 'package');
INSERT INTO "accesses" ("id", "at", "owner_id", "organisation_id", "user_id", "by", "package_id", "rfq_id", "what") VALUES ('F6AD9F3B-A1C7-683F-63F7-BE9EE826E27A', 639158976000000000, '788A8021-E785-1076-9BFB-057D3F14744A', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '00000000-0000-0000-0000-000000000000', '', '53A9D90D-27DB-D43F-4CB4-5B124D43B17C', NULL, 'package');
INSERT INTO "api_tokens" ("id", "organisation_id", "user_id", "name", "roles", "hash", "created_at", "expires_at", "last_used_at", "revoked_at") VALUES ('176E0277-9EE3-640B-690F-43C2AA570A56', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '5A9A36CE-9535-476E-4707-F94DD068BA1B', 'ci', 0, '15bd0a1a896e82987b8290cdd8ec7d6594ff2571d7c474974fcf6c5075218f6d', 639158976000000000, NULL, NULL, NULL);
INSERT INTO "api_tokens" ("id", "organisation_id", "user_id", "name", "roles", "hash", "created_at", "expires_at", "last_used_at", "revoked_at") VALUES ('500111BB-BEC9-7A76-CEB8-CBC2BCA1DE16', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', '9F026C1C-940D-48BA-77C0-1DF9BC9A07BF', 'ci', 0, '6bdb66007ea86e02fb795c039da9d7328c65609b24397e28cac19a985bcb7fee', 639158976000000000, NULL, NULL, NULL);
INSERT INTO "api_tokens" ("id", "organisation_id", "user_id", "name", "roles", "hash", "created_at", "expires_at", "last_used_at", "revoked_at") VALUES ('77A01A2B-A4AD-F2A5-97AE-0790C104E7B7', '788A8021-E785-1076-9BFB-057D3F14744A', '14F69CB0-5D3F-4605-FC67-C272A1A17188', 'ci', 0, '690535b8258276c7c40f5d7c015448b8f3b550a674d0497426272a2d5e6b6850', 639158976000000000, NULL, NULL, NULL);
INSERT INTO "api_tokens" ("id", "organisation_id", "user_id", "name", "roles", "hash", "created_at", "expires_at", "last_used_at", "revoked_at") VALUES ('8F5B18AC-7C76-EC9D-D558-7AC49C519A9C', '364FCA8A-4F77-A682-7C50-7CB9C9667948', '9CA8EE65-8A86-EE80-02A1-24EB17430C1C', 'ci', 0, '154e73e8ae4827dd2a11d1b6956f199d5bca808144b9ecd0bf74c2aa948aa85e', 639158976000000000, NULL, NULL, NULL);
INSERT INTO "api_tokens" ("id", "organisation_id", "user_id", "name", "roles", "hash", "created_at", "expires_at", "last_used_at", "revoked_at") VALUES ('93F1811E-D690-75B4-21ED-99F765D63503', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'DD6F7CD8-597D-0969-F27F-0FB77BC5D2D4', 'ci', 0, 'ddb1b38700af9e37dcaa4b4f529907db02e800edad79a532b7b4d09a122079c5', 639158976000000000, NULL, NULL, NULL);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('057355F4-38FB-F6C6-900E-62C6BBE37734', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '89AE027E-0106-583D-C4BA-0256C40CACD7', '7050CAB7-A113-B7AF-7B87-D34EB80B83BB', 'Owner', '', '7aee720055c072e1dca04b2ac375d2ea0a17152c719ccbe09e520d0a1b702827', 0, 0, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('19EF5DF3-B5D4-D9EF-08A8-C7D51463A437', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '53A9D90D-27DB-D43F-4CB4-5B124D43B17C', 'EA0A21FB-E665-59C5-E336-C40A356C5873', 'Owner', '', '100482d20aa7c6eeb88f4f09cfd72fd12febb20b1e5519086c3f2ea2bfd7ea27', 0, 0, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('25575B32-E0A8-897D-BBBB-42A573915F76', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '89AE027E-0106-583D-C4BA-0256C40CACD7', 'F4C745AD-CDCF-726B-2100-9548A3E8C7C1', 'Owner', '', '47f279efde7dd165fbf98e69a8426f85bcc80274f63b6f2644ad9298cd329ce8', 0, 0, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('29543B0A-1500-8720-AAA6-4CF5CECC51B1', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '89AE027E-0106-583D-C4BA-0256C40CACD7', 'E0441432-D0BA-DC3D-0BDA-26831B88DC35', 'Customer', '', '1db2bd0d4f6f12a26834012506879c46b018eae66dc29382c60f0d6f088e2a25', 0, 1, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('2A37A05E-6573-2C44-34B9-E5913C3369B7', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '89AE027E-0106-583D-C4BA-0256C40CACD7', NULL, 'loose', '', '878c240fd717f39d8cec9f7a5cf936873ffcc0757beef703ad2c5f9ed1890344', 0, 1, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('39638548-6937-403F-A450-8A0CEF9068DD', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '53A9D90D-27DB-D43F-4CB4-5B124D43B17C', '497B4D90-AC75-A71C-8D08-AC6C7DBDDF4E', 'Customer', '', '55efe85c5977d1a2130a7a0c50141a0866a21359cc33d8a203f3ece73b8a7ea6', 0, 1, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('3FFBA4B5-36E0-9B03-AE6F-11FF0AD83CB7', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '53A9D90D-27DB-D43F-4CB4-5B124D43B17C', 'F27A3D0F-43F0-5944-973B-0DF83780B0E6', 'Owner', '', '086dbec795220aef3feea3841ccbd223a8a0a611e8c11e3962cc15a71dc620d9', 0, 0, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('4184A755-101F-AB4E-B5EC-A24F9D60D354', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '53A9D90D-27DB-D43F-4CB4-5B124D43B17C', '3A964AD2-4F5C-42E9-FB5B-314CCF2DF45B', 'Customer', '', 'c287f884d03bee574b719eea1becceb27c25213934ef69ecd5d8b40f5519bea5', 0, 1, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('606C77D5-1DFB-59D5-543A-F588DBAF8DBE', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '53A9D90D-27DB-D43F-4CB4-5B124D43B17C', NULL, 'loose', '', '878c240fd717f39d8cec9f7a5cf936873ffcc0757beef703ad2c5f9ed1890344', 0, 1, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('7C0B9704-6BF1-1B71-6B10-CB74DF156A22', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '53A9D90D-27DB-D43F-4CB4-5B124D43B17C', 'B834680E-5ECB-09CB-D5F1-7D6F96079C90', 'Owner', '', '0f4061beb1b8b2932ec1cd104b4112f2031849c1474f1186a3c1646ccf64df19', 0, 0, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('7FDDA613-E274-FBC5-7FB1-8FAA3A5BA31B', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '53A9D90D-27DB-D43F-4CB4-5B124D43B17C', 'F27A3D0F-43F0-5944-973B-0DF83780B0E6', 'Customer', '', 'fd79e143540fc7cd8c8fae7bfaa07cad0ce910f45da90d2068bcea9bc05fd4d7', 0, 1, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('810666BD-41FF-30CB-E08D-99174A923E4F', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '53A9D90D-27DB-D43F-4CB4-5B124D43B17C', 'B834680E-5ECB-09CB-D5F1-7D6F96079C90', 'Customer', '', 'b2773ffa94cc783a8d07141369b1ecc1ef4f06a923ae6038c58c44f3539c3535', 0, 1, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('8DCB9B9E-12BE-E2BA-AA05-AA1122269B59', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '89AE027E-0106-583D-C4BA-0256C40CACD7', '7B545C97-E4FE-1A3B-B29A-06CA2F92C8A1', 'Owner', '', 'e22836f031a7c37e744469d0e13fbb4021e264ee1fad63e80509c0bd5e01befa', 0, 0, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('8EB1129F-9DD2-139C-F9F6-379C81DE0A5A', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '53A9D90D-27DB-D43F-4CB4-5B124D43B17C', '9B3B7063-83BF-287A-34C0-BFB2B017AA0E', 'Owner', '', '2ce08a722882098c59223231a38daf22ea67e494ada215dbd5743f96f760385c', 0, 0, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('8FB0D3BC-11DB-9131-9CA6-893267636CBF', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '89AE027E-0106-583D-C4BA-0256C40CACD7', '7B545C97-E4FE-1A3B-B29A-06CA2F92C8A1', 'Customer', '', 'e8fb529859737f7da984edd649d0367b3a0cbb91256fa4ac8cbc5364a74d5686', 0, 1, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('998AEF2A-CCF7-614C-9CF9-B346081D6A7B', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '89AE027E-0106-583D-C4BA-0256C40CACD7', '0A0D1C3D-2FB3-BA17-4B84-79C873FFA1F4', 'Customer', '', 'e033ab6019627c23447c2e6ba0113bce0b744f93521dd04114de71d943a81e07', 0, 1, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('9ACD9744-D1E6-B337-E7C0-7F2205ECB2B8', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '53A9D90D-27DB-D43F-4CB4-5B124D43B17C', '9B3B7063-83BF-287A-34C0-BFB2B017AA0E', 'Customer', '', '1f0fa912c8a07b6d9ff72bed661db48bcd75d26b409eba0ee66f829cb84d6c77', 0, 1, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('A17E4586-4210-03C6-86FF-8FDEEEBA1C35', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '89AE027E-0106-583D-C4BA-0256C40CACD7', 'E0441432-D0BA-DC3D-0BDA-26831B88DC35', 'Owner', '', '467407f92835980c6929d44e19744d564a97d67af62d7505f1180ed285e2d8cf', 0, 0, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('A424E17F-2353-47C1-20C2-35AFAD96EDD9', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '89AE027E-0106-583D-C4BA-0256C40CACD7', 'F4C745AD-CDCF-726B-2100-9548A3E8C7C1', 'Customer', '', '28d902a5cd93f4282894c361ec8a4ffea4123e7ee8613c436878bc81ff4f3a17', 0, 1, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('A69BCDF4-66A9-70DA-9D0C-96744B8ECC64', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '89AE027E-0106-583D-C4BA-0256C40CACD7', 'C9652E33-117A-6A96-9C58-135321878525', 'Owner', '', 'ac3c0023487265d3fb1725d7c3462ddd1f96159298a96bb5bbd098bcafe0f47a', 0, 0, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('A790A394-DE41-FB90-EF74-15635A0933D6', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '53A9D90D-27DB-D43F-4CB4-5B124D43B17C', '3A964AD2-4F5C-42E9-FB5B-314CCF2DF45B', 'Owner', '', 'dc66307afb5662cecb2c8264a72480fef71655d12d7a268aee84ed8b49818d6b', 0, 0, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('A8523100-1D60-0CC2-3223-32F59EF023F9', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '53A9D90D-27DB-D43F-4CB4-5B124D43B17C', NULL, 'loose', '', '1db147fa22abae8a70c94152c9ec8cb82bdd0cc8135730a11879ae9dd7ad0375', 0, 1, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('B8D025B0-88C8-9A73-2031-9F99ACF4E9FE', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '53A9D90D-27DB-D43F-4CB4-5B124D43B17C', '497B4D90-AC75-A71C-8D08-AC6C7DBDDF4E', 'Owner', '', '7977f4e318876511c197f41ef88b56dccd1f310b53d4fb552f19b1f80e132d41', 0, 0, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('C383FC41-E105-6DAE-697D-995D8D6E7D9F', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '89AE027E-0106-583D-C4BA-0256C40CACD7', 'C9652E33-117A-6A96-9C58-135321878525', 'Customer', '', '573da75e909d1315656f2273e3f2b954c414cc97abdfde2468db58d80b600caf', 0, 1, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('D4B6FEA2-F4BC-60FB-06E1-E66464615DB7', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '89AE027E-0106-583D-C4BA-0256C40CACD7', NULL, 'loose', '', '1db147fa22abae8a70c94152c9ec8cb82bdd0cc8135730a11879ae9dd7ad0375', 0, 1, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('EB55E33C-A89B-B689-6635-CA997EF0D062', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '89AE027E-0106-583D-C4BA-0256C40CACD7', '0A0D1C3D-2FB3-BA17-4B84-79C873FFA1F4', 'Owner', '', 'a8f690cc089d28b07fa73e1f58b0aec382679c9847b63251e517590acb317907', 0, 0, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('F4E4F51A-1911-71CB-2AF1-3DFBFB975EBF', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '89AE027E-0106-583D-C4BA-0256C40CACD7', '7050CAB7-A113-B7AF-7B87-D34EB80B83BB', 'Customer', '', 'b2da3b382f9e255133e59f7bcde1ccbafadcd04883f9f68052efb89cc348ec68', 0, 1, 639158976000000000);
INSERT INTO "artifacts" ("id", "organisation_id", "job_id", "package_id", "offer_id", "name", "media_type", "blob", "size", "audience", "created_at") VALUES ('FE9A2C44-9A28-4A77-5AB3-609751ABE5EF', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '53A9D90D-27DB-D43F-4CB4-5B124D43B17C', 'EA0A21FB-E665-59C5-E336-C40A356C5873', 'Customer', '', '782307661e610fd0d3e0077554da8828cc45a7e407c7bcdb3044b19be2e4311f', 0, 1, 639158976000000000);
INSERT INTO "audit" ("number", "at", "organisation_id", "actor_id", "action", "subject", "detail", "previous", "hash") VALUES (1, 639158976000000000, '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', 'world.made', 'world', '{}', '0000000000000000000000000000000000000000000000000000000000000000', '5de7d17bf3fe543cb0cc9dfb8ca58fa5e4919868bad2ab98937ff6ad9a96688d');
INSERT INTO "audit" ("number", "at", "organisation_id", "actor_id", "action", "subject", "detail", "previous", "hash") VALUES (2, 639158976000000000, '788A8021-E785-1076-9BFB-057D3F14744A', '14F69CB0-5D3F-4605-FC67-C272A1A17188', 'rfq.sent', 'rfq/1', '{}', '5de7d17bf3fe543cb0cc9dfb8ca58fa5e4919868bad2ab98937ff6ad9a96688d', '4e3cc32fdc3cc27ad44e1f08e2d8859c96deac80b179ce25902c9a4d05c59a99');
INSERT INTO "bom_lines" ("package_id", "line", "designators", "quantity", "manufacturer", "mpn", "value", "footprint", "do_not_place") VALUES ('1DD6DD5D-5F77-9861-BA07-525D0FC6A6BF', 1, 'R1', 1, '', 'RC0603', '', '', 0);
INSERT INTO "bom_lines" ("package_id", "line", "designators", "quantity", "manufacturer", "mpn", "value", "footprint", "do_not_place") VALUES ('3597D396-30CC-07D6-F35B-E30E32BF08DC', 1, 'R1', 1, '', 'RC0603', '', '', 0);
INSERT INTO "bom_lines" ("package_id", "line", "designators", "quantity", "manufacturer", "mpn", "value", "footprint", "do_not_place") VALUES ('53A9D90D-27DB-D43F-4CB4-5B124D43B17C', 1, 'R1', 1, '', 'RC0603', '', '', 0);
INSERT INTO "bom_lines" ("package_id", "line", "designators", "quantity", "manufacturer", "mpn", "value", "footprint", "do_not_place") VALUES ('89AE027E-0106-583D-C4BA-0256C40CACD7', 1, 'R1', 1, '', 'RC0603', '', '', 0);
INSERT INTO "bom_lines" ("package_id", "line", "designators", "quantity", "manufacturer", "mpn", "value", "footprint", "do_not_place") VALUES ('CDE6DA80-182C-764A-D5B8-B5291B94C042', 1, 'R1', 1, '', 'RC0603', '', '', 0);
INSERT INTO "bom_lines" ("package_id", "line", "designators", "quantity", "manufacturer", "mpn", "value", "footprint", "do_not_place") VALUES ('F5ADE747-0F73-E901-3F2E-4F8CA57A4B1C', 1, 'R1', 1, '', 'RC0603', '', '', 0);
INSERT INTO "bundles" ("id", "organisation_id", "sender_id", "kind", "incoming", "blob", "at") VALUES ('50C998CD-29D6-65C6-4853-7B4ECD68DAB3', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 'rfq', 0, '4d93c5211e4b02f61d8bac344d78d27ab0020dc15b5a7390bc91e8cbd96a0c08', 639158976000000000);
INSERT INTO "bundles" ("id", "organisation_id", "sender_id", "kind", "incoming", "blob", "at") VALUES ('50C998CD-29D6-65C6-4853-7B4ECD68DAB3', '364FCA8A-4F77-A682-7C50-7CB9C9667948', '364FCA8A-4F77-A682-7C50-7CB9C9667948', 'rfq', 0, '84e8b105d723afdc1c22355586e0d84b7b8975bf7694c45b046c8bc9306c3bcb', 639158976000000000);
INSERT INTO "bundles" ("id", "organisation_id", "sender_id", "kind", "incoming", "blob", "at") VALUES ('50C998CD-29D6-65C6-4853-7B4ECD68DAB3', '788A8021-E785-1076-9BFB-057D3F14744A', '788A8021-E785-1076-9BFB-057D3F14744A', 'rfq', 0, 'e292b271749d0dc838eca8e2cf28eea9f3dca3c5582e0e94cadf75fb1987aa05', 639158976000000000);
INSERT INTO "bundles" ("id", "organisation_id", "sender_id", "kind", "incoming", "blob", "at") VALUES ('50C998CD-29D6-65C6-4853-7B4ECD68DAB3', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'rfq', 0, '2d59257c5fb70400a313963897d5c0e80bdc39f46a9be8b80dbf82e54a5bf891', 639158976000000000);
INSERT INTO "bundles" ("id", "organisation_id", "sender_id", "kind", "incoming", "blob", "at") VALUES ('50C998CD-29D6-65C6-4853-7B4ECD68DAB3', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 'rfq', 0, 'ac4c69caa52139f0261b9d7559067300207e5b50d481386a77c548dbe4402567', 639158976000000000);
INSERT INTO "cost_sheets" ("offer_id", "customer_id", "manufacturer_id", "open_book", "job_id", "body") VALUES ('0A0D1C3D-2FB3-BA17-4B84-79C873FFA1F4', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 1, '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '{}');
INSERT INTO "cost_sheets" ("offer_id", "customer_id", "manufacturer_id", "open_book", "job_id", "body") VALUES ('3A964AD2-4F5C-42E9-FB5B-314CCF2DF45B', '788A8021-E785-1076-9BFB-057D3F14744A', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 0, '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '{}');
INSERT INTO "cost_sheets" ("offer_id", "customer_id", "manufacturer_id", "open_book", "job_id", "body") VALUES ('497B4D90-AC75-A71C-8D08-AC6C7DBDDF4E', '788A8021-E785-1076-9BFB-057D3F14744A', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 1, '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '{}');
INSERT INTO "cost_sheets" ("offer_id", "customer_id", "manufacturer_id", "open_book", "job_id", "body") VALUES ('7050CAB7-A113-B7AF-7B87-D34EB80B83BB', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 1, '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '{}');
INSERT INTO "cost_sheets" ("offer_id", "customer_id", "manufacturer_id", "open_book", "job_id", "body") VALUES ('7B545C97-E4FE-1A3B-B29A-06CA2F92C8A1', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 0, '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '{}');
INSERT INTO "cost_sheets" ("offer_id", "customer_id", "manufacturer_id", "open_book", "job_id", "body") VALUES ('9B3B7063-83BF-287A-34C0-BFB2B017AA0E', '788A8021-E785-1076-9BFB-057D3F14744A', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 1, '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '{}');
INSERT INTO "cost_sheets" ("offer_id", "customer_id", "manufacturer_id", "open_book", "job_id", "body") VALUES ('B834680E-5ECB-09CB-D5F1-7D6F96079C90', '788A8021-E785-1076-9BFB-057D3F14744A', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 0, '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '{}');
INSERT INTO "cost_sheets" ("offer_id", "customer_id", "manufacturer_id", "open_book", "job_id", "body") VALUES ('C9652E33-117A-6A96-9C58-135321878525', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 1, '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '{}');
INSERT INTO "cost_sheets" ("offer_id", "customer_id", "manufacturer_id", "open_book", "job_id", "body") VALUES ('E0441432-D0BA-DC3D-0BDA-26831B88DC35', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 0, '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '{}');
INSERT INTO "cost_sheets" ("offer_id", "customer_id", "manufacturer_id", "open_book", "job_id", "body") VALUES ('EA0A21FB-E665-59C5-E336-C40A356C5873', '788A8021-E785-1076-9BFB-057D3F14744A', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 1, '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '{}');
INSERT INTO "cost_sheets" ("offer_id", "customer_id", "manufacturer_id", "open_book", "job_id", "body") VALUES ('F27A3D0F-43F0-5944-973B-0DF83780B0E6', '788A8021-E785-1076-9BFB-057D3F14744A', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 1, '2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '{}');
INSERT INTO "cost_sheets" ("offer_id", "customer_id", "manufacturer_id", "open_book", "job_id", "body") VALUES ('F4C745AD-CDCF-726B-2100-9548A3E8C7C1', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 1, '1849C830-3E1F-CBC8-33F8-6EB6DC73F757', '{}');
INSERT INTO "counter_offers" ("id", "offer_id", "rfq_id", "customer_id", "manufacturer_id", "at", "body") VALUES ('28DF8E18-DD85-4799-9602-BC2BBCD9F5E5', '9B3B7063-83BF-287A-34C0-BFB2B017AA0E', '48E138E9-1156-A3C4-7BD6-0F61962BAED8', '788A8021-E785-1076-9BFB-057D3F14744A', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 639158976000000000, '{"id":"28df8e18-dd85-4799-9602-bc2bbcd9f5e5","offer":"9b3b7063-83bf-287a-34c0-bfb2b017aa0e","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","at":"2026-06-01T08:00:00+00:00","quantity":10,"unitPrice":1.5,"leadDays":null,"note":""}');
INSERT INTO "counter_offers" ("id", "offer_id", "rfq_id", "customer_id", "manufacturer_id", "at", "body") VALUES ('86AF3753-2CFF-0709-3841-1397606CCF18', 'F27A3D0F-43F0-5944-973B-0DF83780B0E6', '48E138E9-1156-A3C4-7BD6-0F61962BAED8', '788A8021-E785-1076-9BFB-057D3F14744A', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 639158976000000000, '{"id":"86af3753-2cff-0709-3841-1397606ccf18","offer":"f27a3d0f-43f0-5944-973b-0df83780b0e6","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","at":"2026-06-01T08:00:00+00:00","quantity":10,"unitPrice":1.5,"leadDays":null,"note":""}');
INSERT INTO "counter_offers" ("id", "offer_id", "rfq_id", "customer_id", "manufacturer_id", "at", "body") VALUES ('B4CC3580-43E5-BD02-F23C-675F4E681643', '0A0D1C3D-2FB3-BA17-4B84-79C873FFA1F4', 'B63385F8-3F99-5FD2-173C-24C5A4D8CC99', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 639158976000000000, '{"id":"b4cc3580-43e5-bd02-f23c-675f4e681643","offer":"0a0d1c3d-2fb3-ba17-4b84-79c873ffa1f4","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","at":"2026-06-01T08:00:00+00:00","quantity":10,"unitPrice":1.5,"leadDays":null,"note":""}');
INSERT INTO "counter_offers" ("id", "offer_id", "rfq_id", "customer_id", "manufacturer_id", "at", "body") VALUES ('E0E75E86-B62A-7914-FD29-61B74A5CD957', 'C9652E33-117A-6A96-9C58-135321878525', 'B63385F8-3F99-5FD2-173C-24C5A4D8CC99', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 639158976000000000, '{"id":"e0e75e86-b62a-7914-fd29-61b74a5cd957","offer":"c9652e33-117a-6a96-9c58-135321878525","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","at":"2026-06-01T08:00:00+00:00","quantity":10,"unitPrice":1.5,"leadDays":null,"note":""}');
INSERT INTO "counters" ("organisation_id", "series", "last") VALUES ('0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 'RFQ-2026', 7);
INSERT INTO "counters" ("organisation_id", "series", "last") VALUES ('364FCA8A-4F77-A682-7C50-7CB9C9667948', 'RFQ-2026', 7);
INSERT INTO "counters" ("organisation_id", "series", "last") VALUES ('788A8021-E785-1076-9BFB-057D3F14744A', 'RFQ-2026', 7);
INSERT INTO "counters" ("organisation_id", "series", "last") VALUES ('E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'RFQ-2026', 7);
INSERT INTO "counters" ("organisation_id", "series", "last") VALUES ('FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 'RFQ-2026', 7);
INSERT INTO "idempotency" ("organisation_id", "key", "request_hash", "status", "body", "location", "created_at") VALUES ('0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 'k', '454349e422f05297191ead13e21d3db520e5abef52055e4964b82fb213f593a1', 0, 'maker', '', 639158976000000000);
INSERT INTO "idempotency" ("organisation_id", "key", "request_hash", "status", "body", "location", "created_at") VALUES ('364FCA8A-4F77-A682-7C50-7CB9C9667948', 'k', '454349e422f05297191ead13e21d3db520e5abef52055e4964b82fb213f593a1', 0, 'stranger', '', 639158976000000000);
INSERT INTO "idempotency" ("organisation_id", "key", "request_hash", "status", "body", "location", "created_at") VALUES ('788A8021-E785-1076-9BFB-057D3F14744A', 'k', '454349e422f05297191ead13e21d3db520e5abef52055e4964b82fb213f593a1', 0, 'first customer', '', 639158976000000000);
INSERT INTO "idempotency" ("organisation_id", "key", "request_hash", "status", "body", "location", "created_at") VALUES ('E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'k', '454349e422f05297191ead13e21d3db520e5abef52055e4964b82fb213f593a1', 0, 'second customer', '', 639158976000000000);
INSERT INTO "idempotency" ("organisation_id", "key", "request_hash", "status", "body", "location", "created_at") VALUES ('FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 'k', '454349e422f05297191ead13e21d3db520e5abef52055e4964b82fb213f593a1', 0, 'rival', '', 639158976000000000);
INSERT INTO "invitations" ("id", "rfq_id", "customer_id", "manufacturer_id", "state", "sent_at", "body", "version") VALUES ('2D132CD4-2DB0-487F-D838-A9590833F61E', '48E138E9-1156-A3C4-7BD6-0F61962BAED8', '788A8021-E785-1076-9BFB-057D3F14744A', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 2, 639158976000000000, '{"id":"2d132cd4-2db0-487f-d838-a9590833f61e","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","at":"2026-06-01T08:00:00+00:00","state":"revoked","revisions":[1],"accepted":[],"reason":""}', 1);
INSERT INTO "invitations" ("id", "rfq_id", "customer_id", "manufacturer_id", "state", "sent_at", "body", "version") VALUES ('409F971E-2A34-F229-3E61-EE46729E27CF', 'B63385F8-3F99-5FD2-173C-24C5A4D8CC99', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 0, 639158976000000000, '{"id":"409f971e-2a34-f229-3e61-ee46729e27cf","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","at":"2026-06-01T08:00:00+00:00","state":"sent","revisions":[1],"accepted":[],"reason":""}', 1);
INSERT INTO "invitations" ("id", "rfq_id", "customer_id", "manufacturer_id", "state", "sent_at", "body", "version") VALUES ('ABBC54E8-F67B-7125-CC37-A32C5C39FC9B', '48E138E9-1156-A3C4-7BD6-0F61962BAED8', '788A8021-E785-1076-9BFB-057D3F14744A', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 0, 639158976000000000, '{"id":"abbc54e8-f67b-7125-cc37-a32c5c39fc9b","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","at":"2026-06-01T08:00:00+00:00","state":"sent","revisions":[1],"accepted":[],"reason":""}', 1);
INSERT INTO "invitations" ("id", "rfq_id", "customer_id", "manufacturer_id", "state", "sent_at", "body", "version") VALUES ('E05DAA28-A8A5-C635-39FC-C0F98A14EC6C', 'B63385F8-3F99-5FD2-173C-24C5A4D8CC99', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 2, 639158976000000000, '{"id":"e05daa28-a8a5-c635-39fc-c0f98a14ec6c","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","at":"2026-06-01T08:00:00+00:00","state":"revoked","revisions":[1],"accepted":[],"reason":""}', 1);
INSERT INTO "jobs" ("id", "organisation_id", "kind", "state", "package_id", "rfq_id", "input", "input_hash", "permille", "stage", "error", "attempts", "fence", "worker", "lease_until", "cancel_requested", "requested_by", "created_at", "ended_at") VALUES ('1849C830-3E1F-CBC8-33F8-6EB6DC73F757', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 0, 2, 'A0707E58-F697-E5E7-AAA4-2230E8C87608', NULL, '', '', 0, '', '', 0, 0, '', NULL, 0, '00000000-0000-0000-0000-000000000000', 639158976000000000, NULL);
INSERT INTO "jobs" ("id", "organisation_id", "kind", "state", "package_id", "rfq_id", "input", "input_hash", "permille", "stage", "error", "attempts", "fence", "worker", "lease_until", "cancel_requested", "requested_by", "created_at", "ended_at") VALUES ('2C9BFF91-F4B6-1A34-0348-EE612CFCF720', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 0, 2, 'BD9EA2DA-DFBA-40DD-DA5D-155FCF5260AE', NULL, '', '', 0, '', '', 0, 0, '', NULL, 0, '00000000-0000-0000-0000-000000000000', 639158976000000000, NULL);
INSERT INTO "jobs" ("id", "organisation_id", "kind", "state", "package_id", "rfq_id", "input", "input_hash", "permille", "stage", "error", "attempts", "fence", "worker", "lease_until", "cancel_requested", "requested_by", "created_at", "ended_at") VALUES ('37DA690A-D46C-2502-D137-66D368FBBA5E', '364FCA8A-4F77-A682-7C50-7CB9C9667948', 0, 2, 'D72B88EF-8C4E-9B06-C5A0-D03CD70E16DC', NULL, '', '', 0, '', '', 0, 0, '', NULL, 0, '00000000-0000-0000-0000-000000000000', 639158976000000000, NULL);
INSERT INTO "jobs" ("id", "organisation_id", "kind", "state", "package_id", "rfq_id", "input", "input_hash", "permille", "stage", "error", "attempts", "fence", "worker", "lease_until", "cancel_requested", "requested_by", "created_at", "ended_at") VALUES ('B176BDBA-C052-2C5E-1C30-F5C3098ED8D4', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 0, 2, '89AE027E-0106-583D-C4BA-0256C40CACD7', NULL, '', '', 0, '', '', 0, 0, '', NULL, 0, '00000000-0000-0000-0000-000000000000', 639158976000000000, NULL);
INSERT INTO "jobs" ("id", "organisation_id", "kind", "state", "package_id", "rfq_id", "input", "input_hash", "permille", "stage", "error", "attempts", "fence", "worker", "lease_until", "cancel_requested", "requested_by", "created_at", "ended_at") VALUES ('E42F5B40-432D-D817-0092-9EF41F7EA353', '788A8021-E785-1076-9BFB-057D3F14744A', 0, 2, '53A9D90D-27DB-D43F-4CB4-5B124D43B17C', NULL, '', '', 0, '', '', 0, 0, '', NULL, 0, '00000000-0000-0000-0000-000000000000', 639158976000000000, NULL);
INSERT INTO "joins" ("id", "organisation_id", "mail", "roles", "token_hash", "created_at", "expires_at", "used_at") VALUES ('744A45A6-66A9-A59F-8E3E-42C3D7F83192', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 'new@example.com', 0, 'aafbd1c2b635927769f18d4c71f536e6518b52f823f413439a3ad82565071699', 639158976000000000, 639165024000000000, NULL);
INSERT INTO "joins" ("id", "organisation_id", "mail", "roles", "token_hash", "created_at", "expires_at", "used_at") VALUES ('9E53661E-ACC7-47B4-0A55-D08DF7A96159', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'new@example.com', 0, 'afcf7c46f6e0751ce24b4e496b6f4e1b0ee1631ba5466d057ad25acb881dba84', 639158976000000000, 639165024000000000, NULL);
INSERT INTO "joins" ("id", "organisation_id", "mail", "roles", "token_hash", "created_at", "expires_at", "used_at") VALUES ('AE3CACC9-4CD3-77F4-940D-AFFF6EE2454A', '364FCA8A-4F77-A682-7C50-7CB9C9667948', 'new@example.com', 0, '8d36eda3c731c3b1c4416b47a658f152bdfc02dbcb5f992b920908ce87e4b0e5', 639158976000000000, 639165024000000000, NULL);
INSERT INTO "joins" ("id", "organisation_id", "mail", "roles", "token_hash", "created_at", "expires_at", "used_at") VALUES ('C82F6891-7970-672A-6718-9BB8B61420E2', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 'new@example.com', 0, 'eeebcee7b3010cfbbac1dca106385c87b1a955462e7cf6bfd3ff523868cfa757', 639158976000000000, 639165024000000000, NULL);
INSERT INTO "joins" ("id", "organisation_id", "mail", "roles", "token_hash", "created_at", "expires_at", "used_at") VALUES ('F2F8A6ED-AB25-B0BC-47D1-88168C037EE5', '788A8021-E785-1076-9BFB-057D3F14744A', 'new@example.com', 0, 'c1ed797c85b1f303137ccc6dfce7692d5d2b1d9ba0105a323f0208f60479f2c4', 639158976000000000, 639165024000000000, NULL);
INSERT INTO "memberships" ("user_id", "organisation_id", "roles", "created_at") VALUES ('14F69CB0-5D3F-4605-FC67-C272A1A17188', '788A8021-E785-1076-9BFB-057D3F14744A', 64, 639158976000000000);
INSERT INTO "memberships" ("user_id", "organisation_id", "roles", "created_at") VALUES ('5A9A36CE-9535-476E-4707-F94DD068BA1B', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 64, 639158976000000000);
INSERT INTO "memberships" ("user_id", "organisation_id", "roles", "created_at") VALUES ('9CA8EE65-8A86-EE80-02A1-24EB17430C1C', '364FCA8A-4F77-A682-7C50-7CB9C9667948', 64, 639158976000000000);
INSERT INTO "memberships" ("user_id", "organisation_id", "roles", "created_at") VALUES ('9F026C1C-940D-48BA-77C0-1DF9BC9A07BF', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 64, 639158976000000000);
INSERT INTO "memberships" ("user_id", "organisation_id", "roles", "created_at") VALUES ('DD6F7CD8-597D-0969-F27F-0FB77BC5D2D4', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 64, 639158976000000000);
INSERT INTO "notices" ("id", "organisation_id", "at", "kind", "text", "link", "read_at") VALUES ('2CB1B094-4CA0-011F-DFA2-BCADDCD4B3F1', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 639158976000000000, 'k', 't', '/', NULL);
INSERT INTO "notices" ("id", "organisation_id", "at", "kind", "text", "link", "read_at") VALUES ('61615B40-1DCC-DC4D-589F-AEFDF4826A4C', '788A8021-E785-1076-9BFB-057D3F14744A', 639158976000000000, 'k', 't', '/', NULL);
INSERT INTO "notices" ("id", "organisation_id", "at", "kind", "text", "link", "read_at") VALUES ('62BDFEAD-210F-7A75-453A-F3D97F0A7023', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 639158976000000000, 'k', 't', '/', NULL);
INSERT INTO "notices" ("id", "organisation_id", "at", "kind", "text", "link", "read_at") VALUES ('803C6A0F-93CF-A17C-1257-31DE9BA3420D', '364FCA8A-4F77-A682-7C50-7CB9C9667948', 639158976000000000, 'k', 't', '/', NULL);
INSERT INTO "notices" ("id", "organisation_id", "at", "kind", "text", "link", "read_at") VALUES ('DB1536E2-5B82-D9D0-CCA2-4DA21B26D160', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 639158976000000000, 'k', 't', '/', NULL);
INSERT INTO "offers" ("id", "rfq_id", "customer_id", "manufacturer_id", "number", "state", "created_at", "sent_at", "valid_until", "body", "version") VALUES ('0A0D1C3D-2FB3-BA17-4B84-79C873FFA1F4', 'B63385F8-3F99-5FD2-173C-24C5A4D8CC99', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 2, 1, 639158976000000000, 639158976000000000, 739797, '{"id":"0a0d1c3d-2fb3-ba17-4b84-79c873ffa1f4","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","version":2,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"sent","supersedes":null,"answers":null,"sent":"2026-06-01T08:00:00+00:00"}', 1);
INSERT INTO "offers" ("id", "rfq_id", "customer_id", "manufacturer_id", "number", "state", "created_at", "sent_at", "valid_until", "body", "version") VALUES ('3A964AD2-4F5C-42E9-FB5B-314CCF2DF45B', '48E138E9-1156-A3C4-7BD6-0F61962BAED8', '788A8021-E785-1076-9BFB-057D3F14744A', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 1, 3, 639158976000000000, 639158976000000000, 739797, '{"id":"3a964ad2-4f5c-42e9-fb5b-314ccf2df45b","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","version":1,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"superseded","supersedes":null,"answers":null,"sent":"2026-06-01T08:00:00+00:00"}', 1);
INSERT INTO "offers" ("id", "rfq_id", "customer_id", "manufacturer_id", "number", "state", "created_at", "sent_at", "valid_until", "body", "version") VALUES ('497B4D90-AC75-A71C-8D08-AC6C7DBDDF4E', '48E138E9-1156-A3C4-7BD6-0F61962BAED8', '788A8021-E785-1076-9BFB-057D3F14744A', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 3, 0, 639158976000000000, NULL, 739797, '{"id":"497b4d90-ac75-a71c-8d08-ac6c7dbddf4e","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","version":3,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"draft","supersedes":null,"answers":null,"sent":null}', 1);
INSERT INTO "offers" ("id", "rfq_id", "customer_id", "manufacturer_id", "number", "state", "created_at", "sent_at", "valid_until", "body", "version") VALUES ('7050CAB7-A113-B7AF-7B87-D34EB80B83BB', 'B63385F8-3F99-5FD2-173C-24C5A4D8CC99', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 3, 0, 639158976000000000, NULL, 739797, '{"id":"7050cab7-a113-b7af-7b87-d34eb80b83bb","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","version":3,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"draft","supersedes":null,"answers":null,"sent":null}', 1);
INSERT INTO "offers" ("id", "rfq_id", "customer_id", "manufacturer_id", "number", "state", "created_at", "sent_at", "valid_until", "body", "version") VALUES ('7B545C97-E4FE-1A3B-B29A-06CA2F92C8A1', 'B63385F8-3F99-5FD2-173C-24C5A4D8CC99', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 1, 3, 639158976000000000, 639158976000000000, 739797, '{"id":"7b545c97-e4fe-1a3b-b29a-06ca2f92c8a1","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","version":1,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"superseded","supersedes":null,"answers":null,"sent":"2026-06-01T08:00:00+00:00"}', 1);
INSERT INTO "offers" ("id", "rfq_id", "customer_id", "manufacturer_id", "number", "state", "created_at", "sent_at", "valid_until", "body", "version") VALUES ('9B3B7063-83BF-287A-34C0-BFB2B017AA0E', '48E138E9-1156-A3C4-7BD6-0F61962BAED8', '788A8021-E785-1076-9BFB-057D3F14744A', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 2, 1, 639158976000000000, 639158976000000000, 739797, '{"id":"9b3b7063-83bf-287a-34c0-bfb2b017aa0e","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","version":2,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"sent","supersedes":null,"answers":null,"sent":"2026-06-01T08:00:00+00:00"}', 1);
INSERT INTO "offers" ("id", "rfq_id", "customer_id", "manufacturer_id", "number", "state", "created_at", "sent_at", "valid_until", "body", "version") VALUES ('B834680E-5ECB-09CB-D5F1-7D6F96079C90', '48E138E9-1156-A3C4-7BD6-0F61962BAED8', '788A8021-E785-1076-9BFB-057D3F14744A', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 1, 3, 639158976000000000, 639158976000000000, 739797, '{"id":"b834680e-5ecb-09cb-d5f1-7d6f96079c90","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","version":1,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"superseded","supersedes":null,"answers":null,"sent":"2026-06-01T08:00:00+00:00"}', 1);
INSERT INTO "offers" ("id", "rfq_id", "customer_id", "manufacturer_id", "number", "state", "created_at", "sent_at", "valid_until", "body", "version") VALUES ('C9652E33-117A-6A96-9C58-135321878525', 'B63385F8-3F99-5FD2-173C-24C5A4D8CC99', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 2, 1, 639158976000000000, 639158976000000000, 739797, '{"id":"c9652e33-117a-6a96-9c58-135321878525","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","version":2,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"sent","supersedes":null,"answers":null,"sent":"2026-06-01T08:00:00+00:00"}', 1);
INSERT INTO "offers" ("id", "rfq_id", "customer_id", "manufacturer_id", "number", "state", "created_at", "sent_at", "valid_until", "body", "version") VALUES ('E0441432-D0BA-DC3D-0BDA-26831B88DC35', 'B63385F8-3F99-5FD2-173C-24C5A4D8CC99', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 1, 3, 639158976000000000, 639158976000000000, 739797, '{"id":"e0441432-d0ba-dc3d-0bda-26831b88dc35","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","version":1,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"superseded","supersedes":null,"answers":null,"sent":"2026-06-01T08:00:00+00:00"}', 1);
INSERT INTO "offers" ("id", "rfq_id", "customer_id", "manufacturer_id", "number", "state", "created_at", "sent_at", "valid_until", "body", "version") VALUES ('EA0A21FB-E665-59C5-E336-C40A356C5873', '48E138E9-1156-A3C4-7BD6-0F61962BAED8', '788A8021-E785-1076-9BFB-057D3F14744A', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 3, 0, 639158976000000000, NULL, 739797, '{"id":"ea0a21fb-e665-59c5-e336-c40a356c5873","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","version":3,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"draft","supersedes":null,"answers":null,"sent":null}', 1);
INSERT INTO "offers" ("id", "rfq_id", "customer_id", "manufacturer_id", "number", "state", "created_at", "sent_at", "valid_until", "body", "version") VALUES ('F27A3D0F-43F0-5944-973B-0DF83780B0E6', '48E138E9-1156-A3C4-7BD6-0F61962BAED8', '788A8021-E785-1076-9BFB-057D3F14744A', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 2, 1, 639158976000000000, 639158976000000000, 739797, '{"id":"f27a3d0f-43f0-5944-973b-0df83780b0e6","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","version":2,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"sent","supersedes":null,"answers":null,"sent":"2026-06-01T08:00:00+00:00"}', 1);
INSERT INTO "offers" ("id", "rfq_id", "customer_id", "manufacturer_id", "number", "state", "created_at", "sent_at", "valid_until", "body", "version") VALUES ('F4C745AD-CDCF-726B-2100-9548A3E8C7C1', 'B63385F8-3F99-5FD2-173C-24C5A4D8CC99', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 3, 0, 639158976000000000, NULL, 739797, '{"id":"f4c745ad-cdcf-726b-2100-9548a3e8c7c1","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","version":3,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"draft","supersedes":null,"answers":null,"sent":null}', 1);
INSERT INTO "orders" ("id", "number", "rfq_id", "offer_id", "customer_id", "manufacturer_id", "state", "placed_at", "updated_at", "body", "version") VALUES ('07170DB9-BEA4-2C8D-5CB5-D6F8470BB054', 'PO-1', 'B63385F8-3F99-5FD2-173C-24C5A4D8CC99', 'C9652E33-117A-6A96-9C58-135321878525', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 0, 639158976000000000, 639158976000000000, '{}', 0);
INSERT INTO "orders" ("id", "number", "rfq_id", "offer_id", "customer_id", "manufacturer_id", "state", "placed_at", "updated_at", "body", "version") VALUES ('867068B0-562E-881E-F3E5-4AB1503CD003', 'PO-1', '48E138E9-1156-A3C4-7BD6-0F61962BAED8', 'F27A3D0F-43F0-5944-973B-0DF83780B0E6', '788A8021-E785-1076-9BFB-057D3F14744A', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 0, 639158976000000000, 639158976000000000, '{}', 0);
INSERT INTO "organisation_files" ("organisation_id", "kind", "name", "blob", "size", "uploaded_at") VALUES ('0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 'plant', 'plant.yaml', 'ac9567c129e3c03b16e4fd6f47666aa84e9f55058f54564c90c201205877b776', 0, 639158976000000000);
INSERT INTO "organisation_files" ("organisation_id", "kind", "name", "blob", "size", "uploaded_at") VALUES ('364FCA8A-4F77-A682-7C50-7CB9C9667948', 'plant', 'plant.yaml', '37ff2475cff2de5e2805d52c7c515c2a52316f0656b14c886bf4a63e51fc7306', 0, 639158976000000000);
INSERT INTO "organisation_files" ("organisation_id", "kind", "name", "blob", "size", "uploaded_at") VALUES ('788A8021-E785-1076-9BFB-057D3F14744A', 'plant', 'plant.yaml', 'e8fc1d6b2660557fd80000794c2c145ec0760c75e2ddced7cff13da9f49aeeed', 0, 639158976000000000);
INSERT INTO "organisation_files" ("organisation_id", "kind", "name", "blob", "size", "uploaded_at") VALUES ('E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'plant', 'plant.yaml', 'dfc85f803dd0e6a2a3b2819c61c1d7b9fd4786325b1e1120d38c627e2a31a62d', 0, 639158976000000000);
INSERT INTO "organisation_files" ("organisation_id", "kind", "name", "blob", "size", "uploaded_at") VALUES ('FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 'plant', 'plant.yaml', '298e303dc53387b219fa07691c851398c255b52d6bf4d56c3bf22bf6c4cbd165', 0, 639158976000000000);
INSERT INTO "organisation_keys" ("organisation_id", "protected", "created_at") VALUES ('0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 'secret of maker', 639158976000000000);
INSERT INTO "organisation_keys" ("organisation_id", "protected", "created_at") VALUES ('364FCA8A-4F77-A682-7C50-7CB9C9667948', 'secret of stranger', 639158976000000000);
INSERT INTO "organisation_keys" ("organisation_id", "protected", "created_at") VALUES ('788A8021-E785-1076-9BFB-057D3F14744A', 'secret of first customer', 639158976000000000);
INSERT INTO "organisation_keys" ("organisation_id", "protected", "created_at") VALUES ('E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'secret of second customer', 639158976000000000);
INSERT INTO "organisation_keys" ("organisation_id", "protected", "created_at") VALUES ('FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 'secret of rival', 639158976000000000);
INSERT INTO "organisations" ("id", "name", "kinds", "country", "listed", "local", "body", "version") VALUES ('0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 'maker', 2, 'DE', 0, 1, '{"id":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","name":"maker","kinds":"manufacturer","country":"DE","address":"","mail":"","certifications":[],"sites":[],"publicKey":""}', 1);
INSERT INTO "organisations" ("id", "name", "kinds", "country", "listed", "local", "body", "version") VALUES ('364FCA8A-4F77-A682-7C50-7CB9C9667948', 'stranger', 3, 'DE', 0, 1, '{"id":"364fca8a-4f77-a682-7c50-7cb9c9667948","name":"stranger","kinds":"customer, manufacturer","country":"DE","address":"","mail":"","certifications":[],"sites":[],"publicKey":""}', 1);
INSERT INTO "organisations" ("id", "name", "kinds", "country", "listed", "local", "body", "version") VALUES ('788A8021-E785-1076-9BFB-057D3F14744A', 'first customer', 1, 'DE', 0, 1, '{"id":"788a8021-e785-1076-9bfb-057d3f14744a","name":"first customer","kinds":"customer","country":"DE","address":"","mail":"","certifications":[],"sites":[],"publicKey":""}', 1);
INSERT INTO "organisations" ("id", "name", "kinds", "country", "listed", "local", "body", "version") VALUES ('E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'second customer', 1, 'DE', 0, 1, '{"id":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","name":"second customer","kinds":"customer","country":"DE","address":"","mail":"","certifications":[],"sites":[],"publicKey":""}', 1);
INSERT INTO "organisations" ("id", "name", "kinds", "country", "listed", "local", "body", "version") VALUES ('FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 'rival', 2, 'DE', 1, 1, '{"id":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","name":"rival","kinds":"manufacturer","country":"DE","address":"","mail":"","certifications":[],"sites":[],"publicKey":""}', 1);
INSERT INTO "outgoing_mails" ("id", "to", "subject", "text", "attempts", "next_at", "sent_at", "error") VALUES ('F1D3D800-3917-F3D2-5370-99982B4674C2', 'someone@example.com', 's', 't', 0, 639158976000000000, NULL, '');
INSERT INTO "package_grants" ("package_id", "invitation_id", "revision", "manufacturer_id", "until_day") VALUES ('1DD6DD5D-5F77-9861-BA07-525D0FC6A6BF', '2D132CD4-2DB0-487F-D838-A9590833F61E', 1, 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 739766);
INSERT INTO "package_grants" ("package_id", "invitation_id", "revision", "manufacturer_id", "until_day") VALUES ('1DD6DD5D-5F77-9861-BA07-525D0FC6A6BF', 'ABBC54E8-F67B-7125-CC37-A32C5C39FC9B', 1, '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 739766);
INSERT INTO "package_grants" ("package_id", "invitation_id", "revision", "manufacturer_id", "until_day") VALUES ('53A9D90D-27DB-D43F-4CB4-5B124D43B17C', '2D132CD4-2DB0-487F-D838-A9590833F61E', 1, 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 739767);
INSERT INTO "package_grants" ("package_id", "invitation_id", "revision", "manufacturer_id", "until_day") VALUES ('53A9D90D-27DB-D43F-4CB4-5B124D43B17C', 'ABBC54E8-F67B-7125-CC37-A32C5C39FC9B', 1, '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 739767);
INSERT INTO "package_grants" ("package_id", "invitation_id", "revision", "manufacturer_id", "until_day") VALUES ('89AE027E-0106-583D-C4BA-0256C40CACD7', '409F971E-2A34-F229-3E61-EE46729E27CF', 1, '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 739767);
INSERT INTO "package_grants" ("package_id", "invitation_id", "revision", "manufacturer_id", "until_day") VALUES ('89AE027E-0106-583D-C4BA-0256C40CACD7', 'E05DAA28-A8A5-C635-39FC-C0F98A14EC6C', 1, 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 739767);
INSERT INTO "package_grants" ("package_id", "invitation_id", "revision", "manufacturer_id", "until_day") VALUES ('CDE6DA80-182C-764A-D5B8-B5291B94C042', '409F971E-2A34-F229-3E61-EE46729E27CF', 1, '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 739766);
INSERT INTO "package_grants" ("package_id", "invitation_id", "revision", "manufacturer_id", "until_day") VALUES ('CDE6DA80-182C-764A-D5B8-B5291B94C042', 'E05DAA28-A8A5-C635-39FC-C0F98A14EC6C', 1, 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 739766);
INSERT INTO "packages" ("id", "owner_id", "blob", "canonical", "name", "size", "state", "facts", "refusal", "uploaded_by", "uploaded_at") VALUES ('1DD6DD5D-5F77-9861-BA07-525D0FC6A6BF', '788A8021-E785-1076-9BFB-057D3F14744A', '740718ea716f7bbf564cd68fa72e53c735d9b16896f6320dfe8b35a26e275994', '', 'certified package', 0, 1, '', '', '14F69CB0-5D3F-4605-FC67-C272A1A17188', 639158976000000000);
INSERT INTO "packages" ("id", "owner_id", "blob", "canonical", "name", "size", "state", "facts", "refusal", "uploaded_by", "uploaded_at") VALUES ('3597D396-30CC-07D6-F35B-E30E32BF08DC', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'eb7289f23d210cf68afc6c3d4345fedd8f776ab82959a99f200ea01286dceef4', '', 'hidden package', 0, 1, '', '', 'DD6F7CD8-597D-0969-F27F-0FB77BC5D2D4', 639158976000000000);
INSERT INTO "packages" ("id", "owner_id", "blob", "canonical", "name", "size", "state", "facts", "refusal", "uploaded_by", "uploaded_at") VALUES ('53A9D90D-27DB-D43F-4CB4-5B124D43B17C', '788A8021-E785-1076-9BFB-057D3F14744A', 'bc4a71180870f7945155fbb02f4b0a2e3faa2a62d6d31b7039013055ed19869a', '', 'package', 0, 1, '', '', '14F69CB0-5D3F-4605-FC67-C272A1A17188', 639158976000000000);
INSERT INTO "packages" ("id", "owner_id", "blob", "canonical", "name", "size", "state", "facts", "refusal", "uploaded_by", "uploaded_at") VALUES ('89AE027E-0106-583D-C4BA-0256C40CACD7', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'bc4a71180870f7945155fbb02f4b0a2e3faa2a62d6d31b7039013055ed19869a', '', 'package', 0, 1, '', '', 'DD6F7CD8-597D-0969-F27F-0FB77BC5D2D4', 639158976000000000);
INSERT INTO "packages" ("id", "owner_id", "blob", "canonical", "name", "size", "state", "facts", "refusal", "uploaded_by", "uploaded_at") VALUES ('CDE6DA80-182C-764A-D5B8-B5291B94C042', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', '740718ea716f7bbf564cd68fa72e53c735d9b16896f6320dfe8b35a26e275994', '', 'certified package', 0, 1, '', '', 'DD6F7CD8-597D-0969-F27F-0FB77BC5D2D4', 639158976000000000);
INSERT INTO "packages" ("id", "owner_id", "blob", "canonical", "name", "size", "state", "facts", "refusal", "uploaded_by", "uploaded_at") VALUES ('F5ADE747-0F73-E901-3F2E-4F8CA57A4B1C', '788A8021-E785-1076-9BFB-057D3F14744A', 'eb7289f23d210cf68afc6c3d4345fedd8f776ab82959a99f200ea01286dceef4', '', 'hidden package', 0, 1, '', '', '14F69CB0-5D3F-4605-FC67-C272A1A17188', 639158976000000000);
INSERT INTO "questions" ("id", "rfq_id", "customer_id", "manufacturer_id", "revision", "state", "query", "updated_at", "body", "version") VALUES ('B0C63B10-70DE-793A-8169-1E0C82516458', '48E138E9-1156-A3C4-7BD6-0F61962BAED8', '788A8021-E785-1076-9BFB-057D3F14744A', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 1, 0, '', 639158976000000000, '{"id":"b0c63b10-70de-793a-8169-1e0c82516458","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","revision":1,"subject":"which finish?","query":"","proposal":"","state":"open","remarks":[]}', 1);
INSERT INTO "questions" ("id", "rfq_id", "customer_id", "manufacturer_id", "revision", "state", "query", "updated_at", "body", "version") VALUES ('C76BA125-6768-FBFF-A2A7-AE5988673608', '48E138E9-1156-A3C4-7BD6-0F61962BAED8', '788A8021-E785-1076-9BFB-057D3F14744A', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 1, 0, '', 639158976000000000, '{"id":"c76ba125-6768-fbff-a2a7-ae5988673608","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","revision":1,"subject":"which finish?","query":"","proposal":"","state":"open","remarks":[]}', 1);
INSERT INTO "questions" ("id", "rfq_id", "customer_id", "manufacturer_id", "revision", "state", "query", "updated_at", "body", "version") VALUES ('E4331747-C6E2-6BD9-7EC0-F69535D3D8CE', 'B63385F8-3F99-5FD2-173C-24C5A4D8CC99', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 1, 0, '', 639158976000000000, '{"id":"e4331747-c6e2-6bd9-7ec0-f69535d3d8ce","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","revision":1,"subject":"which finish?","query":"","proposal":"","state":"open","remarks":[]}', 1);
INSERT INTO "questions" ("id", "rfq_id", "customer_id", "manufacturer_id", "revision", "state", "query", "updated_at", "body", "version") VALUES ('E574BF77-152A-01B8-56C9-5FDC0864FEC3', 'B63385F8-3F99-5FD2-173C-24C5A4D8CC99', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 1, 0, '', 639158976000000000, '{"id":"e574bf77-152a-01b8-56c9-5fdc0864fec3","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","revision":1,"subject":"which finish?","query":"","proposal":"","state":"open","remarks":[]}', 1);
INSERT INTO "rfqs" ("id", "customer_id", "number", "title", "state", "created_at", "updated_at", "answers_due", "body", "version") VALUES ('48E138E9-1156-A3C4-7BD6-0F61962BAED8', '788A8021-E785-1076-9BFB-057D3F14744A', 'RFQ-2026-0001', 'first customer''s Sent request', 1, 639158976000000000, 639158976000000000, NULL, '{"id":"48e138e9-1156-a3c4-7bd6-0f61962baed8","number":"RFQ-2026-0001","customer":"788a8021-e785-1076-9bfb-057d3f14744a","title":"first customer''s Sent request","created":"2026-06-01T08:00:00+00:00","state":"sent","revisions":[{"number":1,"package":"21808a7885e776109bfb057d3f14744a80f4aa848dbe61d865ae32d477087bfc","upload":null,"label":"","packageName":"","note":"","services":[],"design":null,"quantities":[],"annualVolume":null,"releases":[],"consigned":[],"currency":"USD","destination":"","ipcClass":2,"answersDue":null}],"sentRevisions":0,"gates":[],"sent":null}', 1);
INSERT INTO "rfqs" ("id", "customer_id", "number", "title", "state", "created_at", "updated_at", "answers_due", "body", "version") VALUES ('8E05F453-7394-97B0-D0DE-F0FF129D61ED', '788A8021-E785-1076-9BFB-057D3F14744A', 'RFQ-2026-0000', 'first customer''s Draft request', 0, 639158976000000000, 639158976000000000, NULL, '{"id":"8e05f453-7394-97b0-d0de-f0ff129d61ed","number":"RFQ-2026-0000","customer":"788a8021-e785-1076-9bfb-057d3f14744a","title":"first customer''s Draft request","created":"2026-06-01T08:00:00+00:00","state":"draft","revisions":[{"number":1,"package":"21808a7885e776109bfb057d3f14744a80f4aa848dbe61d865ae32d477087bfc","upload":null,"label":"","packageName":"","note":"","services":[],"design":null,"quantities":[],"annualVolume":null,"releases":[],"consigned":[],"currency":"USD","destination":"","ipcClass":2,"answersDue":null}],"sentRevisions":0,"gates":[],"sent":null}', 1);
INSERT INTO "rfqs" ("id", "customer_id", "number", "title", "state", "created_at", "updated_at", "answers_due", "body", "version") VALUES ('A68EB92D-019F-4E55-1B27-42E97289A8DA', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'RFQ-2026-0000', 'second customer''s Draft request', 0, 639158976000000000, 639158976000000000, NULL, '{"id":"a68eb92d-019f-4e55-1b27-42e97289a8da","number":"RFQ-2026-0000","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","title":"second customer''s Draft request","created":"2026-06-01T08:00:00+00:00","state":"draft","revisions":[{"number":1,"package":"c4c6c2e10032c8023cc72657323b216cdea734f5cbf01096ada6a57ba105d7f0","upload":null,"label":"","packageName":"","note":"","services":[],"design":null,"quantities":[],"annualVolume":null,"releases":[],"consigned":[],"currency":"USD","destination":"","ipcClass":2,"answersDue":null}],"sentRevisions":0,"gates":[],"sent":null}', 1);
INSERT INTO "rfqs" ("id", "customer_id", "number", "title", "state", "created_at", "updated_at", "answers_due", "body", "version") VALUES ('B63385F8-3F99-5FD2-173C-24C5A4D8CC99', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'RFQ-2026-0001', 'second customer''s Sent request', 1, 639158976000000000, 639158976000000000, NULL, '{"id":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","number":"RFQ-2026-0001","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","title":"second customer''s Sent request","created":"2026-06-01T08:00:00+00:00","state":"sent","revisions":[{"number":1,"package":"c4c6c2e10032c8023cc72657323b216cdea734f5cbf01096ada6a57ba105d7f0","upload":null,"label":"","packageName":"","note":"","services":[],"design":null,"quantities":[],"annualVolume":null,"releases":[],"consigned":[],"currency":"USD","destination":"","ipcClass":2,"answersDue":null}],"sentRevisions":0,"gates":[],"sent":null}', 1);
INSERT INTO "schema_scripts" ("number", "name", "hash", "ran_at") VALUES (1, '0001_beginning.sql', 'd07e4cf9efb8bd0eb75397323652031b99b5a2c074db92742efd09882aef360e', 639158976000000000);
INSERT INTO "settings" ("name", "value") VALUES ('a setting', '1');
INSERT INTO "user_claims" ("id", "user_id", "claim_type", "claim_value") VALUES (1, '14F69CB0-5D3F-4605-FC67-C272A1A17188', 'a', 'b');
INSERT INTO "user_claims" ("id", "user_id", "claim_type", "claim_value") VALUES (2, 'DD6F7CD8-597D-0969-F27F-0FB77BC5D2D4', 'a', 'b');
INSERT INTO "user_claims" ("id", "user_id", "claim_type", "claim_value") VALUES (3, '5A9A36CE-9535-476E-4707-F94DD068BA1B', 'a', 'b');
INSERT INTO "user_claims" ("id", "user_id", "claim_type", "claim_value") VALUES (4, '9F026C1C-940D-48BA-77C0-1DF9BC9A07BF', 'a', 'b');
INSERT INTO "user_claims" ("id", "user_id", "claim_type", "claim_value") VALUES (5, '9CA8EE65-8A86-EE80-02A1-24EB17430C1C', 'a', 'b');
INSERT INTO "user_logins" ("login_provider", "provider_key", "provider_display_name", "user_id") VALUES ('p', 'first customer', NULL, '14F69CB0-5D3F-4605-FC67-C272A1A17188');
INSERT INTO "user_logins" ("login_provider", "provider_key", "provider_display_name", "user_id") VALUES ('p', 'maker', NULL, '5A9A36CE-9535-476E-4707-F94DD068BA1B');
INSERT INTO "user_logins" ("login_provider", "provider_key", "provider_display_name", "user_id") VALUES ('p', 'rival', NULL, '9F026C1C-940D-48BA-77C0-1DF9BC9A07BF');
INSERT INTO "user_logins" ("login_provider", "provider_key", "provider_display_name", "user_id") VALUES ('p', 'second customer', NULL, 'DD6F7CD8-597D-0969-F27F-0FB77BC5D2D4');
INSERT INTO "user_logins" ("login_provider", "provider_key", "provider_display_name", "user_id") VALUES ('p', 'stranger', NULL, '9CA8EE65-8A86-EE80-02A1-24EB17430C1C');
INSERT INTO "user_passkeys" ("credential_id", "user_id", "data") VALUES (X'1DB147FA22ABAE8A70C94152C9EC8CB82BDD0CC8135730A11879AE9DD7AD0375', '9F026C1C-940D-48BA-77C0-1DF9BC9A07BF', '{"AttestationObject":"04","ClientDataJson":"05","CreatedAt":639158976000000000,"IsBackedUp":false,"IsBackupEligible":false,"IsUserVerified":false,"Name":"key","PublicKey":"010203","SignCount":0,"Transports":null}');
INSERT INTO "user_passkeys" ("credential_id", "user_id", "data") VALUES (X'21808A7885E776109BFB057D3F14744A80F4AA848DBE61D865AE32D477087BFC', '14F69CB0-5D3F-4605-FC67-C272A1A17188', '{"AttestationObject":"04","ClientDataJson":"05","CreatedAt":639158976000000000,"IsBackedUp":false,"IsBackupEligible":false,"IsUserVerified":false,"Name":"key","PublicKey":"010203","SignCount":0,"Transports":null}');
INSERT INTO "user_passkeys" ("credential_id", "user_id", "data") VALUES (X'878C240FD717F39D8CEC9F7A5CF936873FFCC0757BEEF703AD2C5F9ED1890344', '5A9A36CE-9535-476E-4707-F94DD068BA1B', '{"AttestationObject":"04","ClientDataJson":"05","CreatedAt":639158976000000000,"IsBackedUp":false,"IsBackupEligible":false,"IsUserVerified":false,"Name":"key","PublicKey":"010203","SignCount":0,"Transports":null}');
INSERT INTO "user_passkeys" ("credential_id", "user_id", "data") VALUES (X'8ACA4F36774F82A67C507CB9C96679482E2CC767F2D38502269557A566B092FB', '9CA8EE65-8A86-EE80-02A1-24EB17430C1C', '{"AttestationObject":"04","ClientDataJson":"05","CreatedAt":639158976000000000,"IsBackedUp":false,"IsBackupEligible":false,"IsUserVerified":false,"Name":"key","PublicKey":"010203","SignCount":0,"Transports":null}');
INSERT INTO "user_passkeys" ("credential_id", "user_id", "data") VALUES (X'C4C6C2E10032C8023CC72657323B216CDEA734F5CBF01096ADA6A57BA105D7F0', 'DD6F7CD8-597D-0969-F27F-0FB77BC5D2D4', '{"AttestationObject":"04","ClientDataJson":"05","CreatedAt":639158976000000000,"IsBackedUp":false,"IsBackupEligible":false,"IsUserVerified":false,"Name":"key","PublicKey":"010203","SignCount":0,"Transports":null}');
INSERT INTO "user_tokens" ("user_id", "login_provider", "name", "value") VALUES ('14F69CB0-5D3F-4605-FC67-C272A1A17188', 'p', 'n', 'v');
INSERT INTO "user_tokens" ("user_id", "login_provider", "name", "value") VALUES ('5A9A36CE-9535-476E-4707-F94DD068BA1B', 'p', 'n', 'v');
INSERT INTO "user_tokens" ("user_id", "login_provider", "name", "value") VALUES ('9CA8EE65-8A86-EE80-02A1-24EB17430C1C', 'p', 'n', 'v');
INSERT INTO "user_tokens" ("user_id", "login_provider", "name", "value") VALUES ('9F026C1C-940D-48BA-77C0-1DF9BC9A07BF', 'p', 'n', 'v');
INSERT INTO "user_tokens" ("user_id", "login_provider", "name", "value") VALUES ('DD6F7CD8-597D-0969-F27F-0FB77BC5D2D4', 'p', 'n', 'v');
INSERT INTO "users" ("id", "display_name", "created_at", "user_name", "normalized_user_name", "email", "normalized_email", "email_confirmed", "password_hash", "security_stamp", "concurrency_stamp", "phone_number", "phone_number_confirmed", "two_factor_enabled", "lockout_end", "lockout_enabled", "access_failed_count") VALUES ('14F69CB0-5D3F-4605-FC67-C272A1A17188', 'first customer''s person', 639158976000000000, 'first customer', 'FIRST CUSTOMER', 'mail@example.com', NULL, 1, NULL, NULL, '237f8772-ca0d-44eb-9bab-14e628eeb3e3', NULL, 0, 0, NULL, 0, 0);
INSERT INTO "users" ("id", "display_name", "created_at", "user_name", "normalized_user_name", "email", "normalized_email", "email_confirmed", "password_hash", "security_stamp", "concurrency_stamp", "phone_number", "phone_number_confirmed", "two_factor_enabled", "lockout_end", "lockout_enabled", "access_failed_count") VALUES ('5A9A36CE-9535-476E-4707-F94DD068BA1B', 'maker''s person', 639158976000000000, 'maker', 'MAKER', 'mail@example.com', NULL, 1, NULL, NULL, '4392cad7-1dcb-408f-9221-5199b0e8965a', NULL, 0, 0, NULL, 0, 0);
INSERT INTO "users" ("id", "display_name", "created_at", "user_name", "normalized_user_name", "email", "normalized_email", "email_confirmed", "password_hash", "security_stamp", "concurrency_stamp", "phone_number", "phone_number_confirmed", "two_factor_enabled", "lockout_end", "lockout_enabled", "access_failed_count") VALUES ('9CA8EE65-8A86-EE80-02A1-24EB17430C1C', 'stranger''s person', 639158976000000000, 'stranger', 'STRANGER', 'mail@example.com', NULL, 1, NULL, NULL, '742bcb58-d02a-4156-9169-a2408d1f337d', NULL, 0, 0, NULL, 0, 0);
INSERT INTO "users" ("id", "display_name", "created_at", "user_name", "normalized_user_name", "email", "normalized_email", "email_confirmed", "password_hash", "security_stamp", "concurrency_stamp", "phone_number", "phone_number_confirmed", "two_factor_enabled", "lockout_end", "lockout_enabled", "access_failed_count") VALUES ('9F026C1C-940D-48BA-77C0-1DF9BC9A07BF', 'rival''s person', 639158976000000000, 'rival', 'RIVAL', 'mail@example.com', NULL, 1, NULL, NULL, '71ff2647-fbac-4e68-8451-fd6a3d2b62b3', NULL, 0, 0, NULL, 0, 0);
INSERT INTO "users" ("id", "display_name", "created_at", "user_name", "normalized_user_name", "email", "normalized_email", "email_confirmed", "password_hash", "security_stamp", "concurrency_stamp", "phone_number", "phone_number_confirmed", "two_factor_enabled", "lockout_end", "lockout_enabled", "access_failed_count") VALUES ('DD6F7CD8-597D-0969-F27F-0FB77BC5D2D4', 'second customer''s person', 639158976000000000, 'second customer', 'SECOND CUSTOMER', 'mail@example.com', NULL, 1, NULL, NULL, '499c984a-7c71-4746-b53a-ab4da80141e7', NULL, 0, 0, NULL, 0, 0);
INSERT INTO "webhook_deliveries" ("id", "webhook_id", "organisation_id", "event", "body", "attempts", "next_at", "delivered_at", "error") VALUES ('3EA3C6DB-99E2-F991-ACA1-EFF2774BB1C1', '599417EF-ED34-BF18-A8ED-D890C749D576', '364FCA8A-4F77-A682-7C50-7CB9C9667948', 'e', '{}', 0, 639158976000000000, NULL, '');
INSERT INTO "webhook_deliveries" ("id", "webhook_id", "organisation_id", "event", "body", "attempts", "next_at", "delivered_at", "error") VALUES ('9701357B-1259-15AB-69F9-329AD9995741', '38570D54-E51A-7799-74D9-D5487260C2E8', '788A8021-E785-1076-9BFB-057D3F14744A', 'e', '{}', 0, 639158976000000000, NULL, '');
INSERT INTO "webhook_deliveries" ("id", "webhook_id", "organisation_id", "event", "body", "attempts", "next_at", "delivered_at", "error") VALUES ('A3DF30C2-AFEF-C60E-6C39-561A4E08B7AB', '75A31CB2-2391-902C-1FD4-91E0B22FBC6D', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 'e', '{}', 0, 639158976000000000, NULL, '');
INSERT INTO "webhook_deliveries" ("id", "webhook_id", "organisation_id", "event", "body", "attempts", "next_at", "delivered_at", "error") VALUES ('B8FA7073-54EF-BABE-F2C0-01B664321134', '7E0CD7AF-C991-1942-F558-10A1413298D8', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'e', '{}', 0, 639158976000000000, NULL, '');
INSERT INTO "webhook_deliveries" ("id", "webhook_id", "organisation_id", "event", "body", "attempts", "next_at", "delivered_at", "error") VALUES ('D24BB9DA-F32E-8B8B-2467-CFC5F46F2C2C', 'EBD1946A-E6F8-B773-C86C-A98E7F962F1F', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 'e', '{}', 0, 639158976000000000, NULL, '');
INSERT INTO "webhooks" ("id", "organisation_id", "url", "protected_secret", "active", "created_at") VALUES ('38570D54-E51A-7799-74D9-D5487260C2E8', '788A8021-E785-1076-9BFB-057D3F14744A', 'https://example.com', 's', 0, 639158976000000000);
INSERT INTO "webhooks" ("id", "organisation_id", "url", "protected_secret", "active", "created_at") VALUES ('599417EF-ED34-BF18-A8ED-D890C749D576', '364FCA8A-4F77-A682-7C50-7CB9C9667948', 'https://example.com', 's', 0, 639158976000000000);
INSERT INTO "webhooks" ("id", "organisation_id", "url", "protected_secret", "active", "created_at") VALUES ('75A31CB2-2391-902C-1FD4-91E0B22FBC6D', '0F248C87-17D7-9DF3-8CEC-9F7A5CF93687', 'https://example.com', 's', 0, 639158976000000000);
INSERT INTO "webhooks" ("id", "organisation_id", "url", "protected_secret", "active", "created_at") VALUES ('7E0CD7AF-C991-1942-F558-10A1413298D8', 'E1C2C6C4-3200-02C8-3CC7-2657323B216C', 'https://example.com', 's', 0, 639158976000000000);
INSERT INTO "webhooks" ("id", "organisation_id", "url", "protected_secret", "active", "created_at") VALUES ('EBD1946A-E6F8-B773-C86C-A98E7F962F1F', 'FA47B11D-AB22-8AAE-70C9-4152C9EC8CB8', 'https://example.com', 's', 0, 639158976000000000);
