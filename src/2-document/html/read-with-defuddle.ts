import { DefuddleClass } from 'defuddle/node'

import { type Block, collectBlocks } from './collect-blocks.ts'
import { parsePage } from './page-dom.ts'

/** Keeps its readers for single sites, some of which fetch, out of the way: the page's address is not told. */
const NO_SITE = 'https://page.invalid/'
const CONSOLE_METHODS = ['log', 'warn', 'error'] as const

/**
 * Reads the main text of a scanned page with defuddle; no blocks when it fails.
 *
 * Only its choice of elements is used: standardising headings, footnotes and formulas is switched off.
 */
export function readWithDefuddle(html: string): Block[] {
  try {
    const options = { useAsync: false, standardize: false, removeSmallImages: false, url: NO_SITE }
    const { content } = withQuietConsole(() => new DefuddleClass(parsePage(html) as never, options).parse())
    const { body } = parsePage(content)
    return body === null ? [] : collectBlocks(body)
  } catch {
    return [] // It is a second opinion: without it the first stands.
  }
}

/** Runs synchronous code that prints its faults to the console, where a reading's output goes, without that print. */
function withQuietConsole<Result>(run: () => Result): Result {
  const saved = CONSOLE_METHODS.map((method) => [method, console[method]] as const)
  for (const method of CONSOLE_METHODS) console[method] = () => undefined
  try {
    return run()
  } finally {
    for (const [method, original] of saved) console[method] = original
  }
}
