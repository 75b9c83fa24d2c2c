-- Organisations are asked to confirm the exact words of the vision, and answer. Only ever added.
CREATE TABLE "vision_request" (
    "id" TEXT NOT NULL,
    "strategy_id" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "words_hash" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "asked_by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vision_request_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "vision_asked" (
    "request_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,

    CONSTRAINT "vision_asked_pkey" PRIMARY KEY ("request_id","organisation_id")
);
CREATE TABLE "vision_closing" (
    "request_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vision_closing_pkey" PRIMARY KEY ("request_id")
);
CREATE TABLE "vision_answer" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "position" BIGSERIAL NOT NULL,

    CONSTRAINT "vision_answer_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "vision_request_strategy_id_at_idx" ON "vision_request"("strategy_id", "at");
CREATE INDEX "vision_answer_request_id_idx" ON "vision_answer"("request_id");
ALTER TABLE "vision_request" ADD CONSTRAINT "vision_request_strategy_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "vision_request" ADD CONSTRAINT "vision_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "vision_asked" ADD CONSTRAINT "vision_asked_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "vision_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "vision_asked" ADD CONSTRAINT "vision_asked_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "vision_closing" ADD CONSTRAINT "vision_closing_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "vision_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "vision_closing" ADD CONSTRAINT "vision_closing_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "vision_answer" ADD CONSTRAINT "vision_answer_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "vision_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "vision_answer" ADD CONSTRAINT "vision_answer_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "vision_answer" ADD CONSTRAINT "vision_answer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "vision_request_append_only" BEFORE UPDATE OR DELETE ON "vision_request"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "vision_request_no_truncate" BEFORE TRUNCATE ON "vision_request"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "vision_asked_append_only" BEFORE UPDATE OR DELETE ON "vision_asked"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "vision_asked_no_truncate" BEFORE TRUNCATE ON "vision_asked"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "vision_closing_append_only" BEFORE UPDATE OR DELETE ON "vision_closing"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "vision_closing_no_truncate" BEFORE TRUNCATE ON "vision_closing"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "vision_answer_append_only" BEFORE UPDATE OR DELETE ON "vision_answer"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "vision_answer_no_truncate" BEFORE TRUNCATE ON "vision_answer"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
