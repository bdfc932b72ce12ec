import { ABOUT_SENTENCES, type AboutSentence } from '../../../data/words/digest-sentences.ts'
import type { ToldClaim } from './digest-facts.ts'

/** Text that comes from outside: names, words of sources, what the user asked for. It may hold anything. */
export interface Foreign {
  readonly foreign: string
  /** ISO 639-1 code of its language, or null. */
  readonly language: string | null
}

/** A place in a sentence where its claims are cited. */
export interface Citation {
  readonly cites: readonly ToldClaim[]
}

/** A piece of a sentence; a bare string is ours. */
export type Part = string | Foreign | Citation

/** A sentence: `told` of what sources claim, which ends with a citation; `about` of the digest itself, one of `ABOUT_SENTENCES`. */
export interface Sentence {
  readonly kind: 'told' | 'about'
  /** Without the full stop, which follows the citation. */
  readonly parts: readonly Part[]
}

export interface Table {
  readonly kind: 'table'
  readonly caption: string
  readonly headings: readonly string[]
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly (readonly Part[])[])[]
}

export type Block =
  /** What no reader should pass over. */
  | { readonly kind: 'notice'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'paragraph'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: readonly Part[]])[] }
  | Table
  | {
      readonly kind: 'incident'
      readonly id: string
      readonly heading: readonly Part[]
      readonly isReviewed: boolean
      readonly sentences: readonly Sentence[]
    }

export interface Section {
  readonly heading: string
  readonly blocks: readonly Block[]
}

/** A digest in words, to be written in any format. */
export interface DigestPages {
  readonly title: readonly Part[]
  readonly sections: readonly Section[]
}

/** Text from outside. */
export function foreign(text: string, language: string | null = null): Foreign {
  return { foreign: text, language }
}

/** A sentence that tells what is claimed, with the claims at its end. */
export function told(parts: readonly Part[], claims: readonly ToldClaim[]): Sentence {
  return { kind: 'told', parts: [...parts, { cites: claims }] }
}

/** A sentence about the digest, from the list. */
export function about(key: AboutSentence, slots: Readonly<Record<string, Part>> = {}): Sentence {
  const parts = ABOUT_SENTENCES[key].replace(/\.$/u, '').split(/\{(\w+)\}/u)
  return {
    kind: 'about',
    parts: parts.map((part, i) => (i % 2 === 0 ? part : (slots[part] ?? ''))).filter((part) => part !== ''),
  }
}

/** Pieces with another between each two. */
export function joinParts(items: readonly (readonly Part[])[], comma = ', ', last = ' and '): Part[] {
  return items.flatMap((item, i) => {
    if (i === 0) return item
    return [i === items.length - 1 ? last : comma, ...item]
  })
}

/** "1 incident", "3 incidents". */
export function plural(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`
}
