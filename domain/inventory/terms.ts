import type { Language } from '../language.ts'
import type { RetentionMonths } from '../retention/retention.ts'
import type { Basis, Kept, Reader } from './data-kinds.ts'

/** The other words of the inventory: on which ground, who, and how long. */
export interface InventoryTerms {
  readonly basis: Readonly<Record<Basis, string>>
  readonly readers: Readonly<Record<Reader, string>>
  /** By the months that HR has chosen. */
  readonly kept: Readonly<Record<Kept, (months: RetentionMonths) => string>>
}

export const inventoryTerms: Readonly<Record<Language, InventoryTerms>> = {
  da: {
    basis: {
      employment:
        'Ansættelsesforholdet: overenskomster og aftaler om udviklingssamtaler (databeskyttelsesloven § 12; GDPR art. 6, stk. 1, litra c, e eller f)',
      accountability: 'Ansvarlighed (GDPR art. 5, stk. 2)',
      security: 'Sikkerhed (GDPR art. 32)',
      none: 'Ikke personoplysninger',
    },
    readers: {
      yourself: 'dig selv',
      leader: 'din leder',
      'leaders-leader': 'din leders leder',
      hr: 'HR',
      'chosen-colleague': 'den kollega, du selv deler med',
      'hr-by-opening': 'HR ved en nødåbning, som du får besked om',
      team: 'dit team',
      colleagues: 'kolleger, der søger efter dig (navn, stilling og enhed)',
      'works-council': 'SU/MED',
      administrator: 'administratoren',
      everybody: 'alle i runden',
      nobody: 'ingen på skærmen',
    },
    kept: {
      'while-needed': () => 'Så længe det bruges',
      employment: ({ people }) => `Til ${people} måneder efter din sidste dag som ansat`,
      talk: ({ people }) =>
        `Til ${people} måneder efter din sidste dag som ansat; derefter kun tal uden navn`,
      preparation: ({ preparation }) => `Til ${preparation} måneder efter, at samtalen er holdt eller lukket`,
      plan: ({ plan }) =>
        `Til ${plan} måneder efter, at samtalen er lukket; det journaliserede efter personalesagens regler`,
      round: () => 'Så længe runden gemmes',
      'round-texts': ({ plan }) => `Til ${plan} måneder efter, at runden er slut`,
      'round-notes': ({ preparation }) => `Til ${preparation} måneder efter, at runden er slut`,
      anonymous: () => 'Det er anonymt og slettes ikke',
      nudges: ({ nudges }) => `${nudges} måneder`,
      mails: ({ mails }) => `${mails} måneder`,
      accesses: ({ accesses }) => `${accesses} måneder`,
      audit: () => 'Slettes ikke: det er kun id’er, datoer, tal og kontroltal',
      'a-month': () => 'Til 30 dage efter, at det er udløbet eller kaldt tilbage',
      'a-week': () => 'En uge',
      'a-day': () => 'Til dagen efter, at det er udløbet',
      preview: () => 'Til filen er godkendt eller erstattet, højst en uge',
    },
  },
  en: {
    basis: {
      employment:
        'The employment: collective and other agreements on development talks (Danish Data Protection Act § 12; GDPR art. 6(1)(c), (e) or (f))',
      accountability: 'Accountability (GDPR art. 5(2))',
      security: 'Security (GDPR art. 32)',
      none: 'No personal data',
    },
    readers: {
      yourself: 'you',
      leader: 'your leader',
      'leaders-leader': 'your leader’s leader',
      hr: 'HR',
      'chosen-colleague': 'the colleague you share with yourself',
      'hr-by-opening': 'HR by an emergency opening that you are told about',
      team: 'your team',
      colleagues: 'colleagues who look for you (name, job and unit)',
      'works-council': 'the works council',
      administrator: 'the administrator',
      everybody: 'everybody in the round',
      nobody: 'nobody on the screen',
    },
    kept: {
      'while-needed': () => 'As long as it is in use',
      employment: ({ people }) => `Until ${people} months after your last day employed`,
      talk: ({ people }) =>
        `Until ${people} months after your last day employed; then figures without a name only`,
      preparation: ({ preparation }) => `Until ${preparation} months after the talk was held or closed`,
      plan: ({ plan }) =>
        `Until ${plan} months after the talk was closed; what was filed by the rules of the personnel file`,
      round: () => 'As long as the round is kept',
      'round-texts': ({ plan }) => `Until ${plan} months after the end of the round`,
      'round-notes': ({ preparation }) => `Until ${preparation} months after the end of the round`,
      anonymous: () => 'It is anonymous and is not deleted',
      nudges: ({ nudges }) => `${nudges} months`,
      mails: ({ mails }) => `${mails} months`,
      accesses: ({ accesses }) => `${accesses} months`,
      audit: () => 'Is not deleted: it is ids, dates, numbers and checksums only',
      'a-month': () => 'Until 30 days after it has run out or was revoked',
      'a-week': () => 'A week',
      'a-day': () => 'Until the day after it has run out',
      preview: () => 'Until the file is approved or replaced, at most a week',
    },
  },
}
