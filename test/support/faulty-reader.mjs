// A reader thread that does what the task's text says: hang, throw, exit, run out of memory, or answer.
import { parentPort } from 'node:worker_threads'

parentPort.on('message', ({ bytes, format, options }) => {
  const [order, detail] = new TextDecoder().decode(bytes).split(' ')
  if (order === 'hang-unless-fast' && options.extractor !== 'fast') for (;;);
  if (order === 'hang') for (;;);
  if (order === 'throw') throw new Error(`thrown at ${detail}`)
  if (order === 'exit') process.exit(7)
  if (order === 'hoard') for (const hoard = []; ;) hoard.push(Array.from({ length: 100_000 }, () => ({})))
  parentPort.postMessage({ json: `${order} ${detail} ${format}`, coverage: 'covered', language: 'en', claims: 0 })
})
parentPort.postMessage('ready')
