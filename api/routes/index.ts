import type { Route } from '../route.ts'
import { signInRoutes } from './sign-in.ts'

/** Everything the service can be asked: the product's table of contents. */
export const routes: readonly Route[] = [...signInRoutes]

/** The routes that need no session, by name; a test compares them with the definitions. */
export const openRoutes: readonly string[] = ['post /sign-in', 'post /session']
