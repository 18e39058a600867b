import { evaluationForms, evaluationPages } from './evaluation.ts'
import { filingForms, filingPages } from './filings.ts'
import { groupFeedbackForms, groupFeedbackPages } from './group-feedback.ts'
import { groupTalkForms, groupTalkPages } from './group-talks.ts'
import { homePages } from './home.ts'
import { leaderForms, leaderPages } from './leader.ts'
import { materialEditorForms, materialEditorPages } from './material-editor.ts'
import { materialListPages } from './material-lists.ts'
import { materialPages } from './materials.ts'
import { peopleForms, peoplePages } from './people.ts'
import { mailForms, mailPages } from './mails.ts'
import { ownDataPages } from './own-data.ts'
import { planDraftForms, planDraftPages } from './plan-draft.ts'
import { planOpeningForms, planOpeningPages } from './plan-opening.ts'
import { planForms, planPages } from './plan.ts'
import { preparationForms, preparationPages } from './preparation.ts'
import { roleForms, rolePages } from './roles.ts'
import { retentionForms, retentionPages } from './retention.ts'
import { roundForms, roundPages } from './rounds.ts'
import { serviceTokenForms, serviceTokenPages } from './service-tokens.ts'
import { sessionForms, sessionPages } from './sessions.ts'
import { sharingForms, sharingPages } from './sharing.ts'
import { talkAfterForms } from './talk-after.ts'
import { talkAgendaForms } from './talk-agenda.ts'
import { talkForms, talkPages } from './talk.ts'
import { unitForms, unitPages } from './units.ts'
import type { Form, Page } from './page.ts'

/** Every page people meet: the site's table of contents. */
export const pages: readonly Page[] = [
  ...homePages,
  ...ownDataPages,
  ...serviceTokenPages,
  ...sessionPages,
  ...roundPages,
  ...talkPages,
  ...leaderPages,
  ...materialPages,
  ...materialListPages,
  ...materialEditorPages,
  ...mailPages,
  ...filingPages,
  ...preparationPages,
  ...evaluationPages,
  ...sharingPages,
  ...planPages,
  ...planOpeningPages,
  ...groupFeedbackPages,
  ...groupTalkPages,
  ...planDraftPages,
  ...peoplePages,
  ...unitPages,
  ...rolePages,
  ...retentionPages,
]

/** Everything that is sent from them. */
export const forms: readonly Form[] = [
  ...serviceTokenForms,
  ...sessionForms,
  ...talkForms,
  ...talkAgendaForms,
  ...talkAfterForms,
  ...preparationForms,
  ...evaluationForms,
  ...sharingForms,
  ...leaderForms,
  ...planForms,
  ...planOpeningForms,
  ...groupFeedbackForms,
  ...groupTalkForms,
  ...planDraftForms,
  ...roundForms,
  ...retentionForms,
  ...materialEditorForms,
  ...peopleForms,
  ...unitForms,
  ...roleForms,
  ...mailForms,
  ...filingForms,
]
