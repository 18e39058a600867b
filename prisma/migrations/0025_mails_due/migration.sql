-- The sender takes the next mails that are due in their order, and frees what waits on a mail that has ended.
CREATE INDEX "mail_due" ON "mail" (("lane" <> 'at-once'), "not_before_at", "id")
  WHERE "status" IN ('queued', 'unknown') AND "ended_at" IS NULL;
CREATE INDEX "notice_waiting_on_mail" ON "notice" ("mail_id") WHERE "status" = 'queued';
