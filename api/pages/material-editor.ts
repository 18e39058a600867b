import { z } from 'zod'
import type { Language } from '../../domain/language.ts'
import type { MaterialContent, MaterialKind, MaterialName } from '../../domain/material/material.ts'
import { materialEditorPage } from '../../web/pages/material-editor.tsx'
import { materialVersionPage } from '../../web/pages/material-version.tsx'
import { materialAddress } from '../../web/material-view.ts'
import { materialTexts } from '../../web/texts/material.ts'
import type { SignedInBegun } from '../begin.ts'
import { jobGroup, materialChoice, materialKind } from '../material-schemas.ts'
import { notFound, wrongInput } from '../problem.ts'
import { roundParams } from '../round-schemas.ts'
import {
  addDefaultMaterialFile,
  listDefaultMaterials,
  listDefaultMaterialVersions,
  listJobGroups,
  writeDefaultMaterial,
} from '../routes/default-materials.ts'
import { addRoundMaterialFile } from '../routes/material-files.ts'
import { listRoundMaterials, listRoundMaterialVersions, writeRoundMaterial } from '../routes/materials.ts'
import { showProgress } from '../routes/rounds.ts'
import { changedMaterial, sectionOf } from './material-changes.ts'
import { enteredMaterial, fieldsOf } from './material-fields.ts'
import { type Again, ask, type Done, defineForm, definePage, type FormRequest, readFields } from './page.ts'
import { runRound } from './round-request.ts'

/** Of a round's materials, or of the installation's where no round is named. */
interface Params {
  readonly roundId?: string
  readonly material: MaterialName
  readonly language: Language
}

type Asking = SignedInBegun & { readonly params: Params }

const defaultParams = z.object(materialChoice)
const ofRound = roundParams.extend(materialChoice)
const editorQuery = z.object({
  jobGroup: jobGroup.catch(''),
  kind: materialKind.catch(''),
  from: z.coerce.number().int().min(1).optional().catch(undefined),
})

const definitionOf = (base: '/materials' | '/rounds/:roundId/materials') => {
  const params = (base === '/materials' ? defaultParams : ofRound) as unknown as z.ZodType<Params>
  const editor = definePage({
    path: `${base}/:material/:language`,
    params,
    query: editorQuery,
    show: async (request) => {
      const { frame, params: asked, query } = request
      const typed = frame.sent && readFields(frame.sent.entered)
      const group = typed?.text('jobGroup') ?? query.jobGroup
      const kind = typed ? enteredKind(typed) : query.kind
      const round = await materialRound(request)
      const [all, everybodys, versions, groups] = await Promise.all([
        newestOf(request, kind),
        kind === '' ? [] : newestOf(request, ''),
        versionsOf(request, group, kind),
        ask(request, listJobGroups),
      ])
      const from = query.from === undefined ? null : versions.find(({ version }) => version === query.from)
      if (from === undefined) throw notFound()
      const start = startOf([...all, ...everybodys], asked, group)
      const content = typed ? enteredMaterial(typed) : (from?.content ?? start.content)
      const others = all.filter(({ material }) => material === asked.material)
      return materialEditorPage(frame, {
        round,
        place: { ...asked, kind, jobGroup: group },
        content,
        basedOn: typed ? Number(typed.text('basedOn')) : (versions[0]?.version ?? 0),
        versions,
        startedFrom: from ? from.version : versions.length > 0 ? null : start.language,
        isUnsaved: typed !== null && frame.sent?.problem === null,
        isPreviewed: typed?.has('preview') ?? false,
        elsewhere: missingFrom(content, others, asked.language, group),
        jobGroups: groups.filter((one) => !others.some((other) => other.jobGroup === one)),
        editions: others,
      })
    },
  })
  const version = definePage({
    path: `${base}/:material/:language/versions/:version`,
    params: params.and(z.object({ version: z.coerce.number().int().min(1) })),
    query: z.object({ jobGroup: jobGroup.catch(''), kind: materialKind.catch('') }),
    show: async (request) => {
      const { frame, params: asked, query } = request
      const round = await materialRound(request)
      const versions = await versionsOf(request, query.jobGroup, query.kind)
      const found = versions.find((one) => one.version === asked.version)
      if (found === undefined) throw notFound()
      return materialVersionPage(frame, { round, place: { ...asked, ...query }, shown: found, versions })
    },
  })
  const writing = defineForm({
    path: `${base}/:material/:language`,
    page: editor,
    params,
    names: complaintNames,
    does: write,
  })
  return { pages: [editor, version], forms: [writing] }
}

