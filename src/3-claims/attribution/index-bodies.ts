import { ORGANISATION_NOUNS } from '../../../data/words/source-nouns.ts'
import type { Sentence } from '../text/sentence.ts'
import { tabulate } from '../text/word-table.ts'
import { isCapital } from './classify-word.ts'
import { type NamedSource, nameClaimant } from './name-claimant.ts'
import { readSourceAfter } from './read-source-after.ts'

/** A body named in full, and the token of its head. */
interface NamedBody {
  readonly source: NamedSource
  readonly sentence: number
  readonly token: number
}

/** Bodies that the text names in full, by their head ("ministry": "Ministry of Health"). */
export interface BodyIndex {
  /** The last body with the head before the token, of a longer name than the short form; null when the text names none near. */
  before(head: string, sentence: number, token: number, name: string): NamedSource | null
  /** "the Harbour Observatory for Rights": the first watching body that the text names; null when it names none. */
  readonly observatory: () => NamedSource | null
}

/** How many sentences back the full name of a body is looked for. */
const REACH = 40
/** How many of the bodies there are looked at. */
const MAX_TRIED = 12
const MAX_NAME_TOKENS = 24
/** Words that begin the name of a ministry without a capital ("the defence ministry"). */
const PORTFOLIOS: ReadonlySet<string> = new Set(['defence', 'defense', 'health', 'interior', 'foreign'])

/** Reads the bodies when first asked for one: once, in one pass over the text. */
export function indexBodies(sentences: readonly Sentence[], text: string): BodyIndex {
  let index: ReadonlyMap<string, readonly NamedBody[]> | null = null
  let watcher: { readonly source: NamedSource | null } | null = null
  return {
    before: (head, sentence, token, name) => {
      index ??= readBodies(sentences, text)
      const bodies = index.get(head) ?? []
      const end = countBefore(bodies, sentence, token)
      for (let at = end - 1; at >= Math.max(0, end - MAX_TRIED); at--) {
        const one = bodies[at]
        if (one === undefined || one.sentence < sentence - REACH) return null
        if (one.source.claimant.name.length > name.length) return one.source
      }
      return null
    },
    observatory: () => (watcher ??= { source: findObservatory(sentences, text) }).source,
  }
}

const headsBody = tabulate((lower) => Number(ORGANISATION_NOUNS.has(lower)))

function readBodies(sentences: readonly Sentence[], text: string): Map<string, NamedBody[]> {
  const bodies = new Map<string, NamedBody[]>()
  for (const sentence of sentences) {
    sentence.tokens.forEach((token, at) => {
      if (headsBody(token) === 0) return
      let first = at
      while (first > Math.max(0, at - MAX_NAME_TOKENS) && isNamePart(sentence, first - 1)) first--
      const range = readSourceAfter(sentence, first)
      if (range === null || range.last < at) return
      const source = nameClaimant(sentence, range, text)
      if (source.form !== 'full' || source.claimant.kind !== 'organisation') return
      const body = { source, sentence: sentence.index, token: at }
      const known = bodies.get(token.lower)
      if (known === undefined) bodies.set(token.lower, [body])
      else known.push(body)
    })
  }
  return bodies
}

/** How many of the bodies, in reading order, stand before the token. */
function countBefore(bodies: readonly NamedBody[], sentence: number, token: number): number {
  let low = 0
  let high = bodies.length
  while (low < high) {
    const middle = (low + high) >> 1
    const one = bodies[middle]
    if (one !== undefined && (one.sentence < sentence || (one.sentence === sentence && one.token < token)))
      low = middle + 1
    else high = middle
  }
  return low
}

function isNamePart(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (token === undefined) return false
  if (token.kind === 'clitic') return true
  return token.kind === 'word' && token.lower !== 'the' && (/^\p{Lu}/u.test(token.text) || PORTFOLIOS.has(token.lower))
}

function findObservatory(sentences: readonly Sentence[], text: string): NamedSource | null {
  for (const sentence of sentences) {
    const at = sentence.tokens.findIndex((token) => token.lower === 'observatory' && token.text !== token.lower)
    if (at === -1) continue
    let first = at
    while (first > Math.max(0, at - MAX_NAME_TOKENS) && isCapital(sentence, first - 1)) first--
    const range = readSourceAfter(sentence, first)
    if (range !== null && range.last > range.first) return nameClaimant(sentence, range, text)
  }
  return null
}
