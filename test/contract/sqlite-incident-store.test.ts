import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { openIncidentStore } from '../../src/adapters/incidents/open-incident-store.ts'
import { promiseIncidentStore } from './incident-store-contract.ts'

promiseIncidentStore('The SQLite store', (folder, options) => {
  mkdirSync(folder, { recursive: true })
  return openIncidentStore(join(folder, 'incidents.db'), options)
})
