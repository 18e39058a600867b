import type { Language } from '../../domain/language.ts'
import type { NoticeAudience } from '../../domain/talk/effects.ts'

/** An act of HR's: what its button says, and what comes of it. */
export interface ActWords {
  heading: string
  lead: string
}

/** How far the talks of a round have come, one by one, for HR: status and dates, never content. */
export interface RoundTalksTexts {
  title: string
  lead: string
  filter: string
  unit: string
  allUnits: string
  status: string
  allStatuses: string
  late: string
  unaccounted: string
  show: string
  none: string
  columns: {
    employee: string
    unit: string
    leader: string
    status: string
    next: string
    late: string
  }
  noLeader: string
  paused: string
  inviteBy: (day: string) => string
  holdBy: (day: string) => string
  heldOn: (day: string) => string
  planBy: (day: string) => string
  agreedOn: (day: string) => string
  untilReturn: string
  talk: {
    lead: (unit: string, leader: string) => string
    never: string
    reason: string
    owed: string
    nothingOwed: string
    dueOn: (day: string) => string
    lateSince: (day: string) => string
    acts: string
    actsLead: string
    toActs: string
    nameLeader: string
    changeLeader: string
    person: string
    leaderless: string
    leaderlessLead: string
    notices: string
    noticesLead: string
    noNotices: string
    noticeColumns: { when: string; what: string; to: string; state: string }
    roles: Readonly<Record<NoticeAudience, string>>
    noActs: string
    postpone: ActWords
    until: string
    untilHint: string
    notHeld: ActWords
    /** Of a talk that has ended so already. */
    notHeldAgain: ActWords
    withdrawNotHeld: ActWords
    exempt: ActWords
    exemptAgain: ActWords
    reasonLabel: string
    chooseReason: string
    withdraw: ActWords
    write: string
  }
}

