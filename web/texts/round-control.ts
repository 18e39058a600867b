import type { Language } from '../../domain/language.ts'

/** Pausing, stopping and closing a round or one of its units. */
export interface RoundControlTexts {
  title: string
  ended: string
  pause: { title: string; lead: string; now: string }
  resume: { title: (day: string) => string; lead: string; now: string }
  units: {
    title: string
    lead: string
    unit: string
    reason: string
    reasonHint: string
    pause: string
    stop: string
    stopLead: string
    stopNow: string
    paused: string
    pausedLine: (unit: string, day: string) => string
    resume: (unit: string) => string
    stopped: string
    stoppedLine: (unit: string, day: string, reason: string) => string
  }
  close: { title: string; lead: string; waits: (day: string) => string; now: string }
  stop: { title: string; lead: string; reason: string; now: string }
}

export const roundControlTexts: Readonly<Record<Language, RoundControlTexts>> = {
  da: {
    title: 'Pause, stop og luk',
    ended: 'Runden er afsluttet. Der er ikke mere at styre.',
    pause: {
      title: 'Sæt runden på pause',
      lead: 'Så længe runden er på pause, bliver intet sendt, og ingen frist udløber. Aftalte tider står ved magt. Når du genoptager runden, flyttes åbne frister lige så mange arbejdsdage.',
      now: 'Sæt på pause',
    },
    resume: {
      title: (day) => `Runden har været på pause siden ${day}`,
      lead: 'Når du genoptager den, flyttes åbne frister så mange arbejdsdage, som den har været på pause.',
      now: 'Genoptag runden',
    },
    units: {
      title: 'En enkelt enhed',
      lead: 'Du kan sætte en enhed og alle under den på pause eller stoppe runden for den. Resten af runden fortsætter.',
      unit: 'Enhed',
      reason: 'Begrundelse',
      reasonHint: 'Vises for HR. Skriv ikke om enkeltpersoner.',
      pause: 'Sæt enheden på pause',
      stop: 'Stop runden for en enhed',
      stopLead:
        'Alle i enheden, der ikke er færdige, ender som »runden stoppet«, og deres rykkere ophører. Det kan ikke fortrydes.',
      stopNow: 'Stop runden for enheden',
      paused: 'På pause nu',
      pausedLine: (unit, day) => `${unit} siden ${day}`,
      resume: (unit) => `Genoptag ${unit}`,
      stopped: 'Runden er stoppet for',
      stoppedLine: (unit, day, reason) => `${unit}, ${day}: ${reason}`,
    },
    close: {
      title: 'Luk runden',
      lead: 'Runden kan lukkes, når alle har et udfald. Planer, statussamtaler og handlinger fortsætter til deres egen slutning.',
      waits: (day) => `Det kan tidligst ske ${day}.`,
      now: 'Luk runden',
    },
    stop: {
      title: 'Stop runden',
      lead: 'Alle, der ikke er færdige, ender som »runden stoppet«, og alle rykkere ophører. Det kan ikke fortrydes.',
      reason: 'Begrundelse',
      now: 'Stop runden for alle',
    },
  },
  en: {
    title: 'Pause, stop and close',
    ended: 'The round has ended. There is nothing more to control.',
    pause: {
      title: 'Pause the round',
      lead: 'While the round is paused, nothing is sent and no date passes. Times that are agreed stand. When you resume it, open due dates move by as many working days.',
      now: 'Pause the round',
    },
    resume: {
      title: (day) => `The round has been paused since ${day}`,
      lead: 'When you resume it, open due dates move by the working days it was paused.',
      now: 'Resume the round',
    },
    units: {
      title: 'A single unit',
      lead: 'You can pause a unit and everybody below it, or stop the round for it. The rest of the round goes on.',
      unit: 'Unit',
      reason: 'Reason',
      reasonHint: 'Shown to HR. Do not write about single persons.',
      pause: 'Pause the unit',
      stop: 'Stop the round for a unit',
      stopLead:
        'Everybody in the unit who is not done ends as “round stopped”, and their reminders end. It cannot be undone.',
      stopNow: 'Stop the round for the unit',
      paused: 'Paused now',
      pausedLine: (unit, day) => `${unit} since ${day}`,
      resume: (unit) => `Resume ${unit}`,
      stopped: 'The round is stopped for',
      stoppedLine: (unit, day, reason) => `${unit}, ${day}: ${reason}`,
    },
    close: {
      title: 'Close the round',
      lead: 'The round can be closed when everybody has an outcome. Plans, status talks and actions go on to their own end.',
      waits: (day) => `It can be done on ${day} at the earliest.`,
      now: 'Close the round',
    },
    stop: {
      title: 'Stop the round',
      lead: 'Everybody who is not done ends as “round stopped”, and all reminders end. It cannot be undone.',
      reason: 'Reason',
      now: 'Stop the round for everybody',
    },
  },
}
