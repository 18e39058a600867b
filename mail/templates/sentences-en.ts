import type { Sentences } from './sentences.ts'

export const sentencesEn: Sentences = {
  obligations: {
    invite: {
      reminder: (f) => `Invite ${f.other} to a ${f.talk} by ${f.due}.`,
      asked: (f) => `The last day to invite ${f.other} to a ${f.talk} is ${f.due}.`,
      overdue: (f) => `${f.other} has not been invited to a ${f.talk} yet. Due: ${f.due}.`,
      told: (f) => `${f.employee} has not been invited to a ${f.talk}. Due for ${f.ower}: ${f.due}.`,
    },
    hold: {
      reminder: (f) => `Hold the ${f.talk} with ${f.other} by ${f.due}.`,
      asked: (f) => `The last day for the ${f.talk} with ${f.other} is ${f.due}.`,
      overdue: (f) => `The ${f.talk} with ${f.other} has not been held. Due: ${f.due}. Find a time now.`,
      told: (f) => `The ${f.talk} with ${f.employee} has not been held. Due for ${f.ower}: ${f.due}.`,
    },
    'confirm-held': {
      reminder: (f) => `Say by ${f.due} whether the ${f.talk} with ${f.other} was held${f.atTime}.`,
      asked: (f) => `Was the ${f.talk} with ${f.other} held${f.atTime}? Answer yes, moved or not held.`,
      overdue: (f) => `We miss your answer: was the ${f.talk} with ${f.other} held${f.atTime}?`,
      told: (f) => `${f.ower} has not said whether the ${f.talk} with ${f.employee} was held${f.atTime}.`,
    },
    prepare: {
      reminder: (f) => `Prepare for your ${f.talk}${f.atTime}.`,
      asked: (f) => `You have your ${f.talk}${f.atTime}. Remember to prepare.`,
      overdue: (f) => `Your preparation for the ${f.talk}${f.atTime} is not marked as ready.`,
      told: (f) => `${f.ower} has not marked the preparation for the ${f.talk}${f.atTime} as ready.`,
    },
    'leader-prepare': {
      reminder: (f) => `Prepare your feedback to ${f.other} before the ${f.talk}${f.atTime}.`,
      asked: (f) => `You have the ${f.talk} with ${f.other}${f.atTime}. Remember your feedback.`,
      overdue: (f) => `Your feedback to ${f.other} before the ${f.talk}${f.atTime} is not marked as ready.`,
      told: (f) => `${f.ower} has not marked the feedback to ${f.employee} as ready.`,
    },
    'agree-plan': {
      reminder: (f) => `Agree on the development plan with ${f.other} by ${f.due}.`,
      asked: (f) => `The last day to agree on the development plan with ${f.other} is ${f.due}.`,
      overdue: (f) => `The development plan with ${f.other} is not agreed and waits for you. Due: ${f.due}.`,
      told: (f) =>
        f.ower === f.employee
          ? `The development plan waits for ${f.employee}. Due: ${f.due}.`
          : `The development plan for ${f.employee} is not agreed and waits for ${f.ower}. Due: ${f.due}.`,
    },
    action: {
      reminder: (f) => `An action you agreed on with ${f.other} should be done by ${f.due}.`,
      asked: (f) => `Is the action you agreed on with ${f.other} done? Agreed date: ${f.due}.`,
      overdue: (f) =>
        `We miss your answer about an action you agreed on with ${f.other}. Agreed date: ${f.due}.`,
      told: (f) => `${f.ower} has not said whether an agreed action is done. Agreed date: ${f.due}.`,
    },
    journal: {
      reminder: (f) => `File the agreed development plan for ${f.other} by ${f.due}.`,
      asked: (f) => `The last day to file the development plan for ${f.other} is ${f.due}.`,
      overdue: (f) => `The agreed development plan for ${f.other} has not been filed. Due: ${f.due}.`,
      told: (f) =>
        `The agreed development plan for ${f.employee} has not been filed. Due for ${f.ower}: ${f.due}.`,
    },
    'status-talk': {
      reminder: (f) => `Hold a status talk with ${f.other} by ${f.due}.`,
      asked: (f) => `The last day for the status talk with ${f.other} is ${f.due}.`,
      overdue: (f) => `The status talk with ${f.other} has not been held. Due: ${f.due}.`,
      told: (f) => `The status talk with ${f.employee} has not been held. Due for ${f.ower}: ${f.due}.`,
    },
    'group-feedback': {
      reminder: (f) => `Send the common feedback after ${f.round} to your team by ${f.due}.`,
      asked: (f) => `The last day for the common feedback after ${f.round} to your team is ${f.due}.`,
      overdue: (f) => `The common feedback after ${f.round} to your team has not been sent. Due: ${f.due}.`,
      told: (f) => `${f.ower} has not sent the common feedback after ${f.round} to the team. Due: ${f.due}.`,
    },
    evaluation: {
      reminder: (f) => `The evaluation of ${f.round} is to be discussed in ${f.committee} by ${f.due}.`,
      asked: (f) => `The last day to discuss the evaluation of ${f.round} in ${f.committee} is ${f.due}.`,
      overdue: (f) =>
        `It is not registered that the evaluation of ${f.round} was discussed in ${f.committee}. Due: ${f.due}.`,
      told: (f) => `The evaluation of ${f.round} has not been discussed in ${f.committee}. Due: ${f.due}.`,
    },
  },
  information: {
    'kick-off': (f) =>
      `${f.round} begins: prepare in the leader team, consider senior and leader-talent talks, and write your local paragraph before the orientation goes out on ${f.orientation}. The talks are held ${f.window}.`,
    orientation: (f) => `Orientation on ${f.round}: the talks are held ${f.window}.`,
    'not-invited': (f) => `${f.employee} reports that no invitation to a ${f.talk} has come.`,
    'other-time-asked': (f) =>
      `${f.employee} asks for another time for the ${f.talk}. The time${f.atTime} is unchanged until you move it.`,
    'time-accepted': (f) => `${f.employee} has accepted the ${f.talk}${f.atTime}.`,
    'time-withdrawn': (f) =>
      `${f.employee} did not answer in time, so the time for the ${f.talk} is withdrawn. Find a new one.`,
    'held-contradicted': (f) =>
      `${f.employee} does not agree that the ${f.talk} was held. Talk about it, and correct the answer if it is wrong.`,
    'was-held': (f) =>
      `${f.employee} says that the ${f.talk} was held, although you answered that it was not. Correct the answer if that is right.`,
    'plan-proposed': (f) => `${f.other} has proposed a development plan. Approve it or return it.`,
    'plan-returned': (f) => `${f.other} has returned the development plan with a comment.`,
    'plan-agreed': (f) => `You and ${f.other} agree on the development plan.`,
    'plan-not-agreed': (f) =>
      f.due === ''
        ? `${f.other} has closed the development plan without agreement. You can write a statement on the plan’s page.`
        : `${f.other} has closed the development plan without agreement. You can write a statement until ${f.due}; then the plan is filed.`,
    'action-reported': (f) =>
      `${f.other} reports that an agreed action cannot be done or has no effect. Consider a status talk.`,
    'offer-answered': (f) => `${f.employee} has answered an offer. The answer is on the page of the talk.`,
    'return-talk': (f) =>
      `${f.employee} is back. If you want to talk about the return, you can set a time on the page of the talk.`,
    'form-does-not-fit': (f) =>
      `${f.employee} reports that the preparation sheet does not fit. The page of the talk says why.`,
    'evaluate-talk': (f) => `Tell us anonymously how the ${f.talk} was.`,
    'hand-over': (f) =>
      `You are the new leader of ${f.employee}: the plan, the actions and what is missing are now yours.`,
    'talk-postponed': (f) => `The ${f.talk} with ${f.employee} is postponed.`,
    'filing-failed': (f) => `The development plan for ${f.employee} could not be filed.`,
    'group-feedback-sent': (f) => `${f.other} has sent common feedback to the team after ${f.round}.`,
    nudge: (f) => `HR has written a message to you about ${f.round}. Read it on your page.`,
    'no-leader': (f) => `${f.employee} has no leader. Choose who holds the talk.`,
    'slots-published': (f) => `${f.other} has published times for the ${f.talk}. Pick one that suits you.`,
    'talk-offered': (f) => `${f.other} offers you one more talk beside the ${f.talk}. It is yours to decide.`,
    'agree-away-asked': (f) =>
      `${f.other} suggests that you skip a status talk. If you agree, say so on the page of the talk.`,
    'plan-to-file': (f) =>
      `The development plan for ${f.other} is settled. Download it and file it by ${f.due}.`,
    'draft-ready': (f) =>
      `${f.round} lies ready as a draft. Look through the dates, and start the round when they fit.`,
  },
}
