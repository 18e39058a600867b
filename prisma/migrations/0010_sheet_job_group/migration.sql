-- The questions that were shown when a sheet was begun stay: those of the employee's job group then.
ALTER TABLE "sheet" ADD COLUMN "job_group" TEXT;
UPDATE "sheet" s SET "job_group" = e."job_group" FROM "talk" t JOIN "employment" e ON e."id" = t."employment_id"
WHERE t."id" = s."talk_id" AND s."version" > 0;
