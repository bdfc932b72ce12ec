import { CAMPAIGN_WORDS, HABIT_WORDS } from '../../../data/words/campaign-words.ts'
import type { AcledSubEvent, Claim } from '../../model/claim.ts'
import type { Place } from '../../model/place.ts'
import type { Span } from '../../model/span.ts'
import type { When } from '../../model/when.ts'
import type { EventMention } from '../events/event-mention.ts'
import type { Token } from '../text/token.ts'
import { isRememberedRoughly } from '../times/time-index.ts'
import type { GroupingContext } from './group-reports.ts'
import { readVictim, type Victim } from './read-victim.ts'

/** What one event claim, or figures without one, say of an incident: the piece that grouping works with. */
export interface IncidentNode {
  /** Index of the sentence it stands in. */
  readonly sentence: number
  /** The claims of the piece, the event's own first where it has one. */
  readonly claims: readonly Claim[]
  /** The event's words; null for figures in a sentence that names no event. */
  readonly event: EventMention | null
  /** Null when no event names it. */
  readonly subEvent: AcledSubEvent | null
  /** Whether the word stands for many kinds of attack ("the attack", "were killed"), and the text has not said which. */
  readonly isGeneral: boolean
  readonly place: Place | null
  readonly when: When | null
  /** Whether it lasts for days or weeks or recurs (a battle, a siege, "repeatedly hit"): no one moment. */
  readonly isCampaign: boolean
  /** How the words refer: to the event told before ("the attack"), to another ("a second blast"), or neither. */
  readonly reference: 'back' | 'new' | 'open'
  readonly isHeadline: boolean
  /** The person it was done to, where one is singled out; null otherwise. */
  readonly victim: Victim | null
  /** Whether the event is told as having happened, so that it may found a report of its own. */
  readonly isStated: boolean
}

const BACK: ReadonlySet<string> = new Set(['the', 'this', 'that', "'s", '’s', 'these', 'those'])
/** Words at the head of a sentence that turn to something else. */
const ELSEWHERE: ReadonlySet<string> = new Set(['elsewhere', 'separately', 'meanwhile'])
const NEW: ReadonlySet<string> = new Set([
  'another',
  'second',
  'separate',
  'other',
  'further',
  'similar',
  'earlier',
  'previous',
  'third',
  'new',
])
/** Events that no toll belongs to: a figure in their sentence is somebody else's. */
const BLOODLESS: ReadonlySet<AcledSubEvent> = new Set<AcledSubEvent>([
  'Agreement',
  'Peaceful protest',
  'Change to group/activity',
  'Headquarters or base established',
  'Disrupted weapons use',
])

/** How far an event may stand from a figure for the words between them to matter, in UTF-16 units. */
const MAX_CLAUSE_UNITS = 600

/** Turns claims into pieces, in reading order: every event with the figures of its clause, and figures without an event. */
export function readNodes(claims: readonly Claim[], context: GroupingContext): IncidentNode[] {
  const totals = new Set<string>()
  for (const { figure, id } of claims) if (figure?.scope === 'cumulative') totals.add(id)
  const bySentence = new Map<number, Claim[]>()
  const indexOf = new Map<number, number>()
  for (const { start, index } of context.sentences) indexOf.set(start, index)
  for (const claim of claims) {
    const index = indexOf.get(claim.evidence.sentence.start)
    if (index === undefined || !belongsToIncident(claim, totals)) continue
    const here = bySentence.get(index)
    if (here === undefined) bySentence.set(index, [claim])
    else here.push(claim)
  }
  const mentions = new Map<number, EventMention>()
  for (const event of context.events) mentions.set(keyOf(event.trigger), event)
  const withTotal = new Set<number>()
  if (totals.size > 0)
    for (const { id, evidence } of claims) if (totals.has(id)) withTotal.add(indexOf.get(evidence.sentence.start) ?? -1)
  const nodes: IncidentNode[] = []
  for (const [sentence, here] of bySentence)
    for (const node of nodesOfSentence(sentence, here, mentions, context))
      nodes.push(withTotal.has(sentence) ? asPartOfTotal(node) : node)
  return nodes
}

/** One number for a span of a text of less than 64 MB. */
function keyOf({ start, end }: Span): number {
  return start * 2 ** 26 + end
}

