import type { Route } from '../route.ts'
import { actionRoutes } from './actions.ts'
import { appointmentRoutes } from './appointments.ts'
import { approvalRoutes } from './approvals.ts'
import { dryRunRoutes } from './dry-run.ts'
import { evaluationRoutes } from './evaluations.ts'
import { joiningRoutes } from './joinings.ts'
import { journalRoutes } from './journal.ts'
import { journalEntryRoutes } from './journal-entries.ts'
import { materialFileRoutes } from './material-files.ts'
import { materialRoutes } from './materials.ts'
import { meRoutes } from './me.ts'
import { mailRoutes } from './mails.ts'
import { nudgeRoutes } from './nudges.ts'
import { offerRoutes } from './offers.ts'
import { outcomeRoutes } from './outcome.ts'
import { deputyRoutes } from './deputies.ts'
import { groupFeedbackRoutes } from './group-feedback.ts'
import { groupTalkRoutes } from './group-talks.ts'
import { importRoutes } from './imports.ts'
import { leaveRoutes } from './leaves.ts'
import { localOrientationRoutes } from './local-orientation.ts'
import { ownDataRoutes } from './own-data.ts'
import { overviewRoutes } from './overview.ts'
import { planOpeningRoutes } from './plan-openings.ts'
import { personRoutes } from './person.ts'
import { planRoutes } from './plans.ts'
import { peopleRoutes } from './people.ts'
import { policyRoutes } from './policies.ts'
import { proposedTimeRoutes } from './proposed-times.ts'
import { retentionRoutes } from './retention.ts'
import { roleGrantRoutes } from './role-grants.ts'
import { roundActRoutes } from './round-acts.ts'
import { roundRoutes } from './rounds.ts'
import { serviceTokenRoutes } from './service-tokens.ts'
import { sessionRoutes } from './sessions.ts'
import { shareRoutes } from './shares.ts'
import { sheetRoutes } from './sheets.ts'
import { signInRoutes } from './sign-in.ts'
import { slotRoutes } from './slots.ts'
import { statusTalkRoutes } from './status-talks.ts'
import { teamRoutes } from './team.ts'
import { talkRoutes } from './talks.ts'
import { themeRoutes } from './themes.ts'
import { topicRoutes } from './topics.ts'
import { unitPauseRoutes } from './unit-pauses.ts'
import { unitRoutes } from './units.ts'
import { worksCouncilRoutes } from './works-council.ts'

/** Everything the service can be asked: the product's table of contents. */
export const routes: readonly Route[] = [
  ...signInRoutes,
  ...meRoutes,
  ...ownDataRoutes,
  ...sessionRoutes,
  ...teamRoutes,
  ...proposedTimeRoutes,
  ...talkRoutes,
  ...appointmentRoutes,
  ...slotRoutes,
  ...groupTalkRoutes,
  ...topicRoutes,
  ...sheetRoutes,
  ...shareRoutes,
  ...outcomeRoutes,
  ...planRoutes,
  ...planOpeningRoutes,
  ...approvalRoutes,
  ...journalRoutes,
  ...journalEntryRoutes,
  ...statusTalkRoutes,
  ...actionRoutes,
  ...offerRoutes,
  ...evaluationRoutes,
  ...themeRoutes,
  ...roundRoutes,
  ...roundActRoutes,
  ...unitPauseRoutes,
  ...policyRoutes,
  ...dryRunRoutes,
  ...overviewRoutes,
  ...materialRoutes,
  ...materialFileRoutes,
  ...localOrientationRoutes,
  ...groupFeedbackRoutes,
  ...worksCouncilRoutes,
  ...mailRoutes,
  ...nudgeRoutes,
  ...unitRoutes,
  ...importRoutes,
  ...peopleRoutes,
  ...personRoutes,
  ...joiningRoutes,
  ...leaveRoutes,
  ...deputyRoutes,
  ...roleGrantRoutes,
  ...serviceTokenRoutes,
  ...retentionRoutes,
]

/** The routes that need no session, by name; a test compares them with the definitions. */
export const openRoutes: readonly string[] = ['post /sign-in', 'post /session']
