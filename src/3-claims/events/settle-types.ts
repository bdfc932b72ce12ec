import type { EventKind } from '../../../data/words/event-kinds.ts'
import type { AcledSubEvent } from '../../model/claim.ts'
import type { EventDraft } from './event-draft.ts'

export interface SettledDraft {
  readonly draft: EventDraft
  readonly subEvent: AcledSubEvent
  readonly reason: string
}

/** How many sentences back a word reaches that points back ("the blast"), and one that does not ("a blast"). */
const REACH_BACK = { pointing: 12, plain: 3 } as const
/** How many sentences ahead a general word finds its closer one: headlines and leads name the weapon later. */
const REACH_AHEAD = 4

type Family = ReadonlySet<AcledSubEvent>

const REMOTE: Family = new Set<AcledSubEvent>([
  'Air/drone strike',
  'Shelling/artillery/missile attack',
  'Suicide bomb',
  'Remote explosive/landmine/IED',
  'Grenade',
  'Chemical weapon',
])
const FROM_AFAR: Family = new Set<AcledSubEvent>(['Air/drone strike', 'Shelling/artillery/missile attack'])
const BOMBS: Family = new Set<AcledSubEvent>(['Suicide bomb', 'Air/drone strike', 'Remote explosive/landmine/IED'])
const SUICIDE: Family = new Set<AcledSubEvent>(['Suicide bomb'])
const ANY_ATTACK: Family = new Set<AcledSubEvent>([...REMOTE, 'Armed clash', 'Attack'])
const TERRITORY: Family = new Set<AcledSubEvent>([
  'Government regains territory',
  'Non-state actor overtakes territory',
])

/** What each general word can stand for. */
const MEANINGS: ReadonlyMap<EventKind, Family> = new Map<EventKind, Family>([
  ['attack', ANY_ATTACK],
  ['strike', FROM_AFAR],
  ['bombing', BOMBS],
  ['bombardment', FROM_AFAR],
  ['blast', REMOTE],
  ['explosive', SUICIDE],
  ['killing', REMOTE],
  ['wounding', REMOTE],
  ['destruction', REMOTE],
  ['seizure', TERRITORY],
  ['advance', TERRITORY],
  ['loss', TERRITORY],
])

const POINTING: ReadonlySet<string> = new Set([
  'the',
  'this',
  'that',
  'these',
  'those',
  "'s",
  'their',
  'its',
  'his',
  'both',
])
const FRESH: ReadonlySet<string> = new Set([
  'another',
  'similar',
  'separate',
  'other',
  'earlier',
  'previous',
  'second',
  'different',
  'a',
  'an',
])

/**
 * Gives every event its type: a general word ("the attack", "were killed") takes up the closer one before it that it can
 * stand for, failing that the next one after it, failing that it keeps what its sentence says.
 */
export function settleTypes(drafts: readonly EventDraft[]): SettledDraft[] {
  const settled: SettledDraft[] = []
  drafts.forEach((draft, i) => {
    const { reading } = draft
    const family = MEANINGS.get(draft.trigger.kind)
    const model =
      reading.isSettled || family === undefined
        ? null
        : (modelBefore(draft, settled, family) ?? modelAfter(draft, drafts.slice(i + 1, i + 8), family))
    settled.push(
      model === null
        ? { draft, subEvent: reading.subEvent, reason: reading.reason }
        : { draft, subEvent: model, reason: 'takes up an event told near it' },
    )
  })
  return settled
}

function modelBefore(draft: EventDraft, settled: readonly SettledDraft[], family: Family): AcledSubEvent | null {
  const reference = referenceOf(draft)
  const reach = reference === 'pointing' ? REACH_BACK.pointing : REACH_BACK.plain
  for (let i = settled.length - 1; i >= 0; i -= 1) {
    const before = settled[i]
    if (before === undefined || sentenceGap(before.draft, draft) > reach) return null
    if (reference === 'fresh' && sentenceGap(before.draft, draft) > 0) return null
    if (isModel(before.draft, before.subEvent, family)) return before.subEvent
  }
  return null
}

function modelAfter(draft: EventDraft, next: readonly EventDraft[], family: Family): AcledSubEvent | null {
  if (family === ANY_ATTACK && draft.reading.subEvent === 'Armed clash') return null
  for (const after of next) {
    if (sentenceGap(draft, after) > REACH_AHEAD) return null
    if (
      after.reading.isSettled &&
      after.reading.subEvent !== 'Armed clash' &&
      isModel(after, after.reading.subEvent, family)
    )
      return after.reading.subEvent
  }
  return null
}

/** Whether an event can lend its type: it is of a type the word can stand for, and no general word left in doubt itself. */
function isModel({ reading, trigger }: EventDraft, subEvent: AcledSubEvent, family: Family): boolean {
  if (!family.has(subEvent)) return false
  return (
    reading.isSettled || subEvent !== reading.subEvent || trigger.kind === 'bombing' || trigger.kind === 'explosive'
  )
}

function sentenceGap(before: EventDraft, after: EventDraft): number {
  return after.scene.sentence.index - before.scene.sentence.index
}

/** Whether the words before the trigger point back, announce something new, or neither. */
function referenceOf({ scene, trigger }: EventDraft): 'pointing' | 'fresh' | 'plain' {
  for (let at = trigger.start - 1; at >= Math.max(0, trigger.start - 4); at -= 1) {
    const token = scene.sentence.tokens[at]
    if (token === undefined || token.kind === 'punct') break
    if (FRESH.has(token.lower)) return 'fresh'
    if (POINTING.has(token.lower)) return 'pointing'
  }
  return 'plain'
}
