import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Language } from '../domain/language.ts'
import { readFontCoverage } from './font-coverage.ts'
import type { PlanDocument } from './plan-document.ts'
import { planView } from './plan-view.ts'
import { createPrintable } from './printable.ts'

const fontFiles = ['IBMPlexSans-Regular.ttf', 'IBMPlexSans-SemiBold.ttf', 'NotoEmoji-Regular.ttf']

/**
 * One plan as PDF/A-2a, tagged, in the language asked for (R8.1). The same plan gives the same bytes: the
 * only date in it is the day the plan was concluded, and the only fonts are those beside this file. What
 * people wrote is data to the template and is never read as markup.
 */
export function renderPlanPdf(plan: PlanDocument, language: Language): Uint8Array {
  const { compiler, template, printable } = press()
  const view = planView(plan, language, printable)
  const result = compiler.compile({ mainFileContent: template, inputs: { plan: JSON.stringify(view) } })
  const document = result.result
  if (document === null) throw new PlanPdfError('compile')
  const pdf = exportPdf(compiler, document)
  // The compiler remembers what it has set; what people wrote must not stay in memory.
  compiler.evictCache(0)
  return new Uint8Array(pdf)
}

/**
 * A plan that could not be set. It names the step alone, because the compiler's own words repeat what
 * people wrote (R15.1).
 */
class PlanPdfError extends Error {
  readonly code = 'plan-pdf-failed'

  constructor(step: 'compile' | 'export') {
    super(`plan PDF failed at step '${step}': expected every plan to be settable as PDF/A-2a`)
    this.name = 'PlanPdfError'
  }
}

interface Press {
  readonly compiler: NodeCompiler
  readonly template: string
  readonly printable: (text: string) => string
}

let madePress: Press | null = null

/** Loading the fonts takes a moment, so it is done once per process and only where a plan is set. */
function press(): Press {
  madePress ??= createPress()
  return madePress
}

function createPress(): Press {
  const fonts = fontFiles.map((file) => readFileSync(new URL(`./fonts/${file}`, import.meta.url)))
  return {
    compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] }),
    template: readFileSync(new URL('./plan.typ', import.meta.url), 'utf8'),
    printable: createPrintable(fonts.map(readFontCoverage)),
  }
}

function exportPdf(compiler: NodeCompiler, document: Parameters<NodeCompiler['pdf']>[0]): Buffer {
  try {
    return compiler.pdf(document, { pdfStandard: 'a-2a' })
  } catch {
    throw new PlanPdfError('export')
  }
}
