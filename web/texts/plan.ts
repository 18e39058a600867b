import type { Language } from '../../domain/language.ts'
import { sentenceCase } from '../../domain/talk/talk-word.ts'

export interface PlanTexts {
  ownTitle: string
  title: (employee: string) => string
  back: (talk: string) => string
  onBehalfOf: (leader: string) => string
  /** The other one, in a sentence. */
  theLeader: string
  steps: {
    early: { title: string; text: (talk: string) => string }
    write: { title: string; text: (other: string) => string }
    approve: { title: string; text: (author: string, when: string) => string; toAnswer: string }
    mend: { title: string; text: (other: string) => string }
    waits: { title: (other: string) => string; proposed: string; returned: string }
    agreed: { title: string; text: (day: string) => string }
    notAgreed: { title: string; text: string; write: string }
    file: { title: string; text: string }
    closed: { title: string }
  }
  due: (day: string) => string
  late: (day: string) => string
  ifNot: string
  writeNow: string
  goOnWriting: string
  mendNow: string
  revise: string
  reviseHint: string
  draft: { saved: (by: string, when: string) => string; differs: string }
  answer: {
    title: string
    approve: (number: number) => string
    approveHint: string
    approveFirstHint: (other: string) => string
    return: string
    comment: string
    commentHint: string
    send: string
    change: string
    changeHint: string
  }
  notAgreed: {
    open: string
    text: string
    cannotBeUndone: string
    statement: string
    statementHint: string
    end: string
    others: (name: string) => string
    none: (name: string) => string
    own: string
    save: string
  }
}

