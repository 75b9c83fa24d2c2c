-- `state` holds the snapshot's parts one after the other; without sizes it is one part, as it was before.
-- `crc` is the CRC-32 of state, state vector and delete set, signed.
ALTER TABLE "document_snapshot" ADD COLUMN "part_sizes" INTEGER[];
ALTER TABLE "document_snapshot" ADD COLUMN "crc" INTEGER;

-- Kept as it is: whoever opens a document waits for it to be unpacked, and the disk is patient.
ALTER TABLE "document_snapshot" ALTER COLUMN "state" SET STORAGE EXTERNAL;
