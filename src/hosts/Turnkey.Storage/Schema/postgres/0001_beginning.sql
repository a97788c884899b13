CREATE TABLE accesses (
    id uuid NOT NULL,
    at bigint NOT NULL,
    owner_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    user_id uuid NOT NULL,
    by text NOT NULL,
    package_id uuid NOT NULL,
    rfq_id uuid,
    what text NOT NULL,
    CONSTRAINT pk_accesses PRIMARY KEY (id)
);


CREATE TABLE api_tokens (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    user_id uuid NOT NULL,
    name text NOT NULL,
    roles integer NOT NULL,
    hash text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint,
    last_used_at bigint,
    revoked_at bigint,
    CONSTRAINT pk_api_tokens PRIMARY KEY (id)
);


CREATE TABLE artifacts (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    job_id uuid NOT NULL,
    package_id uuid NOT NULL,
    offer_id uuid,
    name text NOT NULL,
    media_type text NOT NULL,
    blob text NOT NULL,
    size bigint NOT NULL,
    audience integer NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT pk_artifacts PRIMARY KEY (id)
);


CREATE TABLE audit (
    number bigint NOT NULL,
    at bigint NOT NULL,
    organisation_id uuid NOT NULL,
    actor_id uuid NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    detail text NOT NULL,
    previous text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT pk_audit PRIMARY KEY (number)
);


CREATE TABLE bom_lines (
    package_id uuid NOT NULL,
    line integer NOT NULL,
    designators text NOT NULL,
    quantity integer NOT NULL,
    manufacturer text NOT NULL,
    mpn text NOT NULL,
    value text NOT NULL,
    footprint text NOT NULL,
    do_not_place boolean NOT NULL,
    CONSTRAINT pk_bom_lines PRIMARY KEY (package_id, line)
);


CREATE TABLE bundles (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    sender_id uuid NOT NULL,
    kind text NOT NULL,
    incoming boolean NOT NULL,
    blob text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_bundles PRIMARY KEY (id, organisation_id)
);


CREATE TABLE cost_sheets (
    offer_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    manufacturer_id uuid NOT NULL,
    open_book boolean NOT NULL,
    job_id uuid NOT NULL,
    body text NOT NULL,
    CONSTRAINT pk_cost_sheets PRIMARY KEY (offer_id)
);


CREATE TABLE counter_offers (
    id uuid NOT NULL,
    offer_id uuid NOT NULL,
    rfq_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    manufacturer_id uuid NOT NULL,
    at bigint NOT NULL,
    body text NOT NULL,
    CONSTRAINT pk_counter_offers PRIMARY KEY (id)
);


CREATE TABLE counters (
    organisation_id uuid NOT NULL,
    series text NOT NULL,
    last integer NOT NULL,
    CONSTRAINT pk_counters PRIMARY KEY (organisation_id, series)
);


CREATE TABLE idempotency (
    organisation_id uuid NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    status integer NOT NULL,
    body text NOT NULL,
    location text NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT pk_idempotency PRIMARY KEY (organisation_id, key)
);


CREATE TABLE invitations (
    id uuid NOT NULL,
    rfq_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    manufacturer_id uuid NOT NULL,
    state integer NOT NULL,
    sent_at bigint NOT NULL,
    body text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_invitations PRIMARY KEY (id)
);


CREATE TABLE jobs (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    kind integer NOT NULL,
    state integer NOT NULL,
    package_id uuid NOT NULL,
    rfq_id uuid,
    input text NOT NULL,
    input_hash text NOT NULL,
    permille integer NOT NULL,
    stage text NOT NULL,
    error text NOT NULL,
    attempts integer NOT NULL,
    fence bigint NOT NULL,
    worker text NOT NULL,
    lease_until bigint,
    cancel_requested boolean NOT NULL,
    requested_by uuid NOT NULL,
    created_at bigint NOT NULL,
    ended_at bigint,
    CONSTRAINT pk_jobs PRIMARY KEY (id)
);


CREATE TABLE joins (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    mail text NOT NULL,
    roles integer NOT NULL,
    token_hash text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint,
    CONSTRAINT pk_joins PRIMARY KEY (id)
);


CREATE TABLE notices (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    at bigint NOT NULL,
    kind text NOT NULL,
    text text NOT NULL,
    link text NOT NULL,
    read_at bigint,
    CONSTRAINT pk_notices PRIMARY KEY (id)
);


CREATE TABLE offers (
    id uuid NOT NULL,
    rfq_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    manufacturer_id uuid NOT NULL,
    number integer NOT NULL,
    state integer NOT NULL,
    created_at bigint NOT NULL,
    sent_at bigint,
    valid_until integer NOT NULL,
    body text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_offers PRIMARY KEY (id)
);


CREATE TABLE orders (
    id uuid NOT NULL,
    number text NOT NULL,
    rfq_id uuid NOT NULL,
    offer_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    manufacturer_id uuid NOT NULL,
    state integer NOT NULL,
    placed_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    body text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_orders PRIMARY KEY (id)
);


