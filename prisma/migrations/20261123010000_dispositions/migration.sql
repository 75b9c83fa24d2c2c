-- How a thread was answered, and why.
ALTER TABLE "thread" ADD COLUMN "disposition" TEXT,
ADD COLUMN "disposition_reason" TEXT NOT NULL DEFAULT '';
