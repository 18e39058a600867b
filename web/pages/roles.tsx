import { type UnitLine, unitOptions } from '../components/unit-choice.tsx'
import type { Day } from '../../domain/calendar/day.ts'
import { type GrantedRole, grantedRoles } from '../../domain/permissions.ts'
import { FindEmployment, foundOptions } from '../components/find-employment.tsx'
import { Form, Hidden, Radios, Select, Submit, TextField } from '../components/form.tsx'
import { dayText } from '../dates.ts'
import type { FoundEmployment } from '../employment-view.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { rolesTexts } from '../texts/roles.ts'

export interface RolesView {
  /** Those the reader administers, each after the one above it. */
  readonly units: readonly UnitLine[]
  readonly grants: readonly RoleLine[]
  /** Top units of which nobody is HR today. */
  readonly withoutHr: readonly string[]
  /** Whether the reader sees everybody's service tokens. */
  readonly governsTokens: boolean
  readonly search: string
  /** Each person once. */
  readonly found: readonly FoundEmployment[]
}

export interface RoleLine {
  readonly id: string
  readonly personName: string
  readonly role: GrantedRole
  readonly unitName: string
  readonly from: Day
  readonly to: Day | null
}

interface Parts {
  frame: Frame
  view: RolesView
}

/** An administrator gives roles, and ends them (R13.4). */
export function rolesPage(frame: Frame, view: RolesView): string {
  const texts = rolesTexts[frame.language]
  return renderPage({
    frame,
    section: 'roles',
    title: texts.title,
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        {view.withoutHr.length > 0 && (
          <p class="panel next late">{texts.withoutHr(view.withoutHr.join(', '))}</p>
        )}
        <Give frame={frame} view={view} />
        <h2>{texts.now}</h2>
        {view.grants.length === 0 ? <p class="panel">{texts.none}</p> : <Grants frame={frame} view={view} />}
        {view.governsTokens && (
          <p>
            <a href="/service-tokens">{texts.serviceTokens}</a>
          </p>
        )}
      </>
    ),
  })
}

/** First a search, then the role, where and how long. */
function Give({ frame, view }: Parts) {
  const texts = rolesTexts[frame.language]
  const { search, found } = view
  return (
    <section class="panel next" aria-labelledby="give">
      <h2 id="give">{texts.give}</h2>
      <FindEmployment frame={frame} action="/roles" search={search} label={texts.search} />
      {search !== '' && found.length === 0 && <p>{texts.nobodyFound}</p>}
      {found.length > 0 && (
        <Form frame={frame} action="/roles" class="part">
          <Hidden name="search" value={search} />
          <RoleFields frame={frame} view={view} />
          <Submit>{texts.giveButton}</Submit>
        </Form>
      )}
    </section>
  )
}

function RoleFields({ frame, view: { units, found } }: Parts) {
  const texts = rolesTexts[frame.language]
  const { today } = frame
  return (
    <>
      <Radios
        name="personId"
        label={texts.who}
        required
        value={found.length === 1 ? (found[0]?.personId ?? '') : ''}
        options={foundOptions(frame, found, ({ personId }) => personId)}
      />
      <Radios
        name="role"
        label={texts.role}
        required
        options={grantedRoles.map((role) => ({
          value: role,
          label: texts.names[role],
          hint: texts.notes[role],
        }))}
      />
      <Select name="unitId" label={texts.unit} hint={texts.unitHint} required options={unitOptions(units)} />
      <div class="field-row">
        <TextField name="from" label={texts.from} type="date" width="s" value={today} min={today} required />
        <TextField name="to" label={texts.to} hint={texts.toHint} type="date" width="s" min={today} />
      </div>
    </>
  )
}

function Grants({ frame, view: { grants } }: Parts) {
  const texts = rolesTexts[frame.language]
  const { columns } = texts
  return (
    <table class="list cards">
      <caption class="sr-only">{texts.now}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.role}</th>
          <th scope="col">{columns.unit}</th>
          <th scope="col">{columns.period}</th>
          <th scope="col">{columns.end}</th>
        </tr>
      </thead>
      <tbody>
        {grants.map((grant) => (
          <Grant key={grant.id} frame={frame} grant={grant} />
        ))}
      </tbody>
    </table>
  )
}

function Grant({ frame, grant }: { frame: Frame; grant: RoleLine }) {
  const texts = rolesTexts[frame.language]
  const { columns } = texts
  const { personName, role, unitName, from, to } = grant
  const name = texts.names[role]
  const action = `/roles/${grant.id}/end`
  return (
    <tr>
      <th scope="row">{personName}</th>
      <td data-label={columns.role}>{name}</td>
      <td data-label={columns.unit}>{unitName}</td>
      <td data-label={columns.period}>
        {to === null
          ? texts.fromOn(dayText(frame, from))
          : texts.span(dayText(frame, from), dayText(frame, to))}{' '}
        {from > frame.today && <span class="mark mark-quiet">{texts.begins}</span>}
      </td>
      <td>
        <details open={frame.sent?.action === action}>
          <summary>
            {texts.end}
            <span class="sr-only">: {texts.endOf(name, personName, unitName)}</span>
          </summary>
          <Form frame={frame} action={action}>
            <p>{texts.endSure(name, personName)}</p>
            <Submit kind="warning">{texts.endToday}</Submit>
          </Form>
        </details>
      </td>
    </tr>
  )
}
