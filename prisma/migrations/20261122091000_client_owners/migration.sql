-- A client id belongs to whoever wrote with it first; without a person it is the program's own.
CREATE TABLE "document_client" (
    "document_id" TEXT NOT NULL,
    "client_id" BIGINT NOT NULL,
    "person_id" TEXT,
    CONSTRAINT "document_client_pkey" PRIMARY KEY ("document_id","client_id")
);
ALTER TABLE "document_client" ADD CONSTRAINT "document_client_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "live_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "document_client_append_only" BEFORE UPDATE OR DELETE ON "document_client"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "document_client_no_truncate" BEFORE TRUNCATE ON "document_client"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
