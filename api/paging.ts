import { z } from 'zod'

/** Which page of a long list is wanted. */
export const pageQuery = {
  page: z.coerce.number().int().min(1).max(100_000).default(1).meta({ description: 'From 1' }),
  pageSize: z.coerce.number().int().min(1).max(500).default(100).meta({ description: 'Lines on a page' }),
}

/** How much there is on all pages. */
export const pageAnswer = {
  total: z.number().meta({ description: 'Lines on all pages' }),
  page: z.number(),
  pages: z.number(),
}

export function pageOf({ page, pageSize }: { page: number; pageSize: number }, total: number) {
  return { total, page, pages: Math.ceil(total / pageSize) }
}

export function skipped({ page, pageSize }: { page: number; pageSize: number }): number {
  return (page - 1) * pageSize
}
