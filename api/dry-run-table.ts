import type { Language } from '../domain/language.ts'
import type { DryRunLine } from '../domain/simulation/dry-run-line.ts'
import type { NoticeAudience } from '../domain/talk/effects.ts'
import { noticeWords, stepWords } from '../web/texts/notice-kinds.ts'
import type { Table } from './table-file.ts'

/** Every mail of a dry run, by day. */
export function dryRunTable(
  name: string,
  lines: readonly DryRunLine[],
  names: ReadonlyMap<string, string>,
  language: Language,
): Table {
  const { header, roles } = words[language]
  return {
    name,
    header,
    rows: lines.map(({ on, audience, kind, step, talkId, recipient }) => [
      on,
      roles[audience],
      names.get(recipient) ?? '',
      noticeWords(language, kind),
      stepWords(language, step),
      talkId === null ? '' : (names.get(talkId) ?? ''),
    ]),
  }
}

const words: Record<Language, { header: string[]; roles: Record<NoticeAudience, string> }> = {
  da: {
    header: ['Dag', 'Rolle', 'Modtager', 'Om', 'Trin', 'Medarbejder'],
    roles: {
      employee: 'Medarbejder',
      leader: 'Leder',
      'leaders-leader': 'Leders leder',
      hr: 'HR',
    },
  },
  en: {
    header: ['Day', 'Role', 'Recipient', 'About', 'Step', 'Employee'],
    roles: {
      employee: 'Employee',
      leader: 'Leader',
      'leaders-leader': "Leader's leader",
      hr: 'HR',
    },
  },
}
