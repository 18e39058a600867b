-- A theme is a word that one person noted of another's talk: nobody else sees it but counted (R10.1), nor does the next
-- leader (R13.2).

-- The release before names nobody; it writes for whoever asks. Who wrote what is there already stands in the audit: a deputy
-- as well as the leader could. Where several did, or nobody is noted, it is nobody's: counted as before, shown to none, and
-- deleted with the rest.
ALTER TABLE theme_tag ADD COLUMN by_person_id UUID DEFAULT fence.viewer();
UPDATE theme_tag g SET by_person_id = noted.by_person_id
  FROM (SELECT talk_id, (array_agg(by_person_id))[1] AS by_person_id FROM audit_entry
    WHERE event ~ '^request/PUT [^ ]*/talks/[^ /]+/themes( |$)'
    GROUP BY talk_id HAVING count(DISTINCT by_person_id) = 1 AND count(*) = count(by_person_id)) noted
  WHERE noted.talk_id = g.talk_id AND EXISTS (SELECT FROM person p WHERE p.id = noted.by_person_id);
DROP INDEX theme_tag_talk_id_theme_key;
CREATE UNIQUE INDEX theme_tag_talk_id_by_person_id_theme_key ON theme_tag(talk_id, by_person_id, theme);

DROP POLICY leader ON theme_tag;
CREATE POLICY own ON theme_tag TO aarshjul_api USING (by_person_id = fence.viewer())
  WITH CHECK (by_person_id = fence.viewer() AND talk_id = ANY (ARRAY(SELECT fence.led_talks())));
GRANT SELECT (by_person_id) ON theme_tag TO aarshjul_worker;

-- What a leader and a deputy both noted of a talk counts once.
CREATE OR REPLACE FUNCTION fence.themes(wanted uuid) RETURNS TABLE (talk_id uuid, themes text[]) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog BEGIN ATOMIC
  SELECT g.talk_id, array_agg(DISTINCT g.theme ORDER BY g.theme) FROM public.theme_tag g
  WHERE g.round_id = themes.wanted AND (fence.sees_aggregates() OR g.talk_id = ANY (ARRAY(SELECT fence.led_talks())))
  GROUP BY g.talk_id;
END;

-- Two persons turn out to be one (R13.1): their themes follow too.
CREATE OR REPLACE FUNCTION fence.move_writings(before uuid, after uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT fence.units('hr')) THEN
    RAISE insufficient_privilege USING MESSAGE = 'two persons are joined by HR alone';
  END IF;
  DELETE FROM public.sheet s USING public.sheet o WHERE o.talk_id = s.talk_id AND o.author = s.author
    AND s.author_person_id IN (before, after) AND o.author_person_id IN (before, after)
    AND (s.updated_at, s.id) < (o.updated_at, o.id);
  DELETE FROM public.theme_tag g USING public.theme_tag o WHERE o.talk_id = g.talk_id AND o.theme = g.theme
    AND g.by_person_id = before AND o.by_person_id = after;
  UPDATE public.sheet SET author_person_id = after WHERE author_person_id = before;
  UPDATE public.theme_tag SET by_person_id = after WHERE by_person_id = before;
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
