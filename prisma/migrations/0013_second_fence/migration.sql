-- The second fence: what people write is shown by the database itself to nobody but those it is for, whatever the api
-- asks. docs/decisions/0044-the-second-fence.md tells why and how; domain/permissions.ts is the first fence.

CREATE SCHEMA fence;
GRANT USAGE ON SCHEMA fence TO aarshjul_api;

-- ── For whom a statement is asked ────────────────────────────────────────────────────────────────────────
-- '<person> <day> <milliseconds>', which the api sends along with each statement; nobody where it says nothing. Bodies
-- are bound to the tables when they are made, so that no table of the same name can take their place.

CREATE FUNCTION fence.viewer() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(split_part(current_setting('aarshjul.viewer', true), ' ', 1), '')::uuid;
CREATE FUNCTION fence.viewed_on() RETURNS date LANGUAGE sql STABLE
  RETURN nullif(split_part(current_setting('aarshjul.viewer', true), ' ', 2), '')::date;
CREATE FUNCTION fence.viewed_at() RETURNS timestamptz LANGUAGE sql STABLE
  RETURN to_timestamp(nullif(split_part(current_setting('aarshjul.viewer', true), ' ', 3), '')::numeric / 1000);

-- ── How the viewer stands to whom ────────────────────────────────────────────────────────────────────────

CREATE FUNCTION fence.is_employed(e public.employment, on_day date) RETURNS boolean LANGUAGE sql STABLE
  RETURN e.employed_from <= on_day AND (e.last_day IS NULL OR e.last_day >= on_day);
CREATE FUNCTION fence.is_present(e public.employment, on_day date) RETURNS boolean LANGUAGE sql STABLE
  RETURN fence.is_employed(e, on_day) AND NOT EXISTS (
    SELECT FROM public.leave v
    WHERE v.employment_id = e.id AND v.from_on <= on_day AND (v.to_on IS NULL OR v.to_on >= on_day));

CREATE FUNCTION fence.jobs() RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 2 BEGIN ATOMIC
  SELECT e.id FROM public.employment e WHERE e.person_id = fence.viewer();
END;

-- The leaders' employments whose teams the viewer answers for that day: their own, those they are deputy for, and of
-- those below who are away without anybody acting (R11.2, R13.2).
CREATE FUNCTION fence.teams() RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 3 BEGIN ATOMIC
  WITH RECURSIVE led (id, climbs_over) AS (
    SELECT e.id, fence.is_present(e, fence.viewed_on()) FROM public.employment e
    WHERE e.person_id = fence.viewer() AND fence.is_employed(e, fence.viewed_on())
    UNION
    SELECT d.leader_id, true FROM public.employment acting JOIN public.deputy d ON d.deputy_id = acting.id
    WHERE acting.person_id = fence.viewer() AND d.from_on <= fence.viewed_on() AND d.to_on >= fence.viewed_on()
      AND fence.is_present(acting, fence.viewed_on())
    UNION
    SELECT e.id, true FROM led
    JOIN public.reporting_line l ON l.leader_id = led.id AND l.from_on <= fence.viewed_on()
      AND (l.to_on IS NULL OR l.to_on >= fence.viewed_on())
    JOIN public.employment e ON e.id = l.employment_id
    WHERE led.climbs_over AND NOT fence.is_present(e, fence.viewed_on()) AND NOT EXISTS (
      SELECT FROM public.deputy d JOIN public.employment acting ON acting.id = d.deputy_id
      WHERE d.leader_id = e.id AND d.from_on <= fence.viewed_on() AND d.to_on >= fence.viewed_on()
        AND fence.is_present(acting, fence.viewed_on())))
  SELECT led.id FROM led;
END;

CREATE FUNCTION fence.own_talks() RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 5 BEGIN ATOMIC
  SELECT t.id FROM public.talk t WHERE t.employment_id = ANY (ARRAY(SELECT fence.jobs()));
END;

-- Of somebody who left, or has not begun, the last or first day employed counts.
CREATE FUNCTION fence.led_talks() RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 50 BEGIN ATOMIC
  SELECT t.id FROM public.reporting_line l
  JOIN public.employment e ON e.id = l.employment_id AND e.person_id <> fence.viewer()
  CROSS JOIN LATERAL (SELECT greatest(least(fence.viewed_on(), e.last_day), e.employed_from) AS on_day) seen
  JOIN public.talk t ON t.employment_id = e.id
  WHERE l.leader_id = ANY (ARRAY(SELECT fence.teams()))
    AND l.from_on <= seen.on_day AND (l.to_on IS NULL OR l.to_on >= seen.on_day);
