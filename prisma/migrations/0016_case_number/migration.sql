-- The case of an employment in the personnel file, which a filed plan refers to (R8.1).
ALTER TABLE "employment" ADD COLUMN "case_number" TEXT NOT NULL DEFAULT '';
