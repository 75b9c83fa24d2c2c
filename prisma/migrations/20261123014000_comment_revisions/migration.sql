-- What a comment said before its author changed it or took it away.
ALTER TABLE "comment" ADD COLUMN "edited_at" TIMESTAMPTZ(3),
ADD COLUMN "deleted_at" TIMESTAMPTZ(3);

CREATE TABLE "comment_revision" (
    "id" TEXT NOT NULL,
    "comment_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_revision_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "comment_revision_comment_id_idx" ON "comment_revision"("comment_id");

CREATE TRIGGER "comment_revision_append_only" BEFORE UPDATE OR DELETE ON "comment_revision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "comment_revision_no_truncate" BEFORE TRUNCATE ON "comment_revision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
