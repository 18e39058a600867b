import type { JoinRefusal } from '../db/joined-people.ts'
import { NEW_WAY_IN_WAIT_DAYS } from '../domain/people/new-ways-in.ts'
import { type Problem, refused, type Sentences } from './problem.ts'

/** Why employments were not made one person's (R13.1). */
export function notJoined(reason: JoinRefusal): Problem {
  return refused(reason, joinSentences[reason])
}

export const joinSentences: Readonly<Record<JoinRefusal, Sentences>> = {
  'own-person': {
    da: 'Du kan ikke lægge ansættelser sammen med din egen. Bed en kollega i HR om det.',
    en: 'You cannot join employments with your own. Ask a colleague in HR to do it.',
  },
  'not-one-person': {
    da: 'De to ansættelser har ikke samme mail, navn og fødselsdato. Ret dem først, hvis det er én person.',
    en: 'The two employments do not have the same mail, name and birth date. Correct them first if it is one person.',
  },
  'new-address': {
    da: `En af de to har fået ny mailadresse. For sikkerhedens skyld kan de først lægges sammen ${NEW_WAY_IN_WAIT_DAYS} dage efter.`,
    en: `One of the two has got a new mail address. For safety they can be joined ${NEW_WAY_IN_WAIT_DAYS} days after that at the earliest.`,
  },
  'leads-the-other': {
    da: 'Den ene ansættelse er leder for den anden. Ret først, hvem der er leder.',
    en: 'One of the employments leads the other. First correct who leads.',
  },
  'holds-roles': {
    da: 'Ansættelsens person har roller. En administrator skal først tage dem fra og give dem igen bagefter.',
    en: 'The person of the employment holds roles. An administrator must first end them, and give them again afterwards.',
  },
}
