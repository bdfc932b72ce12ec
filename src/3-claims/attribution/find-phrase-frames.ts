import { REPORTING_NOUNS } from '../../../data/words/reporting-verbs.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import { tabulate } from '../text/word-table.ts'
import { isSourceNoun, isTimeWord } from './classify-word.ts'
import { trimmedSpan } from './read-content.ts'
import { readSourceAfter } from './read-source-after.ts'
import { readSourceBefore } from './read-source-before.ts'
import { isStrongSource, type TokenRange } from './source-phrase.ts'
import type { RawFrame } from './raw-frame.ts'

/** Nouns that close a headline in place of "X says": "Five dead in blast: police". */
const HEADLINE_SOURCES: ReadonlySet<string> = new Set(
  'monitor monitors ngo ngos police officials official activists activist ministry army military media report reports sources source residents witnesses watchdog un medics governor mayor rescuers authorities minister spokesman observatory militia rebels group agency government president prosecutors'.split(
    ' ',
  ),
)
/** Those that may close one although the mark before them was lost. */
const BARE_HEADLINE_SOURCES: ReadonlySet<string> = new Set(
  'monitor monitors ngo ngos officials activists media report reports sources residents witnesses watchdog'.split(' '),
)
/** What may follow whom somebody cites; anything else and it is a thing that is cited ("citing the army's losses"). */
const AFTER_CITED: ReadonlySet<string> = new Set(
  'that as it he she they in on at for and but the a an who which saying'.split(' '),
)
const HEADLINE_MAX_TOKENS = 26
const COLON_SOURCE_MAX_TOKENS = 6

/** Every word that one of them begins with. */
const FRAME_WORDS: ReadonlySet<string> = new Set([...REPORTING_NOUNS.keys(), 'according', 'citing', 'quoting'])
const opensFrame = tabulate((lower) => Number(FRAME_WORDS.has(lower)))

/** Finds attributions without a verb: "according to", "citing", "the claim by X that", "X: …", "…: police". */
export function findPhraseFrames(sentence: Sentence, verbFrames: readonly RawFrame[]): RawFrame[] {
  const frames: RawFrame[] = []
  const { tokens } = sentence
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token?.kind !== 'word' || opensFrame(token) === 0) continue
    if (token.lower === 'according' && tokens[at + 1]?.lower === 'to')
      push(frames, accordingTo(sentence, at, verbFrames))
    else if (token.lower === 'citing' || token.lower === 'quoting') push(frames, citing(sentence, at))
    else if (REPORTING_NOUNS.has(token.lower)) push(frames, nounFrame(sentence, at))
  }
  if (frames.length === 0 && verbFrames.length === 0) push(frames, colonBefore(sentence) ?? headlineSource(sentence))
  return frames
}

function push(frames: RawFrame[], frame: RawFrame | null): void {
  if (frame !== null) frames.push(frame)
}

function frameOf(
  sentence: Sentence,
  parts: Pick<RawFrame, 'source' | 'cue' | 'content' | 'rule'> & Partial<RawFrame>,
): RawFrame {
  return {
    sentence: sentence.index,
    clauseStart: 0,
    act: 'report',
    isNegated: false,
    recipient: null,
    isCited: false,
    ...parts,
  }
}

function spans(...given: readonly (Span | null)[]): Span[] {
  return given.filter((span): span is Span => span !== null)
}

function accordingTo(sentence: Sentence, at: number, verbFrames: readonly RawFrame[]): RawFrame | null {
  const source = readSourceAfter(sentence, at + 2)
  if (source === null || !isStrongSource(sentence, source)) return null
  const { tokens } = sentence
  const floor = clauseFloor(sentence, at, verbFrames)
  const before = trimmedSpan(sentence, floor, at - 1)
  const after = trimmedSpan(sentence, source.last + 1, tokens.length - 1)
  return frameOf(sentence, {
    source: withIssuer(sentence, source),
    cue: { first: at, last: at + 1 },
    content: spans(before, after),
    clauseStart: before === null ? at : floor,
    rule: 'attribution/according-to',
  })
}

/** The clause before "according to" begins after the contrast or semicolon that parts it from another attribution. */
function clauseFloor(sentence: Sentence, at: number, verbFrames: readonly RawFrame[]): number {
  const { tokens } = sentence
  for (let i = at - 1; i > 0; i--) {
    const isJoin =
      tokens[i]?.text === ';' ||
      (tokens[i]?.text === ',' && ['while', 'but', 'whereas', 'and'].includes(tokens[i + 1]?.lower ?? ''))
    if (isJoin && verbFrames.some((frame) => frame.cue.last < i)) return i + 1
  }
  const opens = ['and', 'but', 'while'].includes(tokens[0]?.lower ?? '')
  return opens ? 1 : 0
}

