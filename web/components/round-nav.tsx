import type { RoundStatus } from '../../domain/round/round.ts'
import type { Frame } from '../frame.ts'
import type { PageParts } from '../page.tsx'
import { roundTexts } from '../texts/round.ts'
import { roundWords } from '../texts/rounds.ts'

/** What a person may do with a round beside reading its figures. */
export interface RoundReach {
  readonly id: string
  /** HR of the round's unit: runs it. */
  readonly isRunner: boolean
  /** HR of somebody in it: sees status by name. */
  readonly isWatcher: boolean
}

export type RoundPlace = keyof (typeof roundTexts)['da']['goTo']

/** The way back: from a draft's page to its steps, from a started round's, which has its menu, to all rounds. */
export function roundBack(
  frame: Frame,
  { id, name, status }: { id: string; name: string; status: RoundStatus },
): NonNullable<PageParts['back']> {
  return status === 'draft'
    ? { href: `/rounds/${id}`, text: name }
    : { href: '/rounds', text: roundWords[frame.language].all }
}

/** The pages of one round, those that are the reader's: folded on a phone, a row of them where there is room. */
export function RoundNav({ frame, round, at }: { frame: Frame; round: RoundReach; at: RoundPlace }) {
  const texts = roundTexts[frame.language]
  return (
    <nav class="sub-menu no-print" aria-label={texts.nav}>
      <details>
        <summary>
          {texts.nav}: <span class="sub-menu-here">{texts.goTo[at]}</span>
        </summary>
        <ul class="plain-list no-max-width">
          {placesOf(round).map(([place, path]) => (
            <li key={place} class="sub-menu-item">
              <a href={`/rounds/${round.id}${path}`} aria-current={place === at ? 'page' : undefined}>
                {texts.goTo[place]}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  )
}

function placesOf({ isRunner, isWatcher }: RoundReach): [RoundPlace, string][] {
  return [
    ['overview', ''],
    ...(isWatcher
      ? ([
          ['talks', '/talks'],
          ['escalations', '/escalations'],
        ] satisfies [RoundPlace, string][])
      : []),
    ...(isRunner
      ? ([
          ['roster', '/roster'],
          ['nudge', '/nudges/new'],
          ['rules', '/rules'],
          ['texts', '/texts'],
          ['materials', '/materials'],
          ['control', '/control'],
        ] satisfies [RoundPlace, string][])
      : []),
    ['trend', '/trend'],
    ['evaluation', '/evaluation'],
  ]
}
