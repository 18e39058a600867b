import { day } from '../../domain/calendar/day.ts'
import type { PlanDocument } from '../../journal/plan-document.ts'

/** Anna's plan after her talk with Ben, as a school in a municipality would file it. */
export const annasPlan: PlanDocument = {
  employer: 'Ærøskøbing Kommune',
  unit: 'Søndermarksskolen, 3. årgang',
  employeeName: 'Anna Bjørnskov Ågård',
  leaderName: 'Ben Østergaard',
  kindName: 'MUS',
  heldOn: day('2027-03-22'),
  agreement: {
    kind: 'agreed',
    employee: { name: 'Anna Bjørnskov Ågård', onBehalfOf: null, on: day('2027-03-29') },
    leader: { name: 'Ben Østergaard', onBehalfOf: null, on: day('2027-03-30') },
  },
  goals: [
    {
      goal: 'Jeg vil blive tryg ved at lede teammøder, så alle kommer til orde, også når vi er uenige.',
      workplaceGoal: 'Stærke professionelle læringsfællesskaber på alle årgange i 2027.',
    },
    { goal: 'Jeg vil kunne bruge elevernes læseprøver til at planlægge undervisningen.', workplaceGoal: '' },
  ],
  actions: [
    {
      what: 'Lede fire teammøder med den nye dagsorden, og bede om tilbagemelding efter hvert møde.',
      owner: 'employee',
      dueOn: day('2027-06-18'),
      support: 'Ben deltager i det første møde og giver tilbagemelding samme dag.',
      effect: 'Teamet svarer i juni, at møderne er kortere, og at alle kommer til orde.',
    },
    {
      what: 'Skaffe en læsevejleder til to sparringsmøder.',
      owner: 'leader',
      dueOn: day('2027-05-03'),
      support: 'Timer fra årgangens pulje.',
      effect: '',
    },
  ],
  notDoing: [
    {
      what: 'Anna får ikke nedsat undervisningstid i foråret.',
      why: 'Årgangen mangler allerede en lærer frem til august. Vi ser på det igen ved statussamtalen.',
    },
  ],
  plannedTraining: ['Mødeledelse i praksis, 2 dage, september 2027'],
  completedTraining: ['Læseforståelse i fagene, 6 ECTS, efteråret 2026'],
  version: 2,
  contentHash: '3f1a9c4be07d52886a1f0c9d4477be2a5c0e6f7812d3a4b59687c0d1e2f3a4b5',
}

/** The same talk when no agreement came of it (R7.2). */
export const annasPlanNotAgreed: PlanDocument = {
  ...annasPlan,
  agreement: {
    kind: 'not-agreed',
    endedOn: day('2027-04-14'),
    employeeStatement:
      'Jeg mener ikke, at planen rummer den tid, som målene kræver.\n\nJeg vil gerne tage det op igen til efteråret.',
    leaderStatement: '',
  },
}
