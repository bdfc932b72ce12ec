import { EXCEEDING } from '../../../data/words/harm-words.ts'
import type { Figure } from '../../model/claim.ts'
import { findPeoplePhrases, isPlural } from '../figures/find-people-phrases.ts'
import { isPersonNoun } from '../people/classify-people.ts'
import type { Token } from '../text/token.ts'
import { tokenize } from '../text/tokenize.ts'
import { readQuantity } from './read-quantity.ts'

/** The part of a figure that the quoted words must say. */
export type Bounds = Pick<Figure, 'low' | 'high' | 'vague'>

const PRONOUNS = new Set(['he', 'she', 'him', 'her', 'i', 'me', 'one', 'another'])
/** Longest phrase that may stand for one person without a number. */
const MAX_NAME_TOKENS = 14

/**
 * Whether the bounds of a figure can be parsed again from the quoted words alone: the number with its modifiers, the vague
 * word, a phrase for nobody (0-0), or a phrase for one person without a number ("a soldier", "his wife", a name: 1-1).
 *
 * @see docs/codebook.md "Figures: low / high"
 */
export function boundsStandIn(quote: string, figure: Bounds): boolean {
  const tokens = tokenize(quote, 0)
  if (findPeoplePhrases(tokens).some((phrase) => phrase.kind !== 'plain' && isSame(phrase, figure))) return true
  if (saysQuantity(tokens, figure)) return true
  return figure.vague === null && figure.low === 1 && figure.high === 1 && namesOnePerson(tokens)
}

function isSame(said: Bounds, figure: Bounds): boolean {
  if (figure.vague !== null) return said.vague === figure.vague && figure.low === null && figure.high === null
  return (
    said.vague === null &&
    said.low === figure.low &&
    said.high === figure.high &&
    !(said.low === null && said.high === null)
  )
}

/** Whether one of the quantities of the quote, each read whole with its modifiers, has the bounds. */
function saysQuantity(tokens: readonly Token[], figure: Bounds): boolean {
  for (let at = 0; at < tokens.length; at++) {
    const quantity = readQuantity(tokens, at)
    if (quantity === null) continue
    if (isSame(quantity, figure)) return true
    // "exceeds 465,000": the verb opens the bound
    const isOpened = EXCEEDING.has(tokens[at - 1]?.lower ?? '') && figure.high === null && figure.vague === null
    if (isOpened && quantity.low !== null && quantity.low === figure.low) return true
    at = quantity.tokenEnd - 1
  }
  return false
}

/** A name, a pronoun or a single people noun, with no number beside it. */
function namesOnePerson(tokens: readonly Token[]): boolean {
  if (tokens.length === 0 || tokens.length > MAX_NAME_TOKENS) return false
  if (tokens.some((_, at) => readQuantity(tokens, at) !== null)) return false
  const words = tokens.filter((token) => token.kind === 'word')
  const last = words.at(-1)
  if (last === undefined) return false
  if (words.some((token) => PRONOUNS.has(token.lower))) return true
  if (words.some((token) => isPersonNoun(token.lower) && !isPlural(token.lower))) return true
  return /^\p{Lu}/u.test(last.text)
}
