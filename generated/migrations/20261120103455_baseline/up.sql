-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 1: create extension pg_trgm, do role chanuka_citizen, comment comment chanuka_citizen.role and 1340 more
BEGIN;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'chanuka_citizen') THEN
        CREATE ROLE chanuka_citizen NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END
$$;
COMMENT ON ROLE chanuka_citizen IS 'A request of a signed-in user, whom the setting chanuka.user_id names: sees and writes what is the user''s own.';

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'chanuka_editor') THEN
        CREATE ROLE chanuka_editor NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END
$$;
COMMENT ON ROLE chanuka_editor IS 'The editors'' desk: keeps the public record.';

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'chanuka_moderator') THEN
        CREATE ROLE chanuka_moderator NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END
$$;
COMMENT ON ROLE chanuka_moderator IS 'The moderators'' desk: decides what is shown of what users write.';

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'chanuka_service') THEN
        CREATE ROLE chanuka_service NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END
$$;
COMMENT ON ROLE chanuka_service IS 'The platform''s own work outside of a user''s request: sign-in, imports, counting, sending.';

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'chanuka_visitor') THEN
        CREATE ROLE chanuka_visitor NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END
$$;

GRANT chanuka_visitor TO chanuka_citizen;
GRANT chanuka_visitor TO chanuka_editor;
GRANT chanuka_visitor TO chanuka_moderator;

COMMENT ON ROLE chanuka_visitor IS 'A request of somebody who is not signed in: sees what is public.';

CREATE TYPE public.achievement_tier AS ENUM ('bronze', 'silver', 'gold');
COMMENT ON TYPE public.achievement_tier IS 'How hard an achievement is, easiest first.';

CREATE TYPE public.affiliation_kind AS ENUM ('party', 'coalition', 'committee', 'caucus', 'organization');
COMMENT ON TYPE public.affiliation_kind IS 'To what a sponsor belongs.';

CREATE TYPE public.analysis_kind AS ENUM (
    'plain_language',
    'impact',
    'sentiment',
    'constitutionality',
    'topic'
);
COMMENT ON TYPE public.analysis_kind IS 'The question that a machine analysis of a bill answers.';

CREATE TYPE public.bill_kind AS ENUM ('ordinary', 'money', 'constitutional_amendment');
COMMENT ON TYPE public.bill_kind IS 'What the standing orders treat apart: a money bill starts in the National Assembly, an amendment of the Constitution needs two thirds.';

CREATE TYPE public.bill_position AS ENUM ('support', 'oppose', 'amend', 'undecided');
COMMENT ON TYPE public.bill_position IS 'What a citizen thinks of a bill, or of the part that a comment is about.';

CREATE TYPE public.bill_relationship_kind AS ENUM (
    'amends',
    'repeals',
    'reintroduces',
    'implements',
    'duplicates',
    'competes_with',
    'similar_to'
);
COMMENT ON TYPE public.bill_relationship_kind IS 'What the first bill is to the second.';

CREATE TYPE public.bill_status AS ENUM (
    'published',
    'first_reading',
    'committee',
    'second_reading',
    'committee_of_the_whole',
    'third_reading',
    'second_house',
    'mediation',
    'awaiting_assent',
    'returned',
    'assented',
    'rejected',
    'withdrawn',
    'lapsed'
);
COMMENT ON TYPE public.bill_status IS 'Where a bill stands, in the order in which it travels; the last four end the journey.';

CREATE TYPE public.chamber AS ENUM ('national_assembly', 'senate', 'county_assembly');
COMMENT ON TYPE public.chamber IS 'The house in which a bill is moved.';

CREATE TYPE public.civic_activity AS ENUM (
    'bills_read',
    'comments_written',
    'votes_cast',
    'claims_verified',
    'bills_shared',
    'memoranda_sent'
);
COMMENT ON TYPE public.civic_activity IS 'What a user makes progress in.';

CREATE TYPE public.compliance_result AS ENUM (
    'compliant',
    'partly_compliant',
    'not_compliant',
    'not_applicable'
);
COMMENT ON TYPE public.compliance_result IS 'The outcome of checking a duty.';

CREATE TYPE public.conflict_kind AS ENUM ('financial', 'family', 'employment', 'gift', 'other_office');
COMMENT ON TYPE public.conflict_kind IS 'Why a sponsor is not free in the matter of a bill.';

CREATE TYPE public.conflict_status AS ENUM ('draft', 'published', 'contested', 'settled', 'retracted');
COMMENT ON TYPE public.conflict_status IS 'The life of a published conflict, in its order; a retracted one stays readable as such.';

CREATE TYPE public.county AS ENUM (
    'baringo',
    'bomet',
    'bungoma',
    'busia',
    'elgeyo_marakwet',
    'embu',
    'garissa',
    'homa_bay',
    'isiolo',
    'kajiado',
    'kakamega',
    'kericho',
    'kiambu',
    'kilifi',
    'kirinyaga',
    'kisii',
    'kisumu',
    'kitui',
    'kwale',
    'laikipia',
    'lamu',
    'machakos',
    'makueni',
    'mandera',
    'marsabit',
    'meru',
    'migori',
    'mombasa',
    'muranga',
    'nairobi',
    'nakuru',
    'nandi',
    'narok',
    'nyamira',
    'nyandarua',
    'nyeri',
    'samburu',
    'siaya',
    'taita_taveta',
    'tana_river',
    'tharaka_nithi',
    'trans_nzoia',
    'turkana',
    'uasin_gishu',
    'vihiga',
    'wajir',
    'west_pokot'
);
COMMENT ON TYPE public.county IS 'The 47 counties of the First Schedule to the Constitution of Kenya, by name.';

CREATE TYPE public.credential_kind AS ENUM (
    'degree',
    'professional_license',
    'bar_admission',
    'employment',
    'publication',
    'award'
);
COMMENT ON TYPE public.credential_kind IS 'What vouches for an expert.';

CREATE TYPE public.credential_status AS ENUM ('submitted', 'verified', 'rejected', 'revoked');
COMMENT ON TYPE public.credential_status IS 'Whether a credential has been checked with who issued it. What runs out is not marked: see expires_on.';

CREATE TYPE public.delivery_channel AS ENUM ('web_socket', 'push', 'email', 'sms');
COMMENT ON TYPE public.delivery_channel IS 'How a message reaches a user: in the open page, on a device, by mail, by short message.';

CREATE TYPE public.delivery_status AS ENUM ('queued', 'sent', 'delivered', 'failed');
COMMENT ON TYPE public.delivery_status IS 'The way of a message on one channel.';

CREATE TYPE public.department_kind AS ENUM (
    'ministry',
    'state_department',
    'agency',
    'commission',
    'county_department'
);
COMMENT ON TYPE public.department_kind IS 'What a public body is.';

CREATE TYPE public.disclosure_kind AS ENUM ('initial', 'biennial', 'final', 'register_entry');
COMMENT ON TYPE public.disclosure_kind IS 'The occasion of a declaration: on taking office, every two years, on leaving (Public Officer Ethics Act, 2003), or an entry in the register of members'' interests.';

CREATE TYPE public.disclosure_status AS ENUM ('received', 'verified', 'disputed');
COMMENT ON TYPE public.disclosure_status IS 'How far a declaration has been checked against other records.';

CREATE TYPE public.discovery_kind AS ENUM (
    'recurring_text',
    'serial_amendment',
    'split_bill',
    'coordinated_sponsors',
    'timing'
);
COMMENT ON TYPE public.discovery_kind IS 'What a pattern across bills consists in.';

CREATE TYPE public.engagement_kind AS ENUM (
    'viewed',
    'read',
    'commented',
    'voted',
    'shared',
    'bookmarked',
    'followed',
    'position_taken'
);
COMMENT ON TYPE public.engagement_kind IS 'What somebody did with a bill.';

CREATE TYPE public.evaluation_criterion AS ENUM (
    'public_participation',
    'access_to_information',
    'timeliness',
    'use_of_submissions',
    'budget_openness'
);
COMMENT ON TYPE public.evaluation_criterion IS 'In what a department is evaluated.';

CREATE TYPE public.evidence_kind AS ENUM (
    'disclosure',
    'company_register',
    'land_register',
    'gazette',
    'hansard',
    'court_record',
    'tender_record',
    'press',
    'testimony'
);
COMMENT ON TYPE public.evidence_kind IS 'The sort of record that proves something.';

CREATE TYPE public.expert_activity_kind AS ENUM (
    'verification_published',
    'review_published',
    'comment_written',
    'peer_validated',
    'question_answered'
);
COMMENT ON TYPE public.expert_activity_kind IS 'What an expert does on the platform.';

CREATE TYPE public.expert_discipline AS ENUM (
    'law',
    'economics',
    'public_finance',
    'environment',
    'health',
    'education',
    'technology',
    'governance'
);
COMMENT ON TYPE public.expert_discipline IS 'The field in which an expert is vouched for.';

CREATE TYPE public.expert_review_kind AS ENUM ('accuracy', 'legal', 'fiscal', 'method');
COMMENT ON TYPE public.expert_review_kind IS 'What the reviewing expert was asked for.';

CREATE TYPE public.expert_review_status AS ENUM (
    'requested',
    'accepted',
    'declined',
    'submitted',
    'published'
);
COMMENT ON TYPE public.expert_review_status IS 'The way of a review.';

CREATE TYPE public.expertise_level AS ENUM ('practitioner', 'specialist', 'authority');
COMMENT ON TYPE public.expertise_level IS 'How far an expert has come in a discipline, least first.';

CREATE TYPE public.finding_origin AS ENUM ('editor', 'expert', 'citizen', 'machine');
COMMENT ON TYPE public.finding_origin IS 'Who found something in a bill, or said something about it.';

CREATE TYPE public.finding_status AS ENUM ('open', 'confirmed', 'dismissed', 'resolved');
COMMENT ON TYPE public.finding_status IS 'What became of a finding after review.';

CREATE TYPE public.flag_reason AS ENUM (
    'spam',
    'hate_speech',
    'incitement',
    'harassment',
    'personal_data',
    'misinformation',
    'off_topic',
    'impersonation'
);
COMMENT ON TYPE public.flag_reason IS 'What is wrong with what somebody wrote.';

CREATE TYPE public.health_status AS ENUM ('healthy', 'degraded', 'failing');
COMMENT ON TYPE public.health_status IS 'How a component fares by its own thresholds.';

CREATE TYPE public.impact_kind AS ENUM (
    'cost',
    'benefit',
    'rights',
    'environment',
    'competition',
    'administration'
);
COMMENT ON TYPE public.impact_kind IS 'In what a regulation touches them.';

CREATE TYPE public.influence_kind AS ENUM (
    'owns',
    'directs',
    'funds',
    'employs',
    'lobbies',
    'advises',
    'is_related_to'
);
COMMENT ON TYPE public.influence_kind IS 'What the first party does with the second.';

CREATE TYPE public.interest_holder AS ENUM ('sponsor', 'spouse', 'child', 'relative', 'nominee');
COMMENT ON TYPE public.interest_holder IS 'Who holds an interest that counts as the sponsor''s.';

CREATE TYPE public.interest_kind AS ENUM (
    'shareholding',
    'directorship',
    'employment',
    'land',
    'loan',
    'contract',
    'gift',
    'pension',
    'membership'
);
COMMENT ON TYPE public.interest_kind IS 'In what a financial interest consists.';

CREATE TYPE public.interest_origin AS ENUM ('declared', 'inferred');
COMMENT ON TYPE public.interest_origin IS 'Whether a user declared an interest, or reading suggests it.';

CREATE TYPE public.job_status AS ENUM ('pending', 'running', 'succeeded', 'failed');
COMMENT ON TYPE public.job_status IS 'The state of work that is done in the background.';

CREATE TYPE public.leaderboard_period AS ENUM ('week', 'month', 'year', 'all_time');
COMMENT ON TYPE public.leaderboard_period IS 'The span over which a leaderboard counts.';

CREATE TYPE public.live_metric AS ENUM (
    'viewers_now',
    'views_today',
    'comments_today',
    'shares_today',
    'supporters',
    'opponents',
    'score'
);
COMMENT ON TYPE public.live_metric IS 'A figure that pages show live.';

CREATE TYPE public.moderation_measure AS ENUM (
    'none',
    'approve',
    'warn',
    'hide',
    'remove',
    'suspend_author',
    'reverse'
);
COMMENT ON TYPE public.moderation_measure IS 'What a moderator does, mildest first.';

CREATE TYPE public.moderation_state AS ENUM ('open', 'assigned', 'decided', 'appealed', 'closed');
COMMENT ON TYPE public.moderation_state IS 'The way of a case, in its order; an appeal brings a decided one back.';

CREATE TYPE public.moderation_status AS ENUM ('pending', 'approved', 'hidden', 'removed');
COMMENT ON TYPE public.moderation_status IS 'Whether what a citizen wrote is shown: only what is approved is public.';

CREATE TYPE public.notification_kind AS ENUM (
    'bill_status_changed',
    'participation_opens',
    'participation_closes',
    'comment_replied',
    'comment_moderated',
    'verification_answered',
    'conflict_published',
    'review_requested',
    'achievement_earned',
    'digest',
    'account_security'
);
COMMENT ON TYPE public.notification_kind IS 'What a notification is about; users choose the channels for each kind.';

CREATE TYPE public.organization_kind AS ENUM (
    'company',
    'state_corporation',
    'partnership',
    'cooperative',
    'trust',
    'non_profit',
    'party',
    'association'
);
COMMENT ON TYPE public.organization_kind IS 'What a body is by law.';

CREATE TYPE public.profile_visibility AS ENUM ('open', 'pseudonymous', 'hidden');
COMMENT ON TYPE public.profile_visibility IS 'What strangers see of a profile: everything, the pseudonym only, or nothing.';

CREATE TYPE public.recommendation_reason AS ENUM (
    'declared_interest',
    'read_similar',
    'own_county',
    'followed_sponsor',
    'trending',
    'participation_open'
);
COMMENT ON TYPE public.recommendation_reason IS 'Why something is recommended; shown to the user.';

CREATE TYPE public.recommendation_response AS ENUM ('opened', 'followed', 'dismissed');
COMMENT ON TYPE public.recommendation_response IS 'What the user did with a recommendation.';

CREATE TYPE public.regulation_kind AS ENUM (
    'regulations',
    'rules',
    'order',
    'by_laws',
    'guidelines',
    'legal_notice'
);
COMMENT ON TYPE public.regulation_kind IS 'The form of a statutory instrument.';

CREATE TYPE public.regulation_status AS ENUM (
    'proposed',
    'consultation',
    'made',
    'in_force',
    'annulled',
    'revoked'
);
COMMENT ON TYPE public.regulation_status IS 'The life of a statutory instrument, in its order.';

CREATE TYPE public.regulatory_change_kind AS ENUM ('inserted', 'amended', 'deleted', 'suspended', 'revoked');
COMMENT ON TYPE public.regulatory_change_kind IS 'What a step does to a regulation.';

CREATE TYPE public.review_recommendation AS ENUM ('endorse', 'revise', 'reject');
COMMENT ON TYPE public.review_recommendation IS 'What the reviewing expert advises to do with what was reviewed.';

CREATE TYPE public.search_intent AS ENUM ('lookup', 'explore', 'question');
COMMENT ON TYPE public.search_intent IS 'What the user seems to want: a known document, all on a subject, or an answer.';

CREATE TYPE public.search_scope AS ENUM ('everything', 'bills', 'sponsors', 'comments', 'regulations');
COMMENT ON TYPE public.search_scope IS 'In which documents a search looks.';

CREATE TYPE public.section_conflict_kind AS ENUM (
    'contradiction',
    'overlap',
    'implied_repeal',
    'undefined_reference'
);
COMMENT ON TYPE public.section_conflict_kind IS 'How a section of a bill disagrees with other law.';

CREATE TYPE public.security_event_kind AS ENUM (
    'signed_in',
    'sign_in_failed',
    'locked_out',
    'signed_out',
    'password_changed',
    'password_reset',
    'session_revoked',
    'token_reused',
    'role_changed',
    'account_suspended',
    'account_erased',
    'data_exported',
    'access_denied',
    'settings_changed'
);
COMMENT ON TYPE public.security_event_kind IS 'What happened to an account, to a right or to data.';

CREATE TYPE public.session_kind AS ENUM ('web', 'mobile', 'ussd');
COMMENT ON TYPE public.session_kind IS 'The client that a session belongs to.';

CREATE TYPE public.severity AS ENUM ('low', 'medium', 'high', 'critical');

CREATE TYPE public.share_platform AS ENUM (
    'whatsapp',
    'facebook',
    'twitter',
    'telegram',
    'tiktok',
    'linkedin',
    'email',
    'sms',
    'copied_link'
);
COMMENT ON TYPE public.share_platform IS 'Where a bill was shared to.';

CREATE TYPE public.social_provider AS ENUM ('google', 'facebook', 'x', 'linkedin');
COMMENT ON TYPE public.social_provider IS 'A third party whose account may be connected to ours.';

CREATE TYPE public.sponsor_kind AS ENUM ('member', 'committee', 'government');
COMMENT ON TYPE public.sponsor_kind IS 'Who may move a bill.';

CREATE TYPE public.sponsorship_role AS ENUM ('mover', 'seconder', 'co_sponsor');
COMMENT ON TYPE public.sponsorship_role IS 'The part that a sponsor has taken in bringing a bill.';

CREATE TYPE public.stakeholder_group AS ENUM (
    'households',
    'small_businesses',
    'large_businesses',
    'farmers',
    'workers',
    'public_bodies',
    'county_governments',
    'civil_society'
);
COMMENT ON TYPE public.stakeholder_group IS 'Those whom a regulation touches.';

CREATE TYPE public.sync_direction AS ENUM ('import', 'export');
COMMENT ON TYPE public.sync_direction IS 'Whether data come in or go out.';

CREATE TYPE public.threat_kind AS ENUM ('network', 'mail_domain', 'host', 'user_agent', 'text_pattern');
COMMENT ON TYPE public.threat_kind IS 'By what a danger is recognised.';

CREATE TYPE public.trend_period AS ENUM ('hour', 'day', 'week');
COMMENT ON TYPE public.trend_period IS 'The span over which a trend is measured.';

CREATE TYPE public.user_role AS ENUM ('citizen', 'expert', 'journalist', 'editor', 'moderator', 'admin');
COMMENT ON TYPE public.user_role IS 'What a user may do on the platform, least first.';

CREATE TYPE public.user_status AS ENUM ('pending', 'active', 'suspended', 'deactivated');
COMMENT ON TYPE public.user_status IS 'Whether an account may sign in: only an active one may.';

CREATE TYPE public.verification_verdict AS ENUM (
    'accurate',
    'partly_accurate',
    'misleading',
    'inaccurate',
    'unverifiable'
);
COMMENT ON TYPE public.verification_verdict IS 'The outcome of checking a claim that is made about a bill.';

CREATE TYPE public.workaround_kind AS ENUM (
    'regulation',
    'executive_order',
    'gazette_notice',
    'guideline',
    'budget_line',
    'another_bill',
    'practice'
);
COMMENT ON TYPE public.workaround_kind IS 'The other way on which the substance of a bill was put into force.';

CREATE TABLE public.analytics_daily_summary (
    day date NOT NULL,
    client public.session_kind NOT NULL,
    visitors integer NOT NULL DEFAULT 0,
    active_users integer NOT NULL DEFAULT 0,
    new_users integer NOT NULL DEFAULT 0,
    page_views bigint NOT NULL DEFAULT 0,
    searches integer NOT NULL DEFAULT 0,
    comments integer NOT NULL DEFAULT 0,
    shares integer NOT NULL DEFAULT 0,
    positions integer NOT NULL DEFAULT 0,
    summarized_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT analytics_daily_summary_pkey PRIMARY KEY (day, client),
    CONSTRAINT analytics_daily_summary_active_users_min CHECK (active_users >= 0),
    CONSTRAINT analytics_daily_summary_comments_min CHECK (comments >= 0),
    CONSTRAINT analytics_daily_summary_new_users_min CHECK (new_users >= 0),
    CONSTRAINT analytics_daily_summary_page_views_min CHECK (page_views >= 0),
    CONSTRAINT analytics_daily_summary_positions_min CHECK (positions >= 0),
    CONSTRAINT analytics_daily_summary_searches_min CHECK (searches >= 0),
    CONSTRAINT analytics_daily_summary_shares_min CHECK (shares >= 0),
    CONSTRAINT analytics_daily_summary_users_within_visitors CHECK (active_users <= visitors),
    CONSTRAINT analytics_daily_summary_visitors_min CHECK (visitors >= 0)
);

GRANT SELECT ON TABLE public.analytics_daily_summary TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.analytics_daily_summary TO chanuka_service;

COMMENT ON TABLE public.analytics_daily_summary IS 'The platform on one day, by kind of client.';
COMMENT ON COLUMN public.analytics_daily_summary.day IS 'Day in Nairobi.';
COMMENT ON COLUMN public.analytics_daily_summary.visitors IS 'Distinct users and visitors.';
COMMENT ON COLUMN public.analytics_daily_summary.active_users IS 'Distinct signed-in users.';
COMMENT ON COLUMN public.analytics_daily_summary.positions IS 'Positions taken on bills.';

CREATE TABLE public.civic_achievements (
    code character varying(60) NOT NULL,
    title character varying(100) NOT NULL,
    description character varying(500) NOT NULL,
    activity public.civic_activity NOT NULL,
    threshold integer NOT NULL,
    tier public.achievement_tier NOT NULL DEFAULT 'bronze',
    points smallint NOT NULL DEFAULT 10,
    icon_url character varying(2048),
    retired_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT civic_achievements_pkey PRIMARY KEY (code),
    CONSTRAINT civic_achievements_activity_threshold_key UNIQUE (activity, threshold),
    CONSTRAINT civic_achievements_code_format CHECK (code ~ '^[a-z0-9]+(?:-[a-z0-9]+)*$'),
    CONSTRAINT civic_achievements_description_min_length CHECK (char_length(description) >= 10),
    CONSTRAINT civic_achievements_icon_url_format CHECK (icon_url ~ E'^https?://[^ \\t-\\r/?#]+(?:[/?#][^ \\t-\\r]*)?$'),
    CONSTRAINT civic_achievements_points_max CHECK (points <= 1000),
    CONSTRAINT civic_achievements_points_min CHECK (points >= 0),
    CONSTRAINT civic_achievements_threshold_min CHECK (threshold >= 1),
    CONSTRAINT civic_achievements_title_min_length CHECK (char_length(title) >= 2)
);

CREATE INDEX civic_achievements_tier_code_idx ON public.civic_achievements (tier, code);

GRANT INSERT, UPDATE, DELETE ON TABLE public.civic_achievements TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.civic_achievements TO chanuka_service;
GRANT SELECT ON TABLE public.civic_achievements TO chanuka_visitor;

COMMENT ON TABLE public.civic_achievements IS 'Something that a user can achieve.';
COMMENT ON COLUMN public.civic_achievements.code IS 'Stable name by which code and translations know it.';
COMMENT ON COLUMN public.civic_achievements.description IS 'What one has to do, in the second person.';
COMMENT ON COLUMN public.civic_achievements.activity IS 'What counts towards it.';
COMMENT ON COLUMN public.civic_achievements.threshold IS 'How often the activity has to be done.';
COMMENT ON COLUMN public.civic_achievements.retired_at IS 'Since when it can be achieved no more; who has it keeps it.';
COMMENT ON COLUMN public.civic_achievements.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.civic_achievements.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.civic_achievements.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.conflict_sources_audit (
    id bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL DEFAULT now(),
    changed_by text NOT NULL,
    operation text NOT NULL,
    row_key jsonb,
    old_row jsonb,
    new_row jsonb,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT conflict_sources_audit_pkey PRIMARY KEY (id),
    CONSTRAINT conflict_sources_audit_operation CHECK (operation IN ('insert', 'update', 'delete', 'truncate'))
);

CREATE INDEX conflict_sources_audit_row_key_id_idx ON public.conflict_sources_audit (row_key, id);

COMMENT ON TABLE public.conflict_sources_audit IS 'Who changed which row of conflict_sources, when, from what and into what.';
COMMENT ON COLUMN public.conflict_sources_audit.id IS 'Entries are read in this order.';
COMMENT ON COLUMN public.conflict_sources_audit.changed_at IS 'When the transaction began.';
COMMENT ON COLUMN public.conflict_sources_audit.changed_by IS 'The user whom the request was for, or the role of the session.';
COMMENT ON COLUMN public.conflict_sources_audit.operation IS 'insert, update, delete or truncate.';
COMMENT ON COLUMN public.conflict_sources_audit.row_key IS 'The key of the row as it was before; NULL for truncate, which removes all rows.';
COMMENT ON COLUMN public.conflict_sources_audit.old_row IS 'The row before; NULL for an insert.';
COMMENT ON COLUMN public.conflict_sources_audit.new_row IS 'The row after; NULL for a delete.';
COMMENT ON COLUMN public.conflict_sources_audit.previous_hash IS 'The hash of the entry before; of the first one, nothing.';
COMMENT ON COLUMN public.conflict_sources_audit.hash IS 'SHA-256 of all else of the entry.';

CREATE TABLE public.conflicts_audit (
    id bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL DEFAULT now(),
    changed_by text NOT NULL,
    operation text NOT NULL,
    row_key jsonb,
    old_row jsonb,
    new_row jsonb,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT conflicts_audit_pkey PRIMARY KEY (id),
    CONSTRAINT conflicts_audit_operation CHECK (operation IN ('insert', 'update', 'delete', 'truncate'))
);

CREATE INDEX conflicts_audit_row_key_id_idx ON public.conflicts_audit (row_key, id);

COMMENT ON TABLE public.conflicts_audit IS 'Who changed which row of conflicts, when, from what and into what.';
COMMENT ON COLUMN public.conflicts_audit.id IS 'Entries are read in this order.';
COMMENT ON COLUMN public.conflicts_audit.changed_at IS 'When the transaction began.';
COMMENT ON COLUMN public.conflicts_audit.changed_by IS 'The user whom the request was for, or the role of the session.';
COMMENT ON COLUMN public.conflicts_audit.operation IS 'insert, update, delete or truncate.';
COMMENT ON COLUMN public.conflicts_audit.row_key IS 'The key of the row as it was before; NULL for truncate, which removes all rows.';
COMMENT ON COLUMN public.conflicts_audit.old_row IS 'The row before; NULL for an insert.';
COMMENT ON COLUMN public.conflicts_audit.new_row IS 'The row after; NULL for a delete.';
COMMENT ON COLUMN public.conflicts_audit.previous_hash IS 'The hash of the entry before; of the first one, nothing.';
COMMENT ON COLUMN public.conflicts_audit.hash IS 'SHA-256 of all else of the entry.';

CREATE TABLE public.departments (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    name character varying(200) NOT NULL,
    code character varying(40) NOT NULL,
    kind public.department_kind NOT NULL,
    county public.county,
    parent_id uuid,
    topics text[] NOT NULL DEFAULT '{}',
    office_email character varying(254),
    website character varying(2048),
    dissolved_on date,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT departments_pkey PRIMARY KEY (id),
    CONSTRAINT departments_code_key UNIQUE (code),
    CONSTRAINT departments_code_pattern CHECK (code ~ '^[A-Z0-9]+(?:-[A-Z0-9]+)*$'),
    CONSTRAINT departments_county_of_its_kind CHECK ((kind = 'county_department') = (county IS NOT NULL)),
    CONSTRAINT departments_name_min_length CHECK (char_length(name) >= 3),
    CONSTRAINT departments_not_its_own_parent CHECK (parent_id <> id),
    CONSTRAINT departments_office_email_format CHECK (office_email ~ E'^[a-zA-Z0-9.!#$%&''*+/=?\\^_`{|}~\\-]+@[a-zA-Z0-9](?:[a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])?(?:[.][a-zA-Z0-9](?:[a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])?)+$'),
    CONSTRAINT departments_topics_elements CHECK (array_position(topics, NULL) IS NULL),
    CONSTRAINT departments_website_format CHECK (website ~ E'^https?://[^ \\t-\\r/?#]+(?:[/?#][^ \\t-\\r]*)?$'),
    CONSTRAINT departments_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.departments (id) ON DELETE RESTRICT
);

