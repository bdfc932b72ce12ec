/** Thread entry: says `ready` once, then answers each task in the order the tasks came. */
import { parentPort } from 'node:worker_threads'

import { CairnError } from '../../model/error.ts'
import { loadGazetteer } from '../gazetteer/load-gazetteer.ts'
import { readTask, type ReadTask } from './read-task.ts'

const port = parentPort
if (port === null) throw new CairnError('broken-worker', 'read-worker runs only as a thread of start-reader.')
const gazetteer = loadGazetteer()
port.on('message', (task: ReadTask) => port.postMessage(readTask(task, gazetteer)))
port.postMessage('ready')
