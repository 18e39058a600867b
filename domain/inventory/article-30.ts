import type { Language } from '../language.ts'
import type { RetentionMonths } from '../retention/retention.ts'
import { processingLines } from './processing-record.ts'

/** The employer, as the record of processing names it. */
export interface Controller {
  readonly employerName: string
  /** The data protection officer; null where none is named. */
  readonly protectionContact: string | null
}

/** The record of processing (GDPR art. 30) as Markdown, with the columns that hold each kind of data. */
export function processingRecord(
  language: Language,
  controller: Controller,
  months: RetentionMonths,
): string {
  const words = texts[language]
  const kinds = processingLines(language, months).map((line) =>
    [
      `### ${line.what}`,
      '',
      `- ${words.purpose}: ${line.why}`,
      `- ${words.basis}: ${line.basis}`,
      `- ${words.readers}: ${line.readers.join(', ')}`,
      `- ${words.kept}: ${line.kept}`,
      `- ${words.columns}: ${line.columns.join(', ')}`,
    ].join('\n'),
  )
  return [
    `# ${words.title}`,
    `${words.controller}: ${controller.employerName}`,
    `${words.protectionContact}: ${controller.protectionContact ?? words.none}`,
    ...words.general.map((line) => `- ${line}`),
    `## ${words.kinds}`,
    ...kinds,
    '',
  ].join('\n\n')
}

const texts = {
  da: {
    title: 'Fortegnelse over behandlingsaktiviteter: Årshjulet',
    controller: 'Dataansvarlig',
    protectionContact: 'Databeskyttelsesrådgiver',
    none: 'ikke angivet (DATA_PROTECTION_CONTACT)',
    general: [
      'Formål: at holde og følge op på den årlige udviklingssamtale med hver medarbejder.',
      'Registrerede: medarbejdere, ledere, HR og medlemmer af SU/MED.',
      'Modtagere uden for tjenesten: arbejdsgiverens mailserver og personalesagssystem; ingen andre.',
      'Følsomme oplysninger (GDPR art. 9) er ikke en del af formålet: tjenesten advarer om CPR-numre, helbred og fagforening, før noget deles.',
      'Sikkerhed: adgang efter rolle, læsninger af indhold skrives ned, mails og logfiler uden indhold, kun id’er og datoer i motoren.',
    ],
    kinds: 'Kategorier af oplysninger',
    purpose: 'Formål',
    basis: 'Grundlag',
    readers: 'Hvem ser det',
    kept: 'Slettes',
    columns: 'Kolonner',
  },
  en: {
    title: 'Record of processing activities: Årshjulet',
    controller: 'Controller',
    protectionContact: 'Data protection officer',
    none: 'not given (DATA_PROTECTION_CONTACT)',
    general: [
      'Purpose: to hold and follow up the yearly development talk with every employee.',
      'Data subjects: employees, leaders, HR and members of the works council.',
      'Recipients outside the service: the employer’s mail server and personnel file system; nobody else.',
      'Special categories (GDPR art. 9) are no part of the purpose: the service warns of CPR numbers, health and unions before anything is shared.',
      'Security: access by role, readings of content are written down, mails and logs without content, ids and dates only in the engine.',
    ],
    kinds: 'Categories of data',
    purpose: 'Purpose',
    basis: 'Ground',
    readers: 'Who sees it',
    kept: 'Erased',
    columns: 'Columns',
  },
} as const satisfies Readonly<Record<Language, object>>
