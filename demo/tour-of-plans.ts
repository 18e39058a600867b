import type { World } from './scene.ts'
import type { Visit } from './tour.ts'

/** The plan as both see it, and the common feedback of one who has written it and one who has not. */
export async function visitsOfPlans(world: World): Promise<Visit[]> {
  const plan = `/talks/${world.talkOf('Anna')}/plan`
  const { versions } = await (await world.as('Anna')).get(plan)
  const [newest] = versions as { id: string }[]
  const feedback = `/rounds/${world.notes.get(`round ${world.dates.year}`)}/group-feedback`
  await sendFeedback(world, feedback)
  const teamTalks = feedback.replace(/group-feedback$/, 'group-talks')
  await planTeamTalk(world, teamTalks)
  return [
    { name: 'plan', who: 'Anna', path: plan },
    { name: 'plan-leader', who: 'Ben', path: plan },
    { name: 'plan-draft', who: 'Ben', path: `${plan}/draft` },
    { name: 'plan-early', who: 'Mette', path: `/talks/${world.talkOf('Mette')}/plan/draft` },
    { name: 'plan-version', who: 'Anna', path: `${plan}/versions/${newest?.id}` },
    { name: 'group-feedback', who: 'Ben', path: feedback },
    { name: 'group-feedback-sent', who: 'Eva', path: feedback },
    { name: 'group-talks', who: 'Ben', path: teamTalks },
    { name: 'team-feedback', who: 'Karim', path: `/talks/${world.talkOf('Karim')}/group-feedback` },
  ]
}

/** Ben calls his people in near the end of the window. */
async function planTeamTalk(world: World, path: string): Promise<void> {
  const ben = await world.as('Ben')
  const { members } = await ben.get(path)
  const on = world.calendar.addWorkingDays(world.dates.talksTo, -1)
  const talkIds = (members as { talkId: string }[]).map(({ talkId }) => talkId)
  const startsAt = `${on}T11:00:00Z`
  await ben.post(path, { startsAt, minutes: 120, place: 'Personalerummet', talkIds })
}

async function sendFeedback(world: World, path: string): Promise<void> {
  const eva = await world.as('Eva')
  await eva.put(path, { version: 0, text: 'Vi vil gerne have mere tid til fælles forberedelse.' })
  await eva.post(`${path}/sending`)
}
