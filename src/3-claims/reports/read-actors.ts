import {
  ARMED_GROUP_NAMES,
  CIVILIAN_WORDS,
  NATIONS,
  NON_STATE_WORDS,
  SEATS_OF_POWER,
  STATE_FORCE_WORDS,
} from '../../../data/words/armed-parties.ts'
import type { Actor } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import type { IncidentNode } from './incident-node.ts'

/** ACLED's actor kinds (research/field.md, 4.1), and one for armed men nobody has named. */
export type ActorKind =
  | 'State forces'
  | 'Rebel group'
  | 'Political militia'
  | 'Protesters'
  | 'Civilians'
  | 'Unidentified armed group'
  | 'Other'

const UNIDENTIFIED =
  /\b(?:unidentified|unknown|gunm[ae]n|masked|hooded|armed men|assailants?|attackers?|bombers?|kidnappers?)\b/u
const MILITIA =
  /\b(?:militia|militias|militiam[ae]n|paramilitar(?:y|ies)|death squads?|gangs?|cartels?|vigilantes?|traffickers)\b/u
const CROWD = /\b(?:protesters|demonstrators|rioters|mob)\b/u

/**
 * The actors a report's pieces name, each once, perpetrators and targets in reading order.
 *
 * @param totals where cumulative figures stand: the people of a total are no target of one incident
 */
export function readActors(nodes: readonly IncidentNode[], text: string, totals: readonly Span[]): Actor[] {
  const actors = new Map<string, Actor>()
  const add = (role: Actor['role'], span: Span | null, stance: Actor['stance']): void => {
    if (span === null) return
    const name = text.slice(span.start, span.end)
    const key = `${role} ${name.toLowerCase()}`
    const known = actors.get(key)
    // A part once stated as fact stays stated, whatever else is alleged of it.
    if (known === undefined || (known.stance !== 'asserted' && stance === 'asserted'))
      actors.set(key, { role, name, kind: kindOf(name), stance })
  }
  for (const { event, isStated } of nodes) {
    if (event === null || !isStated) continue
    add('perpetrator', event.perpetrator, event.perpetratorStance)
    const { target } = event
    const isTotal = target !== null && totals.some(({ start, end }) => start < target.end && target.start < end)
    if (!isTotal) add('target', target, 'asserted')
  }
  return [...actors.values()]
}

/** Most names remembered with their kind. */
const MAX_KNOWN = 2000
const KINDS = new Map<string, ActorKind>()

/** What kind of actor a name as written is. */
export function kindOf(name: string): ActorKind {
  const lower = name.toLowerCase()
  const known = KINDS.get(lower)
  if (known !== undefined) return known
  const kind = readKind(lower)
  if (KINDS.size >= MAX_KNOWN) KINDS.clear()
  KINDS.set(lower, kind)
  return kind
}

function readKind(lower: string): ActorKind {
  const words = lower.split(/[^\p{L}\p{N}'.-]+/u).filter((word) => word !== '')
  const has = (set: { has(word: string): boolean }): boolean => words.some((word) => set.has(word))
  if (CROWD.test(lower)) return 'Protesters'
  if (ARMED_GROUP_NAMES.has(lower) || words.some((_, i) => nameAt(words, i))) return 'Rebel group'
  if (UNIDENTIFIED.test(lower)) return 'Unidentified armed group'
  if (MILITIA.test(lower)) return 'Political militia'
  if (has(NON_STATE_WORDS)) return 'Rebel group'
  if (has(STATE_FORCE_WORDS)) return 'State forces'
  if (has(CIVILIAN_WORDS)) return 'Civilians'
  return has(NATIONS) || has(SEATS_OF_POWER) || lower.includes('coalition') ? 'State forces' : 'Other'
}

const GROUP_FIRST_WORDS: ReadonlySet<string> = new Set([...ARMED_GROUP_NAMES].map((name) => name.split(' ')[0] ?? ''))

function nameAt(words: readonly string[], at: number): boolean {
  if (!GROUP_FIRST_WORDS.has(words[at] ?? '')) return false
  for (let end = at + 1; end <= Math.min(words.length, at + 5); end += 1)
    if (ARMED_GROUP_NAMES.has(words.slice(at, end).join(' '))) return true
  return false
}
