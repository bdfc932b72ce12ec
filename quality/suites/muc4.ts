import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Reading } from '../../src/model/reading.ts'
import { GOLD_FOLDER, goldRows, isThere } from '../gold-data.ts'
import { alignTemplates } from '../muc4/align-templates.ts'
import { harmedIn } from '../muc4/human-targets.ts'
import { countSlots, isNumber, type Slot, type SlotCount, SLOTS } from '../muc4/score-slots.ts'
import type { Harmed, KeyTemplate, Response } from '../muc4/template.ts'
import { toResponses } from '../muc4/to-response.ts'
import { type GoldDocument, readGold } from '../read-gold.ts'
import { precisionRecall, score, type Score, type Suite, type SuiteInput } from '../suite.ts'

interface MucDocument extends GoldDocument {
  readonly templates: readonly KeyTemplate[]
}

/** Slots whose bar is the best official F1 of 1992, with their names in the official results. */
const OFFICIAL_SLOTS: Partial<Record<Slot, string>> = {
  'incident date': 'inc-date',
  'incident location': 'inc-loc',
  'hum-tgt number': 'hum-tgt-num',
  'hum-tgt effect': 'hum-tgt-effect',
}
const OFFICIAL_RESULTS = join(GOLD_FOLDER, 'muc4/official_results_by_slot.csv')

/**
 * Incident templates of the fourth Message Understanding Conference (1992).
 *
 * Conventions, where the official scoring was done by people:
 * - Arithmetic as in 1992: recall = (correct + partial / 2) / possible, precision the same over actual. OPTIONAL
 *   templates and fills are possible only when hit.
 * - Our incident reports are the responses, mapped by our readings and the text alone. The task's own definition is
 *   applied: one template an incident (accounts of one type are merged unless place or day forbid it), in one of the
 *   nine countries, within two months of the dateline. What else the task asked for its systems learned from the keys
 *   of the training part, which is not scored here; so does a linear model (muc4/relevance.ts): a specific incident, told
 *   as news, not fighting between armed sides alone. "Unfiltered" leaves all of this out.
 * - Reports and keys are paired best first by right slots; a pair needs at least a right type, or as much in others.
 * - Dates: an exact key wants the same day (half for an interval of at most a month around it); "on or before D" is met
 *   by an interval that ends within the week before D, which is what the keys wrote for weekdays and for "no date". A
 *   report without a time stands for that default, as the task says; it stays null in the reading.
 * - Locations: right when the finest level of the key is named, or when key and report give the country alone; half
 *   when only a level above agrees. The country is by default the one the document speaks of most; a place that stands
 *   in the dateline alone is where the report was written, not where it happened.
 * - Numbers and effects: right with a shared word between our evidence and the name or description the key refers to,
 *   half without. Besides figures, people whom an event struck count as one, or as PLURAL. Each person or group counts
 *   once, perpetrators who are hurt are no targets, and a total whose members are listed is left out (the rules stand in
 *   `settle-targets.ts` and `merge-harmed.ts`). "No casualties" is
 *   NO INJURY OR DEATH; a key's "-" refers to nobody, which is whom such a figure counts.
 * - Confidence: SUSPECTED or POSSIBLE against our accused, REPORTED AS FACT or CLAIMED against our asserted.
 * - Casualty counts: distinct (effect, number) pairs of each document, from the claims. Left out on both sides: counts
 *   without a number; in the keys also groups under both effects and uncertain ones. The keys leave whole kinds of
 *   incidents out, so the main score takes the documents with at least one key template; "all documents" is stricter.
 */
