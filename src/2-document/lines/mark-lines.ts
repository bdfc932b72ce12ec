import {
  BYLINE_CUES,
  CAPTION_CUES,
  CREDIT_CUES,
  DATELINE_CUES,
  type LineCue,
  LIST_CUES,
  PROMO_CONTAINERS,
  PROMO_CUES,
  TEASER_CONTAINERS,
  TEASER_CUES,
} from '../../../data/words/line-cues.ts'
import type { Line, LineRole } from '../../model/document.ts'
import { cutLines } from './cut-lines.ts'
import { type DescribedLine, countStems, describeLines, once, topicalOverlap, topicStems } from './describe-lines.ts'
import type { DomEvidence } from './dom-evidence.ts'

/** Cues are looked for in lines up to this length: a paragraph that begins like a promo is still a paragraph. */
const CUE_UNITS = 200
/** Above this share of linked characters a line that is not prose is a link. */
const LINK_SHARE = 0.8
/** A link of fewer words is a name or a button, not a headline. */
const MIN_LINK_WORDS = 5
/** Prose needs to be linked nearly whole, and stand in a part of the page for other stories, to be a link. */
const LINKED_PROSE_SHARE = 0.95
/** A "part" that holds more than this share of the lines is the article. */
const MAX_PART_SHARE = 0.35
/** Among the first lines a "teaser" is the article's own standfirst. */
const STANDFIRST_LINES = 4
/** The page shows a line not to be a link to another story when less than this share of it is linked. */
const UNLINKED_SHARE = 0.3
/** A headline of another story has at least this many words; shorter unpunctuated lines are sub-headings. */
const MIN_TEASER_WORDS = 7
const MIN_KICKER_WORDS = 5
/** A line whose telling words stand near it at this share (or anywhere in the text at the other) heads its own section. */
const NEAR_OVERLAP = 0.4
const FAR_OVERLAP = 0.6
const NEAR_LINES = 3
const LOOK_AHEAD_LINES = 60
/** Overlap with the text can be judged only against this much prose. */
const MIN_PROSE_LINES = 4
const BULLET = /^(?:[•◦▪‣●■►–—*·-]|\(?\d{1,2}[.)])\s+\S/u
const KICKER = /^[^:.!?]{3,40}:\s+["“‘']?\p{Lu}/u
const QUOTED = /[‘'“"]([^’'”"]{6,})[’'”"]/u
const HEADLINE_MAX_WORDS = 30

interface Verdict {
  readonly role: LineRole
  readonly reason: string
}

/** The whole document as seen by the rules for one line. */
interface Context {
  readonly lines: readonly DescribedLine[]
  readonly prose: readonly DescribedLine[]
  /** In how many prose lines each stem stands. */
  stems(): ReadonlyMap<string, number>
  topic(): ReadonlySet<string>
  /** The prose in small letters. */
  lowerProse(): string
  readonly titleEnd: number
  readonly isMixedCase: boolean
  /** Whether the page has parts for other stories, and promotional parts, that its structure names. */
  readonly teaserPart: boolean
  readonly promoPart: boolean
}

/**
 * Gives every line of a text its role by DOM evidence, form and topical overlap; lines are marked, never deleted.
 *
 * In doubt a line is the article's: a body line lost is worse than a teaser kept (research/ingestion.md, section 5).
 *
 * @param title the document's title when `text` begins with it, else null
 * @param dom one entry for each line the page's structure says something about; empty for plain text
 */
export function markLines(text: string, title: string | null, dom: readonly DomEvidence[] = []): Line[] {
  const lines = describeLines(text, cutLines(text), dom)
  const titleEnd = title === null ? 0 : title.length
  const prose = lines.filter((line) => line.isProse && line.start >= titleEnd)
  const upper = lines.filter((line) => line.isUpperCase).length
  const stems = once(() => countStems(prose))
  const context: Context = {
    lines,
    prose,
    stems,
    topic: once(() => topicStems(stems(), prose.length)),
    lowerProse: once(() => prose.map((line) => line.text.toLowerCase()).join('\n')),
    titleEnd,
    isMixedCase: upper < lines.length / 2,
    teaserPart: isPart(lines, TEASER_CONTAINERS),
    promoPart: isPart(lines, PROMO_CONTAINERS),
  }
  return lines.map((line, i) => {
    const { role, reason } = judge(line, i, context)
    return { start: line.start, end: line.end, role, reason, postedAt: line.dom?.postedAt ?? null }
  })
}

function judge(line: DescribedLine, i: number, context: Context): Verdict {
  if (line.start < context.titleEnd) return { role: 'headline', reason: 'title of the document' }
  return byStructure(line, i, context) ?? byCue(line) ?? byForm(line, i, context)
}

/** What the page's structure says beyond doubt. */
function byStructure(line: DescribedLine, i: number, context: Context): Verdict | null {
  const { dom } = line
  if (dom === null) return null
  if (dom.tag === 'figcaption') return { role: 'caption', reason: 'figcaption' }
  const inTeasers = context.teaserPart ? TEASER_CONTAINERS.exec(dom.container) : null
  if (line.isProse ? dom.linkDensity >= LINKED_PROSE_SHARE && inTeasers !== null : isLink(line, dom)) {
    return { role: 'teaser', reason: `linked line (${Math.round(dom.linkDensity * 100)} % link)` }
  }
  if (line.isProse || i < STANDFIRST_LINES) return null
  if (inTeasers !== null)
    return { role: 'teaser', reason: `stands in a part of the page for other stories (${inTeasers[0]})` }
  const inPromos = context.promoPart ? PROMO_CONTAINERS.exec(dom.container) : null
  if (inPromos !== null) return { role: 'promo', reason: `stands in a promotional part of the page (${inPromos[0]})` }
  return null
}

/** A line that is all link is a link, unless it is a heading of the article that links to itself. */
function isLink(line: DescribedLine, dom: DomEvidence): boolean {
  return dom.linkDensity >= LINK_SHARE && line.words >= MIN_LINK_WORDS && !/^h[1-6]$/u.test(dom.tag)
}

/** Whether the page part that the pattern names is a part only, and not what holds the article itself. */
function isPart(lines: readonly DescribedLine[], pattern: RegExp): boolean {
  const inside = lines.filter(({ dom }) => dom !== null && pattern.test(dom.container))
  return inside.length > 0 && inside.length <= lines.length * MAX_PART_SHARE
}

/** What the wording says. */
function byCue(line: DescribedLine): Verdict | null {
  const head = line.text.slice(0, CUE_UNITS)
  const lower = head.toLowerCase()
  const hit = (cues: readonly LineCue[]): boolean => {
    for (const cue of cues)
      if (cue instanceof RegExp ? cue.test(head) : lower.includes(cue.needs) && cue.pattern.test(head)) return true
    return false
  }
  if (hit(LIST_CUES)) return { role: 'teaser', reason: 'names itself a list of other stories' }
  if (line.text.length > CUE_UNITS && line.isProse) return null
  if (line.words <= 14 && hit(DATELINE_CUES)) return { role: 'dateline', reason: 'date or time of publication alone' }
  if (!line.isProse && hit(BYLINE_CUES)) return { role: 'byline', reason: 'names the author' }
  if (line.words <= 40 && hit(CREDIT_CUES))
    return { role: 'credit', reason: 'names sources, agencies or photographers' }
  if (hit(PROMO_CUES)) return { role: 'promo', reason: 'asks the reader to do something on the site' }
  if (!line.isProse && hit(TEASER_CUES)) return { role: 'teaser', reason: 'worded as a link to another story' }
  if (line.words <= 60 && !(line.isProse && line.words > 35) && hit(CAPTION_CUES))
    return { role: 'caption', reason: 'ends in a picture credit' }
  return null
}

/** What its form and its words, held against the rest of the text, say. */
function byForm(line: DescribedLine, i: number, context: Context): Verdict {
  if (BULLET.test(line.text) || line.dom?.tag === 'li') return { role: 'bullet', reason: 'bullet or numbered line' }
  if (line.isProse) return { role: 'body', reason: 'prose' }
  if (line.dom !== null && /^h[1-6]$/u.test(line.dom.tag))
    return headingOrTeaser(line, i, context) ?? { role: 'heading', reason: `<${line.dom.tag}>` }
  if (line.endsSentence || line.words > HEADLINE_MAX_WORDS || /[:;,]\s*$/u.test(line.text)) {
    return /:\s*$/u.test(line.text) && line.words <= MIN_TEASER_WORDS
      ? { role: 'heading', reason: 'short line that ends in a colon' }
      : { role: 'body', reason: 'ends like running text' }
  }
  if (i === 0 && context.titleEnd === 0 && context.prose.length > 0 && line.words >= 3) {
    return { role: 'headline', reason: 'first line, without a full stop, before prose' }
  }
  return (
    headingOrTeaser(line, i, context) ?? {
      role: headingLike(line, i, context) ? 'heading' : 'body',
      reason: 'short line without a full stop',
    }
  )
}

/** Tells the headline of another story from a heading of this one by what its words have to do with the text. */
function headingOrTeaser(line: DescribedLine, i: number, context: Context): Verdict | null {
  const { prose, stems, topic, lowerProse, lines } = context
  if (line.dom !== null && line.dom.linkDensity < UNLINKED_SHARE) return null
  const hasKicker = KICKER.test(line.text) || (line.isUpperCase && context.isMixedCase)
  if (line.words < (hasKicker ? MIN_KICKER_WORDS : MIN_TEASER_WORDS) || prose.length < MIN_PROSE_LINES) return null
  const following = nextProse(lines, i)
  const near = topicalOverlap(line, (stem) => following.some((other) => other.stems().has(stem)), topic())
  const far = topicalOverlap(line, (stem) => stems().has(stem), topic())
  if (near === null || far === null) return null
  const quoted = QUOTED.exec(line.text)?.[1]
  const quotesText = quoted !== undefined && lowerProse().includes(quoted.toLowerCase())
  const shown = `${Math.round(far * 100)} % of its telling words stand in the text, ${Math.round(near * 100)} % just below`
  if (quotesText || near >= NEAR_OVERLAP || far >= FAR_OVERLAP)
    return { role: 'heading', reason: `heads its section: ${shown}` }
  return { role: 'teaser', reason: `headline of another story: ${shown}` }
}

/** The first prose lines after the line, among those near. */
function nextProse(lines: readonly DescribedLine[], i: number): readonly DescribedLine[] {
  return lines
    .slice(i + 1, i + 1 + LOOK_AHEAD_LINES)
    .filter((other) => other.isProse)
    .slice(0, NEAR_LINES)
}

/** A short unpunctuated line between prose is a heading; in a table or list it is the document's own text. */
function headingLike(line: DescribedLine, i: number, { lines }: Context): boolean {
  const next = lines[i + 1]
  return (
    line.words <= HEADLINE_MAX_WORDS &&
    /^["“‘'–—-]?\s*[\p{Lu}\p{N}]/u.test(line.text) &&
    next !== undefined &&
    (next.isProse || BULLET.test(next.text))
  )
}
