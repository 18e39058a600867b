import type { Language } from '../language.ts'
import type { Holiday } from './holidays.ts'

/** What a day off is called within a sentence. */
export const holidayNames: Readonly<Record<Language, Readonly<Record<Holiday, string>>>> = {
  da: {
    'new-years-day': 'nytårsdag',
    'maundy-thursday': 'skærtorsdag',
    'good-friday': 'langfredag',
    'easter-sunday': 'påskedag',
    'easter-monday': '2. påskedag',
    'store-bededag': 'store bededag',
    ascension: 'kristi himmelfartsdag',
    'whit-sunday': 'pinsedag',
    'whit-monday': '2. pinsedag',
    'christmas-day': 'juledag',
    'second-christmas-day': '2. juledag',
    'may-day': '1. maj',
    'constitution-day': 'grundlovsdag',
    'christmas-eve': 'juleaftensdag',
    'new-years-eve': 'nytårsaftensdag',
  },
  en: {
    'new-years-day': 'New Year’s Day',
    'maundy-thursday': 'Maundy Thursday',
    'good-friday': 'Good Friday',
    'easter-sunday': 'Easter Sunday',
    'easter-monday': 'Easter Monday',
    'store-bededag': 'Great Prayer Day',
    ascension: 'Ascension Day',
    'whit-sunday': 'Whit Sunday',
    'whit-monday': 'Whit Monday',
    'christmas-day': 'Christmas Day',
    'second-christmas-day': 'the second day of Christmas',
    'may-day': '1 May',
    'constitution-day': 'Constitution Day',
    'christmas-eve': 'Christmas Eve',
    'new-years-eve': 'New Year’s Eve',
  },
}
