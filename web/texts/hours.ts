import type { Language } from '../../domain/language.ts'

export interface HoursTexts {
  when: string
  from: string
  to: string
  weekdays: string
  weekdayNames: readonly string[]
  begin: string
  end: string
  minutes: string
  length: string
  pause: string
  where: string
  place: string
  placeHint: string
  onlineUrl: string
  onlineHint: string
  day: string
  time: string
}

export const hoursTexts: Readonly<Record<Language, HoursTexts>> = {
  da: {
    when: 'Hvornår har du tid?',
    from: 'Fra dag',
    to: 'Til og med dag',
    weekdays: 'Ugedage',
    weekdayNames: ['Mandag', 'Tirsdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lørdag', 'Søndag'],
    begin: 'Fra klokken',
    end: 'Til klokken',
    minutes: 'Minutter pr. samtale',
    length: 'Minutter',
    pause: 'Minutters pause imellem',
    where: 'Hvor?',
    place: 'Sted',
    placeHint: 'Et lokale, hvor I ikke bliver forstyrret.',
    onlineUrl: 'Link til onlinemøde',
    onlineHint: 'Begynder med https://',
    day: 'Dag',
    time: 'Klokken',
  },
  en: {
    when: 'When do you have time?',
    from: 'From day',
    to: 'Through day',
    weekdays: 'Weekdays',
    weekdayNames: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    begin: 'From (time)',
    end: 'Until (time)',
    minutes: 'Minutes per talk',
    length: 'Minutes',
    pause: 'Minutes between talks',
    where: 'Where?',
    place: 'Place',
    placeHint: 'A room where you are not disturbed.',
    onlineUrl: 'Link to an online meeting',
    onlineHint: 'Begins with https://',
    day: 'Day',
    time: 'Time',
  },
}
