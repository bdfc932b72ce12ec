import { join } from 'node:path'

import { openStore } from '../../src/adapters/store/open-store.ts'
import { promiseRecordStore } from './record-store.ts'

promiseRecordStore('The SQLite store', (folder) => openStore(join(folder, 'cairn.db')))
