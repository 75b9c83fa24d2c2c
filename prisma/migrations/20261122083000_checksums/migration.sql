-- CRC-32 of the bytes as a signed number. Rows from before have none and are not checked.
ALTER TABLE "document_update" ADD COLUMN "crc" INTEGER;
