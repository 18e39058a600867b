/** The id of the input with a name: a name may hold what no id may. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^a-zA-Z0-9]+/g, '-')}`
}
