import type { ComponentChildren } from 'preact'
import type { Day } from '../../domain/calendar/day.ts'
import { dayText } from '../dates.ts'
import type { EmploymentOutlook } from '../employment-view.ts'
import type { Frame } from '../frame.ts'
import { importChangeTexts } from '../texts/import-changes.ts'
import { personTexts } from '../texts/person.ts'
import { StatusMark } from './status-mark.tsx'

interface Parts {
  frame: Frame
  employment: EmploymentOutlook
}

/** An employment with what is planned for it. */
export function EmploymentFacts({ frame, employment }: Parts) {
  const texts = personTexts[frame.language]
  const { title, jobGroup, hoursPerWeek, employedFrom, lastDay, leads } = employment
  return (
    <dl class="facts">
      <Fact name={texts.unit}>
        {employment.unitName}
        <Planned frame={frame} employment={employment} what="unit" />
      </Fact>
      <Fact name={texts.leader}>
        {employment.leaderName ?? texts.none}
        <Planned frame={frame} employment={employment} what="leader" />
      </Fact>
      <Fact name={texts.title}>{title || texts.none}</Fact>
      {jobGroup && <Fact name={texts.jobGroup}>{jobGroup}</Fact>}
      <Fact name={texts.hours}>{hoursPerWeek === null ? texts.none : hoursText(frame, hoursPerWeek)}</Fact>
      <Fact name={texts.from}>{dayText(frame, employedFrom)}</Fact>
      {lastDay !== null && <Fact name={texts.lastDay}>{dayText(frame, lastDay)}</Fact>}
      {employment.leaves.length > 0 && (
        <Fact name={texts.leave}>
          {employment.leaves.map((leave) => (
            <div key={leave.id}>{leaveText(frame, leave)}</div>
          ))}
        </Fact>
      )}
      {leads > 0 && <Fact name={texts.leads}>{texts.leadsCount(leads)}</Fact>}
      {employment.deputies.length > 0 && (
        <Fact name={texts.deputy}>
          {employment.deputies.map(({ id, deputyName, from, to }) => (
            <div key={id}>{texts.deputyLine(deputyName, dayText(frame, from), dayText(frame, to))}</div>
          ))}
        </Fact>
      )}
      {employment.talks.length > 0 && (
        <Fact name={texts.talks}>
          {employment.talks.map(({ id, roundId, roundName, status }) => (
            <div key={id}>
              <a href={`/rounds/${roundId}/talks/${id}`}>{roundName}</a>{' '}
              <StatusMark frame={frame} status={status} />
            </div>
          ))}
        </Fact>
      )}
    </dl>
  )
}

/** 'Fra 01.03.2027 (uge 9) til og med 30.06.2027 (uge 26)'. */
export function leaveText(frame: Frame, { from, to }: { from: Day; to: Day | null }): string {
  const span = importChangeTexts[frame.language].span(dayText(frame, from), to && dayText(frame, to))
  return span.charAt(0).toUpperCase() + span.slice(1)
}

/** '29,5' in Danish, '29.5' in English. */
export function hoursText({ language }: Frame, hours: number): string {
  return language === 'da' ? String(hours).replace('.', ',') : String(hours)
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Planned({ frame, employment, what }: Parts & { what: 'leader' | 'unit' }) {
  const texts = personTexts[frame.language]
  return (
    <>
      {employment.planned
        .filter((change) => change.what === what)
        .map(({ name, from }) => (
          <div key={from} class="muted">
            {name === null
              ? texts.plannedNone(dayText(frame, from))
              : texts.planned(name, dayText(frame, from))}
          </div>
        ))}
    </>
  )
}
