import type { Language } from '../../domain/language.ts'

/** What is said after HR or an administrator did something with people. */
export const peopleNotices = {
  'import-in-use': {
    da: 'Filen er taget i brug. Kørende runder er fulgt med.',
    en: 'The file is in use. Running rounds have followed.',
  },
  'import-in-use-later': {
    da: 'Filen er taget i brug. Kørende runder følger med i morgen tidlig.',
    en: 'The file is in use. Running rounds follow tomorrow morning.',
  },
  'import-read-as-units': {
    da: 'Filen har enheder i sig og ikke medarbejdere, så vi har læst den som en fil med enheder.',
    en: 'The file holds units and not employees, so we have read it as a file of units.',
  },
  'import-read-as-people': {
    da: 'Filen har medarbejdere i sig og ikke enheder, så vi har læst den som en fil med medarbejdere.',
    en: 'The file holds employees and not units, so we have read it as a file of employees.',
  },
  'employee-added': { da: 'Medarbejderen er tilføjet.', en: 'The employee is added.' },
  'employee-added-without-leader': {
    da: 'Medarbejderen er tilføjet. Vælg nu, hvem der er leder.',
    en: 'The employee is added. Now choose who leads them.',
  },
  'leader-named': {
    da: 'Lederen er skrevet ind. Samtaler og pligter følger med på dagen.',
    en: 'The leader is entered. Talks and duties follow on the day.',
  },
  'employee-moved': {
    da: 'Flytningen er skrevet ind. Får medarbejderen også en ny leder, så vælg lederen herunder.',
    en: 'The move is entered. If the employee gets a new leader too, choose the leader below.',
  },
  'details-corrected': {
    da: 'Oplysningerne er rettet. Ret dem også i lønsystemet.',
    en: 'The details are corrected. Correct them in the payroll system too.',
  },
  'last-day-set': {
    da: 'Den sidste dag er skrevet ind.',
    en: 'The last day is entered.',
  },
  'resignation-withdrawn': {
    da: 'Fratrædelsen er trukket tilbage.',
    en: 'The resignation is withdrawn.',
  },
  'leave-saved': { da: 'Orloven er skrevet ind.', en: 'The leave is entered.' },
  'leave-removed': { da: 'Orloven er slettet.', en: 'The leave is deleted.' },
  'employments-joined': {
    da: 'Ansættelserne hører nu til én person.',
    en: 'The employments now belong to one person.',
  },
  'role-given': { da: 'Rollen er givet.', en: 'The role is given.' },
  'service-token-revoked': {
    da: 'Adgangsnøglen er kaldt tilbage. Den gælder ikke mere.',
    en: 'The service token is revoked. It is no longer valid.',
  },
  'role-ended': { da: 'Rollen er stoppet.', en: 'The role has ended.' },
} as const satisfies Record<string, Record<Language, string>>
