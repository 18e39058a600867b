import type { Language } from '../../domain/language.ts'
import type { MaterialContent, MaterialQuestion } from '../../domain/material/material.ts'
import { Form, Hidden, Submit } from '../components/form.tsx'
import { FileLink } from '../components/material.tsx'
import { HeadFields, SectionFields } from '../components/material-fields.tsx'
import { isSheet, MaterialPreview } from '../components/material-preview.tsx'
import { MaterialVersions } from '../components/material-versions.tsx'
import { instantText } from '../dates.ts'
import { fieldId } from '../field-id.ts'
import type { Frame } from '../frame.ts'
import {
  keepingText,
  materialAddress,
  type MaterialEdition,
  type MaterialPlace,
  type MaterialRound,
  materialTitle,
} from '../material-view.ts'
import { renderPage } from '../page.tsx'
import { materialEditorTexts } from '../texts/material-editor.ts'

export interface MaterialEditorView {
  /** Null for the installation's. */
  readonly round: MaterialRound | null
  readonly place: MaterialPlace
  /** What the fields hold. */
  readonly content: MaterialContent
  /** The version that is edited; 0 = there is none. */
  readonly basedOn: number
  readonly versions: readonly MaterialEdition[]
  /** An older version, or the language of what people get instead; null = the newest version. */
  readonly startedFrom: number | Language | null
  readonly isUnsaved: boolean
  readonly isPreviewed: boolean
  /** Questions that the other language has and this one does not. */
  readonly elsewhere: readonly { readonly question: MaterialQuestion }[]
  /** Job groups that have no edition of their own yet. */
  readonly jobGroups: readonly string[]
  readonly editions: readonly { readonly jobGroup: string; readonly language: Language }[]
}

interface Parts {
  readonly frame: Frame
  readonly view: MaterialEditorView
}

/** Where HR writes the next version of a material: texts, questions and files (R5.1). */
export function materialEditorPage(frame: Frame, view: MaterialEditorView): string {
  const texts = materialEditorTexts[frame.language]
  const { place, round } = view
  const { all } = materialAddress(place)
  return renderPage({
    frame,
    section: round ? 'rounds' : 'materials',
    back: { href: all, text: round ? `${texts.back}: ${round.name}` : texts.back },
    title: materialTitle(frame.language, place),
    lead: <p>{texts.uses[place.material]}</p>,
    children: (
      <>
        <Editing frame={frame} view={view} />
        <MaterialVersions frame={frame} place={place} versions={view.versions} at={null} />
        <Groups frame={frame} view={view} />
      </>
    ),
  })
}

function Editing({ frame, view }: Parts) {
  const texts = materialEditorTexts[frame.language]
  const { place, content, basedOn } = view
  const { form: action } = materialAddress(place)
  return (
    <Form frame={frame} action={action} allOptional>
      <Hidden name="jobGroup" value={place.jobGroup} />
      {place.kind && <Hidden name="kind" value={place.kind} />}
      <input type="hidden" name="basedOn" value={basedOn} />
      <section class={`panel next${view.isUnsaved ? ' look' : ''}`}>
        <Standing frame={frame} view={view} />
        <Buttons frame={frame} view={view} />
      </section>
      {view.isPreviewed && <Preview frame={frame} view={view} />}
      <HeadFields frame={frame} content={content} />
      <div id="sections">
        {content.sections.map((section, s) => (
          <SectionFields
            key={s}
            frame={frame}
            action={action}
            section={section}
            place={s}
            of={content.sections.length}
            hasPhases={isSheet(place.material)}
          />
        ))}
      </div>
      <p class="buttons">
        <Submit
          kind="secondary"
          name="do"
          value="add.section"
          to={`${action}#section-${content.sections.length}`}
        >
          {texts.addSection}
        </Submit>
      </p>
      <Elsewhere frame={frame} view={view} />
      <Attachments frame={frame} view={view} />
      <Buttons frame={frame} view={view} />
    </Form>
  )
}

/** What is edited, and for whom it will hold. */
function Standing({ frame, view }: Parts) {
  const texts = materialEditorTexts[frame.language]
  const { versions, startedFrom, round, place, isUnsaved } = view
  const [newest] = versions
  return (
    <>
      {isUnsaved && (
        <p>
          <span class="mark mark-wait">{texts.unsaved}</span>
        </p>
      )}
      <p>
        {typeof startedFrom === 'number' && texts.startedFromVersion(startedFrom)}
        {typeof startedFrom === 'string' && texts.startedFromLanguage(texts.languages[startedFrom])}
        {startedFrom === null &&
          (newest
            ? texts.newest(newest.version, instantText(frame, newest.createdAt), newest.by)
            : texts.none)}
      </p>
      {place.jobGroup && <p>{texts.forGroup(place.jobGroup)}</p>}
      <p>{keepingText(texts, round)}</p>
    </>
  )
}

function Buttons({ frame, view: { place, basedOn } }: Parts) {
  const texts = materialEditorTexts[frame.language]
  return (
    <div class="buttons">
      <Submit kind="secondary" name="do" value="preview" to={`${materialAddress(place).form}#preview`}>
        {texts.preview}
      </Submit>
      <Submit name="do" value="save">
        {texts.save(basedOn + 1)}
      </Submit>
    </div>
  )
}

