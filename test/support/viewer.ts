import { nameViewer, type Viewer, withViewer } from '../../db/viewer.ts'

/** Has the work's statements asked for a person, as a request of theirs would. */
export function asViewer<T>(viewer: Viewer, work: () => PromiseLike<T>): Promise<T> {
  return withViewer(async () => {
    nameViewer(viewer)
    return work()
  })
}
