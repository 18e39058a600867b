/**
 * The folder table of the design: who may import whom. Arrows never turn.
 *
 * `folders` holds, for each folder, what it may import besides itself: other folders or files (as the start of
 * a path, or a pattern), npm packages, and whether Node's own modules are among them. What is not named here is
 * forbidden. The table is repeated for people in ARCHITECTURE.md; test/architecture.test.ts compares the two.
 */
const { typeImportName } = require('./.dependency-cruiser.parser.cjs')

const messages = '^workflows/.+[.]messages[.]ts$'

const folders = {
  domain: { may: [], packages: [], node: false },
  workflows: { may: ['^domain/', '^activities/'], packages: ['@temporalio/workflow'], node: false },
  activities: {
    may: ['^domain/', '^db/', '^mail/', '^journal/', '^directory/', messages],
    packages: ['@temporalio/activity', '@temporalio/client'],
    node: true,
  },
  worker: {
    may: ['^activities/', '^db/', '^mail/', '^journal/', '^codec/', '^config/', '^domain/', messages],
    packages: ['@temporalio/.+', 'pino', 'prom-client'],
    node: true,
  },
  api: {
    may: [
      '^domain/',
      messages,
      '^db/',
      '^directory/',
      '^web/',
      '^mail/templates/',
      '^mail/calendar-event[.]ts$',
      '^mail/outbox-folder[.]ts$',
      '^journal/reader[.]ts$',
      '^codec/',
      '^config/',
    ],
    packages: [
      '@temporalio/client',
      'bowser',
      'busboy',
      'compression',
      'connect-pg-simple',
      'csrf-sync',
      'dkfds',
      'express',
      'express-rate-limit',
      'express-session',
      'fflate',
      'helmet',
      'jose',
      'openid-client',
      'pino',
      'pino-http',
      'prom-client',
      'rate-limiter-flexible',
      'swagger-ui-dist',
      'write-excel-file',
      'zod',
      'zod-openapi',
    ],
    node: true,
  },
  web: { may: ['^domain/'], packages: ['preact', 'preact-render-to-string'], node: false },
  mail: {
    may: ['^domain/', '^db/'],
    packages: ['nodemailer', 'mjml', 'ical-generator'],
    node: true,
  },
  journal: { may: ['^domain/'], packages: ['@myriaddreamin/typst-ts-node-compiler'], node: true },
  directory: {
    may: ['^domain/'],
    packages: ['csv-parse', 'read-excel-file'],
    node: true,
  },
  db: { may: ['^domain/'], packages: ['@prisma/.+', 'pg'], node: true },
  codec: {
    may: ['^config/forms[.]ts$'],
    packages: ['@temporalio/common', '@temporalio/proto'],
    node: true,
  },
  config: { may: [], packages: ['zod'], node: true },
}

/** Everything a folder imports from this tree stands in its row. */
function folderRule([folder, { may }]) {
  return {
    name: `${folder}-imports-only-its-row`,
    comment: `${folder}/ may import itself${may.length > 0 ? `, ${may.join(', ')}` : ''}; nothing else of this tree.`,
    severity: 'error',
    from: { path: `^${folder}/` },
    to: {
      path: '^(?!node_modules/)',
      pathNot: [`^${folder}/`, ...may],
      dependencyTypesNot: ['core'],
      couldNotResolve: false,
    },
  }
}

/** Everything a folder imports from npm stands in its row. */
function packageRule([folder, { packages }]) {
  return {
    name: `${folder}-uses-only-its-packages`,
    comment: `${folder}/ may use ${packages.join(', ') || 'no npm package'}.`,
    severity: 'error',
    from: { path: `^${folder}/`, pathNot: '^db/generated/' },
    to: { path: '^node_modules/', pathNot: packages.map((name) => `^node_modules/(?:@types/)?${name}/`) },
  }
}

/** Rules and workflows run the same everywhere; pages are functions of their view models. */
function nodeRule([folder]) {
  return {
    name: `${folder}-uses-nothing-of-node`,
    comment: `${folder}/ is pure: no file, no network, no clock.`,
    severity: 'error',
    from: { path: `^${folder}/` },
    to: { dependencyTypes: ['core'] },
  }
}

const rows = Object.entries(folders)

module.exports = {
  forbidden: [
    ...rows.map(folderRule),
    ...rows.map(packageRule),
    ...rows.filter(([, row]) => !row.node).map(nodeRule),
    {
      name: 'workflows-know-activities-by-type',
      comment: 'An activity runs outside the workflow: only `import type` keeps its code out of the bundle.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^activities/', exoticallyRequired: false },
    },
    {
      name: 'what-workflows-share-is-rules',
      comment: 'workflows/loaded-once.ts is loaded once for all workflows: only rules, which keep nothing.',
      severity: 'error',
      from: { path: '^workflows/loaded-once[.]ts$' },
      to: { pathNot: '^domain/' },
    },
    {
      name: 'messages-are-only-a-contract',
      comment: 'A *.messages.ts is read by api, activities and worker: it must not bring a workflow along.',
      severity: 'error',
      from: { path: messages },
      to: { pathNot: [messages, '^domain/', '^node_modules/@temporalio/workflow/'] },
    },
    {
      name: 'generated-client-stays-in-db',
      comment: 'Rows in, domain types out: only db/ knows the shape of a row.',
      severity: 'error',
      from: { pathNot: '^db/' },
      to: { path: '^db/generated/' },
    },
    {
      name: 'nobody-imports-an-entry-point',
      comment: 'demo/, scripts/, bench/ and test/ are where things start; product code never leads there.',
      severity: 'error',
      from: { pathNot: '^(?:demo|scripts|bench|test)/' },
      to: { path: '^(?:demo|scripts|bench|test)/' },
    },
    {
      name: 'arrows-never-turn',
      comment:
        'A file that reaches itself through its imports has no order to load or to be read in; types have none.',
      severity: 'error',
      from: { pathNot: '^db/generated/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['exotic-require'] } },
    },
    {
      name: 'imports-exist',
      comment: 'An import that resolves to nothing is one that no rule above has seen.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^db/generated/' },
    },
    {
      name: 'production-runs-without-dev-dependencies',
      comment: 'npm ci --omit=dev must leave everything that runs.',
      severity: 'error',
      from: { path: `^(?:${Object.keys(folders).join('|')})/` },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['npm', 'npm-optional'],
        exoticallyRequired: false,
      },
    },
  ],
  options: {
    parser: 'swc',
    exoticRequireStrings: [typeImportName],
    doNotFollow: { path: ['node_modules', '^db/generated/'] },
    exclude: { path: '^(?:dist[^/]*|coverage|[.]data|[.]cache)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