CREATE TABLE organisation_files (
    organisation_id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    blob text NOT NULL,
    size bigint NOT NULL,
    uploaded_at bigint NOT NULL,
    CONSTRAINT pk_organisation_files PRIMARY KEY (organisation_id, kind)
);


CREATE TABLE organisation_keys (
    organisation_id uuid NOT NULL,
    protected text NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT pk_organisation_keys PRIMARY KEY (organisation_id)
);


CREATE TABLE organisations (
    id uuid NOT NULL,
    name text NOT NULL,
    kinds integer NOT NULL,
    country text NOT NULL,
    listed boolean NOT NULL,
    local boolean NOT NULL,
    body text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_organisations PRIMARY KEY (id)
);


CREATE TABLE outgoing_mails (
    id uuid NOT NULL,
    "to" text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    attempts integer NOT NULL,
    next_at bigint NOT NULL,
    sent_at bigint,
    error text NOT NULL,
    CONSTRAINT pk_outgoing_mails PRIMARY KEY (id)
);


CREATE TABLE package_grants (
    package_id uuid NOT NULL,
    invitation_id uuid NOT NULL,
    revision integer NOT NULL,
    manufacturer_id uuid NOT NULL,
    until_day integer NOT NULL,
    CONSTRAINT pk_package_grants PRIMARY KEY (package_id, invitation_id, revision)
);


CREATE TABLE packages (
    id uuid NOT NULL,
    owner_id uuid NOT NULL,
    blob text NOT NULL,
    canonical text NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL,
    state integer NOT NULL,
    facts text NOT NULL,
    refusal text NOT NULL,
    uploaded_by uuid NOT NULL,
    uploaded_at bigint NOT NULL,
    CONSTRAINT pk_packages PRIMARY KEY (id)
);


CREATE TABLE questions (
    id uuid NOT NULL,
    rfq_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    manufacturer_id uuid NOT NULL,
    revision integer NOT NULL,
    state integer NOT NULL,
    query text NOT NULL,
    updated_at bigint NOT NULL,
    body text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_questions PRIMARY KEY (id)
);


CREATE TABLE rfqs (
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    number text NOT NULL,
    title text NOT NULL,
    state integer NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    answers_due integer,
    body text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_rfqs PRIMARY KEY (id)
);


CREATE TABLE settings (
    name text NOT NULL,
    value text NOT NULL,
    CONSTRAINT pk_settings PRIMARY KEY (name)
);


CREATE TABLE users (
    id uuid NOT NULL,
    display_name text NOT NULL,
    created_at bigint NOT NULL,
    user_name character varying(256),
    normalized_user_name character varying(256),
    email character varying(256),
    normalized_email character varying(256),
    email_confirmed boolean NOT NULL,
    password_hash text,
    security_stamp text,
    concurrency_stamp text,
    phone_number text,
    phone_number_confirmed boolean NOT NULL,
    two_factor_enabled boolean NOT NULL,
    lockout_end bigint,
    lockout_enabled boolean NOT NULL,
    access_failed_count integer NOT NULL,
    CONSTRAINT pk_users PRIMARY KEY (id)
);


CREATE TABLE webhook_deliveries (
    id uuid NOT NULL,
    webhook_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    event text NOT NULL,
    body text NOT NULL,
    attempts integer NOT NULL,
    next_at bigint NOT NULL,
    delivered_at bigint,
    error text NOT NULL,
    CONSTRAINT pk_webhook_deliveries PRIMARY KEY (id)
);


CREATE TABLE webhooks (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    url text NOT NULL,
    protected_secret text NOT NULL,
    active boolean NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT pk_webhooks PRIMARY KEY (id)
);


CREATE TABLE memberships (
    user_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    roles integer NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT pk_memberships PRIMARY KEY (user_id, organisation_id),
    CONSTRAINT fk_memberships_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);


CREATE TABLE user_claims (
    id integer GENERATED BY DEFAULT AS IDENTITY,
    user_id uuid NOT NULL,
    claim_type text,
    claim_value text,
    CONSTRAINT pk_user_claims PRIMARY KEY (id),
    CONSTRAINT fk_user_claims_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);


CREATE TABLE user_logins (
    login_provider text NOT NULL,
    provider_key text NOT NULL,
    provider_display_name text,
    user_id uuid NOT NULL,
    CONSTRAINT pk_user_logins PRIMARY KEY (login_provider, provider_key),
    CONSTRAINT fk_user_logins_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);


CREATE TABLE user_passkeys (
    credential_id bytea NOT NULL,
    user_id uuid NOT NULL,
    data jsonb NOT NULL,
    CONSTRAINT pk_user_passkeys PRIMARY KEY (credential_id),
    CONSTRAINT fk_user_passkeys_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);


CREATE TABLE user_tokens (
    user_id uuid NOT NULL,
    login_provider text NOT NULL,
    name text NOT NULL,
    value text,
    CONSTRAINT pk_user_tokens PRIMARY KEY (user_id, login_provider, name),
    CONSTRAINT fk_user_tokens_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);


