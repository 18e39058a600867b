-- When HR had a mail that failed sent again, and who did; the time a mail may be put off counts from then on.
ALTER TABLE "mail" ADD COLUMN "resent_at" TIMESTAMPTZ(3);
ALTER TABLE "mail" ADD COLUMN "resent_by_person_id" UUID;
