import { randomUUID } from 'node:crypto'
import type { Language } from '../../domain/language.ts'
import {
  type MaterialContent,
  type MaterialFile,
  type MaterialQuestion,
  type MaterialSection,
  phases,
  type QuestionForm,
} from '../../domain/material/material.ts'
import type { Entered } from '../../web/frame.ts'
import type { FormFields } from './page.ts'

/** A material as it stands in a form's fields, places without words among them. */
export function enteredMaterial(entered: FormFields): MaterialContent {
  const sections = placesOf(entered, 'content.sections')
  return {
    title: entered.text('content.title'),
    intro: linesOf(entered, 'content.intro'),
    sections: sections.map((name) => ({
      heading: entered.text(`${name}.heading`),
      phase: phases.find((phase) => phase === entered.text(`${name}.phase`)) ?? null,
      text: linesOf(entered, `${name}.text`),
      questions: placesOf(entered, `${name}.questions`).map((place) => enteredQuestion(entered, place)),
    })),
    files: placesOf(entered, 'content.files').map((name) => enteredFile(entered, name)),
  }
}

/** The same as fields, for a form that comes back changed. */
export function fieldsOf(content: MaterialContent): Entered {
  const fields: Record<string, string> = { 'content.title': content.title, 'content.intro': content.intro }
  content.sections.forEach(({ heading, phase, text, questions }, s) => {
    const name = `content.sections.${s}`
    Object.assign(fields, {
      [`${name}.heading`]: heading,
      [`${name}.phase`]: phase ?? '',
      [`${name}.text`]: text,
    })
    questions.forEach((question, q) => {
      Object.assign(fields, questionFields(question, `${name}.questions.${q}`))
    })
  })
  content.files.forEach(({ id, name, mediaType, size }, f) => {
    Object.assign(fields, {
      [`content.files.${f}.id`]: id,
      [`content.files.${f}.name`]: name,
      [`content.files.${f}.mediaType`]: mediaType,
      [`content.files.${f}.size`]: String(size),
    })
  })
  return fields
}

/** Where a question or a section is put: the next place up or down. */
export type Direction = 'up' | 'down'

export function withSection(content: MaterialContent): MaterialContent {
  const section: MaterialSection = { heading: '', phase: null, text: '', questions: [] }
  return { ...content, sections: [...content.sections, section] }
}

export function withoutSection(content: MaterialContent, place: number): MaterialContent {
  return { ...content, sections: content.sections.filter((_section, s) => s !== place) }
}

export function withSectionMoved(content: MaterialContent, place: number, to: Direction): MaterialContent {
  return { ...content, sections: moved(content.sections, place, to) }
}

export function withQuestion(
  content: MaterialContent,
  place: number,
  question: MaterialQuestion,
): MaterialContent {
  return inSection(content, place, (questions) => [...questions, question])
}

export function withoutQuestion(content: MaterialContent, place: number, at: number): MaterialContent {
  return inSection(content, place, (questions) => questions.filter((_question, q) => q !== at))
}

/** Past the first or the last of its section it goes on into the next one. */
export function withQuestionMoved(
  content: MaterialContent,
  place: number,
  at: number,
  to: Direction,
): MaterialContent {
  const question = content.sections[place]?.questions[at]
  const last = (content.sections[place]?.questions.length ?? 0) - 1
  const next = to === 'up' ? place - 1 : place + 1
  const leaves = to === 'up' ? at === 0 : at === last
  if (question === undefined) return content
  if (!leaves) return inSection(content, place, (questions) => moved(questions, at, to))
  if (content.sections[next] === undefined) return content
  const without = withoutQuestion(content, place, at)
  return inSection(without, next, (questions) =>
    to === 'up' ? [...questions, question] : [question, ...questions],
  )
}

