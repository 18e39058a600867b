-- Break-glass: somebody of HR with the right to it opened a plan, and why (R15.1).
CREATE TABLE "plan_opening" (
    "id" UUID NOT NULL,
    "talk_id" UUID NOT NULL,
    "by_person_id" UUID,
    "reason" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_opening_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "plan_opening_talk_id_idx" ON "plan_opening"("talk_id");
ALTER TABLE "plan_opening" ADD CONSTRAINT "plan_opening_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Why somebody could read something of a talk; empty where an older version wrote it down (R15.2).
ALTER TABLE "access_entry" ADD COLUMN "standing" TEXT NOT NULL DEFAULT '';
ALTER TABLE "access_entry" ADD COLUMN "opening_id" UUID;
ALTER TABLE "access_entry" ADD CONSTRAINT "access_entry_opening_id_fkey" FOREIGN KEY ("opening_id") REFERENCES "plan_opening"("id") ON DELETE SET NULL ON UPDATE CASCADE;
