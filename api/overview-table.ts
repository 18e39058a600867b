import type { Language } from '../domain/language.ts'
import type { OverviewFigures } from '../domain/round/overview.ts'
import type { OverviewRow } from './overview.ts'
import type { Table, TableCell } from './table-file.ts'

type Column = { header: Record<Language, string>; of: (figures: OverviewFigures) => TableCell }

/** What the overview's file shows of each unit. */
const columns: readonly Column[] = [
  { header: { da: 'På deltagerlisten', en: 'On the roster' }, of: (f) => f.roster },
  { header: { da: 'Skal have samtale', en: 'To have a talk' }, of: (f) => f.expected },
  { header: { da: 'Holdt', en: 'Held' }, of: (f) => f.held },
  { header: { da: 'Holdt i procent', en: 'Held, per cent' }, of: (f) => percent(f.coverage) },
  { header: { da: 'Tid aftalt', en: 'Time arranged' }, of: (f) => f.arranged },
  { header: { da: 'Udskudt', en: 'Postponed' }, of: (f) => f.postponed },
  { header: { da: 'Undtaget', en: 'Exempt' }, of: (f) => f.exempt },
  { header: { da: 'Fratrådt', en: 'Left' }, of: (f) => f.left },
  { header: { da: 'Ikke holdt', en: 'Not held' }, of: (f) => f.notHeld },
  { header: { da: 'Uden udfald endnu', en: 'No outcome yet' }, of: (f) => f.unaccounted },
  { header: { da: 'Planer aftalt', en: 'Plans agreed' }, of: (f) => f.agreed },
  { header: { da: 'Planer journaliseret', en: 'Plans filed' }, of: (f) => f.filed },
  { header: { da: 'Mangler indkaldelse', en: 'Invitation overdue' }, of: (f) => late(f, 'invite') },
  { header: { da: 'Samtale over frist', en: 'Talk overdue' }, of: (f) => late(f, 'hold') },
  { header: { da: 'Plan over frist', en: 'Plan overdue' }, of: (f) => late(f, 'agree-plan') },
  {
    header: { da: 'Statussamtale over frist', en: 'Status talk overdue' },
    of: (f) => late(f, 'status-talk'),
  },
]

function late(figures: OverviewFigures, kind: keyof OverviewFigures['late']): TableCell {
  const count = figures.late[kind]
  return count === undefined ? 0 : count
}

export function overviewTable(name: string, rows: readonly OverviewRow[], language: Language): Table {
  const words = language === 'da' ? ['Enhedsnr.', 'Enhed'] : ['Unit no.', 'Unit']
  return {
    name,
    header: [...words, ...columns.map((column) => column.header[language])],
    rows: rows.map(({ unit, figures }) => [
      unit.number,
      unit.name,
      ...columns.map((column) => (figures === null ? null : column.of(figures))),
    ]),
  }
}

/** One decimal; null where nobody is expected. */
export function percent(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1000) / 10
}
