import type { Sentences } from './sentences.ts'
import { definiteDa as the } from '../../domain/talk/talk-word.ts'

export const sentencesDa: Sentences = {
  obligations: {
    invite: {
      reminder: (f) => `Indkald ${f.other} til ${f.talk} senest ${f.due}.`,
      asked: (f) => `Sidste dag for at indkalde ${f.other} til ${f.talk} er ${f.due}.`,
      overdue: (f) => `${f.other} mangler at blive indkaldt til ${f.talk}. Frist: ${f.due}.`,
      told: (f) => `${f.employee} er ikke indkaldt til ${f.talk}. Frist for ${f.ower}: ${f.due}.`,
    },
    hold: {
      reminder: (f) => `Hold ${the(f.talk)} med ${f.other} senest ${f.due}.`,
      asked: (f) => `Sidste dag for ${the(f.talk)} med ${f.other} er ${f.due}.`,
      overdue: (f) => `${the(f.talk)} med ${f.other} er ikke holdt. Frist: ${f.due}. Find en tid nu.`,
      told: (f) => `${the(f.talk)} med ${f.employee} er ikke holdt. Frist for ${f.ower}: ${f.due}.`,
    },
    'confirm-held': {
      reminder: (f) => `Svar senest ${f.due} på, om ${the(f.talk)} med ${f.other} blev holdt${f.atTime}.`,
      asked: (f) => `Blev ${the(f.talk)} med ${f.other} holdt${f.atTime}? Svar ja, flyttet eller ikke holdt.`,
      overdue: (f) => `Vi mangler dit svar: Blev ${the(f.talk)} med ${f.other} holdt${f.atTime}?`,
      told: (f) => `${f.ower} har ikke svaret på, om ${the(f.talk)} med ${f.employee} blev holdt${f.atTime}.`,
    },
    prepare: {
      reminder: (f) => `Forbered dig til ${the(f.talk)}${f.atTime}.`,
      asked: (f) => `Du har ${f.talk}${f.atTime}. Husk din forberedelse.`,
      overdue: (f) => `Din forberedelse til ${the(f.talk)}${f.atTime} er ikke markeret som klar.`,
      told: (f) => `${f.ower} har ikke markeret sin forberedelse til ${the(f.talk)}${f.atTime} som klar.`,
    },
    'leader-prepare': {
      reminder: (f) => `Forbered din feedback til ${f.other} før ${the(f.talk)}${f.atTime}.`,
      asked: (f) => `Du har ${f.talk} med ${f.other}${f.atTime}. Husk din feedback.`,
      overdue: (f) => `Din feedback til ${f.other} før ${the(f.talk)}${f.atTime} er ikke markeret som klar.`,
      told: (f) => `${f.ower} har ikke markeret sin feedback til ${f.employee} som klar.`,
    },
    'agree-plan': {
      reminder: (f) => `Bliv enig med ${f.other} om udviklingsplanen senest ${f.due}.`,
      asked: (f) => `Sidste dag for at blive enig med ${f.other} om udviklingsplanen er ${f.due}.`,
      overdue: (f) => `Udviklingsplanen med ${f.other} er ikke på plads og venter på dig. Frist: ${f.due}.`,
      told: (f) =>
        f.ower === f.employee
          ? `Udviklingsplanen venter på ${f.employee}. Frist: ${f.due}.`
          : `Udviklingsplanen for ${f.employee} er ikke på plads og venter på ${f.ower}. Frist: ${f.due}.`,
    },
    action: {
      reminder: (f) => `En handling, du har aftalt med ${f.other}, skal være færdig senest ${f.due}.`,
      asked: (f) => `Er handlingen, du har aftalt med ${f.other}, færdig? Aftalt dato: ${f.due}.`,
      overdue: (f) =>
        `Vi mangler dit svar om en handling, du har aftalt med ${f.other}. Aftalt dato: ${f.due}.`,
      told: (f) => `${f.ower} har ikke svaret på, om en aftalt handling er færdig. Aftalt dato: ${f.due}.`,
    },
    journal: {
      reminder: (f) => `Journalisér den aftalte udviklingsplan for ${f.other} senest ${f.due}.`,
      asked: (f) => `Sidste dag for at journalisere udviklingsplanen for ${f.other} er ${f.due}.`,
      overdue: (f) => `Den aftalte udviklingsplan for ${f.other} er ikke journaliseret. Frist: ${f.due}.`,
      told: (f) =>
        `Den aftalte udviklingsplan for ${f.employee} er ikke journaliseret. Frist for ${f.ower}: ${f.due}.`,
    },
    'status-talk': {
      reminder: (f) => `Hold statussamtale med ${f.other} senest ${f.due}.`,
      asked: (f) => `Sidste dag for statussamtalen med ${f.other} er ${f.due}.`,
      overdue: (f) => `Statussamtalen med ${f.other} er ikke holdt. Frist: ${f.due}.`,
      told: (f) => `Statussamtalen med ${f.employee} er ikke holdt. Frist for ${f.ower}: ${f.due}.`,
    },
    'group-feedback': {
      reminder: (f) => `Send den samlede tilbagemelding efter ${f.round} til dit team senest ${f.due}.`,
      asked: (f) => `Sidste dag for den samlede tilbagemelding efter ${f.round} til dit team er ${f.due}.`,
      overdue: (f) =>
        `Den samlede tilbagemelding efter ${f.round} til dit team er ikke sendt. Frist: ${f.due}.`,
      told: (f) =>
        `${f.ower} har ikke sendt den samlede tilbagemelding efter ${f.round} til sit team. Frist: ${f.due}.`,
    },
    evaluation: {
      reminder: (f) => `Evalueringen af ${f.round} skal være drøftet i ${f.committee} senest ${f.due}.`,
      asked: (f) => `Sidste dag for at drøfte evalueringen af ${f.round} i ${f.committee} er ${f.due}.`,
      overdue: (f) =>
        `Det er ikke registreret, at evalueringen af ${f.round} er drøftet i ${f.committee}. Frist: ${f.due}.`,
      told: (f) => `Evalueringen af ${f.round} er ikke drøftet i ${f.committee}. Frist: ${f.due}.`,
    },
  },
  information: {
    'kick-off': (f) =>
      `${f.round} begynder: Forbered jer i ledergruppen, overvej senior- og ledertalentsamtaler, og skriv dit lokale afsnit, før orienteringen sendes ${f.orientation}. Samtalerne holdes ${f.window}.`,
    orientation: (f) => `Orientering om ${f.round}: Samtalerne holdes ${f.window}.`,
    'not-invited': (f) => `${f.employee} melder, at der ikke er kommet en indkaldelse til ${f.talk}.`,
    'other-time-asked': (f) =>
      `${f.employee} beder om et andet tidspunkt til ${the(f.talk)}. Tiden${f.atTime} er uændret, til du flytter den.`,
    'time-accepted': (f) => `${f.employee} har sagt ja til ${the(f.talk)}${f.atTime}.`,
    'time-withdrawn': (f) =>
      `${f.employee} svarede ikke i tide, så tiden til ${the(f.talk)} er trukket tilbage. Find en ny tid.`,
    'held-contradicted': (f) =>
      `${f.employee} er ikke enig i, at ${the(f.talk)} blev holdt. Tal sammen, og ret svaret, hvis det er forkert.`,
    'was-held': (f) =>
      `${f.employee} siger, at ${the(f.talk)} blev holdt, selv om du har svaret, at den ikke blev det. Ret svaret, hvis det passer.`,
    'plan-proposed': (f) =>
      `${f.other} har foreslået en udviklingsplan. Godkend den, eller send den tilbage.`,
    'plan-returned': (f) => `${f.other} har sendt udviklingsplanen tilbage med en kommentar.`,
    'plan-agreed': (f) => `Du og ${f.other} er enige om udviklingsplanen.`,
    'plan-not-agreed': (f) =>
      f.due === ''
        ? `${f.other} har lukket udviklingsplanen uden enighed. Du kan skrive en udtalelse på planens side.`
        : `${f.other} har lukket udviklingsplanen uden enighed. Du kan skrive en udtalelse til og med ${f.due}; derefter journaliseres planen.`,
    'action-reported': (f) =>
      `${f.other} melder, at en aftalt handling ikke kan gennemføres eller ikke virker. Overvej en statussamtale.`,
    'offer-answered': (f) => `${f.employee} har svaret på et tilbud. Se svaret på samtalens side.`,
    'return-talk': (f) =>
      `${f.employee} er tilbage. Vil I tale om opstarten, kan du sætte en tid på samtalens side.`,
    'form-does-not-fit': (f) =>
      `${f.employee} melder, at forberedelsesarket ikke passer. Se hvorfor på samtalens side.`,
    'evaluate-talk': (f) => `Fortæl anonymt, hvordan ${the(f.talk)} var.`,
    'hand-over': (f) =>
      `Du er ny leder for ${f.employee}: Planen, handlingerne og det, der mangler, er nu dit ansvar.`,
    'talk-postponed': (f) => `${the(f.talk)} med ${f.employee} er udskudt.`,
    'filing-failed': (f) => `Udviklingsplanen for ${f.employee} kunne ikke journaliseres.`,
    'group-feedback-sent': (f) =>
      `${f.other} har sendt en samlet tilbagemelding til teamet efter ${f.round}.`,
    nudge: (f) => `HR har skrevet en besked til dig om ${f.round}. Læs den på din side.`,
    'no-leader': (f) => `${f.employee} har ingen leder. Vælg, hvem der holder samtalen.`,
    'slots-published': (f) => `${f.other} har lagt tider ud til ${the(f.talk)}. Vælg en, der passer dig.`,
    'talk-offered': (f) =>
      `${f.other} tilbyder dig en samtale mere ud over ${the(f.talk)}. Du bestemmer selv, om du vil.`,
    'agree-away-asked': (f) =>
      `${f.other} foreslår, at I springer en statussamtale over. Er du enig, siger du det på samtalens side.`,
    'plan-to-file': (f) =>
      `Udviklingsplanen for ${f.other} ligger fast. Hent den, og journalisér den senest ${f.due}.`,
    'draft-ready': (f) =>
      `${f.round} ligger klar som kladde. Se datoerne igennem, og start runden, når de passer.`,
  },
}
