import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'

const project = fileURLToPath(new URL('../../', import.meta.url))

/** Whoever asks one of these decides what somebody may, which is for `domain/permissions.ts` alone. */
const deciding = [
  { what: 'the units of a role', pattern: /\b(?:who|person)\.units\b/ },
  { what: 'a role by its name', pattern: /\bholds\([^)]*,\s*['"]/ },
  { what: 'a role by its name', pattern: /['"]works-council['"]/ },
  { what: 'a standing that is made up', pattern: /\b(?:isHr|isLeadersLeader): true\b/ },
]

describe('Who may do what', () => {
  test('is decided in one place: nowhere else is a role asked for', () => {
    const files = globSync('{api,db,web,mail,activities,workflows,worker}/**/*.{ts,tsx}', { cwd: project })
    expect(files.length).toBeGreaterThan(200)
    const found = files
      .filter((file) => !/^(?:db\/generated|web\/texts)\//.test(file))
      .flatMap((file) => {
        const lines = readFileSync(`${project}${file}`, 'utf8').split('\n')
        return lines.flatMap((line, index) =>
          deciding.flatMap(({ what, pattern }) =>
            pattern.test(line) ? [`${file}:${index + 1} asks for ${what}: ${line.trim()}`] : [],
          ),
        )
      })
    expect(found).toEqual([])
  })
})
