-- HR's log and HR's letters are not the same (docs/decisions/0044-the-second-fence.md): the log tells that somebody was
-- written to; a letter says where the two meet, and what is between them, and is printed by who leads its reader.

-- domain/notices/between-the-two.ts names the same kinds.
CREATE FUNCTION fence.is_between_the_two(obligation text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN obligation IN
    ('talk-offered', 'offer-answered', 'form-does-not-fit', 'other-time-asked', 'action-reported', 'plan-returned');

-- The log (R14.5): one's own; and, for HR, that of the people of its units, without what one of the two tells the other, and
-- without the times of talks that were offered (R4.5, R15.1), which their subjects name.
CREATE VIEW course.mail_log WITH (security_barrier) AS
  SELECT m.id, m.person_id, m.template, told.notice_id, told.event_id, m.subject_line, m.recipient, m.status, m.reason,
    m.created_at, m.ended_at, m.resent_at, m.resent_by_person_id,
    m.template NOT IN ('calendar', 'group-talk') AND NOT EXISTS (
      SELECT FROM public.notice n WHERE n.mail_id = m.id AND fence.is_between_the_two(n.obligation)) AS hr_may_print
  FROM public.mail m
  CROSS JOIN LATERAL (SELECT
    CASE m.template WHEN 'notice' THEN (m.data->>'noticeId')::uuid END AS notice_id,
    CASE m.template WHEN 'calendar' THEN (m.data->>'subject')::uuid END AS event_id) told
  WHERE m.person_id = fence.viewer()
    OR EXISTS (SELECT FROM public.employment e JOIN public.unit_membership u ON u.employment_id = e.id
        WHERE e.person_id = m.person_id AND u.unit_id IN (SELECT fence.units('hr'))
          AND u.from_on <= greatest(fence.viewed_on(), e.employed_from)
          AND (u.to_on IS NULL OR u.to_on >= fence.viewed_on()))
      AND NOT EXISTS (SELECT FROM public.notice n WHERE n.id = told.notice_id AND fence.is_between_the_two(n.obligation))
      AND NOT EXISTS (SELECT FROM public.offer o WHERE o.id = told.event_id);
GRANT SELECT ON course.mail_log TO aarshjul_api;

-- The rows themselves hold the letters.
DROP POLICY hr ON mail;
CREATE POLICY hr ON mail FOR SELECT TO aarshjul_api USING (EXISTS (
  SELECT FROM course.mail_log l WHERE l.id = mail.id AND (l.status <> 'printed' OR l.hr_may_print)));
