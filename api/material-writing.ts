import type { z } from 'zod'
import { filesOf } from '../db/material-files.ts'
import { type MaterialKey, type MaterialVersion, saveMaterial } from '../db/materials.ts'
import { type MaterialContent, materialComplaints } from '../domain/material/material.ts'
import { wrongField, wrongFields } from './field-problems.ts'
import type { writtenBody } from './material-schemas.ts'
import { refused } from './problem.ts'
import type { SignedInRequest } from './request.ts'

type Writing = SignedInRequest & { body: z.output<typeof writtenBody> }

/** The next version of a material of a round or of the installation, or the reason it cannot be written. Throws Problem. */
export async function writeMaterial(request: Writing, key: MaterialKey): Promise<MaterialVersion> {
  const { db, body, now, person } = request
  const content = await checked(request, key.roundId)
  const saved = await saveMaterial(db, key, content, body.basedOn, now, person.personId)
  if (saved === null) throw editedMeanwhile()
  return saved
}

async function checked(request: Writing, roundId: string | null): Promise<MaterialContent> {
  const { db, body, language } = request
  const files = await filesOf(db, roundId, body.content.files)
  const attached = body.content.files.map((fileId, index) => {
    const file = files.get(fileId)
    if (file === undefined) throw wrongField(`body.content.files.${index}`, fileId, 'unknown-file', language)
    return file
  })
  const content = { ...body.content, files: attached }
  const complaints = materialComplaints(content)
  if (complaints.length === 0) return content
  throw wrongFields(
    complaints.map(({ place, value, code }) => ({ place: `body.content.${place}`, value, code })),
    language,
  )
}

function editedMeanwhile() {
  return refused('edited-meanwhile', {
    da: 'En anden har rettet teksten imens. Hent den nyeste version, og ret i den.',
    en: 'Somebody else has changed the text meanwhile. Get the newest version and edit that one.',
  })
}