/**
 * "21,000 were killed in the weeks of the siege": harm beside a total and without a figure of its own is the total's; what
 * lasted as long is its setting and founds no report.
 */
function asPartOfTotal(node: IncidentNode): IncidentNode {
  if (node.event === null || node.claims.length !== 1) return node
  if (HARM_RULE.test(node.event.rule)) return { ...node, isCampaign: true }
  return node.isCampaign ? { ...node, isStated: false } : node
}

/** Cumulative figures, their parts and figures of no incident never enter one (codebook, "Figures"). */
function belongsToIncident(claim: Claim, totals: ReadonlySet<string>): boolean {
  if (claim.kind === 'event') return true
  const { figure } = claim
  if (figure === null || (figure.subsetOf !== null && totals.has(figure.subsetOf))) return false
  return figure.scope === 'incident' || figure.scope === 'subset'
}

function nodesOfSentence(
  sentence: number,
  claims: readonly Claim[],
  mentions: ReadonlyMap<number, EventMention>,
  context: GroupingContext,
): IncidentNode[] {
  const events = claims.filter(({ kind }) => kind === 'event')
  const figures = claims.filter(({ kind }) => kind === 'figure')
  if (figures.length === 0)
    return events.map((claim) => nodeOf(sentence, [claim], mentions.get(keyOf(claim.evidence)) ?? null, context))
  const owners = figures.map((figure) => ownerOf(figure, events, context))
  const nodes = events.map((claim) => {
    const own = figures.filter((_, i) => owners[i] === claim)
    const event = mentions.get(keyOf(claim.evidence)) ?? null
    return nodeOf(sentence, [claim, ...own], event, context)
  })
  const orphans = figures.filter((_, i) => owners[i] === null)
  return orphans.length === 0 ? nodes : [...nodes, nodeOf(sentence, orphans, null, context)]
}

/** The event a figure counts for: the nearest one of its sentence that can have a toll. */
function ownerOf(figure: Claim, events: readonly Claim[], context: GroupingContext): Claim | null {
  let best: Claim | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  for (const event of events) {
    if (event.event === null || BLOODLESS.has(event.event.acled.subEvent)) continue
    // Bodies that are found are no toll of the town's capture or siege, or of an arrest told beside them.
    if (figure.figure?.measure === 'bodies_found' && NO_BODIES.has(event.event.acled.subEvent)) continue
    const [from, to] =
      event.evidence.start < figure.evidence.start
        ? [event.evidence.end, figure.evidence.start]
        : [figure.evidence.end, event.evidence.start]
    // Further off than any comma or clause could weigh: the words between them are not looked at.
    const between = to - from > MAX_CLAUSE_UNITS ? '' : context.text.slice(from, to)
    if (to - from >= bestDistance) continue
    // A comma or a new clause between them counts as distance.
    const distance = to - from + (/[,;:]/u.test(between) ? 30 : 0) + (/\b(?:and|while|but)\b/u.test(between) ? 20 : 0)
    if (distance < bestDistance) {
      best = event
      bestDistance = distance
    }
  }
  return best
}

function nodeOf(
  sentence: number,
  claims: readonly Claim[],
  event: EventMention | null,
  context: GroupingContext,
): IncidentNode {
  return {
    sentence,
    claims,
    event,
    subEvent: claims[0]?.event?.acled.subEvent ?? null,
    isGeneral: event !== null && isGeneral(event),
    isCampaign: event !== null && isCampaign(event, context),
    place: finestPlace(claims.map(({ place }) => place)),
    when: finestWhen(claims.map(({ when }) => when)),
    reference: event === null ? 'open' : referenceOf(event, context),
    victim: event === null ? null : readVictim(event, context.text),
    isHeadline: context.sentences[sentence]?.role === 'headline',
    isStated:
      (event === null || event.mood === 'stated' || event.mood === 'accused') && !isPast(claims, event, context),
  }
}

/**
 * "they were murdered after the town fell in July 1991", in a text of remembrance and without a toll: the past that is
 * remembered, which founds no report. One raid or bombing that is remembered does.
 */
function isPast(
  claims: readonly Claim[],
  event: EventMention | null,
  context: Pick<GroupingContext, 'rememberedUntil'>,
): boolean {
  if (event === null || context.rememberedUntil === null || claims.length > 1) return false
  const { subEvent } = event.type.acled
  if (subEvent !== 'Attack' && !isGeneral(event) && !TERRITORY.has(subEvent)) return false
  return isRememberedRoughly(context, finestWhen(claims.map(({ when }) => when)))
}

