import type { EmployeeTexts } from './employee-texts.ts'

export const employeeTextsEn: EmployeeTexts = {
  own: {
    orientation: (w, links, talkId) => ({
      subject: `${w.round}: how it works – you will be invited by ${w.inviteBy}`,
      title: `${w.round} begins soon`,
      paragraphs: [
        `The talks are held ${w.window}. ${
          w.leader === '' ? 'Your leader' : w.leader
        } invites you by ${w.inviteBy}.`,
        'Your page tells about the purpose, this year’s focus, what your leader finds important, and how data about you are used.',
        'Not invited in time? Press “I have not been invited” on your page. You need not do more.',
      ],
      facts: [
        { label: 'Your leader', value: w.leader },
        { label: 'Invited by', value: w.inviteBy },
        { label: 'Your union representative (TR)', value: w.tr },
      ],
      button: { label: 'Read the orientation', href: links.orientation(talkId) },
      links: [{ label: 'Your page', href: links.talk(talkId) }],
    }),
    prepare: (w, links, talkId) => ({
      subject: `Prepare for your ${w.talk}${w.atTime}`,
      title: `Prepare for your ${w.talk}`,
      paragraphs: [
        `You have your ${w.talk} with ${w.other}${w.atTime}. Use the preparation sheet to collect your thoughts.`,
        w.readTogether
          ? 'The sheet is yours alone until you are both ready. Once you have both marked your sheets as ready, you can read each other’s.'
          : 'The sheet is yours alone until you share it.',
        'Mark the sheet as ready when you are done – then we send no more reminders.',
      ],
      button: { label: 'Open the preparation sheet', href: links.preparation(talkId) },
      links: [
        { label: 'Guide', href: links.guide(talkId) },
        { label: 'Conversation guide', href: links.conversationGuide(talkId) },
      ],
    }),
    'plan-proposed': (w, links, talkId) => ({
      subject: `${w.other} has proposed your plan${w.due === '' ? '' : ` – approve it by ${w.due}`}`,
      title: 'Read your development plan',
      paragraphs: [
        `${w.other} has proposed a development plan after your ${w.talk}.`,
        'Read it and approve it – or return it with a comment if something should be different.',
      ],
      button: { label: 'Read the plan', href: links.plan(talkId) },
    }),
    'plan-returned': (w, links, talkId) => ({
      subject: `${w.other} has returned the development plan to you`,
      title: 'The plan has been returned',
      paragraphs: [
        `${w.other} has returned the development plan with a comment.`,
        'Change the plan, and propose it again when it suits you both.',
      ],
      button: { label: 'See the comment', href: links.plan(talkId) },
    }),
    'plan-agreed': (w, links, talkId) => ({
      subject: `You and ${w.other} agree on the development plan`,
      title: 'You agree on the plan',
      paragraphs: [
        `You and ${w.other} have approved the same development plan. Thank you.`,
        'The plan is on your page. We remind you about the actions you took on before they should be done.',
      ],
      button: { label: 'See the plan', href: links.plan(talkId) },
    }),
    'agree-plan-reminder': (w, links, talkId) => ({
      subject: `Agree on the development plan with ${w.other} by ${w.due}`,
      title: 'The development plan is due soon',
      paragraphs: [
        `You and ${w.other} are to agree on the development plan after your ${w.talk} by ${w.due}.`,
        'You may propose a plan yourself, approve the one that is proposed, or return it with a comment.',
      ],
      button: { label: 'Open the plan', href: links.plan(talkId) },
    }),
    'agree-plan-overdue': (w, links, talkId) => ({
      subject: `The development plan waits for you – it was due ${w.due}`,
      title: 'The development plan waits for you',
      paragraphs: [
        `The development plan after your ${w.talk} with ${w.other} lacks your approval. It was due ${w.due}.`,
        'Approve the plan, or return it with a comment. If you disagree, you may also close the plan without agreement.',
      ],
      button: { label: 'Open the plan', href: links.plan(talkId) },
    }),
    'action-reminder': (w, links, talkId) => ({
      subject: `An action of your development plan should be done by ${w.due}`,
      title: 'An agreed action is coming up',
      paragraphs: [
        `One of the actions you agreed on with ${w.other} should be done by ${w.due}.`,
        'If it is done already, you can say so on your page.',
      ],
      button: { label: 'See the action', href: links.plan(talkId) },
    }),
    'action-asked': (w, links, talkId) => ({
      subject: `Is the action done? Agreed date ${w.due}`,
      title: 'Is the action done?',
      paragraphs: [
        `You agreed on an action with ${w.other} that should be done by ${w.due}.`,
        'Say whether it is done, needs a new date, cannot be done or has no effect.',
      ],
      button: { label: 'Answer here', href: links.plan(talkId) },
    }),
    'action-told': (w, links, talkId) => ({
      subject: `${w.other} has not answered about an action due ${w.due}`,
      title: 'An agreed action lacks an answer',
      paragraphs: [
        `${w.other} has not said whether an action you agreed on is done. It should have been done by ${w.due}.`,
        'Talk with each other about how it goes. You need not do more here.',
      ],
      button: { label: 'See the action', href: links.plan(talkId) },
    }),
    'action-reported': (w, links, talkId) => ({
      subject: `${w.other} has answered about an agreed action`,
      title: 'An agreed action does not go as planned',
      paragraphs: [
        `${w.other} reports that an action you agreed on cannot be done or has no effect.`,
        'You may want a short status talk about what to do instead.',
      ],
      button: { label: 'See the action', href: links.plan(talkId) },
    }),
    'evaluate-talk': (w, links, talkId) => ({
      subject: `How was your ${w.talk}? Answer anonymously`,
      title: `How was your ${w.talk}?`,
      paragraphs: [
        'We would like to know whether the talk was good for you. There are four short questions.',
        'Your answer is anonymous: it is stored without name or talk and with the month alone, not the date. Neither your leader nor HR can see what you in particular answered.',
      ],
      button: { label: 'Answer anonymously', href: links.evaluation(talkId) },
    }),
    'slots-published': (w, links, talkId) => ({
      subject: `${w.other} has published times for your ${w.talk} – pick one`,
      title: 'Pick a time',
      paragraphs: [
        `${w.other} has published times for your ${w.talk}. Pick the one that suits you best.`,
        'None of them suits you? Tell your leader, who is still to find a time with you.',
      ],
      button: { label: 'See the times', href: links.talk(talkId) },
    }),
    'talk-offered': (w, links, talkId) => ({
      subject: `${w.other} offers you one more talk`,
      title: 'You have an offer',
      paragraphs: [
        `${w.other} offers you one more talk beside your ${w.talk}. Your page tells what it is about.`,
        'Whether you say yes or no is yours to decide, and you can change your answer later.',
      ],
      button: { label: 'Read about the offer and answer', href: `${links.talk(talkId)}#offers` },
    }),
    'agree-away-asked': (w, links, talkId) => ({
      subject: `${w.other} suggests that you skip a status talk`,
      title: 'Skip a status talk?',
      paragraphs: [
        `${w.other} suggests that you skip a status talk. It is skipped only if you agree.`,
        'If you agree, say so on your page. Otherwise do nothing: then the talk is still to be held.',
      ],
      button: { label: 'See the status talks', href: `${links.talk(talkId)}#status-talks` },
    }),
  },
  any: { title: 'News about your talk', button: 'Open your page' },
  noLeader: 'your leader',
  committee: 'the works council (SU or MED)',
}
