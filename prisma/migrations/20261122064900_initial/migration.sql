-- CreateTable
CREATE TABLE "partnership" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partnership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area" (
    "id" TEXT NOT NULL,
    "partnership_id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ons_code" TEXT,
    "ods_code" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "parent_id" TEXT,

    CONSTRAINT "area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" TEXT NOT NULL,
    "partnership_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "ods_code" TEXT,
    "area_id" TEXT,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body" (
    "id" TEXT NOT NULL,
    "partnership_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "area_id" TEXT,

    CONSTRAINT "body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body_signatory" (
    "body_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,

    CONSTRAINT "body_signatory_pkey" PRIMARY KEY ("body_id","person_id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "suspended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "partnership_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "job_title" TEXT NOT NULL DEFAULT '',
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "strategy" (
    "id" TEXT NOT NULL,
    "partnership_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "horizon_from" INTEGER NOT NULL,
    "horizon_to" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "strategy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_document" (
    "id" TEXT NOT NULL,
    "head" BIGINT NOT NULL DEFAULT 0,
    "frozen_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "live_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_update" (
    "document_id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "person_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_update_pkey" PRIMARY KEY ("document_id","seq")
);

-- CreateTable
CREATE TABLE "document_snapshot" (
    "document_id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "state" BYTEA NOT NULL,
    "state_vector" BYTEA NOT NULL,
    "delete_set" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_snapshot_pkey" PRIMARY KEY ("document_id","seq")
);

-- CreateTable
CREATE TABLE "edition" (
    "id" TEXT NOT NULL,
    "strategy_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "document_seq" BIGINT NOT NULL,
    "document_state" BYTEA NOT NULL,
    "change_note" TEXT NOT NULL DEFAULT '',
    "submitted_by_id" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approved_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_off" (
    "id" TEXT NOT NULL,
    "edition_id" TEXT NOT NULL,
    "edition_hash" TEXT NOT NULL,
    "body_id" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "minute_reference" TEXT NOT NULL DEFAULT '',
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_off_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "hwb_strategy" (
    "id" TEXT NOT NULL,
    "body_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "period_from" INTEGER NOT NULL,
    "period_to" INTEGER NOT NULL,
    "url" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "hwb_strategy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hwb_priority" (
    "id" TEXT NOT NULL,
    "hwb_strategy_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "hwb_priority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jsna" (
    "id" TEXT NOT NULL,
    "body_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "received_on" DATE NOT NULL,

    CONSTRAINT "jsna_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "need" (
    "id" TEXT NOT NULL,
    "jsna_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "population" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "metric" (
    "id" TEXT NOT NULL,
    "partnership_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "plain_title" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "numerator" TEXT NOT NULL DEFAULT '',
    "denominator" TEXT NOT NULL DEFAULT '',
    "unit" TEXT NOT NULL,
    "value_type" TEXT NOT NULL,
    "decimals" INTEGER NOT NULL DEFAULT 1,
    "polarity" TEXT NOT NULL,
    "frequency" TEXT NOT NULL,
    "year_type" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "caveats" TEXT NOT NULL DEFAULT '',
    "area_id" TEXT NOT NULL,
    "lead_id" TEXT,
    "deputy_id" TEXT,

    CONSTRAINT "metric_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observation" (
    "id" TEXT NOT NULL,
    "metric_id" TEXT NOT NULL,
    "area_id" TEXT NOT NULL,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "period_label" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "suppressed" BOOLEAN NOT NULL DEFAULT false,
    "lower95" DOUBLE PRECISION,
    "upper95" DOUBLE PRECISION,
    "numerator" DOUBLE PRECISION,
    "denominator" DOUBLE PRECISION,
    "note" TEXT NOT NULL DEFAULT '',
    "origin" TEXT NOT NULL,
    "recorded_by_id" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersedes_id" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread" (
    "id" TEXT NOT NULL,
    "strategy_id" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "chapter_id" TEXT,
    "block_id" TEXT,
    "anchor_start" JSONB,
    "anchor_end" JSONB,
    "quote" TEXT NOT NULL DEFAULT '',
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_by_id" TEXT,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "block" (
    "strategy_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_id" TEXT,
    "chapter_id" TEXT,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "lead_id" TEXT,
    "level" TEXT,
    "target_date" TEXT,
    "orphaned" BOOLEAN NOT NULL DEFAULT false,
    "problems" JSONB NOT NULL,
    "document_seq" BIGINT NOT NULL,

    CONSTRAINT "block_pkey" PRIMARY KEY ("strategy_id","id")
);

-- CreateTable
CREATE TABLE "block_link" (
    "strategy_id" TEXT NOT NULL,
    "block_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,

    CONSTRAINT "block_link_pkey" PRIMARY KEY ("strategy_id","block_id","kind","target_id")
);

-- CreateTable
CREATE TABLE "block_metric_link" (
    "strategy_id" TEXT NOT NULL,
    "block_id" TEXT NOT NULL,
    "link_id" TEXT NOT NULL,
    "metric_id" TEXT NOT NULL,
    "baseline" DOUBLE PRECISION,
    "baseline_date" TEXT,
    "target" DOUBLE PRECISION,
    "target_date" TEXT,

    CONSTRAINT "block_metric_link_pkey" PRIMARY KEY ("strategy_id","block_id","link_id")
);

-- CreateIndex
CREATE INDEX "area_partnership_id_idx" ON "area"("partnership_id");

-- CreateIndex
CREATE INDEX "organisation_partnership_id_idx" ON "organisation"("partnership_id");

-- CreateIndex
CREATE INDEX "body_partnership_id_idx" ON "body"("partnership_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "membership_partnership_id_idx" ON "membership"("partnership_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_person_id_partnership_id_key" ON "membership"("person_id", "partnership_id");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "sign_in_link_person_id_idx" ON "sign_in_link"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "strategy_slug_key" ON "strategy"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "strategy_document_id_key" ON "strategy"("document_id");

-- CreateIndex
CREATE INDEX "strategy_partnership_id_idx" ON "strategy"("partnership_id");

-- CreateIndex
CREATE UNIQUE INDEX "edition_strategy_id_number_key" ON "edition"("strategy_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "sign_off_edition_id_body_id_key" ON "sign_off"("edition_id", "body_id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_idx" ON "audit_entry"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "metric_partnership_id_code_key" ON "metric"("partnership_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "observation_supersedes_id_key" ON "observation"("supersedes_id");

-- CreateIndex
CREATE INDEX "observation_metric_id_area_id_period_start_idx" ON "observation"("metric_id", "area_id", "period_start");

-- CreateIndex
CREATE INDEX "thread_strategy_id_idx" ON "thread"("strategy_id");

-- CreateIndex
CREATE INDEX "comment_thread_id_idx" ON "comment"("thread_id");

-- CreateIndex
CREATE INDEX "block_link_target_id_idx" ON "block_link"("target_id");

-- CreateIndex
CREATE INDEX "block_metric_link_metric_id_idx" ON "block_metric_link"("metric_id");

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body" ADD CONSTRAINT "body_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body" ADD CONSTRAINT "body_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_signatory" ADD CONSTRAINT "body_signatory_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_signatory" ADD CONSTRAINT "body_signatory_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy" ADD CONSTRAINT "strategy_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy" ADD CONSTRAINT "strategy_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "live_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_update" ADD CONSTRAINT "document_update_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "live_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_snapshot" ADD CONSTRAINT "document_snapshot_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "live_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition" ADD CONSTRAINT "edition_strategy_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hwb_strategy" ADD CONSTRAINT "hwb_strategy_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hwb_priority" ADD CONSTRAINT "hwb_priority_hwb_strategy_id_fkey" FOREIGN KEY ("hwb_strategy_id") REFERENCES "hwb_strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jsna" ADD CONSTRAINT "jsna_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need" ADD CONSTRAINT "need_jsna_id_fkey" FOREIGN KEY ("jsna_id") REFERENCES "jsna"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric" ADD CONSTRAINT "metric_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric" ADD CONSTRAINT "metric_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric" ADD CONSTRAINT "metric_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric" ADD CONSTRAINT "metric_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_metric_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metric"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "observation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_strategy_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_strategy_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block_link" ADD CONSTRAINT "block_link_strategy_id_block_id_fkey" FOREIGN KEY ("strategy_id", "block_id") REFERENCES "block"("strategy_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block_metric_link" ADD CONSTRAINT "block_metric_link_strategy_id_block_id_fkey" FOREIGN KEY ("strategy_id", "block_id") REFERENCES "block"("strategy_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