/** "a report released by the agency": the issuer stands behind "by" or "from". */
function withIssuer(sentence: Sentence, source: TokenRange): TokenRange {
  const { tokens } = sentence
  for (let at = source.last + 1; at < Math.min(tokens.length, source.last + 7); at++) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'punct') return source
    if (token.lower !== 'by' && token.lower !== 'from') continue
    const issuer = readSourceAfter(sentence, at + 1)
    return issuer !== null && isStrongSource(sentence, issuer) ? { first: source.first, last: issuer.last } : source
  }
  return source
}

function citing(sentence: Sentence, at: number): RawFrame | null {
  const source = readSourceAfter(sentence, at + 1)
  if (source === null || !isStrongSource(sentence, source)) return null
  const last = sentence.tokens.length - 1
  const next = sentence.tokens[source.last + 1]
  if (
    next?.kind === 'clitic' ||
    (next?.kind === 'word' && !AFTER_CITED.has(next.lower) && !isTimeWord(sentence, source.last + 1))
  )
    return null
  const content =
    at === 0
      ? [trimmedSpan(sentence, source.last + 1, last)]
      : [trimmedSpan(sentence, 0, at - 1), trimmedSpan(sentence, source.last + 1, last)]
  return frameOf(sentence, {
    source,
    cue: { first: at, last: at },
    content: spans(...content),
    clauseStart: at,
    isCited: true,
    rule: 'attribution/citing',
  })
}

/** "the ministry's claim that …", "the accusation by residents that …". */
function nounFrame(sentence: Sentence, at: number): RawFrame | null {
  const { tokens } = sentence
  const act = REPORTING_NOUNS.get(tokens[at]?.lower ?? '')
  if (act === undefined) return null
  let that = at + 1
  let source: TokenRange | null = null
  const next = tokens[at + 1]?.lower
  if (next === 'by' || next === 'from') {
    source = readSourceAfter(sentence, at + 2)
    that = (source?.last ?? at + 1) + 1
  } else if (tokens[at - 1]?.lower === "'s") source = readSourceBefore(sentence, at - 2, 0)
  if (source === null || !isStrongSource(sentence, source)) return null
  if (!['that', 'of', 'for', 'on', 'urging', 'asking', 'telling', 'saying'].includes(tokens[that]?.lower ?? ''))
    return null
  return frameOf(sentence, {
    source,
    cue: { first: at, last: at },
    content: spans(trimmedSpan(sentence, that, tokens.length - 1)),
    clauseStart: Math.min(source.first, at),
    act,
    rule: 'attribution/noun',
  })
}

/** "Governor: five dead in strike", "Ministry of Defence: 'we hit a depot'". */
function colonBefore(sentence: Sentence): RawFrame | null {
  const { tokens } = sentence
  const colon = tokens.findIndex((token) => token.text === ':')
  if (colon < 1 || colon > COLON_SOURCE_MAX_TOKENS) return null
  const source = readSourceBefore(sentence, colon - 1, 0)
  if (source === null || source.first !== 0 || !isStrongSource(sentence, source)) return null
  const isQuoted = tokens[colon + 1]?.kind === 'open' || tokens[colon + 1]?.text === '‘'
  const isNamed = isSourceNoun(tokens[colon - 1]?.lower ?? '') || isBodyName(sentence, source)
  if (!isQuoted && !(sentence.role === 'headline' && isNamed)) return null
  return frameOf(sentence, {
    source,
    cue: { first: colon, last: colon },
    content: spans(trimmedSpan(sentence, colon + 1, tokens.length - 1)),
    rule: 'attribution/colon',
  })
}

/** "WHO: 70 killed", "Red Cross: convoy hit": the name of a body, by its capitals or by what its last word says. */
function isBodyName({ tokens, isUpperCase }: Sentence, { first, last }: TokenRange): boolean {
  const word = tokens[last]
  if (word === undefined || isUpperCase) return false
  if (first < last) return NAMED_BODIES.has(word.lower)
  return ACRONYM.test(word.text) && !HEADLINE_LABELS.has(word.lower) && !STATE_ACRONYMS.has(word.lower)
}

