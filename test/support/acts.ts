import { randomUUID } from 'node:crypto'
import type { UpdateDefinition } from '@temporalio/client'
import { canonicalJson, causeOf } from '../../api/cause.ts'
import { sha256 } from '../../db/sha256.ts'
import type { Engine } from '../../activities/engine.ts'
import type { Db } from '../../db/client.ts'
import type { Clock } from '../../db/clock.ts'
import { toDate } from '../../db/days.ts'
import { toJson } from '../../db/json.ts'
import { startRound } from '../../db/rounds.ts'
import type { Player } from '../../demo/player.ts'
import { day, MINUTE } from '../../domain/calendar/day.ts'
import type { PlanContent } from '../../domain/plan/content.ts'
import type { RoundAct } from '../../domain/round/round.ts'
import type { TalkAct } from '../../domain/talk/events.ts'
import type { Party, TalkState } from '../../domain/talk/talk.ts'
import type { SkippingClient } from '../../scripts/time-skipping.ts'
import { morningWorkflowId } from '../../workflows/morning/morning.messages.ts'
import {
  type RoundAnswer,
  type RoundCommand,
  roundUpdates,
  roundWorkflowId,
} from '../../workflows/round/round.messages.ts'
import {
  type TalkAnswer,
  type TalkCommand,
  talkUpdates,
  talkWorkflowId,
} from '../../workflows/talk/talk.messages.ts'
import type { TestPerson } from './organisation.ts'

/** What people and HR do, sent to the engine as the api sends it, at the clock's instant. */
export interface Acts {
  readonly talks: TalkActs
  readonly rounds: RoundActs
  /** Writes a fact as an import does and lets the engine deliver it. */
  tell(person: TestPerson, kind: string, effectiveOn: string, data?: object): Promise<string>
  /** Runs a morning as an import does, or with the search for what stands still, and lets its facts arrive. */
  runMorning(options?: { sweep: boolean }): Promise<void>
}

export interface Asking {
  by?: TestPerson
  /** The Idempotency-Key; one of its own unless given. */
  key?: string
}

export interface TalkActs {
  act(talkId: string, act: TalkAct, asking?: Asking): Promise<TalkAnswer>
  /** The leader sets a time; ISO text. */
  invite(talkId: string, startsAt: string): Promise<string>
  /** A time that stands at once: invited and accepted. */
  arrange(talkId: string, startsAt: string): Promise<void>
  hold(talkId: string, on: string): Promise<void>
  propose(talkId: string, party: Party, actions?: ActionWish[]): Promise<ProposedPlan>
  /** The leader proposes a plan and the employee approves it. */
  agree(talkId: string, actions?: ActionWish[]): Promise<ProposedPlan>
  idOf(roundId: string, person: TestPerson): Promise<string>
  state(talkId: string): Promise<TalkState>
}

export interface ActionWish {
  owner: Party
  dueOn: string
}

export interface ProposedPlan {
  versionId: string
  hash: string
  actionIds: string[]
}

export interface RoundActs {
  /** Starts a draft and waits until its talks are open. */
  start(roundId: string): Promise<void>
  act(roundId: string, act: RoundAct, asking?: Asking): Promise<RoundAnswer>
}

interface Parts {
  db: Db
  client: SkippingClient
  engine: Engine
  clock: Clock
  player: Player
  taskQueue: string
  zone: string
}

export function createActs(parts: Parts): Acts {
  const { db, client, clock, player, taskQueue } = parts
  const runMorning = async ({ sweep } = { sweep: false }) => {
    await client.execute('morningWorkflow', {
      workflowId: morningWorkflowId(randomUUID()),
      taskQueue,
      args: [{ sweep }],
    })
    await player.settle()
  }
  return {
    talks: createTalkActs(parts),
    rounds: createRoundActs(parts),
    runMorning,
    tell: async (person, kind, effectiveOn, data = {}) => {
      const { id } = await db.fact.create({
        data: {
          employmentId: person.employmentId,
          kind,
          effectiveOn: toDate(day(effectiveOn)),
          data,
          knownAt: new Date(await clock.now()),
        },
      })
      await runMorning()
      return id
    },
  }
}

