import { isHrAnywhere } from '../../domain/permissions.ts'
import { roundsPage } from '../../web/pages/rounds.tsx'
import { newRound, newRoundForms } from './new-round.ts'
import { definePage, type Form } from './page.ts'
import { roundRulesForms, roundRulesPages } from './round-rules.ts'
import { roundTalkForms, roundTalkPages } from './round-talks.ts'
import { evaluationPackForms, evaluationPackPages } from './evaluation-pack.ts'
import { roundControlForms, roundControlPages } from './round-control.ts'
import { roundNudgeForms, roundNudgePages } from './round-nudge.ts'
import { roundDraftForms, roundDraftPages } from './round-draft.ts'
import { oneRound } from './round.ts'
import { roundLines } from './round-lines.ts'

const rounds = definePage({
  path: '/rounds',
  show: async (request) =>
    roundsPage(request.frame, { rounds: await roundLines(request), isHr: isHrAnywhere(request.person) }),
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
