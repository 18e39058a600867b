import type { Route } from '../route.ts'
import { overviewRoutes } from './overview.ts'
import { policyRoutes } from './policies.ts'
import { roundActRoutes } from './round-acts.ts'
import { roundRoutes } from './rounds.ts'
import { signInRoutes } from './sign-in.ts'
import { unitRoutes } from './units.ts'

/** Everything the service can be asked: the product's table of contents. */
export const routes: readonly Route[] = [
  ...signInRoutes,
  ...roundRoutes,
  ...roundActRoutes,
  ...policyRoutes,
  ...overviewRoutes,
  ...unitRoutes,
]

/** The routes that need no session, by name; a test compares them with the definitions. */
export const openRoutes: readonly string[] = ['post /sign-in', 'post /session']
