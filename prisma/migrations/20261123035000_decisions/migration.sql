-- Questions put to a vote, who may vote, and every vote that was ever cast.
CREATE TABLE "decision" (
    "id" TEXT NOT NULL,
    "strategy_id" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "context" TEXT NOT NULL DEFAULT '',
    "about" TEXT NOT NULL DEFAULT '',
    "rules" JSONB NOT NULL,
    "voters" TEXT NOT NULL,
    "is_hidden" BOOLEAN NOT NULL DEFAULT false,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersedes_id" TEXT,
    "body_name" TEXT NOT NULL DEFAULT '',
    "held_on" DATE,
    "dissent" TEXT NOT NULL DEFAULT '',
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" TEXT,
    "close_reason" TEXT NOT NULL DEFAULT '',
    "outcome" TEXT,
    "outcome_words" TEXT NOT NULL DEFAULT '',
    "statement" TEXT NOT NULL DEFAULT '',
    "minute_reference" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "decision_seat" (
    "id" TEXT NOT NULL,
    "decision_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "caster_id" TEXT NOT NULL,
    "deputy_id" TEXT,

    CONSTRAINT "decision_seat_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "decision_cast" (
    "id" TEXT NOT NULL,
    "decision_id" TEXT NOT NULL,
    "seat_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "person_id" TEXT NOT NULL,
    "ballot" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_cast_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "decision_strategy_id_idx" ON "decision"("strategy_id");
CREATE UNIQUE INDEX "decision_supersedes_id_key" ON "decision"("supersedes_id");
CREATE INDEX "decision_due_idx" ON "decision"("closes_at") WHERE "state" = 'open';
CREATE UNIQUE INDEX "decision_seat_decision_id_kind_target_id_key" ON "decision_seat"("decision_id", "kind", "target_id");
CREATE INDEX "decision_cast_decision_id_idx" ON "decision_cast"("decision_id");
CREATE UNIQUE INDEX "decision_cast_seat_id_number_key" ON "decision_cast"("seat_id", "number");

ALTER TABLE "decision" ADD CONSTRAINT "decision_strategy_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "decision" ADD CONSTRAINT "decision_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "decision" ADD CONSTRAINT "decision_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "decision" ADD CONSTRAINT "decision_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "decision_seat" ADD CONSTRAINT "decision_seat_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "decision_seat" ADD CONSTRAINT "decision_seat_caster_id_fkey" FOREIGN KEY ("caster_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "decision_seat" ADD CONSTRAINT "decision_seat_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "decision_cast" ADD CONSTRAINT "decision_cast_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "decision_cast" ADD CONSTRAINT "decision_cast_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "decision_seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "decision_cast" ADD CONSTRAINT "decision_cast_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was asked, of whom and until when never changes; a decision ends once; what was said about its outcome stays.
CREATE FUNCTION "refuse_decision_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.strategy_id, NEW.method, NEW.question, NEW.context, NEW.about, NEW.rules, NEW.voters, NEW.is_hidden,
      NEW.opens_at, NEW.closes_at, NEW.opened_by_id, NEW.created_at, NEW.supersedes_id, NEW.body_name, NEW.held_on, NEW.dissent)
     IS DISTINCT FROM
     (OLD.id, OLD.strategy_id, OLD.method, OLD.question, OLD.context, OLD.about, OLD.rules, OLD.voters, OLD.is_hidden,
      OLD.opens_at, OLD.closes_at, OLD.opened_by_id, OLD.created_at, OLD.supersedes_id, OLD.body_name, OLD.held_on, OLD.dissent)
  THEN
    RAISE EXCEPTION 'What a decision asks never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state <> 'open' AND
     (NEW.state, NEW.closed_at, NEW.closed_by_id, NEW.close_reason, NEW.outcome, NEW.outcome_words)
     IS DISTINCT FROM
     (OLD.state, OLD.closed_at, OLD.closed_by_id, OLD.close_reason, OLD.outcome, OLD.outcome_words)
  THEN
    RAISE EXCEPTION 'A decision ends once' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.statement <> '' AND NEW.statement <> OLD.statement)
     OR (OLD.minute_reference <> '' AND NEW.minute_reference <> OLD.minute_reference)
  THEN
    RAISE EXCEPTION 'What was said about an outcome never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "decision_question_kept" BEFORE UPDATE ON "decision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_decision_change"();
CREATE TRIGGER "decision_kept" BEFORE DELETE ON "decision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "decision_seat_append_only" BEFORE UPDATE OR DELETE ON "decision_seat"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "decision_seat_no_truncate" BEFORE TRUNCATE ON "decision_seat"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "decision_cast_append_only" BEFORE UPDATE OR DELETE ON "decision_cast"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "decision_cast_no_truncate" BEFORE TRUNCATE ON "decision_cast"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
