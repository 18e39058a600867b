import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFontCoverage } from './font-coverage.ts'
import { createPrintable } from './printable.ts'

const fontFiles = ['IBMPlexSans-Regular.ttf', 'IBMPlexSans-SemiBold.ttf', 'NotoEmoji-Regular.ttf']

export type Form = 'plan' | 'evaluation'

/**
 * One document as PDF/A-2a, tagged. The same view gives the same bytes: the only date in it is the view's own, and the
 * only fonts are those beside this file. What people wrote is data to the form and is never read as markup.
 * @param view makes the document's view; its argument makes a text of a person settable
 */
export function setPdf(form: Form, view: (printable: (text: string) => string) => object): Uint8Array {
  const { compiler, pageForm, printable } = press()
  const mainFileContent = `${pageForm}\n${readForm(form)}`
  const inputs = { document: JSON.stringify(view(printable)) }
  const document = compiler.compile({ mainFileContent, inputs }).result
  if (document === null) throw new PdfError(form, 'compile')
  const pdf = exportPdf(compiler, form, document)
  // The compiler remembers what it has set; what people wrote must not stay in memory.
  compiler.evictCache(0)
  return new Uint8Array(pdf)
}

/**
 * A document that could not be set. It names form and step alone, because the compiler's own words repeat what
 * people wrote (R15.1).
 */
class PdfError extends Error {
  readonly code = 'pdf-failed'

  constructor(form: Form, step: 'compile' | 'export') {
    super(`${form} PDF failed at step '${step}': expected every ${form} to be settable as PDF/A-2a`)
    this.name = 'PdfError'
  }
}

interface Press {
  readonly compiler: NodeCompiler
  readonly pageForm: string
  readonly printable: (text: string) => string
}

let madePress: Press | null = null

/** Loading the fonts takes a moment, so it is done once per process and only where something is set. */
function press(): Press {
  madePress ??= createPress()
  return madePress
}

function createPress(): Press {
  const fonts = fontFiles.map((file) => readFileSync(new URL(`./fonts/${file}`, import.meta.url)))
  return {
    compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] }),
    pageForm: readForm('page'),
    printable: createPrintable(fonts.map(readFontCoverage)),
  }
}

function readForm(name: Form | 'page'): string {
  return readFileSync(new URL(`./${name}.typ`, import.meta.url), 'utf8')
}

function exportPdf(compiler: NodeCompiler, form: Form, document: Parameters<NodeCompiler['pdf']>[0]): Buffer {
  try {
    return compiler.pdf(document, { pdfStandard: 'a-2a' })
  } catch {
    throw new PdfError(form, 'export')
  }
}
