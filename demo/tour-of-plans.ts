import type { World } from './scene.ts'
import type { Visit } from './tour.ts'

/** The plan as both see it, and the common feedback of one who has written it and one who has not. */
export async function visitsOfPlans(world: World): Promise<Visit[]> {
  const plan = `/talks/${world.talkOf('Anna')}/plan`
  const { versions } = await (await world.as('Anna')).get(plan)
  const [newest] = versions as { id: string }[]
  const feedback = `/rounds/${world.notes.get(`round ${world.dates.year}`)}/group-feedback`
  await sendFeedback(world, feedback)
  return [
    { name: 'plan', who: 'Anna', path: plan },
    { name: 'plan-leader', who: 'Ben', path: plan },
    { name: 'plan-draft', who: 'Ben', path: `${plan}/draft` },
    { name: 'plan-early', who: 'Mette', path: `/talks/${world.talkOf('Mette')}/plan/draft` },
    { name: 'plan-version', who: 'Anna', path: `${plan}/versions/${newest?.id}` },
    { name: 'group-feedback', who: 'Ben', path: feedback },
    { name: 'group-feedback-sent', who: 'Eva', path: feedback },
    { name: 'team-feedback', who: 'Karim', path: `/talks/${world.talkOf('Karim')}/group-feedback` },
  ]
}

async function sendFeedback(world: World, path: string): Promise<void> {
  const eva = await world.as('Eva')
  await eva.put(path, { text: 'Vi vil gerne have mere tid til fælles forberedelse.' })
  await eva.post(`${path}/sending`)
}
