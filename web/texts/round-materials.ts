import type { Language } from '../../domain/language.ts'

/** The materials of one round, as HR looks them through. */
interface RoundMaterialsTexts {
  title: string
  lead: string
  none: string
  version: (number: number) => string
  languages: Record<Language, string>
}

export const roundMaterialsTexts: Readonly<Record<Language, RoundMaterialsTexts>> = {
  da: {
    title: 'Materialer',
    lead: 'Sådan ser materialerne ud i denne runde. Samtaler, der er begyndt, beholder den version, de begyndte med.',
    none: 'Runden har ingen materialer endnu.',
    version: (number) => `version ${number}`,
    languages: { da: 'dansk', en: 'engelsk' },
  },
  en: {
    title: 'Materials',
    lead: 'This is what the materials look like in this round. Talks that have begun keep the version they began with.',
    none: 'The round has no materials yet.',
    version: (number) => `version ${number}`,
    languages: { da: 'Danish', en: 'English' },
  },
}
