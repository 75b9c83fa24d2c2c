-- CreateTable
CREATE TABLE "document_update_trimmed" (
    "document_id" TEXT NOT NULL,
    "from_seq" BIGINT NOT NULL,
    "to_seq" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "persons" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_update_trimmed_pkey" PRIMARY KEY ("document_id","from_seq")
);

-- AddForeignKey
ALTER TABLE "document_update_trimmed" ADD CONSTRAINT "document_update_trimmed_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "live_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Updates may be put away only in order, and only those that both an edition and a snapshot hold.
CREATE FUNCTION "check_trim"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.from_seq <> 1 + COALESCE((SELECT max(to_seq) FROM document_update_trimmed WHERE document_id = NEW.document_id AND from_seq < NEW.from_seq), 0)
     OR NEW.to_seq < NEW.from_seq
     OR NOT EXISTS (SELECT 1 FROM edition WHERE document_id = NEW.document_id AND document_seq >= NEW.to_seq)
     OR NOT EXISTS (SELECT 1 FROM document_snapshot WHERE document_id = NEW.document_id AND seq >= NEW.to_seq)
  THEN
    RAISE EXCEPTION 'Updates are put away only in order, when an edition and a snapshot hold them'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION "refuse_update_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (
    SELECT 1 FROM document_update_trimmed
    WHERE document_id = OLD.document_id AND OLD.seq BETWEEN from_seq AND to_seq
  ) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'Rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

DROP TRIGGER "document_update_append_only" ON "document_update";
CREATE TRIGGER "document_update_append_only" BEFORE UPDATE OR DELETE ON "document_update"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update_change"();

CREATE TRIGGER "document_update_trimmed_append_only" BEFORE UPDATE OR DELETE ON "document_update_trimmed"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "document_update_trimmed_no_truncate" BEFORE TRUNCATE ON "document_update_trimmed"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
-- Deferrable for a restore, which brings editions after updates.
CREATE CONSTRAINT TRIGGER "document_update_trimmed_covered" AFTER INSERT ON "document_update_trimmed"
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION "check_trim"();