export const planTexts: Readonly<Record<Language, PlanTexts>> = {
  da: {
    ownTitle: 'Din udviklingsplan',
    title: (employee) => `Udviklingsplan for ${employee}`,
    back: (talk) => `Til ${talk}`,
    onBehalfOf: (leader) => `På vegne af ${leader}`,
    theLeader: 'din leder',
    steps: {
      early: {
        title: 'I kan begynde på planen',
        text: (talk) =>
          `Skriv gerne et udkast nu, og brug det i samtalen. Planen kan foreslås, når ${talk} er holdt.`,
      },
      write: {
        title: 'Skriv planen',
        text: (other) =>
          `I kan begge skrive i udkastet. Når en af jer foreslår planen, skal den anden godkende den. ${sentenceCase(other)} kan se, hvad du gemmer.`,
      },
      approve: {
        title: 'Læs planen, og svar på den',
        text: (author, when) =>
          `${author} har foreslået den ${when}. Godkend den, eller send den tilbage med en kommentar.`,
        toAnswer: 'Gå til svaret',
      },
      mend: {
        title: 'Ret planen, og foreslå den igen',
        text: (other) => `${sentenceCase(other)} har sendt den tilbage med en kommentar.`,
      },
      waits: {
        title: (other) => `Vi venter på ${other}`,
        proposed: 'Du har godkendt planen. Du behøver ikke gøre mere, før der er svaret.',
        returned: 'Du har sendt planen tilbage. Du får besked, når der er et nyt forslag.',
      },
      agreed: {
        title: 'I er enige om planen',
        text: (day) => `Begge har godkendt den samme version. Den blev aftalt ${day}.`,
      },
      notAgreed: {
        title: 'I blev ikke enige om planen',
        text: 'Planen er lukket uden enighed. HR kan se det, men ikke hvad der står.',
        write: 'I kan begge skrive en udtalelse.',
      },
      file: { title: 'Journalisér planen', text: 'Planen er aftalt. Nu skal den ligge i personalesagen.' },
      closed: { title: 'Planen kan ikke skrives nu' },
    },
    due: (day) => `Senest ${day}`,
    late: (day) => `Skulle være klaret ${day}`,
    ifNot:
      'Er I ikke enige til den tid, minder vi den, der mangler. Mangler lederen længe, får lederens leder og HR besked om, at planen mangler – ikke om, hvad der står.',
    writeNow: 'Skriv planen',
    goOnWriting: 'Skriv videre på udkastet',
    mendNow: 'Ret planen',
    revise: 'Foreslå en ændring',
    reviseHint: 'Den aftalte plan gælder, til I begge har godkendt en ny version.',
    draft: {
      saved: (by, when) => `Udkastet er sidst gemt af ${by} ${when}.`,
      differs: 'Der er skrevet i udkastet siden sidste forslag.',
    },
    answer: {
      title: 'Dit svar',
      approve: (number) => `Godkend version ${number}`,
      approveHint:
        'Når du godkender, er planen aftalt og kan kun ændres med en ny version, I begge godkender.',
      approveFirstHint: (other) =>
        `Versionen er sendt tilbage. Godkender du den, som den er, mangler kun ${other} at godkende.`,
      return: 'Send den tilbage med en kommentar',
      comment: 'Hvad skal ændres?',
      commentHint: 'Kun I to læser det.',
      send: 'Send tilbage',
      change: 'Ret den selv',
      changeHint: 'Du kan også rette i planen og foreslå en ny version.',
    },
    notAgreed: {
      open: 'Vi kan ikke blive enige',
      text: 'Du kan lukke planen uden enighed. Så sender vi ikke flere påmindelser om den. HR ser kun, at I ikke blev enige, ikke hvad I har skrevet. I kan begge skrive en udtalelse.',
      cannotBeUndone: 'Det kan ikke fortrydes.',
      statement: 'Din udtalelse',
      statementHint: 'Skriv, hvordan du ser på det. Den anden kan læse det.',
      end: 'Luk planen uden enighed',
      others: (name) => `Udtalelse fra ${name}`,
      none: (name) => `${sentenceCase(name)} har ikke skrevet en udtalelse.`,
      own: 'Din udtalelse',
      save: 'Gem udtalelsen',
    },
  },
  en: {
    ownTitle: 'Your development plan',
    title: (employee) => `Development plan of ${employee}`,
    back: (talk) => `To ${talk}`,
    onBehalfOf: (leader) => `On behalf of ${leader}`,
    theLeader: 'your leader',
    steps: {
      early: {
        title: 'You can begin the plan',
        text: (talk) =>
          `Feel free to write a draft now and use it in the talk. The plan can be proposed once ${talk} has been held.`,
      },
      write: {
        title: 'Write the plan',
        text: (other) =>
          `Both of you can write in the draft. When one proposes the plan, the other is to approve it. ${sentenceCase(other)} can see what you save.`,
      },
      approve: {
        title: 'Read the plan and answer',
        text: (author, when) => `${author} proposed it ${when}. Approve it, or return it with a comment.`,
        toAnswer: 'Go to the answer',
      },
      mend: {
        title: 'Change the plan and propose it again',
        text: (other) => `${sentenceCase(other)} has returned it with a comment.`,
      },
      waits: {
        title: (other) => `We are waiting for ${other}`,
        proposed: 'You have approved the plan. You need not do anything until there is an answer.',
        returned: 'You have returned the plan. You will be told when there is a new proposal.',
      },
      agreed: {
        title: 'You agree on the plan',
        text: (day) => `Both have approved the same version. It was agreed ${day}.`,
      },
      notAgreed: {
        title: 'You did not agree on the plan',
        text: 'The plan is closed without agreement. HR can see that, but not what it says.',
        write: 'Both of you can write a statement.',
      },
      file: { title: 'File the plan', text: 'The plan is agreed. Now it belongs in the personnel file.' },
      closed: { title: 'The plan cannot be written now' },
    },
    due: (day) => `By ${day}`,
    late: (day) => `Was due ${day}`,
    ifNot:
      'If you have not agreed by then, we remind whoever is missing. If the leader is missing for long, the leader’s leader and HR are told that the plan is missing, not what it says.',
    writeNow: 'Write the plan',
    goOnWriting: 'Go on with the draft',
    mendNow: 'Change the plan',
    revise: 'Propose a change',
    reviseHint: 'The agreed plan stands until both of you have approved a new version.',
    draft: {
      saved: (by, when) => `The draft was last saved by ${by} ${when}.`,
      differs: 'The draft has been changed since the last proposal.',
    },
    answer: {
      title: 'Your answer',
      approve: (number) => `Approve version ${number}`,
      approveHint:
        'When you approve, the plan is agreed and can only be changed by a new version that both of you approve.',
      approveFirstHint: (other) =>
        `The version was returned. If you approve it as it is, only ${other} has yet to approve.`,
      return: 'Return it with a comment',
      comment: 'What should be changed?',
      commentHint: 'Only the two of you read it.',
      send: 'Return',
      change: 'Change it yourself',
      changeHint: 'You can also change the plan and propose a new version.',
    },
    notAgreed: {
      open: 'We cannot agree',
      text: 'You can close the plan without agreement. Then we send no more reminders of it. HR only sees that you did not agree, not what you have written. Both of you can write a statement.',
      cannotBeUndone: 'It cannot be undone.',
      statement: 'Your statement',
      statementHint: 'Write how you see it. The other can read it.',
      end: 'Close the plan without agreement',
      others: (name) => `Statement of ${name}`,
      none: (name) => `${sentenceCase(name)} has not written a statement.`,
      own: 'Your statement',
      save: 'Save the statement',
    },
  },
}
