import { z } from 'zod'
import { askingBrowser } from '../asking-browser.ts'
import { notFound, Problem } from '../problem.ts'
import { defineOpenRoute, defineRoute } from '../route.ts'
import { signOut } from '../session.ts'
import { mailSignInLink } from '../sign-in-links.ts'
import { type LinkRefusal, signInWithLink } from '../sign-in.ts'

export const signInRoutes = [
  defineOpenRoute({
    method: 'post',
    path: '/sign-in',
    summary: 'Asks for a link by mail; the answer is the same whether the address is known or not.',
    body: z.object({ email: z.string().trim().min(3).max(320) }),
    response: z.object({
      code: z.string().meta({ description: 'To sign in where the cookie of this answer is not' }),
    }),
    status: 202,
    handle: async (request) => {
      if (request.config.signIn.links === 'off') throw notFound()
      const { nonce, code, cookie } = askingBrowser(request.config, request.cookies)
      mailSignInLink(request, request.body.email, nonce)
      request.setHeader('Set-Cookie', cookie)
      return { code }
    },
  }),
  defineOpenRoute({
    method: 'post',
    path: '/session',
    summary: 'Signs in with the token of a link, which works once and for ten minutes.',
    body: z.object({
      token: z.string().min(1).max(200),
      code: z.string().max(20).default('').meta({ description: 'Where another browser asked for the link' }),
    }),
    handle: async (request) => {
      const answer = await signInWithLink(request, request.body, request)
      if (typeof answer === 'string') throw refusals[answer]()
      request.setHeader('Set-Cookie', answer.cookie)
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

const refusals: Readonly<Record<LinkRefusal, () => Problem>> = {
  'link-gone': () =>
    new Problem(410, 'link-gone', {
      da: 'Linket er brugt, eller der er gået mere end ti minutter. Bed om et nyt.',
      en: 'The link has been used, or more than ten minutes have passed. Ask for a new one.',
    }),
  'code-needed': () =>
    new Problem(403, 'code-needed', {
      da: 'Linket blev bedt om i en anden browser. Skriv koden, der står i den.',
      en: 'The link was asked for in another browser. Write the code that stands there.',
    }),
}
