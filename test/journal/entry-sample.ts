import type { JournalEntry } from '../../journal/gateway.ts'
import { journalKey } from '../../journal/gateway.ts'
import { planConcludedOn, planTitle } from '../../journal/plan-document.ts'
import { annasPlan } from './plan-samples.ts'

/** Anna's plan on its way to the personnel file; the PDF's bytes matter to no gateway. */
export const annasEntry: JournalEntry = {
  metadata: {
    key: journalKey('5f0f3f6e-8a44-4d0c-9d3e-2f9f4c1b7a10'),
    title: planTitle(annasPlan, 'da'),
    on: planConcludedOn(annasPlan),
    caseReference: '2027-004711',
    classification: '81.08.00 Medarbejderudvikling',
    accessGroup: 'Personalesager Søndermarksskolen',
    contentHash: annasPlan.contentHash,
  },
  pdf: new TextEncoder().encode(`%PDF-1.7 Anna Ågård ${'x'.repeat(5000)}`),
}
