import { deputyForms, deputyPages } from './deputies.ts'
import { inviteForms, invitePages } from './invite.ts'
import { leaderActForms } from './leader-acts.ts'
import { leaderFollowUpForms } from './leader-follow-up.ts'
import { localOrientationForms, localOrientationPages } from './local-orientation.ts'
import type { Form, Page } from './page.ts'
import { slotForms, slotPages } from './slots.ts'
import { teamPages } from './team.ts'

/** What a leader meets besides the talk itself, and does on it. */
export const leaderPages: readonly Page[] = [
  ...teamPages,
  ...invitePages,
  ...slotPages,
  ...localOrientationPages,
  ...deputyPages,
]
export const leaderForms: readonly Form[] = [
  ...inviteForms,
  ...slotForms,
  ...localOrientationForms,
  ...deputyForms,
  ...leaderActForms,
  ...leaderFollowUpForms,
]
