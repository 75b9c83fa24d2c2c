-- The label of an edition, major or minor: 2.0, 2.1. It is beside the text, so no hash made before changes.
ALTER TABLE "edition" ADD COLUMN "label" TEXT NOT NULL DEFAULT '';
UPDATE "edition" SET "label" = "number" || '.0';

CREATE FUNCTION "refuse_label_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.label, NEW.submitted_from) IS DISTINCT FROM (OLD.label, OLD.submitted_from) THEN
    RAISE EXCEPTION 'The label of an edition never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "edition_label_kept" BEFORE UPDATE ON "edition"
  FOR EACH ROW EXECUTE FUNCTION "refuse_label_change"();
