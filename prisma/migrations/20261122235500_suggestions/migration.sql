-- Changes somebody would make to a text, and what was done about them.
CREATE TABLE "suggestion" (
    "id" TEXT NOT NULL,
    "strategy_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "inverse" JSONB,
    "chapter_id" TEXT,
    "about" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "suggestion_event" (
    "id" TEXT NOT NULL,
    "suggestion_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "by_hand" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suggestion_event_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "suggestion_strategy_id_idx" ON "suggestion"("strategy_id");
CREATE INDEX "suggestion_event_suggestion_id_idx" ON "suggestion_event"("suggestion_id");

ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_strategy_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "suggestion_event" ADD CONSTRAINT "suggestion_event_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "suggestion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "suggestion_event" ADD CONSTRAINT "suggestion_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Both texts are kept for ever: a suggestion's state moves on, what was suggested does not.
CREATE FUNCTION "refuse_suggestion_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.strategy_id, NEW.change, NEW.about, NEW.before, NEW.after, NEW.created_by_id, NEW.created_at)
     IS DISTINCT FROM
     (OLD.id, OLD.strategy_id, OLD.change, OLD.about, OLD.before, OLD.after, OLD.created_by_id, OLD.created_at)
  THEN
    RAISE EXCEPTION 'What was suggested never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "suggestion_text_kept" BEFORE UPDATE ON "suggestion"
  FOR EACH ROW EXECUTE FUNCTION "refuse_suggestion_change"();
CREATE TRIGGER "suggestion_kept" BEFORE DELETE ON "suggestion"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "suggestion_event_append_only" BEFORE UPDATE OR DELETE ON "suggestion_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "suggestion_event_no_truncate" BEFORE TRUNCATE ON "suggestion_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
