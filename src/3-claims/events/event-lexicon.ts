import type { EventKind, TriggerNeed } from '../../../data/words/event-kinds.ts'
import { EVENT_NOUNS } from '../../../data/words/event-nouns.ts'
import { DOUBLING_VERBS, EVENT_VERBS, IRREGULAR_VERBS } from '../../../data/words/event-verbs.ts'

export type WordClass = 'verb' | 'noun'
export type WordForm = 'base' | 'third' | 'past' | 'participle' | 'past-or-participle' | 'ing' | 'singular' | 'plural'

/** One inflected spelling of a trigger: its first word is the key it is found under. */
export interface TriggerPattern {
  readonly kind: EventKind
  readonly needs: TriggerNeed
  readonly wordClass: WordClass
  readonly form: WordForm
  /** The words after the first; `~` stands for up to three words, `~~` for up to eight. */
  readonly rest: readonly string[]
}

/** Every spelling of every trigger, by its first word in lower case, longest first. */
export const TRIGGER_PATTERNS: ReadonlyMap<string, readonly TriggerPattern[]> = compilePatterns()

function compilePatterns(): Map<string, TriggerPattern[]> {
  const byFirstWord = new Map<string, TriggerPattern[]>()
  const add = (words: readonly string[], pattern: Omit<TriggerPattern, 'rest'>): void => {
    const [first = '', ...rest] = words
    const patterns = byFirstWord.get(first) ?? []
    const { kind, needs, wordClass, form } = pattern
    patterns.push({ kind, needs, wordClass, form, rest })
    byFirstWord.set(first, patterns)
  }
  for (const { kind, needs, phrases } of EVENT_VERBS)
    for (const phrase of phrases) {
      const [verb = '', ...rest] = phrase.split(' ')
      // "forcibly deport", "sexually assault": an adverb leads and the verb after it is inflected
      if (verb.endsWith('ly') && rest[0] !== undefined)
        for (const [form, spelled] of verbForms(rest[0]))
          add([verb, spelled, ...rest.slice(1)], { kind, needs, wordClass: 'verb', form })
      else
        for (const [form, spelled] of verbForms(verb)) add([spelled, ...rest], { kind, needs, wordClass: 'verb', form })
    }
  for (const { kind, needs, phrases } of EVENT_NOUNS)
    for (const phrase of phrases) {
      const words = phrase.split(' ')
      add(words, { kind, needs, wordClass: 'noun', form: 'singular' })
      // "deaths of", "exchanges of fire": the first word carries the plural, otherwise the last
      if (words[1] === 'of')
        add([pluralOf(words[0] ?? ''), ...words.slice(1)], { kind, needs, wordClass: 'noun', form: 'plural' })
      else
        add([...words.slice(0, -1), pluralOf(words.at(-1) ?? '')], { kind, needs, wordClass: 'noun', form: 'plural' })
    }
  for (const patterns of byFirstWord.values()) patterns.sort((a, b) => b.rest.length - a.rest.length)
  return byFirstWord
}

function verbForms(verb: string): readonly (readonly [WordForm, string])[] {
  const irregular = IRREGULAR_VERBS.get(verb)
  const doubled = DOUBLING_VERBS.has(verb) ? verb + verb.slice(-1) : verb
  const stem = verb.endsWith('e') && !verb.endsWith('ee') ? verb.slice(0, -1) : doubled
  const past = verb.endsWith('y') && !/[aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`
  const past2: readonly (readonly [WordForm, string])[] =
    irregular === undefined
      ? [['past-or-participle', past]]
      : irregular[0] === irregular[1]
        ? [['past-or-participle', irregular[0]]]
        : [
            ['past', irregular[0]],
            ['participle', irregular[1]],
          ]
  return [['base', verb], ['third', pluralOf(verb)], ...past2, ['ing', `${stem}ing`]]
}

function pluralOf(word: string): string {
  if (/(?:s|x|z|ch|sh)$/u.test(word)) return `${word}es`
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`
  if (word === 'go') return 'goes'
  return `${word}s`
}
