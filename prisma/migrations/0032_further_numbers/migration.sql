-- Since when an employment is a further one of somebody who was stored already; null where they came with it. Its number lets
-- nobody in for some days (decision 0051).
ALTER TABLE "employment" ADD COLUMN "joined_at" TIMESTAMPTZ(3);
