SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.accesses (
    id uuid NOT NULL,
    at bigint NOT NULL,
    owner_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    user_id uuid NOT NULL,
    by text NOT NULL,
    package_id uuid NOT NULL,
    rfq_id uuid,
    what text NOT NULL
);
CREATE TABLE public.api_tokens (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    user_id uuid NOT NULL,
    name text NOT NULL,
    roles integer NOT NULL,
    hash text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint,
    last_used_at bigint,
    revoked_at bigint
);
CREATE TABLE public.artifacts (
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
    created_at bigint NOT NULL
);
CREATE TABLE public.audit (
    number bigint NOT NULL,
    at bigint NOT NULL,
    organisation_id uuid NOT NULL,
    actor_id uuid NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    detail text NOT NULL,
    previous text NOT NULL,
    hash text NOT NULL
);
CREATE TABLE public.bom_lines (
    package_id uuid NOT NULL,
    line integer NOT NULL,
    designators text NOT NULL,
    quantity integer NOT NULL,
    manufacturer text NOT NULL,
    mpn text NOT NULL,
    value text NOT NULL,
    footprint text NOT NULL,
    do_not_place boolean NOT NULL
);
CREATE TABLE public.bundles (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    sender_id uuid NOT NULL,
    kind text NOT NULL,
    incoming boolean NOT NULL,
    blob text NOT NULL,
    at bigint NOT NULL
);
CREATE TABLE public.cost_sheets (
    offer_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    manufacturer_id uuid NOT NULL,
    open_book boolean NOT NULL,
    job_id uuid NOT NULL,
    body text NOT NULL
);
CREATE TABLE public.counter_offers (
    id uuid NOT NULL,
    offer_id uuid NOT NULL,
    rfq_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    manufacturer_id uuid NOT NULL,
    at bigint NOT NULL,
    body text NOT NULL
);
CREATE TABLE public.counters (
    organisation_id uuid NOT NULL,
    series text NOT NULL,
    last integer NOT NULL
);
CREATE TABLE public.idempotency (
    organisation_id uuid NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    status integer NOT NULL,
    body text NOT NULL,
    location text NOT NULL,
    created_at bigint NOT NULL
);
CREATE TABLE public.invitations (
    id uuid NOT NULL,
    rfq_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    manufacturer_id uuid NOT NULL,
    state integer NOT NULL,
    sent_at bigint NOT NULL,
    body text NOT NULL,
    version integer NOT NULL
);
CREATE TABLE public.jobs (
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
    ended_at bigint
);
CREATE TABLE public.joins (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    mail text NOT NULL,
    roles integer NOT NULL,
    token_hash text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint
);
CREATE TABLE public.memberships (
    user_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    roles integer NOT NULL,
    created_at bigint NOT NULL
);
CREATE TABLE public.notices (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    at bigint NOT NULL,
    kind text NOT NULL,
    text text NOT NULL,
    link text NOT NULL,
    read_at bigint
);
CREATE TABLE public.offers (
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
    version integer NOT NULL
);
CREATE TABLE public.orders (
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
    version integer NOT NULL
);
CREATE TABLE public.organisation_files (
    organisation_id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    blob text NOT NULL,
    size bigint NOT NULL,
    uploaded_at bigint NOT NULL
);
CREATE TABLE public.organisation_keys (
    organisation_id uuid NOT NULL,
    protected text NOT NULL,
    created_at bigint NOT NULL
);
CREATE TABLE public.organisations (
    id uuid NOT NULL,
    name text NOT NULL,
    kinds integer NOT NULL,
    country text NOT NULL,
    listed boolean NOT NULL,
    local boolean NOT NULL,
    body text NOT NULL,
    version integer NOT NULL
);
CREATE TABLE public.outgoing_mails (
    id uuid NOT NULL,
    "to" text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    attempts integer NOT NULL,
    next_at bigint NOT NULL,
    sent_at bigint,
    error text NOT NULL
);
CREATE TABLE public.package_grants (
    package_id uuid NOT NULL,
    invitation_id uuid NOT NULL,
    revision integer NOT NULL,
    manufacturer_id uuid NOT NULL,
    until_day integer NOT NULL
);
CREATE TABLE public.packages (
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
    uploaded_at bigint NOT NULL
);
CREATE TABLE public.questions (
    id uuid NOT NULL,
    rfq_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    manufacturer_id uuid NOT NULL,
    revision integer NOT NULL,
    state integer NOT NULL,
    query text NOT NULL,
    updated_at bigint NOT NULL,
    body text NOT NULL,
    version integer NOT NULL
);
CREATE TABLE public.rfqs (
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    number text NOT NULL,
    title text NOT NULL,
    state integer NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    answers_due integer,
    body text NOT NULL,
    version integer NOT NULL
);
CREATE TABLE public.schema_scripts (
    number integer NOT NULL,
    name text NOT NULL,
    hash text NOT NULL,
    ran_at bigint NOT NULL
);
CREATE TABLE public.settings (
    name text NOT NULL,
    value text NOT NULL
);
CREATE TABLE public.user_claims (
    id integer NOT NULL,
    user_id uuid NOT NULL,
    claim_type text,
    claim_value text
);
ALTER TABLE public.user_claims ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.user_claims_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.user_logins (
    login_provider text NOT NULL,
    provider_key text NOT NULL,
    provider_display_name text,
    user_id uuid NOT NULL
);
CREATE TABLE public.user_passkeys (
    credential_id bytea NOT NULL,
    user_id uuid NOT NULL,
    data jsonb NOT NULL
);
CREATE TABLE public.user_tokens (
    user_id uuid NOT NULL,
    login_provider text NOT NULL,
    name text NOT NULL,
    value text
);
CREATE TABLE public.users (
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
    access_failed_count integer NOT NULL
);
CREATE TABLE public.webhook_deliveries (
    id uuid NOT NULL,
    webhook_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    event text NOT NULL,
    body text NOT NULL,
    attempts integer NOT NULL,
    next_at bigint NOT NULL,
    delivered_at bigint,
    error text NOT NULL
);
CREATE TABLE public.webhooks (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    url text NOT NULL,
    protected_secret text NOT NULL,
    active boolean NOT NULL,
    created_at bigint NOT NULL
);
INSERT INTO public.accesses (id, at, owner_id, organisation_id, user_id, by, package_id, rfq_id, what) VALUES ('0914fe7f-a458-df5a-3f5f-44a9c10b7dad', 639158976000000000, '788a8021-e785-1076-9bfb-057d3f14744a', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', '00000000-0000-0000-0000-000000000000', '', '53a9d90d-27db-d43f-4cb4-5b124d43b17c', NULL, 'package');
INSERT INTO public.accesses (id, at, owner_id, organisation_id, user_id, by, package_id, rfq_id, what) VALUES ('0acf4a49-c2c5-e923-dba0-a80469e97907', 639158976000000000, 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', '00000000-0000-0000-0000-000000000000', '', '89ae027e-0106-583d-c4ba-0256c40cacd7', NULL, 'package');
INSERT INTO public.accesses (id, at, owner_id, organisation_id, user_id, by, package_id, rfq_id, what) VALUES ('6a3ee15f-e25a-f599-3420-d7c122b7810d', 639158976000000000, 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '00000000-0000-0000-0000-000000000000', '', '89ae027e-0106-583d-c4ba-0256c40cacd7', NULL, 'package');
INSERT INTO public.accesses (id, at, owner_id, organisation_id, user_id, by, package_id, rfq_id, what) VALUES ('f6ad9f3b-a1c7-683f-63f7-be9ee826e27a', 639158976000000000, '788a8021-e785-1076-9bfb-057d3f14744a', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '00000000-0000-0000-0000-000000000000', '', '53a9d90d-27db-d43f-4cb4-5b124d43b17c', NULL, 'package');
INSERT INTO public.api_tokens (id, organisation_id, user_id, name, roles, hash, created_at, expires_at, last_used_at, revoked_at) VALUES ('176e0277-9ee3-640b-690f-43c2aa570a56', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '5a9a36ce-9535-476e-4707-f94dd068ba1b', 'ci', 0, '15bd0a1a896e82987b8290cdd8ec7d6594ff2571d7c474974fcf6c5075218f6d', 639158976000000000, NULL, NULL, NULL);
INSERT INTO public.api_tokens (id, organisation_id, user_id, name, roles, hash, created_at, expires_at, last_used_at, revoked_at) VALUES ('500111bb-bec9-7a76-ceb8-cbc2bca1de16', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', '9f026c1c-940d-48ba-77c0-1df9bc9a07bf', 'ci', 0, '6bdb66007ea86e02fb795c039da9d7328c65609b24397e28cac19a985bcb7fee', 639158976000000000, NULL, NULL, NULL);
INSERT INTO public.api_tokens (id, organisation_id, user_id, name, roles, hash, created_at, expires_at, last_used_at, revoked_at) VALUES ('77a01a2b-a4ad-f2a5-97ae-0790c104e7b7', '788a8021-e785-1076-9bfb-057d3f14744a', '14f69cb0-5d3f-4605-fc67-c272a1a17188', 'ci', 0, '690535b8258276c7c40f5d7c015448b8f3b550a674d0497426272a2d5e6b6850', 639158976000000000, NULL, NULL, NULL);
INSERT INTO public.api_tokens (id, organisation_id, user_id, name, roles, hash, created_at, expires_at, last_used_at, revoked_at) VALUES ('8f5b18ac-7c76-ec9d-d558-7ac49c519a9c', '364fca8a-4f77-a682-7c50-7cb9c9667948', '9ca8ee65-8a86-ee80-02a1-24eb17430c1c', 'ci', 0, '154e73e8ae4827dd2a11d1b6956f199d5bca808144b9ecd0bf74c2aa948aa85e', 639158976000000000, NULL, NULL, NULL);
INSERT INTO public.api_tokens (id, organisation_id, user_id, name, roles, hash, created_at, expires_at, last_used_at, revoked_at) VALUES ('93f1811e-d690-75b4-21ed-99f765d63503', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'dd6f7cd8-597d-0969-f27f-0fb77bc5d2d4', 'ci', 0, 'ddb1b38700af9e37dcaa4b4f529907db02e800edad79a532b7b4d09a122079c5', 639158976000000000, NULL, NULL, NULL);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('057355f4-38fb-f6c6-900e-62c6bbe37734', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '89ae027e-0106-583d-c4ba-0256c40cacd7', '7050cab7-a113-b7af-7b87-d34eb80b83bb', 'Owner', '', '7aee720055c072e1dca04b2ac375d2ea0a17152c719ccbe09e520d0a1b702827', 0, 0, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('19ef5df3-b5d4-d9ef-08a8-c7d51463a437', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '53a9d90d-27db-d43f-4cb4-5b124d43b17c', 'ea0a21fb-e665-59c5-e336-c40a356c5873', 'Owner', '', '100482d20aa7c6eeb88f4f09cfd72fd12febb20b1e5519086c3f2ea2bfd7ea27', 0, 0, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('25575b32-e0a8-897d-bbbb-42a573915f76', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '89ae027e-0106-583d-c4ba-0256c40cacd7', 'f4c745ad-cdcf-726b-2100-9548a3e8c7c1', 'Owner', '', '47f279efde7dd165fbf98e69a8426f85bcc80274f63b6f2644ad9298cd329ce8', 0, 0, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('29543b0a-1500-8720-aaa6-4cf5cecc51b1', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '89ae027e-0106-583d-c4ba-0256c40cacd7', 'e0441432-d0ba-dc3d-0bda-26831b88dc35', 'Customer', '', '1db2bd0d4f6f12a26834012506879c46b018eae66dc29382c60f0d6f088e2a25', 0, 1, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('2a37a05e-6573-2c44-34b9-e5913c3369b7', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '89ae027e-0106-583d-c4ba-0256c40cacd7', NULL, 'loose', '', '878c240fd717f39d8cec9f7a5cf936873ffcc0757beef703ad2c5f9ed1890344', 0, 1, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('39638548-6937-403f-a450-8a0cef9068dd', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '53a9d90d-27db-d43f-4cb4-5b124d43b17c', '497b4d90-ac75-a71c-8d08-ac6c7dbddf4e', 'Customer', '', '55efe85c5977d1a2130a7a0c50141a0866a21359cc33d8a203f3ece73b8a7ea6', 0, 1, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('3ffba4b5-36e0-9b03-ae6f-11ff0ad83cb7', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '53a9d90d-27db-d43f-4cb4-5b124d43b17c', 'f27a3d0f-43f0-5944-973b-0df83780b0e6', 'Owner', '', '086dbec795220aef3feea3841ccbd223a8a0a611e8c11e3962cc15a71dc620d9', 0, 0, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('4184a755-101f-ab4e-b5ec-a24f9d60d354', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '53a9d90d-27db-d43f-4cb4-5b124d43b17c', '3a964ad2-4f5c-42e9-fb5b-314ccf2df45b', 'Customer', '', 'c287f884d03bee574b719eea1becceb27c25213934ef69ecd5d8b40f5519bea5', 0, 1, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('606c77d5-1dfb-59d5-543a-f588dbaf8dbe', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '53a9d90d-27db-d43f-4cb4-5b124d43b17c', NULL, 'loose', '', '878c240fd717f39d8cec9f7a5cf936873ffcc0757beef703ad2c5f9ed1890344', 0, 1, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('7c0b9704-6bf1-1b71-6b10-cb74df156a22', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '53a9d90d-27db-d43f-4cb4-5b124d43b17c', 'b834680e-5ecb-09cb-d5f1-7d6f96079c90', 'Owner', '', '0f4061beb1b8b2932ec1cd104b4112f2031849c1474f1186a3c1646ccf64df19', 0, 0, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('7fdda613-e274-fbc5-7fb1-8faa3a5ba31b', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '53a9d90d-27db-d43f-4cb4-5b124d43b17c', 'f27a3d0f-43f0-5944-973b-0df83780b0e6', 'Customer', '', 'fd79e143540fc7cd8c8fae7bfaa07cad0ce910f45da90d2068bcea9bc05fd4d7', 0, 1, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('810666bd-41ff-30cb-e08d-99174a923e4f', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '53a9d90d-27db-d43f-4cb4-5b124d43b17c', 'b834680e-5ecb-09cb-d5f1-7d6f96079c90', 'Customer', '', 'b2773ffa94cc783a8d07141369b1ecc1ef4f06a923ae6038c58c44f3539c3535', 0, 1, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('8dcb9b9e-12be-e2ba-aa05-aa1122269b59', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '89ae027e-0106-583d-c4ba-0256c40cacd7', '7b545c97-e4fe-1a3b-b29a-06ca2f92c8a1', 'Owner', '', 'e22836f031a7c37e744469d0e13fbb4021e264ee1fad63e80509c0bd5e01befa', 0, 0, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('8eb1129f-9dd2-139c-f9f6-379c81de0a5a', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '53a9d90d-27db-d43f-4cb4-5b124d43b17c', '9b3b7063-83bf-287a-34c0-bfb2b017aa0e', 'Owner', '', '2ce08a722882098c59223231a38daf22ea67e494ada215dbd5743f96f760385c', 0, 0, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('8fb0d3bc-11db-9131-9ca6-893267636cbf', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '89ae027e-0106-583d-c4ba-0256c40cacd7', '7b545c97-e4fe-1a3b-b29a-06ca2f92c8a1', 'Customer', '', 'e8fb529859737f7da984edd649d0367b3a0cbb91256fa4ac8cbc5364a74d5686', 0, 1, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('998aef2a-ccf7-614c-9cf9-b346081d6a7b', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '89ae027e-0106-583d-c4ba-0256c40cacd7', '0a0d1c3d-2fb3-ba17-4b84-79c873ffa1f4', 'Customer', '', 'e033ab6019627c23447c2e6ba0113bce0b744f93521dd04114de71d943a81e07', 0, 1, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('9acd9744-d1e6-b337-e7c0-7f2205ecb2b8', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '53a9d90d-27db-d43f-4cb4-5b124d43b17c', '9b3b7063-83bf-287a-34c0-bfb2b017aa0e', 'Customer', '', '1f0fa912c8a07b6d9ff72bed661db48bcd75d26b409eba0ee66f829cb84d6c77', 0, 1, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('a17e4586-4210-03c6-86ff-8fdeeeba1c35', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '89ae027e-0106-583d-c4ba-0256c40cacd7', 'e0441432-d0ba-dc3d-0bda-26831b88dc35', 'Owner', '', '467407f92835980c6929d44e19744d564a97d67af62d7505f1180ed285e2d8cf', 0, 0, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('a424e17f-2353-47c1-20c2-35afad96edd9', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '89ae027e-0106-583d-c4ba-0256c40cacd7', 'f4c745ad-cdcf-726b-2100-9548a3e8c7c1', 'Customer', '', '28d902a5cd93f4282894c361ec8a4ffea4123e7ee8613c436878bc81ff4f3a17', 0, 1, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('a69bcdf4-66a9-70da-9d0c-96744b8ecc64', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '89ae027e-0106-583d-c4ba-0256c40cacd7', 'c9652e33-117a-6a96-9c58-135321878525', 'Owner', '', 'ac3c0023487265d3fb1725d7c3462ddd1f96159298a96bb5bbd098bcafe0f47a', 0, 0, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('a790a394-de41-fb90-ef74-15635a0933d6', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '53a9d90d-27db-d43f-4cb4-5b124d43b17c', '3a964ad2-4f5c-42e9-fb5b-314ccf2df45b', 'Owner', '', 'dc66307afb5662cecb2c8264a72480fef71655d12d7a268aee84ed8b49818d6b', 0, 0, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('a8523100-1d60-0cc2-3223-32f59ef023f9', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '53a9d90d-27db-d43f-4cb4-5b124d43b17c', NULL, 'loose', '', '1db147fa22abae8a70c94152c9ec8cb82bdd0cc8135730a11879ae9dd7ad0375', 0, 1, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('b8d025b0-88c8-9a73-2031-9f99acf4e9fe', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '53a9d90d-27db-d43f-4cb4-5b124d43b17c', '497b4d90-ac75-a71c-8d08-ac6c7dbddf4e', 'Owner', '', '7977f4e318876511c197f41ef88b56dccd1f310b53d4fb552f19b1f80e132d41', 0, 0, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('c383fc41-e105-6dae-697d-995d8d6e7d9f', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '89ae027e-0106-583d-c4ba-0256c40cacd7', 'c9652e33-117a-6a96-9c58-135321878525', 'Customer', '', '573da75e909d1315656f2273e3f2b954c414cc97abdfde2468db58d80b600caf', 0, 1, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('d4b6fea2-f4bc-60fb-06e1-e66464615db7', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '89ae027e-0106-583d-c4ba-0256c40cacd7', NULL, 'loose', '', '1db147fa22abae8a70c94152c9ec8cb82bdd0cc8135730a11879ae9dd7ad0375', 0, 1, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('eb55e33c-a89b-b689-6635-ca997ef0d062', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '89ae027e-0106-583d-c4ba-0256c40cacd7', '0a0d1c3d-2fb3-ba17-4b84-79c873ffa1f4', 'Owner', '', 'a8f690cc089d28b07fa73e1f58b0aec382679c9847b63251e517590acb317907', 0, 0, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('f4e4f51a-1911-71cb-2af1-3dfbfb975ebf', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '89ae027e-0106-583d-c4ba-0256c40cacd7', '7050cab7-a113-b7af-7b87-d34eb80b83bb', 'Customer', '', 'b2da3b382f9e255133e59f7bcde1ccbafadcd04883f9f68052efb89cc348ec68', 0, 1, 639158976000000000);
INSERT INTO public.artifacts (id, organisation_id, job_id, package_id, offer_id, name, media_type, blob, size, audience, created_at) VALUES ('fe9a2c44-9a28-4a77-5ab3-609751abe5ef', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '53a9d90d-27db-d43f-4cb4-5b124d43b17c', 'ea0a21fb-e665-59c5-e336-c40a356c5873', 'Customer', '', '782307661e610fd0d3e0077554da8828cc45a7e407c7bcdb3044b19be2e4311f', 0, 1, 639158976000000000);
INSERT INTO public.audit (number, at, organisation_id, actor_id, action, subject, detail, previous, hash) VALUES (1, 639158976000000000, '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', 'world.made', 'world', '{}', '0000000000000000000000000000000000000000000000000000000000000000', '5de7d17bf3fe543cb0cc9dfb8ca58fa5e4919868bad2ab98937ff6ad9a96688d');
INSERT INTO public.audit (number, at, organisation_id, actor_id, action, subject, detail, previous, hash) VALUES (2, 639158976000000000, '788a8021-e785-1076-9bfb-057d3f14744a', '14f69cb0-5d3f-4605-fc67-c272a1a17188', 'rfq.sent', 'rfq/1', '{}', '5de7d17bf3fe543cb0cc9dfb8ca58fa5e4919868bad2ab98937ff6ad9a96688d', '4e3cc32fdc3cc27ad44e1f08e2d8859c96deac80b179ce25902c9a4d05c59a99');
INSERT INTO public.bom_lines (package_id, line, designators, quantity, manufacturer, mpn, value, footprint, do_not_place) VALUES ('1dd6dd5d-5f77-9861-ba07-525d0fc6a6bf', 1, 'R1', 1, '', 'RC0603', '', '', false);
INSERT INTO public.bom_lines (package_id, line, designators, quantity, manufacturer, mpn, value, footprint, do_not_place) VALUES ('3597d396-30cc-07d6-f35b-e30e32bf08dc', 1, 'R1', 1, '', 'RC0603', '', '', false);
INSERT INTO public.bom_lines (package_id, line, designators, quantity, manufacturer, mpn, value, footprint, do_not_place) VALUES ('53a9d90d-27db-d43f-4cb4-5b124d43b17c', 1, 'R1', 1, '', 'RC0603', '', '', false);
INSERT INTO public.bom_lines (package_id, line, designators, quantity, manufacturer, mpn, value, footprint, do_not_place) VALUES ('89ae027e-0106-583d-c4ba-0256c40cacd7', 1, 'R1', 1, '', 'RC0603', '', '', false);
INSERT INTO public.bom_lines (package_id, line, designators, quantity, manufacturer, mpn, value, footprint, do_not_place) VALUES ('cde6da80-182c-764a-d5b8-b5291b94c042', 1, 'R1', 1, '', 'RC0603', '', '', false);
INSERT INTO public.bom_lines (package_id, line, designators, quantity, manufacturer, mpn, value, footprint, do_not_place) VALUES ('f5ade747-0f73-e901-3f2e-4f8ca57a4b1c', 1, 'R1', 1, '', 'RC0603', '', '', false);
INSERT INTO public.bundles (id, organisation_id, sender_id, kind, incoming, blob, at) VALUES ('50c998cd-29d6-65c6-4853-7b4ecd68dab3', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 'rfq', false, '4d93c5211e4b02f61d8bac344d78d27ab0020dc15b5a7390bc91e8cbd96a0c08', 639158976000000000);
INSERT INTO public.bundles (id, organisation_id, sender_id, kind, incoming, blob, at) VALUES ('50c998cd-29d6-65c6-4853-7b4ecd68dab3', '364fca8a-4f77-a682-7c50-7cb9c9667948', '364fca8a-4f77-a682-7c50-7cb9c9667948', 'rfq', false, '84e8b105d723afdc1c22355586e0d84b7b8975bf7694c45b046c8bc9306c3bcb', 639158976000000000);
INSERT INTO public.bundles (id, organisation_id, sender_id, kind, incoming, blob, at) VALUES ('50c998cd-29d6-65c6-4853-7b4ecd68dab3', '788a8021-e785-1076-9bfb-057d3f14744a', '788a8021-e785-1076-9bfb-057d3f14744a', 'rfq', false, 'e292b271749d0dc838eca8e2cf28eea9f3dca3c5582e0e94cadf75fb1987aa05', 639158976000000000);
INSERT INTO public.bundles (id, organisation_id, sender_id, kind, incoming, blob, at) VALUES ('50c998cd-29d6-65c6-4853-7b4ecd68dab3', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'rfq', false, '2d59257c5fb70400a313963897d5c0e80bdc39f46a9be8b80dbf82e54a5bf891', 639158976000000000);
INSERT INTO public.bundles (id, organisation_id, sender_id, kind, incoming, blob, at) VALUES ('50c998cd-29d6-65c6-4853-7b4ecd68dab3', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 'rfq', false, 'ac4c69caa52139f0261b9d7559067300207e5b50d481386a77c548dbe4402567', 639158976000000000);
INSERT INTO public.cost_sheets (offer_id, customer_id, manufacturer_id, open_book, job_id, body) VALUES ('0a0d1c3d-2fb3-ba17-4b84-79c873ffa1f4', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', true, '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '{}');
INSERT INTO public.cost_sheets (offer_id, customer_id, manufacturer_id, open_book, job_id, body) VALUES ('3a964ad2-4f5c-42e9-fb5b-314ccf2df45b', '788a8021-e785-1076-9bfb-057d3f14744a', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', false, '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '{}');
INSERT INTO public.cost_sheets (offer_id, customer_id, manufacturer_id, open_book, job_id, body) VALUES ('497b4d90-ac75-a71c-8d08-ac6c7dbddf4e', '788a8021-e785-1076-9bfb-057d3f14744a', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', true, '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '{}');
INSERT INTO public.cost_sheets (offer_id, customer_id, manufacturer_id, open_book, job_id, body) VALUES ('7050cab7-a113-b7af-7b87-d34eb80b83bb', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', true, '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '{}');
INSERT INTO public.cost_sheets (offer_id, customer_id, manufacturer_id, open_book, job_id, body) VALUES ('7b545c97-e4fe-1a3b-b29a-06ca2f92c8a1', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', false, '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '{}');
INSERT INTO public.cost_sheets (offer_id, customer_id, manufacturer_id, open_book, job_id, body) VALUES ('9b3b7063-83bf-287a-34c0-bfb2b017aa0e', '788a8021-e785-1076-9bfb-057d3f14744a', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', true, '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '{}');
INSERT INTO public.cost_sheets (offer_id, customer_id, manufacturer_id, open_book, job_id, body) VALUES ('b834680e-5ecb-09cb-d5f1-7d6f96079c90', '788a8021-e785-1076-9bfb-057d3f14744a', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', false, '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '{}');
INSERT INTO public.cost_sheets (offer_id, customer_id, manufacturer_id, open_book, job_id, body) VALUES ('c9652e33-117a-6a96-9c58-135321878525', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', true, '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '{}');
INSERT INTO public.cost_sheets (offer_id, customer_id, manufacturer_id, open_book, job_id, body) VALUES ('e0441432-d0ba-dc3d-0bda-26831b88dc35', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', false, '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '{}');
INSERT INTO public.cost_sheets (offer_id, customer_id, manufacturer_id, open_book, job_id, body) VALUES ('ea0a21fb-e665-59c5-e336-c40a356c5873', '788a8021-e785-1076-9bfb-057d3f14744a', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', true, '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '{}');
INSERT INTO public.cost_sheets (offer_id, customer_id, manufacturer_id, open_book, job_id, body) VALUES ('f27a3d0f-43f0-5944-973b-0df83780b0e6', '788a8021-e785-1076-9bfb-057d3f14744a', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', true, '2c9bff91-f4b6-1a34-0348-ee612cfcf720', '{}');
INSERT INTO public.cost_sheets (offer_id, customer_id, manufacturer_id, open_book, job_id, body) VALUES ('f4c745ad-cdcf-726b-2100-9548a3e8c7c1', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', true, '1849c830-3e1f-cbc8-33f8-6eb6dc73f757', '{}');
INSERT INTO public.counter_offers (id, offer_id, rfq_id, customer_id, manufacturer_id, at, body) VALUES ('28df8e18-dd85-4799-9602-bc2bbcd9f5e5', '9b3b7063-83bf-287a-34c0-bfb2b017aa0e', '48e138e9-1156-a3c4-7bd6-0f61962baed8', '788a8021-e785-1076-9bfb-057d3f14744a', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 639158976000000000, '{"id":"28df8e18-dd85-4799-9602-bc2bbcd9f5e5","offer":"9b3b7063-83bf-287a-34c0-bfb2b017aa0e","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","at":"2026-06-01T08:00:00+00:00","quantity":10,"unitPrice":1.5,"leadDays":null,"note":""}');
INSERT INTO public.counter_offers (id, offer_id, rfq_id, customer_id, manufacturer_id, at, body) VALUES ('86af3753-2cff-0709-3841-1397606ccf18', 'f27a3d0f-43f0-5944-973b-0df83780b0e6', '48e138e9-1156-a3c4-7bd6-0f61962baed8', '788a8021-e785-1076-9bfb-057d3f14744a', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 639158976000000000, '{"id":"86af3753-2cff-0709-3841-1397606ccf18","offer":"f27a3d0f-43f0-5944-973b-0df83780b0e6","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","at":"2026-06-01T08:00:00+00:00","quantity":10,"unitPrice":1.5,"leadDays":null,"note":""}');
INSERT INTO public.counter_offers (id, offer_id, rfq_id, customer_id, manufacturer_id, at, body) VALUES ('b4cc3580-43e5-bd02-f23c-675f4e681643', '0a0d1c3d-2fb3-ba17-4b84-79c873ffa1f4', 'b63385f8-3f99-5fd2-173c-24c5a4d8cc99', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 639158976000000000, '{"id":"b4cc3580-43e5-bd02-f23c-675f4e681643","offer":"0a0d1c3d-2fb3-ba17-4b84-79c873ffa1f4","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","at":"2026-06-01T08:00:00+00:00","quantity":10,"unitPrice":1.5,"leadDays":null,"note":""}');
INSERT INTO public.counter_offers (id, offer_id, rfq_id, customer_id, manufacturer_id, at, body) VALUES ('e0e75e86-b62a-7914-fd29-61b74a5cd957', 'c9652e33-117a-6a96-9c58-135321878525', 'b63385f8-3f99-5fd2-173c-24c5a4d8cc99', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 639158976000000000, '{"id":"e0e75e86-b62a-7914-fd29-61b74a5cd957","offer":"c9652e33-117a-6a96-9c58-135321878525","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","at":"2026-06-01T08:00:00+00:00","quantity":10,"unitPrice":1.5,"leadDays":null,"note":""}');
INSERT INTO public.counters (organisation_id, series, last) VALUES ('0f248c87-17d7-9df3-8cec-9f7a5cf93687', 'RFQ-2026', 7);
INSERT INTO public.counters (organisation_id, series, last) VALUES ('364fca8a-4f77-a682-7c50-7cb9c9667948', 'RFQ-2026', 7);
INSERT INTO public.counters (organisation_id, series, last) VALUES ('788a8021-e785-1076-9bfb-057d3f14744a', 'RFQ-2026', 7);
INSERT INTO public.counters (organisation_id, series, last) VALUES ('e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'RFQ-2026', 7);
INSERT INTO public.counters (organisation_id, series, last) VALUES ('fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 'RFQ-2026', 7);
INSERT INTO public.idempotency (organisation_id, key, request_hash, status, body, location, created_at) VALUES ('0f248c87-17d7-9df3-8cec-9f7a5cf93687', 'k', '454349e422f05297191ead13e21d3db520e5abef52055e4964b82fb213f593a1', 0, 'maker', '', 639158976000000000);
INSERT INTO public.idempotency (organisation_id, key, request_hash, status, body, location, created_at) VALUES ('364fca8a-4f77-a682-7c50-7cb9c9667948', 'k', '454349e422f05297191ead13e21d3db520e5abef52055e4964b82fb213f593a1', 0, 'stranger', '', 639158976000000000);
INSERT INTO public.idempotency (organisation_id, key, request_hash, status, body, location, created_at) VALUES ('788a8021-e785-1076-9bfb-057d3f14744a', 'k', '454349e422f05297191ead13e21d3db520e5abef52055e4964b82fb213f593a1', 0, 'first customer', '', 639158976000000000);
INSERT INTO public.idempotency (organisation_id, key, request_hash, status, body, location, created_at) VALUES ('e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'k', '454349e422f05297191ead13e21d3db520e5abef52055e4964b82fb213f593a1', 0, 'second customer', '', 639158976000000000);
INSERT INTO public.idempotency (organisation_id, key, request_hash, status, body, location, created_at) VALUES ('fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 'k', '454349e422f05297191ead13e21d3db520e5abef52055e4964b82fb213f593a1', 0, 'rival', '', 639158976000000000);
INSERT INTO public.invitations (id, rfq_id, customer_id, manufacturer_id, state, sent_at, body, version) VALUES ('2d132cd4-2db0-487f-d838-a9590833f61e', '48e138e9-1156-a3c4-7bd6-0f61962baed8', '788a8021-e785-1076-9bfb-057d3f14744a', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 2, 639158976000000000, '{"id":"2d132cd4-2db0-487f-d838-a9590833f61e","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","at":"2026-06-01T08:00:00+00:00","state":"revoked","revisions":[1],"accepted":[],"reason":""}', 1);
INSERT INTO public.invitations (id, rfq_id, customer_id, manufacturer_id, state, sent_at, body, version) VALUES ('409f971e-2a34-f229-3e61-ee46729e27cf', 'b63385f8-3f99-5fd2-173c-24c5a4d8cc99', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 0, 639158976000000000, '{"id":"409f971e-2a34-f229-3e61-ee46729e27cf","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","at":"2026-06-01T08:00:00+00:00","state":"sent","revisions":[1],"accepted":[],"reason":""}', 1);
INSERT INTO public.invitations (id, rfq_id, customer_id, manufacturer_id, state, sent_at, body, version) VALUES ('abbc54e8-f67b-7125-cc37-a32c5c39fc9b', '48e138e9-1156-a3c4-7bd6-0f61962baed8', '788a8021-e785-1076-9bfb-057d3f14744a', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 0, 639158976000000000, '{"id":"abbc54e8-f67b-7125-cc37-a32c5c39fc9b","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","at":"2026-06-01T08:00:00+00:00","state":"sent","revisions":[1],"accepted":[],"reason":""}', 1);
INSERT INTO public.invitations (id, rfq_id, customer_id, manufacturer_id, state, sent_at, body, version) VALUES ('e05daa28-a8a5-c635-39fc-c0f98a14ec6c', 'b63385f8-3f99-5fd2-173c-24c5a4d8cc99', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 2, 639158976000000000, '{"id":"e05daa28-a8a5-c635-39fc-c0f98a14ec6c","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","at":"2026-06-01T08:00:00+00:00","state":"revoked","revisions":[1],"accepted":[],"reason":""}', 1);
INSERT INTO public.jobs (id, organisation_id, kind, state, package_id, rfq_id, input, input_hash, permille, stage, error, attempts, fence, worker, lease_until, cancel_requested, requested_by, created_at, ended_at) VALUES ('1849c830-3e1f-cbc8-33f8-6eb6dc73f757', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 0, 2, 'a0707e58-f697-e5e7-aaa4-2230e8c87608', NULL, '', '', 0, '', '', 0, 0, '', NULL, false, '00000000-0000-0000-0000-000000000000', 639158976000000000, NULL);
INSERT INTO public.jobs (id, organisation_id, kind, state, package_id, rfq_id, input, input_hash, permille, stage, error, attempts, fence, worker, lease_until, cancel_requested, requested_by, created_at, ended_at) VALUES ('2c9bff91-f4b6-1a34-0348-ee612cfcf720', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 0, 2, 'bd9ea2da-dfba-40dd-da5d-155fcf5260ae', NULL, '', '', 0, '', '', 0, 0, '', NULL, false, '00000000-0000-0000-0000-000000000000', 639158976000000000, NULL);
INSERT INTO public.jobs (id, organisation_id, kind, state, package_id, rfq_id, input, input_hash, permille, stage, error, attempts, fence, worker, lease_until, cancel_requested, requested_by, created_at, ended_at) VALUES ('37da690a-d46c-2502-d137-66d368fbba5e', '364fca8a-4f77-a682-7c50-7cb9c9667948', 0, 2, 'd72b88ef-8c4e-9b06-c5a0-d03cd70e16dc', NULL, '', '', 0, '', '', 0, 0, '', NULL, false, '00000000-0000-0000-0000-000000000000', 639158976000000000, NULL);
INSERT INTO public.jobs (id, organisation_id, kind, state, package_id, rfq_id, input, input_hash, permille, stage, error, attempts, fence, worker, lease_until, cancel_requested, requested_by, created_at, ended_at) VALUES ('b176bdba-c052-2c5e-1c30-f5c3098ed8d4', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 0, 2, '89ae027e-0106-583d-c4ba-0256c40cacd7', NULL, '', '', 0, '', '', 0, 0, '', NULL, false, '00000000-0000-0000-0000-000000000000', 639158976000000000, NULL);
INSERT INTO public.jobs (id, organisation_id, kind, state, package_id, rfq_id, input, input_hash, permille, stage, error, attempts, fence, worker, lease_until, cancel_requested, requested_by, created_at, ended_at) VALUES ('e42f5b40-432d-d817-0092-9ef41f7ea353', '788a8021-e785-1076-9bfb-057d3f14744a', 0, 2, '53a9d90d-27db-d43f-4cb4-5b124d43b17c', NULL, '', '', 0, '', '', 0, 0, '', NULL, false, '00000000-0000-0000-0000-000000000000', 639158976000000000, NULL);
INSERT INTO public.joins (id, organisation_id, mail, roles, token_hash, created_at, expires_at, used_at) VALUES ('744a45a6-66a9-a59f-8e3e-42c3d7f83192', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 'new@example.com', 0, 'aafbd1c2b635927769f18d4c71f536e6518b52f823f413439a3ad82565071699', 639158976000000000, 639165024000000000, NULL);
INSERT INTO public.joins (id, organisation_id, mail, roles, token_hash, created_at, expires_at, used_at) VALUES ('9e53661e-acc7-47b4-0a55-d08df7a96159', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'new@example.com', 0, 'afcf7c46f6e0751ce24b4e496b6f4e1b0ee1631ba5466d057ad25acb881dba84', 639158976000000000, 639165024000000000, NULL);
INSERT INTO public.joins (id, organisation_id, mail, roles, token_hash, created_at, expires_at, used_at) VALUES ('ae3cacc9-4cd3-77f4-940d-afff6ee2454a', '364fca8a-4f77-a682-7c50-7cb9c9667948', 'new@example.com', 0, '8d36eda3c731c3b1c4416b47a658f152bdfc02dbcb5f992b920908ce87e4b0e5', 639158976000000000, 639165024000000000, NULL);
INSERT INTO public.joins (id, organisation_id, mail, roles, token_hash, created_at, expires_at, used_at) VALUES ('c82f6891-7970-672a-6718-9bb8b61420e2', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 'new@example.com', 0, 'eeebcee7b3010cfbbac1dca106385c87b1a955462e7cf6bfd3ff523868cfa757', 639158976000000000, 639165024000000000, NULL);
INSERT INTO public.joins (id, organisation_id, mail, roles, token_hash, created_at, expires_at, used_at) VALUES ('f2f8a6ed-ab25-b0bc-47d1-88168c037ee5', '788a8021-e785-1076-9bfb-057d3f14744a', 'new@example.com', 0, 'c1ed797c85b1f303137ccc6dfce7692d5d2b1d9ba0105a323f0208f60479f2c4', 639158976000000000, 639165024000000000, NULL);
INSERT INTO public.memberships (user_id, organisation_id, roles, created_at) VALUES ('14f69cb0-5d3f-4605-fc67-c272a1a17188', '788a8021-e785-1076-9bfb-057d3f14744a', 64, 639158976000000000);
INSERT INTO public.memberships (user_id, organisation_id, roles, created_at) VALUES ('5a9a36ce-9535-476e-4707-f94dd068ba1b', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 64, 639158976000000000);
INSERT INTO public.memberships (user_id, organisation_id, roles, created_at) VALUES ('9ca8ee65-8a86-ee80-02a1-24eb17430c1c', '364fca8a-4f77-a682-7c50-7cb9c9667948', 64, 639158976000000000);
INSERT INTO public.memberships (user_id, organisation_id, roles, created_at) VALUES ('9f026c1c-940d-48ba-77c0-1df9bc9a07bf', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 64, 639158976000000000);
INSERT INTO public.memberships (user_id, organisation_id, roles, created_at) VALUES ('dd6f7cd8-597d-0969-f27f-0fb77bc5d2d4', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 64, 639158976000000000);
INSERT INTO public.notices (id, organisation_id, at, kind, text, link, read_at) VALUES ('2cb1b094-4ca0-011f-dfa2-bcaddcd4b3f1', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 639158976000000000, 'k', 't', '/', NULL);
INSERT INTO public.notices (id, organisation_id, at, kind, text, link, read_at) VALUES ('61615b40-1dcc-dc4d-589f-aefdf4826a4c', '788a8021-e785-1076-9bfb-057d3f14744a', 639158976000000000, 'k', 't', '/', NULL);
INSERT INTO public.notices (id, organisation_id, at, kind, text, link, read_at) VALUES ('62bdfead-210f-7a75-453a-f3d97f0a7023', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 639158976000000000, 'k', 't', '/', NULL);
INSERT INTO public.notices (id, organisation_id, at, kind, text, link, read_at) VALUES ('803c6a0f-93cf-a17c-1257-31de9ba3420d', '364fca8a-4f77-a682-7c50-7cb9c9667948', 639158976000000000, 'k', 't', '/', NULL);
INSERT INTO public.notices (id, organisation_id, at, kind, text, link, read_at) VALUES ('db1536e2-5b82-d9d0-cca2-4da21b26d160', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 639158976000000000, 'k', 't', '/', NULL);
INSERT INTO public.offers (id, rfq_id, customer_id, manufacturer_id, number, state, created_at, sent_at, valid_until, body, version) VALUES ('0a0d1c3d-2fb3-ba17-4b84-79c873ffa1f4', 'b63385f8-3f99-5fd2-173c-24c5a4d8cc99', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 2, 1, 639158976000000000, 639158976000000000, 739797, '{"id":"0a0d1c3d-2fb3-ba17-4b84-79c873ffa1f4","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","version":2,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"sent","supersedes":null,"answers":null,"sent":"2026-06-01T08:00:00+00:00"}', 1);
INSERT INTO public.offers (id, rfq_id, customer_id, manufacturer_id, number, state, created_at, sent_at, valid_until, body, version) VALUES ('3a964ad2-4f5c-42e9-fb5b-314ccf2df45b', '48e138e9-1156-a3c4-7bd6-0f61962baed8', '788a8021-e785-1076-9bfb-057d3f14744a', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 1, 3, 639158976000000000, 639158976000000000, 739797, '{"id":"3a964ad2-4f5c-42e9-fb5b-314ccf2df45b","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","version":1,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"superseded","supersedes":null,"answers":null,"sent":"2026-06-01T08:00:00+00:00"}', 1);
INSERT INTO public.offers (id, rfq_id, customer_id, manufacturer_id, number, state, created_at, sent_at, valid_until, body, version) VALUES ('497b4d90-ac75-a71c-8d08-ac6c7dbddf4e', '48e138e9-1156-a3c4-7bd6-0f61962baed8', '788a8021-e785-1076-9bfb-057d3f14744a', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 3, 0, 639158976000000000, NULL, 739797, '{"id":"497b4d90-ac75-a71c-8d08-ac6c7dbddf4e","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","version":3,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"draft","supersedes":null,"answers":null,"sent":null}', 1);
INSERT INTO public.offers (id, rfq_id, customer_id, manufacturer_id, number, state, created_at, sent_at, valid_until, body, version) VALUES ('7050cab7-a113-b7af-7b87-d34eb80b83bb', 'b63385f8-3f99-5fd2-173c-24c5a4d8cc99', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 3, 0, 639158976000000000, NULL, 739797, '{"id":"7050cab7-a113-b7af-7b87-d34eb80b83bb","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","version":3,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"draft","supersedes":null,"answers":null,"sent":null}', 1);
INSERT INTO public.offers (id, rfq_id, customer_id, manufacturer_id, number, state, created_at, sent_at, valid_until, body, version) VALUES ('7b545c97-e4fe-1a3b-b29a-06ca2f92c8a1', 'b63385f8-3f99-5fd2-173c-24c5a4d8cc99', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 1, 3, 639158976000000000, 639158976000000000, 739797, '{"id":"7b545c97-e4fe-1a3b-b29a-06ca2f92c8a1","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","version":1,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"superseded","supersedes":null,"answers":null,"sent":"2026-06-01T08:00:00+00:00"}', 1);
INSERT INTO public.offers (id, rfq_id, customer_id, manufacturer_id, number, state, created_at, sent_at, valid_until, body, version) VALUES ('9b3b7063-83bf-287a-34c0-bfb2b017aa0e', '48e138e9-1156-a3c4-7bd6-0f61962baed8', '788a8021-e785-1076-9bfb-057d3f14744a', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 2, 1, 639158976000000000, 639158976000000000, 739797, '{"id":"9b3b7063-83bf-287a-34c0-bfb2b017aa0e","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","version":2,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"sent","supersedes":null,"answers":null,"sent":"2026-06-01T08:00:00+00:00"}', 1);
INSERT INTO public.offers (id, rfq_id, customer_id, manufacturer_id, number, state, created_at, sent_at, valid_until, body, version) VALUES ('b834680e-5ecb-09cb-d5f1-7d6f96079c90', '48e138e9-1156-a3c4-7bd6-0f61962baed8', '788a8021-e785-1076-9bfb-057d3f14744a', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 1, 3, 639158976000000000, 639158976000000000, 739797, '{"id":"b834680e-5ecb-09cb-d5f1-7d6f96079c90","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","version":1,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"superseded","supersedes":null,"answers":null,"sent":"2026-06-01T08:00:00+00:00"}', 1);
INSERT INTO public.offers (id, rfq_id, customer_id, manufacturer_id, number, state, created_at, sent_at, valid_until, body, version) VALUES ('c9652e33-117a-6a96-9c58-135321878525', 'b63385f8-3f99-5fd2-173c-24c5a4d8cc99', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 2, 1, 639158976000000000, 639158976000000000, 739797, '{"id":"c9652e33-117a-6a96-9c58-135321878525","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","version":2,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"sent","supersedes":null,"answers":null,"sent":"2026-06-01T08:00:00+00:00"}', 1);
INSERT INTO public.offers (id, rfq_id, customer_id, manufacturer_id, number, state, created_at, sent_at, valid_until, body, version) VALUES ('e0441432-d0ba-dc3d-0bda-26831b88dc35', 'b63385f8-3f99-5fd2-173c-24c5a4d8cc99', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 1, 3, 639158976000000000, 639158976000000000, 739797, '{"id":"e0441432-d0ba-dc3d-0bda-26831b88dc35","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","version":1,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"superseded","supersedes":null,"answers":null,"sent":"2026-06-01T08:00:00+00:00"}', 1);
INSERT INTO public.offers (id, rfq_id, customer_id, manufacturer_id, number, state, created_at, sent_at, valid_until, body, version) VALUES ('ea0a21fb-e665-59c5-e336-c40a356c5873', '48e138e9-1156-a3c4-7bd6-0f61962baed8', '788a8021-e785-1076-9bfb-057d3f14744a', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 3, 0, 639158976000000000, NULL, 739797, '{"id":"ea0a21fb-e665-59c5-e336-c40a356c5873","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","version":3,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"draft","supersedes":null,"answers":null,"sent":null}', 1);
INSERT INTO public.offers (id, rfq_id, customer_id, manufacturer_id, number, state, created_at, sent_at, valid_until, body, version) VALUES ('f27a3d0f-43f0-5944-973b-0df83780b0e6', '48e138e9-1156-a3c4-7bd6-0f61962baed8', '788a8021-e785-1076-9bfb-057d3f14744a', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 2, 1, 639158976000000000, 639158976000000000, 739797, '{"id":"f27a3d0f-43f0-5944-973b-0df83780b0e6","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","version":2,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"sent","supersedes":null,"answers":null,"sent":"2026-06-01T08:00:00+00:00"}', 1);
INSERT INTO public.offers (id, rfq_id, customer_id, manufacturer_id, number, state, created_at, sent_at, valid_until, body, version) VALUES ('f4c745ad-cdcf-726b-2100-9548a3e8c7c1', 'b63385f8-3f99-5fd2-173c-24c5a4d8cc99', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 3, 0, 639158976000000000, NULL, 739797, '{"id":"f4c745ad-cdcf-726b-2100-9548a3e8c7c1","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","version":3,"content":{"revision":0,"package":"","currency":"USD","prices":[],"validUntil":"2026-07-01","assumptions":[],"notIncluded":[],"errors":0,"warnings":0,"site":"","terms":"","note":"","papers":{}},"state":"draft","supersedes":null,"answers":null,"sent":null}', 1);
INSERT INTO public.orders (id, number, rfq_id, offer_id, customer_id, manufacturer_id, state, placed_at, updated_at, body, version) VALUES ('07170db9-bea4-2c8d-5cb5-d6f8470bb054', 'PO-1', 'b63385f8-3f99-5fd2-173c-24c5a4d8cc99', 'c9652e33-117a-6a96-9c58-135321878525', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 0, 639158976000000000, 639158976000000000, '{}', 0);
INSERT INTO public.orders (id, number, rfq_id, offer_id, customer_id, manufacturer_id, state, placed_at, updated_at, body, version) VALUES ('867068b0-562e-881e-f3e5-4ab1503cd003', 'PO-1', '48e138e9-1156-a3c4-7bd6-0f61962baed8', 'f27a3d0f-43f0-5944-973b-0df83780b0e6', '788a8021-e785-1076-9bfb-057d3f14744a', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 0, 639158976000000000, 639158976000000000, '{}', 0);
INSERT INTO public.organisation_files (organisation_id, kind, name, blob, size, uploaded_at) VALUES ('0f248c87-17d7-9df3-8cec-9f7a5cf93687', 'plant', 'plant.yaml', 'ac9567c129e3c03b16e4fd6f47666aa84e9f55058f54564c90c201205877b776', 0, 639158976000000000);
INSERT INTO public.organisation_files (organisation_id, kind, name, blob, size, uploaded_at) VALUES ('364fca8a-4f77-a682-7c50-7cb9c9667948', 'plant', 'plant.yaml', '37ff2475cff2de5e2805d52c7c515c2a52316f0656b14c886bf4a63e51fc7306', 0, 639158976000000000);
INSERT INTO public.organisation_files (organisation_id, kind, name, blob, size, uploaded_at) VALUES ('788a8021-e785-1076-9bfb-057d3f14744a', 'plant', 'plant.yaml', 'e8fc1d6b2660557fd80000794c2c145ec0760c75e2ddced7cff13da9f49aeeed', 0, 639158976000000000);
INSERT INTO public.organisation_files (organisation_id, kind, name, blob, size, uploaded_at) VALUES ('e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'plant', 'plant.yaml', 'dfc85f803dd0e6a2a3b2819c61c1d7b9fd4786325b1e1120d38c627e2a31a62d', 0, 639158976000000000);
INSERT INTO public.organisation_files (organisation_id, kind, name, blob, size, uploaded_at) VALUES ('fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 'plant', 'plant.yaml', '298e303dc53387b219fa07691c851398c255b52d6bf4d56c3bf22bf6c4cbd165', 0, 639158976000000000);
INSERT INTO public.organisation_keys (organisation_id, protected, created_at) VALUES ('0f248c87-17d7-9df3-8cec-9f7a5cf93687', 'secret of maker', 639158976000000000);
INSERT INTO public.organisation_keys (organisation_id, protected, created_at) VALUES ('364fca8a-4f77-a682-7c50-7cb9c9667948', 'secret of stranger', 639158976000000000);
INSERT INTO public.organisation_keys (organisation_id, protected, created_at) VALUES ('788a8021-e785-1076-9bfb-057d3f14744a', 'secret of first customer', 639158976000000000);
INSERT INTO public.organisation_keys (organisation_id, protected, created_at) VALUES ('e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'secret of second customer', 639158976000000000);
INSERT INTO public.organisation_keys (organisation_id, protected, created_at) VALUES ('fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 'secret of rival', 639158976000000000);
INSERT INTO public.organisations (id, name, kinds, country, listed, local, body, version) VALUES ('0f248c87-17d7-9df3-8cec-9f7a5cf93687', 'maker', 2, 'DE', false, true, '{"id":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","name":"maker","kinds":"manufacturer","country":"DE","address":"","mail":"","certifications":[],"sites":[],"publicKey":""}', 1);
INSERT INTO public.organisations (id, name, kinds, country, listed, local, body, version) VALUES ('364fca8a-4f77-a682-7c50-7cb9c9667948', 'stranger', 3, 'DE', false, true, '{"id":"364fca8a-4f77-a682-7c50-7cb9c9667948","name":"stranger","kinds":"customer, manufacturer","country":"DE","address":"","mail":"","certifications":[],"sites":[],"publicKey":""}', 1);
INSERT INTO public.organisations (id, name, kinds, country, listed, local, body, version) VALUES ('788a8021-e785-1076-9bfb-057d3f14744a', 'first customer', 1, 'DE', false, true, '{"id":"788a8021-e785-1076-9bfb-057d3f14744a","name":"first customer","kinds":"customer","country":"DE","address":"","mail":"","certifications":[],"sites":[],"publicKey":""}', 1);
INSERT INTO public.organisations (id, name, kinds, country, listed, local, body, version) VALUES ('e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'second customer', 1, 'DE', false, true, '{"id":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","name":"second customer","kinds":"customer","country":"DE","address":"","mail":"","certifications":[],"sites":[],"publicKey":""}', 1);
INSERT INTO public.organisations (id, name, kinds, country, listed, local, body, version) VALUES ('fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 'rival', 2, 'DE', true, true, '{"id":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","name":"rival","kinds":"manufacturer","country":"DE","address":"","mail":"","certifications":[],"sites":[],"publicKey":""}', 1);
INSERT INTO public.outgoing_mails (id, "to", subject, text, attempts, next_at, sent_at, error) VALUES ('f1d3d800-3917-f3d2-5370-99982b4674c2', 'someone@example.com', 's', 't', 0, 639158976000000000, NULL, '');
INSERT INTO public.package_grants (package_id, invitation_id, revision, manufacturer_id, until_day) VALUES ('1dd6dd5d-5f77-9861-ba07-525d0fc6a6bf', '2d132cd4-2db0-487f-d838-a9590833f61e', 1, 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 739766);
INSERT INTO public.package_grants (package_id, invitation_id, revision, manufacturer_id, until_day) VALUES ('1dd6dd5d-5f77-9861-ba07-525d0fc6a6bf', 'abbc54e8-f67b-7125-cc37-a32c5c39fc9b', 1, '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 739766);
INSERT INTO public.package_grants (package_id, invitation_id, revision, manufacturer_id, until_day) VALUES ('53a9d90d-27db-d43f-4cb4-5b124d43b17c', '2d132cd4-2db0-487f-d838-a9590833f61e', 1, 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 739767);
INSERT INTO public.package_grants (package_id, invitation_id, revision, manufacturer_id, until_day) VALUES ('53a9d90d-27db-d43f-4cb4-5b124d43b17c', 'abbc54e8-f67b-7125-cc37-a32c5c39fc9b', 1, '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 739767);
INSERT INTO public.package_grants (package_id, invitation_id, revision, manufacturer_id, until_day) VALUES ('89ae027e-0106-583d-c4ba-0256c40cacd7', '409f971e-2a34-f229-3e61-ee46729e27cf', 1, '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 739767);
INSERT INTO public.package_grants (package_id, invitation_id, revision, manufacturer_id, until_day) VALUES ('89ae027e-0106-583d-c4ba-0256c40cacd7', 'e05daa28-a8a5-c635-39fc-c0f98a14ec6c', 1, 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 739767);
INSERT INTO public.package_grants (package_id, invitation_id, revision, manufacturer_id, until_day) VALUES ('cde6da80-182c-764a-d5b8-b5291b94c042', '409f971e-2a34-f229-3e61-ee46729e27cf', 1, '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 739766);
INSERT INTO public.package_grants (package_id, invitation_id, revision, manufacturer_id, until_day) VALUES ('cde6da80-182c-764a-d5b8-b5291b94c042', 'e05daa28-a8a5-c635-39fc-c0f98a14ec6c', 1, 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 739766);
INSERT INTO public.packages (id, owner_id, blob, canonical, name, size, state, facts, refusal, uploaded_by, uploaded_at) VALUES ('1dd6dd5d-5f77-9861-ba07-525d0fc6a6bf', '788a8021-e785-1076-9bfb-057d3f14744a', '740718ea716f7bbf564cd68fa72e53c735d9b16896f6320dfe8b35a26e275994', '', 'certified package', 0, 1, '', '', '14f69cb0-5d3f-4605-fc67-c272a1a17188', 639158976000000000);
INSERT INTO public.packages (id, owner_id, blob, canonical, name, size, state, facts, refusal, uploaded_by, uploaded_at) VALUES ('3597d396-30cc-07d6-f35b-e30e32bf08dc', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'eb7289f23d210cf68afc6c3d4345fedd8f776ab82959a99f200ea01286dceef4', '', 'hidden package', 0, 1, '', '', 'dd6f7cd8-597d-0969-f27f-0fb77bc5d2d4', 639158976000000000);
INSERT INTO public.packages (id, owner_id, blob, canonical, name, size, state, facts, refusal, uploaded_by, uploaded_at) VALUES ('53a9d90d-27db-d43f-4cb4-5b124d43b17c', '788a8021-e785-1076-9bfb-057d3f14744a', 'bc4a71180870f7945155fbb02f4b0a2e3faa2a62d6d31b7039013055ed19869a', '', 'package', 0, 1, '', '', '14f69cb0-5d3f-4605-fc67-c272a1a17188', 639158976000000000);
INSERT INTO public.packages (id, owner_id, blob, canonical, name, size, state, facts, refusal, uploaded_by, uploaded_at) VALUES ('89ae027e-0106-583d-c4ba-0256c40cacd7', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'bc4a71180870f7945155fbb02f4b0a2e3faa2a62d6d31b7039013055ed19869a', '', 'package', 0, 1, '', '', 'dd6f7cd8-597d-0969-f27f-0fb77bc5d2d4', 639158976000000000);
INSERT INTO public.packages (id, owner_id, blob, canonical, name, size, state, facts, refusal, uploaded_by, uploaded_at) VALUES ('cde6da80-182c-764a-d5b8-b5291b94c042', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', '740718ea716f7bbf564cd68fa72e53c735d9b16896f6320dfe8b35a26e275994', '', 'certified package', 0, 1, '', '', 'dd6f7cd8-597d-0969-f27f-0fb77bc5d2d4', 639158976000000000);
INSERT INTO public.packages (id, owner_id, blob, canonical, name, size, state, facts, refusal, uploaded_by, uploaded_at) VALUES ('f5ade747-0f73-e901-3f2e-4f8ca57a4b1c', '788a8021-e785-1076-9bfb-057d3f14744a', 'eb7289f23d210cf68afc6c3d4345fedd8f776ab82959a99f200ea01286dceef4', '', 'hidden package', 0, 1, '', '', '14f69cb0-5d3f-4605-fc67-c272a1a17188', 639158976000000000);
INSERT INTO public.questions (id, rfq_id, customer_id, manufacturer_id, revision, state, query, updated_at, body, version) VALUES ('b0c63b10-70de-793a-8169-1e0c82516458', '48e138e9-1156-a3c4-7bd6-0f61962baed8', '788a8021-e785-1076-9bfb-057d3f14744a', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 1, 0, '', 639158976000000000, '{"id":"b0c63b10-70de-793a-8169-1e0c82516458","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","revision":1,"subject":"which finish?","query":"","proposal":"","state":"open","remarks":[]}', 1);
INSERT INTO public.questions (id, rfq_id, customer_id, manufacturer_id, revision, state, query, updated_at, body, version) VALUES ('c76ba125-6768-fbff-a2a7-ae5988673608', '48e138e9-1156-a3c4-7bd6-0f61962baed8', '788a8021-e785-1076-9bfb-057d3f14744a', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 1, 0, '', 639158976000000000, '{"id":"c76ba125-6768-fbff-a2a7-ae5988673608","rfq":"48e138e9-1156-a3c4-7bd6-0f61962baed8","customer":"788a8021-e785-1076-9bfb-057d3f14744a","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","revision":1,"subject":"which finish?","query":"","proposal":"","state":"open","remarks":[]}', 1);
INSERT INTO public.questions (id, rfq_id, customer_id, manufacturer_id, revision, state, query, updated_at, body, version) VALUES ('e4331747-c6e2-6bd9-7ec0-f69535d3d8ce', 'b63385f8-3f99-5fd2-173c-24c5a4d8cc99', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 1, 0, '', 639158976000000000, '{"id":"e4331747-c6e2-6bd9-7ec0-f69535d3d8ce","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"0f248c87-17d7-9df3-8cec-9f7a5cf93687","revision":1,"subject":"which finish?","query":"","proposal":"","state":"open","remarks":[]}', 1);
INSERT INTO public.questions (id, rfq_id, customer_id, manufacturer_id, revision, state, query, updated_at, body, version) VALUES ('e574bf77-152a-01b8-56c9-5fdc0864fec3', 'b63385f8-3f99-5fd2-173c-24c5a4d8cc99', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 1, 0, '', 639158976000000000, '{"id":"e574bf77-152a-01b8-56c9-5fdc0864fec3","rfq":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","manufacturer":"fa47b11d-ab22-8aae-70c9-4152c9ec8cb8","revision":1,"subject":"which finish?","query":"","proposal":"","state":"open","remarks":[]}', 1);
INSERT INTO public.rfqs (id, customer_id, number, title, state, created_at, updated_at, answers_due, body, version) VALUES ('48e138e9-1156-a3c4-7bd6-0f61962baed8', '788a8021-e785-1076-9bfb-057d3f14744a', 'RFQ-2026-0001', 'first customer''s Sent request', 1, 639158976000000000, 639158976000000000, NULL, '{"id":"48e138e9-1156-a3c4-7bd6-0f61962baed8","number":"RFQ-2026-0001","customer":"788a8021-e785-1076-9bfb-057d3f14744a","title":"first customer''s Sent request","created":"2026-06-01T08:00:00+00:00","state":"sent","revisions":[{"number":1,"package":"21808a7885e776109bfb057d3f14744a80f4aa848dbe61d865ae32d477087bfc","upload":null,"label":"","packageName":"","note":"","services":[],"design":null,"quantities":[],"annualVolume":null,"releases":[],"consigned":[],"currency":"USD","destination":"","ipcClass":2,"answersDue":null}],"sentRevisions":0,"gates":[],"sent":null}', 1);
INSERT INTO public.rfqs (id, customer_id, number, title, state, created_at, updated_at, answers_due, body, version) VALUES ('8e05f453-7394-97b0-d0de-f0ff129d61ed', '788a8021-e785-1076-9bfb-057d3f14744a', 'RFQ-2026-0000', 'first customer''s Draft request', 0, 639158976000000000, 639158976000000000, NULL, '{"id":"8e05f453-7394-97b0-d0de-f0ff129d61ed","number":"RFQ-2026-0000","customer":"788a8021-e785-1076-9bfb-057d3f14744a","title":"first customer''s Draft request","created":"2026-06-01T08:00:00+00:00","state":"draft","revisions":[{"number":1,"package":"21808a7885e776109bfb057d3f14744a80f4aa848dbe61d865ae32d477087bfc","upload":null,"label":"","packageName":"","note":"","services":[],"design":null,"quantities":[],"annualVolume":null,"releases":[],"consigned":[],"currency":"USD","destination":"","ipcClass":2,"answersDue":null}],"sentRevisions":0,"gates":[],"sent":null}', 1);
INSERT INTO public.rfqs (id, customer_id, number, title, state, created_at, updated_at, answers_due, body, version) VALUES ('a68eb92d-019f-4e55-1b27-42e97289a8da', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'RFQ-2026-0000', 'second customer''s Draft request', 0, 639158976000000000, 639158976000000000, NULL, '{"id":"a68eb92d-019f-4e55-1b27-42e97289a8da","number":"RFQ-2026-0000","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","title":"second customer''s Draft request","created":"2026-06-01T08:00:00+00:00","state":"draft","revisions":[{"number":1,"package":"c4c6c2e10032c8023cc72657323b216cdea734f5cbf01096ada6a57ba105d7f0","upload":null,"label":"","packageName":"","note":"","services":[],"design":null,"quantities":[],"annualVolume":null,"releases":[],"consigned":[],"currency":"USD","destination":"","ipcClass":2,"answersDue":null}],"sentRevisions":0,"gates":[],"sent":null}', 1);
INSERT INTO public.rfqs (id, customer_id, number, title, state, created_at, updated_at, answers_due, body, version) VALUES ('b63385f8-3f99-5fd2-173c-24c5a4d8cc99', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'RFQ-2026-0001', 'second customer''s Sent request', 1, 639158976000000000, 639158976000000000, NULL, '{"id":"b63385f8-3f99-5fd2-173c-24c5a4d8cc99","number":"RFQ-2026-0001","customer":"e1c2c6c4-3200-02c8-3cc7-2657323b216c","title":"second customer''s Sent request","created":"2026-06-01T08:00:00+00:00","state":"sent","revisions":[{"number":1,"package":"c4c6c2e10032c8023cc72657323b216cdea734f5cbf01096ada6a57ba105d7f0","upload":null,"label":"","packageName":"","note":"","services":[],"design":null,"quantities":[],"annualVolume":null,"releases":[],"consigned":[],"currency":"USD","destination":"","ipcClass":2,"answersDue":null}],"sentRevisions":0,"gates":[],"sent":null}', 1);
INSERT INTO public.schema_scripts (number, name, hash, ran_at) VALUES (1, '0001_beginning.sql', 'e653a12b5bd256242c240e2a8662a26ba800f22a1b669646ccc06661518dea27', 639158976000000000);
INSERT INTO public.settings (name, value) VALUES ('a setting', '1');
INSERT INTO public.user_claims (id, user_id, claim_type, claim_value) VALUES (1, '14f69cb0-5d3f-4605-fc67-c272a1a17188', 'a', 'b');
INSERT INTO public.user_claims (id, user_id, claim_type, claim_value) VALUES (2, 'dd6f7cd8-597d-0969-f27f-0fb77bc5d2d4', 'a', 'b');
INSERT INTO public.user_claims (id, user_id, claim_type, claim_value) VALUES (3, '5a9a36ce-9535-476e-4707-f94dd068ba1b', 'a', 'b');
INSERT INTO public.user_claims (id, user_id, claim_type, claim_value) VALUES (4, '9f026c1c-940d-48ba-77c0-1df9bc9a07bf', 'a', 'b');
INSERT INTO public.user_claims (id, user_id, claim_type, claim_value) VALUES (5, '9ca8ee65-8a86-ee80-02a1-24eb17430c1c', 'a', 'b');
INSERT INTO public.user_logins (login_provider, provider_key, provider_display_name, user_id) VALUES ('p', 'first customer', NULL, '14f69cb0-5d3f-4605-fc67-c272a1a17188');
INSERT INTO public.user_logins (login_provider, provider_key, provider_display_name, user_id) VALUES ('p', 'maker', NULL, '5a9a36ce-9535-476e-4707-f94dd068ba1b');
INSERT INTO public.user_logins (login_provider, provider_key, provider_display_name, user_id) VALUES ('p', 'rival', NULL, '9f026c1c-940d-48ba-77c0-1df9bc9a07bf');
INSERT INTO public.user_logins (login_provider, provider_key, provider_display_name, user_id) VALUES ('p', 'second customer', NULL, 'dd6f7cd8-597d-0969-f27f-0fb77bc5d2d4');
INSERT INTO public.user_logins (login_provider, provider_key, provider_display_name, user_id) VALUES ('p', 'stranger', NULL, '9ca8ee65-8a86-ee80-02a1-24eb17430c1c');
INSERT INTO public.user_passkeys (credential_id, user_id, data) VALUES ('\x1db147fa22abae8a70c94152c9ec8cb82bdd0cc8135730a11879ae9dd7ad0375', '9f026c1c-940d-48ba-77c0-1df9bc9a07bf', '{"Name": "key", "CreatedAt": 639158976000000000, "PublicKey": "AQID", "SignCount": 0, "IsBackedUp": false, "Transports": null, "ClientDataJson": "BQ==", "IsUserVerified": false, "IsBackupEligible": false, "AttestationObject": "BA=="}');
INSERT INTO public.user_passkeys (credential_id, user_id, data) VALUES ('\x21808a7885e776109bfb057d3f14744a80f4aa848dbe61d865ae32d477087bfc', '14f69cb0-5d3f-4605-fc67-c272a1a17188', '{"Name": "key", "CreatedAt": 639158976000000000, "PublicKey": "AQID", "SignCount": 0, "IsBackedUp": false, "Transports": null, "ClientDataJson": "BQ==", "IsUserVerified": false, "IsBackupEligible": false, "AttestationObject": "BA=="}');
INSERT INTO public.user_passkeys (credential_id, user_id, data) VALUES ('\x878c240fd717f39d8cec9f7a5cf936873ffcc0757beef703ad2c5f9ed1890344', '5a9a36ce-9535-476e-4707-f94dd068ba1b', '{"Name": "key", "CreatedAt": 639158976000000000, "PublicKey": "AQID", "SignCount": 0, "IsBackedUp": false, "Transports": null, "ClientDataJson": "BQ==", "IsUserVerified": false, "IsBackupEligible": false, "AttestationObject": "BA=="}');
INSERT INTO public.user_passkeys (credential_id, user_id, data) VALUES ('\x8aca4f36774f82a67c507cb9c96679482e2cc767f2d38502269557a566b092fb', '9ca8ee65-8a86-ee80-02a1-24eb17430c1c', '{"Name": "key", "CreatedAt": 639158976000000000, "PublicKey": "AQID", "SignCount": 0, "IsBackedUp": false, "Transports": null, "ClientDataJson": "BQ==", "IsUserVerified": false, "IsBackupEligible": false, "AttestationObject": "BA=="}');
INSERT INTO public.user_passkeys (credential_id, user_id, data) VALUES ('\xc4c6c2e10032c8023cc72657323b216cdea734f5cbf01096ada6a57ba105d7f0', 'dd6f7cd8-597d-0969-f27f-0fb77bc5d2d4', '{"Name": "key", "CreatedAt": 639158976000000000, "PublicKey": "AQID", "SignCount": 0, "IsBackedUp": false, "Transports": null, "ClientDataJson": "BQ==", "IsUserVerified": false, "IsBackupEligible": false, "AttestationObject": "BA=="}');
INSERT INTO public.user_tokens (user_id, login_provider, name, value) VALUES ('14f69cb0-5d3f-4605-fc67-c272a1a17188', 'p', 'n', 'v');
INSERT INTO public.user_tokens (user_id, login_provider, name, value) VALUES ('5a9a36ce-9535-476e-4707-f94dd068ba1b', 'p', 'n', 'v');
INSERT INTO public.user_tokens (user_id, login_provider, name, value) VALUES ('9ca8ee65-8a86-ee80-02a1-24eb17430c1c', 'p', 'n', 'v');
INSERT INTO public.user_tokens (user_id, login_provider, name, value) VALUES ('9f026c1c-940d-48ba-77c0-1df9bc9a07bf', 'p', 'n', 'v');
INSERT INTO public.user_tokens (user_id, login_provider, name, value) VALUES ('dd6f7cd8-597d-0969-f27f-0fb77bc5d2d4', 'p', 'n', 'v');
INSERT INTO public.users (id, display_name, created_at, user_name, normalized_user_name, email, normalized_email, email_confirmed, password_hash, security_stamp, concurrency_stamp, phone_number, phone_number_confirmed, two_factor_enabled, lockout_end, lockout_enabled, access_failed_count) VALUES ('14f69cb0-5d3f-4605-fc67-c272a1a17188', 'first customer''s person', 639158976000000000, 'first customer', 'FIRST CUSTOMER', 'mail@example.com', NULL, true, NULL, NULL, 'a7066842-9660-4270-b918-0d8a42720328', NULL, false, false, NULL, false, 0);
INSERT INTO public.users (id, display_name, created_at, user_name, normalized_user_name, email, normalized_email, email_confirmed, password_hash, security_stamp, concurrency_stamp, phone_number, phone_number_confirmed, two_factor_enabled, lockout_end, lockout_enabled, access_failed_count) VALUES ('5a9a36ce-9535-476e-4707-f94dd068ba1b', 'maker''s person', 639158976000000000, 'maker', 'MAKER', 'mail@example.com', NULL, true, NULL, NULL, 'e9224ed8-8ba5-4d0b-a0c5-ea1826af929f', NULL, false, false, NULL, false, 0);
INSERT INTO public.users (id, display_name, created_at, user_name, normalized_user_name, email, normalized_email, email_confirmed, password_hash, security_stamp, concurrency_stamp, phone_number, phone_number_confirmed, two_factor_enabled, lockout_end, lockout_enabled, access_failed_count) VALUES ('9ca8ee65-8a86-ee80-02a1-24eb17430c1c', 'stranger''s person', 639158976000000000, 'stranger', 'STRANGER', 'mail@example.com', NULL, true, NULL, NULL, '3199143d-bf8e-4302-9e1d-7d6fb0e0dc50', NULL, false, false, NULL, false, 0);
INSERT INTO public.users (id, display_name, created_at, user_name, normalized_user_name, email, normalized_email, email_confirmed, password_hash, security_stamp, concurrency_stamp, phone_number, phone_number_confirmed, two_factor_enabled, lockout_end, lockout_enabled, access_failed_count) VALUES ('9f026c1c-940d-48ba-77c0-1df9bc9a07bf', 'rival''s person', 639158976000000000, 'rival', 'RIVAL', 'mail@example.com', NULL, true, NULL, NULL, 'b8c9dd0e-fc93-4624-858f-612e73f4e551', NULL, false, false, NULL, false, 0);
INSERT INTO public.users (id, display_name, created_at, user_name, normalized_user_name, email, normalized_email, email_confirmed, password_hash, security_stamp, concurrency_stamp, phone_number, phone_number_confirmed, two_factor_enabled, lockout_end, lockout_enabled, access_failed_count) VALUES ('dd6f7cd8-597d-0969-f27f-0fb77bc5d2d4', 'second customer''s person', 639158976000000000, 'second customer', 'SECOND CUSTOMER', 'mail@example.com', NULL, true, NULL, NULL, 'fc14c7ba-ca9b-48ac-81fb-473173cd134c', NULL, false, false, NULL, false, 0);
INSERT INTO public.webhook_deliveries (id, webhook_id, organisation_id, event, body, attempts, next_at, delivered_at, error) VALUES ('3ea3c6db-99e2-f991-aca1-eff2774bb1c1', '599417ef-ed34-bf18-a8ed-d890c749d576', '364fca8a-4f77-a682-7c50-7cb9c9667948', 'e', '{}', 0, 639158976000000000, NULL, '');
INSERT INTO public.webhook_deliveries (id, webhook_id, organisation_id, event, body, attempts, next_at, delivered_at, error) VALUES ('9701357b-1259-15ab-69f9-329ad9995741', '38570d54-e51a-7799-74d9-d5487260c2e8', '788a8021-e785-1076-9bfb-057d3f14744a', 'e', '{}', 0, 639158976000000000, NULL, '');
INSERT INTO public.webhook_deliveries (id, webhook_id, organisation_id, event, body, attempts, next_at, delivered_at, error) VALUES ('a3df30c2-afef-c60e-6c39-561a4e08b7ab', '75a31cb2-2391-902c-1fd4-91e0b22fbc6d', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 'e', '{}', 0, 639158976000000000, NULL, '');
INSERT INTO public.webhook_deliveries (id, webhook_id, organisation_id, event, body, attempts, next_at, delivered_at, error) VALUES ('b8fa7073-54ef-babe-f2c0-01b664321134', '7e0cd7af-c991-1942-f558-10a1413298d8', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'e', '{}', 0, 639158976000000000, NULL, '');
INSERT INTO public.webhook_deliveries (id, webhook_id, organisation_id, event, body, attempts, next_at, delivered_at, error) VALUES ('d24bb9da-f32e-8b8b-2467-cfc5f46f2c2c', 'ebd1946a-e6f8-b773-c86c-a98e7f962f1f', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 'e', '{}', 0, 639158976000000000, NULL, '');
INSERT INTO public.webhooks (id, organisation_id, url, protected_secret, active, created_at) VALUES ('38570d54-e51a-7799-74d9-d5487260c2e8', '788a8021-e785-1076-9bfb-057d3f14744a', 'https://example.com', 's', false, 639158976000000000);
INSERT INTO public.webhooks (id, organisation_id, url, protected_secret, active, created_at) VALUES ('599417ef-ed34-bf18-a8ed-d890c749d576', '364fca8a-4f77-a682-7c50-7cb9c9667948', 'https://example.com', 's', false, 639158976000000000);
INSERT INTO public.webhooks (id, organisation_id, url, protected_secret, active, created_at) VALUES ('75a31cb2-2391-902c-1fd4-91e0b22fbc6d', '0f248c87-17d7-9df3-8cec-9f7a5cf93687', 'https://example.com', 's', false, 639158976000000000);
INSERT INTO public.webhooks (id, organisation_id, url, protected_secret, active, created_at) VALUES ('7e0cd7af-c991-1942-f558-10a1413298d8', 'e1c2c6c4-3200-02c8-3cc7-2657323b216c', 'https://example.com', 's', false, 639158976000000000);
INSERT INTO public.webhooks (id, organisation_id, url, protected_secret, active, created_at) VALUES ('ebd1946a-e6f8-b773-c86c-a98e7f962f1f', 'fa47b11d-ab22-8aae-70c9-4152c9ec8cb8', 'https://example.com', 's', false, 639158976000000000);
SELECT pg_catalog.setval('public.user_claims_id_seq', 5, true);
ALTER TABLE ONLY public.accesses
    ADD CONSTRAINT pk_accesses PRIMARY KEY (id);
ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT pk_api_tokens PRIMARY KEY (id);
ALTER TABLE ONLY public.artifacts
    ADD CONSTRAINT pk_artifacts PRIMARY KEY (id);
ALTER TABLE ONLY public.audit
    ADD CONSTRAINT pk_audit PRIMARY KEY (number);
ALTER TABLE ONLY public.bom_lines
    ADD CONSTRAINT pk_bom_lines PRIMARY KEY (package_id, line);
ALTER TABLE ONLY public.bundles
    ADD CONSTRAINT pk_bundles PRIMARY KEY (id, organisation_id);
ALTER TABLE ONLY public.cost_sheets
    ADD CONSTRAINT pk_cost_sheets PRIMARY KEY (offer_id);
ALTER TABLE ONLY public.counter_offers
    ADD CONSTRAINT pk_counter_offers PRIMARY KEY (id);
ALTER TABLE ONLY public.counters
    ADD CONSTRAINT pk_counters PRIMARY KEY (organisation_id, series);
ALTER TABLE ONLY public.idempotency
    ADD CONSTRAINT pk_idempotency PRIMARY KEY (organisation_id, key);
ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT pk_invitations PRIMARY KEY (id);
ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT pk_jobs PRIMARY KEY (id);
ALTER TABLE ONLY public.joins
    ADD CONSTRAINT pk_joins PRIMARY KEY (id);
ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT pk_memberships PRIMARY KEY (user_id, organisation_id);
ALTER TABLE ONLY public.notices
    ADD CONSTRAINT pk_notices PRIMARY KEY (id);
ALTER TABLE ONLY public.offers
    ADD CONSTRAINT pk_offers PRIMARY KEY (id);
ALTER TABLE ONLY public.orders
    ADD CONSTRAINT pk_orders PRIMARY KEY (id);
ALTER TABLE ONLY public.organisation_files
    ADD CONSTRAINT pk_organisation_files PRIMARY KEY (organisation_id, kind);
ALTER TABLE ONLY public.organisation_keys
    ADD CONSTRAINT pk_organisation_keys PRIMARY KEY (organisation_id);
ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT pk_organisations PRIMARY KEY (id);
ALTER TABLE ONLY public.outgoing_mails
    ADD CONSTRAINT pk_outgoing_mails PRIMARY KEY (id);
ALTER TABLE ONLY public.package_grants
    ADD CONSTRAINT pk_package_grants PRIMARY KEY (package_id, invitation_id, revision);
ALTER TABLE ONLY public.packages
    ADD CONSTRAINT pk_packages PRIMARY KEY (id);
ALTER TABLE ONLY public.questions
    ADD CONSTRAINT pk_questions PRIMARY KEY (id);
ALTER TABLE ONLY public.rfqs
    ADD CONSTRAINT pk_rfqs PRIMARY KEY (id);
ALTER TABLE ONLY public.settings
    ADD CONSTRAINT pk_settings PRIMARY KEY (name);
ALTER TABLE ONLY public.user_claims
    ADD CONSTRAINT pk_user_claims PRIMARY KEY (id);
ALTER TABLE ONLY public.user_logins
    ADD CONSTRAINT pk_user_logins PRIMARY KEY (login_provider, provider_key);
ALTER TABLE ONLY public.user_passkeys
    ADD CONSTRAINT pk_user_passkeys PRIMARY KEY (credential_id);
ALTER TABLE ONLY public.user_tokens
    ADD CONSTRAINT pk_user_tokens PRIMARY KEY (user_id, login_provider, name);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT pk_users PRIMARY KEY (id);
ALTER TABLE ONLY public.webhook_deliveries
    ADD CONSTRAINT pk_webhook_deliveries PRIMARY KEY (id);
ALTER TABLE ONLY public.webhooks
    ADD CONSTRAINT pk_webhooks PRIMARY KEY (id);
ALTER TABLE ONLY public.schema_scripts
    ADD CONSTRAINT schema_scripts_pkey PRIMARY KEY (number);
CREATE INDEX ix_accesses_organisation_id_at ON public.accesses USING btree (organisation_id, at);
CREATE INDEX ix_accesses_owner_id_at ON public.accesses USING btree (owner_id, at);
CREATE INDEX ix_accesses_package_id ON public.accesses USING btree (package_id);
CREATE UNIQUE INDEX ix_api_tokens_hash ON public.api_tokens USING btree (hash);
CREATE INDEX ix_api_tokens_organisation_id ON public.api_tokens USING btree (organisation_id);
CREATE INDEX ix_artifacts_job_id ON public.artifacts USING btree (job_id);
CREATE INDEX ix_artifacts_offer_id ON public.artifacts USING btree (offer_id);
CREATE INDEX ix_artifacts_package_id ON public.artifacts USING btree (package_id);
CREATE INDEX ix_audit_organisation_id_number ON public.audit USING btree (organisation_id, number);
CREATE INDEX ix_bom_lines_mpn ON public.bom_lines USING btree (mpn);
CREATE INDEX ix_bundles_organisation_id_at ON public.bundles USING btree (organisation_id, at);
CREATE INDEX ix_counter_offers_rfq_id ON public.counter_offers USING btree (rfq_id);
CREATE INDEX ix_idempotency_created_at ON public.idempotency USING btree (created_at);
CREATE INDEX ix_invitations_customer_id_manufacturer_id ON public.invitations USING btree (customer_id, manufacturer_id);
CREATE INDEX ix_invitations_customer_id_sent_at ON public.invitations USING btree (customer_id, sent_at);
CREATE INDEX ix_invitations_manufacturer_id_customer_id ON public.invitations USING btree (manufacturer_id, customer_id);
CREATE INDEX ix_invitations_manufacturer_id_sent_at ON public.invitations USING btree (manufacturer_id, sent_at);
CREATE UNIQUE INDEX ix_invitations_rfq_id_manufacturer_id ON public.invitations USING btree (rfq_id, manufacturer_id);
CREATE INDEX ix_jobs_organisation_id_created_at ON public.jobs USING btree (organisation_id, created_at);
CREATE INDEX ix_jobs_package_id_kind ON public.jobs USING btree (package_id, kind);
CREATE INDEX ix_jobs_state_created_at ON public.jobs USING btree (state, created_at);
CREATE INDEX ix_joins_organisation_id ON public.joins USING btree (organisation_id);
CREATE UNIQUE INDEX ix_joins_token_hash ON public.joins USING btree (token_hash);
CREATE INDEX ix_memberships_organisation_id ON public.memberships USING btree (organisation_id);
CREATE INDEX ix_notices_organisation_id_at ON public.notices USING btree (organisation_id, at);
CREATE INDEX ix_notices_organisation_id_read_at ON public.notices USING btree (organisation_id, read_at);
CREATE INDEX ix_offers_customer_id_sent_at ON public.offers USING btree (customer_id, sent_at);
CREATE INDEX ix_offers_manufacturer_id_created_at ON public.offers USING btree (manufacturer_id, created_at);
CREATE UNIQUE INDEX ix_offers_rfq_id_manufacturer_id_number ON public.offers USING btree (rfq_id, manufacturer_id, number);
CREATE INDEX ix_orders_customer_id_manufacturer_id ON public.orders USING btree (customer_id, manufacturer_id);
CREATE UNIQUE INDEX ix_orders_customer_id_number ON public.orders USING btree (customer_id, number);
CREATE INDEX ix_orders_customer_id_updated_at ON public.orders USING btree (customer_id, updated_at);
CREATE INDEX ix_orders_manufacturer_id_customer_id ON public.orders USING btree (manufacturer_id, customer_id);
CREATE INDEX ix_orders_manufacturer_id_updated_at ON public.orders USING btree (manufacturer_id, updated_at);
CREATE INDEX ix_orders_offer_id ON public.orders USING btree (offer_id);
CREATE INDEX ix_orders_rfq_id ON public.orders USING btree (rfq_id);
CREATE INDEX ix_outgoing_mails_sent_at_next_at ON public.outgoing_mails USING btree (sent_at, next_at);
CREATE INDEX ix_package_grants_invitation_id ON public.package_grants USING btree (invitation_id);
CREATE INDEX ix_packages_owner_id_uploaded_at ON public.packages USING btree (owner_id, uploaded_at);
CREATE INDEX ix_questions_customer_id_state_updated_at ON public.questions USING btree (customer_id, state, updated_at);
CREATE INDEX ix_questions_manufacturer_id_state_updated_at ON public.questions USING btree (manufacturer_id, state, updated_at);
CREATE INDEX ix_questions_rfq_id_manufacturer_id ON public.questions USING btree (rfq_id, manufacturer_id);
CREATE UNIQUE INDEX ix_rfqs_customer_id_number ON public.rfqs USING btree (customer_id, number);
CREATE INDEX ix_rfqs_customer_id_updated_at ON public.rfqs USING btree (customer_id, updated_at);
CREATE INDEX ix_user_claims_user_id ON public.user_claims USING btree (user_id);
CREATE INDEX ix_user_logins_user_id ON public.user_logins USING btree (user_id);
CREATE INDEX ix_user_passkeys_user_id ON public.user_passkeys USING btree (user_id);
CREATE INDEX ix_users_normalized_email ON public.users USING btree (normalized_email);
CREATE UNIQUE INDEX ix_users_normalized_user_name ON public.users USING btree (normalized_user_name);
CREATE INDEX ix_webhook_deliveries_delivered_at_next_at ON public.webhook_deliveries USING btree (delivered_at, next_at);
CREATE INDEX ix_webhook_deliveries_webhook_id_next_at ON public.webhook_deliveries USING btree (webhook_id, next_at);
CREATE INDEX ix_webhooks_organisation_id ON public.webhooks USING btree (organisation_id);
ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT fk_memberships_user_id FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_claims
    ADD CONSTRAINT fk_user_claims_user_id FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_logins
    ADD CONSTRAINT fk_user_logins_user_id FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_passkeys
    ADD CONSTRAINT fk_user_passkeys_user_id FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_tokens
    ADD CONSTRAINT fk_user_tokens_user_id FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
