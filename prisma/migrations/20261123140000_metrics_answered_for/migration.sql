-- Metrics with someone who answers for each: more said of each metric, values of groups and areas, imports that can be undone,
-- targets, choices of charts, what is asked of leads, countermeasures, escalations, and agreed sets.
ALTER TABLE "area" ALTER COLUMN "partnership_id" DROP NOT NULL;
ALTER TABLE "metric" ADD COLUMN "scope" TEXT NOT NULL DEFAULT 'local',
ADD COLUMN "role" TEXT NOT NULL DEFAULT 'watch',
ADD COLUMN "lag_days" INTEGER,
ADD COLUMN "wanted_since" DATE,
ADD COLUMN "sex" TEXT NOT NULL DEFAULT '',
ADD COLUMN "age" TEXT NOT NULL DEFAULT '',
ADD COLUMN "source_id" TEXT NOT NULL DEFAULT '',
ADD COLUMN "licence" TEXT NOT NULL DEFAULT '',
ADD COLUMN "rationale" TEXT NOT NULL DEFAULT '',
ADD COLUMN "methodology" TEXT NOT NULL DEFAULT '',
ADD COLUMN "disclosure" TEXT NOT NULL DEFAULT '',
ADD COLUMN "chasm" TEXT,
ADD COLUMN "tags" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "retired_on" DATE,
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "observation" ADD COLUMN "breakdown" JSONB,
ADD COLUMN "breakdown_key" TEXT NOT NULL DEFAULT '',
ADD COLUMN "withdrawn" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "import_id" TEXT,
ADD COLUMN "import_line" INTEGER;
DROP INDEX "observation_metric_id_area_id_period_start_idx";
CREATE INDEX "observation_metric_id_area_id_breakdown_key_period_start_idx" ON "observation"("metric_id", "area_id", "breakdown_key", "period_start");
CREATE INDEX "observation_metric_id_period_start_breakdown_key_idx" ON "observation"("metric_id", "period_start", "breakdown_key");
CREATE INDEX "observation_import_id_idx" ON "observation"("import_id");

