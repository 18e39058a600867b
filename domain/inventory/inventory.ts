import type { DataKindName } from './data-kinds.ts'

/** Every column as 'table.column', with its kind. */
export function inventoriedColumns(): { column: string; kind: DataKindName }[] {
  return Object.entries(inventory).flatMap(([table, columns]) =>
    Object.entries(columns as Record<DataKindName, string>).flatMap(([kind, names]) =>
      names.split(' ').map((name) => ({ column: `${table}.${name}`, kind: kind as DataKindName })),
    ),
  )
}

/** A table's columns by what they hold, separated by blanks. */
type Columns = Partial<Record<DataKindName, string>>

/**
 * The field inventory: every column of every table, and what kind of data it holds. What the kind is, why it is kept,
 * who sees it and how long stands in data-kinds.ts; the notice to people and the record of processing (GDPR art. 13
 * and 30) are made from the two. A column without its place here fails the suite.
 */
const inventory = {
  person: {
    key: 'id',
    identity: 'given_name family_name language',
    contact: 'email email_changed_at phone',
    'birth-date': 'birth_date',
    forgetting: 'erased_at',
  },
  employment: {
    key: 'id person_id',
    identity: 'number',
    job: 'title job_group case_number employed_from last_day hours_per_week joined_at',
  },
  unit: { key: 'id parent_id', organisation: 'number name', representative: 'tr_name' },
  unit_closing: { key: 'id unit_id', organisation: 'from_on to_on' },
  unit_membership: { key: 'id employment_id', job: 'unit_id from_on to_on' },
  reporting_line: { key: 'id employment_id', job: 'leader_id from_on to_on' },
  leave: { key: 'id employment_id', leave: 'from_on to_on' },
  deputy: { key: 'id', role: 'leader_id deputy_id from_on to_on' },
  role_grant: { key: 'id', role: 'person_id role unit_id from_on to_on granted_by' },
  fact: {
    key: 'id seq',
    change: 'employment_id talk_id kind effective_on data known_at cause delivered',
  },
  import_run: {
    key: 'id',
    import: 'status file_name file_hash valid_from created_at committed_at options preview rows',
    'who-did-it': 'by_person_id',
  },
  round: {
    key: 'id unit_id previous_round_id',
    round:
      'name year kind sector focus_text orientation_text links guidelines_discussed_on committee recurs status ' +
      'stop_reason started_at paused_on expected_talks evaluation_discussed_on snapshot version next_due_at disagrees ' +
      'closes_on created_at',
  },
  round_unit_pause: {
    key: 'id round_id unit_id',
    round: 'paused_on resumed_on created_at',
    'who-did-it': 'by_person_id',
  },
  round_unit_stop: {
    key: 'id round_id unit_id',
    round: 'reason stopped_on created_at',
    'who-did-it': 'by_person_id',
  },
  round_policy: { key: 'id round_id', round: 'version policy created_at', 'who-did-it': 'by_person_id' },
  material: {
    key: 'id round_id',
    material: 'kind material job_group language version content created_at',
    'who-did-it': 'by_person_id',
  },
  material_file: { key: 'id round_id', material: 'name media_type bytes created_at' },
  local_orientation: { key: 'id round_id leader_id', 'group-feedback': 'text version updated_at' },
  talk: {
    key: 'id round_id employment_id previous_talk_id newest_fact',
    course:
      'kind status outcome outcome_reason snapshot version started next_due_at disagrees invite_due_on hold_due_on ' +
      'plan_due_on held_on agreed_on opened_at closed_at',
  },
  obligation: { key: 'id talk_id subject', course: 'obligation occurrence owed_by due_on' },
  appointment: {
    key: 'id talk_id subject',
    appointment: 'starts_at minutes place online_url status sequence wish created_at',
    'who-did-it': 'by_person_id',
  },
  group_talk: {
    key: 'id round_id leader_id',
    appointment: 'starts_at on_day minutes place online_url sequence status held_on created_at',
  },
  group_talk_part: { key: 'group_talk_id talk_id', appointment: 'took_part' },
  slot: { key: 'id round_id leader_id', appointment: 'starts_at minutes place online_url taken_by' },
  sheet: {
    key: 'id talk_id',
    preparation: 'author author_person_id content version ready_at shared_at updated_at',
    job: 'job_group',
  },
  share: { key: 'id talk_id', plan: 'with_employment_id what follow_up_on created_at' },
  share_action: { key: 'share_id action_id' },
  topic: { key: 'id talk_id', topic: 'kind text created_at' },
  plan_draft: {
    key: 'talk_id',
    'plan-draft': 'content version updated_at',
    'who-did-it': 'by_person_id on_behalf_of',
  },
  plan_version: {
    key: 'id talk_id',
    plan: 'number content hash status created_at',
    'who-did-it': 'by_person_id on_behalf_of',
  },
  plan_approval: { key: 'id plan_version_id', plan: 'party hash at voided_at', 'who-did-it': 'by_person_id' },
  plan_comment: {
    key: 'id plan_version_id',
    plan: 'kind party text at',
    'who-did-it': 'by_person_id on_behalf_of',
  },
  action: {
    key: 'id employment_id talk_id plan_version_id position',
    plan: 'owner what due_on status',
  },
  status_talk: { key: 'id talk_id number', course: 'due_on status held_on', plan: 'note' },
  offer: { key: 'id talk_id', course: 'kind offered_at answer answered_at' },
  theme_tag: { key: 'id round_id talk_id', theme: 'theme', 'who-did-it': 'by_person_id' },
  group_feedback: { key: 'id round_id leader_id', 'group-feedback': 'text version status sent_at' },
  talk_evaluation: { key: 'id round_id', evaluation: 'unit_id month answers' },
  evaluation_mark: { course: 'talk_id' },
  published_cell: { key: 'id seq round_id', figures: 'kind key records gone published_at' },
  nudge: { key: 'id round_id', nudge: 'talk_id leader_id text at', 'who-did-it': 'by_person_id' },
  notice: {
    key: 'id subject talk_id round_id leader_id mail_id',
    mail: 'obligation occurrence step audience due_on distance reminder while_open position status reason decided_at ended_at',
  },
  mail: {
    key: 'id key',
    mail:
      'template person_id data lane recipient message_id subject_line status reason attempts not_before_at created_at ' +
      'ended_at leased_until resent_at',
    'who-did-it': 'resent_by_person_id',
  },
  mail_attempt: { key: 'id mail_id', mail: 'at outcome answer' },
  journal_entry: {
    key: 'id plan_version_id',
    filing: 'gateway key status case_reference receipt last_outcome attempts last_tried_at filed_at',
  },
  audit_entry: {
    key: 'id',
    audit:
      'subject talk_id decision_id version event at by_person_id on_behalf_of request_hash answer seq previous_hash hash',
  },
  audit_head: { audit: 'subject seq hash' },
  audit_seal: { audit: 'number at heads_hash previous_hash hash' },
  audit_sealed_head: { audit: 'subject seal seq hash' },
  plan_opening: {
    key: 'id talk_id',
    access: 'reason opened_at until_at',
    'who-did-it': 'by_person_id',
  },
  access_entry: { key: 'id opening_id', access: 'person_id talk_id what at on_behalf_of standing' },
  answered_request: { request: 'person_id route key request_hash status answer at' },
  session: {
    session:
      'id person_id created_at last_seen_at expires_at device roles provider is_strong provider_subject provider_session',
  },
  logout_token: { session: 'id expires_at' },
  sign_in_link: { session: 'token_hash person_id expires_at used_at browser_hash code_hash wrong_tries' },
  service_token: {
    key: 'id',
    'service-token': 'token_hash person_id name scopes created_at expires_at revoked_at last_used_on',
  },
  retention_rule: { forgetting: 'kind months changed_at', 'who-did-it': 'by_person_id' },
  legal_hold: {
    key: 'id',
    forgetting: 'person_id reason placed_at lifted_at',
    'who-did-it': 'placed_by lifted_by',
  },
  deletion_receipt: { forgetting: 'on_day cause kind count last_at' },
  virtual_clock: { key: 'id at' },
} as const satisfies Readonly<Record<string, Columns>>