const HARM_RULE = /^events\/(?:killing|wounding)-/u
const GENERAL_RULE = /^events\/(?:attack|killing|wounding|blast|destruction|strike)-/u

function isGeneral({ type, rule }: EventMention): boolean {
  const { subEvent } = type.acled
  // Armed people who were killed were killed in whatever the report tells of.
  if (subEvent === 'Armed clash') return HARM_RULE.test(rule)
  return (subEvent === 'Attack' || subEvent === 'Other') && GENERAL_RULE.test(rule)
}

/** The position of the first token that starts at or after `offset`, by halving; the number of tokens when none does. */
function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? offset) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Words of several attacks beside which a total or a battle makes them part of something longer. */
const PLURAL = /^(?:attacks|strikes|airstrikes|raids|bombings|killings|massacres|bombardments|executions)$/u

/** Whether an event lasts or recurs: by its own word, an adverb before it, or as the attacks of a battle or of a total. */
function isCampaign({ sentence: index, trigger, type }: EventMention, context: GroupingContext): boolean {
  const tokens = context.sentences[index]?.tokens ?? []
  const at = tokenAt(tokens, trigger.start)
  const own = tokens.slice(at, tokenAt(tokens, trigger.end))
  if (own.some(({ lower }) => CAMPAIGN_WORDS.has(lower))) return !TERRITORY.has(type.acled.subEvent) || own.length === 1

  if (tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => HABIT_WORDS.has(lower))) return true
  if (!own.some(({ lower }) => PLURAL.test(lower))) return false
  const before = tokens[at - 1]?.lower ?? ''
  return ['its', 'their', 'his'].includes(before) || tokens.some(({ lower }) => BATTLES.has(lower))
}

/** Events that bodies which are found are no toll of. */
export const NO_BODIES: ReadonlySet<AcledSubEvent> = new Set<AcledSubEvent>([
  ...BLOODLESS,
  'Arrests',
  'Government regains territory',
  'Non-state actor overtakes territory',
])
const TERRITORY: ReadonlySet<AcledSubEvent> = new Set<AcledSubEvent>([
  'Government regains territory',
  'Non-state actor overtakes territory',
])
const BATTLES: ReadonlySet<string> = new Set(['battle', 'siege', 'offensive', 'campaign'])

/** Reads how the words before a trigger refer to it. */
function referenceOf(event: EventMention, context: GroupingContext): IncidentNode['reference'] {
  const tokens = context.sentences[event.sentence]?.tokens ?? []
  const at = tokenAt(tokens, event.trigger.start)
  if (ELSEWHERE.has(tokens[0]?.lower ?? '')) return 'new'
  for (let i = at - 1; i >= Math.max(0, at - 4); i -= 1) {
    const lower = tokens[i]?.lower ?? ''
    // "another 12 were wounded": more victims of the same
    if (NEW.has(lower)) return HARM_RULE.test(event.rule) ? 'open' : 'new'
    if (BACK.has(lower)) return 'back'
    if (tokens[i]?.kind === 'punct') return 'open'
  }
  return tokens.slice(at, at + NEARBY_REACH).some(({ lower }) => NEARBY.has(lower)) ? 'back' : 'open'
}

/** "set fire to a shopping centre nearby": near what was told before. */
const NEARBY: ReadonlySet<string> = new Set(['nearby', 'adjacent', 'neighbouring', 'neighboring'])
const NEARBY_REACH = 9

/** The most precise place (smallest UCDP where_prec, resolved before unresolved), the first of equals. */
export function finestPlace(places: readonly (Place | null)[]): Place | null {
  return places.reduce<Place | null>(
    (best, place) => (place !== null && (best === null || precision(place) < precision(best)) ? place : best),
    null,
  )
}

function precision(place: Place): number {
  return (place.wherePrec ?? 8) - (place.facility === null ? 0 : 0.5)
}

/** The most precise time (smallest UCDP date_prec), the first of equals. */
export function finestWhen(whens: readonly (When | null)[]): When | null {
  return whens.reduce<When | null>(
    (best, when) => (when !== null && (best === null || (when.datePrec ?? 6) < (best.datePrec ?? 6)) ? when : best),
    null,
  )
}
