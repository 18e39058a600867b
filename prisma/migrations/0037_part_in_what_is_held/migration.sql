-- Nobody who has part in a talk that is held back is erased (R15.2): what they wrote and read there would lose its name.
CREATE FUNCTION fence.people_in_held_talks() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog BEGIN ATOMIC
  WITH held AS MATERIALIZED (SELECT talk_id FROM fence.held_talks() h(talk_id))
  SELECT e.person_id FROM held JOIN public.talk t ON t.id = held.talk_id
    JOIN public.employment e ON e.id = t.employment_id
  UNION SELECT s.author_person_id FROM held JOIN public.sheet s ON s.talk_id = held.talk_id
    WHERE s.author_person_id IS NOT NULL
  UNION SELECT g.by_person_id FROM held JOIN public.theme_tag g ON g.talk_id = held.talk_id
    WHERE g.by_person_id IS NOT NULL
  UNION SELECT d.by_person_id FROM held JOIN public.plan_draft d ON d.talk_id = held.talk_id
    WHERE d.by_person_id IS NOT NULL
  UNION SELECT v.by_person_id FROM held JOIN public.plan_version v ON v.talk_id = held.talk_id
    WHERE v.by_person_id IS NOT NULL
  UNION SELECT c.by_person_id FROM held JOIN public.plan_version v ON v.talk_id = held.talk_id
    JOIN public.plan_comment c ON c.plan_version_id = v.id WHERE c.by_person_id IS NOT NULL
  UNION SELECT a.by_person_id FROM held JOIN public.appointment a ON a.talk_id = held.talk_id
    WHERE a.by_person_id IS NOT NULL
  UNION SELECT a.person_id FROM held JOIN public.access_entry a ON a.talk_id = held.talk_id
  UNION SELECT o.by_person_id FROM held JOIN public.plan_opening o ON o.talk_id = held.talk_id
    WHERE o.by_person_id IS NOT NULL;
END;
CREATE FUNCTION fence.has_part_in_held_talks(person_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog
  RETURN EXISTS (SELECT FROM fence.people_in_held_talks() part(person_id)
    WHERE part.person_id = has_part_in_held_talks.person_id);
REVOKE ALL ON FUNCTION fence.people_in_held_talks(), fence.has_part_in_held_talks(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fence.people_in_held_talks() TO aarshjul_worker;
GRANT EXECUTE ON FUNCTION fence.has_part_in_held_talks(uuid) TO aarshjul_api, aarshjul_worker;

-- A name is not one person's alone: HR's words go where they can be about the erased one, in a round with a talk of theirs
-- or to somebody who led them or whom they led, and stay where another who is not erased bears the name.
CREATE OR REPLACE FUNCTION fence.nudges_naming(person_id uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog BEGIN ATOMIC
  WITH job AS (SELECT e.id FROM public.employment e WHERE e.person_id = nudges_naming.person_id),
    near AS (SELECT l.leader_id AS id FROM public.reporting_line l JOIN job ON job.id = l.employment_id
      UNION SELECT l.employment_id FROM public.reporting_line l JOIN job ON job.id = l.leader_id)
  SELECT n.id FROM public.person p JOIN public.nudge n
    ON position(lower(p.given_name || ' ' || p.family_name) IN lower(n.text)) > 0
    LEFT JOIN public.talk t ON t.id = n.talk_id
  WHERE p.id = nudges_naming.person_id AND p.erased_at IS NULL
    AND NOT EXISTS (SELECT FROM public.person o WHERE o.id <> p.id AND o.erased_at IS NULL
      AND lower(o.given_name || ' ' || o.family_name) = lower(p.given_name || ' ' || p.family_name))
    AND (coalesce(t.employment_id, n.leader_id) IN (SELECT id FROM near)
      OR n.round_id IN (SELECT own.round_id FROM public.talk own JOIN job ON job.id = own.employment_id));
END;
