import type { Language } from '../../domain/language.ts'

export interface OtherVersionTexts {
  title: string
  hint: string
  useStored: string
}

/** Two versions of what was written, of which one is saved. */
export const otherVersionTexts: Readonly<Record<Language, OtherVersionTexts>> = {
  da: {
    title: 'Den udgave, der er gemt fra et andet sted',
    hint: 'Intet er overskrevet. Det, du har skrevet, står i felterne herunder. Flyt det med, du vil beholde, og gem igen. Så gælder det, der står i felterne.',
    useStored: 'Smid mine ændringer væk, og brug den gemte udgave',
  },
  en: {
    title: 'The version that was saved from another place',
    hint: 'Nothing is overwritten. What you have written stands in the fields below. Move over what you want to keep, and save again. Then what stands in the fields counts.',
    useStored: 'Throw my changes away, and use the saved version',
  },
}
