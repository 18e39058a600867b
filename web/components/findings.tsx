import type { Frame, GuardFinding } from '../frame.ts'
import { frameTexts } from '../texts/frame.ts'

/** What the guard has found, and what it takes it for (R7.3); the same finding in two fields is explained once. */
export function Findings({ frame, warnings }: { frame: Frame; warnings: readonly GuardFinding[] }) {
  const texts = frameTexts[frame.language]
  const sentences = new Set(warnings.map(({ kind, found }) => texts.warnings[kind](found)))
  return (
    <>
      <p>{texts.lookAgain}</p>
      <ul>
        {[...sentences].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  )
}
