import type { Language } from '../../domain/language.ts'

/** One mail before it is laid out: what a template makes, and all that a test or a page needs to read. */
export interface MailContent {
  subject: string
  /** What a mail program shows beside the subject. */
  preview: string
  title: string
  blocks: Block[]
  /** Why the person gets this mail, and whether an answer is read. */
  footer: string
}

export type Block =
  | {
      kind: 'text'
      text: string
      /** Of what paper has not, such as an attachment: a letter leaves it out. */
      onlyInMail?: true
    }
  | { kind: 'facts'; rows: Fact[] }
  | { kind: 'button'; label: string; href: string }
  | { kind: 'links'; links: { label: string; href: string }[] }
  | { kind: 'list'; heading: string; items: ListItem[] }
  | { kind: 'note'; text: string }

/** One line of a table. */
export interface Fact {
  label: string
  value: string
  /** Where the value is an address itself. */
  href?: string
}

export interface ListItem {
  text: string
  href: string
}

/** What every mail of an installation shares. */
export interface MailPlace {
  /** Without a trailing slash; every link begins with it. */
  publicUrl: string
  employerName: string
  /** The shown name of the yearly talk (R12): MUS, PUS, PU-samtale, medarbejdersamtale. */
  talkName: string
}

export interface RenderedMail {
  subject: string
  html: string
  text: string
}

/** What the row of a mail to somebody without an address keeps, for the leader to print (R13.1). */
export interface PrintedMail {
  content: MailContent
  language: Language
}
