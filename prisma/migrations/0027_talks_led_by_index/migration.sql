-- Whose talks the viewer leads is looked up along the lines of those few alone: joined as a whole, the planner takes the
-- recursion for thousands and reads every line, job and talk there is, with every statement about what somebody wrote.
-- OFFSET 0 keeps each lookup as it is written.

CREATE OR REPLACE FUNCTION fence.leads() RETURNS TABLE (leader_id uuid, about uuid) LANGUAGE sql STABLE ROWS 3 BEGIN ATOMIC
  WITH RECURSIVE led (id, climbs_over, about) AS (
    SELECT e.id, fence.is_present(e, fence.viewed_on()), NULL::uuid FROM public.employment e
    WHERE e.person_id = fence.viewer() AND fence.is_employed(e, fence.viewed_on())
    UNION
    SELECT d.leader_id, true, NULL::uuid FROM public.employment acting JOIN public.deputy d ON d.deputy_id = acting.id
    WHERE acting.person_id = fence.viewer() AND d.from_on <= fence.viewed_on() AND d.to_on >= fence.viewed_on()
      AND fence.is_present(acting, fence.viewed_on())
    UNION
    SELECT below.id, true, coalesce(led.about, deputies.people[1]) FROM led
    CROSS JOIN LATERAL (
      SELECT e.id FROM public.reporting_line l JOIN public.employment e ON e.id = l.employment_id
      WHERE l.leader_id = led.id AND l.from_on <= fence.viewed_on() AND (l.to_on IS NULL OR l.to_on >= fence.viewed_on())
        AND NOT fence.is_present(e, fence.viewed_on()) OFFSET 0) below
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(DISTINCT acting.person_id), '{}') AS people
      FROM public.deputy d JOIN public.employment acting ON acting.id = d.deputy_id
      WHERE d.leader_id = below.id AND d.from_on <= fence.viewed_on() AND d.to_on >= fence.viewed_on()
        AND fence.is_present(acting, fence.viewed_on())) deputies
    WHERE led.climbs_over
      AND (cardinality(deputies.people) = 0
        OR deputies.people = ARRAY[coalesce(led.about, deputies.people[1])]))
  SELECT led.id, led.about FROM led;
END;

CREATE OR REPLACE FUNCTION fence.led_talks() RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 50 BEGIN ATOMIC
  WITH leads AS MATERIALIZED (SELECT * FROM fence.leads())
  SELECT DISTINCT theirs.id FROM leads CROSS JOIN LATERAL (
    SELECT t.id FROM public.reporting_line l
    JOIN public.employment e ON e.id = l.employment_id AND e.person_id <> fence.viewer()
      AND e.person_id = coalesce(leads.about, e.person_id)
    CROSS JOIN LATERAL (SELECT greatest(least(fence.viewed_on(), e.last_day), e.employed_from) AS on_day) seen
    JOIN public.talk t ON t.employment_id = e.id
    WHERE l.leader_id = leads.leader_id AND l.from_on <= seen.on_day AND (l.to_on IS NULL OR l.to_on >= seen.on_day)
    OFFSET 0) theirs;
END;