/** A list as a whole is complained about at its first place, and a file where it is chosen. */
const complaintNames = Object.fromEntries([
  ['file', 'file'],
  ...Array.from({ length: 40 }, (_none, s) => s).flatMap((s) =>
    Array.from({ length: 40 }, (_none, q) => `content.sections.${s}.questions.${q}`).map((name) => [
      `${name}.options`,
      `${name}.options.0.label`,
    ]),
  ),
]) as Readonly<Record<string, string>>

const definitions = [definitionOf('/materials'), definitionOf('/rounds/:roundId/materials')]
export const materialEditorPages = definitions.flatMap(({ pages }) => pages)
export const materialEditorForms = definitions.flatMap(({ forms }) => forms)

function enteredKind(entered: Pick<Writing['entered'], 'text'>): MaterialKind {
  return materialKind.catch('').parse(entered.text('kind'))
}

/** The round with how many of its talks have begun; null where none is named. */
export async function materialRound(
  request: SignedInBegun & { readonly params: { readonly roundId?: string } },
) {
  const { roundId } = request.params
  if (roundId === undefined) return null
  const asked = { ...request, params: { roundId } }
  const round = await runRound(asked)
  const begun =
    round.status === 'draft' ? 0 : (await ask(request, showProgress, { params: { roundId } })).started
  return { ...round, begun }
}

function newestOf(request: Asking, kind: MaterialKind) {
  const { roundId } = request.params
  return roundId === undefined
    ? ask(request, listDefaultMaterials, { query: { kind } })
    : ask(request, listRoundMaterials, { params: { roundId } })
}

function versionsOf(request: Asking, group: string, kind: MaterialKind) {
  const { roundId, material, language } = request.params
  const query = { jobGroup: group }
  return roundId === undefined
    ? ask(request, listDefaultMaterialVersions, { params: { material, language }, query: { ...query, kind } })
    : ask(request, listRoundMaterialVersions, { params: { roundId, material, language }, query })
}

type Newest = Awaited<ReturnType<typeof newestOf>>

/**
 * What is there to begin with: the newest version; else what people get as long as this one is missing, so that the
 * questions keep their ids; else nothing.
 */
function startOf(
  all: Newest,
  { material, language }: Params,
  group: string,
): { content: MaterialContent; language: Language | null } {
  const own = all.filter((one) => one.material === material)
  const found =
    own.find((one) => one.jobGroup === group && one.language === language) ??
    own.find((one) => one.jobGroup === group) ??
    own.find((one) => one.jobGroup === '' && one.language === language) ??
    own.find((one) => one.jobGroup === '')
  if (found !== undefined) return { content: found.content, language: found.language }
  const title = materialTexts[language].names[material]
  return { content: { title, intro: '', sections: [], files: [] }, language: null }
}

/** Questions that are asked in the other language and not here. */
function missingFrom(content: MaterialContent, others: Newest, language: Language, group: string) {
  const other = others.find((one) => one.language !== language && one.jobGroup === group)
  const here = new Set(content.sections.flatMap(({ questions }) => questions.map(({ id }) => id)))
  return (other?.content.sections ?? []).flatMap(({ questions }, section) =>
    questions.filter(({ id }) => !here.has(id)).map((question) => ({ section, question })),
  )
}

