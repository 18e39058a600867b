-- Who wrote a version of a material; empty for those that came with the installation or were copied into a round.
ALTER TABLE "material" ADD COLUMN "by_person_id" UUID;
