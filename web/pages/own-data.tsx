import { renderPage } from '../page.tsx'
import type { Frame } from '../frame.ts'
import { homeTexts } from '../texts/home.ts'
import { ownDataTexts } from '../texts/own-data.ts'

/** Where a person gets a copy of what is known about them (GDPR art. 15). */
export function ownDataPage(frame: Frame): string {
  const texts = ownDataTexts[frame.language]
  return renderPage({
    frame,
    section: 'home',
    title: texts.title,
    back: { href: '/', text: homeTexts[frame.language].title },
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        <p>{texts.inIt}</p>
        <ul>
          {texts.inItList.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>
          <a class="button button-primary" href="/api/v1/me/data" download>
            {texts.download}
          </a>
        </p>
        <p class="muted">{texts.notInIt}</p>
        <p>
          <a href={frame.links.gdprNotice}>{texts.notice}</a>
        </p>
      </>
    ),
  })
}
