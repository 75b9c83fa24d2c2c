-- What people were told, until they have read it; mail is made from it.
CREATE TABLE "notice" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "strategy_id" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "sentences" TEXT[],
    "path" TEXT NOT NULL,
    "once_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "notice_person_id_once_key_key" ON "notice"("person_id", "once_key");
CREATE INDEX "notice_person_id_created_at_idx" ON "notice"("person_id", "created_at");
CREATE INDEX "notice_waiting_idx" ON "notice"("created_at") WHERE "mailed_at" IS NULL;
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notice" ADD CONSTRAINT "notice_strategy_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
