import { homePages } from './home.ts'
import { roundForms, roundPages } from './rounds.ts'
import { talkAfterForms } from './talk-after.ts'
import { talkAgendaForms } from './talk-agenda.ts'
import { talkForms, talkPages } from './talk.ts'
import type { Form, Page } from './page.ts'

/** Every page people meet: the site's table of contents. */
export const pages: readonly Page[] = [...homePages, ...roundPages, ...talkPages]

/** Everything that is sent from them. */
export const forms: readonly Form[] = [...talkForms, ...talkAgendaForms, ...talkAfterForms, ...roundForms]
