-- The leader for whom a deputy wrote of a plan (R13.2).
ALTER TABLE "plan_draft" ADD COLUMN "on_behalf_of" UUID;
ALTER TABLE "plan_version" ADD COLUMN "on_behalf_of" UUID;
ALTER TABLE "plan_comment" ADD COLUMN "on_behalf_of" UUID;
