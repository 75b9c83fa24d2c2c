-- Every node hears at once that somebody's rights changed or a document was frozen, whichever program changed it:
-- a page, an operator's command, or a person with psql.
CREATE FUNCTION "tell_rights"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('northing_rights', CASE TG_TABLE_NAME
    WHEN 'person' THEN 'person ' || (to_jsonb(OLD) ->> 'id')
    WHEN 'live_document' THEN 'document ' || (to_jsonb(OLD) ->> 'id')
    ELSE 'person ' || (to_jsonb(OLD) ->> 'person_id')
  END);
  RETURN NULL;
END
$$;

CREATE TRIGGER "session_told" AFTER DELETE OR UPDATE OF "expires_at", "person_id" ON "session"
  FOR EACH ROW EXECUTE FUNCTION "tell_rights"();
CREATE TRIGGER "membership_told" AFTER UPDATE OR DELETE ON "membership"
  FOR EACH ROW EXECUTE FUNCTION "tell_rights"();
CREATE TRIGGER "person_told" AFTER UPDATE OF "suspended_at" ON "person"
  FOR EACH ROW EXECUTE FUNCTION "tell_rights"();
-- Only a statement that names the column looks at this: raising the head with every edit does not.
CREATE TRIGGER "live_document_told" AFTER UPDATE OF "frozen_at" ON "live_document"
  FOR EACH ROW WHEN (OLD."frozen_at" IS NULL AND NEW."frozen_at" IS NOT NULL)
  EXECUTE FUNCTION "tell_rights"();
