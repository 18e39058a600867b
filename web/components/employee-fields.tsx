import type { ComponentChildren } from 'preact'
import { NEW_WAY_IN_WAIT_DAYS } from '../../domain/people/new-ways-in.ts'
import type { EmploymentView } from '../employment-view.ts'
import type { Frame } from '../frame.ts'
import { joinerTexts } from '../texts/joiner.ts'
import { personTexts } from '../texts/person.ts'
import { hoursText } from './employment-facts.tsx'
import { Select, TextField } from './form.tsx'

interface Parts {
  readonly frame: Frame
  /** What is stored; nothing of somebody new. */
  readonly stored?: EmploymentView
  /** Beside the telephone. */
  readonly children?: ComponentChildren
}

/** Who an employee is and how they are reached. */
export function WhoFields({ frame, stored, children }: Parts) {
  const texts = joinerTexts[frame.language]
  const { languages } = personTexts[frame.language]
  return (
    <>
      <div class="field-row">
        <TextField
          name="givenName"
          label={texts.givenName}
          value={stored?.givenName ?? ''}
          required
          maxLength={200}
        />
        <TextField
          name="familyName"
          label={texts.familyName}
          value={stored?.familyName ?? ''}
          required
          maxLength={200}
        />
      </div>
      <TextField
        name="email"
        label={texts.email}
        hint={stored ? texts.newEmailHint(NEW_WAY_IN_WAIT_DAYS) : texts.emailHint}
        type="email"
        value={stored?.email ?? ''}
        maxLength={200}
        width="xl"
      />
      <div class="field-row">
        <TextField name="phone" label={texts.phone} value={stored?.phone ?? ''} maxLength={200} width="s" />
        {children}
      </div>
      <Select
        name="language"
        label={texts.language}
        required
        value={stored?.language ?? 'da'}
        options={(['da', 'en'] as const).map((value) => ({ value, label: languages[value] }))}
      />
    </>
  )
}

/** What the employee works as, and how much. */
export function WorkFields({ frame, stored }: Parts) {
  const texts = joinerTexts[frame.language]
  const hours = stored?.hoursPerWeek ?? null
  return (
    <>
      <TextField name="title" label={texts.jobTitle} value={stored?.title ?? ''} maxLength={200} width="l" />
      <TextField
        name="jobGroup"
        label={texts.jobGroup}
        hint={texts.jobGroupHint}
        value={stored?.jobGroup ?? ''}
        maxLength={200}
        width="l"
      />
      <TextField
        name="hoursPerWeek"
        label={texts.hours}
        hint={texts.hoursHint}
        value={hours === null ? '' : hoursText(frame, hours)}
        maxLength={6}
        width="xs"
      />
    </>
  )
}