CREATE INDEX departments_name_id_idx ON public.departments (name, id);
CREATE INDEX departments_name_idx ON public.departments USING gin (name gin_trgm_ops);
CREATE INDEX departments_parent_id_idx ON public.departments (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX departments_topics_idx ON public.departments USING gin (topics);

GRANT INSERT, UPDATE, DELETE ON TABLE public.departments TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.departments TO chanuka_service;
GRANT SELECT ON TABLE public.departments TO chanuka_visitor;

COMMENT ON TABLE public.departments IS 'A public body that makes regulations, or that bills concern.';
COMMENT ON COLUMN public.departments.code IS 'Short name under which imports and people know it.';
COMMENT ON COLUMN public.departments.county IS 'County whose department it is; NULL for the national government.';
COMMENT ON COLUMN public.departments.parent_id IS 'Ministry or body to which it reports.';
COMMENT ON COLUMN public.departments.topics IS 'Subjects in its charge; same vocabulary as bills.tags.';
COMMENT ON COLUMN public.departments.office_email IS 'Published address for submissions.';
COMMENT ON COLUMN public.departments.dissolved_on IS 'Day on which a reorganization ended it; its regulations remain.';
COMMENT ON COLUMN public.departments.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.departments.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.departments.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.financial_disclosures_audit (
    id bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL DEFAULT now(),
    changed_by text NOT NULL,
    operation text NOT NULL,
    row_key jsonb,
    old_row jsonb,
    new_row jsonb,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT financial_disclosures_audit_pkey PRIMARY KEY (id),
    CONSTRAINT financial_disclosures_audit_operation CHECK (operation IN ('insert', 'update', 'delete', 'truncate'))
);

CREATE INDEX financial_disclosures_audit_row_key_id_idx ON public.financial_disclosures_audit (row_key, id);

COMMENT ON TABLE public.financial_disclosures_audit IS 'Who changed which row of financial_disclosures, when, from what and into what.';
COMMENT ON COLUMN public.financial_disclosures_audit.id IS 'Entries are read in this order.';
COMMENT ON COLUMN public.financial_disclosures_audit.changed_at IS 'When the transaction began.';
COMMENT ON COLUMN public.financial_disclosures_audit.changed_by IS 'The user whom the request was for, or the role of the session.';
COMMENT ON COLUMN public.financial_disclosures_audit.operation IS 'insert, update, delete or truncate.';
COMMENT ON COLUMN public.financial_disclosures_audit.row_key IS 'The key of the row as it was before; NULL for truncate, which removes all rows.';
COMMENT ON COLUMN public.financial_disclosures_audit.old_row IS 'The row before; NULL for an insert.';
COMMENT ON COLUMN public.financial_disclosures_audit.new_row IS 'The row after; NULL for a delete.';
COMMENT ON COLUMN public.financial_disclosures_audit.previous_hash IS 'The hash of the entry before; of the first one, nothing.';
COMMENT ON COLUMN public.financial_disclosures_audit.hash IS 'SHA-256 of all else of the entry.';

CREATE TABLE public.financial_interests_audit (
    id bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL DEFAULT now(),
    changed_by text NOT NULL,
    operation text NOT NULL,
    row_key jsonb,
    old_row jsonb,
    new_row jsonb,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT financial_interests_audit_pkey PRIMARY KEY (id),
    CONSTRAINT financial_interests_audit_operation CHECK (operation IN ('insert', 'update', 'delete', 'truncate'))
);

CREATE INDEX financial_interests_audit_row_key_id_idx ON public.financial_interests_audit (row_key, id);

COMMENT ON TABLE public.financial_interests_audit IS 'Who changed which row of financial_interests, when, from what and into what.';
COMMENT ON COLUMN public.financial_interests_audit.id IS 'Entries are read in this order.';
COMMENT ON COLUMN public.financial_interests_audit.changed_at IS 'When the transaction began.';
COMMENT ON COLUMN public.financial_interests_audit.changed_by IS 'The user whom the request was for, or the role of the session.';
COMMENT ON COLUMN public.financial_interests_audit.operation IS 'insert, update, delete or truncate.';
COMMENT ON COLUMN public.financial_interests_audit.row_key IS 'The key of the row as it was before; NULL for truncate, which removes all rows.';
COMMENT ON COLUMN public.financial_interests_audit.old_row IS 'The row before; NULL for an insert.';
COMMENT ON COLUMN public.financial_interests_audit.new_row IS 'The row after; NULL for a delete.';
COMMENT ON COLUMN public.financial_interests_audit.previous_hash IS 'The hash of the entry before; of the first one, nothing.';
COMMENT ON COLUMN public.financial_interests_audit.hash IS 'SHA-256 of all else of the entry.';

CREATE TABLE public.organizations (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    kind public.organization_kind NOT NULL,
    name character varying(300) NOT NULL,
    registration_number character varying(60),
    sector character varying(60),
    parent_id uuid,
    website character varying(2048),
    dissolved_on date,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT organizations_pkey PRIMARY KEY (id),
    CONSTRAINT organizations_registration_number_key UNIQUE (registration_number),
    CONSTRAINT organizations_name_min_length CHECK (char_length(name) >= 2),
    CONSTRAINT organizations_not_its_own_parent CHECK (parent_id <> id),
    CONSTRAINT organizations_registration_number_min_length CHECK (char_length(registration_number) >= 2),
    CONSTRAINT organizations_sector_format CHECK (sector ~ '^[a-z0-9]+(?:-[a-z0-9]+)*$'),
    CONSTRAINT organizations_website_format CHECK (website ~ E'^https?://[^ \\t-\\r/?#]+(?:[/?#][^ \\t-\\r]*)?$'),
    CONSTRAINT organizations_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.organizations (id) ON DELETE SET NULL
);

CREATE INDEX organizations_name_id_idx ON public.organizations (name, id);
CREATE INDEX organizations_name_idx ON public.organizations USING gin (name gin_trgm_ops);
CREATE INDEX organizations_parent_id_idx ON public.organizations (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX organizations_sector_idx ON public.organizations (sector) WHERE sector IS NOT NULL;

GRANT INSERT, UPDATE, DELETE ON TABLE public.organizations TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.organizations TO chanuka_service;
GRANT SELECT ON TABLE public.organizations TO chanuka_visitor;

COMMENT ON TABLE public.organizations IS 'A company or other body that owns, funds or employs: where a trail of money leads.';
COMMENT ON COLUMN public.organizations.name IS 'As its register spells it.';
COMMENT ON COLUMN public.organizations.registration_number IS 'Number in the register of companies, societies or organizations; NULL for bodies that an Act sets up.';
COMMENT ON COLUMN public.organizations.sector IS 'Line of business; same vocabulary as bills.tags, so that bills on the sector are found.';
COMMENT ON COLUMN public.organizations.parent_id IS 'Body that controls this one, where the register says so.';
COMMENT ON COLUMN public.organizations.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.organizations.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.organizations.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.search_analytics (
    day date NOT NULL,
    words character varying(500) NOT NULL,
    scope public.search_scope NOT NULL,
    searches integer NOT NULL,
    searchers integer NOT NULL,
    without_result integer NOT NULL DEFAULT 0,
    with_click integer NOT NULL DEFAULT 0,
    mean_position numeric(6,2),
    p95_duration interval NOT NULL,
    CONSTRAINT search_analytics_pkey PRIMARY KEY (day, words, scope),
    CONSTRAINT search_analytics_mean_position_min CHECK (mean_position >= 1),
    CONSTRAINT search_analytics_position_of_clicks CHECK ((with_click = 0) = (mean_position IS NULL)),
    CONSTRAINT search_analytics_searchers_min CHECK (searchers >= 10),
    CONSTRAINT search_analytics_searchers_within_searches CHECK (searchers <= searches),
    CONSTRAINT search_analytics_searches_min CHECK (searches >= 10),
    CONSTRAINT search_analytics_with_click_min CHECK (with_click >= 0),
    CONSTRAINT search_analytics_without_result_min CHECK (without_result >= 0),
    CONSTRAINT search_analytics_without_result_within_searches CHECK ((without_result + with_click) <= searches),
    CONSTRAINT search_analytics_words_min_length CHECK (char_length(words) >= 1)
);

CREATE INDEX search_analytics_day_searches_idx ON public.search_analytics (day DESC, searches DESC);
CREATE INDEX search_analytics_day_without_result_idx ON public.search_analytics (day DESC, without_result DESC) WHERE without_result > 0;

GRANT SELECT ON TABLE public.search_analytics TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.search_analytics TO chanuka_service;

COMMENT ON TABLE public.search_analytics IS 'What was searched on one day, without the searchers: this is what stays when the searches are gone.';
COMMENT ON COLUMN public.search_analytics.day IS 'Day in Nairobi.';
COMMENT ON COLUMN public.search_analytics.words IS 'In lower case, words sorted. Kept only if at least ten searchers used them: rare words tell about persons.';
COMMENT ON COLUMN public.search_analytics.searchers IS 'Distinct users and visitors.';
COMMENT ON COLUMN public.search_analytics.mean_position IS 'Mean place of what was opened first; NULL where nothing was.';
COMMENT ON COLUMN public.search_analytics.p95_duration IS '95 of 100 searches took at most this time.';

CREATE TABLE public.sponsors (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    kind public.sponsor_kind NOT NULL DEFAULT 'member',
    name character varying(200) NOT NULL,
    register_code character varying(40),
    chamber public.chamber NOT NULL,
    party character varying(100),
    county public.county,
    constituency character varying(100),
    office_email character varying(254),
    photo_url character varying(2048),
    biography text,
    term daterange,
    active boolean NOT NULL DEFAULT true,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    search_vector tsvector GENERATED ALWAYS AS (setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', COALESCE(constituency, '')), 'B') || setweight(to_tsvector('simple', COALESCE(party, '')), 'B') || setweight(to_tsvector('simple', COALESCE(biography, '')), 'D')) STORED,
    CONSTRAINT sponsors_pkey PRIMARY KEY (id),
    CONSTRAINT sponsors_register_code_key UNIQUE (register_code),
    CONSTRAINT sponsors_biography_max_length CHECK (char_length(biography) <= 20000),
    CONSTRAINT sponsors_constituency_min_length CHECK (char_length(constituency) >= 2),
    CONSTRAINT sponsors_county_of_assembly CHECK (chamber <> 'county_assembly' OR county IS NOT NULL),
    CONSTRAINT sponsors_name_min_length CHECK (char_length(name) >= 2),
    CONSTRAINT sponsors_office_email_format CHECK (office_email ~ E'^[a-zA-Z0-9.!#$%&''*+/=?\\^_`{|}~\\-]+@[a-zA-Z0-9](?:[a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])?(?:[.][a-zA-Z0-9](?:[a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])?)+$'),
    CONSTRAINT sponsors_party_min_length CHECK (char_length(party) >= 2),
    CONSTRAINT sponsors_photo_url_format CHECK (photo_url ~ E'^https?://[^ \\t-\\r/?#]+(?:[/?#][^ \\t-\\r]*)?$'),
    CONSTRAINT sponsors_register_code_pattern CHECK (register_code ~ '^[A-Z0-9]+(?:-[A-Z0-9]+)*$'),
    CONSTRAINT sponsors_term_not_empty CHECK (NOT isempty(term))
);

CREATE INDEX sponsors_chamber_county_name_idx ON public.sponsors (chamber, county, name) WHERE active;
CREATE INDEX sponsors_name_id_idx ON public.sponsors (name, id);
CREATE INDEX sponsors_name_idx ON public.sponsors USING gin (name gin_trgm_ops);
CREATE INDEX sponsors_search_vector_idx ON public.sponsors USING gin (search_vector);

GRANT INSERT, UPDATE, DELETE ON TABLE public.sponsors TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.sponsors TO chanuka_service;
GRANT SELECT ON TABLE public.sponsors TO chanuka_visitor;

COMMENT ON TABLE public.sponsors IS 'A member, a committee or a ministry that brings bills to a house.';
COMMENT ON COLUMN public.sponsors.name IS 'As the house''s register spells it.';
COMMENT ON COLUMN public.sponsors.register_code IS 'Key of the sponsor in the house''s own register; imports match on it.';
COMMENT ON COLUMN public.sponsors.party IS 'Party or coalition on whose list the member sits; parties come and go, so it is not an enum.';
COMMENT ON COLUMN public.sponsors.constituency IS 'Constituency, or the ward of a member of a county assembly.';
COMMENT ON COLUMN public.sponsors.office_email IS 'Published address of the office, not a private one.';
COMMENT ON COLUMN public.sponsors.term IS 'Term of office; an open end means that it has none yet.';
COMMENT ON COLUMN public.sponsors.active IS 'Whether the sponsor may bring bills now; a suspension does not change the term.';
COMMENT ON COLUMN public.sponsors.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.sponsors.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.sponsors.version IS 'Grows by one with every update; an update from an older version is refused.';
COMMENT ON COLUMN public.sponsors.search_vector IS 'What full-text search looks in; made by the server.';

CREATE TABLE public.bills (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    bill_number character varying(50) NOT NULL,
    title character varying(500) NOT NULL,
    summary text,
    full_text text,
    text_digest bytea,
    kind text NOT NULL DEFAULT 'ordinary',
    status public.bill_status NOT NULL DEFAULT 'published',
    chamber public.chamber NOT NULL,
    county public.county,
    sponsor_id uuid,
    introduced_on date,
    concluded_on date,
    participation daterange,
    tags text[] NOT NULL DEFAULT '{}',
    affected_counties public.county[] NOT NULL DEFAULT '{}',
    gazette_reference character varying(120),
    links jsonb NOT NULL DEFAULT '{}',
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    deleted_at timestamp with time zone,
    search_vector tsvector GENERATED ALWAYS AS (setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', COALESCE(summary, '')), 'B') || setweight(to_tsvector('english', COALESCE(full_text, '')), 'C')) STORED,
    CONSTRAINT bills_pkey PRIMARY KEY (id),
    CONSTRAINT bills_affected_counties_elements CHECK (array_position(affected_counties, NULL) IS NULL),
    CONSTRAINT bills_bill_number_pattern CHECK (bill_number ~ '^Bill No[.] [0-9]+ of [0-9]{4}$'),
    CONSTRAINT bills_concluded_after_introduction CHECK (concluded_on >= introduced_on),
    CONSTRAINT bills_concluded_has_outcome CHECK (concluded_on IS NULL OR status IN ('assented', 'rejected', 'withdrawn', 'lapsed')),
    CONSTRAINT bills_county_of_assembly CHECK ((chamber = 'county_assembly') = (county IS NOT NULL)),
    CONSTRAINT bills_full_text_max_length CHECK (char_length(full_text) <= 2000000),
    CONSTRAINT bills_gazette_reference_min_length CHECK (char_length(gazette_reference) >= 3),
    CONSTRAINT bills_participation_not_empty CHECK (NOT isempty(participation)),
    CONSTRAINT bills_summary_max_length CHECK (char_length(summary) <= 20000),
    CONSTRAINT bills_tags_bounded CHECK (cardinality(tags) <= 20),
    CONSTRAINT bills_tags_elements CHECK (array_position(tags, NULL) IS NULL),
    CONSTRAINT bills_text_digest_length CHECK (octet_length(text_digest) = 32),
    CONSTRAINT bills_text_has_digest CHECK ((full_text IS NULL) = (text_digest IS NULL)),
    CONSTRAINT bills_title_min_length CHECK (char_length(title) >= 3),
    CONSTRAINT bills_sponsor_id_fkey FOREIGN KEY (sponsor_id) REFERENCES public.sponsors (id) ON DELETE SET NULL
);

CREATE INDEX bills_affected_counties_idx ON public.bills USING gin (affected_counties);
CREATE UNIQUE INDEX bills_chamber_bill_number_idx ON public.bills (chamber, bill_number) WHERE county IS NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX bills_county_bill_number_idx ON public.bills (county, bill_number) WHERE county IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX bills_introduced_on_id_idx ON public.bills (introduced_on DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX bills_participation_idx ON public.bills USING gist (participation) WHERE participation IS NOT NULL;
CREATE INDEX bills_search_vector_idx ON public.bills USING gin (search_vector);
CREATE INDEX bills_sponsor_id_status_introduced_on_idx ON public.bills (sponsor_id) INCLUDE (status, introduced_on) WHERE sponsor_id IS NOT NULL;
CREATE INDEX bills_status_introduced_on_idx ON public.bills (status, introduced_on DESC);
CREATE INDEX bills_tags_idx ON public.bills USING gin (tags);
CREATE INDEX bills_title_idx ON public.bills USING gin (title gin_trgm_ops);

GRANT INSERT, UPDATE, DELETE ON TABLE public.bills TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.bills TO chanuka_service;
GRANT SELECT ON TABLE public.bills TO chanuka_visitor;

COMMENT ON TABLE public.bills IS 'A published bill before Parliament or a county assembly.';
COMMENT ON COLUMN public.bills.bill_number IS 'As gazetted. Each house numbers its own bills, and so does each county assembly.';
COMMENT ON COLUMN public.bills.summary IS 'Memorandum of objects and reasons, in the editors'' plain words.';
COMMENT ON COLUMN public.bills.full_text IS 'Gazetted text without its layout: for search, quotations and analysis.';
COMMENT ON COLUMN public.bills.text_digest IS 'SHA-256 of full_text in UTF-8; analyses name the text that they saw by it.';
COMMENT ON COLUMN public.bills.chamber IS 'House of origin.';
COMMENT ON COLUMN public.bills.county IS 'County whose assembly has the bill; NULL for Parliament.';
COMMENT ON COLUMN public.bills.sponsor_id IS 'Who is in charge of the bill now; everybody who ever put a name to it is in bill_sponsorships.';
COMMENT ON COLUMN public.bills.introduced_on IS 'Day of publication in the Gazette.';
COMMENT ON COLUMN public.bills.concluded_on IS 'Day of assent, rejection, withdrawal or lapse.';
COMMENT ON COLUMN public.bills.participation IS 'Days on which memoranda from the public are received (Constitution, articles 118 and 196).';
COMMENT ON COLUMN public.bills.tags IS 'Subjects that the editors publish with the bill; what others propose is in bill_tags.';
COMMENT ON COLUMN public.bills.affected_counties IS 'Counties that the bill touches more than the others; empty means the whole country.';
COMMENT ON COLUMN public.bills.gazette_reference IS 'Supplement in which the bill was published.';
COMMENT ON COLUMN public.bills.links IS 'Addresses of the documents of the bill: role (text, hansard, committee_report) to URL.';
COMMENT ON COLUMN public.bills.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.bills.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.bills.version IS 'Grows by one with every update; an update from an older version is refused.';
COMMENT ON COLUMN public.bills.deleted_at IS 'When the row was deleted; NULL while it is not.';
COMMENT ON COLUMN public.bills.search_vector IS 'What full-text search looks in; made by the server.';

CREATE TABLE public.bill_analytics_summary (
    bill_id uuid NOT NULL,
    day date NOT NULL,
    views integer NOT NULL DEFAULT 0,
    unique_viewers integer NOT NULL DEFAULT 0,
    reading_time interval,
    comments integer NOT NULL DEFAULT 0,
    shares integer NOT NULL DEFAULT 0,
    referred_visits integer NOT NULL DEFAULT 0,
    new_supporters integer NOT NULL DEFAULT 0,
    new_opponents integer NOT NULL DEFAULT 0,
    sentiment numeric(4,3),
    CONSTRAINT bill_analytics_summary_pkey PRIMARY KEY (bill_id, day),
    CONSTRAINT bill_analytics_summary_comments_min CHECK (comments >= 0),
    CONSTRAINT bill_analytics_summary_new_opponents_min CHECK (new_opponents >= 0),
    CONSTRAINT bill_analytics_summary_new_supporters_min CHECK (new_supporters >= 0),
    CONSTRAINT bill_analytics_summary_referred_visits_min CHECK (referred_visits >= 0),
    CONSTRAINT bill_analytics_summary_sentiment_max CHECK (sentiment <= 1),
    CONSTRAINT bill_analytics_summary_sentiment_min CHECK (sentiment >= -1),
    CONSTRAINT bill_analytics_summary_sentiment_of_comments CHECK (sentiment IS NULL OR comments > 0),
    CONSTRAINT bill_analytics_summary_shares_min CHECK (shares >= 0),
    CONSTRAINT bill_analytics_summary_unique_viewers_min CHECK (unique_viewers >= 0),
    CONSTRAINT bill_analytics_summary_viewers_within_views CHECK (unique_viewers <= views),
    CONSTRAINT bill_analytics_summary_views_min CHECK (views >= 0),
    CONSTRAINT bill_analytics_summary_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE
);

CREATE INDEX bill_analytics_summary_day_views_idx ON public.bill_analytics_summary (day DESC, views DESC);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.bill_analytics_summary TO chanuka_service;
GRANT SELECT ON TABLE public.bill_analytics_summary TO chanuka_visitor;

COMMENT ON TABLE public.bill_analytics_summary IS 'What happened to one bill on one day; days without activity have no row.';
COMMENT ON COLUMN public.bill_analytics_summary.day IS 'Day in Nairobi.';
COMMENT ON COLUMN public.bill_analytics_summary.reading_time IS 'Median of the readers'' times; NULL where nobody stayed.';
COMMENT ON COLUMN public.bill_analytics_summary.referred_visits IS 'Visits that came through a shared address.';
COMMENT ON COLUMN public.bill_analytics_summary.sentiment IS 'Mean tone of the day''s comments; NULL without comments.';

CREATE TABLE public.bill_counters (
    bill_id uuid NOT NULL,
    views bigint NOT NULL DEFAULT 0,
    unique_viewers bigint NOT NULL DEFAULT 0,
    comments integer NOT NULL DEFAULT 0,
    shares integer NOT NULL DEFAULT 0,
    supporters integer NOT NULL DEFAULT 0,
    opponents integer NOT NULL DEFAULT 0,
    engagement_score numeric(12,2) NOT NULL DEFAULT 0,
    counted_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT bill_counters_pkey PRIMARY KEY (bill_id),
    CONSTRAINT bill_counters_comments_min CHECK (comments >= 0),
    CONSTRAINT bill_counters_engagement_score_min CHECK (engagement_score >= 0),
    CONSTRAINT bill_counters_opponents_min CHECK (opponents >= 0),
    CONSTRAINT bill_counters_shares_min CHECK (shares >= 0),
    CONSTRAINT bill_counters_supporters_min CHECK (supporters >= 0),
    CONSTRAINT bill_counters_unique_viewers_min CHECK (unique_viewers >= 0),
    CONSTRAINT bill_counters_viewers_within_views CHECK (unique_viewers <= views),
    CONSTRAINT bill_counters_views_min CHECK (views >= 0),
    CONSTRAINT bill_counters_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE
);

CREATE INDEX bill_counters_engagement_score_bill_id_idx ON public.bill_counters (engagement_score DESC, bill_id DESC);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.bill_counters TO chanuka_service;
GRANT SELECT ON TABLE public.bill_counters TO chanuka_visitor;

COMMENT ON TABLE public.bill_counters IS 'Running totals of a bill, apart from it: a view must neither rewrite the bill nor disturb who edits it.';
COMMENT ON COLUMN public.bill_counters.unique_viewers IS 'Distinct signed-in users, and visitors as far as they can be told apart.';
COMMENT ON COLUMN public.bill_counters.comments IS 'Approved comments that are not deleted.';
COMMENT ON COLUMN public.bill_counters.engagement_score IS 'Weighted sum of the totals, with old activity fading; orders the trending list.';
COMMENT ON COLUMN public.bill_counters.counted_at IS 'When the totals were last brought up to date.';

CREATE TABLE public.bill_sponsorships (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    bill_id uuid NOT NULL,
    sponsor_id uuid NOT NULL,
    role public.sponsorship_role NOT NULL DEFAULT 'co_sponsor',
    joined_on date NOT NULL,
    withdrew_on date,
    declared_interest text,
    conflict_severity public.severity,
    examined_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT bill_sponsorships_pkey PRIMARY KEY (id),
    CONSTRAINT bill_sponsorships_bill_id_sponsor_id_key UNIQUE (bill_id, sponsor_id),
    CONSTRAINT bill_sponsorships_conflict_was_examined CHECK (conflict_severity IS NULL OR examined_at IS NOT NULL),
    CONSTRAINT bill_sponsorships_declared_interest_max_length CHECK (char_length(declared_interest) <= 5000),
    CONSTRAINT bill_sponsorships_withdrew_after_joining CHECK (withdrew_on >= joined_on),
    CONSTRAINT bill_sponsorships_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT bill_sponsorships_sponsor_id_fkey FOREIGN KEY (sponsor_id) REFERENCES public.sponsors (id) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX bill_sponsorships_bill_id_idx ON public.bill_sponsorships (bill_id) WHERE role = 'mover' AND withdrew_on IS NULL;
CREATE INDEX bill_sponsorships_conflict_severity_examined_at_idx ON public.bill_sponsorships (conflict_severity, examined_at DESC) WHERE conflict_severity IS NOT NULL;
CREATE INDEX bill_sponsorships_sponsor_id_joined_on_idx ON public.bill_sponsorships (sponsor_id, joined_on DESC);

GRANT INSERT, UPDATE, DELETE ON TABLE public.bill_sponsorships TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.bill_sponsorships TO chanuka_service;
GRANT SELECT ON TABLE public.bill_sponsorships TO chanuka_visitor;

COMMENT ON TABLE public.bill_sponsorships IS 'Who put a name to a bill, with the interests declared: the ground for finding conflicts of interest.';
COMMENT ON COLUMN public.bill_sponsorships.withdrew_on IS 'Day on which the sponsor withdrew support; NULL while it stands.';
COMMENT ON COLUMN public.bill_sponsorships.declared_interest IS 'Interest in the matter of the bill that the sponsor declared to the house.';
COMMENT ON COLUMN public.bill_sponsorships.conflict_severity IS 'Rating of the conflict between the bill and the sponsor''s interests; NULL: none found, or not examined.';
COMMENT ON COLUMN public.bill_sponsorships.examined_at IS 'When the sponsor''s interests were last held against the bill; NULL: not yet.';
COMMENT ON COLUMN public.bill_sponsorships.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.bill_sponsorships.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.bill_sponsorships.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.bill_status_changes (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    bill_id uuid NOT NULL,
    from_status public.bill_status,
    to_status public.bill_status NOT NULL,
    occurred_on date NOT NULL,
    note text,
    source_url character varying(2048),
    recorded_by_id uuid,
    recorded_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT bill_status_changes_pkey PRIMARY KEY (id),
    CONSTRAINT bill_status_changes_bill_id_occurred_on_to_status_key UNIQUE (bill_id, occurred_on, to_status),
    CONSTRAINT bill_status_changes_note_max_length CHECK (char_length(note) <= 2000),
    CONSTRAINT bill_status_changes_source_url_format CHECK (source_url ~ E'^https?://[^ \\t-\\r/?#]+(?:[/?#][^ \\t-\\r]*)?$'),
    CONSTRAINT bill_status_changes_status_differs CHECK (from_status <> to_status),
    CONSTRAINT bill_status_changes_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE
);

CREATE INDEX bill_status_changes_bill_id_occurred_on_id_idx ON public.bill_status_changes (bill_id, occurred_on DESC, id DESC);
CREATE INDEX bill_status_changes_occurred_on_id_idx ON public.bill_status_changes (occurred_on DESC, id DESC);
CREATE INDEX bill_status_changes_recorded_by_id_idx ON public.bill_status_changes (recorded_by_id) WHERE recorded_by_id IS NOT NULL;

GRANT INSERT, UPDATE, DELETE ON TABLE public.bill_status_changes TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.bill_status_changes TO chanuka_service;
GRANT SELECT ON TABLE public.bill_status_changes TO chanuka_visitor;

COMMENT ON TABLE public.bill_status_changes IS 'The journey of a bill: one row for each step, never changed afterwards.';
COMMENT ON COLUMN public.bill_status_changes.from_status IS 'NULL for the first step.';
COMMENT ON COLUMN public.bill_status_changes.occurred_on IS 'Sitting day on which the house took the step.';
COMMENT ON COLUMN public.bill_status_changes.source_url IS 'Hansard or order paper that shows the step.';
COMMENT ON COLUMN public.bill_status_changes.recorded_by_id IS 'Editor who entered the step; NULL for an import.';

CREATE TABLE public.content_analyses (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    bill_id uuid NOT NULL,
    kind public.analysis_kind NOT NULL,
    model character varying(100) NOT NULL,
    text_digest bytea NOT NULL,
    language character varying(2) NOT NULL DEFAULT 'en',
    status public.job_status NOT NULL DEFAULT 'pending',
    result jsonb,
    confidence numeric(4,3),
    sentiment numeric(4,3),
    error text,
    duration interval,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT content_analyses_pkey PRIMARY KEY (id),
    CONSTRAINT content_analyses_bill_id_kind_language_model_text_digest_key UNIQUE (bill_id, kind, language, model, text_digest),
    CONSTRAINT content_analyses_confidence_max CHECK (confidence <= 1),
    CONSTRAINT content_analyses_confidence_min CHECK (confidence >= 0),
    CONSTRAINT content_analyses_duration_not_negative CHECK (duration >= '0'::interval),
    CONSTRAINT content_analyses_error_max_length CHECK (char_length(error) <= 2000),
    CONSTRAINT content_analyses_error_when_failed CHECK ((status = 'failed') = (error IS NOT NULL)),
    CONSTRAINT content_analyses_language_one_of CHECK (language IN ('en', 'sw')),
    CONSTRAINT content_analyses_model_min_length CHECK (char_length(model) >= 1),
    CONSTRAINT content_analyses_result_when_succeeded CHECK ((status = 'succeeded') = (result IS NOT NULL)),
    CONSTRAINT content_analyses_sentiment_max CHECK (sentiment <= 1),
    CONSTRAINT content_analyses_sentiment_min CHECK (sentiment >= -1),
    CONSTRAINT content_analyses_sentiment_of_its_kind CHECK (sentiment IS NULL OR kind = 'sentiment'),
    CONSTRAINT content_analyses_text_digest_length CHECK (octet_length(text_digest) = 32),
    CONSTRAINT content_analyses_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE
);

CREATE INDEX content_analyses_bill_id_kind_created_at_idx ON public.content_analyses (bill_id, kind, created_at DESC) WHERE status = 'succeeded';
CREATE INDEX content_analyses_created_at_idx ON public.content_analyses (created_at) WHERE status IN ('pending', 'running');

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.content_analyses TO chanuka_service;
GRANT SELECT ON TABLE public.content_analyses TO chanuka_visitor;

COMMENT ON TABLE public.content_analyses IS 'What a machine says about the text of a bill. Always tied to the text that it saw and to the model that said it.';
COMMENT ON COLUMN public.content_analyses.model IS 'Name and version of the model or rule set.';
COMMENT ON COLUMN public.content_analyses.text_digest IS 'bills.text_digest at the time; where it differs now, the analysis is out of date.';
COMMENT ON COLUMN public.content_analyses.language IS 'ISO 639-1 code of the language of the result.';
COMMENT ON COLUMN public.content_analyses.result IS 'The answer, in the form of its kind; NULL until the work succeeded.';
COMMENT ON COLUMN public.content_analyses.sentiment IS 'Tone of what is said about the bill, -1 hostile to 1 friendly; for the kind sentiment.';
COMMENT ON COLUMN public.content_analyses.duration IS 'Time that the work took.';
COMMENT ON COLUMN public.content_analyses.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.content_analyses.updated_at IS 'When the row was last changed.';

CREATE TABLE public.engagement_analytics (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    bill_id uuid NOT NULL,
    hour timestamp with time zone NOT NULL,
    kind public.engagement_kind NOT NULL,
    county public.county,
    events integer NOT NULL,
    participants integer NOT NULL,
    CONSTRAINT engagement_analytics_pkey PRIMARY KEY (id),
    CONSTRAINT engagement_analytics_events_min CHECK (events >= 1),
    CONSTRAINT engagement_analytics_on_the_hour CHECK (extract ('minute' FROM hour AT TIME ZONE 'UTC') = 0 AND extract ('second' FROM hour AT TIME ZONE 'UTC') = 0),
    CONSTRAINT engagement_analytics_participants_min CHECK (participants >= 1),
    CONSTRAINT engagement_analytics_participants_within_events CHECK (participants <= events),
    CONSTRAINT engagement_analytics_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE
);

CREATE INDEX engagement_analytics_bill_id_hour_idx ON public.engagement_analytics (bill_id, hour DESC);
CREATE UNIQUE INDEX engagement_analytics_bill_id_hour_kind_county_idx ON public.engagement_analytics (bill_id, hour, kind, county) WHERE county IS NOT NULL;
CREATE UNIQUE INDEX engagement_analytics_bill_id_hour_kind_idx ON public.engagement_analytics (bill_id, hour, kind) WHERE county IS NULL;
CREATE INDEX engagement_analytics_hour_kind_idx ON public.engagement_analytics (hour DESC, kind);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.engagement_analytics TO chanuka_service;
GRANT SELECT ON TABLE public.engagement_analytics TO chanuka_visitor;

COMMENT ON TABLE public.engagement_analytics IS 'Engagement with one bill in one hour, from one county: what charts and maps of participation are drawn from.';
COMMENT ON COLUMN public.engagement_analytics.hour IS 'Begin of the hour.';
COMMENT ON COLUMN public.engagement_analytics.county IS 'NULL: not known.';
COMMENT ON COLUMN public.engagement_analytics.participants IS 'Distinct users and visitors.';

CREATE TABLE public.influence_networks (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    from_sponsor_id uuid,
    from_organization_id uuid,
    kind public.influence_kind NOT NULL,
    to_sponsor_id uuid,
    to_organization_id uuid,
    strength numeric(4,3) NOT NULL DEFAULT 0.5,
    active daterange,
    evidence_urls text[] NOT NULL DEFAULT '{}',
    origin public.finding_origin NOT NULL,
    status public.finding_status NOT NULL DEFAULT 'open',
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT influence_networks_pkey PRIMARY KEY (id),
    CONSTRAINT influence_networks_active_not_empty CHECK (NOT isempty(active)),
    CONSTRAINT influence_networks_confirmed_has_evidence CHECK (status <> 'confirmed' OR cardinality(evidence_urls) > 0),
    CONSTRAINT influence_networks_evidence_bounded CHECK (cardinality(evidence_urls) <= 20),
    CONSTRAINT influence_networks_evidence_urls_elements CHECK (array_position(evidence_urls, NULL) IS NULL),
    CONSTRAINT influence_networks_one_end CHECK ((to_sponsor_id IS NULL) <> (to_organization_id IS NULL)),
    CONSTRAINT influence_networks_one_start CHECK ((from_sponsor_id IS NULL) <> (from_organization_id IS NULL)),
    CONSTRAINT influence_networks_organizations_differ CHECK (from_organization_id <> to_organization_id),
    CONSTRAINT influence_networks_sponsors_differ CHECK (from_sponsor_id <> to_sponsor_id),
    CONSTRAINT influence_networks_strength_max CHECK (strength <= 1),
    CONSTRAINT influence_networks_strength_min CHECK (strength >= 0),
    CONSTRAINT influence_networks_from_organization_id_fkey FOREIGN KEY (from_organization_id) REFERENCES public.organizations (id) ON DELETE CASCADE,
    CONSTRAINT influence_networks_from_sponsor_id_fkey FOREIGN KEY (from_sponsor_id) REFERENCES public.sponsors (id) ON DELETE CASCADE,
    CONSTRAINT influence_networks_to_organization_id_fkey FOREIGN KEY (to_organization_id) REFERENCES public.organizations (id) ON DELETE CASCADE,
    CONSTRAINT influence_networks_to_sponsor_id_fkey FOREIGN KEY (to_sponsor_id) REFERENCES public.sponsors (id) ON DELETE CASCADE
);

CREATE INDEX influence_networks_from_organization_id_kind_idx ON public.influence_networks (from_organization_id, kind) WHERE from_organization_id IS NOT NULL;
CREATE INDEX influence_networks_from_sponsor_id_kind_idx ON public.influence_networks (from_sponsor_id, kind) WHERE from_sponsor_id IS NOT NULL;
CREATE INDEX influence_networks_to_organization_id_kind_idx ON public.influence_networks (to_organization_id, kind) WHERE to_organization_id IS NOT NULL;
CREATE INDEX influence_networks_to_sponsor_id_kind_idx ON public.influence_networks (to_sponsor_id, kind) WHERE to_sponsor_id IS NOT NULL;

ALTER TABLE public.influence_networks ENABLE ROW LEVEL SECURITY;

CREATE POLICY edit ON public.influence_networks
    FOR ALL TO chanuka_editor
    USING (true);

CREATE POLICY read_confirmed ON public.influence_networks
    FOR SELECT TO chanuka_visitor
    USING (status = 'confirmed');

CREATE POLICY service ON public.influence_networks
    FOR ALL TO chanuka_service
    USING (true);

GRANT INSERT, UPDATE, DELETE ON TABLE public.influence_networks TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.influence_networks TO chanuka_service;
GRANT SELECT ON TABLE public.influence_networks TO chanuka_visitor;

COMMENT ON TABLE public.influence_networks IS 'An edge of the network of influence: what one sponsor or body does with another.';
COMMENT ON COLUMN public.influence_networks.strength IS 'Weight for drawing and for ranking paths, 1 the strongest: a judgement, no measurement.';
COMMENT ON COLUMN public.influence_networks.active IS 'Days on which the relation existed; an open end: it still does. NULL: not known.';
COMMENT ON COLUMN public.influence_networks.evidence_urls IS 'Public records that show the relation.';
COMMENT ON COLUMN public.influence_networks.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.influence_networks.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.influence_networks.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.live_metrics_cache (
    bill_id uuid NOT NULL,
    metric public.live_metric NOT NULL,
    value numeric(14,2) NOT NULL,
    computed_at timestamp with time zone NOT NULL DEFAULT now(),
    expires_at timestamp with time zone NOT NULL DEFAULT (now() + '1 minute'::interval),
    CONSTRAINT live_metrics_cache_pkey PRIMARY KEY (bill_id, metric),
    CONSTRAINT live_metrics_cache_expires_after_computation CHECK (expires_at > computed_at),
    CONSTRAINT live_metrics_cache_value_min CHECK (value >= 0),
    CONSTRAINT live_metrics_cache_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE
);

CREATE INDEX live_metrics_cache_expires_at_idx ON public.live_metrics_cache (expires_at);
CREATE INDEX live_metrics_cache_metric_value_idx ON public.live_metrics_cache (metric, value DESC);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.live_metrics_cache TO chanuka_service;
GRANT SELECT ON TABLE public.live_metrics_cache TO chanuka_visitor;

COMMENT ON TABLE public.live_metrics_cache IS 'The present value of a figure that pages show live. May be lost at any time: it is counted anew.';
COMMENT ON COLUMN public.live_metrics_cache.expires_at IS 'After this moment the value is counted anew before it is shown.';

CREATE TABLE public.regulations (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    citation character varying(120) NOT NULL,
    title character varying(500) NOT NULL,
    kind public.regulation_kind NOT NULL DEFAULT 'regulations',
    status public.regulation_status NOT NULL DEFAULT 'proposed',
    summary text,
    full_text text,
    enabling_act character varying(300) NOT NULL,
    bill_id uuid,
    department_id uuid,
    consultation daterange,
    made_on date,
    laid_on date,
    effective_on date,
    expires_on date,
    source_url character varying(2048),
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    deleted_at timestamp with time zone,
    search_vector tsvector GENERATED ALWAYS AS (setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', COALESCE(summary, '')), 'B') || setweight(to_tsvector('english', COALESCE(full_text, '')), 'C')) STORED,
    CONSTRAINT regulations_pkey PRIMARY KEY (id),
    CONSTRAINT regulations_citation_min_length CHECK (char_length(citation) >= 3),
    CONSTRAINT regulations_consultation_not_empty CHECK (NOT isempty(consultation)),
    CONSTRAINT regulations_effective_after_made CHECK (effective_on >= made_on),
    CONSTRAINT regulations_enabling_act_min_length CHECK (char_length(enabling_act) >= 3),
    CONSTRAINT regulations_expires_after_effective CHECK (expires_on >= effective_on),
    CONSTRAINT regulations_full_text_max_length CHECK (char_length(full_text) <= 2000000),
    CONSTRAINT regulations_laid_after_made CHECK (laid_on >= made_on),
    CONSTRAINT regulations_made_has_day CHECK (status IN ('proposed', 'consultation') OR made_on IS NOT NULL),
    CONSTRAINT regulations_source_url_format CHECK (source_url ~ E'^https?://[^ \\t-\\r/?#]+(?:[/?#][^ \\t-\\r]*)?$'),
    CONSTRAINT regulations_summary_max_length CHECK (char_length(summary) <= 20000),
    CONSTRAINT regulations_title_min_length CHECK (char_length(title) >= 3),
    CONSTRAINT regulations_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE SET NULL,
    CONSTRAINT regulations_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments (id) ON DELETE SET NULL
);

CREATE INDEX regulations_bill_id_idx ON public.regulations (bill_id) WHERE bill_id IS NOT NULL;
CREATE UNIQUE INDEX regulations_citation_idx ON public.regulations (citation) WHERE deleted_at IS NULL;
CREATE INDEX regulations_consultation_idx ON public.regulations USING gist (consultation) WHERE consultation IS NOT NULL;
CREATE INDEX regulations_created_at_id_idx ON public.regulations (created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX regulations_department_id_status_idx ON public.regulations (department_id, status) WHERE department_id IS NOT NULL;
CREATE INDEX regulations_search_vector_idx ON public.regulations USING gin (search_vector);
CREATE INDEX regulations_status_effective_on_idx ON public.regulations (status, effective_on DESC);
CREATE INDEX regulations_title_idx ON public.regulations USING gin (title gin_trgm_ops);

GRANT INSERT, UPDATE, DELETE ON TABLE public.regulations TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.regulations TO chanuka_service;
GRANT SELECT ON TABLE public.regulations TO chanuka_visitor;

COMMENT ON TABLE public.regulations IS 'A statutory instrument: law that a department makes under an Act.';
COMMENT ON COLUMN public.regulations.citation IS 'As gazetted, such as Legal Notice No. 12 of 2026.';
COMMENT ON COLUMN public.regulations.enabling_act IS 'Citation of the Act, with its section, under which it is made.';
COMMENT ON COLUMN public.regulations.bill_id IS 'The bill that became the Act, where it is kept here.';
COMMENT ON COLUMN public.regulations.department_id IS 'Who makes it.';
COMMENT ON COLUMN public.regulations.consultation IS 'Days on which the public is heard (Statutory Instruments Act, 2013, section 5).';
COMMENT ON COLUMN public.regulations.laid_on IS 'Day on which it was laid before Parliament; without that it is void after seven sitting days (section 11).';
COMMENT ON COLUMN public.regulations.effective_on IS 'First day of its force.';
COMMENT ON COLUMN public.regulations.expires_on IS 'Last day of its force: at most ten years after it was made (section 21).';
COMMENT ON COLUMN public.regulations.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.regulations.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.regulations.version IS 'Grows by one with every update; an update from an older version is refused.';
COMMENT ON COLUMN public.regulations.deleted_at IS 'When the row was deleted; NULL while it is not.';
COMMENT ON COLUMN public.regulations.search_vector IS 'What full-text search looks in; made by the server.';

CREATE TABLE public.regulatory_changes (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    regulation_id uuid NOT NULL,
    kind public.regulatory_change_kind NOT NULL,
    section character varying(60),
    summary character varying(1000) NOT NULL,
    old_text text,
    new_text text,
    by_regulation_id uuid,
    by_bill_id uuid,
    effective_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT regulatory_changes_pkey PRIMARY KEY (id),
    CONSTRAINT regulatory_changes_new_text_max_length CHECK (char_length(new_text) <= 200000),
    CONSTRAINT regulatory_changes_old_text_max_length CHECK (char_length(old_text) <= 200000),
    CONSTRAINT regulatory_changes_one_maker CHECK (by_regulation_id IS NULL OR by_bill_id IS NULL),
    CONSTRAINT regulatory_changes_section_min_length CHECK (char_length(section) >= 1),
    CONSTRAINT regulatory_changes_summary_min_length CHECK (char_length(summary) >= 5),
    CONSTRAINT regulatory_changes_text_changes CHECK (old_text <> new_text),
    CONSTRAINT regulatory_changes_texts_of_its_kind CHECK ((kind <> 'inserted' OR old_text IS NULL) AND (kind <> 'deleted' OR new_text IS NULL)),
    CONSTRAINT regulatory_changes_by_bill_id_fkey FOREIGN KEY (by_bill_id) REFERENCES public.bills (id) ON DELETE SET NULL,
    CONSTRAINT regulatory_changes_by_regulation_id_fkey FOREIGN KEY (by_regulation_id) REFERENCES public.regulations (id) ON DELETE SET NULL,
    CONSTRAINT regulatory_changes_regulation_id_fkey FOREIGN KEY (regulation_id) REFERENCES public.regulations (id) ON DELETE CASCADE
);

CREATE INDEX regulatory_changes_by_bill_id_idx ON public.regulatory_changes (by_bill_id) WHERE by_bill_id IS NOT NULL;
CREATE INDEX regulatory_changes_by_regulation_id_idx ON public.regulatory_changes (by_regulation_id) WHERE by_regulation_id IS NOT NULL;
CREATE INDEX regulatory_changes_effective_on_id_idx ON public.regulatory_changes (effective_on DESC, id DESC);
CREATE INDEX regulatory_changes_regulation_id_effective_on_idx ON public.regulatory_changes (regulation_id, effective_on DESC);

GRANT INSERT, UPDATE, DELETE ON TABLE public.regulatory_changes TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.regulatory_changes TO chanuka_service;
GRANT SELECT ON TABLE public.regulatory_changes TO chanuka_visitor;

COMMENT ON TABLE public.regulatory_changes IS 'One step in the life of a regulation''s text: appended only.';
COMMENT ON COLUMN public.regulatory_changes.section IS 'Paragraph that is changed; NULL: the whole.';
COMMENT ON COLUMN public.regulatory_changes.by_regulation_id IS 'The instrument that makes the change.';
COMMENT ON COLUMN public.regulatory_changes.by_bill_id IS 'The bill that makes the change, where Parliament does.';

CREATE TABLE public.sponsor_affiliations (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    sponsor_id uuid NOT NULL,
    kind public.affiliation_kind NOT NULL,
    name character varying(200) NOT NULL,
    organization_id uuid,
    role character varying(120),
    during daterange NOT NULL,
    source_url character varying(2048),
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT sponsor_affiliations_pkey PRIMARY KEY (id),
    CONSTRAINT sponsor_affiliations_body_of_its_kind CHECK (kind <> 'organization' OR organization_id IS NOT NULL),
    CONSTRAINT sponsor_affiliations_during_begins CHECK (NOT lower_inf(during)),
    CONSTRAINT sponsor_affiliations_during_not_empty CHECK (NOT isempty(during)),
    CONSTRAINT sponsor_affiliations_name_min_length CHECK (char_length(name) >= 2),
    CONSTRAINT sponsor_affiliations_role_min_length CHECK (char_length(role) >= 2),
    CONSTRAINT sponsor_affiliations_source_url_format CHECK (source_url ~ E'^https?://[^ \\t-\\r/?#]+(?:[/?#][^ \\t-\\r]*)?$'),
    CONSTRAINT sponsor_affiliations_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations (id) ON DELETE RESTRICT,
    CONSTRAINT sponsor_affiliations_sponsor_id_fkey FOREIGN KEY (sponsor_id) REFERENCES public.sponsors (id) ON DELETE CASCADE
);

CREATE INDEX sponsor_affiliations_during_idx ON public.sponsor_affiliations USING gist (during);
CREATE INDEX sponsor_affiliations_kind_name_idx ON public.sponsor_affiliations (kind, name);
CREATE INDEX sponsor_affiliations_organization_id_idx ON public.sponsor_affiliations (organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX sponsor_affiliations_sponsor_id_kind_idx ON public.sponsor_affiliations (sponsor_id, kind);

GRANT INSERT, UPDATE, DELETE ON TABLE public.sponsor_affiliations TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.sponsor_affiliations TO chanuka_service;
GRANT SELECT ON TABLE public.sponsor_affiliations TO chanuka_visitor;

COMMENT ON TABLE public.sponsor_affiliations IS 'To what a sponsor belonged, and when. sponsors.party says only what holds now.';
COMMENT ON COLUMN public.sponsor_affiliations.name IS 'Party, committee or caucus, as its register spells it.';
COMMENT ON COLUMN public.sponsor_affiliations.organization_id IS 'The body, where it is kept here.';
COMMENT ON COLUMN public.sponsor_affiliations.role IS 'Office that the sponsor holds there; NULL for a plain member.';
COMMENT ON COLUMN public.sponsor_affiliations.during IS 'Days of the affiliation; an open end means that it still holds.';
COMMENT ON COLUMN public.sponsor_affiliations.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.sponsor_affiliations.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.sponsor_affiliations.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.sponsor_transparency (
    sponsor_id uuid NOT NULL,
    year smallint NOT NULL,
    declarations_due smallint NOT NULL DEFAULT 0,
    declarations_filed smallint NOT NULL DEFAULT 0,
    filed_late smallint NOT NULL DEFAULT 0,
    undeclared_interests smallint NOT NULL DEFAULT 0,
    sittings smallint NOT NULL DEFAULT 0,
    sittings_attended smallint NOT NULL DEFAULT 0,
    replies_asked smallint NOT NULL DEFAULT 0,
    replies_given smallint NOT NULL DEFAULT 0,
    score numeric(5,2),
    method character varying(60) NOT NULL,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT sponsor_transparency_pkey PRIMARY KEY (sponsor_id, year),
    CONSTRAINT sponsor_transparency_attended_within_sittings CHECK (sittings_attended <= sittings),
    CONSTRAINT sponsor_transparency_declarations_due_min CHECK (declarations_due >= 0),
    CONSTRAINT sponsor_transparency_declarations_filed_min CHECK (declarations_filed >= 0),
    CONSTRAINT sponsor_transparency_filed_late_min CHECK (filed_late >= 0),
    CONSTRAINT sponsor_transparency_filed_within_due CHECK (declarations_filed <= declarations_due),
    CONSTRAINT sponsor_transparency_given_within_asked CHECK (replies_given <= replies_asked),
    CONSTRAINT sponsor_transparency_late_within_filed CHECK (filed_late <= declarations_filed),
    CONSTRAINT sponsor_transparency_method_min_length CHECK (char_length(method) >= 1),
    CONSTRAINT sponsor_transparency_replies_asked_min CHECK (replies_asked >= 0),
    CONSTRAINT sponsor_transparency_replies_given_min CHECK (replies_given >= 0),
    CONSTRAINT sponsor_transparency_score_max CHECK (score <= 100),
    CONSTRAINT sponsor_transparency_score_min CHECK (score >= 0),
    CONSTRAINT sponsor_transparency_sittings_attended_min CHECK (sittings_attended >= 0),
    CONSTRAINT sponsor_transparency_sittings_min CHECK (sittings >= 0),
    CONSTRAINT sponsor_transparency_undeclared_interests_min CHECK (undeclared_interests >= 0),
    CONSTRAINT sponsor_transparency_year_max CHECK (year <= 2100),
    CONSTRAINT sponsor_transparency_year_min CHECK (year >= 2010),
    CONSTRAINT sponsor_transparency_sponsor_id_fkey FOREIGN KEY (sponsor_id) REFERENCES public.sponsors (id) ON DELETE CASCADE
);

CREATE INDEX sponsor_transparency_year_score_idx ON public.sponsor_transparency (year DESC, score DESC);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.sponsor_transparency TO chanuka_service;
GRANT SELECT ON TABLE public.sponsor_transparency TO chanuka_visitor;

COMMENT ON TABLE public.sponsor_transparency IS 'How open a sponsor was in one year: the figures behind the rating that is shown.';
COMMENT ON COLUMN public.sponsor_transparency.year IS 'Calendar year; the Constitution of 2010 is the first ground of these duties.';
COMMENT ON COLUMN public.sponsor_transparency.filed_late IS 'Of the filed ones.';
COMMENT ON COLUMN public.sponsor_transparency.undeclared_interests IS 'Interests that others found and that no declaration of the year names.';
COMMENT ON COLUMN public.sponsor_transparency.sittings IS 'Sittings that the sponsor had to attend.';
COMMENT ON COLUMN public.sponsor_transparency.replies_asked IS 'How often the editors asked for a reply.';
COMMENT ON COLUMN public.sponsor_transparency.score IS 'Rating of the year; NULL while there is too little to rate.';
COMMENT ON COLUMN public.sponsor_transparency.method IS 'Name and version of the formula.';
COMMENT ON COLUMN public.sponsor_transparency.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.sponsor_transparency.updated_at IS 'When the row was last changed.';

CREATE TABLE public.sync_jobs (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    source character varying(60) NOT NULL,
    direction public.sync_direction NOT NULL DEFAULT 'import',
    status public.job_status NOT NULL DEFAULT 'pending',
    cursor text,
    records_read integer NOT NULL DEFAULT 0,
    records_changed integer NOT NULL DEFAULT 0,
    records_failed integer NOT NULL DEFAULT 0,
    error text,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    CONSTRAINT sync_jobs_pkey PRIMARY KEY (id),
    CONSTRAINT sync_jobs_cursor_max_length CHECK (char_length(cursor) <= 2000),
    CONSTRAINT sync_jobs_error_max_length CHECK (char_length(error) <= 5000),
    CONSTRAINT sync_jobs_error_when_failed CHECK ((status = 'failed') = (error IS NOT NULL)),
    CONSTRAINT sync_jobs_finished_after_start CHECK (finished_at >= started_at),
    CONSTRAINT sync_jobs_finished_has_moment CHECK ((status IN ('succeeded', 'failed')) = (finished_at IS NOT NULL)),
    CONSTRAINT sync_jobs_records_add_up CHECK ((records_changed + records_failed) <= records_read),
    CONSTRAINT sync_jobs_records_changed_min CHECK (records_changed >= 0),
    CONSTRAINT sync_jobs_records_failed_min CHECK (records_failed >= 0),
    CONSTRAINT sync_jobs_records_read_min CHECK (records_read >= 0),
    CONSTRAINT sync_jobs_source_format CHECK (source ~ '^[a-z0-9]+(?:-[a-z0-9]+)*$'),
    CONSTRAINT sync_jobs_started_unless_pending CHECK ((status = 'pending') = (started_at IS NULL))
);

CREATE INDEX sync_jobs_created_at_id_idx ON public.sync_jobs (created_at DESC, id DESC);
CREATE INDEX sync_jobs_created_at_idx ON public.sync_jobs (created_at) WHERE status = 'pending';
CREATE INDEX sync_jobs_source_created_at_idx ON public.sync_jobs (source, created_at DESC);
CREATE UNIQUE INDEX sync_jobs_source_direction_idx ON public.sync_jobs (source, direction) WHERE status = 'running';

GRANT SELECT ON TABLE public.sync_jobs TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.sync_jobs TO chanuka_service;

COMMENT ON TABLE public.sync_jobs IS 'One run of an exchange with another system, such as the bill tracker of Parliament.';
COMMENT ON COLUMN public.sync_jobs.source IS 'The other system: sources come and go, so it is not an enum.';
COMMENT ON COLUMN public.sync_jobs.cursor IS 'Where the other system is to be read on from: what it gave at the end of this run.';
COMMENT ON COLUMN public.sync_jobs.records_failed IS 'Each has a row in sync_errors.';
COMMENT ON COLUMN public.sync_jobs.error IS 'What ended a run that failed as a whole.';

CREATE TABLE public.system_health_metrics (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    measured_at timestamp with time zone NOT NULL DEFAULT now(),
    component character varying(60) NOT NULL,
    instance character varying(120),
    metric character varying(60) NOT NULL,
    value double precision NOT NULL,
    unit character varying(20) NOT NULL,
    threshold double precision,
    status public.health_status NOT NULL DEFAULT 'healthy',
    CONSTRAINT system_health_metrics_pkey PRIMARY KEY (id),
    CONSTRAINT system_health_metrics_component_format CHECK (component ~ '^[a-z0-9]+(?:-[a-z0-9]+)*$'),
    CONSTRAINT system_health_metrics_instance_min_length CHECK (char_length(instance) >= 1),
    CONSTRAINT system_health_metrics_metric_format CHECK (metric ~ '^[a-z0-9]+(?:-[a-z0-9]+)*$'),
    CONSTRAINT system_health_metrics_unit_min_length CHECK (char_length(unit) >= 1)
);

CREATE INDEX system_health_metrics_component_metric_measured_at_idx ON public.system_health_metrics (component, metric, measured_at DESC);
CREATE INDEX system_health_metrics_measured_at_idx ON public.system_health_metrics USING brin (measured_at);
CREATE INDEX system_health_metrics_status_measured_at_idx ON public.system_health_metrics (status, measured_at DESC) WHERE status <> 'healthy';

GRANT SELECT ON TABLE public.system_health_metrics TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.system_health_metrics TO chanuka_service;

COMMENT ON TABLE public.system_health_metrics IS 'A measurement of a component of the platform: appended only.';
COMMENT ON COLUMN public.system_health_metrics.component IS 'What is measured: database, search, mail.';
COMMENT ON COLUMN public.system_health_metrics.instance IS 'Which one of several equal ones.';
COMMENT ON COLUMN public.system_health_metrics.metric IS 'What of it: pool-utilization, replication-lag.';
COMMENT ON COLUMN public.system_health_metrics.unit IS 'As in UCUM: s, By, %, 1.';
COMMENT ON COLUMN public.system_health_metrics.threshold IS 'Value beyond which the component was not healthy at the time; NULL: none was set.';

CREATE TABLE public.threat_intelligence (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    kind public.threat_kind NOT NULL,
    network cidr,
    pattern character varying(500),
    severity public.severity NOT NULL DEFAULT 'medium',
    confidence numeric(4,3) NOT NULL DEFAULT 1,
    source character varying(120) NOT NULL,
    description text,
    blocks boolean NOT NULL DEFAULT false,
    last_seen_at timestamp with time zone,
    expires_at timestamp with time zone NOT NULL DEFAULT (now() + '90 days'::interval),
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT threat_intelligence_pkey PRIMARY KEY (id),
    CONSTRAINT threat_intelligence_confidence_max CHECK (confidence <= 1),
    CONSTRAINT threat_intelligence_confidence_min CHECK (confidence >= 0),
    CONSTRAINT threat_intelligence_description_max_length CHECK (char_length(description) <= 5000),
    CONSTRAINT threat_intelligence_expires_after_creation CHECK (expires_at > created_at),
    CONSTRAINT threat_intelligence_network_of_its_kind CHECK ((kind = 'network') = (network IS NOT NULL)),
    CONSTRAINT threat_intelligence_pattern_min_length CHECK (char_length(pattern) >= 3),
    CONSTRAINT threat_intelligence_pattern_of_its_kind CHECK ((kind = 'network') = (pattern IS NULL)),
    CONSTRAINT threat_intelligence_source_min_length CHECK (char_length(source) >= 2)
);

CREATE INDEX threat_intelligence_expires_at_idx ON public.threat_intelligence (expires_at);
CREATE UNIQUE INDEX threat_intelligence_kind_pattern_source_idx ON public.threat_intelligence (kind, pattern, source) WHERE pattern IS NOT NULL;
CREATE INDEX threat_intelligence_network_idx ON public.threat_intelligence USING gist (network inet_ops) WHERE network IS NOT NULL;
CREATE UNIQUE INDEX threat_intelligence_network_source_idx ON public.threat_intelligence (network, source) WHERE network IS NOT NULL;

GRANT SELECT ON TABLE public.threat_intelligence TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.threat_intelligence TO chanuka_service;

COMMENT ON TABLE public.threat_intelligence IS 'A sign by which a known danger is recognised, and what to do when it shows.';
COMMENT ON COLUMN public.threat_intelligence.network IS 'Addresses, for the kind network.';
COMMENT ON COLUMN public.threat_intelligence.pattern IS 'Domain, host, or part of the text, for the other kinds.';
COMMENT ON COLUMN public.threat_intelligence.source IS 'Feed or person that it comes from.';
COMMENT ON COLUMN public.threat_intelligence.blocks IS 'Whether what matches is refused; otherwise it is only logged.';
COMMENT ON COLUMN public.threat_intelligence.last_seen_at IS 'When something last matched.';
COMMENT ON COLUMN public.threat_intelligence.expires_at IS 'Addresses change hands: after this moment it counts no more.';
COMMENT ON COLUMN public.threat_intelligence.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.threat_intelligence.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.threat_intelligence.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.trending_topics (
    period public.trend_period NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    topic character varying(60) NOT NULL,
    score numeric(12,2) NOT NULL,
    change numeric(12,2) NOT NULL DEFAULT 0,
    searches integer NOT NULL DEFAULT 0,
    views integer NOT NULL DEFAULT 0,
    comments integer NOT NULL DEFAULT 0,
    county public.county,
    CONSTRAINT trending_topics_pkey PRIMARY KEY (period, starts_at, topic),
    CONSTRAINT trending_topics_comments_min CHECK (comments >= 0),
    CONSTRAINT trending_topics_score_min CHECK (score >= 0),
    CONSTRAINT trending_topics_searches_min CHECK (searches >= 0),
    CONSTRAINT trending_topics_topic_format CHECK (topic ~ '^[a-z0-9]+(?:-[a-z0-9]+)*$'),
    CONSTRAINT trending_topics_views_min CHECK (views >= 0)
);

CREATE INDEX trending_topics_period_starts_at_score_idx ON public.trending_topics (period, starts_at DESC, score DESC);
CREATE INDEX trending_topics_topic_starts_at_idx ON public.trending_topics (topic, starts_at DESC);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.trending_topics TO chanuka_service;
GRANT SELECT ON TABLE public.trending_topics TO chanuka_visitor;

COMMENT ON TABLE public.trending_topics IS 'How much a topic was on people''s minds in one period. Written when the period ends, never changed.';
COMMENT ON COLUMN public.trending_topics.starts_at IS 'Begin of the period.';
COMMENT ON COLUMN public.trending_topics.topic IS 'Same vocabulary as bills.tags.';
COMMENT ON COLUMN public.trending_topics.score IS 'Weighted sum of the counts; orders the list.';
COMMENT ON COLUMN public.trending_topics.change IS 'Score less that of the period before.';
COMMENT ON COLUMN public.trending_topics.county IS 'County where the topic moves most people, if one stands out.';

CREATE TABLE public.users (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    email character varying(254) NOT NULL,
    email_verified_at timestamp with time zone,
    phone character varying(16),
    phone_verified_at timestamp with time zone,
    password_hash text,
    password_changed_at timestamp with time zone,
    role public.user_role NOT NULL DEFAULT 'citizen',
    status public.user_status NOT NULL DEFAULT 'pending',
    failed_logins smallint NOT NULL DEFAULT 0,
    locked_until timestamp with time zone,
    last_login_at timestamp with time zone,
    deletion_requested_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT users_pkey PRIMARY KEY (id),
    CONSTRAINT users_active_is_verified CHECK (status <> 'active' OR email_verified_at IS NOT NULL OR phone_verified_at IS NOT NULL),
    CONSTRAINT users_email_format CHECK (email ~ E'^[a-zA-Z0-9.!#$%&''*+/=?\\^_`{|}~\\-]+@[a-zA-Z0-9](?:[a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])?(?:[.][a-zA-Z0-9](?:[a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])?)+$'),
    CONSTRAINT users_failed_logins_max CHECK (failed_logins <= 100),
    CONSTRAINT users_failed_logins_min CHECK (failed_logins >= 0),
    CONSTRAINT users_password_hash_max_length CHECK (char_length(password_hash) <= 255),
    CONSTRAINT users_password_hash_pattern CHECK (password_hash ~ '^[$]argon2id[$]'),
    CONSTRAINT users_phone_pattern CHECK (phone ~ '^[+][1-9][0-9]{7,14}$'),
    CONSTRAINT users_phone_verified_has_phone CHECK (phone_verified_at IS NULL OR phone IS NOT NULL)
);

CREATE INDEX users_created_at_id_idx ON public.users (created_at DESC, id DESC);
CREATE INDEX users_deletion_requested_at_idx ON public.users (deletion_requested_at) WHERE deletion_requested_at IS NOT NULL;
CREATE UNIQUE INDEX users_lower_idx ON public.users (lower(email));
CREATE UNIQUE INDEX users_phone_idx ON public.users (phone) WHERE phone IS NOT NULL;
CREATE INDEX users_role_created_at_idx ON public.users (role, created_at DESC) WHERE role <> 'citizen';

ALTER TABLE public.users ENABLE ROW LEVEL SECURITY;

CREATE POLICY read_all ON public.users
    FOR SELECT TO chanuka_moderator
    USING (true);

CREATE POLICY service ON public.users
    FOR ALL TO chanuka_service
    USING (true);

GRANT SELECT, UPDATE (deletion_requested_at, email, phone, updated_at, version) ON TABLE public.users TO chanuka_citizen;
GRANT SELECT ON TABLE public.users TO chanuka_moderator;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.users TO chanuka_service;

COMMENT ON TABLE public.users IS 'An account. What identifies a person stands here and in user_profiles; erasing the row erases the person.';
COMMENT ON COLUMN public.users.email IS 'As the user typed it; unique without regard to case.';
COMMENT ON COLUMN public.users.email_verified_at IS 'When the user proved to own the address; NULL until then.';
COMMENT ON COLUMN public.users.phone IS 'E.164, for USSD and SMS.';
COMMENT ON COLUMN public.users.password_hash IS 'Argon2id in PHC form, salt included. NULL where the user signs in through a connected account only.';
COMMENT ON COLUMN public.users.password_changed_at IS 'Sessions that began earlier are no longer valid.';
COMMENT ON COLUMN public.users.failed_logins IS 'Wrong passwords since the last sign-in.';
COMMENT ON COLUMN public.users.locked_until IS 'No sign-in before this moment, after too many wrong passwords.';
COMMENT ON COLUMN public.users.deletion_requested_at IS 'When the user asked to be erased (Data Protection Act, 2019, section 40); the row goes when the grace period is over.';
COMMENT ON COLUMN public.users.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.users.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.users.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.bill_comments (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    bill_id uuid NOT NULL,
    user_id uuid,
    parent_id uuid,
    section character varying(60),
    "position" public.bill_position,
    body text NOT NULL,
    status public.moderation_status NOT NULL DEFAULT 'pending',
    score integer NOT NULL DEFAULT 0,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    deleted_at timestamp with time zone,
    search_vector tsvector GENERATED ALWAYS AS (setweight(to_tsvector('simple', body), 'A')) STORED,
    CONSTRAINT bill_comments_pkey PRIMARY KEY (id),
    CONSTRAINT bill_comments_body_max_length CHECK (char_length(body) <= 10000),
    CONSTRAINT bill_comments_body_min_length CHECK (char_length(body) >= 1),
    CONSTRAINT bill_comments_not_its_own_parent CHECK (parent_id <> id),
    CONSTRAINT bill_comments_section_min_length CHECK (char_length(section) >= 1),
    CONSTRAINT bill_comments_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT bill_comments_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.bill_comments (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT bill_comments_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE SET NULL
);

CREATE INDEX bill_comments_bill_id_created_at_id_idx ON public.bill_comments (bill_id, created_at DESC, id DESC) WHERE status = 'approved' AND deleted_at IS NULL;
CREATE INDEX bill_comments_bill_id_idx ON public.bill_comments (bill_id);
CREATE INDEX bill_comments_bill_id_score_id_idx ON public.bill_comments (bill_id, score DESC, id DESC) WHERE status = 'approved' AND deleted_at IS NULL;
CREATE INDEX bill_comments_body_idx ON public.bill_comments USING gin (body gin_trgm_ops);
CREATE INDEX bill_comments_created_at_id_idx ON public.bill_comments (created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX bill_comments_created_at_idx ON public.bill_comments (created_at) WHERE status = 'pending' AND deleted_at IS NULL;
CREATE INDEX bill_comments_parent_id_created_at_idx ON public.bill_comments (parent_id, created_at) WHERE parent_id IS NOT NULL;
CREATE INDEX bill_comments_search_vector_idx ON public.bill_comments USING gin (search_vector);
CREATE INDEX bill_comments_user_id_created_at_idx ON public.bill_comments (user_id, created_at DESC) WHERE user_id IS NOT NULL;

ALTER TABLE public.bill_comments ENABLE ROW LEVEL SECURITY;

CREATE POLICY moderate ON public.bill_comments
    FOR UPDATE TO chanuka_moderator
    USING (true);

CREATE POLICY read_all ON public.bill_comments
    FOR SELECT TO chanuka_moderator
    USING (true);

CREATE POLICY read_shown ON public.bill_comments
    FOR SELECT TO chanuka_visitor
    USING (status = 'approved' AND deleted_at IS NULL);

CREATE POLICY service ON public.bill_comments
    FOR ALL TO chanuka_service
    USING (true);

GRANT INSERT, UPDATE (body, deleted_at, "position", section, status, updated_at, version) ON TABLE public.bill_comments TO chanuka_citizen;
GRANT UPDATE (deleted_at, status, updated_at, version) ON TABLE public.bill_comments TO chanuka_moderator;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.bill_comments TO chanuka_service;
GRANT SELECT ON TABLE public.bill_comments TO chanuka_visitor;

COMMENT ON TABLE public.bill_comments IS 'What citizens say about a bill. Deleting marks only, so that replies keep their place; the record outlives its author.';
COMMENT ON COLUMN public.bill_comments.user_id IS 'Author; NULL once the account has been erased.';
COMMENT ON COLUMN public.bill_comments.parent_id IS 'Comment that this one answers; deferred, so that a thread may be loaded in any order.';
COMMENT ON COLUMN public.bill_comments.section IS 'Clause or schedule that the comment is about; NULL: the whole bill.';
COMMENT ON COLUMN public.bill_comments.score IS 'Sum of the comment''s votes, changed in the transaction that votes; orders the best first.';
COMMENT ON COLUMN public.bill_comments.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.bill_comments.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.bill_comments.version IS 'Grows by one with every update; an update from an older version is refused.';
COMMENT ON COLUMN public.bill_comments.deleted_at IS 'When the row was deleted; NULL while it is not.';
COMMENT ON COLUMN public.bill_comments.search_vector IS 'What full-text search looks in; made by the server.';

CREATE TABLE public.bill_engagement (
    bill_id uuid NOT NULL,
    user_id uuid NOT NULL,
    views integer NOT NULL DEFAULT 0,
    time_spent interval NOT NULL DEFAULT '00:00:00',
    last_viewed_at timestamp with time zone,
    "position" public.bill_position,
    bookmarked_at timestamp with time zone,
    followed_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT bill_engagement_pkey PRIMARY KEY (bill_id, user_id),
    CONSTRAINT bill_engagement_time_spent_not_negative CHECK (time_spent >= '0'::interval),
    CONSTRAINT bill_engagement_viewed_has_moment CHECK ((views = 0) = (last_viewed_at IS NULL)),
    CONSTRAINT bill_engagement_views_min CHECK (views >= 0),
    CONSTRAINT bill_engagement_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT bill_engagement_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX bill_engagement_bill_id_user_id_idx ON public.bill_engagement (bill_id) INCLUDE (user_id) WHERE followed_at IS NOT NULL;
CREATE INDEX bill_engagement_user_id_bookmarked_at_idx ON public.bill_engagement (user_id, bookmarked_at DESC) WHERE bookmarked_at IS NOT NULL;
CREATE INDEX bill_engagement_user_id_last_viewed_at_idx ON public.bill_engagement (user_id, last_viewed_at DESC);

ALTER TABLE public.bill_engagement ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON public.bill_engagement
    FOR ALL TO chanuka_service
    USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.bill_engagement TO chanuka_citizen;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.bill_engagement TO chanuka_service;

COMMENT ON TABLE public.bill_engagement IS 'All that one user does with one bill: reading, bookmarking, following, taking a position.';
COMMENT ON COLUMN public.bill_engagement.time_spent IS 'Reading time in all, idle time left out.';
COMMENT ON COLUMN public.bill_engagement."position" IS 'NULL until the user takes one.';
COMMENT ON COLUMN public.bill_engagement.bookmarked_at IS 'NULL: not bookmarked.';
COMMENT ON COLUMN public.bill_engagement.followed_at IS 'Since when the user is told of every step of the bill; NULL: not at all.';
COMMENT ON COLUMN public.bill_engagement.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.bill_engagement.updated_at IS 'When the row was last changed.';

CREATE TABLE public.bill_relationships (
    bill_id uuid NOT NULL,
    other_bill_id uuid NOT NULL,
    kind public.bill_relationship_kind NOT NULL,
    strength numeric(4,3) NOT NULL DEFAULT 1,
    explanation text,
    origin public.finding_origin NOT NULL,
    status public.finding_status NOT NULL DEFAULT 'open',
    reviewed_by_id uuid,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT bill_relationships_pkey PRIMARY KEY (bill_id, other_bill_id, kind),
    CONSTRAINT bill_relationships_bills_differ CHECK (bill_id <> other_bill_id),
    CONSTRAINT bill_relationships_explanation_max_length CHECK (char_length(explanation) <= 5000),
    CONSTRAINT bill_relationships_strength_max CHECK (strength <= 1),
    CONSTRAINT bill_relationships_strength_min CHECK (strength >= 0),
    CONSTRAINT bill_relationships_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT bill_relationships_other_bill_id_fkey FOREIGN KEY (other_bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT bill_relationships_reviewed_by_id_fkey FOREIGN KEY (reviewed_by_id) REFERENCES public.users (id) ON DELETE SET NULL
);

CREATE INDEX bill_relationships_bill_id_strength_idx ON public.bill_relationships (bill_id, strength DESC) WHERE status <> 'dismissed';
CREATE INDEX bill_relationships_other_bill_id_kind_idx ON public.bill_relationships (other_bill_id, kind);
CREATE INDEX bill_relationships_reviewed_by_id_idx ON public.bill_relationships (reviewed_by_id) WHERE reviewed_by_id IS NOT NULL;

GRANT INSERT, UPDATE, DELETE ON TABLE public.bill_relationships TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.bill_relationships TO chanuka_service;
GRANT SELECT ON TABLE public.bill_relationships TO chanuka_visitor;

COMMENT ON TABLE public.bill_relationships IS 'What one bill is to another. A relation that has no direction is stored once, from the bill that was introduced later.';
COMMENT ON COLUMN public.bill_relationships.strength IS '1 for what the text says; likeness of the texts for similar_to.';
COMMENT ON COLUMN public.bill_relationships.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.bill_relationships.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.bill_relationships.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.bill_section_conflicts (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    bill_id uuid NOT NULL,
    section character varying(60) NOT NULL,
    other_bill_id uuid,
    other_law character varying(300),
    other_section character varying(60) NOT NULL,
    kind public.section_conflict_kind NOT NULL,
    severity public.severity NOT NULL DEFAULT 'medium',
    description text NOT NULL,
    origin public.finding_origin NOT NULL,
    confidence numeric(4,3),
    status public.finding_status NOT NULL DEFAULT 'open',
    reviewed_by_id uuid,
    reviewed_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT bill_section_conflicts_pkey PRIMARY KEY (id),
    CONSTRAINT bill_section_conflicts_confidence_max CHECK (confidence <= 1),
    CONSTRAINT bill_section_conflicts_confidence_min CHECK (confidence >= 0),
    CONSTRAINT bill_section_conflicts_confidence_of_machine CHECK ((origin = 'machine') = (confidence IS NOT NULL)),
    CONSTRAINT bill_section_conflicts_description_max_length CHECK (char_length(description) <= 10000),
    CONSTRAINT bill_section_conflicts_description_min_length CHECK (char_length(description) >= 10),
    CONSTRAINT bill_section_conflicts_one_other_side CHECK ((other_bill_id IS NULL) <> (other_law IS NULL)),
    CONSTRAINT bill_section_conflicts_other_law_min_length CHECK (char_length(other_law) >= 3),
    CONSTRAINT bill_section_conflicts_other_section_min_length CHECK (char_length(other_section) >= 1),
    CONSTRAINT bill_section_conflicts_reviewed_unless_open CHECK ((status = 'open') = (reviewed_at IS NULL)),
    CONSTRAINT bill_section_conflicts_section_min_length CHECK (char_length(section) >= 1),
    CONSTRAINT bill_section_conflicts_sections_differ CHECK (other_bill_id <> bill_id OR other_section <> section),
    CONSTRAINT bill_section_conflicts_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT bill_section_conflicts_other_bill_id_fkey FOREIGN KEY (other_bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT bill_section_conflicts_reviewed_by_id_fkey FOREIGN KEY (reviewed_by_id) REFERENCES public.users (id) ON DELETE SET NULL
);

CREATE INDEX bill_section_conflicts_bill_id_severity_section_idx ON public.bill_section_conflicts (bill_id, severity DESC, section);
CREATE INDEX bill_section_conflicts_created_at_id_idx ON public.bill_section_conflicts (created_at DESC, id DESC);
CREATE INDEX bill_section_conflicts_other_bill_id_idx ON public.bill_section_conflicts (other_bill_id) WHERE other_bill_id IS NOT NULL;
CREATE INDEX bill_section_conflicts_reviewed_by_id_idx ON public.bill_section_conflicts (reviewed_by_id) WHERE reviewed_by_id IS NOT NULL;
CREATE INDEX bill_section_conflicts_severity_created_at_idx ON public.bill_section_conflicts (severity DESC, created_at) WHERE status = 'open';

GRANT INSERT, UPDATE, DELETE ON TABLE public.bill_section_conflicts TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.bill_section_conflicts TO chanuka_service;
GRANT SELECT ON TABLE public.bill_section_conflicts TO chanuka_visitor;

COMMENT ON TABLE public.bill_section_conflicts IS 'A section of a bill that disagrees with another bill or with law in force.';
COMMENT ON COLUMN public.bill_section_conflicts.other_bill_id IS 'The bill that disagrees, which may be the same one.';
COMMENT ON COLUMN public.bill_section_conflicts.other_law IS 'Citation of the law in force that disagrees.';
COMMENT ON COLUMN public.bill_section_conflicts.confidence IS 'What the machine gives; NULL where a person found the conflict.';
COMMENT ON COLUMN public.bill_section_conflicts.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.bill_section_conflicts.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.bill_section_conflicts.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.bill_tags (
    bill_id uuid NOT NULL,
    tag character varying(60) NOT NULL,
    origin public.finding_origin NOT NULL,
    confidence numeric(4,3) NOT NULL DEFAULT 1,
    tagged_by_id uuid,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT bill_tags_pkey PRIMARY KEY (bill_id, tag, origin),
    CONSTRAINT bill_tags_confidence_max CHECK (confidence <= 1),
    CONSTRAINT bill_tags_confidence_min CHECK (confidence >= 0),
    CONSTRAINT bill_tags_machine_is_nobody CHECK (origin <> 'machine' OR tagged_by_id IS NULL),
    CONSTRAINT bill_tags_tag_pattern CHECK (tag ~ '^[a-z0-9]+(?:-[a-z0-9]+)*$'),
    CONSTRAINT bill_tags_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT bill_tags_tagged_by_id_fkey FOREIGN KEY (tagged_by_id) REFERENCES public.users (id) ON DELETE SET NULL
);

CREATE INDEX bill_tags_tag_confidence_bill_id_idx ON public.bill_tags (tag, confidence DESC) INCLUDE (bill_id);
CREATE INDEX bill_tags_tagged_by_id_idx ON public.bill_tags (tagged_by_id) WHERE tagged_by_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.bill_tags TO chanuka_service;
GRANT SELECT ON TABLE public.bill_tags TO chanuka_visitor;

COMMENT ON TABLE public.bill_tags IS 'A subject that somebody, or the classifier, sees in a bill. Editors publish the good ones in bills.tags.';
COMMENT ON COLUMN public.bill_tags.confidence IS '1 for a person; what the classifier says otherwise.';
COMMENT ON COLUMN public.bill_tags.tagged_by_id IS 'NULL for the classifier, and for users who are gone.';

CREATE TABLE public.citizen_verifications (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    bill_id uuid NOT NULL,
    user_id uuid,
    claim text NOT NULL,
    section character varying(60),
    verdict public.verification_verdict NOT NULL,
    explanation text NOT NULL,
    evidence_urls text[] NOT NULL DEFAULT '{}',
    status public.moderation_status NOT NULL DEFAULT 'pending',
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT citizen_verifications_pkey PRIMARY KEY (id),
    CONSTRAINT citizen_verifications_claim_max_length CHECK (char_length(claim) <= 2000),
    CONSTRAINT citizen_verifications_claim_min_length CHECK (char_length(claim) >= 10),
    CONSTRAINT citizen_verifications_evidence_bounded CHECK (cardinality(evidence_urls) <= 10),
    CONSTRAINT citizen_verifications_evidence_urls_elements CHECK (array_position(evidence_urls, NULL) IS NULL),
    CONSTRAINT citizen_verifications_explanation_max_length CHECK (char_length(explanation) <= 10000),
    CONSTRAINT citizen_verifications_explanation_min_length CHECK (char_length(explanation) >= 20),
    CONSTRAINT citizen_verifications_section_min_length CHECK (char_length(section) >= 1),
    CONSTRAINT citizen_verifications_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT citizen_verifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE SET NULL
);

CREATE INDEX citizen_verifications_bill_id_verdict_idx ON public.citizen_verifications (bill_id, verdict);
CREATE INDEX citizen_verifications_created_at_id_idx ON public.citizen_verifications (created_at DESC, id DESC);
CREATE INDEX citizen_verifications_created_at_idx ON public.citizen_verifications (created_at) WHERE status = 'pending';
CREATE UNIQUE INDEX citizen_verifications_user_id_bill_id_md5_idx ON public.citizen_verifications (user_id, bill_id, md5(claim)) WHERE user_id IS NOT NULL;

ALTER TABLE public.citizen_verifications ENABLE ROW LEVEL SECURITY;

CREATE POLICY moderate ON public.citizen_verifications
    FOR UPDATE TO chanuka_moderator
    USING (true);

CREATE POLICY read_all ON public.citizen_verifications
    FOR SELECT TO chanuka_moderator
    USING (true);

CREATE POLICY read_shown ON public.citizen_verifications
    FOR SELECT TO chanuka_visitor
    USING (status = 'approved');

CREATE POLICY service ON public.citizen_verifications
    FOR ALL TO chanuka_service
    USING (true);

GRANT INSERT ON TABLE public.citizen_verifications TO chanuka_citizen;
GRANT UPDATE (status, updated_at, version) ON TABLE public.citizen_verifications TO chanuka_moderator;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.citizen_verifications TO chanuka_service;
GRANT SELECT ON TABLE public.citizen_verifications TO chanuka_visitor;

COMMENT ON TABLE public.citizen_verifications IS 'A citizen''s check of a claim that is made about a bill, with evidence.';
COMMENT ON COLUMN public.citizen_verifications.user_id IS 'NULL once the account has been erased.';
COMMENT ON COLUMN public.citizen_verifications.claim IS 'The claim, quoted.';
COMMENT ON COLUMN public.citizen_verifications.section IS 'Part of the bill that settles the claim.';
COMMENT ON COLUMN public.citizen_verifications.evidence_urls IS 'Documents that the explanation rests on, at most ten.';
COMMENT ON COLUMN public.citizen_verifications.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.citizen_verifications.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.citizen_verifications.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.civic_scores (
    user_id uuid NOT NULL,
    total integer NOT NULL DEFAULT 0,
    participation integer NOT NULL DEFAULT 0,
    knowledge integer NOT NULL DEFAULT 0,
    reach integer NOT NULL DEFAULT 0,
    level smallint NOT NULL DEFAULT 1,
    calculated_at timestamp with time zone NOT NULL DEFAULT now(),
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT civic_scores_pkey PRIMARY KEY (user_id),
    CONSTRAINT civic_scores_knowledge_min CHECK (knowledge >= 0),
    CONSTRAINT civic_scores_level_max CHECK (level <= 50),
    CONSTRAINT civic_scores_level_min CHECK (level >= 1),
    CONSTRAINT civic_scores_participation_min CHECK (participation >= 0),
    CONSTRAINT civic_scores_parts_make_the_total CHECK (total = ((participation + knowledge) + reach)),
    CONSTRAINT civic_scores_reach_min CHECK (reach >= 0),
    CONSTRAINT civic_scores_total_min CHECK (total >= 0),
    CONSTRAINT civic_scores_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX civic_scores_total_user_id_idx ON public.civic_scores (total DESC, user_id DESC);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.civic_scores TO chanuka_service;
GRANT SELECT ON TABLE public.civic_scores TO chanuka_visitor;

COMMENT ON TABLE public.civic_scores IS 'A user''s civic engagement in figures; one row for a user, brought up to date every night.';
COMMENT ON COLUMN public.civic_scores.participation IS 'From comments, votes and positions.';
COMMENT ON COLUMN public.civic_scores.knowledge IS 'From reading and from verifying claims.';
COMMENT ON COLUMN public.civic_scores.reach IS 'From shares that others followed.';
COMMENT ON COLUMN public.civic_scores.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.civic_scores.updated_at IS 'When the row was last changed.';

CREATE TABLE public.comment_votes (
    comment_id uuid NOT NULL,
    user_id uuid NOT NULL,
    value smallint NOT NULL,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT comment_votes_pkey PRIMARY KEY (comment_id, user_id),
    CONSTRAINT comment_votes_value_one_of CHECK (value IN (-1, 1)),
    CONSTRAINT comment_votes_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.bill_comments (id) ON DELETE CASCADE,
    CONSTRAINT comment_votes_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX comment_votes_user_id_created_at_idx ON public.comment_votes (user_id, created_at DESC);

ALTER TABLE public.comment_votes ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON public.comment_votes
    FOR ALL TO chanuka_service
    USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.comment_votes TO chanuka_citizen;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.comment_votes TO chanuka_service;

COMMENT ON TABLE public.comment_votes IS 'A user''s vote on a comment; a vote taken back is deleted.';
COMMENT ON COLUMN public.comment_votes.value IS '1 for, -1 against: the sum is the comment''s score.';
COMMENT ON COLUMN public.comment_votes.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.comment_votes.updated_at IS 'When the row was last changed.';

CREATE TABLE public.compliance_checks (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    duty character varying(100) NOT NULL,
    legal_basis character varying(300) NOT NULL,
    result public.compliance_result NOT NULL,
    findings text,
    affected_rows bigint,
    checked_by_id uuid,
    checked_at timestamp with time zone NOT NULL DEFAULT now(),
    due_on date,
    resolved_at timestamp with time zone,
    CONSTRAINT compliance_checks_pkey PRIMARY KEY (id),
    CONSTRAINT compliance_checks_affected_rows_min CHECK (affected_rows >= 0),
    CONSTRAINT compliance_checks_duty_format CHECK (duty ~ '^[a-z0-9]+(?:-[a-z0-9]+)*$'),
    CONSTRAINT compliance_checks_failure_has_findings CHECK (result IN ('compliant', 'not_applicable') OR findings IS NOT NULL),
    CONSTRAINT compliance_checks_findings_max_length CHECK (char_length(findings) <= 20000),
    CONSTRAINT compliance_checks_legal_basis_min_length CHECK (char_length(legal_basis) >= 3),
    CONSTRAINT compliance_checks_resolved_after_check CHECK (resolved_at >= checked_at),
    CONSTRAINT compliance_checks_checked_by_id_fkey FOREIGN KEY (checked_by_id) REFERENCES public.users (id) ON DELETE SET NULL
);

CREATE INDEX compliance_checks_checked_at_id_idx ON public.compliance_checks (checked_at DESC, id DESC);
CREATE INDEX compliance_checks_checked_by_id_idx ON public.compliance_checks (checked_by_id) WHERE checked_by_id IS NOT NULL;
CREATE INDEX compliance_checks_due_on_idx ON public.compliance_checks (due_on) WHERE resolved_at IS NULL AND result IN ('partly_compliant', 'not_compliant');
CREATE INDEX compliance_checks_duty_checked_at_idx ON public.compliance_checks (duty, checked_at DESC);

GRANT SELECT ON TABLE public.compliance_checks TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.compliance_checks TO chanuka_service;

COMMENT ON TABLE public.compliance_checks IS 'The platform''s own duties under law, and each time that somebody or something checked one: appended only.';
COMMENT ON COLUMN public.compliance_checks.duty IS 'Stable name of the duty: erasure-in-time, retention-of-logs.';
COMMENT ON COLUMN public.compliance_checks.legal_basis IS 'Statute and section.';
COMMENT ON COLUMN public.compliance_checks.affected_rows IS 'How many rows break the duty, where that can be counted.';
COMMENT ON COLUMN public.compliance_checks.checked_by_id IS 'NULL for an automatic check.';
COMMENT ON COLUMN public.compliance_checks.due_on IS 'Day by which what was found is to be put right.';

CREATE TABLE public.credibility_scores (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    user_id uuid NOT NULL,
    discipline public.expert_discipline NOT NULL,
    score numeric(5,2) NOT NULL,
    from_credentials numeric(5,2) NOT NULL,
    from_peers numeric(5,2) NOT NULL,
    from_accuracy numeric(5,2) NOT NULL,
    method character varying(60) NOT NULL,
    calculated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT credibility_scores_pkey PRIMARY KEY (id),
    CONSTRAINT credibility_scores_from_accuracy_max CHECK (from_accuracy <= 100),
    CONSTRAINT credibility_scores_from_accuracy_min CHECK (from_accuracy >= 0),
    CONSTRAINT credibility_scores_from_credentials_max CHECK (from_credentials <= 100),
    CONSTRAINT credibility_scores_from_credentials_min CHECK (from_credentials >= 0),
    CONSTRAINT credibility_scores_from_peers_max CHECK (from_peers <= 100),
    CONSTRAINT credibility_scores_from_peers_min CHECK (from_peers >= 0),
    CONSTRAINT credibility_scores_method_min_length CHECK (char_length(method) >= 1),
    CONSTRAINT credibility_scores_parts_make_the_score CHECK (score = ((from_credentials + from_peers) + from_accuracy)),
    CONSTRAINT credibility_scores_score_max CHECK (score <= 100),
    CONSTRAINT credibility_scores_score_min CHECK (score >= 0),
    CONSTRAINT credibility_scores_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX credibility_scores_discipline_score_idx ON public.credibility_scores (discipline, score DESC);
CREATE INDEX credibility_scores_user_id_discipline_calculated_at_idx ON public.credibility_scores (user_id, discipline, calculated_at DESC);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.credibility_scores TO chanuka_service;
GRANT SELECT ON TABLE public.credibility_scores TO chanuka_visitor;

COMMENT ON TABLE public.credibility_scores IS 'How far an expert is trusted in a discipline: one row for each calculation, the newest counts, the others show how it came about.';
COMMENT ON COLUMN public.credibility_scores.from_credentials IS 'Part of the score that verified credentials give.';
COMMENT ON COLUMN public.credibility_scores.from_peers IS 'Part of the score that peers'' validations give.';
COMMENT ON COLUMN public.credibility_scores.from_accuracy IS 'Part of the score that past verdicts give, by whether they stood.';
COMMENT ON COLUMN public.credibility_scores.method IS 'Name and version of the formula: scores of different ones do not compare.';

CREATE TABLE public.discovery_patterns (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    kind public.discovery_kind NOT NULL,
    title character varying(200) NOT NULL,
    description text NOT NULL,
    bill_ids uuid[] NOT NULL,
    strength numeric(4,3) NOT NULL,
    detector character varying(100) NOT NULL,
    evidence jsonb NOT NULL DEFAULT '{}',
    status public.finding_status NOT NULL DEFAULT 'open',
    reviewed_by_id uuid,
    reviewed_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT discovery_patterns_pkey PRIMARY KEY (id),
    CONSTRAINT discovery_patterns_across_bills CHECK (cardinality(bill_ids) BETWEEN 2 AND 200),
    CONSTRAINT discovery_patterns_bill_ids_elements CHECK (array_position(bill_ids, NULL) IS NULL),
    CONSTRAINT discovery_patterns_description_max_length CHECK (char_length(description) <= 10000),
    CONSTRAINT discovery_patterns_description_min_length CHECK (char_length(description) >= 20),
    CONSTRAINT discovery_patterns_detector_min_length CHECK (char_length(detector) >= 1),
    CONSTRAINT discovery_patterns_reviewed_unless_open CHECK ((status = 'open') = (reviewed_at IS NULL)),
    CONSTRAINT discovery_patterns_strength_max CHECK (strength <= 1),
    CONSTRAINT discovery_patterns_strength_min CHECK (strength >= 0),
    CONSTRAINT discovery_patterns_title_min_length CHECK (char_length(title) >= 5),
    CONSTRAINT discovery_patterns_reviewed_by_id_fkey FOREIGN KEY (reviewed_by_id) REFERENCES public.users (id) ON DELETE SET NULL
);

CREATE INDEX discovery_patterns_bill_ids_idx ON public.discovery_patterns USING gin (bill_ids);
CREATE INDEX discovery_patterns_created_at_id_idx ON public.discovery_patterns (created_at DESC, id DESC);
CREATE INDEX discovery_patterns_reviewed_by_id_idx ON public.discovery_patterns (reviewed_by_id) WHERE reviewed_by_id IS NOT NULL;
CREATE INDEX discovery_patterns_strength_created_at_idx ON public.discovery_patterns (strength DESC, created_at) WHERE status = 'open';

GRANT SELECT ON TABLE public.discovery_patterns TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.discovery_patterns TO chanuka_service;

COMMENT ON TABLE public.discovery_patterns IS 'A pattern across bills that a machine sees and a person judges, such as one clause that comes back in bill after bill.';
COMMENT ON COLUMN public.discovery_patterns.bill_ids IS 'Bills in which it shows, most typical first. An array has no foreign key: a bill that is gone is skipped.';
COMMENT ON COLUMN public.discovery_patterns.strength IS 'How clear the pattern is.';
COMMENT ON COLUMN public.discovery_patterns.detector IS 'Name and version of the model or rule that found it.';
COMMENT ON COLUMN public.discovery_patterns.evidence IS 'Bill to the passages that match, in the form of the kind.';
COMMENT ON COLUMN public.discovery_patterns.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.discovery_patterns.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.discovery_patterns.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.engagement_events (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    occurred_at timestamp with time zone NOT NULL DEFAULT now(),
    bill_id uuid NOT NULL,
    user_id uuid,
    kind public.engagement_kind NOT NULL,
    client public.session_kind NOT NULL DEFAULT 'web',
    county public.county,
    client_ip inet,
    details jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT engagement_events_pkey PRIMARY KEY (id, occurred_at),
    CONSTRAINT engagement_events_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT engagement_events_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE SET NULL
);

CREATE INDEX engagement_events_bill_id_occurred_at_idx ON public.engagement_events (bill_id, occurred_at DESC);
CREATE INDEX engagement_events_occurred_at_idx ON public.engagement_events USING brin (occurred_at);
CREATE INDEX engagement_events_user_id_occurred_at_idx ON public.engagement_events (user_id, occurred_at DESC) WHERE user_id IS NOT NULL;

ALTER TABLE public.engagement_events ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON public.engagement_events
    FOR ALL TO chanuka_service
    USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.engagement_events TO chanuka_service;

COMMENT ON TABLE public.engagement_events IS 'The stream of what users and visitors do with bills: appended only, and never read a row at a time.';
COMMENT ON COLUMN public.engagement_events.user_id IS 'NULL for a visitor, and once the account has been erased.';
COMMENT ON COLUMN public.engagement_events.county IS 'County of the user''s profile at the time: what the map of participation is made from.';
COMMENT ON COLUMN public.engagement_events.client_ip IS 'Against inflated counts; cut to the network after a day.';
COMMENT ON COLUMN public.engagement_events.details IS 'What the kind needs besides, such as seconds read.';

CREATE TABLE public.engagement_leaderboards (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    period public.leaderboard_period NOT NULL,
    starts_on date NOT NULL,
    county public.county,
    rank integer NOT NULL,
    user_id uuid NOT NULL,
    score integer NOT NULL,
    computed_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT engagement_leaderboards_pkey PRIMARY KEY (id),
    CONSTRAINT engagement_leaderboards_rank_min CHECK (rank >= 1),
    CONSTRAINT engagement_leaderboards_score_min CHECK (score >= 0),
    CONSTRAINT engagement_leaderboards_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX engagement_leaderboards_period_starts_on_county_rank_idx ON public.engagement_leaderboards (period, starts_on DESC, county, rank);
CREATE UNIQUE INDEX engagement_leaderboards_period_starts_on_county_user_id_idx ON public.engagement_leaderboards (period, starts_on, county, user_id) WHERE county IS NOT NULL;
CREATE UNIQUE INDEX engagement_leaderboards_period_starts_on_user_id_idx ON public.engagement_leaderboards (period, starts_on, user_id) WHERE county IS NULL;
CREATE INDEX engagement_leaderboards_user_id_starts_on_idx ON public.engagement_leaderboards (user_id, starts_on DESC);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.engagement_leaderboards TO chanuka_service;
GRANT SELECT ON TABLE public.engagement_leaderboards TO chanuka_visitor;

COMMENT ON TABLE public.engagement_leaderboards IS 'A place on a leaderboard, of one county or of the country, when its period ended or as it stands. Only users whose profile is not hidden appear.';
COMMENT ON COLUMN public.engagement_leaderboards.starts_on IS 'First day of the period; of all_time, the day on which the platform began.';
COMMENT ON COLUMN public.engagement_leaderboards.county IS 'NULL: the whole country.';
COMMENT ON COLUMN public.engagement_leaderboards.rank IS 'Users with equal scores share a rank, and the next ranks are left out.';

CREATE TABLE public.evaluations (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    department_id uuid NOT NULL,
    bill_id uuid,
    year smallint NOT NULL,
    criterion public.evaluation_criterion NOT NULL,
    rating smallint NOT NULL,
    explanation text NOT NULL,
    evaluator_id uuid,
    origin public.finding_origin NOT NULL,
    published_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT evaluations_pkey PRIMARY KEY (id),
    CONSTRAINT evaluations_explanation_max_length CHECK (char_length(explanation) <= 10000),
    CONSTRAINT evaluations_explanation_min_length CHECK (char_length(explanation) >= 20),
    CONSTRAINT evaluations_rating_max CHECK (rating <= 5),
    CONSTRAINT evaluations_rating_min CHECK (rating >= 1),
    CONSTRAINT evaluations_year_max CHECK (year <= 2100),
    CONSTRAINT evaluations_year_min CHECK (year >= 2010),
    CONSTRAINT evaluations_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT evaluations_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments (id) ON DELETE CASCADE,
    CONSTRAINT evaluations_evaluator_id_fkey FOREIGN KEY (evaluator_id) REFERENCES public.users (id) ON DELETE SET NULL
);

CREATE INDEX evaluations_bill_id_idx ON public.evaluations (bill_id) WHERE bill_id IS NOT NULL;
CREATE INDEX evaluations_created_at_id_idx ON public.evaluations (created_at DESC, id DESC);
CREATE INDEX evaluations_department_id_year_criterion_idx ON public.evaluations (department_id, year DESC, criterion);
CREATE INDEX evaluations_evaluator_id_created_at_idx ON public.evaluations (evaluator_id, created_at DESC) WHERE evaluator_id IS NOT NULL;

ALTER TABLE public.evaluations ENABLE ROW LEVEL SECURITY;

CREATE POLICY edit ON public.evaluations
    FOR ALL TO chanuka_editor
    USING (true);

CREATE POLICY read_published ON public.evaluations
    FOR SELECT TO chanuka_visitor
    USING (published_at IS NOT NULL);

CREATE POLICY service ON public.evaluations
    FOR ALL TO chanuka_service
    USING (true);

GRANT INSERT, UPDATE, DELETE ON TABLE public.evaluations TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.evaluations TO chanuka_service;
GRANT SELECT ON TABLE public.evaluations TO chanuka_visitor;

COMMENT ON TABLE public.evaluations IS 'How a department dealt with the public, as somebody judges it, for a year or for one bill.';
COMMENT ON COLUMN public.evaluations.bill_id IS 'Bill whose handling is judged; NULL: the whole year.';
COMMENT ON COLUMN public.evaluations.rating IS '1 the law was ignored, 5 an example to others.';
COMMENT ON COLUMN public.evaluations.published_at IS 'NULL while it is a draft.';
COMMENT ON COLUMN public.evaluations.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.evaluations.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.evaluations.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.expert_credentials (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL,
    kind public.credential_kind NOT NULL,
    title character varying(200) NOT NULL,
    institution character varying(200) NOT NULL,
    reference character varying(120),
    document_digest bytea,
    issued_on date NOT NULL,
    expires_on date,
    status public.credential_status NOT NULL DEFAULT 'submitted',
    reviewed_by_id uuid,
    reviewed_at timestamp with time zone,
    rejection_reason text,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT expert_credentials_pkey PRIMARY KEY (id),
    CONSTRAINT expert_credentials_document_digest_length CHECK (octet_length(document_digest) = 32),
    CONSTRAINT expert_credentials_expires_after_issue CHECK (expires_on >= issued_on),
    CONSTRAINT expert_credentials_institution_min_length CHECK (char_length(institution) >= 2),
    CONSTRAINT expert_credentials_not_reviewed_by_holder CHECK (reviewed_by_id <> user_id),
    CONSTRAINT expert_credentials_reference_min_length CHECK (char_length(reference) >= 1),
    CONSTRAINT expert_credentials_rejection_has_reason CHECK ((status IN ('rejected', 'revoked')) = (rejection_reason IS NOT NULL)),
    CONSTRAINT expert_credentials_rejection_reason_max_length CHECK (char_length(rejection_reason) <= 2000),
    CONSTRAINT expert_credentials_reviewed_unless_submitted CHECK ((status = 'submitted') = (reviewed_at IS NULL)),
    CONSTRAINT expert_credentials_title_min_length CHECK (char_length(title) >= 2),
    CONSTRAINT expert_credentials_reviewed_by_id_fkey FOREIGN KEY (reviewed_by_id) REFERENCES public.users (id) ON DELETE SET NULL,
    CONSTRAINT expert_credentials_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX expert_credentials_created_at_id_idx ON public.expert_credentials (created_at, id) WHERE status = 'submitted';
CREATE INDEX expert_credentials_expires_on_idx ON public.expert_credentials (expires_on) WHERE status = 'verified' AND expires_on IS NOT NULL;
CREATE INDEX expert_credentials_reviewed_by_id_idx ON public.expert_credentials (reviewed_by_id) WHERE reviewed_by_id IS NOT NULL;
CREATE INDEX expert_credentials_user_id_status_idx ON public.expert_credentials (user_id, status);

ALTER TABLE public.expert_credentials ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON public.expert_credentials
    FOR ALL TO chanuka_service
    USING (true);

CREATE POLICY verify ON public.expert_credentials
    FOR ALL TO chanuka_editor
    USING (true);

GRANT SELECT, INSERT ON TABLE public.expert_credentials TO chanuka_citizen;
GRANT SELECT, UPDATE ON TABLE public.expert_credentials TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.expert_credentials TO chanuka_service;

COMMENT ON TABLE public.expert_credentials IS 'A document that vouches for an expert, and what became of checking it.';
COMMENT ON COLUMN public.expert_credentials.title IS 'Degree, office or title of the work.';
COMMENT ON COLUMN public.expert_credentials.institution IS 'Who issued it.';
COMMENT ON COLUMN public.expert_credentials.reference IS 'Number of the document: what the institution is asked about.';
COMMENT ON COLUMN public.expert_credentials.document_digest IS 'SHA-256 of the copy that was shown; the copy itself is not kept.';
COMMENT ON COLUMN public.expert_credentials.expires_on IS 'Last day on which it holds; NULL: for life.';
COMMENT ON COLUMN public.expert_credentials.rejection_reason IS 'Why it was rejected or revoked; the expert reads it.';
COMMENT ON COLUMN public.expert_credentials.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.expert_credentials.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.expert_credentials.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.expert_domains (
    user_id uuid NOT NULL,
    discipline public.expert_discipline NOT NULL,
    level public.expertise_level NOT NULL DEFAULT 'practitioner',
    years_of_practice smallint NOT NULL DEFAULT 0,
    credential_id uuid,
    statement text,
    accepts_requests boolean NOT NULL DEFAULT true,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT expert_domains_pkey PRIMARY KEY (user_id, discipline),
    CONSTRAINT expert_domains_statement_max_length CHECK (char_length(statement) <= 2000),
    CONSTRAINT expert_domains_years_of_practice_max CHECK (years_of_practice <= 70),
    CONSTRAINT expert_domains_years_of_practice_min CHECK (years_of_practice >= 0),
    CONSTRAINT expert_domains_credential_id_fkey FOREIGN KEY (credential_id) REFERENCES public.expert_credentials (id) ON DELETE SET NULL,
    CONSTRAINT expert_domains_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX expert_domains_credential_id_idx ON public.expert_domains (credential_id) WHERE credential_id IS NOT NULL;
CREATE INDEX expert_domains_discipline_level_user_id_idx ON public.expert_domains (discipline, level DESC) INCLUDE (user_id) WHERE accepts_requests;

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.expert_domains TO chanuka_service;
GRANT SELECT ON TABLE public.expert_domains TO chanuka_visitor;

COMMENT ON TABLE public.expert_domains IS 'A discipline in which a user counts as an expert: the ground on which opinions are asked for and shown.';
COMMENT ON COLUMN public.expert_domains.credential_id IS 'What the level rests on; NULL while only peers vouch for it.';
COMMENT ON COLUMN public.expert_domains.statement IS 'How the expert describes the own field, shown beside opinions.';
COMMENT ON COLUMN public.expert_domains.accepts_requests IS 'Whether the expert may be asked for reviews now.';
COMMENT ON COLUMN public.expert_domains.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.expert_domains.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.expert_domains.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.expert_verifications (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    bill_id uuid NOT NULL,
    citizen_verification_id uuid,
    expert_id uuid NOT NULL,
    discipline public.expert_discipline NOT NULL,
    verdict public.verification_verdict NOT NULL,
    opinion text NOT NULL,
    confidence numeric(4,3) NOT NULL,
    citations text[] NOT NULL DEFAULT '{}',
    declared_interest text,
    published_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT expert_verifications_pkey PRIMARY KEY (id),
    CONSTRAINT expert_verifications_citations_elements CHECK (array_position(citations, NULL) IS NULL),
    CONSTRAINT expert_verifications_confidence_max CHECK (confidence <= 1),
    CONSTRAINT expert_verifications_confidence_min CHECK (confidence >= 0),
    CONSTRAINT expert_verifications_declared_interest_max_length CHECK (char_length(declared_interest) <= 5000),
    CONSTRAINT expert_verifications_opinion_max_length CHECK (char_length(opinion) <= 50000),
    CONSTRAINT expert_verifications_opinion_min_length CHECK (char_length(opinion) >= 50),
    CONSTRAINT expert_verifications_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT expert_verifications_citizen_verification_id_fkey FOREIGN KEY (citizen_verification_id) REFERENCES public.citizen_verifications (id) ON DELETE SET NULL,
    CONSTRAINT expert_verifications_expert_id_fkey FOREIGN KEY (expert_id) REFERENCES public.users (id) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX expert_verifications_bill_id_expert_id_idx ON public.expert_verifications (bill_id, expert_id) WHERE citizen_verification_id IS NULL;
CREATE INDEX expert_verifications_bill_id_idx ON public.expert_verifications (bill_id);
CREATE UNIQUE INDEX expert_verifications_citizen_verification_id_expert_id_idx ON public.expert_verifications (citizen_verification_id, expert_id) WHERE citizen_verification_id IS NOT NULL;
CREATE INDEX expert_verifications_expert_id_created_at_idx ON public.expert_verifications (expert_id, created_at DESC);
CREATE INDEX expert_verifications_published_at_id_idx ON public.expert_verifications (published_at DESC, id DESC) WHERE published_at IS NOT NULL;

ALTER TABLE public.expert_verifications ENABLE ROW LEVEL SECURITY;

CREATE POLICY read_drafts ON public.expert_verifications
    FOR SELECT TO chanuka_editor
    USING (true);

CREATE POLICY read_published ON public.expert_verifications
    FOR SELECT TO chanuka_visitor
    USING (published_at IS NOT NULL);

CREATE POLICY service ON public.expert_verifications
    FOR ALL TO chanuka_service
    USING (true);

GRANT INSERT, UPDATE ON TABLE public.expert_verifications TO chanuka_citizen;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.expert_verifications TO chanuka_service;
GRANT SELECT ON TABLE public.expert_verifications TO chanuka_visitor;

COMMENT ON TABLE public.expert_verifications IS 'An expert''s signed opinion on a bill, or on a citizen''s verification of a claim about it.';
COMMENT ON COLUMN public.expert_verifications.citizen_verification_id IS 'What the expert confirms or corrects; NULL: an opinion on the bill itself.';
COMMENT ON COLUMN public.expert_verifications.expert_id IS 'An opinion stands with its author''s name: the account cannot go while it is there.';
COMMENT ON COLUMN public.expert_verifications.confidence IS 'How sure the expert is.';
COMMENT ON COLUMN public.expert_verifications.citations IS 'Statutes, cases and papers, one in each element.';
COMMENT ON COLUMN public.expert_verifications.declared_interest IS 'Interest in the matter that the expert discloses; shown above the opinion.';
COMMENT ON COLUMN public.expert_verifications.published_at IS 'NULL while it is a draft that only the expert and the editors see.';
COMMENT ON COLUMN public.expert_verifications.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.expert_verifications.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.expert_verifications.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.expert_reviews (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    reviewer_id uuid NOT NULL,
    verification_id uuid,
    analysis_id uuid,
    requested_by_id uuid,
    kind public.expert_review_kind NOT NULL,
    discipline public.expert_discipline NOT NULL,
    status public.expert_review_status NOT NULL DEFAULT 'requested',
    due_on date,
    recommendation public.review_recommendation,
    body text,
    declared_interest text,
    submitted_at timestamp with time zone,
    published_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT expert_reviews_pkey PRIMARY KEY (id),
    CONSTRAINT expert_reviews_body_max_length CHECK (char_length(body) <= 50000),
    CONSTRAINT expert_reviews_body_min_length CHECK (char_length(body) >= 50),
    CONSTRAINT expert_reviews_declared_interest_max_length CHECK (char_length(declared_interest) <= 5000),
    CONSTRAINT expert_reviews_one_subject CHECK ((verification_id IS NULL) <> (analysis_id IS NULL)),
    CONSTRAINT expert_reviews_published_after_submission CHECK (published_at >= submitted_at),
    CONSTRAINT expert_reviews_published_has_moment CHECK ((status = 'published') = (published_at IS NOT NULL)),
    CONSTRAINT expert_reviews_submitted_has_moment CHECK ((status IN ('submitted', 'published')) = (submitted_at IS NOT NULL)),
    CONSTRAINT expert_reviews_submitted_is_complete CHECK (submitted_at IS NULL OR (recommendation IS NOT NULL AND body IS NOT NULL)),
    CONSTRAINT expert_reviews_analysis_id_fkey FOREIGN KEY (analysis_id) REFERENCES public.content_analyses (id) ON DELETE CASCADE,
    CONSTRAINT expert_reviews_requested_by_id_fkey FOREIGN KEY (requested_by_id) REFERENCES public.users (id) ON DELETE SET NULL,
    CONSTRAINT expert_reviews_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES public.users (id) ON DELETE RESTRICT,
    CONSTRAINT expert_reviews_verification_id_fkey FOREIGN KEY (verification_id) REFERENCES public.expert_verifications (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX expert_reviews_analysis_id_reviewer_id_kind_idx ON public.expert_reviews (analysis_id, reviewer_id, kind) WHERE analysis_id IS NOT NULL;
CREATE INDEX expert_reviews_created_at_id_idx ON public.expert_reviews (created_at DESC, id DESC);
CREATE INDEX expert_reviews_requested_by_id_idx ON public.expert_reviews (requested_by_id) WHERE requested_by_id IS NOT NULL;
CREATE INDEX expert_reviews_reviewer_id_status_due_on_idx ON public.expert_reviews (reviewer_id, status, due_on);
CREATE UNIQUE INDEX expert_reviews_verification_id_reviewer_id_idx ON public.expert_reviews (verification_id, reviewer_id) WHERE verification_id IS NOT NULL;

ALTER TABLE public.expert_reviews ENABLE ROW LEVEL SECURITY;

CREATE POLICY read_drafts ON public.expert_reviews
    FOR SELECT TO chanuka_editor
    USING (true);

CREATE POLICY read_published ON public.expert_reviews
    FOR SELECT TO chanuka_visitor
    USING (published_at IS NOT NULL);

CREATE POLICY service ON public.expert_reviews
    FOR ALL TO chanuka_service
    USING (true);

GRANT UPDATE ON TABLE public.expert_reviews TO chanuka_citizen;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.expert_reviews TO chanuka_service;
GRANT SELECT ON TABLE public.expert_reviews TO chanuka_visitor;

COMMENT ON TABLE public.expert_reviews IS 'An expert''s review of another expert''s opinion, or of a machine''s analysis, before or after it is published.';
COMMENT ON COLUMN public.expert_reviews.reviewer_id IS 'A review stands with its author''s name: the account cannot go while it is there.';
COMMENT ON COLUMN public.expert_reviews.verification_id IS 'The opinion that is reviewed.';
COMMENT ON COLUMN public.expert_reviews.analysis_id IS 'The analysis that is reviewed.';
COMMENT ON COLUMN public.expert_reviews.requested_by_id IS 'Editor who asked for it.';
COMMENT ON COLUMN public.expert_reviews.discipline IS 'Discipline in which the reviewer speaks.';
COMMENT ON COLUMN public.expert_reviews.declared_interest IS 'Interest in the matter that the reviewer discloses; shown above the review.';
COMMENT ON COLUMN public.expert_reviews.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.expert_reviews.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.expert_reviews.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.expert_activity (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    expert_id uuid NOT NULL,
    kind public.expert_activity_kind NOT NULL,
    discipline public.expert_discipline,
    bill_id uuid,
    verification_id uuid,
    review_id uuid,
    comment_id uuid,
    points smallint NOT NULL DEFAULT 0,
    occurred_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT expert_activity_pkey PRIMARY KEY (id),
    CONSTRAINT expert_activity_points_max CHECK (points <= 1000),
    CONSTRAINT expert_activity_points_min CHECK (points >= 0),
    CONSTRAINT expert_activity_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE SET NULL,
    CONSTRAINT expert_activity_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.bill_comments (id) ON DELETE SET NULL,
    CONSTRAINT expert_activity_expert_id_fkey FOREIGN KEY (expert_id) REFERENCES public.users (id) ON DELETE CASCADE,
    CONSTRAINT expert_activity_review_id_fkey FOREIGN KEY (review_id) REFERENCES public.expert_reviews (id) ON DELETE SET NULL,
    CONSTRAINT expert_activity_verification_id_fkey FOREIGN KEY (verification_id) REFERENCES public.expert_verifications (id) ON DELETE SET NULL
);

CREATE INDEX expert_activity_bill_id_idx ON public.expert_activity (bill_id) WHERE bill_id IS NOT NULL;
CREATE INDEX expert_activity_comment_id_idx ON public.expert_activity (comment_id) WHERE comment_id IS NOT NULL;
CREATE INDEX expert_activity_expert_id_occurred_at_id_idx ON public.expert_activity (expert_id, occurred_at DESC, id DESC);
CREATE INDEX expert_activity_occurred_at_id_idx ON public.expert_activity (occurred_at DESC, id DESC);
CREATE INDEX expert_activity_review_id_idx ON public.expert_activity (review_id) WHERE review_id IS NOT NULL;
CREATE INDEX expert_activity_verification_id_idx ON public.expert_activity (verification_id) WHERE verification_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.expert_activity TO chanuka_service;
GRANT SELECT ON TABLE public.expert_activity TO chanuka_visitor;

COMMENT ON TABLE public.expert_activity IS 'What an expert did, a row for each deed: the ground for scores and for the expert''s public record.';
COMMENT ON COLUMN public.expert_activity.bill_id IS 'Bill that it was about; NULL for what is about a person.';
COMMENT ON COLUMN public.expert_activity.points IS 'What it adds to the expert''s record.';

CREATE TABLE public.financial_disclosures (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    sponsor_id uuid NOT NULL,
    kind public.disclosure_kind NOT NULL,
    period daterange,
    filed_on date NOT NULL,
    income numeric(16,2),
    assets numeric(16,2),
    liabilities numeric(16,2),
    source_url character varying(2048),
    document_digest bytea,
    supersedes_id uuid,
    status public.disclosure_status NOT NULL DEFAULT 'received',
    verified_by_id uuid,
    verified_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT financial_disclosures_pkey PRIMARY KEY (id),
    CONSTRAINT financial_disclosures_sponsor_id_kind_filed_on_key UNIQUE (sponsor_id, kind, filed_on),
    CONSTRAINT financial_disclosures_assets_min CHECK (assets >= 0),
    CONSTRAINT financial_disclosures_document_digest_length CHECK (octet_length(document_digest) = 32),
    CONSTRAINT financial_disclosures_filed_after_period_begins CHECK (filed_on >= lower(period)),
    CONSTRAINT financial_disclosures_income_min CHECK (income >= 0),
    CONSTRAINT financial_disclosures_liabilities_min CHECK (liabilities >= 0),
    CONSTRAINT financial_disclosures_not_its_own_correction CHECK (supersedes_id <> id),
    CONSTRAINT financial_disclosures_period_not_empty CHECK (NOT isempty(period)),
    CONSTRAINT financial_disclosures_period_of_declaration CHECK ((kind = 'register_entry') = (period IS NULL)),
    CONSTRAINT financial_disclosures_source_url_format CHECK (source_url ~ E'^https?://[^ \\t-\\r/?#]+(?:[/?#][^ \\t-\\r]*)?$'),
    CONSTRAINT financial_disclosures_verified_has_moment CHECK ((status = 'received') = (verified_at IS NULL)),
    CONSTRAINT financial_disclosures_verifier_has_moment CHECK (verified_by_id IS NULL OR verified_at IS NOT NULL),
    CONSTRAINT financial_disclosures_sponsor_id_fkey FOREIGN KEY (sponsor_id) REFERENCES public.sponsors (id) ON DELETE RESTRICT,
    CONSTRAINT financial_disclosures_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES public.financial_disclosures (id) ON DELETE RESTRICT,
    CONSTRAINT financial_disclosures_verified_by_id_fkey FOREIGN KEY (verified_by_id) REFERENCES public.users (id) ON DELETE SET NULL
);

CREATE INDEX financial_disclosures_filed_on_id_idx ON public.financial_disclosures (filed_on DESC, id DESC);
CREATE INDEX financial_disclosures_filed_on_idx ON public.financial_disclosures (filed_on) WHERE status = 'received';
CREATE INDEX financial_disclosures_sponsor_id_filed_on_kind_status_idx ON public.financial_disclosures (sponsor_id, filed_on DESC) INCLUDE (kind, status);
CREATE UNIQUE INDEX financial_disclosures_supersedes_id_idx ON public.financial_disclosures (supersedes_id) WHERE supersedes_id IS NOT NULL;
CREATE INDEX financial_disclosures_verified_by_id_idx ON public.financial_disclosures (verified_by_id) WHERE verified_by_id IS NOT NULL;

ALTER TABLE public.financial_disclosures ENABLE ROW LEVEL SECURITY;

CREATE POLICY edit ON public.financial_disclosures
    FOR ALL TO chanuka_editor
    USING (true);

CREATE POLICY read_checked ON public.financial_disclosures
    FOR SELECT TO chanuka_visitor
    USING (status <> 'received');

CREATE POLICY service ON public.financial_disclosures
    FOR ALL TO chanuka_service
    USING (true);

GRANT INSERT, UPDATE, DELETE ON TABLE public.financial_disclosures TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.financial_disclosures TO chanuka_service;
GRANT SELECT ON TABLE public.financial_disclosures TO chanuka_visitor;

COMMENT ON TABLE public.financial_disclosures IS 'A sponsor''s declaration of income, assets and liabilities, as filed. A correction is a new row that supersedes the old one.';
COMMENT ON POLICY read_checked ON public.financial_disclosures IS 'What nobody has checked is not shown.';
COMMENT ON COLUMN public.financial_disclosures.period IS 'Days that the declaration covers; NULL for an entry in the register, which speaks of a moment.';
COMMENT ON COLUMN public.financial_disclosures.income IS 'Total over the period in KES; NULL where it is not published.';
COMMENT ON COLUMN public.financial_disclosures.assets IS 'Total at the end of the period in KES.';
COMMENT ON COLUMN public.financial_disclosures.liabilities IS 'Total at the end of the period in KES.';
COMMENT ON COLUMN public.financial_disclosures.source_url IS 'Where the document was published.';
COMMENT ON COLUMN public.financial_disclosures.document_digest IS 'SHA-256 of the document as it was received, so that a later exchange shows.';
COMMENT ON COLUMN public.financial_disclosures.supersedes_id IS 'Declaration that this one corrects.';
COMMENT ON COLUMN public.financial_disclosures.verified_by_id IS 'Editor who checked it; NULL once the account has been erased.';
COMMENT ON COLUMN public.financial_disclosures.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.financial_disclosures.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.financial_disclosures.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.financial_interests (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    sponsor_id uuid NOT NULL,
    disclosure_id uuid,
    organization_id uuid,
    kind public.interest_kind NOT NULL,
    holder public.interest_holder NOT NULL DEFAULT 'sponsor',
    holder_name character varying(200),
    description text NOT NULL,
    stake numeric(6,3),
    value_from numeric(16,2),
    value_to numeric(16,2),
    held daterange,
    source_url character varying(2048),
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT financial_interests_pkey PRIMARY KEY (id),
    CONSTRAINT financial_interests_body_of_its_kind CHECK (kind NOT IN ('shareholding', 'directorship', 'employment') OR organization_id IS NOT NULL),
    CONSTRAINT financial_interests_description_max_length CHECK (char_length(description) <= 5000),
    CONSTRAINT financial_interests_description_min_length CHECK (char_length(description) >= 3),
    CONSTRAINT financial_interests_held_not_empty CHECK (NOT isempty(held)),
    CONSTRAINT financial_interests_holder_name_min_length CHECK (char_length(holder_name) >= 2),
    CONSTRAINT financial_interests_holder_named_apart CHECK (holder <> 'sponsor' OR holder_name IS NULL),
    CONSTRAINT financial_interests_known_from_somewhere CHECK (disclosure_id IS NOT NULL OR source_url IS NOT NULL),
    CONSTRAINT financial_interests_source_url_format CHECK (source_url ~ E'^https?://[^ \\t-\\r/?#]+(?:[/?#][^ \\t-\\r]*)?$'),
    CONSTRAINT financial_interests_stake_max CHECK (stake <= 100),
    CONSTRAINT financial_interests_stake_min CHECK (stake >= 0),
    CONSTRAINT financial_interests_stake_of_shareholding CHECK (stake IS NULL OR kind = 'shareholding'),
    CONSTRAINT financial_interests_value_from_min CHECK (value_from >= 0),
    CONSTRAINT financial_interests_value_to_min CHECK (value_to >= 0),
    CONSTRAINT financial_interests_values_ordered CHECK (value_from <= value_to),
    CONSTRAINT financial_interests_values_together CHECK ((value_from IS NULL) = (value_to IS NULL)),
    CONSTRAINT financial_interests_disclosure_id_fkey FOREIGN KEY (disclosure_id) REFERENCES public.financial_disclosures (id) ON DELETE RESTRICT,
    CONSTRAINT financial_interests_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations (id) ON DELETE RESTRICT,
    CONSTRAINT financial_interests_sponsor_id_fkey FOREIGN KEY (sponsor_id) REFERENCES public.sponsors (id) ON DELETE RESTRICT
);

CREATE INDEX financial_interests_disclosure_id_idx ON public.financial_interests (disclosure_id) WHERE disclosure_id IS NOT NULL;
CREATE INDEX financial_interests_held_idx ON public.financial_interests USING gist (held) WHERE held IS NOT NULL;
CREATE INDEX financial_interests_organization_id_sponsor_id_idx ON public.financial_interests (organization_id) INCLUDE (sponsor_id) WHERE organization_id IS NOT NULL;
CREATE INDEX financial_interests_sponsor_id_created_at_idx ON public.financial_interests (sponsor_id, created_at DESC) WHERE disclosure_id IS NULL;
CREATE INDEX financial_interests_sponsor_id_kind_idx ON public.financial_interests (sponsor_id, kind);

ALTER TABLE public.financial_interests ENABLE ROW LEVEL SECURITY;

CREATE POLICY edit ON public.financial_interests
    FOR ALL TO chanuka_editor
    USING (true);

CREATE POLICY read_checked ON public.financial_interests
    FOR SELECT TO chanuka_visitor
    USING (EXISTS (SELECT 1 FROM public.financial_disclosures d WHERE d.id = disclosure_id AND d.status <> 'received'));

CREATE POLICY service ON public.financial_interests
    FOR ALL TO chanuka_service
    USING (true);

GRANT INSERT, UPDATE, DELETE ON TABLE public.financial_interests TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.financial_interests TO chanuka_service;
GRANT SELECT ON TABLE public.financial_interests TO chanuka_visitor;

COMMENT ON TABLE public.financial_interests IS 'One thing that a sponsor, or somebody close, owns, earns or owes. Declared, or found without having been declared.';
COMMENT ON POLICY read_checked ON public.financial_interests IS 'An interest is shown with its declaration. One that was not declared is shown in the conflict that cites it.';
COMMENT ON COLUMN public.financial_interests.disclosure_id IS 'Declaration that names the interest; NULL: it was not declared.';
COMMENT ON COLUMN public.financial_interests.organization_id IS 'Body in which, or from which; NULL for land and the like.';
COMMENT ON COLUMN public.financial_interests.holder_name IS 'Name of the holder where it is not the sponsor and where it is public.';
COMMENT ON COLUMN public.financial_interests.stake IS 'Share of the votes or of the capital in percent, the greater of the two.';
COMMENT ON COLUMN public.financial_interests.value_from IS 'Lower bound of the value in KES: declarations give bands.';
COMMENT ON COLUMN public.financial_interests.value_to IS 'Upper bound of the value in KES; the same as value_from where the value is exact.';
COMMENT ON COLUMN public.financial_interests.held IS 'Days on which the interest existed; an open end: it still does. NULL: not known.';
COMMENT ON COLUMN public.financial_interests.source_url IS 'Public record that shows the interest.';
COMMENT ON COLUMN public.financial_interests.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.financial_interests.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.financial_interests.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.conflict_detections (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    bill_id uuid NOT NULL,
    sponsor_id uuid NOT NULL,
    interest_id uuid,
    kind public.conflict_kind NOT NULL DEFAULT 'financial',
    severity public.severity NOT NULL DEFAULT 'medium',
    confidence numeric(4,3) NOT NULL,
    detector character varying(100) NOT NULL,
    explanation text NOT NULL,
    sections text[] NOT NULL DEFAULT '{}',
    status public.finding_status NOT NULL DEFAULT 'open',
    reviewed_by_id uuid,
    reviewed_at timestamp with time zone,
    review_note text,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT conflict_detections_pkey PRIMARY KEY (id),
    CONSTRAINT conflict_detections_confidence_max CHECK (confidence <= 1),
    CONSTRAINT conflict_detections_confidence_min CHECK (confidence >= 0),
    CONSTRAINT conflict_detections_detector_min_length CHECK (char_length(detector) >= 1),
    CONSTRAINT conflict_detections_dismissed_has_note CHECK (status <> 'dismissed' OR review_note IS NOT NULL),
    CONSTRAINT conflict_detections_explanation_max_length CHECK (char_length(explanation) <= 10000),
    CONSTRAINT conflict_detections_explanation_min_length CHECK (char_length(explanation) >= 10),
    CONSTRAINT conflict_detections_interest_of_its_kind CHECK (kind <> 'financial' OR interest_id IS NOT NULL),
    CONSTRAINT conflict_detections_review_note_max_length CHECK (char_length(review_note) <= 5000),
    CONSTRAINT conflict_detections_reviewed_unless_open CHECK ((status = 'open') = (reviewed_at IS NULL)),
    CONSTRAINT conflict_detections_sections_bounded CHECK (cardinality(sections) <= 100),
    CONSTRAINT conflict_detections_sections_elements CHECK (array_position(sections, NULL) IS NULL),
    CONSTRAINT conflict_detections_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT conflict_detections_interest_id_fkey FOREIGN KEY (interest_id) REFERENCES public.financial_interests (id) ON DELETE CASCADE,
    CONSTRAINT conflict_detections_reviewed_by_id_fkey FOREIGN KEY (reviewed_by_id) REFERENCES public.users (id) ON DELETE SET NULL,
    CONSTRAINT conflict_detections_sponsor_id_fkey FOREIGN KEY (sponsor_id) REFERENCES public.sponsors (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX conflict_detections_bill_id_interest_id_detector_idx ON public.conflict_detections (bill_id, interest_id, detector) WHERE interest_id IS NOT NULL;
CREATE INDEX conflict_detections_bill_id_severity_idx ON public.conflict_detections (bill_id, severity DESC);
CREATE INDEX conflict_detections_created_at_id_idx ON public.conflict_detections (created_at DESC, id DESC);
CREATE INDEX conflict_detections_interest_id_idx ON public.conflict_detections (interest_id) WHERE interest_id IS NOT NULL;
CREATE INDEX conflict_detections_reviewed_by_id_idx ON public.conflict_detections (reviewed_by_id) WHERE reviewed_by_id IS NOT NULL;
CREATE INDEX conflict_detections_severity_confidence_idx ON public.conflict_detections (severity DESC, confidence DESC) WHERE status = 'open';
CREATE INDEX conflict_detections_sponsor_id_created_at_idx ON public.conflict_detections (sponsor_id, created_at DESC);

GRANT SELECT ON TABLE public.conflict_detections TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.conflict_detections TO chanuka_service;

COMMENT ON TABLE public.conflict_detections IS 'A machine''s suspicion that a sponsor''s interest touches a bill. It is never published as it is: see conflicts.';
COMMENT ON COLUMN public.conflict_detections.interest_id IS 'Interest that touches the bill; NULL for what is not financial.';
COMMENT ON COLUMN public.conflict_detections.detector IS 'Name and version of the model or rule that speaks.';
COMMENT ON COLUMN public.conflict_detections.sections IS 'Sections of the bill that the interest profits from; empty: the whole.';
COMMENT ON COLUMN public.conflict_detections.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.conflict_detections.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.conflict_detections.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.conflicts (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    bill_id uuid NOT NULL,
    sponsor_id uuid NOT NULL,
    detection_id uuid,
    kind public.conflict_kind NOT NULL,
    severity public.severity NOT NULL,
    title character varying(300) NOT NULL,
    summary text NOT NULL,
    reply text,
    status public.conflict_status NOT NULL DEFAULT 'draft',
    editor_id uuid,
    asked_at timestamp with time zone,
    published_at timestamp with time zone,
    concluded_at timestamp with time zone,
    conclusion text,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT conflicts_pkey PRIMARY KEY (id),
    CONSTRAINT conflicts_asked_before_publication CHECK (published_at IS NULL OR (asked_at IS NOT NULL AND asked_at <= published_at)),
    CONSTRAINT conflicts_concluded_has_moment CHECK ((status IN ('settled', 'retracted')) = (concluded_at IS NOT NULL)),
    CONSTRAINT conflicts_concluded_says_how CHECK ((concluded_at IS NULL) = (conclusion IS NULL)),
    CONSTRAINT conflicts_conclusion_max_length CHECK (char_length(conclusion) <= 5000),
    CONSTRAINT conflicts_published_when_public CHECK ((status = 'draft') = (published_at IS NULL)),
    CONSTRAINT conflicts_reply_max_length CHECK (char_length(reply) <= 20000),
    CONSTRAINT conflicts_summary_max_length CHECK (char_length(summary) <= 20000),
    CONSTRAINT conflicts_summary_min_length CHECK (char_length(summary) >= 50),
    CONSTRAINT conflicts_title_min_length CHECK (char_length(title) >= 5),
    CONSTRAINT conflicts_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE RESTRICT,
    CONSTRAINT conflicts_detection_id_fkey FOREIGN KEY (detection_id) REFERENCES public.conflict_detections (id) ON DELETE SET NULL,
    CONSTRAINT conflicts_editor_id_fkey FOREIGN KEY (editor_id) REFERENCES public.users (id) ON DELETE SET NULL,
    CONSTRAINT conflicts_sponsor_id_fkey FOREIGN KEY (sponsor_id) REFERENCES public.sponsors (id) ON DELETE RESTRICT
);

CREATE INDEX conflicts_bill_id_severity_idx ON public.conflicts (bill_id, severity DESC);
CREATE INDEX conflicts_created_at_id_idx ON public.conflicts (created_at DESC, id DESC);
CREATE UNIQUE INDEX conflicts_detection_id_idx ON public.conflicts (detection_id) WHERE detection_id IS NOT NULL;
CREATE INDEX conflicts_editor_id_idx ON public.conflicts (editor_id) WHERE editor_id IS NOT NULL;
CREATE INDEX conflicts_published_at_id_idx ON public.conflicts (published_at DESC, id DESC) WHERE published_at IS NOT NULL;
CREATE INDEX conflicts_sponsor_id_published_at_idx ON public.conflicts (sponsor_id, published_at DESC);

ALTER TABLE public.conflicts ENABLE ROW LEVEL SECURITY;

CREATE POLICY edit ON public.conflicts
    FOR ALL TO chanuka_editor
    USING (true);

CREATE POLICY read_published ON public.conflicts
    FOR SELECT TO chanuka_visitor
    USING (published_at IS NOT NULL);

CREATE POLICY service ON public.conflicts
    FOR ALL TO chanuka_service
    USING (true);

GRANT INSERT, UPDATE, DELETE ON TABLE public.conflicts TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.conflicts TO chanuka_service;
GRANT SELECT ON TABLE public.conflicts TO chanuka_visitor;

COMMENT ON TABLE public.conflicts IS 'A conflict of interest that the editors answer for, with its sources and the sponsor''s reply.';
COMMENT ON COLUMN public.conflicts.detection_id IS 'Suspicion from which it came; NULL where a person found it.';
COMMENT ON COLUMN public.conflicts.reply IS 'What the sponsor answered, in full: it is shown beside the summary.';
COMMENT ON COLUMN public.conflicts.asked_at IS 'When the sponsor was asked for a reply: nothing is published before.';
COMMENT ON COLUMN public.conflicts.concluded_at IS 'When it was settled or retracted.';
COMMENT ON COLUMN public.conflicts.conclusion IS 'How it was settled, or why it was retracted.';
COMMENT ON COLUMN public.conflicts.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.conflicts.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.conflicts.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.conflict_sources (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    conflict_id uuid NOT NULL,
    kind public.evidence_kind NOT NULL,
    citation character varying(500) NOT NULL,
    url character varying(2048),
    disclosure_id uuid,
    excerpt text,
    document_digest bytea,
    retrieved_on date,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT conflict_sources_pkey PRIMARY KEY (id),
    CONSTRAINT conflict_sources_citation_min_length CHECK (char_length(citation) >= 3),
    CONSTRAINT conflict_sources_disclosure_of_its_kind CHECK (disclosure_id IS NULL OR kind = 'disclosure'),
    CONSTRAINT conflict_sources_document_digest_length CHECK (octet_length(document_digest) = 32),
    CONSTRAINT conflict_sources_excerpt_max_length CHECK (char_length(excerpt) <= 5000),
    CONSTRAINT conflict_sources_retrieved_from_address CHECK (retrieved_on IS NULL OR url IS NOT NULL),
    CONSTRAINT conflict_sources_url_format CHECK (url ~ E'^https?://[^ \\t-\\r/?#]+(?:[/?#][^ \\t-\\r]*)?$'),
    CONSTRAINT conflict_sources_conflict_id_fkey FOREIGN KEY (conflict_id) REFERENCES public.conflicts (id) ON DELETE CASCADE,
    CONSTRAINT conflict_sources_disclosure_id_fkey FOREIGN KEY (disclosure_id) REFERENCES public.financial_disclosures (id) ON DELETE RESTRICT
);

CREATE INDEX conflict_sources_conflict_id_created_at_idx ON public.conflict_sources (conflict_id, created_at);
CREATE INDEX conflict_sources_disclosure_id_idx ON public.conflict_sources (disclosure_id) WHERE disclosure_id IS NOT NULL;

ALTER TABLE public.conflict_sources ENABLE ROW LEVEL SECURITY;

CREATE POLICY edit ON public.conflict_sources
    FOR ALL TO chanuka_editor
    USING (true);

CREATE POLICY read_published ON public.conflict_sources
    FOR SELECT TO chanuka_visitor
    USING (EXISTS (SELECT 1 FROM public.conflicts c WHERE c.id = conflict_id AND c.published_at IS NOT NULL));

CREATE POLICY service ON public.conflict_sources
    FOR ALL TO chanuka_service
    USING (true);

GRANT INSERT, UPDATE, DELETE ON TABLE public.conflict_sources TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.conflict_sources TO chanuka_service;
GRANT SELECT ON TABLE public.conflict_sources TO chanuka_visitor;

COMMENT ON TABLE public.conflict_sources IS 'A record that proves a conflict, or a part of it.';
COMMENT ON COLUMN public.conflict_sources.citation IS 'So that a reader finds the record without the address.';
COMMENT ON COLUMN public.conflict_sources.disclosure_id IS 'The declaration, where it is one that is kept here.';
COMMENT ON COLUMN public.conflict_sources.excerpt IS 'The passage that matters, quoted.';
COMMENT ON COLUMN public.conflict_sources.document_digest IS 'SHA-256 of the archived copy.';
COMMENT ON COLUMN public.conflict_sources.retrieved_on IS 'Day on which the address was last read.';
COMMENT ON COLUMN public.conflict_sources.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.conflict_sources.updated_at IS 'When the row was last changed.';

CREATE TABLE public.implementation_workarounds (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    bill_id uuid NOT NULL,
    kind public.workaround_kind NOT NULL,
    title character varying(500) NOT NULL,
    reference character varying(120),
    regulation_id uuid,
    other_bill_id uuid,
    department_id uuid,
    provisions text[] NOT NULL DEFAULT '{}',
    similarity numeric(4,3),
    effective_on date,
    explanation text NOT NULL,
    origin public.finding_origin NOT NULL,
    status public.finding_status NOT NULL DEFAULT 'open',
    reviewed_by_id uuid,
    reviewed_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT implementation_workarounds_pkey PRIMARY KEY (id),
    CONSTRAINT implementation_workarounds_bills_differ CHECK (other_bill_id <> bill_id),
    CONSTRAINT implementation_workarounds_explanation_max_length CHECK (char_length(explanation) <= 20000),
    CONSTRAINT implementation_workarounds_explanation_min_length CHECK (char_length(explanation) >= 20),
    CONSTRAINT implementation_workarounds_other_bill_of_its_kind CHECK ((kind = 'another_bill') = (other_bill_id IS NOT NULL)),
    CONSTRAINT implementation_workarounds_provisions_elements CHECK (array_position(provisions, NULL) IS NULL),
    CONSTRAINT implementation_workarounds_reference_min_length CHECK (char_length(reference) >= 3),
    CONSTRAINT implementation_workarounds_regulation_of_its_kind CHECK (regulation_id IS NULL OR kind = 'regulation'),
    CONSTRAINT implementation_workarounds_reviewed_unless_open CHECK ((status = 'open') = (reviewed_at IS NULL)),
    CONSTRAINT implementation_workarounds_similarity_max CHECK (similarity <= 1),
    CONSTRAINT implementation_workarounds_similarity_min CHECK (similarity >= 0),
    CONSTRAINT implementation_workarounds_similarity_of_machine CHECK ((origin = 'machine') = (similarity IS NOT NULL)),
    CONSTRAINT implementation_workarounds_title_min_length CHECK (char_length(title) >= 3),
    CONSTRAINT implementation_workarounds_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT implementation_workarounds_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments (id) ON DELETE SET NULL,
    CONSTRAINT implementation_workarounds_other_bill_id_fkey FOREIGN KEY (other_bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT implementation_workarounds_regulation_id_fkey FOREIGN KEY (regulation_id) REFERENCES public.regulations (id) ON DELETE SET NULL,
    CONSTRAINT implementation_workarounds_reviewed_by_id_fkey FOREIGN KEY (reviewed_by_id) REFERENCES public.users (id) ON DELETE SET NULL
);

CREATE INDEX implementation_workarounds_bill_id_effective_on_idx ON public.implementation_workarounds (bill_id, effective_on);
CREATE INDEX implementation_workarounds_created_at_id_idx ON public.implementation_workarounds (created_at DESC, id DESC);
CREATE INDEX implementation_workarounds_department_id_idx ON public.implementation_workarounds (department_id) WHERE department_id IS NOT NULL;
CREATE INDEX implementation_workarounds_other_bill_id_idx ON public.implementation_workarounds (other_bill_id) WHERE other_bill_id IS NOT NULL;
CREATE INDEX implementation_workarounds_regulation_id_idx ON public.implementation_workarounds (regulation_id) WHERE regulation_id IS NOT NULL;
CREATE INDEX implementation_workarounds_reviewed_by_id_idx ON public.implementation_workarounds (reviewed_by_id) WHERE reviewed_by_id IS NOT NULL;

GRANT INSERT, UPDATE, DELETE ON TABLE public.implementation_workarounds TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.implementation_workarounds TO chanuka_service;
GRANT SELECT ON TABLE public.implementation_workarounds TO chanuka_visitor;

COMMENT ON TABLE public.implementation_workarounds IS 'The substance of a bill that failed or waits, put into force by another way.';
COMMENT ON COLUMN public.implementation_workarounds.title IS 'Name of the instrument.';
COMMENT ON COLUMN public.implementation_workarounds.reference IS 'Number of the notice, circular or vote.';
COMMENT ON COLUMN public.implementation_workarounds.regulation_id IS 'The instrument, where it is a regulation that is kept here.';
COMMENT ON COLUMN public.implementation_workarounds.other_bill_id IS 'The bill that carries the substance now.';
COMMENT ON COLUMN public.implementation_workarounds.department_id IS 'Who put it into force.';
COMMENT ON COLUMN public.implementation_workarounds.provisions IS 'Sections of the bill that come back.';
COMMENT ON COLUMN public.implementation_workarounds.similarity IS 'Likeness of the texts as the machine sees it; NULL where a person found the workaround.';
COMMENT ON COLUMN public.implementation_workarounds.effective_on IS 'Day from which it applies; NULL: not yet.';
COMMENT ON COLUMN public.implementation_workarounds.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.implementation_workarounds.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.implementation_workarounds.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.moderation_queue (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    comment_id uuid,
    citizen_verification_id uuid,
    profile_user_id uuid,
    state public.moderation_state NOT NULL DEFAULT 'open',
    priority public.severity NOT NULL DEFAULT 'medium',
    excerpt character varying(2000) NOT NULL,
    assigned_to_id uuid,
    due_at timestamp with time zone NOT NULL DEFAULT (now() + '24 hours'::interval),
    decided_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT moderation_queue_pkey PRIMARY KEY (id),
    CONSTRAINT moderation_queue_decided_has_moment CHECK ((state IN ('open', 'assigned')) = (decided_at IS NULL)),
    CONSTRAINT moderation_queue_excerpt_min_length CHECK (char_length(excerpt) >= 1),
    CONSTRAINT moderation_queue_one_content CHECK ((comment_id IS NOT NULL)::integer + (citizen_verification_id IS NOT NULL)::integer + (profile_user_id IS NOT NULL)::integer = 1),
    CONSTRAINT moderation_queue_assigned_to_id_fkey FOREIGN KEY (assigned_to_id) REFERENCES public.users (id) ON DELETE SET NULL,
    CONSTRAINT moderation_queue_citizen_verification_id_fkey FOREIGN KEY (citizen_verification_id) REFERENCES public.citizen_verifications (id) ON DELETE CASCADE,
    CONSTRAINT moderation_queue_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.bill_comments (id) ON DELETE CASCADE,
    CONSTRAINT moderation_queue_profile_user_id_fkey FOREIGN KEY (profile_user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX moderation_queue_assigned_to_id_due_at_idx ON public.moderation_queue (assigned_to_id, due_at) WHERE assigned_to_id IS NOT NULL;
CREATE INDEX moderation_queue_citizen_verification_id_created_at_idx ON public.moderation_queue (citizen_verification_id, created_at) WHERE citizen_verification_id IS NOT NULL;
CREATE UNIQUE INDEX moderation_queue_citizen_verification_id_idx ON public.moderation_queue (citizen_verification_id) WHERE citizen_verification_id IS NOT NULL AND state <> 'closed';
CREATE INDEX moderation_queue_comment_id_created_at_idx ON public.moderation_queue (comment_id, created_at) WHERE comment_id IS NOT NULL;
CREATE UNIQUE INDEX moderation_queue_comment_id_idx ON public.moderation_queue (comment_id) WHERE comment_id IS NOT NULL AND state <> 'closed';
CREATE INDEX moderation_queue_created_at_id_idx ON public.moderation_queue (created_at DESC, id DESC);
CREATE INDEX moderation_queue_priority_due_at_idx ON public.moderation_queue (priority DESC, due_at) WHERE state IN ('open', 'appealed');
CREATE INDEX moderation_queue_profile_user_id_created_at_idx ON public.moderation_queue (profile_user_id, created_at) WHERE profile_user_id IS NOT NULL;
CREATE UNIQUE INDEX moderation_queue_profile_user_id_idx ON public.moderation_queue (profile_user_id) WHERE profile_user_id IS NOT NULL AND state <> 'closed';

GRANT SELECT, UPDATE ON TABLE public.moderation_queue TO chanuka_moderator;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.moderation_queue TO chanuka_service;

COMMENT ON TABLE public.moderation_queue IS 'A case: one piece of content that somebody, or a filter, finds questionable. Flags and measures hang on it, so that only this table has to know what may be moderated.';
COMMENT ON COLUMN public.moderation_queue.profile_user_id IS 'The user whose profile (name, picture, biography) is meant.';
COMMENT ON COLUMN public.moderation_queue.priority IS 'By the reasons and the number of the flags: orders the queue.';
COMMENT ON COLUMN public.moderation_queue.excerpt IS 'The content as it was when the case was opened: an edit does not hide it.';
COMMENT ON COLUMN public.moderation_queue.due_at IS 'When it should be decided.';
COMMENT ON COLUMN public.moderation_queue.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.moderation_queue.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.moderation_queue.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.content_flags (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    case_id uuid NOT NULL,
    reporter_id uuid,
    reason public.flag_reason NOT NULL,
    note text,
    upheld_at timestamp with time zone,
    rejected_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT content_flags_pkey PRIMARY KEY (id),
    CONSTRAINT content_flags_note_max_length CHECK (char_length(note) <= 2000),
    CONSTRAINT content_flags_one_outcome CHECK (upheld_at IS NULL OR rejected_at IS NULL),
    CONSTRAINT content_flags_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.moderation_queue (id) ON DELETE CASCADE,
    CONSTRAINT content_flags_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES public.users (id) ON DELETE SET NULL
);

CREATE INDEX content_flags_case_id_created_at_idx ON public.content_flags (case_id, created_at);
CREATE UNIQUE INDEX content_flags_case_id_reporter_id_idx ON public.content_flags (case_id, reporter_id) WHERE reporter_id IS NOT NULL;
CREATE INDEX content_flags_reporter_id_created_at_idx ON public.content_flags (reporter_id, created_at DESC) WHERE reporter_id IS NOT NULL;

GRANT SELECT, UPDATE ON TABLE public.content_flags TO chanuka_moderator;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.content_flags TO chanuka_service;

COMMENT ON TABLE public.content_flags IS 'A user reports content.';
COMMENT ON COLUMN public.content_flags.reporter_id IS 'Never shown to the author; NULL once the account has been erased.';
COMMENT ON COLUMN public.content_flags.upheld_at IS 'When a moderator found the report right; with rejected_at it tells how reliable the reporter is.';

CREATE TABLE public.moderation_actions (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    case_id uuid NOT NULL,
    moderator_id uuid,
    measure public.moderation_measure NOT NULL,
    reason public.flag_reason,
    explanation text NOT NULL,
    until timestamp with time zone,
    reverses_id bigint,
    acted_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT moderation_actions_pkey PRIMARY KEY (id),
    CONSTRAINT moderation_actions_explanation_max_length CHECK (char_length(explanation) <= 5000),
    CONSTRAINT moderation_actions_explanation_min_length CHECK (char_length(explanation) >= 5),
    CONSTRAINT moderation_actions_reason_of_its_measure CHECK (measure IN ('none', 'approve', 'reverse') OR reason IS NOT NULL),
    CONSTRAINT moderation_actions_reverses_of_its_measure CHECK ((measure = 'reverse') = (reverses_id IS NOT NULL)),
    CONSTRAINT moderation_actions_until_after_action CHECK (until > acted_at),
    CONSTRAINT moderation_actions_until_of_its_measure CHECK (until IS NULL OR measure = 'suspend_author'),
    CONSTRAINT moderation_actions_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.moderation_queue (id) ON DELETE CASCADE,
    CONSTRAINT moderation_actions_moderator_id_fkey FOREIGN KEY (moderator_id) REFERENCES public.users (id) ON DELETE SET NULL,
    CONSTRAINT moderation_actions_reverses_id_fkey FOREIGN KEY (reverses_id) REFERENCES public.moderation_actions (id) ON DELETE RESTRICT
);

CREATE INDEX moderation_actions_acted_at_id_idx ON public.moderation_actions (acted_at DESC, id DESC);
CREATE INDEX moderation_actions_case_id_acted_at_idx ON public.moderation_actions (case_id, acted_at DESC);
CREATE INDEX moderation_actions_moderator_id_acted_at_idx ON public.moderation_actions (moderator_id, acted_at DESC) WHERE moderator_id IS NOT NULL;
CREATE UNIQUE INDEX moderation_actions_reverses_id_idx ON public.moderation_actions (reverses_id) WHERE reverses_id IS NOT NULL;

GRANT SELECT, INSERT ON TABLE public.moderation_actions TO chanuka_moderator;
GRANT SELECT, INSERT ON TABLE public.moderation_actions TO chanuka_service;

COMMENT ON TABLE public.moderation_actions IS 'What a moderator did about a case: appended only. A mistake is put right by another action that reverses it.';
COMMENT ON COLUMN public.moderation_actions.moderator_id IS 'NULL for an automatic measure, and once the account has been erased.';
COMMENT ON COLUMN public.moderation_actions.reason IS 'Rule that was broken; NULL where none was.';
COMMENT ON COLUMN public.moderation_actions.explanation IS 'What the author is told.';
COMMENT ON COLUMN public.moderation_actions.until IS 'End of a suspension; NULL: until somebody ends it.';

CREATE TABLE public.moderation_flags (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    case_id uuid NOT NULL,
    filter character varying(100) NOT NULL,
    reason public.flag_reason NOT NULL,
    confidence numeric(4,3) NOT NULL,
    passage character varying(500),
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT moderation_flags_pkey PRIMARY KEY (id),
    CONSTRAINT moderation_flags_case_id_filter_reason_key UNIQUE (case_id, filter, reason),
    CONSTRAINT moderation_flags_confidence_max CHECK (confidence <= 1),
    CONSTRAINT moderation_flags_confidence_min CHECK (confidence >= 0),
    CONSTRAINT moderation_flags_filter_min_length CHECK (char_length(filter) >= 1),
    CONSTRAINT moderation_flags_passage_min_length CHECK (char_length(passage) >= 1),
    CONSTRAINT moderation_flags_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.moderation_queue (id) ON DELETE CASCADE
);

CREATE INDEX moderation_flags_filter_created_at_idx ON public.moderation_flags (filter, created_at DESC);

GRANT SELECT ON TABLE public.moderation_flags TO chanuka_moderator;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.moderation_flags TO chanuka_service;

COMMENT ON TABLE public.moderation_flags IS 'An automatic filter finds content questionable.';
COMMENT ON COLUMN public.moderation_flags.filter IS 'Name and version of the filter.';
COMMENT ON COLUMN public.moderation_flags.passage IS 'Words that the filter objects to.';

CREATE TABLE public.notification_preferences (
    user_id uuid NOT NULL,
    kind public.notification_kind NOT NULL,
    channels public.delivery_channel[] NOT NULL DEFAULT '{}',
    digest boolean NOT NULL DEFAULT false,
    quiet_from time without time zone,
    quiet_until time without time zone,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT notification_preferences_pkey PRIMARY KEY (user_id, kind),
    CONSTRAINT notification_preferences_channels_bounded CHECK (cardinality(channels) <= 4),
    CONSTRAINT notification_preferences_channels_elements CHECK (array_position(channels, NULL) IS NULL),
    CONSTRAINT notification_preferences_quiet_together CHECK ((quiet_from IS NULL) = (quiet_until IS NULL)),
    CONSTRAINT notification_preferences_security_is_heard CHECK (kind <> 'account_security' OR cardinality(channels) > 0),
    CONSTRAINT notification_preferences_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX notification_preferences_kind_idx ON public.notification_preferences (kind);

ALTER TABLE public.notification_preferences ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON public.notification_preferences
    FOR ALL TO chanuka_service
    USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.notification_preferences TO chanuka_citizen;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.notification_preferences TO chanuka_service;

COMMENT ON TABLE public.notification_preferences IS 'How a user wants to hear of one kind of thing; without a row the kind''s own default holds.';
COMMENT ON COLUMN public.notification_preferences.channels IS 'Empty: only in the inbox.';
COMMENT ON COLUMN public.notification_preferences.digest IS 'Collected into one message a day instead of each on its own.';
COMMENT ON COLUMN public.notification_preferences.quiet_from IS 'In Nairobi; nothing but the inbox from then on.';
COMMENT ON COLUMN public.notification_preferences.quiet_until IS 'May be earlier than quiet_from: the night.';
COMMENT ON COLUMN public.notification_preferences.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.notification_preferences.updated_at IS 'When the row was last changed.';

CREATE TABLE public.notifications (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL,
    kind public.notification_kind NOT NULL,
    title character varying(200) NOT NULL,
    body character varying(2000),
    bill_id uuid,
    comment_id uuid,
    conflict_id uuid,
    priority public.severity NOT NULL DEFAULT 'low',
    dedupe_key character varying(120),
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    read_at timestamp with time zone,
    archived_at timestamp with time zone,
    expires_at timestamp with time zone NOT NULL DEFAULT (now() + '180 days'::interval),
    CONSTRAINT notifications_pkey PRIMARY KEY (id),
    CONSTRAINT notifications_body_min_length CHECK (char_length(body) >= 1),
    CONSTRAINT notifications_dedupe_key_min_length CHECK (char_length(dedupe_key) >= 1),
    CONSTRAINT notifications_expires_after_creation CHECK (expires_at > created_at),
    CONSTRAINT notifications_read_after_creation CHECK (read_at >= created_at),
    CONSTRAINT notifications_title_min_length CHECK (char_length(title) >= 1),
    CONSTRAINT notifications_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT notifications_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.bill_comments (id) ON DELETE CASCADE,
    CONSTRAINT notifications_conflict_id_fkey FOREIGN KEY (conflict_id) REFERENCES public.conflicts (id) ON DELETE CASCADE,
    CONSTRAINT notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX notifications_bill_id_idx ON public.notifications (bill_id) WHERE bill_id IS NOT NULL;
CREATE INDEX notifications_comment_id_idx ON public.notifications (comment_id) WHERE comment_id IS NOT NULL;
CREATE INDEX notifications_conflict_id_idx ON public.notifications (conflict_id) WHERE conflict_id IS NOT NULL;
CREATE INDEX notifications_created_at_id_idx ON public.notifications (created_at DESC, id DESC);
CREATE INDEX notifications_expires_at_idx ON public.notifications (expires_at);
CREATE INDEX notifications_user_id_created_at_id_idx ON public.notifications (user_id, created_at DESC, id DESC) WHERE archived_at IS NULL;
CREATE UNIQUE INDEX notifications_user_id_dedupe_key_idx ON public.notifications (user_id, dedupe_key) WHERE dedupe_key IS NOT NULL;
CREATE INDEX notifications_user_id_idx ON public.notifications (user_id) WHERE read_at IS NULL AND archived_at IS NULL;
CREATE INDEX notifications_user_id_kind_idx ON public.notifications (user_id, kind);

ALTER TABLE public.notifications ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON public.notifications
    FOR ALL TO chanuka_service
    USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.notifications TO chanuka_citizen;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.notifications TO chanuka_service;

COMMENT ON TABLE public.notifications IS 'A message in a user''s inbox. How it travels is in real_time_notifications.';
COMMENT ON COLUMN public.notifications.bill_id IS 'What a click leads to, for the kinds that are about a bill.';
COMMENT ON COLUMN public.notifications.dedupe_key IS 'A second message with the same key to the same user is not made: retries are harmless.';
COMMENT ON COLUMN public.notifications.archived_at IS 'When the user put it away; it leaves the list.';
COMMENT ON COLUMN public.notifications.expires_at IS 'When it is deleted.';

CREATE TABLE public.password_resets (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    requested_ip inet,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    expires_at timestamp with time zone NOT NULL DEFAULT (now() + '1 hour'::interval),
    used_at timestamp with time zone,
    CONSTRAINT password_resets_pkey PRIMARY KEY (id),
    CONSTRAINT password_resets_token_hash_key UNIQUE (token_hash),
    CONSTRAINT password_resets_expires_after_creation CHECK (expires_at > created_at),
    CONSTRAINT password_resets_token_hash_length CHECK (octet_length(token_hash) = 32),
    CONSTRAINT password_resets_used_in_time CHECK (used_at IS NULL OR (used_at >= created_at AND used_at <= expires_at)),
    CONSTRAINT password_resets_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX password_resets_expires_at_idx ON public.password_resets (expires_at) WHERE used_at IS NULL;
CREATE INDEX password_resets_requested_ip_created_at_idx ON public.password_resets (requested_ip, created_at DESC) WHERE requested_ip IS NOT NULL;
CREATE INDEX password_resets_user_id_created_at_idx ON public.password_resets (user_id, created_at DESC);

ALTER TABLE public.password_resets ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON public.password_resets
    FOR ALL TO chanuka_service
    USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.password_resets TO chanuka_service;

COMMENT ON TABLE public.password_resets IS 'A request to set a new password, open until it is used or expires.';
COMMENT ON COLUMN public.password_resets.token_hash IS 'SHA-256 of the token that was mailed; the token itself is never stored.';
COMMENT ON COLUMN public.password_resets.requested_ip IS 'Where the request came from: shown in the mail, and limits the rate of requests.';

CREATE TABLE public.peer_validations (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    expert_id uuid NOT NULL,
    validator_id uuid NOT NULL,
    discipline public.expert_discipline NOT NULL,
    rating smallint NOT NULL,
    relationship text,
    reason text NOT NULL,
    withdrawn_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT peer_validations_pkey PRIMARY KEY (id),
    CONSTRAINT peer_validations_expert_id_validator_id_discipline_key UNIQUE (expert_id, validator_id, discipline),
    CONSTRAINT peer_validations_not_oneself CHECK (expert_id <> validator_id),
    CONSTRAINT peer_validations_rating_max CHECK (rating <= 5),
    CONSTRAINT peer_validations_rating_min CHECK (rating >= 1),
    CONSTRAINT peer_validations_reason_max_length CHECK (char_length(reason) <= 5000),
    CONSTRAINT peer_validations_reason_min_length CHECK (char_length(reason) >= 20),
    CONSTRAINT peer_validations_relationship_max_length CHECK (char_length(relationship) <= 500),
    CONSTRAINT peer_validations_expert_id_fkey FOREIGN KEY (expert_id) REFERENCES public.users (id) ON DELETE CASCADE,
    CONSTRAINT peer_validations_validator_id_fkey FOREIGN KEY (validator_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX peer_validations_expert_id_discipline_rating_idx ON public.peer_validations (expert_id, discipline) INCLUDE (rating) WHERE withdrawn_at IS NULL;
CREATE INDEX peer_validations_validator_id_created_at_idx ON public.peer_validations (validator_id, created_at DESC);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.peer_validations TO chanuka_service;
GRANT SELECT ON TABLE public.peer_validations TO chanuka_visitor;

COMMENT ON TABLE public.peer_validations IS 'One expert vouches for another, or says that he does not, in a discipline that both hold.';
COMMENT ON COLUMN public.peer_validations.rating IS '1 would not ask this expert, 5 would rely on this expert.';
COMMENT ON COLUMN public.peer_validations.relationship IS 'How the two know each other, as the validator discloses it: colleagues count for less.';
COMMENT ON COLUMN public.peer_validations.withdrawn_at IS 'When the validator took it back; it counts no more.';
COMMENT ON COLUMN public.peer_validations.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.peer_validations.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.peer_validations.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.real_time_notifications (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    notification_id uuid NOT NULL,
    channel public.delivery_channel NOT NULL,
    status public.delivery_status NOT NULL DEFAULT 'queued',
    attempts smallint NOT NULL DEFAULT 0,
    next_attempt_at timestamp with time zone DEFAULT now(),
    provider_reference character varying(200),
    error text,
    queued_at timestamp with time zone NOT NULL DEFAULT now(),
    sent_at timestamp with time zone,
    delivered_at timestamp with time zone,
    CONSTRAINT real_time_notifications_pkey PRIMARY KEY (id),
    CONSTRAINT real_time_notifications_notification_id_channel_key UNIQUE (notification_id, channel),
    CONSTRAINT real_time_notifications_attempts_max CHECK (attempts <= 10),
    CONSTRAINT real_time_notifications_attempts_min CHECK (attempts >= 0),
    CONSTRAINT real_time_notifications_delivered_has_moment CHECK ((status = 'delivered') = (delivered_at IS NOT NULL)),
    CONSTRAINT real_time_notifications_error_max_length CHECK (char_length(error) <= 2000),
    CONSTRAINT real_time_notifications_failed_has_error CHECK (status <> 'failed' OR error IS NOT NULL),
    CONSTRAINT real_time_notifications_provider_reference_min_length CHECK (char_length(provider_reference) >= 1),
    CONSTRAINT real_time_notifications_queued_will_be_tried CHECK ((status = 'queued') = (next_attempt_at IS NOT NULL)),
    CONSTRAINT real_time_notifications_sent_has_moment CHECK (status NOT IN ('sent', 'delivered') OR sent_at IS NOT NULL),
    CONSTRAINT real_time_notifications_notification_id_fkey FOREIGN KEY (notification_id) REFERENCES public.notifications (id) ON DELETE CASCADE
);

CREATE INDEX real_time_notifications_next_attempt_at_idx ON public.real_time_notifications (next_attempt_at) WHERE status = 'queued';
CREATE INDEX real_time_notifications_provider_reference_idx ON public.real_time_notifications (provider_reference) WHERE provider_reference IS NOT NULL;
CREATE INDEX real_time_notifications_queued_at_idx ON public.real_time_notifications (queued_at) WHERE status = 'failed';

ALTER TABLE public.real_time_notifications ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON public.real_time_notifications
    FOR ALL TO chanuka_service
    USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.real_time_notifications TO chanuka_service;

COMMENT ON TABLE public.real_time_notifications IS 'The delivery of one notification on one channel, with its retries: what the sender works on.';
COMMENT ON COLUMN public.real_time_notifications.next_attempt_at IS 'When the sender takes it up; NULL: never again.';
COMMENT ON COLUMN public.real_time_notifications.provider_reference IS 'Key of the message at the provider: its receipts name it.';
COMMENT ON COLUMN public.real_time_notifications.error IS 'What the last failed attempt said.';
COMMENT ON COLUMN public.real_time_notifications.delivered_at IS 'When the device or the provider confirmed it.';

CREATE TABLE public.regulatory_impact (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    regulation_id uuid NOT NULL,
    stakeholders public.stakeholder_group NOT NULL,
    kind public.impact_kind NOT NULL,
    effect smallint NOT NULL,
    yearly_cost numeric(16,2),
    people bigint,
    explanation text NOT NULL,
    counties public.county[] NOT NULL DEFAULT '{}',
    origin public.finding_origin NOT NULL,
    assessed_by_id uuid,
    source_url character varying(2048),
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT regulatory_impact_pkey PRIMARY KEY (id),
    CONSTRAINT regulatory_impact_counties_elements CHECK (array_position(counties, NULL) IS NULL),
    CONSTRAINT regulatory_impact_effect_max CHECK (effect <= 3),
    CONSTRAINT regulatory_impact_effect_min CHECK (effect >= -3),
    CONSTRAINT regulatory_impact_explanation_max_length CHECK (char_length(explanation) <= 20000),
    CONSTRAINT regulatory_impact_explanation_min_length CHECK (char_length(explanation) >= 20),
    CONSTRAINT regulatory_impact_machine_is_nobody CHECK (origin <> 'machine' OR assessed_by_id IS NULL),
    CONSTRAINT regulatory_impact_people_min CHECK (people >= 0),
    CONSTRAINT regulatory_impact_source_url_format CHECK (source_url ~ E'^https?://[^ \\t-\\r/?#]+(?:[/?#][^ \\t-\\r]*)?$'),
    CONSTRAINT regulatory_impact_assessed_by_id_fkey FOREIGN KEY (assessed_by_id) REFERENCES public.users (id) ON DELETE SET NULL,
    CONSTRAINT regulatory_impact_regulation_id_fkey FOREIGN KEY (regulation_id) REFERENCES public.regulations (id) ON DELETE CASCADE
);

CREATE INDEX regulatory_impact_assessed_by_id_idx ON public.regulatory_impact (assessed_by_id) WHERE assessed_by_id IS NOT NULL;
CREATE INDEX regulatory_impact_regulation_id_stakeholders_kind_idx ON public.regulatory_impact (regulation_id, stakeholders, kind);
CREATE INDEX regulatory_impact_stakeholders_effect_idx ON public.regulatory_impact (stakeholders, effect);

GRANT INSERT, UPDATE, DELETE ON TABLE public.regulatory_impact TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.regulatory_impact TO chanuka_service;
GRANT SELECT ON TABLE public.regulatory_impact TO chanuka_visitor;

COMMENT ON TABLE public.regulatory_impact IS 'What a regulation means for one group of people, as somebody assesses it.';
COMMENT ON COLUMN public.regulatory_impact.effect IS '-3 heavy burden, 0 none, 3 great relief.';
COMMENT ON COLUMN public.regulatory_impact.yearly_cost IS 'Cost for the whole group in KES a year; negative: it saves. NULL: nobody put a figure to it.';
COMMENT ON COLUMN public.regulatory_impact.people IS 'How many people or bodies are touched, as estimated.';
COMMENT ON COLUMN public.regulatory_impact.counties IS 'Where it is felt most; empty means everywhere.';
COMMENT ON COLUMN public.regulatory_impact.assessed_by_id IS 'NULL for the machine, and once the account has been erased.';
COMMENT ON COLUMN public.regulatory_impact.source_url IS 'The regulatory impact statement, where that is the source.';
COMMENT ON COLUMN public.regulatory_impact.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.regulatory_impact.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.regulatory_impact.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.security_audit_logs (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    occurred_at timestamp with time zone NOT NULL DEFAULT now(),
    kind public.security_event_kind NOT NULL,
    severity public.severity NOT NULL DEFAULT 'low',
    succeeded boolean NOT NULL DEFAULT true,
    actor_id uuid,
    subject_id uuid,
    client_ip inet,
    user_agent character varying(512),
    details jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT security_audit_logs_pkey PRIMARY KEY (id),
    CONSTRAINT security_audit_logs_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.users (id) ON DELETE SET NULL,
    CONSTRAINT security_audit_logs_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES public.users (id) ON DELETE SET NULL
);

CREATE INDEX security_audit_logs_actor_id_occurred_at_idx ON public.security_audit_logs (actor_id, occurred_at DESC) WHERE actor_id IS NOT NULL;
CREATE INDEX security_audit_logs_client_ip_occurred_at_idx ON public.security_audit_logs (client_ip, occurred_at DESC) WHERE NOT succeeded;
CREATE INDEX security_audit_logs_kind_occurred_at_idx ON public.security_audit_logs (kind, occurred_at DESC);
CREATE INDEX security_audit_logs_occurred_at_id_idx ON public.security_audit_logs (occurred_at DESC, id DESC);
CREATE INDEX security_audit_logs_subject_id_occurred_at_idx ON public.security_audit_logs (subject_id, occurred_at DESC) WHERE subject_id IS NOT NULL;

ALTER TABLE public.security_audit_logs ENABLE ROW LEVEL SECURITY;

CREATE POLICY append ON public.security_audit_logs
    FOR INSERT TO chanuka_service
    WITH CHECK (true);

CREATE POLICY read_all ON public.security_audit_logs
    FOR SELECT TO chanuka_service
    USING (true);

GRANT SELECT ON TABLE public.security_audit_logs TO chanuka_citizen;
GRANT SELECT, INSERT ON TABLE public.security_audit_logs TO chanuka_service;

COMMENT ON TABLE public.security_audit_logs IS 'What happened to accounts, rights and data, as the application saw it: appended only, kept for seven years. Changes of rows are kept by the tables'' own audit.';
COMMENT ON COLUMN public.security_audit_logs.succeeded IS 'Whether what was tried was done.';
COMMENT ON COLUMN public.security_audit_logs.actor_id IS 'Who did it; NULL for who was not signed in, and once the account has been erased.';
COMMENT ON COLUMN public.security_audit_logs.subject_id IS 'Whose account it was done to, where it is not the actor''s own.';
COMMENT ON COLUMN public.security_audit_logs.details IS 'What the kind needs besides: old and new role, name of the export. Never a secret.';

CREATE TABLE public.sessions (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    kind public.session_kind NOT NULL DEFAULT 'web',
    client_ip inet,
    user_agent character varying(512),
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    last_seen_at timestamp with time zone NOT NULL DEFAULT now(),
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT sessions_pkey PRIMARY KEY (id),
    CONSTRAINT sessions_token_hash_key UNIQUE (token_hash),
    CONSTRAINT sessions_expires_after_creation CHECK (expires_at > created_at),
    CONSTRAINT sessions_seen_after_creation CHECK (last_seen_at >= created_at),
    CONSTRAINT sessions_token_hash_length CHECK (octet_length(token_hash) = 32),
    CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX sessions_expires_at_idx ON public.sessions (expires_at) WHERE revoked_at IS NULL;
CREATE INDEX sessions_user_id_last_seen_at_idx ON public.sessions (user_id, last_seen_at DESC);

ALTER TABLE public.sessions ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON public.sessions
    FOR ALL TO chanuka_service
    USING (true);

GRANT SELECT, UPDATE (revoked_at) ON TABLE public.sessions TO chanuka_citizen;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.sessions TO chanuka_service;

COMMENT ON TABLE public.sessions IS 'A signed-in client. It is over when it is revoked or has expired.';
COMMENT ON COLUMN public.sessions.token_hash IS 'SHA-256 of the token that the client holds; the token itself is never stored.';
COMMENT ON COLUMN public.sessions.client_ip IS 'Where the session was last seen from; NULL for USSD.';
COMMENT ON COLUMN public.sessions.revoked_at IS 'When the user signed out, or somebody ended the session for him.';

CREATE TABLE public.analytics_events (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    occurred_at timestamp with time zone NOT NULL DEFAULT now(),
    name character varying(60) NOT NULL,
    user_id uuid,
    session_id uuid,
    client public.session_kind NOT NULL DEFAULT 'web',
    path character varying(500),
    referrer character varying(253),
    county public.county,
    properties jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT analytics_events_pkey PRIMARY KEY (id),
    CONSTRAINT analytics_events_name_format CHECK (name ~ '^[a-z0-9]+(?:-[a-z0-9]+)*$'),
    CONSTRAINT analytics_events_referrer_min_length CHECK (char_length(referrer) >= 1),
    CONSTRAINT analytics_events_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.sessions (id) ON DELETE SET NULL,
    CONSTRAINT analytics_events_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE SET NULL
);

CREATE INDEX analytics_events_name_occurred_at_idx ON public.analytics_events (name, occurred_at DESC);
CREATE INDEX analytics_events_occurred_at_idx ON public.analytics_events USING brin (occurred_at);
CREATE INDEX analytics_events_session_id_occurred_at_idx ON public.analytics_events (session_id, occurred_at) WHERE session_id IS NOT NULL;
CREATE INDEX analytics_events_user_id_occurred_at_idx ON public.analytics_events (user_id, occurred_at DESC) WHERE user_id IS NOT NULL;

GRANT SELECT ON TABLE public.analytics_events TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.analytics_events TO chanuka_service;

COMMENT ON TABLE public.analytics_events IS 'The stream of page views and deeds that are not about one bill''s engagement: appended only, kept for 90 days.';
COMMENT ON COLUMN public.analytics_events.name IS 'What happened, from the list that the clients share: page-viewed, digest-opened.';
COMMENT ON COLUMN public.analytics_events.user_id IS 'NULL for a visitor, for who does not consent, and once the account has been erased.';
COMMENT ON COLUMN public.analytics_events.path IS 'Path of the page without its query, which may hold personal data.';
COMMENT ON COLUMN public.analytics_events.referrer IS 'Host that the visit came from.';
COMMENT ON COLUMN public.analytics_events.properties IS 'What the event''s name needs besides; never personal data.';

CREATE TABLE public.refresh_tokens (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    session_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    replaced_by_id uuid,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT refresh_tokens_pkey PRIMARY KEY (id),
    CONSTRAINT refresh_tokens_token_hash_key UNIQUE (token_hash),
    CONSTRAINT refresh_tokens_expires_after_creation CHECK (expires_at > created_at),
    CONSTRAINT refresh_tokens_not_its_own_successor CHECK (replaced_by_id <> id),
    CONSTRAINT refresh_tokens_replaced_when_used CHECK (replaced_by_id IS NULL OR used_at IS NOT NULL),
    CONSTRAINT refresh_tokens_token_hash_length CHECK (octet_length(token_hash) = 32),
    CONSTRAINT refresh_tokens_replaced_by_id_fkey FOREIGN KEY (replaced_by_id) REFERENCES public.refresh_tokens (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT refresh_tokens_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.sessions (id) ON DELETE CASCADE
);

CREATE INDEX refresh_tokens_expires_at_idx ON public.refresh_tokens (expires_at);
CREATE INDEX refresh_tokens_replaced_by_id_idx ON public.refresh_tokens (replaced_by_id) WHERE replaced_by_id IS NOT NULL;
CREATE INDEX refresh_tokens_session_id_created_at_idx ON public.refresh_tokens (session_id, created_at DESC);

ALTER TABLE public.refresh_tokens ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON public.refresh_tokens
    FOR ALL TO chanuka_service
    USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.refresh_tokens TO chanuka_service;

COMMENT ON TABLE public.refresh_tokens IS 'One link in the chain of refresh tokens of a session: each is used once and replaced. A second use of one means theft, and ends the session.';
COMMENT ON COLUMN public.refresh_tokens.token_hash IS 'SHA-256 of the token; the token itself is never stored.';
COMMENT ON COLUMN public.refresh_tokens.replaced_by_id IS 'The token that was handed out when this one was used; deferred, so that both rows may be written in either order.';

CREATE TABLE public.search_queries (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    user_id uuid,
    session_id uuid,
    words character varying(500) NOT NULL,
    language character varying(2) NOT NULL DEFAULT 'en',
    scope public.search_scope NOT NULL DEFAULT 'everything',
    intent public.search_intent,
    filters jsonb NOT NULL DEFAULT '{}',
    result_count integer NOT NULL,
    duration interval NOT NULL,
    clicked_bill_id uuid,
    clicked_position smallint,
    searched_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT search_queries_pkey PRIMARY KEY (id),
    CONSTRAINT search_queries_click_has_position CHECK (clicked_bill_id IS NULL OR clicked_position IS NOT NULL),
    CONSTRAINT search_queries_click_within_results CHECK (clicked_position <= result_count),
    CONSTRAINT search_queries_clicked_position_min CHECK (clicked_position >= 1),
    CONSTRAINT search_queries_duration_not_negative CHECK (duration >= '0'::interval),
    CONSTRAINT search_queries_language_one_of CHECK (language IN ('en', 'sw')),
    CONSTRAINT search_queries_result_count_min CHECK (result_count >= 0),
    CONSTRAINT search_queries_words_min_length CHECK (char_length(words) >= 1),
    CONSTRAINT search_queries_clicked_bill_id_fkey FOREIGN KEY (clicked_bill_id) REFERENCES public.bills (id) ON DELETE SET NULL,
    CONSTRAINT search_queries_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.sessions (id) ON DELETE SET NULL,
    CONSTRAINT search_queries_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX search_queries_clicked_bill_id_idx ON public.search_queries (clicked_bill_id) WHERE clicked_bill_id IS NOT NULL;
CREATE INDEX search_queries_scope_searched_at_idx ON public.search_queries (scope, searched_at DESC) WHERE result_count = 0;
CREATE INDEX search_queries_searched_at_idx ON public.search_queries USING brin (searched_at);
CREATE INDEX search_queries_session_id_searched_at_idx ON public.search_queries (session_id, searched_at) WHERE session_id IS NOT NULL;
CREATE INDEX search_queries_user_id_searched_at_idx ON public.search_queries (user_id, searched_at DESC) WHERE user_id IS NOT NULL;
CREATE INDEX search_queries_words_idx ON public.search_queries USING gin (words gin_trgm_ops);

ALTER TABLE public.search_queries ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON public.search_queries
    FOR ALL TO chanuka_service
    USING (true);

GRANT SELECT, DELETE ON TABLE public.search_queries TO chanuka_citizen;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.search_queries TO chanuka_service;

COMMENT ON TABLE public.search_queries IS 'A search as it was made. Words can tell about a person: the user is forgotten after 30 days, the row after a year.';
COMMENT ON COLUMN public.search_queries.user_id IS 'NULL for a visitor, and once the search is 30 days old.';
COMMENT ON COLUMN public.search_queries.session_id IS 'Ties together the searches with which one user approached one thing.';
COMMENT ON COLUMN public.search_queries.words IS 'As typed, without spaces at the ends.';
COMMENT ON COLUMN public.search_queries.language IS 'ISO 639-1 code of the language of the words, as detected.';
COMMENT ON COLUMN public.search_queries.intent IS 'As classified; NULL: not yet.';
COMMENT ON COLUMN public.search_queries.filters IS 'Filter to value, as in the address of the page of results.';
COMMENT ON COLUMN public.search_queries.result_count IS 'Hits in all, not only on the first page.';
COMMENT ON COLUMN public.search_queries.duration IS 'Time that the database took.';
COMMENT ON COLUMN public.search_queries.clicked_bill_id IS 'First bill that was opened from the results.';
COMMENT ON COLUMN public.search_queries.clicked_position IS 'Place of what was opened first, whatever it was; NULL: nothing was.';

CREATE TABLE public.social_shares (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    bill_id uuid NOT NULL,
    user_id uuid,
    platform public.share_platform NOT NULL,
    referral_code character varying(16),
    shared_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT social_shares_pkey PRIMARY KEY (id),
    CONSTRAINT social_shares_referral_code_key UNIQUE (referral_code),
    CONSTRAINT social_shares_referral_code_pattern CHECK (referral_code ~ '^[a-z0-9]{8,16}$'),
    CONSTRAINT social_shares_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT social_shares_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE SET NULL
);

CREATE INDEX social_shares_bill_id_shared_at_idx ON public.social_shares (bill_id, shared_at DESC);
CREATE INDEX social_shares_user_id_idx ON public.social_shares (user_id) WHERE user_id IS NOT NULL;

GRANT SELECT ON TABLE public.social_shares TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.social_shares TO chanuka_service;

COMMENT ON TABLE public.social_shares IS 'A bill was shared to another platform: appended only.';
COMMENT ON COLUMN public.social_shares.user_id IS 'NULL for a visitor, and once the account has been erased.';
COMMENT ON COLUMN public.social_shares.referral_code IS 'Stands in the shared address, so that visits can be counted to the share; NULL where the platform allows none.';

CREATE TABLE public.sync_errors (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    job_id uuid NOT NULL,
    record_key character varying(200),
    code character varying(60) NOT NULL,
    message text NOT NULL,
    record jsonb,
    occurred_at timestamp with time zone NOT NULL DEFAULT now(),
    resolved_at timestamp with time zone,
    resolved_by_id uuid,
    CONSTRAINT sync_errors_pkey PRIMARY KEY (id),
    CONSTRAINT sync_errors_code_format CHECK (code ~ '^[a-z0-9]+(?:-[a-z0-9]+)*$'),
    CONSTRAINT sync_errors_message_max_length CHECK (char_length(message) <= 5000),
    CONSTRAINT sync_errors_message_min_length CHECK (char_length(message) >= 1),
    CONSTRAINT sync_errors_record_key_min_length CHECK (char_length(record_key) >= 1),
    CONSTRAINT sync_errors_resolver_has_moment CHECK (resolved_by_id IS NULL OR resolved_at IS NOT NULL),
    CONSTRAINT sync_errors_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.sync_jobs (id) ON DELETE CASCADE,
    CONSTRAINT sync_errors_resolved_by_id_fkey FOREIGN KEY (resolved_by_id) REFERENCES public.users (id) ON DELETE SET NULL
);

CREATE INDEX sync_errors_code_occurred_at_idx ON public.sync_errors (code, occurred_at DESC) WHERE resolved_at IS NULL;
CREATE INDEX sync_errors_job_id_occurred_at_idx ON public.sync_errors (job_id, occurred_at);
CREATE INDEX sync_errors_resolved_by_id_idx ON public.sync_errors (resolved_by_id) WHERE resolved_by_id IS NOT NULL;

GRANT SELECT ON TABLE public.sync_errors TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.sync_errors TO chanuka_service;

COMMENT ON TABLE public.sync_errors IS 'A record that an exchange could not deal with; it stays until somebody has.';
COMMENT ON COLUMN public.sync_errors.record_key IS 'Key of the record in the other system; NULL where it could not even be read.';
COMMENT ON COLUMN public.sync_errors.code IS 'Kind of the error: unknown-sponsor, bad-date.';
COMMENT ON COLUMN public.sync_errors.record IS 'The record as it came.';
COMMENT ON COLUMN public.sync_errors.resolved_by_id IS 'NULL where a later run dealt with it.';

CREATE TABLE public.user_achievements (
    user_id uuid NOT NULL,
    achievement_code character varying(60) NOT NULL,
    achieved_at timestamp with time zone NOT NULL DEFAULT now(),
    seen_at timestamp with time zone,
    CONSTRAINT user_achievements_pkey PRIMARY KEY (user_id, achievement_code),
    CONSTRAINT user_achievements_seen_after_achieved CHECK (seen_at >= achieved_at),
    CONSTRAINT user_achievements_achievement_code_fkey FOREIGN KEY (achievement_code) REFERENCES public.civic_achievements (code) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT user_achievements_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX user_achievements_achievement_code_achieved_at_idx ON public.user_achievements (achievement_code, achieved_at DESC);
CREATE INDEX user_achievements_user_id_idx ON public.user_achievements (user_id) WHERE seen_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.user_achievements TO chanuka_service;
GRANT SELECT ON TABLE public.user_achievements TO chanuka_visitor;

COMMENT ON TABLE public.user_achievements IS 'A user achieved something. Made once, never changed.';
COMMENT ON COLUMN public.user_achievements.seen_at IS 'When the user was shown it; NULL: still to be celebrated.';

CREATE TABLE public.user_activity_summary (
    user_id uuid NOT NULL,
    day date NOT NULL,
    bills_viewed integer NOT NULL DEFAULT 0,
    reading_time interval NOT NULL DEFAULT '00:00:00',
    comments smallint NOT NULL DEFAULT 0,
    votes smallint NOT NULL DEFAULT 0,
    shares smallint NOT NULL DEFAULT 0,
    searches smallint NOT NULL DEFAULT 0,
    CONSTRAINT user_activity_summary_pkey PRIMARY KEY (user_id, day),
    CONSTRAINT user_activity_summary_bills_viewed_min CHECK (bills_viewed >= 0),
    CONSTRAINT user_activity_summary_comments_min CHECK (comments >= 0),
    CONSTRAINT user_activity_summary_reading_time_within_day CHECK (reading_time >= '0'::interval AND reading_time <= '1 day'::interval),
    CONSTRAINT user_activity_summary_searches_min CHECK (searches >= 0),
    CONSTRAINT user_activity_summary_shares_min CHECK (shares >= 0),
    CONSTRAINT user_activity_summary_votes_min CHECK (votes >= 0),
    CONSTRAINT user_activity_summary_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX user_activity_summary_day_idx ON public.user_activity_summary (day DESC);

GRANT SELECT ON TABLE public.user_activity_summary TO chanuka_editor;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.user_activity_summary TO chanuka_service;

COMMENT ON TABLE public.user_activity_summary IS 'What one user did on one day; days without activity have no row.';
COMMENT ON COLUMN public.user_activity_summary.day IS 'Day in Nairobi.';

CREATE TABLE public.user_interests (
    user_id uuid NOT NULL,
    topic character varying(60) NOT NULL,
    strength smallint NOT NULL DEFAULT 5,
    origin public.interest_origin NOT NULL DEFAULT 'declared',
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT user_interests_pkey PRIMARY KEY (user_id, topic),
    CONSTRAINT user_interests_strength_max CHECK (strength <= 10),
    CONSTRAINT user_interests_strength_min CHECK (strength >= 1),
    CONSTRAINT user_interests_topic_pattern CHECK (topic ~ '^[a-z0-9]+(?:-[a-z0-9]+)*$'),
    CONSTRAINT user_interests_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX user_interests_topic_strength_user_id_idx ON public.user_interests (topic, strength DESC) INCLUDE (user_id);

ALTER TABLE public.user_interests ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON public.user_interests
    FOR ALL TO chanuka_service
    USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.user_interests TO chanuka_citizen;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.user_interests TO chanuka_service;

COMMENT ON TABLE public.user_interests IS 'A subject that a user wants to hear about; drives which bills are offered.';
COMMENT ON COLUMN public.user_interests.topic IS 'Same vocabulary as bills.tags.';
COMMENT ON COLUMN public.user_interests.strength IS '1 mentioned once, 10 wants everything.';
COMMENT ON COLUMN public.user_interests.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.user_interests.updated_at IS 'When the row was last changed.';

CREATE TABLE public.user_profiles (
    user_id uuid NOT NULL,
    display_name character varying(80) NOT NULL,
    visibility public.profile_visibility NOT NULL DEFAULT 'pseudonymous',
    about text,
    occupation character varying(120),
    language character varying(2) NOT NULL DEFAULT 'en',
    avatar_url character varying(2048),
    location character varying(240),
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT user_profiles_pkey PRIMARY KEY (user_id),
    CONSTRAINT user_profiles_about_max_length CHECK (char_length(about) <= 2000),
    CONSTRAINT user_profiles_avatar_url_format CHECK (avatar_url ~ E'^https?://[^ \\t-\\r/?#]+(?:[/?#][^ \\t-\\r]*)?$'),
    CONSTRAINT user_profiles_display_name_min_length CHECK (char_length(display_name) >= 2),
    CONSTRAINT user_profiles_language_one_of CHECK (language IN ('en', 'sw')),
    CONSTRAINT user_profiles_occupation_min_length CHECK (char_length(occupation) >= 2),
    CONSTRAINT user_profiles_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX user_profiles_display_name_idx ON public.user_profiles USING gin (display_name gin_trgm_ops);

ALTER TABLE public.user_profiles ENABLE ROW LEVEL SECURITY;

CREATE POLICY read_open ON public.user_profiles
    FOR SELECT TO chanuka_visitor
    USING (visibility = 'open');

CREATE POLICY service ON public.user_profiles
    FOR ALL TO chanuka_service
    USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.user_profiles TO chanuka_citizen;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.user_profiles TO chanuka_service;
GRANT SELECT ON TABLE public.user_profiles TO chanuka_visitor;

COMMENT ON TABLE public.user_profiles IS 'What a user shows and tells about himself; at most one for a user.';
COMMENT ON POLICY read_open ON public.user_profiles IS 'Pseudonyms beside what users write come from the platform itself.';
COMMENT ON COLUMN public.user_profiles.display_name IS 'Name or pseudonym that stands beside what the user writes.';
COMMENT ON COLUMN public.user_profiles.occupation IS 'Shown with comments where the profile is open, so that readers can weigh them.';
COMMENT ON COLUMN public.user_profiles.language IS 'ISO 639-1 code of the language for mail and summaries.';
COMMENT ON COLUMN public.user_profiles.location IS 'County and constituency, as the user wrote them: "Nairobi, Westlands".';
COMMENT ON COLUMN public.user_profiles.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.user_profiles.updated_at IS 'When the row was last changed.';
COMMENT ON COLUMN public.user_profiles.version IS 'Grows by one with every update; an update from an older version is refused.';

CREATE TABLE public.user_progress (
    user_id uuid NOT NULL,
    activity public.civic_activity NOT NULL,
    completed integer NOT NULL DEFAULT 0,
    points integer NOT NULL DEFAULT 0,
    level smallint NOT NULL DEFAULT 1,
    streak_days smallint NOT NULL DEFAULT 0,
    last_active_on date,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT user_progress_pkey PRIMARY KEY (user_id, activity),
    CONSTRAINT user_progress_completed_min CHECK (completed >= 0),
    CONSTRAINT user_progress_level_max CHECK (level <= 50),
    CONSTRAINT user_progress_level_min CHECK (level >= 1),
    CONSTRAINT user_progress_points_min CHECK (points >= 0),
    CONSTRAINT user_progress_streak_days_min CHECK (streak_days >= 0),
    CONSTRAINT user_progress_streak_has_day CHECK (streak_days = 0 OR last_active_on IS NOT NULL),
    CONSTRAINT user_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX user_progress_activity_points_idx ON public.user_progress (activity, points DESC);

ALTER TABLE public.user_progress ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON public.user_progress
    FOR ALL TO chanuka_service
    USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.user_progress TO chanuka_citizen;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.user_progress TO chanuka_service;

COMMENT ON TABLE public.user_progress IS 'How far a user has come in one civic activity.';
COMMENT ON COLUMN public.user_progress.completed IS 'How often the activity was done.';
COMMENT ON COLUMN public.user_progress.streak_days IS 'Days in a row up to last_active_on.';
COMMENT ON COLUMN public.user_progress.last_active_on IS 'Day of the last activity in Nairobi; NULL before the first.';
COMMENT ON COLUMN public.user_progress.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.user_progress.updated_at IS 'When the row was last changed.';

CREATE TABLE public.user_recommendations (
    user_id uuid NOT NULL,
    bill_id uuid NOT NULL,
    reason public.recommendation_reason NOT NULL,
    topic character varying(60),
    score numeric(6,5) NOT NULL,
    model character varying(100) NOT NULL,
    shown_at timestamp with time zone,
    response public.recommendation_response,
    responded_at timestamp with time zone,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT user_recommendations_pkey PRIMARY KEY (user_id, bill_id),
    CONSTRAINT user_recommendations_expires_after_creation CHECK (expires_at > created_at),
    CONSTRAINT user_recommendations_interest_has_topic CHECK (reason <> 'declared_interest' OR topic IS NOT NULL),
    CONSTRAINT user_recommendations_model_min_length CHECK (char_length(model) >= 1),
    CONSTRAINT user_recommendations_response_has_moment CHECK ((response IS NULL) = (responded_at IS NULL)),
    CONSTRAINT user_recommendations_response_when_shown CHECK (response IS NULL OR shown_at IS NOT NULL),
    CONSTRAINT user_recommendations_score_max CHECK (score <= 1),
    CONSTRAINT user_recommendations_score_min CHECK (score >= 0),
    CONSTRAINT user_recommendations_topic_format CHECK (topic ~ '^[a-z0-9]+(?:-[a-z0-9]+)*$'),
    CONSTRAINT user_recommendations_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT user_recommendations_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

CREATE INDEX user_recommendations_bill_id_idx ON public.user_recommendations (bill_id);
CREATE INDEX user_recommendations_expires_at_idx ON public.user_recommendations (expires_at);
CREATE INDEX user_recommendations_user_id_score_idx ON public.user_recommendations (user_id, score DESC) WHERE response IS NULL;

ALTER TABLE public.user_recommendations ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON public.user_recommendations
    FOR ALL TO chanuka_service
    USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.user_recommendations TO chanuka_citizen;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.user_recommendations TO chanuka_service;

COMMENT ON TABLE public.user_recommendations IS 'A bill that is offered to a user, why, and what the user made of it. Made anew every night; an answer outlives the night.';
COMMENT ON COLUMN public.user_recommendations.topic IS 'The interest that is meant, for the reasons that have one.';
COMMENT ON COLUMN public.user_recommendations.score IS 'Orders a user''s recommendations; scores of two users do not compare.';
COMMENT ON COLUMN public.user_recommendations.model IS 'Name and version of what recommends.';
COMMENT ON COLUMN public.user_recommendations.shown_at IS 'When the user first saw it; NULL: not yet.';
COMMENT ON COLUMN public.user_recommendations.expires_at IS 'Not shown after this moment.';
COMMENT ON COLUMN public.user_recommendations.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.user_recommendations.updated_at IS 'When the row was last changed.';

CREATE TABLE public.user_social_profiles (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL,
    provider public.social_provider NOT NULL,
    provider_user_id character varying(255) NOT NULL,
    handle character varying(100),
    profile_url character varying(2048),
    claims jsonb NOT NULL DEFAULT '{}',
    last_used_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT user_social_profiles_pkey PRIMARY KEY (id),
    CONSTRAINT user_social_profiles_handle_min_length CHECK (char_length(handle) >= 1),
    CONSTRAINT user_social_profiles_profile_url_format CHECK (profile_url ~ E'^https?://[^ \\t-\\r/?#]+(?:[/?#][^ \\t-\\r]*)?$'),
    CONSTRAINT user_social_profiles_provider_user_id_min_length CHECK (char_length(provider_user_id) >= 1),
    CONSTRAINT user_social_profiles_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE
);

ALTER TABLE public.user_social_profiles ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON public.user_social_profiles
    FOR ALL TO chanuka_service
    USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.user_social_profiles TO chanuka_citizen;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.user_social_profiles TO chanuka_service;

COMMENT ON TABLE public.user_social_profiles IS 'A third party''s account that a user has connected. Their access tokens are never kept.';
COMMENT ON COLUMN public.user_social_profiles.provider_user_id IS 'Key of the account at the provider (OpenID Connect: sub).';
COMMENT ON COLUMN public.user_social_profiles.claims IS 'What the provider said about the user at the last sign-in (ID token claims, without tokens).';
COMMENT ON COLUMN public.user_social_profiles.last_used_at IS 'Last sign-in through this account.';
COMMENT ON COLUMN public.user_social_profiles.created_at IS 'When the row was made.';
COMMENT ON COLUMN public.user_social_profiles.updated_at IS 'When the row was last changed.';

CREATE FUNCTION public.audit_chain()
    RETURNS trigger
    LANGUAGE plpgsql
    SET "TimeZone" TO 'UTC'
    SET bytea_output TO 'hex'
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
  last record;
BEGIN
  -- Held until the transaction ends, so that the next one sees this entry.
  PERFORM pg_advisory_xact_lock('pg_class'::regclass::integer, TG_RELID::integer);
  EXECUTE format('SELECT id, hash FROM %s ORDER BY id DESC LIMIT 1', TG_RELID::regclass) INTO last;
  NEW.id := coalesce(last.id, 0) + 1;
  NEW.previous_hash := coalesce(last.hash, '\x');
  NEW.hash := sha256(convert_to((to_jsonb(NEW) - 'hash')::text, 'UTF8'));
  RETURN NEW;
END
$$;

CREATE TRIGGER chain
    BEFORE INSERT ON public.conflict_sources_audit
    FOR EACH ROW
    EXECUTE FUNCTION public.audit_chain();

CREATE TRIGGER chain
    BEFORE INSERT ON public.conflicts_audit
    FOR EACH ROW
    EXECUTE FUNCTION public.audit_chain();

CREATE TRIGGER chain
    BEFORE INSERT ON public.financial_disclosures_audit
    FOR EACH ROW
    EXECUTE FUNCTION public.audit_chain();

CREATE TRIGGER chain
    BEFORE INSERT ON public.financial_interests_audit
    FOR EACH ROW
    EXECUTE FUNCTION public.audit_chain();

COMMENT ON ROUTINE public.audit_chain() IS 'Numbers an audit entry and chains it to the one before.';

CREATE FUNCTION public.audit_chain_breaks(audit_table regclass)
    RETURNS SETOF bigint
    LANGUAGE plpgsql
    STABLE
    SET "TimeZone" TO 'UTC'
    SET bytea_output TO 'hex'
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
  RETURN QUERY EXECUTE format(
    $query$
      SELECT id
      FROM (SELECT id, previous_hash, hash,
                   lag(hash, 1, '\x') OVER (ORDER BY id) AS last_hash,
                   sha256(convert_to((to_jsonb(entry) - 'hash')::text, 'UTF8')) AS own_hash
            FROM %s AS entry) AS chain
      WHERE previous_hash <> last_hash OR hash <> own_hash
      ORDER BY id
    $query$, audit_table);
END
$$;
COMMENT ON ROUTINE public.audit_chain_breaks(regclass) IS 'The entries of a chained audit table that are not what was recorded, or that follow on one that is missing. No row: the chain is whole. What is cut off at its end only a hash that was kept elsewhere shows.';

CREATE FUNCTION public.audit_change()
    RETURNS trigger
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
  audit_table text;
  before jsonb;
  after jsonb;
  row_key jsonb;
  written integer;
BEGIN
  IF TG_OP <> 'TRUNCATE' THEN
    before := to_jsonb(OLD);
    after := to_jsonb(NEW);
    SELECT jsonb_object_agg(name, coalesce(before, after) -> name) INTO row_key
    FROM unnest(string_to_array(TG_ARGV[0], ',')) AS name;
    before := before - string_to_array(TG_ARGV[1], ',');
    after := after - string_to_array(TG_ARGV[1], ',');
    IF before = after THEN
      RETURN NULL;
    END IF;
  END IF;
  -- What changes in a partition changes in its table.
  SELECT format('%I.%I', n.nspname, c.relname || '_audit') INTO audit_table
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.oid = coalesce(pg_partition_root(TG_RELID), TG_RELID);
  EXECUTE format(
    'INSERT INTO %s (changed_by, operation, row_key, old_row, new_row) VALUES ($1, $2, $3, $4, $5) '
    'ON CONFLICT DO NOTHING', audit_table)
  USING coalesce(public.current_user_id()::text, session_user), lower(TG_OP), row_key,
    before - string_to_array(TG_ARGV[2], ','), after - string_to_array(TG_ARGV[2], ',');
  GET DIAGNOSTICS written = ROW_COUNT;
  IF written = 0 THEN
    -- The number is taken: a snapshot too old to see the last entry of a chain. Callers retry that.
    RAISE EXCEPTION 'the audit in % has moved on', audit_table USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER audit
    AFTER INSERT OR UPDATE OR DELETE ON public.financial_disclosures
    FOR EACH ROW
    EXECUTE FUNCTION public.audit_change('id', '', '');

CREATE TRIGGER audit_truncate
    AFTER TRUNCATE ON public.financial_disclosures
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.audit_change('id', '', '');

CREATE TRIGGER audit
    AFTER INSERT OR UPDATE OR DELETE ON public.financial_interests
    FOR EACH ROW
    EXECUTE FUNCTION public.audit_change('id', '', 'holder_name');

CREATE TRIGGER audit_truncate
    AFTER TRUNCATE ON public.financial_interests
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.audit_change('id', '', 'holder_name');

CREATE TRIGGER audit
    AFTER INSERT OR UPDATE OR DELETE ON public.conflicts
    FOR EACH ROW
    EXECUTE FUNCTION public.audit_change('id', '', '');

CREATE TRIGGER audit_truncate
    AFTER TRUNCATE ON public.conflicts
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.audit_change('id', '', '');

CREATE TRIGGER audit
    AFTER INSERT OR UPDATE OR DELETE ON public.conflict_sources
    FOR EACH ROW
    EXECUTE FUNCTION public.audit_change('id', '', '');

CREATE TRIGGER audit_truncate
    AFTER TRUNCATE ON public.conflict_sources
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.audit_change('id', '', '');

COMMENT ON ROUTINE public.audit_change() IS 'Records a change in the table beside the changed one that is called <table>_audit. Arguments: the columns of the key, those that are left out, those whose values are.';

CREATE FUNCTION public.audit_refuse()
    RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_RELID::regclass USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON public.conflict_sources_audit
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.audit_refuse();

CREATE TRIGGER append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON public.conflicts_audit
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.audit_refuse();

CREATE TRIGGER append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON public.financial_disclosures_audit
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.audit_refuse();

CREATE TRIGGER append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON public.financial_interests_audit
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.audit_refuse();

COMMENT ON ROUTINE public.audit_refuse() IS 'Refuses to change an audit entry.';

CREATE FUNCTION public.current_user_id()
    RETURNS uuid
    LANGUAGE sql
    STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('chanuka.user_id', true), '')::uuid $$;

CREATE POLICY own ON public.users
    FOR ALL TO chanuka_citizen
    USING (id = current_user_id());

CREATE POLICY add_own ON public.bill_comments
    FOR INSERT TO chanuka_citizen
    WITH CHECK (user_id = current_user_id() AND status = 'pending' AND score = 0);

CREATE POLICY change_own ON public.bill_comments
    FOR UPDATE TO chanuka_citizen
    USING (user_id = current_user_id())
    WITH CHECK (user_id = current_user_id() AND status = 'pending');

CREATE POLICY read_own ON public.bill_comments
    FOR SELECT TO chanuka_citizen
    USING (user_id = current_user_id());

COMMENT ON POLICY add_own ON public.bill_comments IS 'Nobody approves an own comment.';
COMMENT ON POLICY change_own ON public.bill_comments IS 'A changed comment waits for approval again.';

CREATE POLICY own ON public.bill_engagement
    FOR ALL TO chanuka_citizen
    USING (user_id = current_user_id());

CREATE POLICY add_own ON public.citizen_verifications
    FOR INSERT TO chanuka_citizen
    WITH CHECK (user_id = current_user_id() AND status = 'pending');

CREATE POLICY read_own ON public.citizen_verifications
    FOR SELECT TO chanuka_citizen
    USING (user_id = current_user_id());

CREATE POLICY own ON public.comment_votes
    FOR ALL TO chanuka_citizen
    USING (user_id = current_user_id());

CREATE POLICY add_own ON public.expert_credentials
    FOR INSERT TO chanuka_citizen
    WITH CHECK (user_id = current_user_id() AND status = 'submitted');

CREATE POLICY read_own ON public.expert_credentials
    FOR SELECT TO chanuka_citizen
    USING (user_id = current_user_id());

CREATE POLICY own ON public.expert_verifications
    FOR ALL TO chanuka_citizen
    USING (expert_id = current_user_id());

CREATE POLICY own ON public.expert_reviews
    FOR ALL TO chanuka_citizen
    USING (reviewer_id = current_user_id());

CREATE POLICY own ON public.notification_preferences
    FOR ALL TO chanuka_citizen
    USING (user_id = current_user_id());

CREATE POLICY own ON public.notifications
    FOR ALL TO chanuka_citizen
    USING (user_id = current_user_id());

CREATE POLICY read_own ON public.security_audit_logs
    FOR SELECT TO chanuka_citizen
    USING (subject_id = current_user_id() OR actor_id = current_user_id());
COMMENT ON POLICY read_own ON public.security_audit_logs IS 'Users see what happened to their accounts.';

CREATE POLICY own ON public.sessions
    FOR ALL TO chanuka_citizen
    USING (user_id = current_user_id());
COMMENT ON POLICY own ON public.sessions IS 'Users see where they are signed in, and end what they do not know.';

CREATE POLICY own ON public.search_queries
    FOR ALL TO chanuka_citizen
    USING (user_id = current_user_id());

CREATE POLICY own ON public.user_interests
    FOR ALL TO chanuka_citizen
    USING (user_id = current_user_id());

CREATE POLICY own ON public.user_profiles
    FOR ALL TO chanuka_citizen
    USING (user_id = current_user_id());

CREATE POLICY own ON public.user_progress
    FOR ALL TO chanuka_citizen
    USING (user_id = current_user_id());

CREATE POLICY own ON public.user_recommendations
    FOR ALL TO chanuka_citizen
    USING (user_id = current_user_id());

CREATE POLICY own ON public.user_social_profiles
    FOR ALL TO chanuka_citizen
    USING (user_id = current_user_id());

COMMENT ON ROUTINE public.current_user_id() IS 'The signed-in user whom the request is for, as the setting chanuka.user_id names; NULL where there is none.';
COMMIT;
