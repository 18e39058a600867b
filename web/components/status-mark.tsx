import type { TalkStatus } from '../../domain/talk/talk.ts'
import type { Frame } from '../frame.ts'
import { statusTones, statusWords } from '../texts/status.ts'

/** How far a talk has come, as a mark: its words say it, its colour helps. */
export function StatusMark({ frame, status }: { frame: Frame; status: TalkStatus }) {
  return <span class={`mark mark-${statusTones[status]}`}>{statusWords[frame.language][status]}</span>
}
