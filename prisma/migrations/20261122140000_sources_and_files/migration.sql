-- The library a partnership cites from, and the pictures in its texts. Files are rows, so that a backup has them.
CREATE TABLE "source" (
    "id" TEXT NOT NULL,
    "partnership_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "authors" TEXT NOT NULL DEFAULT '',
    "publisher" TEXT NOT NULL DEFAULT '',
    "year" INTEGER,
    "url" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "accessed_at" DATE,
    "added_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_by_id" TEXT,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "stored_file" (
    "id" TEXT NOT NULL,
    "partnership_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "added_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- A picture is packed already.
ALTER TABLE "stored_file" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

CREATE INDEX "source_partnership_id_idx" ON "source"("partnership_id");
CREATE UNIQUE INDEX "stored_file_partnership_id_sha256_key" ON "stored_file"("partnership_id", "sha256");

ALTER TABLE "source" ADD CONSTRAINT "source_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "source" ADD CONSTRAINT "source_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "source" ADD CONSTRAINT "source_superseded_by_id_fkey" FOREIGN KEY ("superseded_by_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Editions prove their pictures by hash, and browsers keep them for a year.
CREATE TRIGGER "stored_file_never_changes" BEFORE UPDATE OR DELETE ON "stored_file"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "stored_file_no_truncate" BEFORE TRUNCATE ON "stored_file"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
