-- Every figure is a group of its own now, and a group keeps what came and went since it was shown before (R10.1): whole
-- groups, kept each time one grows, would be too much.
ALTER TABLE "published_cell" ADD COLUMN "seq" BIGSERIAL NOT NULL;
ALTER TABLE "published_cell" ADD COLUMN "gone" JSONB NOT NULL DEFAULT '[]';
-- What was shown before stays out: a group as it stood is what came, with what had gone since the time before.
UPDATE "published_cell" c SET "gone" = coalesce((
    SELECT jsonb_agg(r) FROM jsonb_array_elements(before.records) r
    WHERE NOT EXISTS (SELECT FROM jsonb_array_elements(c.records) n WHERE n->>'id' = r->>'id')), '[]')
  FROM (SELECT id, lag(records) OVER (PARTITION BY round_id, kind, key ORDER BY published_at, id) AS records
    FROM "published_cell") before
  WHERE before.id = c.id AND before.records IS NOT NULL;
-- What was shown as 'coverage' stays known.
ALTER TABLE "published_cell" DROP CONSTRAINT "published_cell_kind";
ALTER TABLE "published_cell" ADD CONSTRAINT "published_cell_kind"
  CHECK ("kind" IN ('themes', 'evaluations', 'reasons', 'counts', 'coverage'));