export const muc4: Suite = {
  name: 'muc4',
  title: 'Incident templates and casualty counts, MUC-4 (slots scored as in 1992)',
  files: ['muc4/dev_tst1.jsonl', 'muc4/dev_tst2.jsonl'],
  run: (input) => {
    const documents = input.data.flatMap((path) => goldRows<MucDocument>(path))
    const overall = emptyCounts()
    const matched = emptyCounts()
    const unfiltered = emptyCounts()
    const relevance = { both: 0, own: 0, key: 0 }
    const casualties = { withKey: { matched: 0, own: 0, key: 0 }, all: { matched: 0, own: 0, key: 0 } }
    for (const document of documents) {
      const reading = readGold(document, input.gazetteer)
      const published = document.published ?? null
      const responses = reading === null ? [] : toResponses(reading, published, true)
      const hasKey = document.templates.some(({ optional }) => !optional)
      relevance.both += hasKey && responses.length > 0 ? 1 : 0
      relevance.own += responses.length > 0 && (hasKey || document.templates.length === 0) ? 1 : 0
      relevance.key += hasKey ? 1 : 0
      for (const { key, own } of alignTemplates(document.templates, responses, published)) {
        const counts = countSlots(key, own, published)
        const isUnpunished = key?.optional === true && own === null
        if (!isUnpunished) addCounts(overall, counts)
        if (key !== null && own !== null) addCounts(matched, counts)
        report(input, document.id, key, own, counts)
      }
      const all = reading === null ? [] : toResponses(reading, published, false)
      for (const { key, own } of alignTemplates(document.templates, all, published))
        if (!(key?.optional === true && own === null)) addCounts(unfiltered, countSlots(key, own, published))
      const counted = countCasualties(document, reading, input)
      for (const kind of ['matched', 'own', 'key'] as const) {
        casualties.all[kind] += counted[kind]
        if (document.templates.length > 0) casualties.withKey[kind] += counted[kind]
      }
    }
    return Promise.resolve([
      ...threeScores('relevant document', relevance.both, relevance.own, relevance.key),
      ...threeScores(
        'casualty counts',
        casualties.withKey.matched,
        casualties.withKey.own,
        casualties.withKey.key,
        0.62,
      ),
      score(
        'casualty counts F1, all documents',
        precisionRecall(casualties.all.matched, casualties.all.own, casualties.all.key).f1,
        casualties.all.key,
      ),
      ...SLOTS.flatMap((slot) => slotScores(slot, overall[slot], matched[slot], unfiltered[slot])),
    ])
  },
}

type Counts = Record<Slot, SlotCount>

function emptyCounts(): Counts {
  const empty = (): SlotCount => ({ correct: 0, partial: 0, possible: 0, actual: 0 })
  return Object.fromEntries(SLOTS.map((slot) => [slot, empty()])) as Counts
}

function addCounts(sum: Counts, counts: Readonly<Counts>): void {
  for (const slot of SLOTS)
    for (const kind of ['correct', 'partial', 'possible', 'actual'] as const) sum[slot][kind] += counts[slot][kind]
}

function threeScores(name: string, both: number, own: number, key: number, bar: number | null = null): Score[] {
  const { precision, recall, f1 } = precisionRecall(both, own, key)
  return [
    score(`${name} precision`, precision, own),
    score(`${name} recall`, recall, key),
    score(`${name} F1`, f1, key, bar),
  ]
}

function slotScores(slot: Slot, overall: SlotCount, matched: SlotCount, unfiltered: SlotCount): Score[] {
  const f1 = ({ correct, partial, possible, actual }: SlotCount): number | null =>
    precisionRecall(correct + partial / 2, actual, possible).f1
  const official = officialBest(OFFICIAL_SLOTS[slot])
  return [
    ...threeScores(
      slot,
      overall.correct + overall.partial / 2,
      overall.actual,
      overall.possible,
      official?.highest ?? null,
    ),
    ...(official === null ? [] : [score(`${slot} F1, lower official best`, official.lowest, 0)]),
    ...(slot === 'incident' ? [] : [score(`${slot} F1, matched incidents`, f1(matched), matched.possible)]),
    score(`${slot} F1, unfiltered`, f1(unfiltered), unfiltered.possible),
  ]
}

