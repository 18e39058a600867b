import type { Answer, Asked, Evidence } from './evidence.ts'

export function repeatedRequests(evidence: Evidence): string[] {
  const found: string[] = []
  for (const one of evidence.asked) {
    const { answers, method, path } = one
    const [first] = answers
    if (first === undefined) continue
    const others = answers.filter(({ status }) => status !== first.status).map(({ status }) => status)
    if (others.length > 0)
      found.push(`${method} ${path} was answered ${first.status}, then ${[...new Set(others)].join(', ')}`)
    const isDone = first.status < 300
    if (isDone && answers.some((answer) => !saysTheSame(one, first, answer)))
      found.push(`${method} ${path} was answered ${first.status} in other words when it was sent again`)
    const effects = effectsOf(one, evidence)
    if (effects !== null && effects !== (isDone ? 1 : 0))
      found.push(`${method} ${path} was answered ${first.status} and recorded ${effects} times`)
  }
  return found
}

/** Clicks of one moment get the same words. Later a talk is shown as it is by then; everything else is said again. */
function saysTheSame({ decides }: Asked, first: Answer, other: Answer): boolean {
  if (JSON.stringify(other.body) === JSON.stringify(first.body)) return true
  if (decides === null || !other.isLater) return false
  const [shown, now] = [first.body, other.body] as { id: string; version: number }[]
  return shown !== undefined && now !== undefined && now.id === shown.id && now.version >= shown.version
}

/** How often what was asked for stands in the tables; null where no row says. */
function effectsOf(one: Asked, { decisions, people, topics }: Evidence): number | null {
  const { decides, decisionId, path } = one
  if (decides !== null)
    return decisions.filter(
      (decision) => decision.subject === decides && decision.decisionId.startsWith(decisionId),
    ).length
  const [, place, id, what] = path.split('/')
  const sent = one.sent as Record<string, unknown>
  if (place === 'talks' && what === 'topics')
    return topics.filter(({ talkId, text }) => talkId === id && text === sent.text).length
  const who = place === 'employments' ? people.find(({ employmentId }) => employmentId === id) : undefined
  if (who === undefined) return null
  if (what === 'leaves')
    return who.leaves.filter(({ from, to }) => from === sent.from && to === sent.to).length
  if (what === 'last-day') return who.lastDay === sent.lastDay ? 1 : 0
  if (what !== 'leader') return null
  const leader = people.find(({ employmentId }) => employmentId === sent.leaderId)
  return who.leaders.filter(({ personId, from }) => personId === leader?.personId && from === sent.from)
    .length
}

export function wronglyAnswered({ asked }: Evidence): string[] {
  const found: string[] = []
  for (const { expects, answers, method, path, unanswered } of asked) {
    for (const { status, body } of answers) {
      const isDone = status < 300
      if (isDone !== (expects === 'done'))
        found.push(`${method} ${path} was answered ${status}: ${JSON.stringify(body)?.slice(0, 200)}`)
    }
    if (answers.length === 0)
      found.push(`${method} ${path} was never answered: ${unanswered.slice(-5).join(', ')}`)
  }
  return found
}
