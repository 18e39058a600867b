import type { Language } from '../../domain/language.ts'

/** What HR enters about an employment by hand, and what follows from it. */
export interface EmploymentChangeTexts {
  now: (name: string) => string
  nobody: string
  from: string
  search: string
  searchHint: string
  find: string
  nobodyFound: string
  foundLine: (title: string, unit: string, number: string) => string
  details: {
    title: (name: string) => string
    lead: string
    save: string
  }
  leader: {
    title: (name: string) => string
    lead: string
    suggested: string
    found: string
    who: string
    noneOption: string
    fromHint: string
    save: string
  }
  unit: {
    title: (name: string) => string
    lead: string
    unit: string
    fromHint: string
    save: string
  }
  lastDay: {
    title: (name: string) => string
    lead: string
    day: string
    dayHint: string
    save: string
    is: (on: string) => string
    withdraw: string
    withdrawLead: string
  }
  leave: {
    title: (name: string) => string
    lead: string
    add: string
    change: (span: string) => string
    from: string
    to: string
    toHint: string
    save: string
    saveChange: string
    remove: string
    removeOf: (span: string) => string
  }
  deputy: {
    title: (name: string) => string
    lead: string
    now: string
    none: string
    end: string
    endOf: (name: string) => string
    name: string
    who: string
    from: string
    to: string
    save: string
  }
}

