import type { Language } from '../language.ts'
import type { ResendRefusal } from './resend.ts'

/** Why a mail is not sent again, as people are told it. */
export const resendRefusalSentences: Readonly<Record<ResendRefusal, Readonly<Record<Language, string>>>> = {
  'not-failed': {
    da: 'Mailen er ikke slået fejl og kan ikke sendes igen.',
    en: 'The mail has not failed and cannot be sent again.',
  },
  'sign-in': {
    da: 'Et link til at logge ind gælder kun kort. Personen beder selv om et nyt.',
    en: 'A link to sign in is short-lived. The person asks for a new one.',
  },
  'old-address': {
    da: 'Mailen fortæller om en ny mailadresse og var kun til den adresse, den blev sendt til. Sig det til personen selv.',
    en: 'The mail tells of a new mail address and was for the address it was sent to alone. Tell the person yourself.',
  },
  'no-address': {
    da: 'Personen har ingen mailadresse. Ret først adressen på medarbejderens side.',
    en: 'The person has no mail address. Correct the address on the employee’s page first.',
  },
  'told-since': {
    da: 'Personen har fået en nyere mail om det samme siden.',
    en: 'The person has had a newer mail about the same matter since.',
  },
  'tells-itself': {
    da: 'Det behøves ikke: Alt, der stadig gælder, står i personens næste samlemail.',
    en: 'There is no need: everything that still holds is in the person’s next digest.',
  },
  'nothing-left': {
    da: 'Alt det, mailen skulle fortælle, er fortalt med en anden mail eller venter på den næste samlemail.',
    en: 'All that the mail was to tell was told by another mail, or waits for the next digest.',
  },
}
