-- How far a draft has come, and whether only suggestions are taken for it.
ALTER TABLE "strategy" ADD COLUMN "phase" TEXT NOT NULL DEFAULT 'drafting',
ADD COLUMN "suggesting_only" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "edition" ADD COLUMN "submitted_from" TEXT NOT NULL DEFAULT '';
ALTER TABLE "live_document" ADD COLUMN "suggesting_since" TIMESTAMPTZ(3);

CREATE TABLE "phase_change" (
    "id" TEXT NOT NULL,
    "strategy_id" TEXT NOT NULL,
    "from_phase" TEXT NOT NULL,
    "to_phase" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "phase_change_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "writing_change" (
    "id" TEXT NOT NULL,
    "strategy_id" TEXT NOT NULL,
    "suggesting_only" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "writing_change_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "phase_change_strategy_id_at_idx" ON "phase_change"("strategy_id", "at");
CREATE INDEX "writing_change_strategy_id_at_idx" ON "writing_change"("strategy_id", "at");

ALTER TABLE "phase_change" ADD CONSTRAINT "phase_change_strategy_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "phase_change" ADD CONSTRAINT "phase_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "writing_change" ADD CONSTRAINT "writing_change_strategy_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "writing_change" ADD CONSTRAINT "writing_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "phase_change_append_only" BEFORE UPDATE OR DELETE ON "phase_change"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "phase_change_no_truncate" BEFORE TRUNCATE ON "phase_change"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "writing_change_append_only" BEFORE UPDATE OR DELETE ON "writing_change"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "writing_change_no_truncate" BEFORE TRUNCATE ON "writing_change"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Every node hears at once, in both directions. Raising the head with every edit does not look at this.
CREATE TRIGGER "live_document_suggesting_told" AFTER UPDATE OF "suggesting_since" ON "live_document"
  FOR EACH ROW WHEN ((OLD."suggesting_since" IS NULL) <> (NEW."suggesting_since" IS NULL))
  EXECUTE FUNCTION "tell_rights"();