/** Answers are kept under the id, so that it stays when words are changed; a new question has a new one. */
export function newQuestion(form: QuestionForm['form'], language: Language): MaterialQuestion {
  const asked = { id: newId('q'), text: '', help: '' }
  if (form === 'text') return { ...asked, form }
  if (form === 'choice') return { ...asked, form, several: false, options: [] }
  const [leastLabel, mostLabel] = scaleEnds[language]
  return { ...asked, form, least: 1, most: 5, leastLabel, mostLabel }
}

const scaleEnds = {
  da: ['slet ikke', 'i høj grad'],
  en: ['not at all', 'very much'],
} as const satisfies Record<Language, readonly [string, string]>

function inSection(
  content: MaterialContent,
  place: number,
  change: (questions: MaterialQuestion[]) => MaterialQuestion[],
): MaterialContent {
  return {
    ...content,
    sections: content.sections.map((section, s) =>
      s === place ? { ...section, questions: change(section.questions) } : section,
    ),
  }
}

function moved<T>(list: readonly T[], place: number, to: Direction): T[] {
  const other = to === 'up' ? place - 1 : place + 1
  const [one, two] = [list[place], list[other]]
  if (one === undefined || two === undefined) return [...list]
  return list.map((each, index) => (index === place ? two : index === other ? one : each))
}

function enteredQuestion(entered: FormFields, name: string): MaterialQuestion {
  const asked = {
    id: entered.text(`${name}.id`) || newId('q'),
    text: entered.text(`${name}.text`),
    help: entered.text(`${name}.help`),
  }
  switch (entered.text(`${name}.form`)) {
    case 'scale':
      return {
        ...asked,
        form: 'scale',
        least: Number(entered.text(`${name}.least`)),
        most: Number(entered.text(`${name}.most`)),
        leastLabel: entered.text(`${name}.leastLabel`),
        mostLabel: entered.text(`${name}.mostLabel`),
      }
    case 'choice':
      return {
        ...asked,
        form: 'choice',
        several: entered.has(`${name}.several`),
        options: placesOf(entered, `${name}.options`)
          .map((place) => ({
            id: entered.text(`${place}.id`) || newId('o'),
            label: entered.text(`${place}.label`),
          }))
          .filter(({ label }) => label !== ''),
      }
    default:
      return { ...asked, form: 'text' }
  }
}

function questionFields(question: MaterialQuestion, name: string): Record<string, string> {
  const asked = { id: question.id, form: question.form, text: question.text, help: question.help }
  const more =
    question.form === 'scale'
      ? {
          least: String(question.least),
          most: String(question.most),
          leastLabel: question.leastLabel,
          mostLabel: question.mostLabel,
        }
      : question.form === 'choice'
        ? {
            ...(question.several && { several: 'yes' }),
            ...Object.fromEntries(
              question.options.flatMap(({ id, label }, o) => [
                [`options.${o}.id`, id],
                [`options.${o}.label`, label],
              ]),
            ),
          }
        : {}
  return Object.fromEntries(
    Object.entries({ ...asked, ...more }).map(([field, value]) => [`${name}.${field}`, value]),
  )
}

function enteredFile(entered: FormFields, name: string): MaterialFile {
  return {
    id: entered.text(`${name}.id`),
    name: entered.text(`${name}.name`),
    mediaType: entered.text(`${name}.mediaType`),
    size: Number(entered.text(`${name}.size`)),
  }
}

/** The names of a list's places, in their order. */
function placesOf({ fields }: FormFields, name: string): string[] {
  const places = Object.keys(fields).flatMap((field) => {
    if (!field.startsWith(`${name}.`)) return []
    const [, place] = /^(\d{1,3})\./.exec(field.slice(name.length + 1)) ?? []
    return place === undefined ? [] : [Number(place)]
  })
  return [...new Set(places)].sort((a, b) => a - b).map((place) => `${name}.${place}`)
}

/** Browsers send what is typed with the line ends of the mail, not of the web. */
function linesOf(entered: FormFields, name: string): string {
  return entered.text(name).replaceAll('\r\n', '\n')
}

function newId(kind: 'q' | 'o'): string {
  return `${kind}-${randomUUID().slice(0, 8)}`
}
