import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

let database: TestDatabase
let client: Client
let models: readonly Model[]

beforeAll(async () => {
  database = await createDatabase()
  client = new Client({ connectionString: database.url })
  await client.connect()
  models = readModels(await readFile(schemaFile, 'utf8'))
})

afterAll(async () => {
  await client.end()
  await database.drop()
})

const schemaFile = new URL('../../prisma/schema.prisma', import.meta.url)

describe('The committed migrations, applied to an empty database,', () => {
  test('make exactly the columns that the schema describes', async () => {
    const { rows } = await client.query<{ line: string }>(`
      SELECT format('%s.%s %s%s', table_name, column_name, CASE data_type
          WHEN 'timestamp with time zone' THEN format('timestamptz(%s)', datetime_precision)
          WHEN 'ARRAY' THEN format('%s[]', ltrim(udt_name, '_'))
          WHEN 'numeric' THEN format('numeric(%s,%s)', numeric_precision, numeric_scale)
          ELSE data_type END, CASE is_nullable WHEN 'YES' THEN '?' ELSE '' END) AS line
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`)
    expect(rows.map(({ line }) => line).toSorted()).toEqual(models.flatMap(columnsOf).toSorted())
  })

  test('keep unique everything that the schema calls unique', async () => {
    const { rows } = await client.query<{ line: string }>(`
      SELECT format('%s(%s)', c.relname, string_agg(a.attname::text, ',' ORDER BY k.place)) AS line
      FROM pg_index i
        JOIN pg_class c ON c.oid = i.indrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
        CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (number, place)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
      WHERE i.indisunique AND i.indpred IS NULL AND c.relname <> '_prisma_migrations'
      GROUP BY i.indexrelid, c.relname`)
    expect(rows.map(({ line }) => line).toSorted()).toEqual(models.flatMap(keysOf).toSorted())
  })
})

type Model = { readonly table: string; readonly fields: readonly Field[]; readonly blocks: readonly string[] }
type Field = {
  readonly name: string
  readonly column: string
  readonly type: string
  readonly isOptional: boolean
  readonly isList: boolean
  readonly attributes: string
}

/** Reads the part of Prisma's language that the schema uses: scalar fields, @map, @db, @id, @unique and the @@ of each. */
function readModels(schema: string): readonly Model[] {
  const bodies = [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)]
  const names = new Set(bodies.map(([, name]) => name))
  return bodies.map(([, name = '', body = '']) => {
    const lines = body.split('\n').map((line) => line.replace(/\/\/.*/, '').trim())
    const blocks = lines.filter((line) => line.startsWith('@@'))
    const table = /@@map\("(\w+)"\)/.exec(blocks.join())?.[1] ?? name
    const fields = lines.flatMap((line) => {
      const [, field, type = '', mark = '', attributes = ''] =
        /^(\w+)\s+(\w+)(\?|\[\])?(.*)$/.exec(line) ?? []
      if (!field || names.has(type)) return []
      const column = /@map\("(\w+)"\)/.exec(attributes)?.[1] ?? field
      return [{ name: field, column, type, isOptional: mark === '?', isList: mark === '[]', attributes }]
    })
    return { table, fields, blocks }
  })
}

const columnTypes: Readonly<Record<string, string>> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Boolean: 'boolean',
  Json: 'jsonb',
  Bytes: 'bytea',
}

function columnsOf({ table, fields }: Model): readonly string[] {
  return fields.map(({ column, type, isOptional, isList, attributes }) => {
    const native = /@db\.(\w+(?:\([\d, ]+\))?)/.exec(attributes)?.[1]?.toLowerCase().replaceAll(' ', '')
    return `${table}.${column} ${native?.replace('decimal', 'numeric') ?? columnTypes[type]}${isList ? '[]' : ''}${isOptional ? '?' : ''}`
  })
}

function keysOf({ table, fields, blocks }: Model): readonly string[] {
  const columnOf = (name: string) => fields.find((field) => field.name === name)?.column ?? `no field ${name}`
  const single = fields
    .filter(({ attributes }) => /@(id|unique)\b/.test(attributes))
    .map(({ column }) => column)
  const several = blocks.flatMap((block) => {
    const [, list] = /^@@(?:id|unique)\(\[([^\]]+)\]/.exec(block) ?? []
    return list
      ? [
          list
            .split(',')
            .map((name) => columnOf(name.trim()))
            .join(','),
        ]
      : []
  })
  return [...single, ...several].map((columns) => `${table}(${columns})`)
}
