-- Steps that are told are fenced too (docs/decisions/0044-the-second-fence.md): that one of the two offered a talk, wished another time
-- or sent a plan back is theirs to know, by its kind alone. The other steps tell how far a talk has come.

ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY steps ON notice FOR SELECT TO aarshjul_api USING (NOT fence.is_between_the_two(obligation));
CREATE POLICY of_the_two ON notice FOR SELECT TO aarshjul_api USING (talk_id = ANY (ARRAY(SELECT fence.talks())));
-- What waits is taken back by who takes back what it tells.
CREATE POLICY waits_again ON notice FOR UPDATE TO aarshjul_api
  USING (NOT fence.is_between_the_two(obligation) OR talk_id = ANY (ARRAY(SELECT fence.talks())));
CREATE POLICY queues ON notice FOR INSERT TO aarshjul_api WITH CHECK (status = 'queued');
CREATE POLICY worker ON notice TO aarshjul_worker USING (true);
REVOKE DELETE ON notice FROM aarshjul_api;

-- For figures, and for those who see that a step was told.
CREATE VIEW course.notice AS
  SELECT id, subject, obligation, occurrence, audience, talk_id, leader_id, round_id, due_on, while_open, status, decided_at
  FROM public.notice WHERE NOT fence.is_between_the_two(obligation);
GRANT SELECT ON course.notice TO aarshjul_api, aarshjul_worker;

-- What a mail was to tell and reached nobody is told again by HR (R14.5), also of what is between the two, which HR does not see.
CREATE FUNCTION fence.untold(told_by uuid) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  RETURN (SELECT count(*)::int FROM public.notice n WHERE n.mail_id = untold.told_by AND n.status = 'refused');
-- In the same mail, or in the next digest; of a mail in the viewer's own log alone.
CREATE FUNCTION fence.tell_again(told_by uuid, statuses text[], in_next_digest boolean) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog BEGIN ATOMIC
  UPDATE public.notice n SET status = 'queued', reason = NULL, ended_at = NULL,
    mail_id = CASE WHEN in_next_digest THEN NULL ELSE n.mail_id END
  WHERE n.mail_id = told_by AND n.status = ANY (statuses)
    AND (fence.viewer() IS NULL OR EXISTS (SELECT FROM course.mail_log l WHERE l.id = told_by));
END;
REVOKE ALL ON FUNCTION fence.untold(uuid), fence.tell_again(uuid, text[], boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fence.untold(uuid), fence.tell_again(uuid, text[], boolean) TO aarshjul_api;
