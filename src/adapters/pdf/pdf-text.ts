/** What reading one PDF may cost. */
export interface PdfLimits {
  readonly maxBytes: number
  readonly maxPages: number
  readonly timeMs: number
}

export const DEFAULT_PDF_LIMITS: PdfLimits = { maxBytes: 50_000_000, maxPages: 500, timeMs: 30_000 }

/** The text of a PDF: paragraphs with a blank line between them. */
export interface PdfText {
  readonly text: string
  /** The title in the file's properties, where it is one. */
  readonly title: string | null
  readonly pages: number
  /** What was left out, in words; empty when nothing was. */
  readonly notes: readonly string[]
}

/** Why a PDF gave no text, and what to do. Codes are stable. */
export interface PdfFault {
  readonly reason:
    | 'not-a-pdf'
    | 'broken'
    | 'encrypted'
    | 'no-text'
    | 'too-large'
    | 'too-many-pages'
    | 'timeout'
    | 'crash'
  readonly message: string
}
