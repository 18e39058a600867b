import type { GroupTalkRefusal } from '../domain/group-talk/group-talk.ts'
import { type Problem, refused, type Sentences } from './problem.ts'

/** Why a team talk cannot be as it is wanted, with the names of those who stand against it. */
export function groupTalkRefused(
  refusal: GroupTalkRefusal,
  members: readonly { talkId: string; employee: string }[],
): Problem {
  if (refusal.code !== 'members-away') return refused(refusal.code, sentences[refusal.code])
  const away = members.filter(({ talkId }) => refusal.talkIds.includes(talkId))
  const names = away.map(({ employee }) => employee).join(', ')
  return refused(refusal.code, {
    da: `På den dag er nogle på orlov eller fratrådt: ${names}. Vælg en anden dag, eller tag dem af listen.`,
    en: `On that day some are on leave or have left: ${names}. Choose another day, or take them off the list.`,
  })
}

const sentences: Record<Exclude<GroupTalkRefusal['code'], 'members-away'>, Sentences> = {
  'group-talk-over': {
    da: 'Gruppesamtalen er begyndt, holdt eller aflyst og kan ikke ændres mere.',
    en: 'The team talk has begun, was held or is cancelled and can no longer be changed.',
  },
  'time-in-the-past': {
    da: 'Tidspunktet er allerede passeret. Vælg et senere.',
    en: 'That time has already passed. Choose a later one.',
  },
  'not-begun': {
    da: 'Gruppesamtalen er ikke begyndt endnu.',
    en: 'The team talk has not begun yet.',
  },
  'held-in-the-future': {
    da: 'Dagen er ikke kommet endnu. Vælg den dag, samtalen blev holdt.',
    en: 'The day has not come yet. Choose the day the talk was held.',
  },
  'held-before-planned': {
    da: 'Dagen ligger før den dag, I var indkaldt til. Vælg den dag, samtalen blev holdt.',
    en: 'The day is before the one the team was called in for. Choose the day the talk was held.',
  },
}
