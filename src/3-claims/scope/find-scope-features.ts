import type { Scope } from '../../model/claim.ts'
import type { FigureMention } from '../figures/figure-mention.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { type CueDecision, decideByCue, type FigurePosition, isLargeCount } from './decide-by-cue.ts'
import { type Cue, findCues } from './find-cues.ts'

/** What speaks for or against a scope: feature name to the words it was seen in. */
export type ScopeFeatures = ReadonlyMap<string, string>

/** A figure with what its sentence says of it. */
export interface ReadFigure {
  readonly figure: FigureMention
  readonly decision: CueDecision | null
  readonly features: ScopeFeatures
}

interface Placed {
  readonly figure: FigureMention
  readonly sentence: Sentence
  readonly at: FigurePosition
  readonly cues: readonly Cue[]
  readonly decision: CueDecision | null
}

/** Upper edges of the size classes, persons. */
const SIZES = [1, 2, 9, 49, 199, 999, 9999, 99_999] as const
const NAME_START = /^\p{Lu}/u
/** Cues told by decideByCue, which knows where they must stand. */
const PLACED_CUES: ReadonlySet<string> = new Set(['including', 'among', 'since', 'so-far', 'past-period', 'rate'])
/** Least size at which two equal figures are taken for one toll, persons. */
const SAME_TOLL = 10
/** How many sentences a decision carries on to the figures after it. */
const CARRY_SENTENCES = 2
/** How many figures before and after it are held against a figure: the toll of a document is told within so many. */
const PEERS = 80

type Add = (name: string, words?: string) => void

/** Reads the features of each figure, in the order given. */
export function findScopeFeatures(
  figures: readonly FigureMention[],
  sentences: readonly Sentence[],
): readonly ReadFigure[] {
  const placed: Placed[] = []
  let last: Sentence | null = null
  let cues: readonly Cue[] = []
  for (const figure of figures) {
    const sentence = sentences[figure.sentence]
    if (sentence === undefined) continue
    if (sentence !== last) cues = findCues(sentence.tokens)
    last = sentence
    const at = positionOf(figure, sentence)
    placed.push({ figure, sentence, at, cues, decision: decideByCue(figure, at, sentence, cues) })
  }
  const settled = placed.map((one, i): Placed => {
    if (one.decision !== null) return one
    const { figure, sentence, at, cues: own } = one
    return { figure, sentence, at, cues: own, decision: decideByPeers(one, ...peersOf(placed, i)) }
  })
  return settled.map((one, i) => ({
    figure: one.figure,
    decision: one.decision,
    features: featuresOf(one, ...peersOf(settled, i)),
  }))
}

/** The index of a figure among its peers, and the peers. */
function peersOf(placed: readonly Placed[], index: number): readonly [number, readonly Placed[]] {
  if (placed.length <= PEERS) return [index, placed]
  const first = Math.max(0, index - PEERS)
  return [index - first, placed.slice(first, index + PEERS + 1)]
}

/** The same toll told elsewhere as a total or a part; a total that goes on: "another 120 … were also killed". */
function decideByPeers(one: Placed, index: number, all: readonly Placed[]): CueDecision | null {
  const { figure, at, cues } = one
  const decided = (scope: string, test: (other: Placed, j: number) => boolean): boolean =>
    all.some(
      (other, j) =>
        j !== index && other.decision?.scope === scope && other.figure.measure === figure.measure && test(other, j),
    )
  const decide = (scope: Scope, rule: string): CueDecision => ({ scope, rule, tokenStart: at.start, tokenEnd: at.end })
  const isSame = ({ figure: other }: Placed): boolean =>
    other.low === figure.low && other.high === figure.high && other.vague === figure.vague
  const size = valueOf(figure)
  if ((size === null ? isLargeCount(figure) : size >= SAME_TOLL) && decided('cumulative', isSame))
    return decide('cumulative', 'scope/same-total')
  if (
    size !== null &&
    size > 1 &&
    decided('subset', (other) => isSame(other) && other.figure.who.join() === figure.who.join())
  )
    return decide('subset', 'scope/same-part')
  if (
    size !== null &&
    breaksDown(one.sentence.tokens, at) &&
    all.some((other, j) => j < index && isWholeBefore(other, one))
  )
    return decide('subset', 'scope/breakdown')
  const goesOn = cues.some(({ kind }) => kind === 'elsewhere')
  if (goesOn && decided('cumulative', ({ figure: other }, j) => j < index && figure.sentence - other.sentence === 1))
    return decide('cumulative', 'scope/goes-on')
  return null
}

