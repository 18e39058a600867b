import type { Sentences } from './sentences.ts'

/** What a mail about one notice alone says in its subject: the sentence, shortened to what fits on one line. */
export const subjectsEn: Sentences = {
  obligations: {
    invite: {
      reminder: (f) => `Invite ${f.other} to a ${f.talk} by ${f.due}`,
      asked: (f) => `The last day to invite ${f.other} is ${f.due}`,
      overdue: (f) => `${f.other} has not been invited to a ${f.talk} yet`,
      told: (f) => `${f.employee} has not been invited to a ${f.talk}`,
    },
    hold: {
      reminder: (f) => `Hold the ${f.talk} with ${f.other} by ${f.due}`,
      asked: (f) => `Last day for the ${f.talk} with ${f.other}: ${f.due}`,
      overdue: (f) => `The ${f.talk} with ${f.other} has not been held – find a time now`,
      told: (f) => `The ${f.talk} with ${f.employee} has not been held`,
    },
    'confirm-held': {
      reminder: (f) => `Answer by ${f.due}: was the ${f.talk} with ${f.other} held?`,
      asked: (f) => `Was the ${f.talk} with ${f.other} held?`,
      overdue: (f) => `We miss your answer: was the ${f.talk} with ${f.other} held?`,
      told: (f) => `No answer on whether the ${f.talk} with ${f.employee} was held`,
    },
    prepare: {
      reminder: (f) => `Prepare for your ${f.talk}${f.atTime}`,
      asked: (f) => `Remember to prepare for your ${f.talk}${f.atTime}`,
      overdue: (f) => `Your preparation for the ${f.talk} is not marked as ready`,
      told: (f) => `${f.ower} has not marked the preparation as ready`,
    },
    'leader-prepare': {
      reminder: (f) => `Prepare your feedback to ${f.other} before the ${f.talk}`,
      asked: (f) => `Remember your feedback to ${f.other} before the ${f.talk}`,
      overdue: (f) => `Your feedback to ${f.other} is not marked as ready`,
      told: (f) => `The feedback to ${f.employee} is not marked as ready`,
    },
    'agree-plan': {
      reminder: (f) => `Agree on the development plan with ${f.other} by ${f.due}`,
      asked: (f) => `Last day for the development plan with ${f.other}: ${f.due}`,
      overdue: (f) => `The development plan with ${f.other} waits for you`,
      told: (f) =>
        f.ower === f.employee
          ? `The development plan waits for ${f.employee}`
          : `The development plan for ${f.employee} is not agreed`,
    },
    action: {
      reminder: (f) => `An action agreed with ${f.other} should be done by ${f.due}`,
      asked: (f) => `Is the action agreed with ${f.other} done?`,
      overdue: (f) => `We miss your answer about an action agreed with ${f.other}`,
      told: (f) => `${f.ower} has not answered about an agreed action`,
    },
    journal: {
      reminder: (f) => `File the development plan for ${f.other} by ${f.due}`,
      asked: (f) => `Last day to file the plan for ${f.other}: ${f.due}`,
      overdue: (f) => `The development plan for ${f.other} has not been filed yet`,
      told: (f) => `The development plan for ${f.employee} has not been filed`,
    },
    'status-talk': {
      reminder: (f) => `Hold a status talk with ${f.other} by ${f.due}`,
      asked: (f) => `Last day for the status talk with ${f.other}: ${f.due}`,
      overdue: (f) => `The status talk with ${f.other} has not been held – find a time now`,
      told: (f) => `The status talk with ${f.employee} has not been held`,
    },
    'group-feedback': {
      reminder: (f) => `Send the common feedback after ${f.round} by ${f.due}`,
      asked: (f) => `Last day for the common feedback after ${f.round}: ${f.due}`,
      overdue: (f) => `Your common feedback after ${f.round} has not been sent`,
      told: (f) => `${f.ower} has not sent the common feedback after ${f.round}`,
    },
    evaluation: {
      reminder: (f) => `Discuss the evaluation of ${f.round} by ${f.due}`,
      asked: (f) => `Last day to discuss the evaluation of ${f.round}: ${f.due}`,
      overdue: (f) => `The discussion of the evaluation of ${f.round} is not registered`,
      told: (f) => `The evaluation of ${f.round} has not been discussed`,
    },
  },
  information: {
    'kick-off': (f) => `${f.round} begins: write your local paragraph before ${f.orientation}`,
    orientation: (f) => `Orientation on ${f.round}`,
    'not-invited': (f) => `${f.employee} reports that no invitation has come`,
    'other-time-asked': (f) => `${f.employee} asks for another time for the ${f.talk}`,
    'time-accepted': (f) => `${f.employee} has accepted the ${f.talk}${f.atTime}`,
    'time-withdrawn': (f) => `The time for the ${f.talk} with ${f.employee} is withdrawn`,
    'held-contradicted': (f) => `${f.employee} does not agree that the ${f.talk} was held`,
    'was-held': (f) => `${f.employee} says that the ${f.talk} was held`,
    'plan-proposed': (f) => `${f.other} has proposed a development plan`,
    'plan-returned': (f) => `${f.other} has returned the development plan`,
    'plan-agreed': (f) => `You and ${f.other} agree on the development plan`,
    'plan-not-agreed': (f) => `${f.other} has closed the development plan without agreement`,
    'action-reported': (f) => `${f.other} has answered about an agreed action`,
    'offer-answered': (f) => `${f.employee} has answered an offer`,
    'return-talk': (f) => `${f.employee} is back: you can hold a return talk`,
    'form-does-not-fit': (f) => `${f.employee} reports that the preparation sheet does not fit`,
    'evaluate-talk': (f) => `Tell us anonymously how the ${f.talk} was`,
    'hand-over': (f) => `You are the new leader of ${f.employee}`,
    'talk-postponed': (f) => `The ${f.talk} with ${f.employee} is postponed`,
    'filing-failed': (f) => `The development plan for ${f.employee} could not be filed`,
    'group-feedback-sent': (f) => `${f.other} has sent common feedback after ${f.round}`,
    nudge: (f) => `HR has written to you about ${f.round}`,
    'no-leader': (f) => `${f.employee} has no leader`,
    'slots-published': (f) => `${f.other} has published times for the ${f.talk} – pick one`,
    'talk-offered': (f) => `${f.other} offers you one more talk`,
    'agree-away-asked': (f) => `${f.other} suggests that you skip a status talk`,
    'plan-to-file': (f) => `File the development plan for ${f.other} by ${f.due}`,
    'draft-ready': (f) => `${f.round} lies ready as a draft`,
  },
}
