-- Links for people without accounts, threads on chapters, and what a thread is.
CREATE TABLE "guest_link" (
    "id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "strategy_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "body_id" TEXT,
    "sees_comments" BOOLEAN NOT NULL DEFAULT false,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guest_link_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "guest_link_token_hash_key" ON "guest_link"("token_hash");
CREATE UNIQUE INDEX "guest_link_person_id_key" ON "guest_link"("person_id");
CREATE INDEX "guest_link_strategy_id_idx" ON "guest_link"("strategy_id");

ALTER TABLE "guest_link" ADD CONSTRAINT "guest_link_strategy_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "guest_link" ADD CONSTRAINT "guest_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "guest_link" ADD CONSTRAINT "guest_link_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "thread" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'comment';
