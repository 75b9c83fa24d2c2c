-- Who published an edition; why it could not wait; who approved that afterwards.
ALTER TABLE "edition" ADD COLUMN "published_by_id" TEXT,
ADD COLUMN "urgent_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN "second_approval_by_id" TEXT,
ADD COLUMN "second_approval_at" TIMESTAMPTZ(3);
