-- Words a partnership explains, or would rather not read.
CREATE TABLE "glossary_term" (
    "id" TEXT NOT NULL,
    "partnership_id" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "instead_of" TEXT NOT NULL DEFAULT '',
    "updated_by_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "glossary_term_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "glossary_term_partnership_id_term_key" ON "glossary_term"("partnership_id", "term");

ALTER TABLE "glossary_term" ADD CONSTRAINT "glossary_term_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "glossary_term" ADD CONSTRAINT "glossary_term_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
