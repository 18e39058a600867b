import type { Language } from '../../domain/language.ts'
import type { MaterialContent, MaterialName } from '../../domain/material/material.ts'
import { Section, WrittenText } from '../components/material.tsx'
import { RoundNav, type RoundReach } from '../components/round-nav.tsx'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { materialTexts } from '../texts/material.ts'
import { roundMaterialsTexts } from '../texts/round-materials.ts'
export interface RoundMaterialsView {
  readonly round: RoundReach & { readonly name: string; readonly status: string }
  readonly materials: readonly {
    readonly material: MaterialName
    readonly jobGroup: string
    readonly language: Language
    readonly version: number
    readonly content: MaterialContent
  }[]
}

/** Everything people read and fill in during a round, as its newest version has it (R5.1). */
export function roundMaterialsPage(frame: Frame, { round, materials }: RoundMaterialsView): string {
  const texts = roundMaterialsTexts[frame.language]
  const { names } = materialTexts[frame.language]
  return renderPage({
    frame,
    section: 'rounds',
    back: { href: `/rounds/${round.id}`, text: round.name },
    title: `${texts.title}: ${round.name}`,
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        {round.status !== 'draft' && <RoundNav frame={frame} round={round} at="materials" />}
        {materials.length === 0 && <p class="panel">{texts.none}</p>}
        {materials.map(({ material, jobGroup, language, version, content }) => (
          <details key={`${material} ${language} ${jobGroup}`} class="panel">
            <summary>
              {names[material]} (
              {[texts.languages[language], jobGroup, texts.version(version)].filter(Boolean).join(', ')})
            </summary>
            <div lang={language}>
              <h2>{content.title}</h2>
              <WrittenText text={content.intro} />
              {content.sections.map((section) => (
                <Section key={section.heading} section={section} />
              ))}
            </div>
          </details>
        ))}
      </>
    ),
  })
}
