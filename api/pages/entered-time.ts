import { enteredInstant } from './entered.ts'
import type { FormRequest } from './page.ts'

/** A time as `TimeForm` sends it, as the api takes it. */
export function enteredTime(request: FormRequest, suffix = '') {
  const { entered } = request
  const minutes = entered.text(`minutes${suffix}`)
  return {
    startsAt: enteredInstant(request, entered, `on${suffix}`, `time${suffix}`),
    ...(minutes !== '' && { minutes: Number(minutes) }),
    place: entered.text(`place${suffix}`),
    onlineUrl: entered.text(`onlineUrl${suffix}`),
  }
}

/** Its inputs by the places that the api complains about. */
export function timeNames(suffix = ''): Record<string, string> {
  return {
    startsAt: `on${suffix}`,
    minutes: `minutes${suffix}`,
    place: `place${suffix}`,
    onlineUrl: `onlineUrl${suffix}`,
  }
}
