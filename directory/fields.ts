export const personFields = [
  'number',
  'givenName',
  'familyName',
  'email',
  'phone',
  'title',
  'jobGroup',
  'caseNumber',
  'unit',
  'leader',
  'employedFrom',
  'lastDay',
  'hoursPerWeek',
  'birthDate',
  'language',
  'leaveFrom',
  'leaveTo',
] as const
export type PersonField = (typeof personFields)[number]

export const unitFields = ['unitNumber', 'unitName', 'parent', 'tr'] as const
export type UnitField = (typeof unitFields)[number]

export type Field = PersonField | UnitField
