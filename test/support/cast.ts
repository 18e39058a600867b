import type { Db } from '../../db/client.ts'
import { addOrganisation, type Organisation, type TestPerson } from './organisation.ts'

/** The school and its people, as in every example. */
export interface Cast {
  readonly organisation: Organisation
  /** The municipality above the school, where Carl and Dora are employed. */
  readonly top: string
  /** The school's unit. */
  readonly school: string
  readonly anna: TestPerson
  /** Anna's leader. */
  readonly ben: TestPerson
  /** Ben's leader; he has none. */
  readonly carl: TestPerson
  /** HR of the municipality. */
  readonly dora: TestPerson
}

/** Anna, her leader Ben, his leader Carl, and Dora of HR. */
export async function addCast(db: Db): Promise<Cast> {
  const organisation = await addOrganisation(db, 2038)
  const { top, addUnit, addPerson, grant } = organisation
  const school = await addUnit('Ådalskolen', top)
  const carl = await addPerson('Carl')
  const dora = await addPerson('Dora', { leader: carl })
  const ben = await addPerson('Ben', { unitId: school, leader: carl })
  const anna = await addPerson('Anna', { unitId: school, leader: ben })
  await grant(dora, 'hr')
  return { organisation, top, school, anna, ben, carl, dora }
}
