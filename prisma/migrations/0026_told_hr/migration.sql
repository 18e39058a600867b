-- What HR was told is counted on their home page; it is little beside all that anybody was told.
CREATE INDEX "notice_told_hr" ON "notice" ("talk_id") WHERE "audience" = 'hr' AND "while_open";
