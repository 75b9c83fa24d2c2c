-- The statement that writes a row has just raised the head of its document: the check could not fail, and cost as much as the row.
ALTER TABLE "document_update" DROP CONSTRAINT "document_update_document_id_fkey";
ALTER TABLE "live_document" SET (fillfactor = 50);