END;

-- One of the two whose talk it is (R15.1): the employee, or who holds the leader's role that day.
CREATE FUNCTION fence.talks() RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 50 BEGIN ATOMIC
  SELECT fence.own_talks() UNION ALL SELECT fence.led_talks();
END;

-- The units for which the viewer holds a role, with all below (R13.4).
CREATE FUNCTION fence.units(wanted text) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 20 BEGIN ATOMIC
  WITH RECURSIVE covered (unit_id) AS (
    SELECT g.unit_id FROM public.role_grant g
    WHERE g.person_id = fence.viewer() AND g.role = wanted AND g.from_on <= fence.viewed_on()
      AND (g.to_on IS NULL OR g.to_on >= fence.viewed_on())
    UNION
    SELECT u.id FROM covered JOIN public.unit u ON u.parent_id = covered.unit_id)
  SELECT covered.unit_id FROM covered;
END;

-- HR or the works council of some unit: who sees aggregates (R15.1).
CREATE FUNCTION fence.sees_aggregates() RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT fence.units('hr') UNION ALL SELECT fence.units('works-council'));

-- HR or an administrator of everything: who says how long things are kept (R15.2).
CREATE FUNCTION fence.governs_data() RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM public.unit u WHERE u.parent_id IS NULL) AND NOT EXISTS (
    SELECT FROM public.unit u WHERE u.parent_id IS NULL AND u.id NOT IN (
      SELECT fence.units('hr') UNION ALL SELECT fence.units('administrator')));

