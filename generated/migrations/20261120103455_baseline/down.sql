-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 1: drop function public.audit_chain_breaks.regclass, drop table public.user_social_profiles, drop table public.user_recommendations and 156 more
-- lock: ACCESS EXCLUSIVE on public.user_social_profiles
-- lock: ACCESS EXCLUSIVE on public.user_recommendations
-- lock: ACCESS EXCLUSIVE on public.user_progress
-- lock: ACCESS EXCLUSIVE on public.user_profiles
-- lock: ACCESS EXCLUSIVE on public.user_interests
-- lock: ACCESS EXCLUSIVE on public.user_activity_summary
-- lock: ACCESS EXCLUSIVE on public.user_achievements
-- lock: ACCESS EXCLUSIVE on public.trending_topics
-- lock: ACCESS EXCLUSIVE on public.threat_intelligence
-- lock: ACCESS EXCLUSIVE on public.system_health_metrics
-- lock: ACCESS EXCLUSIVE on public.sync_errors
-- lock: ACCESS EXCLUSIVE on public.sync_jobs
-- lock: ACCESS EXCLUSIVE on public.sponsor_transparency
-- lock: ACCESS EXCLUSIVE on public.sponsor_affiliations
-- lock: ACCESS EXCLUSIVE on public.social_shares
-- lock: ACCESS EXCLUSIVE on public.security_audit_logs
-- lock: ACCESS EXCLUSIVE on public.search_queries
-- lock: ACCESS EXCLUSIVE on public.search_analytics
-- lock: ACCESS EXCLUSIVE on public.regulatory_impact
-- lock: ACCESS EXCLUSIVE on public.regulatory_changes
-- lock: ACCESS EXCLUSIVE on public.refresh_tokens
-- lock: ACCESS EXCLUSIVE on public.real_time_notifications
-- lock: ACCESS EXCLUSIVE on public.peer_validations
-- lock: ACCESS EXCLUSIVE on public.password_resets
-- lock: ACCESS EXCLUSIVE on public.notifications
-- lock: ACCESS EXCLUSIVE on public.notification_preferences
-- lock: ACCESS EXCLUSIVE on public.moderation_flags
-- lock: ACCESS EXCLUSIVE on public.moderation_actions
-- lock: ACCESS EXCLUSIVE on public.live_metrics_cache
-- lock: ACCESS EXCLUSIVE on public.influence_networks
-- lock: ACCESS EXCLUSIVE on public.implementation_workarounds
-- lock: ACCESS EXCLUSIVE on public.regulations
-- lock: ACCESS EXCLUSIVE on public.financial_interests_audit
-- lock: ACCESS EXCLUSIVE on public.financial_disclosures_audit
-- lock: ACCESS EXCLUSIVE on public.expert_domains
-- lock: ACCESS EXCLUSIVE on public.expert_credentials
-- lock: ACCESS EXCLUSIVE on public.expert_activity
-- lock: ACCESS EXCLUSIVE on public.expert_reviews
-- lock: ACCESS EXCLUSIVE on public.expert_verifications
-- lock: ACCESS EXCLUSIVE on public.evaluations
-- lock: ACCESS EXCLUSIVE on public.engagement_leaderboards
-- lock: ACCESS EXCLUSIVE on public.engagement_events
-- lock: ACCESS EXCLUSIVE on public.engagement_analytics
-- lock: ACCESS EXCLUSIVE on public.discovery_patterns
-- lock: ACCESS EXCLUSIVE on public.departments
-- lock: ACCESS EXCLUSIVE on public.credibility_scores
-- lock: ACCESS EXCLUSIVE on public.content_flags
-- lock: ACCESS EXCLUSIVE on public.moderation_queue
-- lock: ACCESS EXCLUSIVE on public.content_analyses
-- lock: ACCESS EXCLUSIVE on public.conflicts_audit
-- lock: ACCESS EXCLUSIVE on public.conflict_sources_audit
-- lock: ACCESS EXCLUSIVE on public.conflict_sources
-- lock: ACCESS EXCLUSIVE on public.conflicts
-- lock: ACCESS EXCLUSIVE on public.conflict_detections
-- lock: ACCESS EXCLUSIVE on public.financial_interests
-- lock: ACCESS EXCLUSIVE on public.organizations
-- lock: ACCESS EXCLUSIVE on public.financial_disclosures
-- lock: ACCESS EXCLUSIVE on public.compliance_checks
-- lock: ACCESS EXCLUSIVE on public.comment_votes
-- lock: ACCESS EXCLUSIVE on public.civic_scores
-- lock: ACCESS EXCLUSIVE on public.civic_achievements
-- lock: ACCESS EXCLUSIVE on public.citizen_verifications
-- lock: ACCESS EXCLUSIVE on public.bill_tags
-- lock: ACCESS EXCLUSIVE on public.bill_status_changes
-- lock: ACCESS EXCLUSIVE on public.bill_sponsorships
-- lock: ACCESS EXCLUSIVE on public.bill_section_conflicts
-- lock: ACCESS EXCLUSIVE on public.bill_relationships
-- lock: ACCESS EXCLUSIVE on public.bill_engagement
-- lock: ACCESS EXCLUSIVE on public.bill_counters
-- lock: ACCESS EXCLUSIVE on public.bill_comments
-- lock: ACCESS EXCLUSIVE on public.bill_analytics_summary
-- lock: ACCESS EXCLUSIVE on public.bills
-- lock: ACCESS EXCLUSIVE on public.sponsors
-- lock: ACCESS EXCLUSIVE on public.analytics_events
-- lock: ACCESS EXCLUSIVE on public.sessions
-- lock: ACCESS EXCLUSIVE on public.users
-- lock: ACCESS EXCLUSIVE on public.analytics_daily_summary
-- hazard SC5001: drops table public.user_social_profiles with its rows
-- hazard SC5001: drops table public.user_recommendations with its rows
-- hazard SC5001: drops table public.user_progress with its rows
-- hazard SC5001: drops table public.user_profiles with its rows
-- hazard SC5001: drops table public.user_interests with its rows
-- hazard SC5001: drops table public.user_activity_summary with its rows
-- hazard SC5001: drops table public.user_achievements with its rows
-- hazard SC5001: drops table public.trending_topics with its rows
-- hazard SC5001: drops table public.threat_intelligence with its rows
-- hazard SC5001: drops table public.system_health_metrics with its rows
-- hazard SC5001: drops table public.sync_errors with its rows
-- hazard SC5001: drops table public.sync_jobs with its rows
-- hazard SC5001: drops table public.sponsor_transparency with its rows
-- hazard SC5001: drops table public.sponsor_affiliations with its rows
-- hazard SC5001: drops table public.social_shares with its rows
-- hazard SC5001: drops table public.security_audit_logs with its rows
-- hazard SC5001: drops table public.search_queries with its rows
-- hazard SC5001: drops table public.search_analytics with its rows
-- hazard SC5001: drops table public.regulatory_impact with its rows
-- hazard SC5001: drops table public.regulatory_changes with its rows
-- hazard SC5001: drops table public.refresh_tokens with its rows
-- hazard SC5001: drops table public.real_time_notifications with its rows
-- hazard SC5001: drops table public.peer_validations with its rows
-- hazard SC5001: drops table public.password_resets with its rows
-- hazard SC5001: drops table public.notifications with its rows
-- hazard SC5001: drops table public.notification_preferences with its rows
-- hazard SC5001: drops table public.moderation_flags with its rows
-- hazard SC5001: drops table public.moderation_actions with its rows
-- hazard SC5001: drops table public.live_metrics_cache with its rows
-- hazard SC5001: drops table public.influence_networks with its rows
-- hazard SC5001: drops table public.implementation_workarounds with its rows
-- hazard SC5001: drops table public.regulations with its rows
-- hazard SC5001: drops table public.financial_interests_audit with its rows
-- hazard SC5001: drops table public.financial_disclosures_audit with its rows
-- hazard SC5001: drops table public.expert_domains with its rows
-- hazard SC5001: drops table public.expert_credentials with its rows
-- hazard SC5001: drops table public.expert_activity with its rows
-- hazard SC5001: drops table public.expert_reviews with its rows
-- hazard SC5001: drops table public.expert_verifications with its rows
-- hazard SC5001: drops table public.evaluations with its rows
-- hazard SC5001: drops table public.engagement_leaderboards with its rows
-- hazard SC5001: drops table public.engagement_events with its rows
-- hazard SC5001: drops table public.engagement_analytics with its rows
-- hazard SC5001: drops table public.discovery_patterns with its rows
-- hazard SC5001: drops table public.departments with its rows
-- hazard SC5001: drops table public.credibility_scores with its rows
-- hazard SC5001: drops table public.content_flags with its rows
-- hazard SC5001: drops table public.moderation_queue with its rows
-- hazard SC5001: drops table public.content_analyses with its rows
-- hazard SC5001: drops table public.conflicts_audit with its rows
-- hazard SC5001: drops table public.conflict_sources_audit with its rows
-- hazard SC5001: drops table public.conflict_sources with its rows
-- hazard SC5001: drops table public.conflicts with its rows
-- hazard SC5001: drops table public.conflict_detections with its rows
-- hazard SC5001: drops table public.financial_interests with its rows
-- hazard SC5001: drops table public.organizations with its rows
-- hazard SC5001: drops table public.financial_disclosures with its rows
-- hazard SC5001: drops table public.compliance_checks with its rows
-- hazard SC5001: drops table public.comment_votes with its rows
-- hazard SC5001: drops table public.civic_scores with its rows
-- hazard SC5001: drops table public.civic_achievements with its rows
-- hazard SC5001: drops table public.citizen_verifications with its rows
-- hazard SC5001: drops table public.bill_tags with its rows
-- hazard SC5001: drops table public.bill_status_changes with its rows
-- hazard SC5001: drops table public.bill_sponsorships with its rows
-- hazard SC5001: drops table public.bill_section_conflicts with its rows
-- hazard SC5001: drops table public.bill_relationships with its rows
-- hazard SC5001: drops table public.bill_engagement with its rows
-- hazard SC5001: drops table public.bill_counters with its rows
-- hazard SC5001: drops table public.bill_comments with its rows
-- hazard SC5001: drops table public.bill_analytics_summary with its rows
-- hazard SC5001: drops table public.bills with its rows
-- hazard SC5001: drops table public.sponsors with its rows
-- hazard SC5001: drops table public.analytics_events with its rows
-- hazard SC5001: drops table public.sessions with its rows
-- hazard SC5001: drops table public.users with its rows
-- hazard SC5001: drops table public.analytics_daily_summary with its rows
BEGIN;
DROP ROUTINE public.audit_chain_breaks(regclass);

