import { toDate } from '../../db/days.ts'
import { day } from '../../domain/calendar/day.ts'
import { type Caller, startApi, type TestApi } from './api.ts'
import type { TestPerson } from './organisation.ts'
import { createStage, type Stage, type StageOptions } from './stage.ts'

/** The real api over the real engine, with the cast signed in and a started round of the school. */
export interface ApiStage extends Stage {
  readonly api: TestApi
  readonly roundId: string
  readonly anna: Caller
  readonly ben: Caller
  readonly carl: Caller
  readonly dora: Caller
  signIn(person: TestPerson): Promise<Caller>
  /** Somebody new whom Ben leads, with an open talk. */
  addEmployee(name: string): Promise<{ person: TestPerson; caller: Caller; talkId: string }>
  /** Somebody acts for a leader from one day through another. */
  addDeputy(leader: TestPerson, deputy: TestPerson, from: string, to: string): Promise<void>
}

export async function createApiStage(
  options: StageOptions & { env?: Record<string, string> } = {},
): Promise<ApiStage> {
  const stage = await createStage({ at: '2038-01-11T09:00:00Z', ...options })
  const { cast, db, rounds, talks } = stage
  const api = await startApi({
    databaseUrl: stage.database.url,
    client: stage.temporal.client,
    taskQueue: stage.temporal.taskQueue,
    clock: stage.clock,
    ...(options.env && { env: options.env }),
  })
  const roundId = await cast.organisation.addRound({ unitId: cast.school })
  await rounds.start(roundId)
  const signIn = (person: TestPerson) => api.signIn(person.personId)
  return {
    ...stage,
    api,
    roundId,
    signIn,
    anna: await signIn(cast.anna),
    ben: await signIn(cast.ben),
    carl: await signIn(cast.carl),
    dora: await signIn(cast.dora),
    addEmployee: async (name) => {
      const person = await cast.organisation.addPerson(name, { unitId: cast.school, leader: cast.ben })
      await stage.runMorning()
      return { person, caller: await signIn(person), talkId: await talks.idOf(roundId, person) }
    },
    addDeputy: async (leader, deputy, from, to) => {
      await db.deputy.create({
        data: {
          leaderId: leader.employmentId,
          deputyId: deputy.employmentId,
          fromOn: toDate(day(from)),
          toOn: toDate(day(to)),
        },
      })
    },
    close: async () => {
      await api.close()
      await stage.close()
    },
  }
}
