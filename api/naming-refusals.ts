import { type Problem, refused, type Sentences } from './problem.ts'

/** Why somebody may not be named by the one who asks: they would name themselves (R15.1). */
type NamingRefusal = 'leader-names-itself' | 'deputy-names-itself'

export function notNamed(reason: NamingRefusal): Problem {
  return refused(reason, namingSentences[reason])
}

export const namingSentences: Readonly<Record<NamingRefusal, Sentences>> = {
  'leader-names-itself': {
    da: 'Du kan ikke vælge dig selv som leder, heller ikke en leder, du træder i stedet for. Bed en kollega i HR om det.',
    en: 'You cannot choose yourself as the leader, nor a leader whom you act for. Ask a colleague in HR to do it.',
  },
  'deputy-names-itself': {
    da: 'Du kan ikke gøre dig selv til stedfortræder for en anden. Bed lederen eller en kollega i HR om det.',
    en: 'You cannot make yourself the deputy of somebody else. Ask the leader or a colleague in HR to do it.',
  },
}
