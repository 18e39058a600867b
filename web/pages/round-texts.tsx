import type { Day } from '../../domain/calendar/day.ts'
import type { RoundStatus } from '../../domain/round/round.ts'
import { Checkbox, Form, Submit, TextField } from '../components/form.tsx'
import { roundBack, RoundNav, type RoundReach } from '../components/round-nav.tsx'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { roundTextsTexts } from '../texts/round-texts.ts'

export interface RoundTextsView extends RoundReach {
  readonly name: string
  readonly status: RoundStatus
  readonly focusText: string
  readonly orientationText: string
  readonly links: readonly { readonly label: string; readonly url: string }[]
  readonly committee: string
  readonly guidelinesDiscussedOn: Day | null
  readonly recurs: boolean
}

/** Links that there is always room for; a round may have more. */
const LEAST_LINKS = 3
const ROOM_FOR_MORE = 2

/** What HR writes about a round, for those in it to read. */
export function roundTextsPage(frame: Frame, round: RoundTextsView): string {
  const texts = roundTextsTexts[frame.language]
  return renderPage({
    frame,
    section: 'rounds',
    back: roundBack(frame, round),
    title: round.status === 'draft' ? texts.title : `${texts.title}: ${round.name}`,
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        {round.status !== 'draft' && <RoundNav frame={frame} round={round} at="texts" />}
        <TextsForm frame={frame} round={round} />
      </>
    ),
  })
}

function TextsForm({ frame, round }: { frame: Frame; round: RoundTextsView }) {
  const texts = roundTextsTexts[frame.language]
  return (
    <Form frame={frame} action={`/rounds/${round.id}/texts`} class="panel">
      <TextField name="name" label={texts.name} required maxLength={200} value={round.name} />
      <TextField
        name="focusText"
        label={texts.focus}
        hint={texts.focusHint}
        rows={4}
        value={round.focusText}
      />
      <TextField
        name="orientationText"
        label={texts.orientation}
        hint={texts.orientationHint}
        rows={8}
        value={round.orientationText}
      />
      <LinkFields frame={frame} links={round.links} />
      <TextField
        name="committee"
        label={texts.committee}
        hint={texts.committeeHint}
        maxLength={200}
        value={round.committee}
      />
      <TextField
        name="guidelinesDiscussedOn"
        label={texts.discussedOn}
        hint={texts.discussedHint}
        type="date"
        value={round.guidelinesDiscussedOn ?? ''}
      />
      <Checkbox name="recurs" label={texts.recurs} checked={round.recurs} />
      <p class="buttons">
        <Submit>{texts.save}</Submit>
      </p>
    </Form>
  )
}

function LinkFields({ frame, links }: { frame: Frame; links: RoundTextsView['links'] }) {
  const texts = roundTextsTexts[frame.language]
  const count = Math.min(20, Math.max(LEAST_LINKS, links.length + ROOM_FOR_MORE))
  return (
    <fieldset>
      <legend class="form-label">{texts.links}</legend>
      <p class="muted">{texts.linksHint}</p>
      {Array.from({ length: count }, (_, index) => (
        <div class="field-row" key={index}>
          <TextField
            name={`links.${index}.label`}
            label={texts.linkLabel(index + 1)}
            maxLength={200}
            value={links[index]?.label ?? ''}
          />
          <TextField
            name={`links.${index}.url`}
            label={texts.linkUrl(index + 1)}
            type="url"
            value={links[index]?.url ?? ''}
          />
        </div>
      ))}
    </fieldset>
  )
}