DROP TABLE public.user_social_profiles;
DROP TABLE public.user_recommendations;
DROP TABLE public.user_progress;
DROP TABLE public.user_profiles;
DROP TABLE public.user_interests;
DROP TABLE public.user_activity_summary;
DROP TABLE public.user_achievements;
DROP TABLE public.trending_topics;
DROP TABLE public.threat_intelligence;
DROP TABLE public.system_health_metrics;
DROP TABLE public.sync_errors;
DROP TABLE public.sync_jobs;
DROP TABLE public.sponsor_transparency;
DROP TABLE public.sponsor_affiliations;
DROP TABLE public.social_shares;
DROP TABLE public.security_audit_logs;
DROP TABLE public.search_queries;
DROP TABLE public.search_analytics;
DROP TABLE public.regulatory_impact;
DROP TABLE public.regulatory_changes;
DROP TABLE public.refresh_tokens;
DROP TABLE public.real_time_notifications;
DROP TABLE public.peer_validations;
DROP TABLE public.password_resets;
DROP TABLE public.notifications;
DROP TABLE public.notification_preferences;
DROP TABLE public.moderation_flags;
DROP TABLE public.moderation_actions;
DROP TABLE public.live_metrics_cache;
DROP TABLE public.influence_networks;
DROP TABLE public.implementation_workarounds;
DROP TABLE public.regulations;
DROP TABLE public.financial_interests_audit;
DROP TABLE public.financial_disclosures_audit;
DROP TABLE public.expert_domains;
DROP TABLE public.expert_credentials;
DROP TABLE public.expert_activity;
DROP TABLE public.expert_reviews;
DROP TABLE public.expert_verifications;
DROP TABLE public.evaluations;
DROP TABLE public.engagement_leaderboards;
DROP TABLE public.engagement_events;
DROP TABLE public.engagement_analytics;
DROP TABLE public.discovery_patterns;
DROP TABLE public.departments;
DROP TABLE public.credibility_scores;
DROP TABLE public.content_flags;
DROP TABLE public.moderation_queue;
DROP TABLE public.content_analyses;
DROP TABLE public.conflicts_audit;
DROP TABLE public.conflict_sources_audit;

