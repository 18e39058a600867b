/**
 * How dependency-cruiser reads TypeScript here: swc parses, and only the imports are handed on.
 *
 * TypeScript 7 has no parser that dependency-cruiser could use. Its own way through swc stops at syntax newer than
 * swc's visitor (`using`), never turns on JSX and takes `import type` for an import. So the syntax tree that it is
 * given holds nothing but imports, and `import type x` stands there as the call `importType(x)`, which the option
 * `exoticRequireStrings` lets it tell apart.
 */
const swc = require('@swc/core')

const typeImportName = 'importType'

const { parseFileSync } = swc
swc.parseFileSync = (file, options) => {
  const module = parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })
  const declared = module.body.filter((node) => node.source)
  return {
    ...module,
    body: [
      ...declared.map((node) => (node.typeOnly ? call(typeImportName, node.source) : node)),
      ...within(module.body, isDynamicImport).map((node) => statement(node)),
      ...within(module.body, isTypeReference).map((node) => call(typeImportName, node.argument)),
    ],
  }
}

/** `await import('./x.ts')`. */
function isDynamicImport(node) {
  return node.type === 'CallExpression' && node.callee.type === 'Import'
}

/** `import('./x.ts').X` in the place of a type. */
function isTypeReference(node) {
  return node.type === 'TsImportType'
}

function within(node, wanted) {
  if (node === null || typeof node !== 'object') return []
  const inside = Object.values(node).flatMap((child) => within(child, wanted))
  return wanted(node) ? [node, ...inside] : inside
}

function call(name, source) {
  const { span } = source
  const callee = { type: 'Identifier', span, value: name, optional: false }
  return statement({ type: 'CallExpression', span, callee, arguments: [{ expression: source }] })
}

function statement(expression) {
  return { type: 'ExpressionStatement', span: expression.span, expression }
}

module.exports = { typeImportName }
