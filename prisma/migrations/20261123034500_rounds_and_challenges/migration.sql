-- What is asked of whom about which text, and what became of it.
CREATE TABLE "review_round" (
    "id" TEXT NOT NULL,
    "strategy_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "questions" TEXT[],
    "asked" JSONB NOT NULL,
    "edition" INTEGER,
    "due_on" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "text_version" BIGINT,
    "text_sha256" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "review_round_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "review_round_person" (
    "round_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "is_guest" BOOLEAN NOT NULL,

    CONSTRAINT "review_round_person_pkey" PRIMARY KEY ("round_id","person_id")
);

CREATE TABLE "review_round_event" (
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "about_id" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_round_event_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "challenge" (
    "id" TEXT NOT NULL,
    "strategy_id" TEXT NOT NULL,
    "block_id" TEXT,
    "about" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "answerer_id" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "tags" TEXT[],
    "due_on" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "asked_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "challenge_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "challenge_event" (
    "id" TEXT NOT NULL,
    "challenge_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "evidence" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "challenge_event_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "review_round_strategy_id_idx" ON "review_round"("strategy_id");
CREATE INDEX "review_round_open_idx" ON "review_round"("due_on") WHERE "state" = 'open';
CREATE INDEX "review_round_person_person_id_idx" ON "review_round_person"("person_id");
CREATE INDEX "review_round_event_round_id_idx" ON "review_round_event"("round_id");
-- That somebody opened the text is said once, also when two pages open at the same instant.
CREATE UNIQUE INDEX "review_round_event_read_key" ON "review_round_event"("round_id", "person_id") WHERE "action" = 'read';
CREATE INDEX "challenge_strategy_id_idx" ON "challenge"("strategy_id");
CREATE INDEX "challenge_event_challenge_id_idx" ON "challenge_event"("challenge_id");

ALTER TABLE "review_round" ADD CONSTRAINT "review_round_strategy_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_round_person" ADD CONSTRAINT "review_round_person_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "review_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_round_person" ADD CONSTRAINT "review_round_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_round_event" ADD CONSTRAINT "review_round_event_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "review_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_round_event" ADD CONSTRAINT "review_round_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_strategy_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_answerer_id_fkey" FOREIGN KEY ("answerer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "challenge_event" ADD CONSTRAINT "challenge_event_challenge_id_fkey" FOREIGN KEY ("challenge_id") REFERENCES "challenge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "challenge_event" ADD CONSTRAINT "challenge_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What people were asked stays as they were asked it: once open, only its last day, its state and its end move on.
CREATE FUNCTION "refuse_round_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('closed', 'cancelled') OR
     (NEW.id, NEW.strategy_id, NEW.owner_id, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.strategy_id, OLD.owner_id, OLD.created_at) OR
     (OLD.state <> 'draft' AND
      (NEW.kind, NEW.title, NEW.questions, NEW.asked, NEW.edition, NEW.text_version, NEW.text_sha256, NEW.opened_at)
      IS DISTINCT FROM
      (OLD.kind, OLD.title, OLD.questions, OLD.asked, OLD.edition, OLD.text_version, OLD.text_sha256, OLD.opened_at))
  THEN
    RAISE EXCEPTION 'What was asked never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION "refuse_challenge_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.strategy_id, NEW.block_id, NEW.about, NEW.organisation_id, NEW.answerer_id, NEW.question, NEW.tags,
      NEW.due_on, NEW.asked_by_id, NEW.created_at)
     IS DISTINCT FROM
     (OLD.id, OLD.strategy_id, OLD.block_id, OLD.about, OLD.organisation_id, OLD.answerer_id, OLD.question, OLD.tags,
      OLD.due_on, OLD.asked_by_id, OLD.created_at)
  THEN
    RAISE EXCEPTION 'What was asked never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "review_round_asked_kept" BEFORE UPDATE ON "review_round"
  FOR EACH ROW EXECUTE FUNCTION "refuse_round_change"();
CREATE TRIGGER "review_round_kept" BEFORE DELETE ON "review_round"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "review_round_person_append_only" BEFORE UPDATE OR DELETE ON "review_round_person"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "review_round_person_no_truncate" BEFORE TRUNCATE ON "review_round_person"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "review_round_event_append_only" BEFORE UPDATE OR DELETE ON "review_round_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "review_round_event_no_truncate" BEFORE TRUNCATE ON "review_round_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "challenge_asked_kept" BEFORE UPDATE ON "challenge"
  FOR EACH ROW EXECUTE FUNCTION "refuse_challenge_change"();
CREATE TRIGGER "challenge_kept" BEFORE DELETE ON "challenge"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "challenge_event_append_only" BEFORE UPDATE OR DELETE ON "challenge_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "challenge_event_no_truncate" BEFORE TRUNCATE ON "challenge_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
