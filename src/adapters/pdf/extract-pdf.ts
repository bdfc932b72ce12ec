import { getDocumentProxy } from 'unpdf'

import { joinParagraphs } from './join-paragraphs.ts'
import { layOutLines, type PdfLine, type PdfRun } from './lay-out-lines.ts'
import type { PdfFault, PdfLimits, PdfText } from './pdf-text.ts'

/** Letters that a page must have on average; fewer are stamps on scanned images. */
const MIN_LETTERS_PER_PAGE = 10
/** Part of the characters that may have no meaning (private use, not mapped) before the text counts as unreadable. */
const MAX_UNMAPPED = 0.2
const HEAD = '%PDF-'
/** The head may stand this far into the file (ISO 32000-1, annex H.3). */
const MAX_HEAD_OFFSET = 1024
/** Titles that programs write when nobody gave one. */
const NO_TITLE =
  /^(?:untitled|document\d*|microsoft word|powerpoint|slide \d|.*\.(?:docx?|pdf|indd|qxd|pptx?|odt|rtf|tex|dvi|xlsx?))\b/iu

/**
 * Reads the text of a PDF without network, fonts of the system, scripts or rendering. Takes as long as the file makes it: run it
 * where it can be stopped (`readPdfText`).
 */
export async function extractPdf(bytes: Uint8Array, limits: PdfLimits): Promise<PdfText | PdfFault> {
  if (bytes.length > limits.maxBytes) {
    return fault(
      'too-large',
      `The PDF is larger than the limit of ${limits.maxBytes} bytes. Raise the limit to read it.`,
    )
  }
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAX_HEAD_OFFSET + HEAD.length))
  if (!head.includes(HEAD)) return fault('not-a-pdf', 'The bytes are not a PDF: they do not begin like one.')
  try {
    // The parser takes its bytes for itself, so it gets a copy.
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      disableAutoFetch: true,
      enableXfa: false,
    })
    try {
      if (pdf.numPages > limits.maxPages) {
        const message = `The PDF has ${pdf.numPages} pages; the limit is ${limits.maxPages}. Raise the limit, or save the pages that matter as a file.`
        return fault('too-many-pages', message)
      }
      const pages: PdfLine[][] = []
      for (let number = 1; number <= pdf.numPages; number++) {
        const page = await pdf.getPage(number)
        const { items } = await page.getTextContent()
        pages.push(layOutLines((items as readonly object[]).filter(isItem).map(toRun)))
        page.cleanup()
      }
      const { info } = await pdf.getMetadata()
      return finish(pages, 'Title' in info ? info.Title : null)
    } finally {
      await pdf.destroy()
    }
  } catch (error) {
    return describeFailure(error)
  }
}

interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly hasEOL: boolean
}

/** Between the runs stand marks of tagged content, which have no text. */
function isItem(item: object): item is TextItem {
  return 'str' in item
}

function toRun({ str, transform, width, height, hasEOL }: TextItem): PdfRun {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform
  return { text: str, x, y, width, height: height === 0 ? Math.hypot(a, b) : height, endsLine: hasEOL }
}

function finish(pages: readonly (readonly PdfLine[])[], title: unknown): PdfText | PdfFault {
  const { text, runningLines } = joinParagraphs(pages)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const unmapped = text.match(/[\p{Co}\p{Cn}\uFFFD]/gu)?.length ?? 0
  if (unmapped > MAX_UNMAPPED * (letters + unmapped)) {
    return fault(
      'no-text',
      'The fonts of the PDF do not say which letters they show. Run text recognition (OCR) on it first.',
    )
  }
  if (letters < MIN_LETTERS_PER_PAGE * Math.max(1, pages.length)) {
    const message = `The ${pages.length === 1 ? 'page' : `${pages.length} pages`} of the PDF hold no text, probably scanned images. Run text recognition (OCR) on it first.`
    return fault('no-text', message)
  }
  const noteMarks = pages.flat().reduce((sum, line) => sum + line.noteMarks, 0)
  return {
    text,
    title: cleanTitle(title),
    pages: pages.length,
    notes: [
      ...describeLeft(runningLines, 'page number or running head', 'page numbers and running heads'),
      ...describeLeft(noteMarks, 'raised mark of a note', 'raised marks of notes'),
    ],
  }
}

function describeLeft(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many} left out of the text`]
}

function cleanTitle(title: unknown): string | null {
  if (typeof title !== 'string') return null
  const plain = title.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
  return plain === '' || NO_TITLE.test(plain) ? null : plain.slice(0, 500)
}

function describeFailure(error: unknown): PdfFault {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') {
    return fault(
      'encrypted',
      'The PDF is locked with a password. Open it, save it without the password, and add that file.',
    )
  }
  const why = error instanceof Error ? error.message.replace(/\.$/u, '').slice(0, 200) : 'unknown fault'
  return fault('broken', `The PDF is damaged or incomplete (${why}). Get it again, or save it anew with a PDF program.`)
}

function fault(reason: PdfFault['reason'], message: string): PdfFault {
  return { reason, message }
}
