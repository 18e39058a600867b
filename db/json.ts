/** Plain data as Prisma writes a json column; interfaces lack the index signature it asks for. */
export function toJson(value: object): object {
  return value
}
