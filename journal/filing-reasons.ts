import type { Language } from '../domain/language.ts'
import type { MaybeFiledReason, NotFiledReason } from './gateway.ts'

/** Why a plan is not filed, for HR to act on. */
export const filingReasons = {
  refused: {
    da: 'Personalearkivet tog ikke imod planen. Spørg dem, der driver det, om hvorfor.',
    en: 'The personnel file did not take the plan. Ask those who run it why.',
  },
  unreachable: {
    da: 'Personalearkivet kunne ikke nås. Prøv igen, når det er tilbage.',
    en: 'The personnel file could not be reached. Try again when it is back.',
  },
  'no-room': {
    da: 'Der er ikke plads i personalearkivets mappe. Bed it-afdelingen om at gøre plads, og prøv igen.',
    en: 'There is no room in the folder of the personnel file. Ask IT to make room, and try again.',
  },
  'no-access': {
    da: 'Tjenesten må ikke skrive i personalearkivets mappe. Bed it-afdelingen om at give adgang, og prøv igen.',
    en: 'The service may not write to the folder of the personnel file. Ask IT for access, and try again.',
  },
  'other-content': {
    da: 'Der ligger allerede et andet dokument under planens nøgle i personalearkivet. Se efter der, før du prøver igen.',
    en: 'Another document already has the key of the plan in the personnel file. Look there before you try again.',
  },
  manual: {
    da: 'Tjenesten er nu sat op til, at lederen selv journaliserer. Bed lederen om at hente planen og journalisere den.',
    en: 'The service is now set up for leaders to file by hand. Ask the leader to download the plan and file it.',
  },
  off: {
    da: 'Tjenesten er nu sat op til ikke at journalisere planer.',
    en: 'The service is now set up not to file plans.',
  },
  interrupted: {
    da: 'Det sidste forsøg blev afbrudt, så vi ved ikke, om planen nåede frem. Vi slår den op, før vi prøver igen.',
    en: 'The last try was cut off, so we do not know whether the plan arrived. We look it up before we try again.',
  },
  'timed-out': {
    da: 'Personalearkivet svarede ikke i tide, så vi ved ikke, om planen nåede frem. Vi slår den op, før vi prøver igen.',
    en: 'The personnel file did not answer in time, so we do not know whether the plan arrived. We look it up before we try again.',
  },
  'broke-off': {
    da: 'Forbindelsen til personalearkivet brød af, så vi ved ikke, om planen nåede frem. Vi slår den op, før vi prøver igen.',
    en: 'The connection to the personnel file broke off, so we do not know whether the plan arrived. We look it up before we try again.',
  },
  unconfirmed: {
    da: 'Personalearkivet sagde ja, men planen er ikke at finde der. Se efter der, før du prøver igen.',
    en: 'The personnel file said yes, but the plan is not to be found there. Look there before you try again.',
  },
} as const satisfies Record<NotFiledReason | MaybeFiledReason, Readonly<Record<Language, string>>>

/** The reason of a last try; of a row without one that is `interrupted`, since a try always stores it first. */
export function filingReason(reason: string): keyof typeof filingReasons {
  return reason in filingReasons ? (reason as keyof typeof filingReasons) : 'interrupted'
}
