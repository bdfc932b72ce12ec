import { Worker } from 'node:worker_threads'

import { DEFAULT_PDF_LIMITS, type PdfFault, type PdfLimits, type PdfText } from './pdf-text.ts'

/** Memory of the thread's own objects. */
const MAX_HEAP_MB = 512
/** Growth of the whole process at which the thread is ended: buffers of unpacked streams do not count as its own objects. */
const MAX_GROWTH_BYTES = 1_500_000_000
const LOOK_EVERY_MS = 100

/**
 * Reads the text of a PDF on a thread of its own, which is ended when it takes too long or too much memory. Every fault is a value.
 *
 * @returns paragraphs with blank lines between them; positions in the pages are not kept, so offsets count in this text
 */
export function readPdfText(bytes: Uint8Array, limits: PdfLimits = DEFAULT_PDF_LIMITS): Promise<PdfText | PdfFault> {
  return new Promise((resolve) => {
    const worker = new Worker(threadScript(), {
      workerData: { bytes, limits },
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    })
    const before = process.memoryUsage.rss()
    const finish = (outcome: PdfText | PdfFault): void => {
      clearTimeout(timer)
      clearInterval(watch)
      resolve(outcome)
      void worker.terminate()
    }
    const timer = setTimeout(() => {
      const message = `Reading the PDF took longer than ${limits.timeMs / 1000} s. Raise the limit, or save it anew with a PDF program.`
      finish({ reason: 'timeout', message })
    }, limits.timeMs)
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > MAX_GROWTH_BYTES) finish(tooMuchMemory())
    }, LOOK_EVERY_MS)
    worker.once('message', finish)
    worker.once('error', (error: Error & { readonly code?: string }) => {
      finish(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuchMemory() : crash(error.message))
    })
    worker.once('exit', (code) => finish(crash(`exit code ${code}`)))
  })
}

/** The thread's program; run from the sources (in tests), it is the built one. */
function threadScript(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? '../../../dist/src/adapters/pdf/pdf-worker.js' : 'pdf-worker.js', import.meta.url)
}

function tooMuchMemory(): PdfFault {
  return {
    reason: 'too-large',
    message: 'The PDF takes too much memory when unpacked. Save it anew with a PDF program.',
  }
}

function crash(why: string): PdfFault {
  return { reason: 'crash', message: `Reading the PDF ended its thread (${why}). Save it anew with a PDF program.` }
}
