-- CreateTable
CREATE TABLE "document_version" (
    "document_id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "content" BYTEA NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "state" BYTEA NOT NULL,
    "state_sha256" TEXT NOT NULL,
    "state_vector" BYTEA NOT NULL,
    "authors" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_version_pkey" PRIMARY KEY ("document_id","seq")
);

-- CreateTable
CREATE TABLE "version_mark" (
    "id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "person_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "version_mark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "version_mark_document_id_seq_idx" ON "version_mark"("document_id", "seq");

-- AddForeignKey
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "live_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_mark" ADD CONSTRAINT "version_mark_document_id_seq_fkey" FOREIGN KEY ("document_id", "seq") REFERENCES "document_version"("document_id", "seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_mark" ADD CONSTRAINT "version_mark_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A version is what it was: it is added and never changed. Its bytes are compressed already.
ALTER TABLE "document_version" ALTER COLUMN "content" SET STORAGE EXTERNAL, ALTER COLUMN "state" SET STORAGE EXTERNAL;
CREATE TRIGGER "document_version_append_only" BEFORE UPDATE OR DELETE ON "document_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "document_version_no_truncate" BEFORE TRUNCATE ON "document_version"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "version_mark_append_only" BEFORE UPDATE OR DELETE ON "version_mark"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "version_mark_no_truncate" BEFORE TRUNCATE ON "version_mark"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
