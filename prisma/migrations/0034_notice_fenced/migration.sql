-- Steps that are told are fenced too (docs/decisions/0044-the-second-fence.md): that one of the two offered a talk, wished another time
-- or sent a plan back is theirs to know, by its kind alone. The other steps tell how far a talk has come.

ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY steps ON notice FOR SELECT TO aarshjul_api USING (NOT fence.is_between_the_two(obligation));
CREATE POLICY of_the_two ON notice FOR SELECT TO aarshjul_api USING (talk_id = ANY (ARRAY(SELECT fence.talks())));
-- What waits is taken back by who takes back what it tells; what reached nobody is told again by HR.
CREATE POLICY waits_again ON notice FOR UPDATE TO aarshjul_api
  USING (NOT fence.is_between_the_two(obligation) OR talk_id = ANY (ARRAY(SELECT fence.talks())));
CREATE POLICY queues ON notice FOR INSERT TO aarshjul_api WITH CHECK (status = 'queued');
CREATE POLICY worker ON notice TO aarshjul_worker USING (true);
REVOKE DELETE ON notice FROM aarshjul_api;

-- For figures, and for those who see that a step was told.
CREATE VIEW course.notice AS
  SELECT id, subject, obligation, occurrence, audience, talk_id, leader_id, round_id, due_on, while_open, status, decided_at
  FROM public.notice WHERE NOT fence.is_between_the_two(obligation);
-- Of what kind that is which a mail tells, so that the program can hold it back by itself.
CREATE VIEW course.notice_kind AS SELECT id, mail_id, obligation FROM public.notice;
GRANT SELECT ON course.notice, course.notice_kind TO aarshjul_api, aarshjul_worker;