/** The best F1 of a slot in each of the two official runs, TST3 and TST4; null when the results are not there. */
function officialBest(slot: string | undefined): { readonly highest: number; readonly lowest: number } | null {
  if (slot === undefined || !isThere(OFFICIAL_RESULTS)) return null
  const rows = readFileSync(OFFICIAL_RESULTS, 'utf8').split('\n').slice(1)
  const best = new Map<string, number>()
  for (const row of rows) {
    const [run, , name, , , , , , , , , , f1] = row.split(',')
    if (name === slot && run !== undefined)
      best.set(run, Math.max(best.get(run) ?? 0, Math.round(Number(f1) * 10) / 1000))
  }
  const values = [...best.values()]
  return values.length === 0 ? null : { highest: Math.max(...values), lowest: Math.min(...values) }
}

/** Distinct (effect, number) pairs of a document: in the key, ours, and in both. */
function countCasualties(
  { id, templates }: MucDocument,
  reading: Reading | null,
  { error }: SuiteInput,
): { matched: number; own: number; key: number } {
  const keys = new Map<string, { readonly effect: string; readonly fills: readonly string[] }>()
  for (const { derived } of templates) {
    const both = new Set(derived.killed.map(({ who }) => who.join()))
    const inBoth = new Set(derived.injured.map(({ who }) => who.join()).filter((who) => both.has(who)))
    for (const [effect, groups] of [
      ['DEATH', derived.killed],
      ['INJURY', derived.injured],
    ] as const)
      for (const { who, number, certain } of groups) {
        const fills = (number ?? []).flatMap(fillOf)
        if (certain && fills.length > 0 && !inBoth.has(who.join()))
          keys.set(`${effect} ${fills.join()}`, { effect, fills })
      }
  }
  const own = new Map<string, Harmed>()
  for (const group of harmedIn(reading?.claims ?? []))
    if ((group.effect === 'DEATH' || group.effect === 'INJURY') && (group.low !== null || group.high !== null))
      own.set(`${group.effect} ${group.low} ${group.high}`, group)
  const left = new Map(own)
  let matched = 0
  for (const { effect, fills } of keys.values()) {
    const hit = [...left].find(([, group]) => group.effect === effect && fills.some((fill) => isNumber(fill, group)))
    if (hit === undefined) error({ id, miss: `${effect} ${fills.join(' / ')}` })
    else {
      left.delete(hit[0])
      matched += 1
    }
  }
  for (const { effect, low, high, words } of left.values())
    error({ id, falseAlarm: `${effect} ${low} ${high}`, words, hasKey: templates.length > 0 })
  return { matched, own: own.size, key: keys.size }
}

function fillOf(number: {
  readonly exact?: number
  readonly approx?: number
  readonly min?: number
  readonly max?: number
}): string[] {
  if (number.exact !== undefined) return [`${number.exact}`]
  if (number.approx !== undefined) return [`~${number.approx}`]
  if (number.min !== undefined) return [number.max === undefined ? `${number.min} -` : `${number.min}-${number.max}`]
  return number.max === undefined ? [] : [`-${number.max}`]
}

function report(
  { error }: SuiteInput,
  id: string,
  key: KeyTemplate | null,
  own: Response | null,
  counts: Readonly<Counts>,
): void {
  const wrong = SLOTS.filter((slot) => counts[slot].correct < Math.max(counts[slot].possible, counts[slot].actual))
  if (wrong.length === 0) return
  error({
    id,
    wrong: wrong.join(', '),
    key:
      key === null
        ? null
        : {
            date: key.derived.dates,
            place: key.incident_location,
            type: key.incident_type.map(({ alts }) => alts.join('/')).join(),
            people: [...key.derived.killed, ...key.derived.injured],
            organizations: key.perp_organization_id.map(({ alts }) => alts),
          },
    own:
      own === null
        ? null
        : {
            when: own.when,
            location: own.location,
            type: own.type,
            harmed: own.harmed,
            organizations: own.organizations,
          },
  })
}
