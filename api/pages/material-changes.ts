import type { Language } from '../../domain/language.ts'
import type { MaterialContent } from '../../domain/material/material.ts'
import {
  newQuestion,
  withoutQuestion,
  withoutSection,
  withQuestion,
  withQuestionMoved,
  withSection,
  withSectionMoved,
} from './material-fields.ts'

/** Where the section stands afterwards in which a button was pressed, such as 'section-2'; it stays open. */
export function sectionOf(pressed: string): string {
  const [what, part, place = ''] = pressed.split('.')
  const step = part !== 'section' ? 0 : what === 'up' ? -1 : what === 'down' ? 1 : 0
  return `section-${Number(place) + step}`
}

/** The material after a button of its form was pressed, such as 'up.question.2.0'; as it was where it means nothing. */
export function changedMaterial(
  content: MaterialContent,
  pressed: string,
  language: Language,
): MaterialContent {
  const [what, part, place = '', at = ''] = pressed.split('.')
  const [section, question] = [Number(place), Number(at)]
  switch (`${what} ${part}`) {
    case 'add section':
      return withSection(content)
    case 'remove section':
      return withoutSection(content, section)
    case 'up section':
    case 'down section':
      return withSectionMoved(content, section, what === 'up' ? 'up' : 'down')
    case 'add text':
    case 'add scale':
    case 'add choice':
      return withQuestion(content, section, newQuestion(part as 'text' | 'scale' | 'choice', language))
    case 'remove question':
      return withoutQuestion(content, section, question)
    case 'up question':
    case 'down question':
      return withQuestionMoved(content, section, question, what === 'up' ? 'up' : 'down')
    case 'remove file':
      return { ...content, files: content.files.filter((_file, f) => f !== section) }
    default:
      return content
  }
}