DROP ROUTINE public.audit_refuse();
DROP ROUTINE public.audit_chain();

DROP TABLE public.conflict_sources;
DROP TABLE public.conflicts;
DROP TABLE public.conflict_detections;
DROP TABLE public.financial_interests;
DROP TABLE public.organizations;
DROP TABLE public.financial_disclosures;

DROP ROUTINE public.audit_change();

DROP TABLE public.compliance_checks;
DROP TABLE public.comment_votes;
DROP TABLE public.civic_scores;
DROP TABLE public.civic_achievements;
DROP TABLE public.citizen_verifications;
DROP TABLE public.bill_tags;
DROP TABLE public.bill_status_changes;
DROP TABLE public.bill_sponsorships;
DROP TABLE public.bill_section_conflicts;
DROP TABLE public.bill_relationships;
DROP TABLE public.bill_engagement;
DROP TABLE public.bill_counters;
DROP TABLE public.bill_comments;
DROP TABLE public.bill_analytics_summary;
DROP TABLE public.bills;
DROP TABLE public.sponsors;
DROP TABLE public.analytics_events;
DROP TABLE public.sessions;
DROP TABLE public.users;

DROP ROUTINE public.current_user_id();

DROP TABLE public.analytics_daily_summary;

DROP TYPE public.workaround_kind;
DROP TYPE public.verification_verdict;
DROP TYPE public.user_status;
DROP TYPE public.user_role;
DROP TYPE public.trend_period;
DROP TYPE public.threat_kind;
DROP TYPE public.sync_direction;
DROP TYPE public.stakeholder_group;
DROP TYPE public.sponsorship_role;
DROP TYPE public.sponsor_kind;
DROP TYPE public.social_provider;
DROP TYPE public.share_platform;
DROP TYPE public.severity;
DROP TYPE public.session_kind;
DROP TYPE public.security_event_kind;
DROP TYPE public.section_conflict_kind;
DROP TYPE public.search_scope;
DROP TYPE public.search_intent;
DROP TYPE public.review_recommendation;
DROP TYPE public.regulatory_change_kind;
DROP TYPE public.regulation_status;
DROP TYPE public.regulation_kind;
DROP TYPE public.recommendation_response;
DROP TYPE public.recommendation_reason;
DROP TYPE public.profile_visibility;
DROP TYPE public.organization_kind;
DROP TYPE public.notification_kind;
DROP TYPE public.moderation_status;
DROP TYPE public.moderation_state;
DROP TYPE public.moderation_measure;
DROP TYPE public.live_metric;
DROP TYPE public.leaderboard_period;
DROP TYPE public.job_status;
DROP TYPE public.interest_origin;
DROP TYPE public.interest_kind;
DROP TYPE public.interest_holder;
DROP TYPE public.influence_kind;
DROP TYPE public.impact_kind;
DROP TYPE public.health_status;
DROP TYPE public.flag_reason;
DROP TYPE public.finding_status;
DROP TYPE public.finding_origin;
DROP TYPE public.expertise_level;
DROP TYPE public.expert_review_status;
DROP TYPE public.expert_review_kind;
DROP TYPE public.expert_discipline;
DROP TYPE public.expert_activity_kind;
DROP TYPE public.evidence_kind;
DROP TYPE public.evaluation_criterion;
DROP TYPE public.engagement_kind;
DROP TYPE public.discovery_kind;
DROP TYPE public.disclosure_status;
DROP TYPE public.disclosure_kind;
DROP TYPE public.department_kind;
DROP TYPE public.delivery_status;
DROP TYPE public.delivery_channel;
DROP TYPE public.credential_status;
DROP TYPE public.credential_kind;
DROP TYPE public.county;
DROP TYPE public.conflict_status;
DROP TYPE public.conflict_kind;
DROP TYPE public.compliance_result;
DROP TYPE public.civic_activity;
DROP TYPE public.chamber;
DROP TYPE public.bill_status;
DROP TYPE public.bill_relationship_kind;
DROP TYPE public.bill_position;
DROP TYPE public.bill_kind;
DROP TYPE public.analysis_kind;
DROP TYPE public.affiliation_kind;
DROP TYPE public.achievement_tier;

DO $$
BEGIN
    DROP ROLE IF EXISTS chanuka_service;
EXCEPTION WHEN dependent_objects_still_exist THEN
    NULL;
END
$$;

DO $$
BEGIN
    DROP ROLE IF EXISTS chanuka_moderator;
EXCEPTION WHEN dependent_objects_still_exist THEN
    NULL;
END
$$;

DO $$
BEGIN
    DROP ROLE IF EXISTS chanuka_editor;
EXCEPTION WHEN dependent_objects_still_exist THEN
    NULL;
END
$$;

DO $$
BEGIN
    DROP ROLE IF EXISTS chanuka_citizen;
EXCEPTION WHEN dependent_objects_still_exist THEN
    NULL;
END
$$;

DO $$
BEGIN
    DROP ROLE IF EXISTS chanuka_visitor;
EXCEPTION WHEN dependent_objects_still_exist THEN
    NULL;
END
$$;

DROP EXTENSION pg_trgm;
COMMIT;
