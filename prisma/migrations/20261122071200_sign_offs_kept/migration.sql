-- What a body said about an edition stays on record: a new answer needs a new edition.

CREATE TRIGGER "sign_off_append_only" BEFORE UPDATE OR DELETE ON "sign_off"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "sign_off_no_truncate" BEFORE TRUNCATE ON "sign_off"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