const VICTIMS: ReadonlySet<string> = new Set(
  'dead deceased victims casualties fatalities killed wounded injured'.split(' '),
)
const CONSIST: ReadonlySet<string> = new Set('were are comprised comprise consisted'.split(' '))
/** How far behind the beginning of its sentence the verb of a breakdown may stand, in tokens. */
const BREAKDOWN_REACH = 4

/** "The dead were 24 patients, 14 nurses and four relatives", "Those killed were ten boys and two girls". */
function breaksDown(tokens: readonly Token[], at: FigurePosition): boolean {
  const opener = tokens[0]?.lower
  if (opener !== 'the' && opener !== 'those' && opener !== 'its' && opener !== 'their') return false
  for (let i = 1; i < BREAKDOWN_REACH && i < at.start; i++)
    if (VICTIMS.has(tokens[i]?.lower ?? '') && CONSIST.has(tokens[i + 1]?.lower ?? '')) return true
  return false
}

/** Whether a figure told right before is the larger whole that a breakdown splits. */
function isWholeBefore({ figure: whole, decision }: Placed, { figure: part }: Placed): boolean {
  const [most, size] = [valueOf(whole), valueOf(part)]
  const gap = part.sentence - whole.sentence
  return (
    gap > 0 &&
    gap <= CARRY_SENTENCES &&
    whole.measure === part.measure &&
    decision?.scope !== 'subset' &&
    most !== null &&
    size !== null &&
    most > size
  )
}

function positionOf({ span }: FigureMention, { tokens }: Sentence): FigurePosition {
  const start = tokens.findIndex(({ end }) => end > span.start)
  let end = Math.max(0, start)
  while (end < tokens.length && (tokens[end]?.start ?? span.end) < span.end) end++
  return { start: Math.max(0, start), end }
}

function featuresOf(one: Placed, index: number, all: readonly Placed[]): ScopeFeatures {
  const features = new Map<string, string>()
  const { figure, sentence, at, decision } = one
  const quote = sentence.text.slice(figure.span.start - sentence.start, figure.span.end - sentence.start)
  const add: Add = (name, words = quote) => void features.set(name, words)

  add(`measure ${figure.measure}`)
  add(`size ${sizeOf(figure)}`)
  if (figure.vague !== null) add(`vague ${isLargeCount(figure) ? 'large' : 'small'}`)
  if (figure.mood !== 'stated') add(`mood ${figure.mood}`)
  if (sentence.role === 'headline') add('in headline')
  for (const group of figure.who) add(`who ${group}`)
  if (decision !== null) add(decision.rule, wordsAt(sentence, decision))
  describePhrase(sentence.tokens, at, add)
  describeCues(one, add)
  describePeers(one, index, all, add)
  combine(features)
  return features
}

function wordsAt(sentence: Sentence, at: { readonly tokenStart: number; readonly tokenEnd: number }): string {
  const [from, to] = [sentence.tokens[at.tokenStart], sentence.tokens[at.tokenEnd - 1]]
  return from === undefined || to === undefined
    ? ''
    : sentence.text.slice(from.start - sentence.start, to.end - sentence.start)
}

/** How the phrase itself begins and whether it is a name. */
function describePhrase(tokens: readonly Token[], { start, end }: FigurePosition, add: Add): void {
  const first = tokens[start]
  if (first === undefined || start >= end) return
  let isName = true
  let isOthers = false
  for (let i = start; i < end; i++) {
    const token = tokens[i]
    if (token === undefined) break
    isName &&= token.kind !== 'number' && (token.kind !== 'word' || NAME_START.test(token.text))
    isOthers ||= token.lower === 'others' || token.lower === 'more'
  }
  if (BEGINNINGS.has(first.lower)) add(`begins ${first.lower}`)
  else if (isName) add('name')
  if (isOthers) add('others')
}

