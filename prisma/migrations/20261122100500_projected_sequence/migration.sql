-- CreateTable
CREATE TABLE "projection" (
    "strategy_id" TEXT NOT NULL,
    "document_seq" BIGINT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "projection_pkey" PRIMARY KEY ("strategy_id")
);

-- AddForeignKey
ALTER TABLE "projection" ADD CONSTRAINT "projection_strategy_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategy"("id") ON DELETE CASCADE ON UPDATE CASCADE;