export const roundTalksTexts: Readonly<Record<Language, RoundTalksTexts>> = {
  da: {
    title: 'Samtaler',
    lead: 'Du ser, hvor langt hver samtale er. Hvad der bliver sagt og skrevet, er kun for de to.',
    filter: 'Vælg, hvad du vil se',
    unit: 'Enhed',
    allUnits: 'Alle enheder',
    status: 'Status',
    allStatuses: 'Alle',
    late: 'Kun forsinkede',
    unaccounted: 'Kun uden udfald',
    show: 'Vis',
    none: 'Ingen samtaler passer til det, du har valgt.',
    columns: {
      employee: 'Medarbejder',
      unit: 'Enhed',
      leader: 'Leder',
      status: 'Status',
      next: 'Dato',
      late: 'Forsinket',
    },
    noLeader: 'Ingen leder',
    paused: 'På pause',
    inviteBy: (day) => `Indkaldes senest ${day}`,
    holdBy: (day) => `Holdes senest ${day}`,
    heldOn: (day) => `Holdt ${day}`,
    planBy: (day) => `Plan senest ${day}`,
    agreedOn: (day) => `Plan aftalt ${day}`,
    untilReturn: 'Til medarbejderen er tilbage',
    talk: {
      lead: (unit, leader) => `${unit}. Leder: ${leader}.`,
      never: 'Du ser status og datoer. Indholdet er kun for de to.',
      reason: 'Grund',
      owed: 'Hvad mangler',
      nothingOwed: 'Intet mangler lige nu.',
      dueOn: (day) => `senest ${day}`,
      lateSince: (day) => `skulle være gjort ${day}`,
      acts: 'Det kan du gøre som HR',
      actsLead:
        'Udskyd, undtag, registrér, at samtalen ikke bliver holdt, eller bestem, hvem der holder den.',
      toActs: 'Åbn samtalen som HR',
      nameLeader: 'Udpeg en leder',
      changeLeader: 'Giv samtalen en anden leder',
      person: 'Se medarbejderen',
      leaderless: 'Samtalen har ingen leder',
      leaderlessLead: 'Udpeg den, der skal holde den. Så begynder fristerne.',
      notices: 'Hvem har fået hvad at vide',
      noticesLead:
        'Også det, der venter, og det, der ikke blev sendt, med grunden. Hvad der stod, bliver ikke gemt.',
      noNotices: 'Der er ikke skrevet til nogen om samtalen endnu.',
      noticeColumns: { when: 'Hvornår', what: 'Hvad', to: 'Til', state: 'Hvordan gik det' },
      roles: { employee: 'Medarbejderen', leader: 'Lederen', 'leaders-leader': 'Leders leder', hr: 'HR' },
      noActs: 'Der er intet, du kan gøre ved samtalen som HR lige nu.',
      postpone: {
        heading: 'Udskyd samtalen',
        lead: 'Samtalen tæller som udskudt i runden. Lederen skal indkalde på datoen.',
      },
      until: 'Udskyd til',
      untilHint: 'Udelader du datoen, udskydes den, til medarbejderen er tilbage.',
      notHeld: {
        heading: 'Registrér, at samtalen ikke bliver holdt',
        lead: 'Samtalen slutter uden at være holdt. En tid, der er sat, bliver aflyst, og lederen bliver ikke mindet om den mere. Du kan trække det tilbage igen.',
      },
      notHeldAgain: {
        heading: 'Ret grunden',
        lead: 'Samtalen er stadig registreret som ikke holdt, bare med en anden grund.',
      },
      withdrawNotHeld: {
        heading: 'Træk »ikke holdt« tilbage',
        lead: 'Samtalen åbner igen, hvor den stod. Lederen skal indkalde igen eller registrere, hvornår den blev holdt, og der kommer påmindelser som før.',
      },
      exempt: {
        heading: 'Undtag medarbejderen fra runden',
        lead: 'Medarbejderen har så ingen samtale i denne runde. Du kan trække undtagelsen tilbage igen.',
      },
      exemptAgain: {
        heading: 'Ret grunden',
        lead: 'Medarbejderen er stadig undtaget, bare med en anden grund.',
      },
      reasonLabel: 'Grund',
      chooseReason: 'Vælg en grund',
      withdraw: {
        heading: 'Træk undtagelsen tilbage',
        lead: 'Samtalen åbner igen, og fristerne begynder forfra.',
      },
      write: 'Skriv til medarbejderen',
    },
  },
  en: {
    title: 'Talks',
    lead: 'You see how far each talk has come. What is said and written is for the two alone.',
    filter: 'Choose what to see',
    unit: 'Unit',
    allUnits: 'All units',
    status: 'Status',
    allStatuses: 'All',
    late: 'Only those that are late',
    unaccounted: 'Only those without an outcome',
    show: 'Show',
    none: 'No talks match what you have chosen.',
    columns: {
      employee: 'Employee',
      unit: 'Unit',
      leader: 'Leader',
      status: 'Status',
      next: 'Date',
      late: 'Late',
    },
    noLeader: 'No leader',
    paused: 'Paused',
    inviteBy: (day) => `To be invited by ${day}`,
    holdBy: (day) => `To be held by ${day}`,
    heldOn: (day) => `Held on ${day}`,
    planBy: (day) => `Plan by ${day}`,
    agreedOn: (day) => `Plan agreed on ${day}`,
    untilReturn: 'Until the employee is back',
    talk: {
      lead: (unit, leader) => `${unit}. Leader: ${leader}.`,
      never: 'You see status and dates. The content is for the two alone.',
      reason: 'Reason',
      owed: 'What is missing',
      nothingOwed: 'Nothing is missing now.',
      dueOn: (day) => `by ${day}`,
      lateSince: (day) => `was due ${day}`,
      acts: 'What you can do as HR',
      actsLead: 'Postpone, exempt, record that the talk will not be held, or decide who holds it.',
      toActs: 'Open the talk as HR',
      nameLeader: 'Name a leader',
      changeLeader: 'Give the talk another leader',
      person: 'See the employee',
      leaderless: 'The talk has no leader',
      leaderlessLead: 'Name who is to hold it. Then the due dates begin.',
      notices: 'Who was told what',
      noticesLead: 'Also what waits, and what was not sent, with the reason. What it said is not kept.',
      noNotices: 'Nobody has been written to about the talk yet.',
      noticeColumns: { when: 'When', what: 'What', to: 'To', state: 'How it went' },
      roles: {
        employee: 'The employee',
        leader: 'The leader',
        'leaders-leader': 'Leader’s leader',
        hr: 'HR',
      },
      noActs: 'There is nothing you can do about the talk as HR now.',
      postpone: {
        heading: 'Postpone the talk',
        lead: 'The talk counts as postponed in the round. The leader is to invite on the date.',
      },
      until: 'Postpone to',
      untilHint: 'Without a date it is postponed until the employee is back.',
      notHeld: {
        heading: 'Record that the talk will not be held',
        lead: 'The talk ends without having been held. A time that is set is cancelled, and the leader is no longer reminded of it. You can take it back.',
      },
      notHeldAgain: {
        heading: 'Correct the reason',
        lead: 'The talk is still recorded as not held, only for another reason.',
      },
      withdrawNotHeld: {
        heading: 'Take back “not held”',
        lead: 'The talk opens again where it stood. The leader is to invite again, or record when it was held, and reminders come as before.',
      },
      exempt: {
        heading: 'Exempt the employee from the round',
        lead: 'The employee then has no talk in this round. You can withdraw the exemption.',
      },
      exemptAgain: {
        heading: 'Correct the reason',
        lead: 'The employee is still exempt, only for another reason.',
      },
      reasonLabel: 'Reason',
      chooseReason: 'Choose a reason',
      withdraw: {
        heading: 'Withdraw the exemption',
        lead: 'The talk opens again, and the due dates begin anew.',
      },
      write: 'Write to the employee',
    },
  },
}
