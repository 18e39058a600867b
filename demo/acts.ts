import type { Day } from '../domain/calendar/day.ts'
import { type CastName, nameOf } from './cast.ts'
import { instantText, type Json, type World } from './scene.ts'

/** The leader invites to a time, or moves the time there is. */
export async function invite(
  world: World,
  leader: CastName,
  employee: CastName,
  on: Day,
  time: string,
): Promise<void> {
  const visitor = await world.as(leader)
  await visitor.post(`/talks/${world.talkOf(employee)}/appointment`, {
    startsAt: instantText(world.calendar, on, time),
    place: 'Samtalerummet, hvor I ikke bliver forstyrret',
  })
}

export async function accept(world: World, employee: CastName): Promise<void> {
  await (await world.as(employee)).post(`/talks/${world.talkOf(employee)}/appointment/acceptance`)
}

/** Writes on the preparation sheet and marks it ready. */
export async function prepare(world: World, who: CastName, employee: CastName): Promise<void> {
  const visitor = await world.as(who)
  const talk = `/talks/${world.talkOf(employee)}`
  await visitor.put(`${talk}/sheets/mine`, {
    version: 0,
    content: { 'since-last': 'Det vil jeg gerne tale om.' },
  })
  await visitor.put(`${talk}/readiness`, { ready: true })
}

export async function reportHeld(world: World, leader: CastName, employee: CastName, on: Day): Promise<void> {
  await (await world.as(leader)).post(`/talks/${world.talkOf(employee)}/outcome`, { outcome: 'held', on })
}

export interface PlannedThing {
  what: string
  owner: 'employee' | 'leader'
  dueOn: Day
}

/** Proposes a plan with these actions; proposing is the author's own approval. */
export async function proposePlan(
  world: World,
  author: CastName,
  employee: CastName,
  actions: PlannedThing[],
): Promise<void> {
  const visitor = await world.as(author)
  await visitor.post(`/talks/${world.talkOf(employee)}/plan-versions`, {
    content: {
      goals: [
        {
          goal: 'Blive tryggere i at lede forældresamtaler',
          workplaceGoal: 'Et tættere samarbejde med hjemmene',
        },
      ],
      actions: actions.map((action) => ({
        ...action,
        support: 'Sparring hver anden uge',
        effect: 'Vi ser det på næste møde',
      })),
      notDoing: [{ what: 'Flere tilsynsvagter', why: 'Der skal være tid til øvebanerne' }],
      plannedTraining: ['Kursus i konflikthåndtering'],
      completedTraining: [],
    },
  })
}

/** Approves the version that is current, by the hash of what was read. */
export async function approvePlan(world: World, who: CastName, employee: CastName): Promise<void> {
  const visitor = await world.as(who)
  const talk: Json = await visitor.get(`/talks/${world.talkOf(employee)}`)
  const { versionId, hash } = talk.plan.current
  await visitor.post(`/talks/${world.talkOf(employee)}/plan-versions/${versionId}/approval`, { hash })
}

export async function planTogether(
  world: World,
  leader: CastName,
  employee: CastName,
  actions: PlannedThing[],
): Promise<void> {
  await proposePlan(world, employee, employee, actions)
  await approvePlan(world, leader, employee)
}

/** Both say that a status talk is not needed (R9.1). */
export async function agreeAway(
  world: World,
  number: number,
  employee: CastName,
  leader: CastName,
): Promise<void> {
  for (const name of [employee, leader]) {
    const id = await statusTalkOf(world, name, employee, number)
    await (await world.as(name)).post(`/talks/${world.talkOf(employee)}/status-talks/${id}/agreed-away`)
  }
}

export async function holdStatusTalk(
  world: World,
  number: number,
  employee: CastName,
  leader: CastName,
  on: Day,
): Promise<void> {
  const id = await statusTalkOf(world, leader, employee, number)
  const body = { on, note: 'Vi er på sporet.' }
  await (await world.as(leader)).post(`/talks/${world.talkOf(employee)}/status-talks/${id}/outcome`, body)
}

async function statusTalkOf(
  world: World,
  asks: CastName,
  employee: CastName,
  number: number,
): Promise<string> {
  const talk: Json = await (await world.as(asks)).get(`/talks/${world.talkOf(employee)}`)
  return talk.statusTalks.find((statusTalk: Json) => statusTalk.number === number).id
}

/** Reports on an action found by its words. */
export async function reportAction(
  world: World,
  owner: CastName,
  employee: CastName,
  what: string,
  report: Json,
): Promise<void> {
  const visitor = await world.as(owner)
  const talk: Json = await visitor.get(`/talks/${world.talkOf(employee)}`)
  const action = talk.content.actions.find((candidate: Json) => candidate.what === what)
  await visitor.post(`/actions/${action.id}/report`, report)
}

/** The employee lets a colleague see their own actions (R9.2); noted as `share <employee>`. */
export async function shareActions(world: World, who: CastName, colleague: CastName): Promise<void> {
  const visitor = await world.as(who)
  const talk = world.talkOf(who)
  const { content } = await visitor.get(`/talks/${talk}`)
  const own = content.actions.filter((action: { owner: string }) => action.owner === 'employee')
  const [found] = await visitor.get(`/colleagues?search=${encodeURIComponent(nameOf(colleague))}`)
  const { id } = await visitor.post(`/talks/${talk}/shares`, {
    what: 'actions',
    withEmploymentId: found.employmentId,
    actionIds: own.map((action: { id: string }) => action.id),
  })
  world.notes.set(`share ${who}`, id)
}