-- HR of the employee's unit who were given the right to open plans (R15.1).
CREATE FUNCTION fence.may_open(talk_id uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (
    SELECT FROM public.talk t JOIN public.employment e ON e.id = t.employment_id
    CROSS JOIN LATERAL (SELECT greatest(least(fence.viewed_on(), e.last_day), e.employed_from) AS on_day) seen
    JOIN public.unit_membership m ON m.employment_id = e.id AND m.from_on <= seen.on_day
      AND (m.to_on IS NULL OR m.to_on >= seen.on_day)
    WHERE t.id = may_open.talk_id AND m.unit_id IN (SELECT fence.units('hr') INTERSECT SELECT fence.units('break-glass')));

-- Both were ready at once where the round's rules show the sheets then (R5.3): of the two of that day, for what a leader
-- before this one called ready is never shown (R13.2).
CREATE FUNCTION fence.is_revealed(talk_id uuid, author uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (
    SELECT FROM public.talk t JOIN public.employment e ON e.id = t.employment_id
    CROSS JOIN LATERAL (SELECT greatest(least(fence.viewed_on(), e.last_day), e.employed_from) AS on_day) seen
    LEFT JOIN public.reporting_line l ON l.employment_id = e.id AND l.from_on <= seen.on_day
      AND (l.to_on IS NULL OR l.to_on >= seen.on_day)
    LEFT JOIN public.employment le ON le.id = l.leader_id
    WHERE t.id = is_revealed.talk_id AND is_revealed.author IN (e.person_id, le.person_id)
      AND t.snapshot->'policy'->>'reveal' = 'both-ready'
      AND (t.snapshot->'ready'->>'employee')::boolean AND (t.snapshot->'ready'->>'leader')::boolean);

-- ── Courses: how far a thing has come, without what it says ──────────────────────────────────────────────
-- For those who see how a talk goes and not what is written in it, and for figures.

CREATE SCHEMA course;
GRANT USAGE ON SCHEMA course TO aarshjul_api, aarshjul_worker;
CREATE VIEW course.sheet AS SELECT id, talk_id, author, author_person_id, job_group, shared_at FROM public.sheet;
CREATE VIEW course.plan_version AS SELECT id, talk_id, number, status FROM public.plan_version;
CREATE VIEW course.action AS
  SELECT id, employment_id, talk_id, plan_version_id, owner, due_on, status FROM public.action;
CREATE VIEW course.status_talk AS SELECT id, talk_id, due_on, status, held_on FROM public.status_talk;
CREATE VIEW course.appointment AS
  SELECT id, talk_id, subject, starts_at, minutes, status FROM public.appointment;
CREATE VIEW course.group_feedback AS SELECT id, round_id, leader_id, status FROM public.group_feedback;
GRANT SELECT ON ALL TABLES IN SCHEMA course TO aarshjul_api, aarshjul_worker;

-- ── What each may see ────────────────────────────────────────────────────────────────────────────────────
-- The worker writes down what was decided, files plans and deletes what has had its time; what it need not read, it
-- cannot.

ALTER TABLE sheet ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON sheet TO aarshjul_api USING (author_person_id = fence.viewer())
  WITH CHECK (author_person_id = fence.viewer() AND talk_id = ANY (ARRAY(SELECT fence.talks())));
CREATE POLICY shown ON sheet FOR SELECT TO aarshjul_api
  USING (talk_id = ANY (ARRAY(SELECT fence.talks()))
    AND (shared_at IS NOT NULL OR fence.is_revealed(talk_id, author_person_id)));
CREATE POLICY colleague ON sheet FOR SELECT TO aarshjul_api
  USING (author = 'employee' AND EXISTS (SELECT FROM share s WHERE s.talk_id = sheet.talk_id AND s.what = 'sheet'
    AND s.with_employment_id = ANY (ARRAY(SELECT fence.jobs()))));
-- Whoever was ready last notes that the other's sheet is shown too.
CREATE POLICY reveal ON sheet FOR UPDATE TO aarshjul_api
  USING (talk_id = ANY (ARRAY(SELECT fence.talks())) AND fence.is_revealed(talk_id, author_person_id))
  WITH CHECK (shared_at IS NOT NULL AND fence.is_revealed(talk_id, author_person_id));
CREATE POLICY worker ON sheet TO aarshjul_worker USING (true);
REVOKE SELECT, INSERT, UPDATE ON sheet FROM aarshjul_worker;
GRANT SELECT (id, talk_id, author, author_person_id, version, ready_at, shared_at, updated_at) ON sheet TO aarshjul_worker;

ALTER TABLE topic ENABLE ROW LEVEL SECURITY;
CREATE POLICY parties ON topic TO aarshjul_api USING (talk_id = ANY (ARRAY(SELECT fence.talks())));
CREATE POLICY worker ON topic TO aarshjul_worker USING (true);
REVOKE SELECT, INSERT, UPDATE ON topic FROM aarshjul_worker;
GRANT SELECT (id, talk_id, kind, created_at) ON topic TO aarshjul_worker;

ALTER TABLE plan_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY parties ON plan_draft TO aarshjul_api USING (talk_id = ANY (ARRAY(SELECT fence.talks())));
CREATE POLICY worker ON plan_draft TO aarshjul_worker USING (true);
REVOKE SELECT, INSERT, UPDATE ON plan_draft FROM aarshjul_worker;
GRANT SELECT (talk_id, version, by_person_id, updated_at) ON plan_draft TO aarshjul_worker;

ALTER TABLE plan_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY parties ON plan_version TO aarshjul_api USING (talk_id = ANY (ARRAY(SELECT fence.talks())));
-- Opened for a while, with a reason that the two read.
CREATE POLICY opened ON plan_version FOR SELECT TO aarshjul_api
  USING (EXISTS (SELECT FROM plan_opening o WHERE o.talk_id = plan_version.talk_id AND o.by_person_id = fence.viewer()
    AND o.opened_at <= fence.viewed_at() AND o.until_at > fence.viewed_at()) AND fence.may_open(talk_id));
CREATE POLICY worker ON plan_version TO aarshjul_worker USING (true);
-- What was written is replaced by a newer version, never changed.
REVOKE UPDATE, DELETE ON plan_version FROM aarshjul_api;

ALTER TABLE plan_comment ENABLE ROW LEVEL SECURITY;
CREATE POLICY parties ON plan_comment TO aarshjul_api USING (EXISTS (
  SELECT FROM course.plan_version v
  WHERE v.id = plan_version_id AND v.talk_id = ANY (ARRAY(SELECT fence.talks()))));
CREATE POLICY worker ON plan_comment TO aarshjul_worker USING (true);
REVOKE INSERT, UPDATE ON plan_comment FROM aarshjul_worker;

ALTER TABLE plan_opening ENABLE ROW LEVEL SECURITY;
CREATE POLICY parties ON plan_opening FOR SELECT TO aarshjul_api
  USING (by_person_id = fence.viewer() OR talk_id = ANY (ARRAY(SELECT fence.talks())));
CREATE POLICY opens ON plan_opening FOR INSERT TO aarshjul_api
  WITH CHECK (by_person_id = fence.viewer() AND fence.may_open(talk_id)
    AND talk_id <> ALL (ARRAY(SELECT fence.talks())));
CREATE POLICY worker ON plan_opening TO aarshjul_worker USING (true);
REVOKE UPDATE, DELETE ON plan_opening FROM aarshjul_api;

-- Whom an employee lets read their sheet, or some of their actions.
ALTER TABLE share ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON share TO aarshjul_api USING (talk_id = ANY (ARRAY(SELECT fence.own_talks())));
CREATE POLICY colleague ON share FOR SELECT TO aarshjul_api
  USING (with_employment_id = ANY (ARRAY(SELECT fence.jobs())));
CREATE POLICY worker ON share TO aarshjul_worker USING (true);

ALTER TABLE share_action ENABLE ROW LEVEL SECURITY;
CREATE POLICY colleague ON share_action FOR SELECT TO aarshjul_api
  USING (EXISTS (SELECT FROM share s WHERE s.id = share_id));
CREATE POLICY adds ON share_action FOR INSERT TO aarshjul_api
  WITH CHECK (share_id IN (SELECT s.id FROM share s WHERE s.talk_id = ANY (ARRAY(SELECT fence.own_talks())))
    AND action_id IN (SELECT a.id FROM course.action a WHERE a.employment_id = ANY (ARRAY(SELECT fence.jobs()))));
CREATE POLICY removes ON share_action FOR DELETE TO aarshjul_api
  USING (share_id IN (SELECT s.id FROM share s WHERE s.talk_id = ANY (ARRAY(SELECT fence.own_talks()))));
CREATE POLICY worker ON share_action TO aarshjul_worker USING (true);

ALTER TABLE action ENABLE ROW LEVEL SECURITY;
CREATE POLICY parties ON action FOR SELECT TO aarshjul_api
  USING (talk_id = ANY (ARRAY(SELECT fence.talks())) OR EXISTS (SELECT FROM share_action s WHERE s.action_id = action.id));
CREATE POLICY worker ON action TO aarshjul_worker USING (true);
REVOKE INSERT, UPDATE, DELETE ON action FROM aarshjul_api;

ALTER TABLE status_talk ENABLE ROW LEVEL SECURITY;
CREATE POLICY parties ON status_talk TO aarshjul_api USING (talk_id = ANY (ARRAY(SELECT fence.talks())));
CREATE POLICY worker ON status_talk TO aarshjul_worker USING (true);

ALTER TABLE appointment ENABLE ROW LEVEL SECURITY;
CREATE POLICY parties ON appointment TO aarshjul_api USING (talk_id = ANY (ARRAY(SELECT fence.talks())));
CREATE POLICY worker ON appointment TO aarshjul_worker USING (true);

-- Themes are the leader's (R10.1); others meet them counted.
ALTER TABLE theme_tag ENABLE ROW LEVEL SECURITY;
CREATE POLICY leader ON theme_tag TO aarshjul_api USING (talk_id = ANY (ARRAY(SELECT fence.led_talks())));
REVOKE ALL ON theme_tag FROM aarshjul_worker;
CREATE FUNCTION fence.themes(wanted uuid) RETURNS TABLE (talk_id uuid, themes text[]) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog BEGIN ATOMIC
  SELECT g.talk_id, array_agg(g.theme ORDER BY g.theme) FROM public.theme_tag g
  WHERE g.round_id = themes.wanted AND (fence.sees_aggregates() OR g.talk_id = ANY (ARRAY(SELECT fence.led_talks())))
  GROUP BY g.talk_id;
END;

ALTER TABLE talk_evaluation ENABLE ROW LEVEL SECURITY;
CREATE POLICY aggregates ON talk_evaluation FOR SELECT TO aarshjul_api USING (fence.sees_aggregates());
CREATE POLICY answers ON talk_evaluation FOR INSERT TO aarshjul_api WITH CHECK (fence.viewer() IS NOT NULL);
CREATE POLICY worker ON talk_evaluation TO aarshjul_worker USING (true);
REVOKE UPDATE, DELETE ON talk_evaluation FROM aarshjul_api;
REVOKE UPDATE ON talk_evaluation FROM aarshjul_worker;

-- A team's common feedback is its leader's until it is sent; then it is read by those who are or were in the team.
ALTER TABLE group_feedback ENABLE ROW LEVEL SECURITY;
CREATE POLICY leader ON group_feedback TO aarshjul_api USING (leader_id = ANY (ARRAY(SELECT fence.teams())));
CREATE POLICY written ON group_feedback FOR SELECT TO aarshjul_api USING (leader_id = ANY (ARRAY(SELECT fence.jobs())));
CREATE POLICY team ON group_feedback FOR SELECT TO aarshjul_api USING (status = 'sent' AND leader_id IN (
  SELECT l.leader_id FROM reporting_line l JOIN talk t ON t.employment_id = l.employment_id
  WHERE t.id = ANY (ARRAY(SELECT fence.talks()))));
CREATE POLICY worker ON group_feedback TO aarshjul_worker USING (true);

-- HR's own words to somebody (R14.5).
ALTER TABLE nudge ENABLE ROW LEVEL SECURITY;
CREATE POLICY told ON nudge FOR SELECT TO aarshjul_api USING (
  leader_id = ANY (ARRAY(SELECT fence.jobs())) OR talk_id = ANY (ARRAY(SELECT fence.own_talks())));
CREATE POLICY hr ON nudge TO aarshjul_api USING (
  round_id IN (SELECT r.id FROM round r WHERE r.unit_id = ANY (ARRAY(SELECT fence.units('hr')))));
CREATE POLICY worker ON nudge TO aarshjul_worker USING (true);
REVOKE SELECT, INSERT, UPDATE ON nudge FROM aarshjul_worker;
GRANT SELECT (id, round_id, talk_id, leader_id, by_person_id, at) ON nudge TO aarshjul_worker;

ALTER TABLE legal_hold ENABLE ROW LEVEL SECURITY;
CREATE POLICY governing ON legal_hold TO aarshjul_api USING (fence.governs_data());
CREATE POLICY worker ON legal_hold TO aarshjul_worker USING (true);

-- Answers that are given again to the same request hold what the first one did.
ALTER TABLE answered_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON answered_request TO aarshjul_api USING (person_id = fence.viewer());
CREATE POLICY worker ON answered_request TO aarshjul_worker USING (true);

-- ── Two persons turn out to be one (R13.1) ───────────────────────────────────────────────────────────────
-- What one of them wrote follows, unread, to the other. Whoever led a talk in both employments has two sheets of it:
-- the one written last stays.
CREATE FUNCTION fence.move_writings(before uuid, after uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT fence.units('hr')) THEN
    RAISE insufficient_privilege USING MESSAGE = 'two persons are joined by HR alone';
  END IF;
  DELETE FROM public.sheet s USING public.sheet o WHERE o.talk_id = s.talk_id AND o.author = s.author
    AND s.author_person_id IN (before, after) AND o.author_person_id IN (before, after)
    AND (s.updated_at, s.id) < (o.updated_at, o.id);
  UPDATE public.sheet SET author_person_id = after WHERE author_person_id = before;
  UPDATE public.access_entry SET person_id = after WHERE person_id = before;
  UPDATE public.legal_hold SET person_id = after WHERE person_id = before;
  UPDATE public.appointment SET by_person_id = after WHERE by_person_id = before;
  UPDATE public.nudge SET by_person_id = after WHERE by_person_id = before;
  UPDATE public.plan_comment SET by_person_id = after WHERE by_person_id = before;
  UPDATE public.plan_draft SET by_person_id = after WHERE by_person_id = before;
  UPDATE public.plan_opening SET by_person_id = after WHERE by_person_id = before;
  UPDATE public.plan_version SET by_person_id = after WHERE by_person_id = before;
END $$;

REVOKE ALL ON FUNCTION fence.themes(uuid), fence.move_writings(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fence.themes(uuid), fence.move_writings(uuid, uuid) TO aarshjul_api;
