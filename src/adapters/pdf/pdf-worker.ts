/** Thread entry: reads the one PDF it is given, answers, ends. */
import { parentPort, workerData } from 'node:worker_threads'

import { CairnError } from '../../model/error.ts'
import { extractPdf } from './extract-pdf.ts'
import type { PdfLimits } from './pdf-text.ts'

if (parentPort === null) throw new CairnError('broken-worker', 'pdf-worker runs only as a thread of read-pdf-text.')
const { bytes, limits } = workerData as { readonly bytes: Uint8Array; readonly limits: PdfLimits }
parentPort.postMessage(await extractPdf(bytes, limits))
