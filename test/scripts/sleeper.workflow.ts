import { condition, continueAsNew, defineQuery, defineUpdate, setHandler, sleep } from '@temporalio/workflow'

/** Answers the workflow's time. */
export const wakeUpdate = defineUpdate<number>('wake')
/** Every instant at which the workflow did something. */
export const momentsQuery = defineQuery<number[]>('moments')

const DAY = 24 * 60 * 60 * 1000

/** Sleeps 200 days, unless woken. */
export async function sleeperWorkflow(): Promise<number[]> {
  const moments = [Date.now()]
  let isAwake = false
  setHandler(momentsQuery, () => moments)
  setHandler(wakeUpdate, () => {
    isAwake = true
    return Date.now()
  })
  await condition(() => isAwake, 200 * DAY)
  moments.push(Date.now())
  return moments
}

/** Wakes every day, and continues as new every tenth, until the day count is reached. */
export async function dailyWorkflow(daysLeft: number, firstAt?: number): Promise<number> {
  const began = firstAt ?? Date.now()
  for (let day = 1; day <= Math.min(10, daysLeft); day++) await sleep(DAY)
  if (daysLeft > 10) await continueAsNew<typeof dailyWorkflow>(daysLeft - 10, began)
  return (Date.now() - began) / DAY
}
