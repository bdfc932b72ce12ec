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
const OTHER: ReadonlySet<string> = new Set([
  'another',
  'similar',
  'separate',
  'other',
  'earlier',
  'previous',
  'second',
  'different',
])
const FRESH: ReadonlySet<string> = new Set(['a', 'an'])

/**
 * Gives every event its type: a general word ("the attack", "were killed") takes up the closer one before it that it can
 * stand for, failing that the next one after it, failing that it keeps what its sentence says.
 */
export function settleTypes(drafts: readonly EventDraft[]): SettledDraft[] {
  const settled: SettledDraft[] = []
  drafts.forEach((draft, i) => {
    const { reading } = draft
    const family = familyOf(draft)
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

/** A bomb named beside the word leaves open only whether somebody wore it. */
function familyOf({ trigger, reading }: EventDraft): Family | undefined {
  const family = MEANINGS.get(trigger.kind)
  return reading.subEvent === 'Remote explosive/landmine/IED' && family !== undefined && trigger.kind !== 'bombing'
    ? SUICIDE
    : family
}

function modelBefore(draft: EventDraft, settled: readonly SettledDraft[], family: Family): AcledSubEvent | null {
  const reference = referenceOf(draft)
  const sameStory = draft.trigger.kind === 'blast' ? blastBefore(draft, settled) : null
  if (sameStory !== null) return sameStory
  const reach = reachBack(draft, reference)
  for (let i = settled.length - 1; i >= 0; i -= 1) {
    const before = settled[i]
    if (before === undefined || sentenceGap(before.draft, draft) > reach) return null
    if ((reference === 'fresh' || reference === 'other') && sentenceGap(before.draft, draft) > 0) return null
    if (isModel(before.draft, before.subEvent, family) && !isFighting(before, draft)) return before.subEvent
    if (isSameHarm(before, draft)) return before.subEvent
  }
  return null
}

/** Whether the one before is a clash that cannot be what this word means, since civilians were hit. */
function isFighting({ subEvent }: SettledDraft, { reading }: EventDraft): boolean {
  return subEvent === 'Armed clash' && reading.isOnCivilians
}

/** "The strike … Dozens were wounded": harm told after a strike is its harm, though nobody has said from where it came. */
function isSameHarm({ draft: before, subEvent }: SettledDraft, { trigger, reading }: EventDraft): boolean {
  const isHarm = trigger.kind === 'killing' || trigger.kind === 'wounding'
  return isHarm && reading.subEvent === 'Attack' && before.trigger.kind === 'strike' && FROM_AFAR.has(subEvent)
}

/** One blast after another is the same story until a weapon is named. */
function blastBefore(draft: EventDraft, settled: readonly SettledDraft[]): AcledSubEvent | null {
  const before = settled.findLast(
    ({ draft: { trigger } }) => trigger.kind === 'blast' || trigger.kind === 'explosive' || trigger.kind === 'suicide',
  )
  return before === undefined || sentenceGap(before.draft, draft) > REACH_BACK.pointing ? null : before.subEvent
}

/** Armed victims may have died elsewhere: what killed them is looked for no further than the sentence before. */
function reachBack({ trigger, reading }: EventDraft, reference: ReturnType<typeof referenceOf>): number {
  if (trigger.kind === 'killing' || trigger.kind === 'wounding')
    return reading.subEvent === 'Armed clash' ? 1 : REACH_BACK.plain
  return reference === 'pointing' ? REACH_BACK.pointing : REACH_BACK.plain
}

function modelAfter(draft: EventDraft, next: readonly EventDraft[], family: Family): AcledSubEvent | null {
  if (referenceOf(draft) === 'other') return null
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
    reading.isSettled ||
    reading.isOnCivilians ||
    subEvent !== reading.subEvent ||
    trigger.kind === 'bombing' ||
    trigger.kind === 'explosive'
  )
}

function sentenceGap(before: EventDraft, after: EventDraft): number {
  return after.scene.sentence.index - before.scene.sentence.index
}

/** Whether the words before the trigger point back, announce something new, or neither. */
function referenceOf({ scene, trigger }: EventDraft): 'pointing' | 'fresh' | 'other' | 'plain' {
  for (let at = trigger.start - 1; at >= Math.max(0, trigger.start - 4); at -= 1) {
    const token = scene.sentence.tokens[at]
    if (token === undefined || token.kind === 'punct') break
    // "another 12 were wounded": more victims of the same attack
    if (OTHER.has(token.lower)) return trigger.kind === 'killing' || trigger.kind === 'wounding' ? 'plain' : 'other'
    if (FRESH.has(token.lower)) return 'fresh'
    if (POINTING.has(token.lower)) return 'pointing'
  }
  return 'plain'
}
