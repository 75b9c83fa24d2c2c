-- How many a body has, how many must be present, what was counted; and the files that prove a sign-off.
ALTER TABLE "body" ADD COLUMN "members" INTEGER,
ADD COLUMN "quorum" INTEGER;
ALTER TABLE "sign_off" ADD COLUMN "present" INTEGER,
ADD COLUMN "votes_for" INTEGER,
ADD COLUMN "votes_against" INTEGER,
ADD COLUMN "votes_abstained" INTEGER,
ADD COLUMN "dissent" TEXT NOT NULL DEFAULT '';

CREATE TABLE "sign_off_evidence" (
    "id" TEXT NOT NULL,
    "sign_off_id" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_off_evidence_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "sign_off_evidence_sign_off_id_file_id_key" ON "sign_off_evidence"("sign_off_id", "file_id");
ALTER TABLE "sign_off_evidence" ADD CONSTRAINT "sign_off_evidence_sign_off_id_fkey" FOREIGN KEY ("sign_off_id") REFERENCES "sign_off"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sign_off_evidence" ADD CONSTRAINT "sign_off_evidence_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sign_off_evidence" ADD CONSTRAINT "sign_off_evidence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "sign_off_evidence_append_only" BEFORE UPDATE OR DELETE ON "sign_off_evidence"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "sign_off_evidence_no_truncate" BEFORE TRUNCATE ON "sign_off_evidence"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
