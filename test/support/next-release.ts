/**
 * The workflows of a release that is still to come, made from the bundle of today's: after each turn of its facts a talk
 * notes the phase it is in, which adds a command to its history. It is the example of docs/operations.md.
 */
export function nextRelease(bundle: string): string {
  return changed(bundle, (sdk) => `if ((0,${sdk}.patched)('${PATCH}')) ${noted(sdk)}`)
}

/** The same change without a thought for the talks that run. */
export function careless(bundle: string): string {
  return changed(bundle, noted)
}

/** What the change is called. */
export const PATCH = 'note-the-phase'

const turn = 'await talk.takeFacts();'
const SDK = '_temporalio_workflow__WEBPACK_IMPORTED_MODULE_0__'

function changed(bundle: string, change: (sdk: string) => string): string {
  if (bundle.split(turn).length !== 2) throw new Error(`expected '${turn}' once in the workflows' bundle`)
  return bundle.replace(turn, `${turn} ${change(SDK)}`)
}

function noted(sdk: string): string {
  return `(0,${sdk}.upsertMemo)({ phase: talk.view().state.status });`
}