CREATE TABLE "area_succession" (
    "id" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "area_succession_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "area_succession_from_id_to_id_key" ON "area_succession"("from_id", "to_id");
CREATE INDEX "area_succession_to_id_idx" ON "area_succession"("to_id");
CREATE TABLE "metric_target" (
    "id" TEXT NOT NULL,
    "added" SERIAL NOT NULL,
    "metric_id" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "metric_target_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "metric_target_metric_id_idx" ON "metric_target"("metric_id");
CREATE TABLE "chart_choice" (
    "id" TEXT NOT NULL,
    "added" SERIAL NOT NULL,
    "metric_id" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chart_choice_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "chart_choice_metric_id_idx" ON "chart_choice"("metric_id");
CREATE TABLE "answering_rules" (
    "id" TEXT NOT NULL,
    "added" SERIAL NOT NULL,
    "partnership_id" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answering_rules_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "answering_rules_partnership_id_idx" ON "answering_rules"("partnership_id");
CREATE TABLE "metric_update" (
    "id" TEXT NOT NULL,
    "added" SERIAL NOT NULL,
    "metric_id" TEXT NOT NULL,
    "period_start" DATE NOT NULL,
    "period_label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "metric_update_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "metric_update_metric_id_idx" ON "metric_update"("metric_id");
CREATE TABLE "countermeasure" (
    "id" TEXT NOT NULL,
    "metric_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "countermeasure_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "countermeasure_metric_id_number_key" ON "countermeasure"("metric_id", "number");
CREATE TABLE "countermeasure_revision" (
    "id" TEXT NOT NULL,
    "added" SERIAL NOT NULL,
    "countermeasure_id" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "countermeasure_revision_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "countermeasure_revision_countermeasure_id_idx" ON "countermeasure_revision"("countermeasure_id");
CREATE TABLE "level_seat" (
    "id" TEXT NOT NULL,
    "partnership_id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "area_id" TEXT,
    "person_id" TEXT NOT NULL,

    CONSTRAINT "level_seat_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "level_seat_partnership_id_level_area_id_person_id_key" ON "level_seat"("partnership_id", "level", "area_id", "person_id");
CREATE INDEX "level_seat_person_id_idx" ON "level_seat"("person_id");
CREATE TABLE "escalation" (
    "id" TEXT NOT NULL,
    "partnership_id" TEXT NOT NULL,
    "strategy_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "metric_id" TEXT,
    "block_id" TEXT,
    "area_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "escalation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "escalation_partnership_id_number_key" ON "escalation"("partnership_id", "number");
CREATE INDEX "escalation_metric_id_idx" ON "escalation"("metric_id");
CREATE TABLE "escalation_step" (
    "id" TEXT NOT NULL,
    "escalation_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "response_due" DATE NOT NULL,
    "support" TEXT NOT NULL DEFAULT '',
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "escalation_step_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "escalation_step_escalation_id_position_key" ON "escalation_step"("escalation_id", "position");
CREATE TABLE "import_file" (
    "id" TEXT NOT NULL,
    "partnership_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "import_file_partnership_id_idx" ON "import_file"("partnership_id");
CREATE TABLE "observation_import" (
    "id" TEXT NOT NULL,
    "partnership_id" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "metric_id" TEXT,
    "state" TEXT NOT NULL,
    "columns" JSONB NOT NULL DEFAULT '{}',
    "report" JSONB NOT NULL DEFAULT '{}',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT NOT NULL DEFAULT '',
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "began_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "undone_by_id" TEXT,
    "undone_at" TIMESTAMPTZ(3),
    "undo_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "observation_import_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "observation_import_partnership_id_at_idx" ON "observation_import"("partnership_id", "at");
CREATE TABLE "import_mapping" (
    "partnership_id" TEXT NOT NULL,
    "headings" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("partnership_id","headings")
);
CREATE TABLE "metric_set" (
    "id" TEXT NOT NULL,
    "partnership_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "metric_set_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "metric_set_partnership_id_idx" ON "metric_set"("partnership_id");
CREATE TABLE "metric_set_version" (
    "id" TEXT NOT NULL,
    "set_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "metric_set_version_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "metric_set_version_set_id_number_key" ON "metric_set_version"("set_id", "number");
CREATE TABLE "metric_set_sign_off" (
    "id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "body_id" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "sha256" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "metric_set_sign_off_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "metric_set_sign_off_version_id_body_id_key" ON "metric_set_sign_off"("version_id", "body_id");

ALTER TABLE "area" DROP CONSTRAINT "area_partnership_id_fkey";
ALTER TABLE "area" ADD CONSTRAINT "area_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "observation" ADD CONSTRAINT "observation_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "observation_import"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "area_succession" ADD CONSTRAINT "area_succession_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "area_succession" ADD CONSTRAINT "area_succession_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "metric_target" ADD CONSTRAINT "metric_target_metric_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metric"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "metric_target" ADD CONSTRAINT "metric_target_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "chart_choice" ADD CONSTRAINT "chart_choice_metric_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metric"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "chart_choice" ADD CONSTRAINT "chart_choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "answering_rules" ADD CONSTRAINT "answering_rules_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "answering_rules" ADD CONSTRAINT "answering_rules_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "metric_update" ADD CONSTRAINT "metric_update_metric_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metric"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "metric_update" ADD CONSTRAINT "metric_update_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "countermeasure" ADD CONSTRAINT "countermeasure_metric_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metric"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "countermeasure" ADD CONSTRAINT "countermeasure_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "countermeasure_revision" ADD CONSTRAINT "countermeasure_revision_countermeasure_id_fkey" FOREIGN KEY ("countermeasure_id") REFERENCES "countermeasure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "countermeasure_revision" ADD CONSTRAINT "countermeasure_revision_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "level_seat" ADD CONSTRAINT "level_seat_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "level_seat" ADD CONSTRAINT "level_seat_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "level_seat" ADD CONSTRAINT "level_seat_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_strategy_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_metric_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metric"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "escalation_step" ADD CONSTRAINT "escalation_step_escalation_id_fkey" FOREIGN KEY ("escalation_id") REFERENCES "escalation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "escalation_step" ADD CONSTRAINT "escalation_step_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "observation_import" ADD CONSTRAINT "observation_import_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "observation_import" ADD CONSTRAINT "observation_import_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "import_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "observation_import" ADD CONSTRAINT "observation_import_metric_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metric"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "observation_import" ADD CONSTRAINT "observation_import_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "observation_import" ADD CONSTRAINT "observation_import_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "metric_set" ADD CONSTRAINT "metric_set_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "metric_set" ADD CONSTRAINT "metric_set_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "metric_set_version" ADD CONSTRAINT "metric_set_version_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "metric_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "metric_set_version" ADD CONSTRAINT "metric_set_version_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "metric_set_sign_off" ADD CONSTRAINT "metric_set_sign_off_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "metric_set_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "metric_set_sign_off" ADD CONSTRAINT "metric_set_sign_off_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "metric_set_sign_off" ADD CONSTRAINT "metric_set_sign_off_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "area_succession_append_only" BEFORE UPDATE OR DELETE ON "area_succession"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "area_succession_no_truncate" BEFORE TRUNCATE ON "area_succession"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "metric_target_append_only" BEFORE UPDATE OR DELETE ON "metric_target"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "metric_target_no_truncate" BEFORE TRUNCATE ON "metric_target"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "chart_choice_append_only" BEFORE UPDATE OR DELETE ON "chart_choice"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "chart_choice_no_truncate" BEFORE TRUNCATE ON "chart_choice"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "answering_rules_append_only" BEFORE UPDATE OR DELETE ON "answering_rules"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "answering_rules_no_truncate" BEFORE TRUNCATE ON "answering_rules"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "metric_update_append_only" BEFORE UPDATE OR DELETE ON "metric_update"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "metric_update_no_truncate" BEFORE TRUNCATE ON "metric_update"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "countermeasure_append_only" BEFORE UPDATE OR DELETE ON "countermeasure"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "countermeasure_no_truncate" BEFORE TRUNCATE ON "countermeasure"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "countermeasure_revision_append_only" BEFORE UPDATE OR DELETE ON "countermeasure_revision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "countermeasure_revision_no_truncate" BEFORE TRUNCATE ON "countermeasure_revision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "escalation_append_only" BEFORE UPDATE OR DELETE ON "escalation"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "escalation_no_truncate" BEFORE TRUNCATE ON "escalation"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "escalation_step_append_only" BEFORE UPDATE OR DELETE ON "escalation_step"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "escalation_step_no_truncate" BEFORE TRUNCATE ON "escalation_step"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "import_file_append_only" BEFORE UPDATE OR DELETE ON "import_file"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "import_file_no_truncate" BEFORE TRUNCATE ON "import_file"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "metric_set_append_only" BEFORE UPDATE OR DELETE ON "metric_set"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "metric_set_no_truncate" BEFORE TRUNCATE ON "metric_set"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "metric_set_version_append_only" BEFORE UPDATE OR DELETE ON "metric_set_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "metric_set_version_no_truncate" BEFORE TRUNCATE ON "metric_set_version"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "metric_set_sign_off_append_only" BEFORE UPDATE OR DELETE ON "metric_set_sign_off"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "metric_set_sign_off_no_truncate" BEFORE TRUNCATE ON "metric_set_sign_off"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "observation_append_only" BEFORE UPDATE OR DELETE ON "observation"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "observation_no_truncate" BEFORE TRUNCATE ON "observation"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