export const employmentChangeTexts: Readonly<Record<Language, EmploymentChangeTexts>> = {
  da: {
    now: (name) => `Nu: ${name}.`,
    nobody: 'ingen',
    from: 'Fra dag',
    search: 'Søg efter en anden',
    searchHint: 'Skriv mindst to bogstaver af navnet, nummeret eller mailadressen.',
    find: 'Søg',
    nobodyFound: 'Ingen hedder sådan. Prøv en anden del af navnet.',
    foundLine: (title, unit, number) => [title, unit, `nr. ${number}`].filter(Boolean).join(', '),
    details: {
      title: (name) => `Ret oplysninger om ${name}`,
      lead: 'Ret det også i lønsystemet: Står der noget andet i den næste fil, gælder filen. Navn, mail, telefon og sprog gælder for alle personens ansættelser.',
      save: 'Gem oplysningerne',
    },
    leader: {
      title: (name) => `Leder for ${name}`,
      lead: 'Lederen holder samtalen. Fra dagen får en ny leder alt, der er delt, den aftalte plan og de åbne pligter. Den tidligere leders egne noter bliver aldrig vist.',
      suggested: 'Ledere i enheden',
      found: 'Fundet',
      who: 'Ny leder',
      noneOption: 'Ingen leder',
      fromHint: 'I dag eller senere. En leder, der begynder senere, overtager på sin første dag.',
      save: 'Skift leder',
    },
    unit: {
      title: (name) => `Flyt ${name}`,
      lead: 'En kørende samtale bliver i sin runde, og aftalte tider står ved magt. Den nye enheds HR og lukkedage gælder fra dagen.',
      unit: 'Ny enhed',
      fromHint: 'I dag eller senere.',
      save: 'Flyt',
    },
    lastDay: {
      title: (name) => `Sidste dag for ${name}`,
      lead: 'Dagen efter stopper alt, undtagen journalisering af en plan, der er aftalt. Tider efter dagen bliver aflyst med det samme.',
      day: 'Sidste dag ansat',
      dayHint: 'Den sidste dag, medarbejderen er ansat.',
      save: 'Gem sidste dag',
      is: (on) => `Sidste dag er ${on}`,
      withdraw: 'Træk fratrædelsen tilbage',
      withdrawLead: 'Så fortsætter ansættelsen, og samtalen åbner igen.',
    },
    leave: {
      title: (name) => `Orlov for ${name}`,
      lead: 'Skriv kun dagene. Hvilken slags orlov det er, bliver aldrig gemt. Medarbejderen får ingen mails imens, tider i perioden bliver aflyst, og frister flyttes, hvis der ellers er for lidt tid.',
      add: 'Skriv en orlov ind',
      change: (span) => span,
      from: 'Første dag',
      to: 'Sidste dag',
      toHint: 'Lad den stå tom, hvis slutdagen ikke kendes.',
      save: 'Gem orloven',
      saveChange: 'Ret orloven',
      remove: 'Slet orloven',
      removeOf: (span) => `Slet orloven: ${span}`,
    },
    deputy: {
      title: (name) => `Stedfortræder for ${name}`,
      lead: 'Stedfortræderen ser og gør det samme som lederen i perioden, også med det, der allerede er i gang. Alt står som »på vegne af«.',
      now: 'Stedfortrædere',
      none: 'Der er ingen stedfortræder.',
      end: 'Stop i dag',
      endOf: (name) => `Stop i dag: ${name}`,
      name: 'Udpeg en stedfortræder',
      who: 'Kollega',
      from: 'Fra dag',
      to: 'Til og med dag',
      save: 'Udpeg stedfortræder',
    },
  },
  en: {
    now: (name) => `Now: ${name}.`,
    nobody: 'nobody',
    from: 'From day',
    search: 'Search for somebody else',
    searchHint: 'Write at least two letters of the name, the number or the mail address.',
    find: 'Search',
    nobodyFound: 'Nobody has such a name. Try another part of it.',
    foundLine: (title, unit, number) => [title, unit, `no. ${number}`].filter(Boolean).join(', '),
    details: {
      title: (name) => `Correct what is known about ${name}`,
      lead: 'Correct it in the payroll system too: if the next file says otherwise, the file counts. Name, mail, telephone and language are those of all the person’s employments.',
      save: 'Save',
    },
    leader: {
      title: (name) => `Leader of ${name}`,
      lead: 'The leader holds the talk. From the day on a new leader has everything that is shared, the agreed plan and the open duties. The former leader’s own notes are never shown.',
      suggested: 'Leaders in the unit',
      found: 'Found',
      who: 'New leader',
      noneOption: 'No leader',
      fromHint: 'Today or later. A leader who begins later takes over on their first day.',
      save: 'Change leader',
    },
    unit: {
      title: (name) => `Move ${name}`,
      lead: 'A talk under way stays in its round, and arranged times stand. The new unit’s HR and closing days count from the day on.',
      unit: 'New unit',
      fromHint: 'Today or later.',
      save: 'Move',
    },
    lastDay: {
      title: (name) => `Last day of ${name}`,
      lead: 'The day after, everything stops but the filing of a plan that is agreed. Times after the day are cancelled at once.',
      day: 'Last day employed',
      dayHint: 'The last day on which the employee is employed.',
      save: 'Save last day',
      is: (on) => `The last day is ${on}`,
      withdraw: 'Withdraw the resignation',
      withdrawLead: 'The employment then goes on, and the talk opens again.',
    },
    leave: {
      title: (name) => `Leave of ${name}`,
      lead: 'Enter the days alone. What kind of leave it is, is never kept. The employee gets no mails meanwhile, times in the period are cancelled, and due dates move where too little time would be left.',
      add: 'Enter a leave',
      change: (span) => span,
      from: 'First day',
      to: 'Last day',
      toHint: 'Leave it empty if the end is not known.',
      save: 'Save the leave',
      saveChange: 'Change the leave',
      remove: 'Delete the leave',
      removeOf: (span) => `Delete the leave: ${span}`,
    },
    deputy: {
      title: (name) => `Deputy of ${name}`,
      lead: 'The deputy sees and does the same as the leader in the period, also with what is under way. Everything is marked as “on behalf of”.',
      now: 'Deputies',
      none: 'There is no deputy.',
      end: 'End today',
      endOf: (name) => `End today: ${name}`,
      name: 'Name a deputy',
      who: 'Colleague',
      from: 'From day',
      to: 'Through day',
      save: 'Name deputy',
    },
  },
}
