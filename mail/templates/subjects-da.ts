import type { Sentences } from './sentences.ts'
import { definiteDa as the } from '../../domain/talk/talk-word.ts'

/** What a mail about one notice alone says in its subject: the sentence, shortened to what fits on one line. */
export const subjectsDa: Sentences = {
  obligations: {
    invite: {
      reminder: (f) => `Indkald ${f.other} til ${f.talk} senest ${f.due}`,
      asked: (f) => `Sidste dag for at indkalde ${f.other} er ${f.due}`,
      overdue: (f) => `${f.other} mangler at blive indkaldt til ${f.talk}`,
      told: (f) => `${f.employee} er ikke indkaldt til ${f.talk}`,
    },
    hold: {
      reminder: (f) => `Hold ${the(f.talk)} med ${f.other} senest ${f.due}`,
      asked: (f) => `Sidste dag for ${the(f.talk)} med ${f.other} er ${f.due}`,
      overdue: (f) => `${the(f.talk)} med ${f.other} er ikke holdt – find en tid nu`,
      told: (f) => `${the(f.talk)} med ${f.employee} er ikke holdt`,
    },
    'confirm-held': {
      reminder: (f) => `Svar senest ${f.due}: Blev ${the(f.talk)} med ${f.other} holdt?`,
      asked: (f) => `Blev ${the(f.talk)} med ${f.other} holdt?`,
      overdue: (f) => `Vi mangler dit svar: Blev ${the(f.talk)} med ${f.other} holdt?`,
      told: (f) => `Der mangler svar på, om ${the(f.talk)} med ${f.employee} blev holdt`,
    },
    prepare: {
      reminder: (f) => `Forbered dig til ${the(f.talk)}${f.atTime}`,
      asked: (f) => `Husk din forberedelse til ${the(f.talk)}${f.atTime}`,
      overdue: (f) => `Din forberedelse til ${the(f.talk)} er ikke markeret som klar`,
      told: (f) => `${f.ower} har ikke markeret sin forberedelse som klar`,
    },
    'leader-prepare': {
      reminder: (f) => `Forbered din feedback til ${f.other} før ${the(f.talk)}`,
      asked: (f) => `Husk din feedback til ${f.other} før ${the(f.talk)}`,
      overdue: (f) => `Din feedback til ${f.other} er ikke markeret som klar`,
      told: (f) => `Feedbacken til ${f.employee} er ikke markeret som klar`,
    },
    'agree-plan': {
      reminder: (f) => `Bliv enig med ${f.other} om udviklingsplanen senest ${f.due}`,
      asked: (f) => `Sidste dag for udviklingsplanen med ${f.other} er ${f.due}`,
      overdue: (f) => `Udviklingsplanen med ${f.other} venter på dig`,
      told: (f) =>
        f.ower === f.employee
          ? `Udviklingsplanen venter på ${f.employee}`
          : `Udviklingsplanen for ${f.employee} er ikke på plads`,
    },
    action: {
      reminder: (f) => `En handling aftalt med ${f.other} skal være færdig senest ${f.due}`,
      asked: (f) => `Er handlingen aftalt med ${f.other} færdig?`,
      overdue: (f) => `Vi mangler dit svar om en handling aftalt med ${f.other}`,
      told: (f) => `${f.ower} har ikke svaret om en aftalt handling`,
    },
    journal: {
      reminder: (f) => `Journalisér udviklingsplanen for ${f.other} senest ${f.due}`,
      asked: (f) => `Sidste dag for at journalisere planen for ${f.other} er ${f.due}`,
      overdue: (f) => `Udviklingsplanen for ${f.other} mangler at blive journaliseret`,
      told: (f) => `Udviklingsplanen for ${f.employee} er ikke journaliseret`,
    },
    'status-talk': {
      reminder: (f) => `Hold statussamtale med ${f.other} senest ${f.due}`,
      asked: (f) => `Sidste dag for statussamtalen med ${f.other} er ${f.due}`,
      overdue: (f) => `Statussamtalen med ${f.other} er ikke holdt – find en tid nu`,
      told: (f) => `Statussamtalen med ${f.employee} er ikke holdt`,
    },
    'group-feedback': {
      reminder: (f) => `Send den samlede tilbagemelding efter ${f.round} senest ${f.due}`,
      asked: (f) => `Sidste dag for den samlede tilbagemelding efter ${f.round} er ${f.due}`,
      overdue: (f) => `Du mangler at sende den samlede tilbagemelding efter ${f.round}`,
      told: (f) => `${f.ower} har ikke sendt samlet tilbagemelding efter ${f.round}`,
    },
    evaluation: {
      reminder: (f) => `Drøft evalueringen af ${f.round} senest ${f.due}`,
      asked: (f) => `Sidste dag for at drøfte evalueringen af ${f.round} er ${f.due}`,
      overdue: (f) => `Drøftelsen af evalueringen af ${f.round} er ikke registreret`,
      told: (f) => `Evalueringen af ${f.round} er ikke drøftet`,
    },
  },
  information: {
    'kick-off': (f) => `${f.round} begynder: Skriv dit lokale afsnit før ${f.orientation}`,
    orientation: (f) => `Orientering om ${f.round}`,
    'not-invited': (f) => `${f.employee} melder, at der ikke er kommet en indkaldelse`,
    'other-time-asked': (f) => `${f.employee} beder om et andet tidspunkt til ${the(f.talk)}`,
    'time-accepted': (f) => `${f.employee} har sagt ja til ${the(f.talk)}${f.atTime}`,
    'time-withdrawn': (f) => `Tiden til ${the(f.talk)} med ${f.employee} er trukket tilbage`,
    'held-contradicted': (f) => `${f.employee} er ikke enig i, at ${the(f.talk)} blev holdt`,
    'was-held': (f) => `${f.employee} siger, at ${the(f.talk)} blev holdt`,
    'plan-proposed': (f) => `${f.other} har foreslået en udviklingsplan`,
    'plan-returned': (f) => `${f.other} har sendt udviklingsplanen tilbage`,
    'plan-agreed': (f) => `Du og ${f.other} er enige om udviklingsplanen`,
    'plan-not-agreed': (f) => `${f.other} har lukket udviklingsplanen uden enighed`,
    'action-reported': (f) => `${f.other} har svaret på en aftalt handling`,
    'offer-answered': (f) => `${f.employee} har svaret på et tilbud`,
    'return-talk': (f) => `${f.employee} er tilbage: I kan holde en opstartssamtale`,
    'form-does-not-fit': (f) => `${f.employee} melder, at forberedelsesarket ikke passer`,
    'evaluate-talk': (f) => `Fortæl anonymt, hvordan ${the(f.talk)} var`,
    'hand-over': (f) => `Du er ny leder for ${f.employee}`,
    'talk-postponed': (f) => `${the(f.talk)} med ${f.employee} er udskudt`,
    'filing-failed': (f) => `Udviklingsplanen for ${f.employee} kunne ikke journaliseres`,
    'group-feedback-sent': (f) => `${f.other} har sendt en samlet tilbagemelding efter ${f.round}`,
    nudge: (f) => `HR har skrevet til dig om ${f.round}`,
    'no-leader': (f) => `${f.employee} har ingen leder`,
    'slots-published': (f) => `${f.other} har lagt tider ud til ${the(f.talk)} – vælg en`,
    'talk-offered': (f) => `${f.other} tilbyder dig en samtale mere`,
    'agree-away-asked': (f) => `${f.other} foreslår, at I springer en statussamtale over`,
    'plan-to-file': (f) => `Journalisér udviklingsplanen for ${f.other} senest ${f.due}`,
    'draft-ready': (f) => `${f.round} ligger klar som kladde`,
  },
}
