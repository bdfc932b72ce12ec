import { ARMED_BODIES, PERSON_TITLES } from '../../../data/words/person-modifiers.ts'
import { type Group, GROUPS } from '../../model/claim.ts'
import type { Trace } from '../../model/trace.ts'
import type { FigureMention } from '../figures/figure-mention.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { classifyPeople, isPersonNoun } from './classify-people.ts'
import { findAidBody } from './find-aid-staff.ts'

/** Words that count people named before: "15 others", "dozens more", "three of them", "the rest". */
const ANAPHORS: ReadonlySet<string> = new Set(
  'others other more another them these those rest remainder remaining half whom dead killed wounded injured'.split(
    ' ',
  ),
)
/** People nouns that say only how the counted belong to a group named before. */
const RELATIONAL: ReadonlySet<string> = new Set(
  'members member colleagues colleague comrades comrade foreigners foreigner natives nationals leaders leader'.split(
    ' ',
  ),
)
const PLAIN: ReadonlySet<string> = new Set('people persons person victims victim lives bodies body'.split(' '))
const FORCES: ReadonlySet<string> = new Set(
  `troops army forces military soldiers fighters militants rebels navy terrorists sides enemy garrison brigade battalion
  regiment insurgents guerrillas militia`.split(/\s+/u),
)
/** What passes from an antecedent to those counted after it: not age or sex ("a boy and two others"). */
const INHERITED: ReadonlySet<Group> = new Set<Group>([
  'civilians',
  'combatants',
  'medics',
  'journalists',
  'aid_workers',
  'police',
  'prisoners',
])
/** How many tokens before and after a name are read for what its bearer is. */
const REACH_TOKENS = 9

/**
 * Says whom the figures count whose own words do not: "15 others", "more than half of them", "heavy losses", a name.
 * Reads the figure that they follow or are part of, the apposition of a name, and earlier mentions of it.
 *
 * @param figures mentions in reading order
 * @returns the same mentions in the same order, `who` closer and with a trace where something was found
 */
export function resolvePeople(figures: readonly FigureMention[], sentences: readonly Sentence[]): FigureMention[] {
  const resolved: FigureMention[] = []
  for (const mention of figures) {
    const sentence = sentences[mention.sentence]
    const aid = sentence === undefined ? null : findAidBody(mention, sentence, sentences[sentence.index - 1] ?? null)
    if (aid !== null) {
      const quote = sentence === undefined ? '' : wordsOf(mention, sentence)
      const trace = { rule: 'people/aid-staff', quote, reason: `works for a body that brings aid: ${aid}` }
      resolved.push({ ...mention, who: ['aid_workers'], trace: [...mention.trace, trace] })
      continue
    }
    const found =
      sentence === undefined || mention.who.some((group) => group !== 'people')
        ? null
        : resolve(mention, { resolved, sentence, sentences, figures })
    resolved.push(found === null ? mention : { ...mention, who: found.groups, trace: [...mention.trace, found.trace] })
  }
  return resolved
}

/** Rule of the figures that count those of the taken who are held yet (`findLaterParts`). */
const HELD_RULE = 'figure-later-held'

interface Context {
  readonly resolved: readonly FigureMention[]
  readonly sentence: Sentence
  readonly sentences: readonly Sentence[]
  readonly figures: readonly FigureMention[]
}
interface Found {
  readonly groups: readonly Group[]
  readonly trace: Trace
}

function resolve(mention: FigureMention, context: Context): Found | null {
  const { sentence, resolved } = context
  const tokens = sentence.tokens.filter(({ start, end }) => start < mention.span.end && end > mention.span.start)
  const words = tokens.map(({ lower }) => lower)
  const found = (rule: string, groups: readonly Group[], reason: string): Found | null =>
    groups.length === 0
      ? null
      : { groups, trace: { rule: `people/${rule}`, quote: wordsOf(mention, sentence), reason } }

  const whole = mention.partOf === null ? undefined : resolved[mention.partOf]
  if (whole !== undefined) {
    // "223 were still being held" of 276 girls: a bare number of the taken counts whom the whole counts.
    const isBare = mention.rule === HELD_RULE
    const part = found('whole', isBare ? whole.who : inherited(whole), 'part of a figure that counts this group')
    if (part !== null) return part
  }
  if (words.length === 1 && words[0] === 'she') return found('pronoun', ['women'], 'she')
  if (words.length === 1 && words[0] === 'he') return found('pronoun', ['men'], 'he')
  if (words.some((word) => word === 'losses' || word === 'casualties')) {
    const near = sentence.tokens.find(({ lower }) => FORCES.has(lower))
    return near === undefined ? null : found('losses', ['combatants'], `losses of "${near.lower}"`)
  }
  if (words.includes('members') && sentence.tokens.some(({ lower }) => ARMED_BODIES.has(lower)))
    return found('members', ['combatants'], 'members of an armed body that the sentence names')
  const hasNoun = words.some((word) => isPersonNoun(word) && !ANAPHORS.has(word))
  if (!hasNoun && isName(tokens, sentence))
    return found('name', nameGroups(tokens, context), 'what the bearer of the name is')
  const refers = words.some((word) => ANAPHORS.has(word) || RELATIONAL.has(word))
  if ((hasNoun && !refers) || words.some((word) => PLAIN.has(word))) return null
  const before = antecedent(mention, context, refers)
  return before === undefined ? null : found('antecedent', inherited(before), 'counts on from the figure before it')
}