function Preview({ frame, view: { place, content } }: Parts) {
  const texts = materialEditorTexts[frame.language]
  return (
    <section class="panel preview" id="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{texts.previewTitle}</h2>
      {isSheet(place.material) && <p class="muted">{texts.previewHint}</p>}
      <div lang={place.language}>
        <MaterialPreview
          frame={{ ...frame, language: place.language }}
          name={place.material}
          content={content}
          files={materialAddress(place).files}
        />
      </div>
    </section>
  )
}

function Elsewhere({ frame, view: { place, elsewhere, content } }: Parts) {
  const texts = materialEditorTexts[frame.language]
  if (elsewhere.length === 0 || content.sections.length === 0) return null
  const other = place.language === 'da' ? 'en' : 'da'
  return (
    <section class="panel" id="elsewhere">
      <h2>{texts.elsewhere(texts.languages[other])}</h2>
      <p>{texts.elsewhereHint}</p>
      <ul class="lines plain-list no-max-width">
        {elsewhere.map(({ question }) => (
          <li key={question.id}>
            <span lang={other}>{question.text}</span>
            <Submit
              kind="secondary"
              name="do"
              value={`adopt.${question.id}`}
              to={`${materialAddress(place).form}#elsewhere`}
            >
              {texts.adopt}
              <span class="sr-only">: {question.text}</span>
            </Submit>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The file goes with its own button; what was typed comes back with it. */
function Attachments({ frame, view: { place, content } }: Parts) {
  const texts = materialEditorTexts[frame.language]
  const { form: action, files } = materialAddress(place)
  const complaint = frame.sent?.problem?.fields.find(({ name }) => name === 'file')?.sentence
  return (
    <section class="panel" id="files">
      <h2>{texts.files}</h2>
      <p>{texts.filesHint}</p>
      {content.files.length > 0 && (
        <ul class="lines plain-list no-max-width">
          {content.files.map(({ id, name, mediaType, size }, f) => (
            <li key={id}>
              <span>
                <FileLink frame={frame} href={`${files}/${id}`} name={name} size={size} />
              </span>
              <Hidden name={`content.files.${f}.id`} value={id} />
              <Hidden name={`content.files.${f}.name`} value={name} />
              <Hidden name={`content.files.${f}.mediaType`} value={mediaType} />
              <Hidden name={`content.files.${f}.size`} value={size} />
              <Submit kind="tertiary" name="do" value={`remove.file.${f}`} to={`${action}#files`}>
                {texts.removeFile}
                <span class="sr-only">: {name}</span>
              </Submit>
            </li>
          ))}
        </ul>
      )}
      <div class={`form-group${complaint ? ' form-error' : ''}`}>
        <label class="form-label" for={fieldId('file')}>
          {texts.file}
        </label>
        {complaint && (
          <span class="form-error-message" id={`${fieldId('file')}-error`}>
            {complaint}
          </span>
        )}
        <input
          class="form-input"
          type="file"
          id={fieldId('file')}
          name="file"
          accept=".pdf,.docx,.odt"
          aria-describedby={complaint ? `${fieldId('file')}-error` : undefined}
        />
      </div>
      <p class="buttons">
        <Submit kind="secondary" name="do" value="attach" to={`${action}#files`} upload>
          {texts.attach}
        </Submit>
      </p>
    </section>
  )
}

/** The same material for others: a job group may have an edition of its own. */
function Groups({ frame, view: { place, editions, ...view } }: Parts) {
  const texts = materialEditorTexts[frame.language]
  const jobGroups = view.jobGroups.filter((jobGroup) => jobGroup !== place.jobGroup)
  const others = [...new Set(['', ...editions.map(({ jobGroup }) => jobGroup)])].filter(
    (jobGroup) => jobGroup !== place.jobGroup,
  )
  return (
    <section class="panel" id="groups">
      <h2>{texts.groups}</h2>
      <p>{texts.groupsHint}</p>
      {others.length > 0 && (
        <ul>
          {others.map((jobGroup) => (
            <li key={jobGroup}>
              <a href={materialAddress({ ...place, jobGroup }).editor}>{jobGroup || texts.everybody}</a>
            </li>
          ))}
        </ul>
      )}
      {jobGroups.length === 0 ? (
        <p class="muted">{texts.allGroupsHave}</p>
      ) : (
        <form method="get" action={materialAddress(place).form} class="filter">
          {place.kind && <input type="hidden" name="kind" value={place.kind} />}
          <div class="form-group">
            <label class="form-label" for="jobGroup">
              {texts.addGroup}
            </label>
            <select class="form-select" id="jobGroup" name="jobGroup">
              {jobGroups.map((jobGroup) => (
                <option key={jobGroup} value={jobGroup}>
                  {jobGroup}
                </option>
              ))}
            </select>
          </div>
          <button class="button button-secondary" type="submit">
            {texts.openGroup}
          </button>
        </form>
      )}
    </section>
  )
}
