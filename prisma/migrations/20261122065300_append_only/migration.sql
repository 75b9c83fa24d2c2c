-- What the schema cannot say: rows that may be added and never changed, whoever asks.

CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_entry_no_truncate" BEFORE TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "document_update_append_only" BEFORE UPDATE OR DELETE ON "document_update"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "document_update_no_truncate" BEFORE TRUNCATE ON "document_update"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- An edition's state moves on; its text and the place in the log it was taken from do not.
CREATE FUNCTION "refuse_edition_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.content, NEW.hash, NEW.number, NEW.strategy_id, NEW.document_id, NEW.document_seq, NEW.document_state)
     IS DISTINCT FROM
     (OLD.content, OLD.hash, OLD.number, OLD.strategy_id, OLD.document_id, OLD.document_seq, OLD.document_state)
  THEN
    RAISE EXCEPTION 'The text of an edition never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "edition_text_frozen" BEFORE UPDATE ON "edition"
  FOR EACH ROW EXECUTE FUNCTION "refuse_edition_change"();
CREATE TRIGGER "edition_kept" BEFORE DELETE ON "edition"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
