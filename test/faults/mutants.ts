import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChance } from './chance.ts'
import type { promises, Violation } from './checker.ts'
import { type ChangedSource, openInstallation } from './installation.ts'
import { doneInTime } from './last-hour.ts'
import { mutantsOfTelling } from './mutants-of-telling.ts'
import type { WorkerMutation } from './mutations.ts'
import {
  buttonPressedAgain,
  faultNamed,
  firstMorning,
  mailIsAwayForDays,
  mailServerDoes,
  nobodyInvites,
  planIsFiled,
  playScenario,
  plugIsPulled,
  SCENARIO_AT,
  type Scenario,
  twoWorkersSend,
} from './scenarios.ts'
import type { FaultServers } from './servers.ts'
import { openWorld } from './world.ts'

/** One promise's keeper taken away, and the play that must notice. */
export interface Mutant {
  what: string
  scenario: Scenario
  /** How often it is played until it is noticed: more than once where two processes have to meet in one instant. */
  plays?: number
  /** The promise that is then broken. */
  breaks: keyof typeof promises
  worker?: readonly WorkerMutation[]
  sql?: readonly string[]
  source?: ChangedSource
  /** Changes the workflows' bundle: what is found, and what is put after it. */
  rules?: readonly { after: RegExp; put: string }[]
}

const cutAfterDot = firstMorning(mailServerDoes({ cut: 'after-data' }))
const putOff = firstMorning(mailServerDoes({ at: 'rcpt', code: 451 }))
const undisturbed = firstMorning(null)
/** A mail is still under way when the sender looks for the next. */
const slow = firstMorning(mailServerDoes({ slowAt: 'end-of-data', by: 800 }))
const silent = firstMorning(faultNamed('the mail server keeps silent at end-of-data'))
const frozen = firstMorning(
  faultNamed('the worker is frozen until another has its mail, and then never hears of it'),
)
const onAWrongClock = firstMorning(faultNamed("the worker's own clock is an hour fast"))
const inPairs: Scenario = { ...firstMorning(twoWorkersSend), quietDays: 2 }
/** Not so long that somebody would have to be reminded. */
const planIsAgreed: Scenario = { ...planIsFiled(null), quietDays: 1 }
const filedWithError = planIsFiled('error-after')
const filedWithLie = planIsFiled('lie')

