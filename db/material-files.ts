import type { Instant } from '../domain/calendar/day.ts'
import type { MaterialFile } from '../domain/material/material.ts'
import type { Tx } from './client.ts'

export interface StoredFile extends MaterialFile {
  bytes: Uint8Array
}

/** Keeps a file for the materials of a round, or of the installation; the same id twice keeps it once. */
export async function addMaterialFile(
  db: Tx,
  roundId: string | null,
  file: Omit<StoredFile, 'size'>,
  at: Instant,
): Promise<void> {
  const { id, name, mediaType, bytes } = file
  await db.materialFile.createMany({
    data: [{ id, roundId, name, mediaType, bytes: new Uint8Array(bytes), createdAt: new Date(at) }],
    skipDuplicates: true,
  })
}

/**
 * The files with these ids that materials of the round may carry: its own, the installation's, and those that came with
 * what was copied from the round before it.
 */
export async function filesOf(
  db: Tx,
  roundId: string | null,
  ids: readonly string[],
): Promise<Map<string, MaterialFile>> {
  const rows = await db.$queryRaw<MaterialFile[]>`
    SELECT id::text, name, media_type AS "mediaType", octet_length(bytes) AS size FROM material_file f
    WHERE id = ANY(${[...ids]}::uuid[]) AND (round_id IS NULL OR round_id = ${roundId}::uuid OR EXISTS (
      SELECT 1 FROM material m WHERE m.round_id = ${roundId}::uuid
        AND m.content->'files' @> jsonb_build_array(jsonb_build_object('id', f.id::text))))`
  return new Map(rows.map((file) => [file.id, file]))
}

/** A file with its bytes; null where there is none. */
export async function readMaterialFile(db: Tx, id: string): Promise<StoredFile | null> {
  const row = await db.materialFile.findUnique({ where: { id } })
  return row && { id, name: row.name, mediaType: row.mediaType, size: row.bytes.length, bytes: row.bytes }
}
