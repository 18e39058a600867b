import type { Language } from '../../domain/language.ts'
import type { Party } from '../../domain/talk/talk.ts'
import type { MailContent, MailPlace } from './content.ts'
import { frameTexts } from './frame.ts'
import { linksOf } from './links.ts'
import { type LocalTime, timeWord } from './words.ts'

export interface PlanOpeningInput {
  to: Party
  givenName: string
  employee: string
  /** Who opened it; null where they are gone. */
  by: string | null
  at: LocalTime
  talkId: string
}

/** HR has opened a plan that belongs to two; why stands on the page, because a mail carries nothing people wrote. */
export function planOpeningMail(input: PlanOpeningInput, language: Language, place: MailPlace): MailContent {
  const texts = planOpeningTexts[language]
  const whose = input.to === 'employee' ? texts.yours : texts.planOf(input.employee)
  const at = timeWord(input.at, language)
  return {
    subject: texts.subject(whose, at),
    preview: texts.why,
    title: texts.title(whose),
    blocks: [
      { kind: 'text', text: frameTexts[language].greeting(input.givenName) },
      {
        kind: 'text',
        text: texts.opened(input.by ?? texts.somebody, whose, at),
      },
      { kind: 'text', text: texts.why },
      { kind: 'button', label: texts.button, href: linksOf(place.publicUrl).talk(input.talkId) },
    ],
    footer: frameTexts[language].footer(place.employerName),
  }
}

interface PlanOpeningTexts {
  yours: string
  planOf(employee: string): string
  subject(whose: string, at: string): string
  title(whose: string): string
  somebody: string
  opened(by: string, whose: string, at: string): string
  why: string
  button: string
}

const planOpeningTexts: Record<Language, PlanOpeningTexts> = {
  da: {
    yours: 'din udviklingsplan',
    planOf: (employee) => `udviklingsplanen for ${employee}`,
    subject: (whose, at) => `HR har åbnet ${whose} ${at}`,
    title: (whose) => `HR har åbnet ${whose}`,
    somebody: 'En medarbejder',
    opened: (by, whose, at) =>
      `${by} fra HR åbnede ${whose} ${at}. Det kaldes en nødåbning og varer et døgn.`,
    why: 'Kun de to, planen hører til, kan ellers læse den. Begrundelsen, og hvornår planen er læst, står på siden om samtalen.',
    button: 'Se begrundelsen',
  },
  en: {
    yours: 'your development plan',
    planOf: (employee) => `the development plan of ${employee}`,
    subject: (whose, at) => `HR opened ${whose} on ${at}`,
    title: (whose) => `HR has opened ${whose}`,
    somebody: 'Somebody',
    opened: (by, whose, at) =>
      `${by} from HR opened ${whose} on ${at}. This is called an emergency opening and lasts a day and a night.`,
    why: 'Otherwise only the two whose plan it is can read it. The reason, and when the plan was read, stand on the page of the talk.',
    button: 'See the reason',
  },
}
