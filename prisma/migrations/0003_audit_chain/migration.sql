-- What was decided, done and read, as one chain for each talk, round or other thing (R15.2): every entry holds the hash
-- of the one before it. The database itself links them, so that no writer can forget to.

ALTER TABLE "audit_entry" ADD COLUMN "seq" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "audit_entry" ADD COLUMN "previous_hash" TEXT NOT NULL DEFAULT '';
ALTER TABLE "audit_entry" ADD COLUMN "hash" TEXT NOT NULL DEFAULT '';
-- An entry outlives the talk it is about: it holds ids and hashes only.
ALTER TABLE "audit_entry" DROP CONSTRAINT "audit_entry_talk_id_fkey";

-- The last entry of each chain. Locked while one is added: each chain waits for itself alone.
CREATE TABLE "audit_head" (
    "subject" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("subject")
);

-- Heads as they stood on a night, and the nights as a chain of their own.
CREATE TABLE "audit_seal" (
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "heads_hash" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("number")
);

CREATE TABLE "audit_sealed_head" (
    "subject" UUID NOT NULL,
    "seal" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_sealed_head_pkey" PRIMARY KEY ("subject", "seal")
);
CREATE INDEX "audit_sealed_head_seal_idx" ON "audit_sealed_head"("seal");

-- Checked by db/audit-verify.ts, which makes the same text.
CREATE FUNCTION "audit_hash"(e "audit_entry") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(json_build_array(
    e."subject", e."seq", e."previous_hash", e."decision_id", e."version", e."event",
    (extract(epoch FROM e."at") * 1000)::bigint, e."by_person_id", e."on_behalf_of", e."request_hash", e."answer"::text
  )::text, 'UTF8')), 'hex')
$$;

-- With its owner's rights: whoever writes entries needs none to the heads.
CREATE FUNCTION "audit_link"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE head "audit_head"%ROWTYPE;
BEGIN
  LOOP
    SELECT * INTO head FROM "audit_head" WHERE "subject" = NEW."subject" FOR UPDATE;
    EXIT WHEN FOUND;
    INSERT INTO "audit_head" VALUES (NEW."subject", 0, '') ON CONFLICT DO NOTHING;
  END LOOP;
  -- A cause that is recorded already is left to the unique key; the chain must not move for it.
  IF EXISTS (SELECT 1 FROM "audit_entry" WHERE "subject" = NEW."subject" AND "decision_id" = NEW."decision_id") THEN
    RETURN NEW;
  END IF;
  NEW."seq" := head."seq" + 1;
  NEW."previous_hash" := head."hash";
  NEW."hash" := "audit_hash"(NEW);
  UPDATE "audit_head" SET "seq" = NEW."seq", "hash" = NEW."hash" WHERE "subject" = NEW."subject";
  RETURN NEW;
END $$;

-- What was written before there were chains is linked in the order it was written in.
DROP TRIGGER "audit_entry_append_only" ON "audit_entry";
DO $$
DECLARE e "audit_entry"%ROWTYPE; head "audit_head"%ROWTYPE;
BEGIN
  FOR e IN SELECT * FROM "audit_entry" ORDER BY "subject", "id" LOOP
    IF head."subject" IS DISTINCT FROM e."subject" THEN head := ROW(e."subject", 0, ''); END IF;
    e."seq" := head."seq" + 1;
    e."previous_hash" := head."hash";
    e."hash" := "audit_hash"(e);
    UPDATE "audit_entry" SET "seq" = e."seq", "previous_hash" = e."previous_hash", "hash" = e."hash" WHERE "id" = e."id";
    head := ROW(e."subject", e."seq", e."hash");
    INSERT INTO "audit_head" VALUES (head.*)
      ON CONFLICT ("subject") DO UPDATE SET "seq" = EXCLUDED."seq", "hash" = EXCLUDED."hash";
  END LOOP;
END $$;
CREATE UNIQUE INDEX "audit_entry_subject_seq_key" ON "audit_entry"("subject", "seq");
CREATE TRIGGER "audit_entry_link" BEFORE INSERT ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION "audit_link"();

-- Nobody changes, deletes or empties what was written; the heads move with the chains alone.
CREATE OR REPLACE FUNCTION "audit_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE FUNCTION "audit_head_follows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN RAISE EXCEPTION 'audit_head is moved by audit_entry alone'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION "audit_is_append_only"();
CREATE TRIGGER "audit_entry_not_emptied" BEFORE TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_is_append_only"();
CREATE TRIGGER "audit_seal_append_only" BEFORE UPDATE OR DELETE ON "audit_seal"
  FOR EACH ROW EXECUTE FUNCTION "audit_is_append_only"();
CREATE TRIGGER "audit_seal_not_emptied" BEFORE TRUNCATE ON "audit_seal"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_is_append_only"();
CREATE TRIGGER "audit_sealed_head_append_only" BEFORE UPDATE OR DELETE ON "audit_sealed_head"
  FOR EACH ROW EXECUTE FUNCTION "audit_is_append_only"();
CREATE TRIGGER "audit_sealed_head_not_emptied" BEFORE TRUNCATE ON "audit_sealed_head"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_is_append_only"();
CREATE TRIGGER "audit_head_moves_along" BEFORE INSERT OR UPDATE ON "audit_head"
  FOR EACH ROW EXECUTE FUNCTION "audit_head_follows"();
CREATE TRIGGER "audit_head_stays" BEFORE DELETE ON "audit_head"
  FOR EACH ROW EXECUTE FUNCTION "audit_is_append_only"();
CREATE TRIGGER "audit_head_not_emptied" BEFORE TRUNCATE ON "audit_head"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_is_append_only"();
