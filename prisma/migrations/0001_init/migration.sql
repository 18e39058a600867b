
-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "birth_date" DATE,
    "language" TEXT NOT NULL DEFAULT 'da',

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employment" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "job_group" TEXT NOT NULL DEFAULT '',
    "employed_from" DATE NOT NULL,
    "last_day" DATE,
    "hours_per_week" DECIMAL(5,2),

    CONSTRAINT "employment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parent_id" UUID,
    "tr_name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_closing" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,

    CONSTRAINT "unit_closing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_membership" (
    "id" UUID NOT NULL,
    "employment_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "unit_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reporting_line" (
    "id" UUID NOT NULL,
    "employment_id" UUID NOT NULL,
    "leader_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "reporting_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leave" (
    "id" UUID NOT NULL,
    "employment_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "leave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deputy" (
    "id" UUID NOT NULL,
    "leader_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,

    CONSTRAINT "deputy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "granted_by" UUID,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "employment_id" UUID NOT NULL,
    "talk_id" UUID,
    "kind" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT,
    "delivered" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "by_person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "committed_at" TIMESTAMPTZ(3),
    "options" JSONB NOT NULL DEFAULT '{}',
    "preview" JSONB NOT NULL,
    "rows" JSONB,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'mus',
    "sector" TEXT NOT NULL DEFAULT 'municipal',
    "focus_text" TEXT NOT NULL DEFAULT '',
    "orientation_text" TEXT NOT NULL DEFAULT '',
    "links" JSONB NOT NULL DEFAULT '[]',
    "guidelines_discussed_on" DATE,
    "committee" TEXT NOT NULL DEFAULT '',
    "recurs" BOOLEAN NOT NULL DEFAULT false,
    "previous_round_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "stop_reason" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "paused_on" DATE,
    "expected_talks" INTEGER NOT NULL DEFAULT 0,
    "evaluation_discussed_on" DATE,
    "snapshot" JSONB,
    "version" INTEGER NOT NULL DEFAULT 0,
    "next_due_at" TIMESTAMPTZ(3),
    "disagrees" BOOLEAN NOT NULL DEFAULT false,
    "closes_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_unit_pause" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "paused_on" DATE NOT NULL,
    "resumed_on" DATE,
    "by_person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "round_unit_pause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_unit_stop" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "stopped_on" DATE NOT NULL,
    "by_person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "round_unit_stop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_policy" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "by_person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "round_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "material" (
    "id" UUID NOT NULL,
    "round_id" UUID,
    "material" TEXT NOT NULL,
    "job_group" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "material_file" (
    "id" UUID NOT NULL,
    "round_id" UUID,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "material_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "local_orientation" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "leader_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "local_orientation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talk" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "employment_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "outcome" TEXT,
    "outcome_reason" TEXT,
    "snapshot" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "started" BOOLEAN NOT NULL DEFAULT false,
    "next_due_at" TIMESTAMPTZ(3),
    "disagrees" BOOLEAN NOT NULL DEFAULT false,
    "invite_due_on" DATE,
    "hold_due_on" DATE,
    "plan_due_on" DATE,
    "held_on" DATE,
    "agreed_on" DATE,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "newest_fact" BIGINT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "previous_talk_id" UUID,

    CONSTRAINT "talk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obligation" (
    "id" UUID NOT NULL,
    "talk_id" UUID NOT NULL,
    "obligation" TEXT NOT NULL,
    "subject" UUID NOT NULL,
    "occurrence" INTEGER NOT NULL,
    "owed_by" TEXT NOT NULL,
    "due_on" DATE NOT NULL,

    CONSTRAINT "obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "talk_id" UUID NOT NULL,
    "subject" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "online_url" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "by_person_id" UUID,
    "wish" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slot" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "leader_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "taken_by" UUID,

    CONSTRAINT "slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sheet" (
    "id" UUID NOT NULL,
    "talk_id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "author_person_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "ready_at" TIMESTAMPTZ(3),
    "shared_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share" (
    "id" UUID NOT NULL,
    "talk_id" UUID NOT NULL,
    "with_employment_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share_action" (
    "share_id" UUID NOT NULL,
    "action_id" UUID NOT NULL,

    CONSTRAINT "share_action_pkey" PRIMARY KEY ("share_id","action_id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" UUID NOT NULL,
    "talk_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_draft" (
    "talk_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "by_person_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_draft_pkey" PRIMARY KEY ("talk_id")
);

-- CreateTable
CREATE TABLE "plan_version" (
    "id" UUID NOT NULL,
    "talk_id" UUID NOT NULL,
    "number" INTEGER,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "by_person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_approval" (
    "id" UUID NOT NULL,
    "plan_version_id" UUID NOT NULL,
    "party" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "by_person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_comment" (
    "id" UUID NOT NULL,
    "plan_version_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by_person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action" (
    "id" UUID NOT NULL,
    "employment_id" UUID NOT NULL,
    "talk_id" UUID NOT NULL,
    "plan_version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "owner" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',

    CONSTRAINT "action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_talk" (
    "id" UUID NOT NULL,
    "talk_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "held_on" DATE,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "status_talk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer" (
    "id" UUID NOT NULL,
    "talk_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme_tag" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "talk_id" UUID NOT NULL,
    "theme" TEXT NOT NULL,

    CONSTRAINT "theme_tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_feedback" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "leader_id" UUID NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "group_feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talk_evaluation" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "answers" JSONB NOT NULL,

    CONSTRAINT "talk_evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_mark" (
    "talk_id" UUID NOT NULL,

    CONSTRAINT "evaluation_mark_pkey" PRIMARY KEY ("talk_id")
);

-- CreateTable
CREATE TABLE "published_cell" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "records" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_cell_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nudge" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "talk_id" UUID,
    "leader_id" UUID,
    "text" TEXT NOT NULL,
    "by_person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "nudge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "subject" UUID NOT NULL,
    "obligation" TEXT NOT NULL,
    "occurrence" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "talk_id" UUID,
    "round_id" UUID NOT NULL,
    "leader_id" UUID,
    "due_on" DATE,
    "distance" INTEGER NOT NULL DEFAULT 0,
    "reminder" BOOLEAN NOT NULL DEFAULT false,
    "while_open" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "mail_id" UUID,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "person_id" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "lane" TEXT NOT NULL,
    "recipient" TEXT,
    "message_id" TEXT,
    "subject_line" TEXT,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_attempt" (
    "id" UUID NOT NULL,
    "mail_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "answer" TEXT NOT NULL,

    CONSTRAINT "mail_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_entry" (
    "id" UUID NOT NULL,
    "plan_version_id" UUID NOT NULL,
    "gateway" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "case_reference" TEXT NOT NULL DEFAULT '',
    "receipt" TEXT NOT NULL DEFAULT '',
    "last_outcome" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_tried_at" TIMESTAMPTZ(3),
    "filed_at" TIMESTAMPTZ(3),

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "subject" UUID NOT NULL,
    "talk_id" UUID,
    "decision_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_person_id" UUID,
    "on_behalf_of" UUID,
    "request_hash" TEXT,
    "answer" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_entry" (
    "id" BIGSERIAL NOT NULL,
    "person_id" UUID NOT NULL,
    "talk_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "on_behalf_of" UUID,

    CONSTRAINT "access_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answered_request" (
    "person_id" UUID NOT NULL,
    "route" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answered_request_pkey" PRIMARY KEY ("person_id","route","key")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "virtual_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "virtual_clock_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "person_email_idx" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "employment_number_key" ON "employment"("number");

-- CreateIndex
CREATE INDEX "employment_person_id_idx" ON "employment"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_number_key" ON "unit"("number");

-- CreateIndex
CREATE INDEX "unit_parent_id_idx" ON "unit"("parent_id");

-- CreateIndex
CREATE INDEX "unit_closing_unit_id_idx" ON "unit_closing"("unit_id");

-- CreateIndex
CREATE INDEX "unit_membership_unit_id_idx" ON "unit_membership"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_membership_employment_id_from_on_key" ON "unit_membership"("employment_id", "from_on");

-- CreateIndex
CREATE INDEX "reporting_line_leader_id_idx" ON "reporting_line"("leader_id");

-- CreateIndex
CREATE UNIQUE INDEX "reporting_line_employment_id_from_on_key" ON "reporting_line"("employment_id", "from_on");

-- CreateIndex
CREATE INDEX "leave_employment_id_idx" ON "leave"("employment_id");

-- CreateIndex
CREATE INDEX "deputy_leader_id_idx" ON "deputy"("leader_id");

-- CreateIndex
CREATE INDEX "deputy_deputy_id_idx" ON "deputy"("deputy_id");

-- CreateIndex
CREATE INDEX "role_grant_person_id_idx" ON "role_grant"("person_id");

-- CreateIndex
CREATE INDEX "role_grant_unit_id_idx" ON "role_grant"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "fact_seq_key" ON "fact"("seq");

-- CreateIndex
CREATE INDEX "fact_employment_id_idx" ON "fact"("employment_id");

-- CreateIndex
CREATE INDEX "fact_delivered_idx" ON "fact"("delivered");

-- CreateIndex
CREATE UNIQUE INDEX "fact_talk_id_cause_key" ON "fact"("talk_id", "cause");

-- CreateIndex
CREATE UNIQUE INDEX "round_previous_round_id_key" ON "round"("previous_round_id");

-- CreateIndex
CREATE INDEX "round_unit_id_idx" ON "round"("unit_id");

-- CreateIndex
CREATE INDEX "round_status_idx" ON "round"("status");

-- CreateIndex
CREATE INDEX "round_unit_pause_round_id_idx" ON "round_unit_pause"("round_id");

-- CreateIndex
CREATE UNIQUE INDEX "round_unit_stop_round_id_unit_id_key" ON "round_unit_stop"("round_id", "unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "round_policy_round_id_version_key" ON "round_policy"("round_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "material_round_id_material_job_group_language_version_key" ON "material"("round_id", "material", "job_group", "language", "version");

-- CreateIndex
CREATE INDEX "material_file_round_id_idx" ON "material_file"("round_id");

-- CreateIndex
CREATE UNIQUE INDEX "local_orientation_round_id_leader_id_key" ON "local_orientation"("round_id", "leader_id");

-- CreateIndex
CREATE INDEX "talk_employment_id_idx" ON "talk"("employment_id");

-- CreateIndex
CREATE INDEX "talk_next_due_at_idx" ON "talk"("next_due_at");

-- CreateIndex
CREATE UNIQUE INDEX "talk_round_id_employment_id_key" ON "talk"("round_id", "employment_id");

-- CreateIndex
CREATE INDEX "obligation_owed_by_due_on_idx" ON "obligation"("owed_by", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "obligation_talk_id_obligation_subject_key" ON "obligation"("talk_id", "obligation", "subject");

-- CreateIndex
CREATE INDEX "appointment_talk_id_idx" ON "appointment"("talk_id");

-- CreateIndex
CREATE UNIQUE INDEX "slot_taken_by_key" ON "slot"("taken_by");

-- CreateIndex
CREATE INDEX "slot_round_id_idx" ON "slot"("round_id");

-- CreateIndex
CREATE UNIQUE INDEX "slot_leader_id_starts_at_key" ON "slot"("leader_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "sheet_talk_id_author_author_person_id_key" ON "sheet"("talk_id", "author", "author_person_id");

-- CreateIndex
CREATE INDEX "share_with_employment_id_idx" ON "share"("with_employment_id");

-- CreateIndex
CREATE UNIQUE INDEX "share_talk_id_with_employment_id_what_key" ON "share"("talk_id", "with_employment_id", "what");

-- CreateIndex
CREATE INDEX "topic_talk_id_idx" ON "topic"("talk_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_version_talk_id_number_key" ON "plan_version"("talk_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "plan_approval_plan_version_id_party_key" ON "plan_approval"("plan_version_id", "party");

-- CreateIndex
CREATE INDEX "plan_comment_plan_version_id_idx" ON "plan_comment"("plan_version_id");

-- CreateIndex
CREATE INDEX "action_employment_id_idx" ON "action"("employment_id");

-- CreateIndex
CREATE INDEX "action_talk_id_idx" ON "action"("talk_id");

-- CreateIndex
CREATE UNIQUE INDEX "action_plan_version_id_position_key" ON "action"("plan_version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "status_talk_talk_id_number_key" ON "status_talk"("talk_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "offer_talk_id_kind_key" ON "offer"("talk_id", "kind");

-- CreateIndex
CREATE INDEX "theme_tag_round_id_idx" ON "theme_tag"("round_id");

-- CreateIndex
CREATE UNIQUE INDEX "theme_tag_talk_id_theme_key" ON "theme_tag"("talk_id", "theme");

-- CreateIndex
CREATE UNIQUE INDEX "group_feedback_round_id_leader_id_key" ON "group_feedback"("round_id", "leader_id");

-- CreateIndex
CREATE INDEX "talk_evaluation_round_id_idx" ON "talk_evaluation"("round_id");

-- CreateIndex
CREATE INDEX "published_cell_round_id_kind_idx" ON "published_cell"("round_id", "kind");

-- CreateIndex
CREATE INDEX "nudge_round_id_idx" ON "nudge"("round_id");

-- CreateIndex
CREATE INDEX "nudge_talk_id_idx" ON "nudge"("talk_id");

-- CreateIndex
CREATE INDEX "nudge_leader_id_idx" ON "nudge"("leader_id");

-- CreateIndex
CREATE INDEX "notice_status_audience_idx" ON "notice"("status", "audience");

-- CreateIndex
CREATE INDEX "notice_talk_id_idx" ON "notice"("talk_id");

-- CreateIndex
CREATE INDEX "notice_round_id_idx" ON "notice"("round_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_subject_obligation_occurrence_step_audience_key" ON "notice"("subject", "obligation", "occurrence", "step", "audience");

-- CreateIndex
CREATE UNIQUE INDEX "mail_key_key" ON "mail"("key");

-- CreateIndex
CREATE UNIQUE INDEX "mail_message_id_key" ON "mail"("message_id");

-- CreateIndex
CREATE INDEX "mail_status_not_before_at_idx" ON "mail"("status", "not_before_at");

-- CreateIndex
CREATE INDEX "mail_person_id_idx" ON "mail"("person_id");

-- CreateIndex
CREATE INDEX "mail_attempt_mail_id_idx" ON "mail_attempt"("mail_id");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_plan_version_id_key" ON "journal_entry"("plan_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_key_key" ON "journal_entry"("key");

-- CreateIndex
CREATE INDEX "audit_entry_talk_id_idx" ON "audit_entry"("talk_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_subject_decision_id_key" ON "audit_entry"("subject", "decision_id");

-- CreateIndex
CREATE INDEX "access_entry_talk_id_idx" ON "access_entry"("talk_id");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- AddForeignKey
ALTER TABLE "employment" ADD CONSTRAINT "employment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_closing" ADD CONSTRAINT "unit_closing_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_membership" ADD CONSTRAINT "unit_membership_employment_id_fkey" FOREIGN KEY ("employment_id") REFERENCES "employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_membership" ADD CONSTRAINT "unit_membership_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_line" ADD CONSTRAINT "reporting_line_employment_id_fkey" FOREIGN KEY ("employment_id") REFERENCES "employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_line" ADD CONSTRAINT "reporting_line_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leave" ADD CONSTRAINT "leave_employment_id_fkey" FOREIGN KEY ("employment_id") REFERENCES "employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_employment_id_fkey" FOREIGN KEY ("employment_id") REFERENCES "employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_unit_pause" ADD CONSTRAINT "round_unit_pause_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_unit_pause" ADD CONSTRAINT "round_unit_pause_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_unit_stop" ADD CONSTRAINT "round_unit_stop_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_unit_stop" ADD CONSTRAINT "round_unit_stop_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_policy" ADD CONSTRAINT "round_policy_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material" ADD CONSTRAINT "material_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_file" ADD CONSTRAINT "material_file_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "local_orientation" ADD CONSTRAINT "local_orientation_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "local_orientation" ADD CONSTRAINT "local_orientation_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk" ADD CONSTRAINT "talk_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk" ADD CONSTRAINT "talk_employment_id_fkey" FOREIGN KEY ("employment_id") REFERENCES "employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet" ADD CONSTRAINT "sheet_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_with_employment_id_fkey" FOREIGN KEY ("with_employment_id") REFERENCES "employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_action" ADD CONSTRAINT "share_action_share_id_fkey" FOREIGN KEY ("share_id") REFERENCES "share"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_action" ADD CONSTRAINT "share_action_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_draft" ADD CONSTRAINT "plan_draft_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_approval" ADD CONSTRAINT "plan_approval_plan_version_id_fkey" FOREIGN KEY ("plan_version_id") REFERENCES "plan_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_comment" ADD CONSTRAINT "plan_comment_plan_version_id_fkey" FOREIGN KEY ("plan_version_id") REFERENCES "plan_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_employment_id_fkey" FOREIGN KEY ("employment_id") REFERENCES "employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_plan_version_id_fkey" FOREIGN KEY ("plan_version_id") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_talk" ADD CONSTRAINT "status_talk_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_tag" ADD CONSTRAINT "theme_tag_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_feedback" ADD CONSTRAINT "group_feedback_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_feedback" ADD CONSTRAINT "group_feedback_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk_evaluation" ADD CONSTRAINT "talk_evaluation_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_mark" ADD CONSTRAINT "evaluation_mark_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_cell" ADD CONSTRAINT "published_cell_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nudge" ADD CONSTRAINT "nudge_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_attempt" ADD CONSTRAINT "mail_attempt_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_plan_version_id_fkey" FOREIGN KEY ("plan_version_id") REFERENCES "plan_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_entry" ADD CONSTRAINT "access_entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Status columns hold only the words the rules know (design §7).
ALTER TABLE "person" ADD CONSTRAINT "person_language" CHECK ("language" IN ('da', 'en'));
ALTER TABLE "person" ADD CONSTRAINT "person_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_role" CHECK ("role" IN ('hr', 'works-council', 'administrator', 'break-glass'));
ALTER TABLE "round" ADD CONSTRAINT "round_kind" CHECK ("kind" IN ('mus', 'lus', 'senior', 'leader-talent', 'feedback-mus'));
ALTER TABLE "round" ADD CONSTRAINT "round_sector" CHECK ("sector" IN ('state', 'municipal', 'regional', 'private'));
ALTER TABLE "round" ADD CONSTRAINT "round_status" CHECK ("status" IN ('draft', 'scheduled', 'running', 'closing', 'closed', 'stopped'));
ALTER TABLE "talk" ADD CONSTRAINT "talk_status" CHECK ("status" IN ('awaiting', 'invited', 'arranged', 'to-confirm', 'held', 'agreed', 'not-agreed', 'exempt', 'postponed', 'left', 'not-held', 'stopped', 'taken-over'));
ALTER TABLE "talk" ADD CONSTRAINT "talk_outcome" CHECK ("outcome" IN ('held', 'exempt', 'postponed', 'left', 'not-held', 'stopped'));
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_status" CHECK ("status" IN ('proposed', 'current', 'replaced', 'cancelled'));
ALTER TABLE "sheet" ADD CONSTRAINT "sheet_author" CHECK ("author" IN ('employee', 'leader'));
ALTER TABLE "topic" ADD CONSTRAINT "topic_kind" CHECK ("kind" IN ('topic', 'form-does-not-fit'));
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_status" CHECK ("status" IN ('proposed', 'current', 'replaced', 'agreed', 'not-agreed'));
ALTER TABLE "plan_approval" ADD CONSTRAINT "plan_approval_party" CHECK ("party" IN ('employee', 'leader'));
ALTER TABLE "plan_comment" ADD CONSTRAINT "plan_comment_kind" CHECK ("kind" IN ('returned', 'statement'));
ALTER TABLE "action" ADD CONSTRAINT "action_owner" CHECK ("owner" IN ('employee', 'leader'));
ALTER TABLE "action" ADD CONSTRAINT "action_status" CHECK ("status" IN ('open', 'done', 'cannot', 'no-effect', 'dropped'));
ALTER TABLE "status_talk" ADD CONSTRAINT "status_talk_status" CHECK ("status" IN ('open', 'held', 'agreed-away', 'replaced'));
ALTER TABLE "offer" ADD CONSTRAINT "offer_kind" CHECK ("kind" IN ('senior', 'leader-talent', 'return'));
ALTER TABLE "offer" ADD CONSTRAINT "offer_answer" CHECK ("answer" IN ('yes', 'no'));
ALTER TABLE "group_feedback" ADD CONSTRAINT "group_feedback_status" CHECK ("status" IN ('owed', 'optional', 'sent'));
ALTER TABLE "notice" ADD CONSTRAINT "notice_status" CHECK ("status" IN ('queued', 'sent', 'refused', 'dropped'));
ALTER TABLE "notice" ADD CONSTRAINT "notice_audience" CHECK ("audience" IN ('employee', 'leader', 'leaders-leader', 'hr'));
ALTER TABLE "mail" ADD CONSTRAINT "mail_lane" CHECK ("lane" IN ('at-once', 'single', 'digest'));
ALTER TABLE "mail" ADD CONSTRAINT "mail_status" CHECK ("status" IN ('queued', 'leased', 'sent', 'refused', 'unknown', 'dropped', 'printed'));
ALTER TABLE "mail_attempt" ADD CONSTRAINT "mail_attempt_outcome" CHECK ("outcome" IN ('sent', 'refused', 'deferred', 'unknown'));
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_status" CHECK ("status" IN ('pending', 'unknown', 'failed', 'filed'));
ALTER TABLE "talk_evaluation" ADD CONSTRAINT "talk_evaluation_month" CHECK ("month" ~ '^\d{4}-\d{2}$');
ALTER TABLE "virtual_clock" ADD CONSTRAINT "virtual_clock_one_row" CHECK ("id" = 1);

-- One current appointment per subject, so one calendar event (R4.2).
CREATE UNIQUE INDEX "appointment_current" ON "appointment" ("subject") WHERE "status" = 'current';
-- What was decided stays as it was written (R15.2).
CREATE FUNCTION "audit_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_entry is append-only';
END $$;
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION "audit_is_append_only"();
ALTER TABLE "published_cell" ADD CONSTRAINT "published_cell_kind" CHECK ("kind" IN ('themes', 'evaluations', 'reasons', 'coverage'));
ALTER TABLE "nudge" ADD CONSTRAINT "nudge_to_one" CHECK (("talk_id" IS NULL) <> ("leader_id" IS NULL));
ALTER TABLE "share" ADD CONSTRAINT "share_what" CHECK ("what" IN ('sheet', 'actions'));

-- A unit of a round is paused once at a time (R14.3).
CREATE UNIQUE INDEX "round_unit_pause_lasting" ON "round_unit_pause" ("round_id", "unit_id") WHERE "resumed_on" IS NULL;
-- Newer and older mails about one calendar event.
CREATE INDEX "mail_calendar_subject" ON "mail" (("data"->>'subject')) WHERE "template" = 'calendar';
