import { holds, mayRunRounds } from '../../domain/permissions.ts'
import { roundsPage } from '../../web/pages/rounds.tsx'
import { listRounds, showProgress } from '../routes/rounds.ts'
import { newRound, newRoundForms } from './new-round.ts'
import { ask, definePage, type Form } from './page.ts'
import { roundRulesForms, roundRulesPages } from './round-rules.ts'
import { roundTalkForms, roundTalkPages } from './round-talks.ts'
import { evaluationPackForms, evaluationPackPages } from './evaluation-pack.ts'
import { roundControlForms, roundControlPages } from './round-control.ts'
import { roundNudgeForms, roundNudgePages } from './round-nudge.ts'
import { roundDraftForms, roundDraftPages } from './round-draft.ts'
import { oneRound, openingOf } from './round.ts'

const rounds = definePage({
  path: '/rounds',
  show: async (request) => {
    const found = await ask(request, listRounds)
    const lines = await Promise.all(
      found.map(async (round) => {
        const isCounted = round.status !== 'draft' && mayRunRounds(request.person, round.unitId)
        const progress = isCounted
          ? await ask(request, showProgress, { params: { roundId: round.id } })
          : null
        return { ...round, progress, opening: progress && openingOf(request, round, progress) }
      }),
    )
    return roundsPage(request.frame, { rounds: lines, isHr: holds(request.person, 'hr') })
  },
})

export const roundPages = [
  rounds,
  newRound,
  oneRound,
  ...roundDraftPages,
  ...roundRulesPages,
  ...roundTalkPages,
  ...roundNudgePages,
  ...roundControlPages,
  ...evaluationPackPages,
]

export const roundForms: readonly Form[] = [
  ...newRoundForms,
  ...roundDraftForms,
  ...roundRulesForms,
  ...roundTalkForms,
  ...roundNudgeForms,
  ...roundControlForms,
  ...evaluationPackForms,
]
