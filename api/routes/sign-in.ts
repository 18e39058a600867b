import { z } from 'zod'
import { Problem } from '../problem.ts'
import { defineOpenRoute, defineRoute } from '../route.ts'
import { signOut } from '../session.ts'
import { mailSignInLink } from '../sign-in-links.ts'
import { signInWithToken } from '../sign-in.ts'

export const signInRoutes = [
  defineOpenRoute({
    method: 'post',
    path: '/sign-in',
    summary: 'Asks for a link by mail; the answer is the same whether the address is known or not.',
    body: z.object({ email: z.string().trim().min(3).max(320) }),
    status: 202,
    handle: async (request) => {
      await mailSignInLink(request, request.body.email)
    },
  }),
  defineOpenRoute({
    method: 'post',
    path: '/session',
    summary: 'Signs in with the token of a link, which works once and for ten minutes.',
    body: z.object({ token: z.string().min(1).max(200) }),
    handle: async (request) => {
      const cookie = await signInWithToken(request, request.body.token)
      if (cookie === null) throw linkGone()
      request.setHeader('Set-Cookie', cookie)
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/session',
    summary: 'Signs out.',
    handle: async (request) => {
      request.setHeader('Set-Cookie', await signOut(request, request.cookies))
    },
  }),
]

function linkGone(): Problem {
  return new Problem(410, 'link-gone', {
    da: 'Linket er brugt, eller der er gået mere end ti minutter. Bed om et nyt.',
    en: 'The link has been used, or more than ten minutes have passed. Ask for a new one.',
  })
}