/**
 * The nearest figure before the mention that tells status: in its sentence, or in the sentence before when the words
 * refer back. A part of another figure told by age or sex is passed over; "among 31 dead" is the whole, not the rest.
 */
function antecedent(mention: FigureMention, context: Context, refers: boolean): FigureMention | undefined {
  const { tokens } = context.sentence
  const opener = tokens[tokens.findIndex(({ start }) => start >= mention.span.start) - 1]?.lower
  if (opener === 'among' || opener === 'amongst') return undefined
  return context.resolved.findLast(
    ({ sentence, span, who }) =>
      span.end <= mention.span.start &&
      (sentence === mention.sentence || (refers && sentence === mention.sentence - 1)) &&
      who.some((group) => group === 'people' || INHERITED.has(group)),
  )
}

function inherited(whole: FigureMention): Group[] {
  return whole.who.filter((group) => INHERITED.has(group))
}

function wordsOf(mention: FigureMention, sentence: Sentence): string {
  return sentence.text.slice(mention.span.start - sentence.start, mention.span.end - sentence.start)
}

/** Capitalised words, and no quantity, in a text that has lower case. */
function isName(tokens: readonly Token[], sentence: Sentence): boolean {
  return (
    !sentence.isUpperCase &&
    tokens.length > 0 &&
    tokens.every(
      ({ text, kind }) => kind !== 'number' && (kind !== 'word' || /^\p{Lu}/u.test(text) || text.length <= 3),
    )
  )
}

function nameGroups(tokens: readonly Token[], context: Context): readonly Group[] {
  const here = groupsAround(tokens, context.sentence)
  if (here.length > 0) return here
  const name = tokens
    .filter(({ kind, text }) => kind === 'word' && /^\p{Lu}/u.test(text))
    .at(-1)
    ?.lower.replace(/'s$/u, '')
  if (name === undefined) return []
  for (const sentence of context.sentences) {
    if (sentence.index >= context.sentence.index) break
    const at = sentence.tokens.find(({ lower, text }) => lower === name && /^\p{Lu}/u.test(text))
    const groups = at === undefined ? [] : groupsAround([at], sentence)
    if (groups.length > 0) return groups
  }
  return []
}

/** What stands around a name: a title or noun right before it, an apposition after it, the list it is part of. */
function groupsAround(name: readonly Token[], sentence: Sentence): readonly Group[] {
  const { tokens } = sentence
  const start = tokens.findIndex((token) => token.start === name[0]?.start)
  let from = start
  while (from > 0 && start - from < REACH_TOKENS && isBeforeName(tokens[from - 1])) from--
  const title = tokens.slice(from, start).flatMap(({ lower }) => PERSON_TITLES.get(lower.replace(/\.$/u, '')) ?? [])
  const before = close([...title, ...classifyPeople(sentence, from, start)])
  if (before.length > 0) return before
  let end = start + name.length
  while (/^\p{Lu}/u.test(tokens[end]?.text ?? '') || tokens[end]?.kind === 'clitic') end++
  if (tokens[end]?.text !== ',' && tokens[end]?.text !== '(') return []
  let to = end + 1
  while (to < tokens.length && to - end < REACH_TOKENS && !/^[,;.()]$/u.test(tokens[to]?.text ?? '')) to++
  return close(classifyPeople(sentence, end + 1, to))
}

function isBeforeName(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.kind === 'word' || token.text === '.') &&
    !/^(?:who|that|said|by|in|on|at|has|was|were|killed|to)$/u.test(token.lower)
  )
}

function close(groups: readonly string[]): Group[] {
  return GROUPS.filter((group) => group !== 'people' && groups.includes(group))
}