CREATE INDEX ix_accesses_organisation_id_at ON accesses (organisation_id, at);


CREATE INDEX ix_accesses_owner_id_at ON accesses (owner_id, at);


CREATE INDEX ix_accesses_package_id ON accesses (package_id);


CREATE UNIQUE INDEX ix_api_tokens_hash ON api_tokens (hash);


CREATE INDEX ix_api_tokens_organisation_id ON api_tokens (organisation_id);


CREATE INDEX ix_artifacts_job_id ON artifacts (job_id);


CREATE INDEX ix_artifacts_offer_id ON artifacts (offer_id);


CREATE INDEX ix_artifacts_package_id ON artifacts (package_id);


CREATE INDEX ix_audit_organisation_id_number ON audit (organisation_id, number);


CREATE INDEX ix_bom_lines_mpn ON bom_lines (mpn);


CREATE INDEX ix_bundles_organisation_id_at ON bundles (organisation_id, at);


CREATE INDEX ix_counter_offers_rfq_id ON counter_offers (rfq_id);


CREATE INDEX ix_idempotency_created_at ON idempotency (created_at);


CREATE INDEX ix_invitations_customer_id_manufacturer_id ON invitations (customer_id, manufacturer_id);


CREATE INDEX ix_invitations_customer_id_sent_at ON invitations (customer_id, sent_at);


CREATE INDEX ix_invitations_manufacturer_id_customer_id ON invitations (manufacturer_id, customer_id);


CREATE INDEX ix_invitations_manufacturer_id_sent_at ON invitations (manufacturer_id, sent_at);


CREATE UNIQUE INDEX ix_invitations_rfq_id_manufacturer_id ON invitations (rfq_id, manufacturer_id);


CREATE INDEX ix_jobs_organisation_id_created_at ON jobs (organisation_id, created_at);


CREATE INDEX ix_jobs_package_id_kind ON jobs (package_id, kind);


CREATE INDEX ix_jobs_state_created_at ON jobs (state, created_at);


CREATE INDEX ix_joins_organisation_id ON joins (organisation_id);


CREATE UNIQUE INDEX ix_joins_token_hash ON joins (token_hash);


CREATE INDEX ix_memberships_organisation_id ON memberships (organisation_id);


CREATE INDEX ix_notices_organisation_id_at ON notices (organisation_id, at);


CREATE INDEX ix_notices_organisation_id_read_at ON notices (organisation_id, read_at);


CREATE INDEX ix_offers_customer_id_sent_at ON offers (customer_id, sent_at);


CREATE INDEX ix_offers_manufacturer_id_created_at ON offers (manufacturer_id, created_at);


CREATE UNIQUE INDEX ix_offers_rfq_id_manufacturer_id_number ON offers (rfq_id, manufacturer_id, number);


CREATE INDEX ix_orders_customer_id_manufacturer_id ON orders (customer_id, manufacturer_id);


CREATE UNIQUE INDEX ix_orders_customer_id_number ON orders (customer_id, number);


CREATE INDEX ix_orders_customer_id_updated_at ON orders (customer_id, updated_at);


CREATE INDEX ix_orders_manufacturer_id_customer_id ON orders (manufacturer_id, customer_id);


CREATE INDEX ix_orders_manufacturer_id_updated_at ON orders (manufacturer_id, updated_at);


CREATE INDEX ix_orders_offer_id ON orders (offer_id);


CREATE INDEX ix_orders_rfq_id ON orders (rfq_id);


CREATE INDEX ix_outgoing_mails_sent_at_next_at ON outgoing_mails (sent_at, next_at);


CREATE INDEX ix_package_grants_invitation_id ON package_grants (invitation_id);


CREATE INDEX ix_packages_owner_id_uploaded_at ON packages (owner_id, uploaded_at);


CREATE INDEX ix_questions_customer_id_state_updated_at ON questions (customer_id, state, updated_at);


CREATE INDEX ix_questions_manufacturer_id_state_updated_at ON questions (manufacturer_id, state, updated_at);


CREATE INDEX ix_questions_rfq_id_manufacturer_id ON questions (rfq_id, manufacturer_id);


CREATE UNIQUE INDEX ix_rfqs_customer_id_number ON rfqs (customer_id, number);


CREATE INDEX ix_rfqs_customer_id_updated_at ON rfqs (customer_id, updated_at);


CREATE INDEX ix_user_claims_user_id ON user_claims (user_id);


CREATE INDEX ix_user_logins_user_id ON user_logins (user_id);


CREATE INDEX ix_user_passkeys_user_id ON user_passkeys (user_id);


CREATE INDEX ix_users_normalized_email ON users (normalized_email);


CREATE UNIQUE INDEX ix_users_normalized_user_name ON users (normalized_user_name);


CREATE INDEX ix_webhook_deliveries_delivered_at_next_at ON webhook_deliveries (delivered_at, next_at);


CREATE INDEX ix_webhook_deliveries_webhook_id_next_at ON webhook_deliveries (webhook_id, next_at);


CREATE INDEX ix_webhooks_organisation_id ON webhooks (organisation_id);