export const mutants: readonly Mutant[] = [
  {
    what: 'the sender takes a mail that was put off for sent',
    scenario: putOff,
    breaks: 'What was due has arrived, or HR sees why not',
    worker: ['swallows-deferral'],
  },
  {
    what: 'the sender takes a mail of unknown fate for put off',
    scenario: cutAfterDot,
    breaks: 'What arrived twice is known to be unsure, and recognised',
    worker: ['takes-unknown-for-deferred'],
  },
  {
    what: 'the sender takes a mail for put off whose answer never came',
    scenario: silent,
    breaks: 'What arrived twice is known to be unsure, and recognised',
    worker: ['takes-unknown-for-deferred'],
  },
  {
    what: 'a worker that was given up for lost has its mail still',
    scenario: frozen,
    breaks: 'What was due has arrived, or HR sees why not',
    source: {
      file: 'db/outbox-leases.ts',
      after: /export async function whoseMail\([^{]*\{/,
      put: "return 'own'",
    },
  },
  {
    what: 'a mail is sent again at once when the connection broke',
    scenario: cutAfterDot,
    breaks: 'What arrived twice is known to be unsure, and recognised',
    worker: ['requeues-at-once'],
  },
  {
    what: 'every attempt at a mail has a Message-ID of its own',
    scenario: cutAfterDot,
    breaks: 'What arrived twice is known to be unsure, and recognised',
    worker: ['names-every-attempt-anew'],
  },
  {
    what: 'a mail under way is not leased',
    scenario: slow,
    breaks: 'What arrived twice is known to be unsure, and recognised',
    sql: [
      ...trigger(
        'never_leased',
        'UPDATE',
        'mail',
        `IF NEW.status = 'leased' THEN NEW.status := 'queued'; END IF;`,
      ),
    ],
  },
  {
    what: 'the same mail may be put into the outbox twice',
    scenario: inPairs,
    plays: 4,
    breaks: 'What arrived twice is known to be unsure, and recognised',
    sql: ['DROP INDEX mail_key_key'],
  },
  {
    what: "the sender's clock is a day fast",
    scenario: undisturbed,
    breaks: 'Nothing comes early or outside its hours',
    worker: ['sends-early'],
  },
  {
    what: "the sender believes its machine's clock, which is an hour fast",
    scenario: onAWrongClock,
    breaks: 'Nothing comes early or outside its hours',
    worker: ['believes-its-machine'],
  },
  {
    what: 'what has been done is not taken off the list of what is owed',
    scenario: doneInTime,
    breaks: 'Nobody is told what is done, nor while away or gone',
    sql: [
      `CREATE FUNCTION keeps_owing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$`,
      `CREATE TRIGGER keeps_owing BEFORE DELETE ON obligation FOR EACH ROW EXECUTE FUNCTION keeps_owing()`,
    ],
  },
  {
    what: 'it is forgotten how lately the step before was told',
    scenario: mailIsAwayForDays,
    breaks: 'Steps come one by one, with their distances',
    sql: [...trigger('long_ago', 'UPDATE', 'notice', `NEW.ended_at := NEW.ended_at - interval '30 days';`)],
  },
  {
    what: 'decisions are written without what they want told',
    scenario: nobodyInvites,
    breaks: 'Nothing owed stands without a next step',
    worker: ['loses-notices'],
  },
  {
    what: 'whoever has a talk in the round is given another',
    scenario: undisturbed,
    breaks: 'Everybody has one talk in a round',
    sql: [
      'DROP INDEX talk_round_id_employment_id_key',
      `CREATE FUNCTION opens_twice() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         INSERT INTO talk SELECT (jsonb_populate_record(NEW, jsonb_build_object('id', gen_random_uuid(), 'next_due_at', NULL, 'closed_at', NEW.opened_at))).*;
         RETURN NULL;
       END $$`,
      `CREATE TRIGGER opens_twice AFTER INSERT ON talk FOR EACH ROW WHEN (pg_trigger_depth() = 0)
       EXECUTE FUNCTION opens_twice()`,
    ],
  },
  {
    what: 'an approval is answered and not written',
    scenario: planIsAgreed,
    breaks: 'Table and engine agree',
    worker: ['forgets-to-record'],
  },
  {
    what: 'a workflow returns before its talk has ended',
    scenario: planIsAgreed,
    breaks: 'Table and engine agree',
    // Once the plan is filed and the next step is weeks away.
    rules: [
      {
        after: /while\s*\(!talk\.isClosed\)\s*\{/,
        put: `if (talk.view().state.status === 'agreed' && talk.view().nextDueAt > Date.now() + 20 * 86_400_000) return;`,
      },
    ],
  },
  {
    what: 'the place in an invitation is what the employee wrote',
    scenario: buttonPressedAgain,
    breaks: 'What people write stays out of mails, and is sealed in the engine',
    sql: trigger(
      'tells_topics',
      'INSERT',
      'appointment',
      'NEW.place := (SELECT text FROM topic WHERE talk_id = NEW.talk_id LIMIT 1);',
    ),
  },
  {
    what: 'failures are kept in the clear, and say what the plan says',
    scenario: planIsAgreed,
    breaks: 'What people write stays out of mails, and is sealed in the engine',
    worker: ['fails-in-the-clear'],
  },
  {
    what: 'the database answers before it has written',
    scenario: plugIsPulled,
    breaks: 'What was saved is read unchanged',
    sql: [
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$`,
    ],
  },
  {
    what: 'nothing is refused by the rules',
    scenario: buttonPressedAgain,
    breaks: 'What the rules refuse is refused, and nothing else',
    rules: [{ after: /function refuseSettled\([^)]*\) \{/, put: 'return null;' }],
  },
  {
    what: 'answered causes are forgotten',
    scenario: buttonPressedAgain,
    breaks: 'A repeated request has one effect and one answer',
    rules: [{ after: /function remembering\((\w+), \w+\) \{/, put: 'return $1;' }],
    sql: [
      ...trigger(
        'a_forgets',
        'INSERT',
        'audit_entry',
        `NEW.decision_id := NEW.decision_id || gen_random_uuid();`,
      ),
      `CREATE FUNCTION forgets_answers() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$`,
      `CREATE TRIGGER forgets_answers BEFORE INSERT ON answered_request FOR EACH ROW EXECUTE FUNCTION forgets_answers()`,
    ],
  },
  {
    what: 'what was answered is remembered in other words',
    scenario: buttonPressedAgain,
    breaks: 'A repeated request has one effect and one answer',
    sql: trigger('remembers_wrong', 'INSERT', 'answered_request', `NEW.answer := '{"id": null}';`),
  },
  {
    what: 'a leave is written twice',
    scenario: buttonPressedAgain,
    breaks: 'A repeated request has one effect and one answer',
    sql: [
      `CREATE FUNCTION writes_twice() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       INSERT INTO leave VALUES (gen_random_uuid(), NEW.employment_id, NEW.from_on, NEW.to_on); RETURN NULL; END $$`,
      `CREATE TRIGGER writes_twice AFTER INSERT ON leave FOR EACH ROW
       WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION writes_twice()`,
    ],
  },
  {
    what: 'the personnel file is not looked into before a second try',
    scenario: filedWithError,
    breaks: 'The personnel file has each agreed plan once',
    worker: ['files-without-looking'],
  },
  {
    what: 'the personnel file is believed without a look',
    scenario: filedWithLie,
    breaks: 'The personnel file has each agreed plan once',
    worker: ['believes-the-personnel-file'],
  },
  ...mutantsOfTelling,
]

/** What the checker finds with the mutant at work; without one, what it finds in the same play. */
export async function violationsOf(
  servers: FaultServers,
  scenario: Scenario,
  mutant: Mutant | null,
): Promise<Violation[]> {
  const installation = await openInstallation(servers, {
    at: SCENARIO_AT,
    ...(mutant?.worker && { mutations: mutant.worker }),
    ...(mutant?.source && { source: mutant.source }),
    ...(mutant?.sql && { sql: mutant.sql }),
    ...(mutant?.rules && { workflows: mutatedBundle(servers, mutant.rules) }),
  })
  try {
    const world = await openWorld(installation, [])
    return (await playScenario(world, scenario, createChance(1))).violations
  } finally {
    await installation.stop()
  }
}

function mutatedBundle(servers: FaultServers, rules: NonNullable<Mutant['rules']>): string {
  let code = readFileSync(servers.workflows, 'utf8')
  for (const { after, put } of rules) {
    if (!after.test(code)) throw new Error(`${after} is not in the workflows' bundle`)
    code = code.replace(after, `$& ${put}`)
  }
  const file = join(servers.folder, 'mutated.cjs')
  writeFileSync(file, code)
  return file
}

function trigger(name: string, on: 'INSERT' | 'UPDATE', table: string, body: string): string[] {
  return [
    `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} RETURN NEW; END $$`,
    `CREATE TRIGGER ${name} BEFORE ${on} ON ${table} FOR EACH ROW EXECUTE FUNCTION ${name}()`,
  ]
}
