-- A formal amendment is a suggestion that a body makes: numbered, with what its procedure says.
CREATE TABLE "amendment" (
    "suggestion_id" TEXT NOT NULL,
    "strategy_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body_id" TEXT NOT NULL,
    "minute_reference" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "amendment_pkey" PRIMARY KEY ("suggestion_id")
);
CREATE UNIQUE INDEX "amendment_strategy_id_number_key" ON "amendment"("strategy_id", "number");
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "suggestion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER "amendment_append_only" BEFORE UPDATE OR DELETE ON "amendment"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "amendment_no_truncate" BEFORE TRUNCATE ON "amendment"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- What was accepted in other words than those suggested, and how a vote went.
ALTER TABLE "suggestion_event" ADD COLUMN "words" TEXT,
ADD COLUMN "votes_for" INTEGER,
ADD COLUMN "votes_against" INTEGER,
ADD COLUMN "votes_abstained" INTEGER,
ADD COLUMN "minute_reference" TEXT NOT NULL DEFAULT '';
