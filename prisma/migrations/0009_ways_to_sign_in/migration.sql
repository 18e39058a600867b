-- A mailed link works in the browser that asked for it, or with the code that stands there. Links without a browser
-- are those that set-up prints.
ALTER TABLE "sign_in_link" ADD COLUMN "browser_hash" TEXT;
ALTER TABLE "sign_in_link" ADD COLUMN "code_hash" TEXT;
ALTER TABLE "sign_in_link" ADD COLUMN "wrong_tries" INTEGER NOT NULL DEFAULT 0;

-- Which of the workplace's sign-in services a session came from, and whether more than one factor was shown there.
ALTER TABLE "session" ADD COLUMN "provider" TEXT;
ALTER TABLE "session" ADD COLUMN "is_strong" BOOLEAN NOT NULL DEFAULT false;
