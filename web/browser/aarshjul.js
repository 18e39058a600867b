// @ts-check
/**
 * What a browser with JavaScript gets on top: forms that save while a person writes, progress that moves by itself.
 * Everything works without it.
 */

/** How long nobody has typed before a draft is saved. */
const QUIET_MS = 1500
/** How often a page asks how far something has come. */
const ASK_MS = 1000

for (const form of document.querySelectorAll('form[data-autosave]')) autosave(/** @type {HTMLFormElement} */ (form))
for (const panel of document.querySelectorAll('[data-progress]')) void follow(/** @type {HTMLElement} */ (panel))
for (const input of document.querySelectorAll('input[data-copied-whole]'))
  input.addEventListener('focus', () => /** @type {HTMLInputElement} */ (input).select())
window.addEventListener('beforeprint', printWhatIsWritten)
focusOnWhatIsSaid()
forgetWhatWasDone()

/**
 * Saves the form to its own address for drafts, and says in its `[data-saved]` line how that went. A draft that could
 * not be saved stays in the form and is tried again at the next key.
 * @param {HTMLFormElement} form
 */
function autosave(form) {
  const line = form.querySelector('[data-saved]')
  let timer = 0
  let isSaving = false
  let isDirty = false
  const say = (/** @type {string} */ what) => {
    if (line instanceof HTMLElement) line.textContent = line.dataset[what] ?? ''
  }
  const save = async () => {
    if (isSaving) return
    isSaving = true
    isDirty = false
    say('saving')
    try {
      const answer = await fetch(/** @type {string} */ (form.dataset.autosave), {
        method: 'POST',
        body: new URLSearchParams(/** @type {any} */ (new FormData(form))),
        headers: { accept: 'application/json' },
      })
      const body = await answer.json().catch(() => ({}))
      for (const [name, value] of Object.entries(body.fields ?? {})) {
        const input = form.elements.namedItem(name)
        if (input instanceof HTMLInputElement) input.value = String(value)
      }
      if (body.code === 'look-again') say('lookAgain')
      else say(answer.ok ? 'saved' : answer.status === 409 ? 'conflict' : 'failed')
    } catch {
      say('failed')
    }
    isSaving = false
    if (isDirty) schedule()
  }
  const schedule = () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void save(), QUIET_MS)
  }
  form.addEventListener('input', () => {
    isDirty = true
    schedule()
  })
  form.addEventListener('submit', () => {
    isDirty = false
    window.clearTimeout(timer)
  })
  window.addEventListener('beforeunload', (event) => {
    if (isDirty) event.preventDefault()
  })
}

/**
 * Asks how far something long has come, and loads the page again when it is done.
 * @param {HTMLElement} panel
 */
async function follow(panel) {
  const bar = panel.querySelector('progress')
  const line = panel.querySelector('[data-progress-line]')
  const { progress = '', progressText = '' } = panel.dataset
  const answer = await fetch(progress, { headers: { accept: 'application/json' } }).catch(() => null)
  const { started, expected } = answer?.ok ? await answer.json() : { started: null, expected: null }
  if (typeof started === 'number' && bar && line) {
    bar.value = started
    bar.max = expected
    line.textContent = progressText.replace('{started}', started).replace('{expected}', expected)
    if (started >= expected) {
      window.location.reload()
      return
    }
  }
  window.setTimeout(() => void follow(panel), ASK_MS)
}

/** A field shows as much as its box holds, and cannot go on over a page: on paper its text stands in its place. */
function printWhatIsWritten() {
  for (const old of document.querySelectorAll('.on-paper')) old.remove()
  for (const field of document.querySelectorAll('textarea')) {
    if (field.value.trim() === '') continue
    const text = document.createElement('div')
    text.className = 'on-paper'
    text.textContent = field.value
    field.after(text)
  }
}

/** What could not be done is read first. */
function focusOnWhatIsSaid() {
  const said = document.querySelector('main .alert[tabindex]')
  if (said instanceof HTMLElement) said.focus()
}

/** The address of a page is the page: what was done just now is not said again when it is opened later. */
function forgetWhatWasDone() {
  const url = new URL(window.location.href)
  if (!url.searchParams.has('done')) return
  url.searchParams.delete('done')
  window.history.replaceState(null, '', url)
}
