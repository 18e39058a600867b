-- The worker deletes the themes of somebody who is erased, without reading them (R15.2).
GRANT DELETE ON theme_tag TO aarshjul_worker;
GRANT SELECT (id, round_id, talk_id) ON theme_tag TO aarshjul_worker;
CREATE POLICY worker ON theme_tag TO aarshjul_worker USING (true);