const BEGINNINGS: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'his',
  'her',
  'their',
  'its',
  'another',
  'she',
  'he',
])

function describeCues({ sentence, at, cues }: Placed, add: Add): void {
  const { tokens } = sentence
  for (const cue of cues) {
    if (PLACED_CUES.has(cue.kind)) continue
    add(cue.kind, wordsAt(sentence, cue))
    if (isCloseBy(tokens, cue, at)) add(`${cue.kind} in clause`, wordsAt(sentence, cue))
  }
  const verb = tokens[at.end]?.lower
  if (verb !== 'have' && verb !== 'has') return
  const trigger = tokens.slice(at.end, at.end + 3).map(({ lower }) => lower)
  if (trigger.includes('been')) add('perfect', trigger.join(' '))
}

const CLAUSE_ENDS: ReadonlySet<string> = new Set(', ; : – — who which where while but as when said'.split(' '))

/** Whether no clause ends between cue and figure. */
function isCloseBy(tokens: readonly Token[], cue: Cue, at: FigurePosition): boolean {
  const isBefore = cue.tokenEnd <= at.start
  const to = isBefore ? at.start : cue.tokenStart
  for (let i = isBefore ? cue.tokenEnd : at.end; i < to; i++) if (CLAUSE_ENDS.has(tokens[i]?.lower ?? '')) return false
  return true
}

/** Pairs that say more than their parts: one person after a toll in a sentence that tells of an act of its own or not. */
function combine(features: Map<string, string>): void {
  const one = features.get('one after a toll')
  if (one !== undefined)
    features.set(
      features.has('attack') || features.has('day') ? 'one after a toll, act of its own' : 'one after a toll, no act',
      one,
    )
  const later = features.get('larger before')
  if (later !== undefined)
    features.set(
      features.has('attack') || features.has('day') ? 'larger before, act of its own' : 'larger before, no act',
      later,
    )
  for (const size of features.keys())
    if (size.startsWith('size ') && !features.has('measure killed') && !features.has('measure injured'))
      features.set(`not killed or injured, ${size}`, '')
}

/** What the other figures of the document say: a larger whole before, the same toll elsewhere, a sum that goes on. */
function describePeers({ figure, decision }: Placed, index: number, all: readonly Placed[], add: Add): void {
  if (figure.partOf !== null) add('part of')
  const size = valueOf(figure)
  const near = all.find(
    ({ figure: other }, j) =>
      j < index &&
      figure.sentence - other.sentence <= CARRY_SENTENCES &&
      other.measure === figure.measure &&
      (valueOf(other) ?? 9) > 1,
  )
  if (near !== undefined && size === 1) add('one right after a toll', near.figure.asWritten)
  const before = all.findLast(
    (other, j) =>
      j < index && other.decision?.scope !== 'subset' && figure.sentence - other.figure.sentence <= CARRY_SENTENCES,
  )
  if (decision === null && before?.decision !== null && before !== undefined)
    add(`after ${before.decision?.scope ?? ''}`, before.figure.asWritten)
  let isFirst = true
  all.forEach(({ figure: other, decision: otherDecision }, j) => {
    if (j === index || other.measure !== figure.measure) return
    if (j < index) isFirst = false
    const otherSize = valueOf(other)
    const words = other.asWritten
    if (size !== null && otherSize !== null && otherSize > size && otherDecision?.scope !== 'cumulative') {
      if (other.sentence === figure.sentence)
        add(j < index ? 'larger before in sentence' : 'larger after in sentence', words)
      else if (j < index) add(size === 1 ? 'one after a toll' : 'larger before', words)
    }
    if (other.low !== figure.low || other.high !== figure.high || other.vague !== figure.vague) return
    if (otherDecision !== null && (size ?? 2) > 1) add(`same as ${otherDecision.scope}`, words)
  })
  if (isFirst) add('first of its measure')
}

function valueOf(figure: FigureMention): number | null {
  return figure.low ?? figure.high
}

function sizeOf(figure: FigureMention): string {
  const value = valueOf(figure)
  if (value === null) return 'open'
  const edge = SIZES.find((upper) => value <= upper)
  return edge === undefined ? 'huge' : `to ${edge}`
}
