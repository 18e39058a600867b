import { createFolderGateway } from './folder-gateway.ts'
import type { JournalGateway } from './gateway.ts'
import { createManualGateway, createOffGateway } from './manual-gateway.ts'

/** Which personnel file the installation has; the configuration's form. */
export type JournalSettings =
  | { readonly gateway: 'folder'; readonly folder: string }
  | { readonly gateway: 'manual' }
  | { readonly gateway: 'off' }

export function createJournalGateway(settings: JournalSettings): JournalGateway {
  switch (settings.gateway) {
    case 'folder':
      return createFolderGateway(settings)
    case 'manual':
      return createManualGateway()
    case 'off':
      return createOffGateway()
  }
}