type Writing = FormRequest<Params>

async function write(request: Writing): Promise<Done | Again> {
  const { entered, params } = request
  const content = enteredMaterial(entered)
  const [what = ''] = entered.text('do').split('.')
  if (what === 'save') return save(request, content)
  if (what === 'preview') return again(request, content, { preview: 'yes' })
  if (what === 'attach') return again(request, await attached(request, content))
  if (what === 'open') return again(request, content, { opened: entered.text('do').slice('open.'.length) })
  if (what === 'adopt') return again(request, await adopted(request, content))
  const pressed = entered.text('do')
  return again(request, changedMaterial(content, pressed, params.language), {
    opened: sectionOf(pressed),
  })
}

async function save(request: Writing, content: MaterialContent): Promise<Done> {
  const { entered, params } = request
  // Chosen and not attached: it would be missed later.
  if (entered.text('file') !== '') throw notAttached(entered.text('file'), request.language)
  const group = entered.text('jobGroup')
  const kind = enteredKind(entered)
  const body = {
    jobGroup: group,
    basedOn: Number(entered.text('basedOn')),
    content: { ...content, files: content.files.map(({ id }) => id) },
  }
  const { roundId, material, language } = params
  const saved = await (roundId === undefined
    ? ask(request, writeDefaultMaterial, { params: { material, language }, query: { kind }, body })
    : ask(request, writeRoundMaterial, { params: { roundId, material, language }, body }))
  const place = { ...params, kind, jobGroup: group }
  return { to: materialAddress(place).version(saved.version), notice: 'material-saved' }
}

function again({ entered }: Writing, content: MaterialContent, more: Record<string, string> = {}): Again {
  const kept = {
    jobGroup: entered.text('jobGroup'),
    kind: entered.text('kind'),
    basedOn: entered.text('basedOn'),
  }
  return { again: { ...fieldsOf(content), ...kept, ...more } }
}

async function attached(request: Writing, content: MaterialContent): Promise<MaterialContent> {
  const { file, params } = request
  if (file.name === '') throw noFile(request.language)
  const query = { name: file.name }
  const kept = await (params.roundId === undefined
    ? ask(request, addDefaultMaterialFile, { query, file: file.bytes })
    : ask(request, addRoundMaterialFile, { params: { roundId: params.roundId }, query, file: file.bytes }))
  return { ...content, files: [...content.files, kept] }
}

/** The question with its id, as the other language has it: to be translated here. */
async function adopted(request: Writing, content: MaterialContent): Promise<MaterialContent> {
  const { entered, params } = request
  const id = entered.text('do').slice('adopt.'.length)
  const all = (await newestOf(request, enteredKind(entered))).filter(
    ({ material }) => material === params.material,
  )
  const found = missingFrom(content, all, params.language, entered.text('jobGroup')).find(
    ({ question }) => question.id === id,
  )
  if (found === undefined) return content
  const place = Math.min(found.section, content.sections.length - 1)
  return {
    ...content,
    sections: content.sections.map((section, s) =>
      s === place ? { ...section, questions: [...section.questions, found.question] } : section,
    ),
  }
}

function noFile(language: Language) {
  const sentence = {
    da: 'Vælg en fil, og tryk så på »Vedhæft filen«.',
    en: 'Choose a file, and then press “Attach the file”.',
  }[language]
  return wrongInput([{ place: 'file', value: '', expected: 'a file', sentence }])
}

function notAttached(name: string, language: Language) {
  const sentence = {
    da: `Du har valgt filen »${name}«. Tryk på »Vedhæft filen«, eller fjern valget, før du gemmer.`,
    en: `You have chosen the file “${name}”. Press “Attach the file”, or take the choice back, before you save.`,
  }[language]
  return wrongInput([{ place: 'file', value: name, expected: 'an attached file', sentence }])
}
