-- Whoever is held back from deletion (R15.2) is in others' talks too: what they wrote there, and that they read there, stays
-- with all the rest of it.
CREATE FUNCTION fence.held_talks() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog BEGIN ATOMIC
  WITH held AS MATERIALIZED (SELECT h.person_id FROM public.legal_hold h WHERE h.lifted_at IS NULL)
  SELECT t.id FROM held JOIN public.employment e ON e.person_id = held.person_id
    JOIN public.talk t ON t.employment_id = e.id
  UNION SELECT s.talk_id FROM held JOIN public.sheet s ON s.author_person_id = held.person_id
  UNION SELECT g.talk_id FROM held JOIN public.theme_tag g ON g.by_person_id = held.person_id
  UNION SELECT d.talk_id FROM held JOIN public.plan_draft d ON d.by_person_id = held.person_id
  UNION SELECT v.talk_id FROM held JOIN public.plan_version v ON v.by_person_id = held.person_id
  UNION SELECT v.talk_id FROM held JOIN public.plan_comment c ON c.by_person_id = held.person_id
    JOIN public.plan_version v ON v.id = c.plan_version_id
  UNION SELECT a.talk_id FROM held JOIN public.appointment a ON a.by_person_id = held.person_id
  UNION SELECT a.talk_id FROM held JOIN public.access_entry a ON a.person_id = held.person_id
  UNION SELECT o.talk_id FROM held JOIN public.plan_opening o ON o.by_person_id = held.person_id;
END;
CREATE FUNCTION fence.is_held_back(talk_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog
  RETURN EXISTS (SELECT FROM fence.held_talks() held(id) WHERE held.id = is_held_back.talk_id);

REVOKE ALL ON FUNCTION fence.held_talks(), fence.is_held_back(uuid) FROM PUBLIC;
GRANT USAGE ON SCHEMA fence TO aarshjul_worker;
GRANT EXECUTE ON FUNCTION fence.held_talks() TO aarshjul_worker;
GRANT EXECUTE ON FUNCTION fence.is_held_back(uuid) TO aarshjul_api, aarshjul_worker;

-- Nor does whoever wrote notes delete them meanwhile.
CREATE POLICY held ON sheet AS RESTRICTIVE FOR DELETE TO aarshjul_api USING (NOT fence.is_held_back(talk_id));

-- An erasure takes HR's own words that name the person, unread (R15.2).
CREATE FUNCTION fence.nudges_naming(person_id uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog BEGIN ATOMIC
  SELECT n.id FROM public.person p JOIN public.nudge n
    ON position(lower(p.given_name || ' ' || p.family_name) IN lower(n.text)) > 0
  WHERE p.id = nudges_naming.person_id AND p.erased_at IS NULL;
END;
REVOKE ALL ON FUNCTION fence.nudges_naming(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fence.nudges_naming(uuid) TO aarshjul_worker;
