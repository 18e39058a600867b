-- What is forgotten, when, and what is held back from it.

ALTER TABLE "person" ADD COLUMN "erased_at" TIMESTAMPTZ(3);

CREATE TABLE "retention_rule" (
    "kind" TEXT NOT NULL,
    "months" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "by_person_id" UUID,

    CONSTRAINT "retention_rule_pkey" PRIMARY KEY ("kind")
);

CREATE TABLE "legal_hold" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "placed_by" UUID,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by" UUID,

    CONSTRAINT "legal_hold_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "legal_hold_person_id_idx" ON "legal_hold"("person_id");

ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "deletion_receipt" (
    "on_day" DATE NOT NULL,
    "cause" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deletion_receipt_pkey" PRIMARY KEY ("on_day", "cause", "kind")
);
