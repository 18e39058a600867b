-- Since when somebody has the mail address they have; null where they came with it. A changed one lets nobody in for some
-- days (decision 0048).
ALTER TABLE "person" ADD COLUMN "email_changed_at" TIMESTAMPTZ(3);
