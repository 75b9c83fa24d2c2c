-- Threads on a field, mentions, reactions, and who sees to a thread until when.
ALTER TABLE "thread" ADD COLUMN "field_key" TEXT, ADD COLUMN "assigned_to_id" TEXT, ADD COLUMN "due_on" DATE;
ALTER TABLE "comment" ADD COLUMN "mentions" JSONB NOT NULL DEFAULT '[]';

CREATE TABLE "comment_reaction" (
    "comment_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_reaction_pkey" PRIMARY KEY ("comment_id","person_id","kind")
);

CREATE TABLE "thread_event" (
    "id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "assignee_id" TEXT,
    "due_on" DATE,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_event_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "thread_assigned_to_id_idx" ON "thread"("assigned_to_id");
CREATE INDEX "thread_event_thread_id_idx" ON "thread_event"("thread_id");

ALTER TABLE "thread" ADD CONSTRAINT "thread_assigned_to_id_fkey" FOREIGN KEY ("assigned_to_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "comment_reaction" ADD CONSTRAINT "comment_reaction_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comment_reaction" ADD CONSTRAINT "comment_reaction_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "thread_event" ADD CONSTRAINT "thread_event_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "thread_event_append_only" BEFORE UPDATE OR DELETE ON "thread_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "thread_event_no_truncate" BEFORE TRUNCATE ON "thread_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
