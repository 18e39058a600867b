import type { Language } from '../../domain/language.ts'

/** What HR tells of a unit: its closing days, and who its union representative is. */
export interface UnitsTexts {
  title: string
  lead: string
  choose: string
  unit: string
  show: string
  tr: string
  trLead: string
  trName: string
  trHint: string
  save: string
  closings: string
  closingsLead: string
  noClosings: string
  inherited: string
  span: (from: string, to: string) => string
  remove: string
  removeOf: (span: string) => string
  add: string
  from: string
  to: string
  toHint: string
}

export const unitsTexts: Readonly<Record<Language, UnitsTexts>> = {
  da: {
    title: 'Lukkedage og tillidsrepræsentanter',
    lead: 'Det, der gælder for en enhed og alle enheder under den.',
    choose: 'Vælg enhed',
    unit: 'Enhed',
    show: 'Vis',
    tr: 'Tillidsrepræsentant',
    trLead: 'Navnet står i orienteringen til alle i enheden, så de ved, hvem de kan spørge.',
    trName: 'Tillidsrepræsentantens navn',
    trHint: 'Er feltet tomt, har enheden den samme som enheden over den.',
    save: 'Gem',
    closings: 'Enhedens egne lukkedage',
    closingsLead:
      'En skoles sommer, for eksempel. Dagene tæller ikke i nogen frist, og der sendes ingen mails til enheden. Kører en runde, tælles dens frister om med det samme.',
    noClosings: 'Enheden har ingen egne lukkedage.',
    inherited: 'Dage, hvor en enhed højere oppe er lukket, gælder også her. De står under den enhed.',
    span: (from, to) => (from === to ? from : `${from} til og med ${to}`),
    remove: 'Fjern',
    removeOf: (span) => `Fjern lukkedagene ${span}`,
    add: 'Tilføj lukkedage',
    from: 'Fra og med',
    to: 'Til og med',
    toHint: 'Lad feltet stå tomt, hvis det kun er den ene dag.',
  },
  en: {
    title: 'Closing days and union representatives',
    lead: 'What holds for a unit and all units below it.',
    choose: 'Choose a unit',
    unit: 'Unit',
    show: 'Show',
    tr: 'Union representative (TR)',
    trLead: 'The name stands in the orientation to all in the unit, so that they know whom they can ask.',
    trName: 'Name of the union representative',
    trHint: 'Left empty, the unit has the same as the unit above it.',
    save: 'Save',
    closings: 'The unit’s own closing days',
    closingsLead:
      'A school’s summer, for example. The days count in no due date, and no mails are sent to the unit. If a round is running, its due dates are counted anew at once.',
    noClosings: 'The unit has no closing days of its own.',
    inherited: 'Days on which a unit higher up is closed hold here too. They stand under that unit.',
    span: (from, to) => (from === to ? from : `${from} through ${to}`),
    remove: 'Remove',
    removeOf: (span) => `Remove the closing days ${span}`,
    add: 'Add closing days',
    from: 'From',
    to: 'Through',
    toHint: 'Leave it empty if it is the one day alone.',
  },
}
