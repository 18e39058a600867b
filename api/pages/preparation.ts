import type { z } from 'zod'
import type { MaterialContent, MaterialQuestion } from '../../domain/material/material.ts'
import { preparationPage } from '../../web/pages/preparation.tsx'
import { canonicalJson } from '../cause.ts'
import { notFound } from '../problem.ts'
import { listTalkMaterials } from '../routes/materials.ts'
import { showSinceLast } from '../routes/plans.ts'
import { markReady, saveOwnSheet, shareOwnSheet, showSheets } from '../routes/sheets.ts'
import { showTalk, talkParams } from '../routes/talks.ts'
import type { sheetContent } from '../share-schemas.ts'
import { ask, defineForm, definePage, type FormFields, type FormRequest, type PageRequest } from './page.ts'
import { otherVersion, seenVersion } from './seen-version.ts'

type Params = z.output<typeof talkParams>
type Answers = z.output<typeof sheetContent>

const preparation = definePage({
  path: '/talks/:talkId/preparation',
  params: talkParams,
  show: async (request) => {
    const { params, frame } = request
    const talk = await ask(request, showTalk, { params })
    const { party } = talk.standing
    if (party === null) throw notFound()
    const [sheets, sinceLast, form] = await Promise.all([
      ask(request, showSheets, { params }),
      ask(request, showSinceLast, { params }),
      formOf(request, party),
    ])
    const { mine, shared, reveal } = sheets
    const version = seenVersion(request, mine?.version ?? 0, mine?.isShared)
    const conflict = otherVersion(request, mine?.content ?? {})
    return preparationPage(frame, { talk, party, form, mine, version, shared, reveal, sinceLast, conflict })
  },
})

/** The questions of the person's own sheet. */
async function formOf(
  request: PageRequest<Params> | FormRequest<Params>,
  party: 'employee' | 'leader',
): Promise<MaterialContent | null> {
  const materials = await ask(request, listTalkMaterials, { params: request.params })
  const name = party === 'employee' ? 'preparation-sheet' : 'leader-preparation'
  return materials.find(({ material }) => material === name)?.content ?? null
}

const sheet = defineForm({
  path: '/talks/:talkId/preparation',
  page: preparation,
  params: talkParams,
  does: async (request) => {
    const { params, entered, despiteWarnings } = request
    await save(request)
    const wanted = entered.text('do')
    const to = `/talks/${params.talkId}/preparation`
    if (wanted === 'share') {
      await ask(request, shareOwnSheet, { params, body: { despiteWarnings } })
      return { to, notice: 'sheet-shared' }
    }
    if (wanted !== 'ready' && wanted !== 'not-ready') return { to, notice: 'sheet-saved' }
    await ask(request, markReady, { params, body: { ready: wanted === 'ready', despiteWarnings } })
    return { to, notice: wanted === 'ready' ? 'sheet-ready' : 'sheet-not-ready' }
  },
})

/** Asked by the page's script while the person writes. */
const draft = defineForm({
  path: '/talks/:talkId/preparation/draft',
  page: preparation,
  params: talkParams,
  does: async (request) => ({
    to: `/talks/${request.params.talkId}/preparation`,
    fields: { version: await save(request) },
  }),
})

/** Saves what was answered, where it is not what is saved already; the version that then stands. */
async function save(request: FormRequest<Params>): Promise<number> {
  const { params, entered, despiteWarnings } = request
  const { standing } = await ask(request, showTalk, { params })
  if (standing.party === null) throw notFound()
  const form = await formOf(request, standing.party)
  const { mine } = await ask(request, showSheets, { params })
  const content = answersIn(entered, form, mine?.content ?? {})
  if (canonicalJson(content) === canonicalJson(mine?.content ?? {})) return mine?.version ?? 0
  const version = Number(entered.text('version')) || 0
  return (await ask(request, saveOwnSheet, { params, body: { version, content, despiteWarnings } })).version
}

/** What was answered; an answer to a question that the form does not have stays as it was. */
function answersIn(entered: FormFields, form: MaterialContent | null, before: Answers): Answers {
  const questions = (form?.sections ?? []).flatMap((section) => section.questions)
  const asked = new Set(questions.map(({ id }) => id))
  const others = Object.entries(before).filter(([id]) => !asked.has(id))
  const answers = questions.flatMap((question): [string, Answers[string]][] => {
    const answer = answerIn(entered, question)
    return answer === null ? [] : [[question.id, answer]]
  })
  return Object.fromEntries([...others, ...answers])
}

function answerIn(entered: FormFields, question: MaterialQuestion): Answers[string] | null {
  const name = `content.${question.id}`
  const text = entered.text(name)
  if (question.form === 'choice' && question.several) {
    const chosen = entered.all(name).filter((one) => one !== '')
    return chosen.length > 0 ? [...chosen] : null
  }
  if (text === '') return null
  return question.form === 'scale' ? Number(text) : text
}

export const preparationPages = [preparation]
export const preparationForms = [sheet, draft]
