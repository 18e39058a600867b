import type { ProcessingLine } from '../../domain/inventory/processing-record.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { privacyTexts } from '../texts/privacy.ts'

export interface PrivacyView {
  /** What tells something about a person. */
  readonly lines: readonly ProcessingLine[]
  /** The data protection officer, where the employer names one. */
  readonly protectionContact: string | null
}

/** The notice to the people whose data it is (GDPR art. 13 and 14), made from the field inventory. */
export function privacyPage(frame: Frame, { lines, protectionContact }: PrivacyView): string {
  const texts = privacyTexts[frame.language]
  const common = mostCommon(lines.map(({ basis }) => basis))
  return renderPage({
    frame,
    title: texts.title,
    lead: <p>{texts.lead(frame.employerName)}</p>,
    children: (
      <>
        <h2>{texts.kinds}</h2>
        <p>{texts.kindsLead}</p>
        <p>
          {texts.basisElse} {common}.
        </p>
        {lines.map((line) => (
          <section class="panel" key={line.what}>
            <h3>{line.what}</h3>
            <dl class="facts">
              <dt>{texts.why}</dt>
              <dd>{line.why}</dd>
              <dt>{texts.readers}</dt>
              <dd>{line.readers.join(', ')}</dd>
              <dt>{texts.kept}</dt>
              <dd>{line.kept}</dd>
              {line.basis !== common && (
                <>
                  <dt>{texts.basis}</dt>
                  <dd>{line.basis}</dd>
                </>
              )}
            </dl>
          </section>
        ))}
        <h2>{texts.never}</h2>
        <List lines={texts.neverList} />
        <h2>{texts.from}</h2>
        <p>{texts.fromText}</p>
        <h2>{texts.others}</h2>
        <p>{texts.othersText}</p>
        <h2>{texts.rights}</h2>
        <List lines={texts.rightsList} />
        <h2>{texts.contact}</h2>
        <p>{texts.contactText(frame.employerName)}</p>
        {protectionContact && <p>{texts.protectionContact(protectionContact)}</p>}
        <p>{texts.complaint}</p>
      </>
    ),
  })
}

function mostCommon(texts: readonly string[]): string {
  const times = (text: string) => texts.filter((one) => one === text).length
  return texts.toSorted((one, other) => times(other) - times(one))[0] ?? ''
}

function List({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