const ACRONYM = /^\p{Lu}{2,7}$/u
/** Last words of a body's name that no place and no building ends in. */
const NAMED_BODIES: ReadonlySet<string> = new Set(
  'cross crescent watch observatory international nations frontieres frontières network monitor union children helmets refugees borders houthis hamas hezbollah taliban'.split(
    ' ',
  ),
)
/** What stands before a colon to say what kind of piece it is. */
const HEADLINE_LABELS: ReadonlySet<string> = new Set(
  'live watch video videos photo photos update updates updated breaking exclusive opinion analysis factbox timeline explainer read graphic map maps war news alert latest listen podcast quiz gallery fact facts faq exc just in'.split(
    ' ',
  ),
)
const STATE_ACRONYMS: ReadonlySet<string> = new Set(['us', 'usa', 'uk', 'uae', 'drc', 'car', 'ussr', 'dr'])

/** "Five dead in blast: police", "Raid kills ten - monitor": the source closes a headline. The mark may be lost. */
function headlineSource(sentence: Sentence): RawFrame | null {
  const { tokens } = sentence
  const isTitle = sentence.index <= 2 || sentence.role === 'headline' || sentence.role === 'heading'
  if (!isTitle || tokens.length > HEADLINE_MAX_TOKENS) return null
  const end = headlineEnd(sentence)
  const head = tokens[end]
  if (head === undefined) return null
  const mark = lastMark(sentence, end)
  const isAcronym = tokens[mark]?.text === ':' && isBodyName(sentence, { first: end, last: end })
  if (!HEADLINE_SOURCES.has(head.lower) && !isAcronym) return null
  if (mark === -1 && sentence.index > 0 && sentence.role !== 'headline') return null
  if (mark === -1 && !BARE_HEADLINE_SOURCES.has(head.lower)) return null
  const first = mark === -1 ? bareHeadlineSource(sentence, end) : mark + 1
  if (first < 2 || end - first > COLON_SOURCE_MAX_TOKENS) return null
  const before = tokens[first - 1]
  if (
    mark === -1 &&
    (before === undefined ||
      before.kind === 'punct' ||
      [
        'the',
        'of',
        'by',
        'on',
        'in',
        'at',
        'for',
        'to',
        'against',
        'and',
        'with',
        'from',
        'a',
        'kill',
        'kills',
        'hits',
        'hit',
      ].includes(before.lower))
  )
    return null
  const content = trimmedSpan(sentence, 0, (mark === -1 ? first : mark) - 1)
  if (content === null) return null
  return frameOf(sentence, {
    source: { first, last: end },
    cue: mark === -1 ? { first, last: end } : { first: mark, last: mark },
    content: [content],
    rule: mark === -1 ? 'attribution/headline-without-mark' : 'attribution/headline',
  })
}

/** Last token of the headline itself: without a closing stop and without "| Outlet". */
function headlineEnd(sentence: Sentence): number {
  const { tokens } = sentence
  const bar = tokens.findIndex((token) => token.text === '|')
  let end = (bar === -1 ? tokens.length : bar) - 1
  while (end > 0 && tokens[end]?.kind === 'punct' && tokens[end]?.text !== ')') end--
  const colon = tokens.findLastIndex((token) => token.text === ':')
  const isByline =
    colon > 0 &&
    end - colon <= 4 &&
    HEADLINE_SOURCES.has(tokens[colon + 1]?.lower ?? '') &&
    tokens.slice(colon + 2, end + 1).every((token) => /^\p{Lu}/u.test(token.text))
  return isByline ? colon + 1 : end
}

/** The colon or dash that parts the source from the headline, or -1. */
function lastMark(sentence: Sentence, end: number): number {
  for (let at = end - 1; at >= Math.max(1, end - COLON_SOURCE_MAX_TOKENS); at--) {
    const token = sentence.tokens[at]
    if (token === undefined) return -1
    if (token.text === ':' || token.text === '–' || token.text === '—' || token.text === '_') return at
    if (token.text === '-' && /\s/u.test(sentence.text.charAt(token.start - sentence.start - 1))) return at
    if (token.kind === 'punct') return -1
  }
  return -1
}

/** First token of a source that closes a headline without a mark ("State media"), or -1. */
function bareHeadlineSource(sentence: Sentence, end: number): number {
  const before = sentence.tokens[end - 1]?.lower ?? ''
  const isCompound = [
    'state',
    'local',
    'health',
    'defence',
    'defense',
    'rescue',
    'security',
    'military',
    'war',
  ].includes(before)
  return isCompound ? end - 1 : end
}