function createTalkActs({ db, client, clock }: Parts): TalkActs {
  async function act(talkId: string, wanted: TalkAct, asking: Asking = {}): Promise<TalkAnswer> {
    const byPersonId = asking.by?.personId ?? randomUUID()
    const cause = causeOf(byPersonId, `POST /talks/${talkId}/${wanted.type}`, asking.key ?? null, wanted)
    const { decisionId, requestHash } = cause
    return client
      .getHandle(talkWorkflowId(talkId))
      .executeUpdate(talkUpdates[wanted.type] as UpdateDefinition<TalkAnswer, [TalkCommand]>, {
        args: [{ decisionId, requestHash, byPersonId, onBehalfOf: null, act: wanted }],
        updateId: decisionId,
      })
  }

  async function invite(talkId: string, startsAtText: string): Promise<string> {
    const startsAt = Date.parse(startsAtText)
    const id = randomUUID()
    const createdAt = new Date(await clock.now())
    const time = { startsAt: new Date(startsAt), minutes: 60, place: '' }
    await db.appointment.create({ data: { id, talkId, subject: talkId, ...time, createdAt } })
    const endsAt = startsAt + 60 * MINUTE
    await act(talkId, { type: 'set-appointment', appointmentId: id, startsAt, endsAt, picked: false })
    return id
  }

  async function propose(talkId: string, party: Party, wishes: ActionWish[] = []): Promise<ProposedPlan> {
    const actions = wishes.map(({ owner, dueOn }) => ({ id: randomUUID(), owner, dueOn: day(dueOn) }))
    const content = planWith(actions)
    const version = { id: randomUUID(), hash: sha256(canonicalJson(content)) }
    const createdAt = new Date(await clock.now())
    await db.planVersion.create({ data: { ...version, talkId, content: toJson(content), createdAt } })
    const { id: versionId, hash } = version
    await act(talkId, { type: 'propose-plan', party, versionId, hash, actions })
    return { versionId, hash, actionIds: actions.map((action) => action.id) }
  }

  return {
    act,
    invite,
    propose,
    arrange: async (talkId, startsAt) => {
      await invite(talkId, startsAt)
      await act(talkId, { type: 'accept-appointment' })
    },
    hold: async (talkId, on) => {
      await act(talkId, { type: 'report-held', on: day(on) })
    },
    agree: async (talkId, wishes) => {
      const plan = await propose(talkId, 'leader', wishes)
      const { versionId, hash } = plan
      await act(talkId, { type: 'approve-plan', party: 'employee', versionId, hash })
      return plan
    },
    idOf: async (roundId, { employmentId }) => {
      const where = { roundId_employmentId: { roundId, employmentId } }
      return (await db.talk.findUniqueOrThrow({ where })).id
    },
    state: async (talkId) =>
      (await db.talk.findUniqueOrThrow({ where: { id: talkId } })).snapshot as unknown as TalkState,
  }
}

function createRoundActs({ db, client, engine, clock, player, zone }: Parts): RoundActs {
  return {
    start: async (roundId) => {
      const started = await startRound(db, roundId, await clock.now(), zone, 0)
      if (started === null) throw new Error(`round ${roundId} was not started: expected a draft`)
      await engine.startRound(started)
      await client.forwardPast(roundWorkflowId(roundId), await clock.now())
    },
    act: async (roundId, wanted, asking = {}) => {
      const byPersonId = asking.by?.personId ?? randomUUID()
      const cause = causeOf(byPersonId, `POST /rounds/${roundId}/${wanted.type}`, asking.key ?? null, wanted)
      const { decisionId, requestHash } = cause
      const answer = await client
        .getHandle(roundWorkflowId(roundId))
        .executeUpdate(roundUpdates[wanted.type] as UpdateDefinition<RoundAnswer, [RoundCommand]>, {
          args: [{ decisionId, requestHash, byPersonId, act: wanted }],
          updateId: decisionId,
        })
      await client.untilIdle(roundWorkflowId(roundId))
      await player.settle()
      return answer
    },
  }
}

function planWith(actions: { id: string; owner: Party; dueOn: PlanContent['actions'][number]['dueOn'] }[]) {
  const content: PlanContent = {
    goals: [{ goal: 'Blive bedre til at lede møder', workplaceGoal: '' }],
    actions: actions.map((action) => ({ ...action, what: 'Lede et møde', support: '', effect: '' })),
    notDoing: [],
    plannedTraining: [],
    completedTraining: [],
  }
  return content
}
