-- Of what a leader and a deputy write in turn, the later save does not take the place of one its writer has not seen (R16).
ALTER TABLE "group_feedback" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "local_orientation" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0;
