import type { OfferKind } from '../../domain/talk/talk.ts'

/** Where mails point: every page of the service that a mail may name, in one place. */
export interface Links {
  home: string
  talk(talkId: string): string
  /** The reader's own preparation sheet, or a leader's feedback for the employee. */
  preparation(talkId: string): string
  guide(talkId: string): string
  /** The own guide of a senior or leader-talent talk. */
  extraGuide(talkId: string, kind: OfferKind): string
  conversationGuide(talkId: string): string
  plan(talkId: string): string
  evaluation(talkId: string): string
  orientation(talkId: string): string
  round(roundId: string): string
  /** The plans that could not be filed, for HR. */
  filings: string
  /** The leader's own paragraph in the orientation, and what else they consider before the talks. */
  localOrientation(roundId: string): string
  /** The leader's common feedback to the team. */
  groupFeedback(roundId: string): string
  /** The team talks (GRUS) of a leader. */
  groupTalks(roundId: string, leaderId: string): string
  /** A page with a button: opening a link changes nothing, because mail scanners open links. */
  signIn(token: string): string
}

/** @param publicUrl the address people use, without a trailing slash */
export function linksOf(publicUrl: string): Links {
  const talk = (id: string) => `${publicUrl}/talks/${encodeURIComponent(id)}`
  return {
    home: `${publicUrl}/`,
    talk,
    preparation: (id) => `${talk(id)}/preparation`,
    guide: (id) => `${talk(id)}/materials/guide`,
    extraGuide: (id, kind) => `${talk(id)}/materials/${kind}-guide`,
    conversationGuide: (id) => `${talk(id)}/materials/conversation-guide`,
    plan: (id) => `${talk(id)}/plan`,
    evaluation: (id) => `${talk(id)}/evaluation`,
    orientation: (id) => `${talk(id)}/orientation`,
    filings: `${publicUrl}/filings`,
    localOrientation: (id) => `${publicUrl}/team/orientation?round=${encodeURIComponent(id)}`,
    groupFeedback: (id) => `${publicUrl}/rounds/${encodeURIComponent(id)}/group-feedback`,
    groupTalks: (id, leaderId) =>
      `${publicUrl}/rounds/${encodeURIComponent(id)}/group-talks?leaderId=${encodeURIComponent(leaderId)}`,
    round: (id) => `${publicUrl}/rounds/${encodeURIComponent(id)}`,
    signIn: (token) => `${publicUrl}/sign-in/${encodeURIComponent(token)}`,
  }
}
