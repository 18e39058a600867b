-- Mails are fenced too (docs/decisions/0044-the-second-fence.md): a subject, an address and a letter to be printed tell who is
-- told what.

ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON mail FOR SELECT TO aarshjul_api USING (person_id = fence.viewer());
-- HR's log of the people of its units (R14.5), without what one of the two tells the other of how they are doing (R15.1):
-- domain/notices/between-the-two.ts names the same kinds.
CREATE POLICY hr ON mail FOR SELECT TO aarshjul_api USING (
  EXISTS (SELECT FROM employment e JOIN unit_membership u ON u.employment_id = e.id
    WHERE e.person_id = mail.person_id AND u.unit_id IN (SELECT fence.units('hr'))
      AND u.from_on <= greatest(fence.viewed_on(), e.employed_from)
      AND (u.to_on IS NULL OR u.to_on >= fence.viewed_on()))
  AND NOT EXISTS (SELECT FROM notice n
    WHERE n.id = CASE mail.template WHEN 'notice' THEN (mail.data->>'noticeId')::uuid END AND n.obligation IN
      ('talk-offered', 'offer-answered', 'form-does-not-fit', 'other-time-asked', 'action-reported', 'plan-returned')));
-- A failed one is sent again: whoever sees it, and is not only its own reader, may.
CREATE POLICY resends ON mail FOR UPDATE TO aarshjul_api USING (
  EXISTS (SELECT FROM employment e JOIN unit_membership u ON u.employment_id = e.id
    WHERE e.person_id = mail.person_id AND u.unit_id IN (SELECT fence.units('hr'))
      AND u.from_on <= greatest(fence.viewed_on(), e.employed_from)
      AND (u.to_on IS NULL OR u.to_on >= fence.viewed_on())));
-- Letters for whoever has no address are printed by who leads them (R13.1).
CREATE POLICY letters ON mail FOR SELECT TO aarshjul_api USING (status = 'printed' AND EXISTS (
  SELECT FROM employment e JOIN reporting_line l ON l.employment_id = e.id
  WHERE e.person_id = mail.person_id AND l.leader_id = ANY (ARRAY(SELECT fence.teams()))
    AND l.from_on <= fence.viewed_on() AND (l.to_on IS NULL OR l.to_on >= fence.viewed_on())));
CREATE POLICY queues ON mail FOR INSERT TO aarshjul_api WITH CHECK (status = 'queued' AND attempts = 0);
CREATE POLICY worker ON mail TO aarshjul_worker USING (true);
REVOKE DELETE ON mail FROM aarshjul_api;

-- To whom a mail is, for those who see that somebody was told, and how many there are.
CREATE VIEW course.mail AS SELECT id, person_id FROM public.mail;
GRANT SELECT ON course.mail TO aarshjul_api, aarshjul_worker;

-- Two persons turn out to be one (R13.1): mails follow too.
CREATE OR REPLACE FUNCTION fence.move_writings(before uuid, after uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT fence.units('hr')) THEN
    RAISE insufficient_privilege USING MESSAGE = 'two persons are joined by HR alone';
  END IF;
  DELETE FROM public.sheet s USING public.sheet o WHERE o.talk_id = s.talk_id AND o.author = s.author
    AND s.author_person_id IN (before, after) AND o.author_person_id IN (before, after)
    AND (s.updated_at, s.id) < (o.updated_at, o.id);
  UPDATE public.sheet SET author_person_id = after WHERE author_person_id = before;
  UPDATE public.mail SET person_id = after WHERE person_id = before;
  UPDATE public.access_entry SET person_id = after WHERE person_id = before;
  UPDATE public.legal_hold SET person_id = after WHERE person_id = before;
  UPDATE public.appointment SET by_person_id = after WHERE by_person_id = before;
  UPDATE public.nudge SET by_person_id = after WHERE by_person_id = before;
  UPDATE public.plan_comment SET by_person_id = after WHERE by_person_id = before;
  UPDATE public.plan_draft SET by_person_id = after WHERE by_person_id = before;
  UPDATE public.plan_opening SET by_person_id = after WHERE by_person_id = before;
  UPDATE public.plan_version SET by_person_id = after WHERE by_person_id = before;
END $$;
