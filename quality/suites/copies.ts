import { captureBytes } from '../../src/1-capture/capture-bytes.ts'
import { readDocument } from '../../src/2-document/read-document.ts'
import { findLineage } from '../../src/4-incidents/lineage/find-lineage.ts'
import type { ReadDocument } from '../../src/model/incident.ts'
import { findParagraphCopies, findSimHashCopies, pairOf } from '../copies/baselines.ts'
import { EDIT_KINDS, type EditKind, editWire } from '../copies/edit-wire.ts'
import { goldRows } from '../gold-data.ts'
import { score, type Score, type Suite, type SuiteInput } from '../suite.ts'

interface Row {
  readonly id: string
  readonly text: string
  readonly title?: string | null
  readonly published?: string | null
  readonly url?: string | null
  readonly outlet?: string | null
  readonly incident_id?: string | null
}

/** A text of the test set: an article as it stands, or an edited copy of one. */
interface Item {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly outlet: string | null
  readonly published: string | null
  readonly url: string | null
  /** Of an edited copy: the article it was made from, and how. */
  readonly original: string | null
  readonly kind: EditKind | null
  /** Gold incident that the article tells of, or null. */
  readonly incident: string | null
}

/** Day given to articles whose set gives none: a copy is printed on the day after. */
const SOME_DAY = '2000-01-01'
/** Shorter articles are not edited; they stay among the others. */
const MIN_WORDS = 80
/** Copies made of each set at most; every article of the set is there to be confused with. */
const MAX_COPIES = 900
/** Two articles of the gold share their text when so much of the shorter one stands in the other, in runs of so many words. */
const SHARED_TEXT = 0.25
/** The same for two articles that the gold gives to one incident: outlets edit what they copy. */
const SHARED_TEXT_OF_INCIDENT = 0.15
const RUN_WORDS = 6

/** Wire copies: each edited copy must be traced to its original, and nothing else must be taken for a copy. */
export const copies: Suite = {
  name: 'copies',
  title:
    'Text lineage: edited copies of real articles among all articles of the set. Recall: the root of the copy is its original (or shares its text); precision: over all links, those between texts that share no runs of words being wrong',
  files: ['gva/articles_dev.jsonl.gz', 'merge/syria_dev.jsonl', 'muc4/dev_tst1.jsonl'],
  run: (input) => Promise.resolve(input.data.flatMap((path) => scoreSet(path, input))),
}

function scoreSet(path: string, { error }: SuiteInput): Score[] {
  const set = path.split('/').pop()?.split('.')[0] ?? path
  const items = buildSet(goldRows<Row>(path))
  const byId = new Map(items.map((item) => [item.id, item]))
  const lineage = findLineage(items.flatMap(readItem))
  const right = new Map<EditKind, { found: number; n: number }>()
  for (const { id, original, kind } of items) {
    if (original === null || kind === null) continue
    const tally = right.get(kind) ?? { found: 0, n: 0 }
    right.set(kind, tally)
    tally.n++
    if (comesFrom(byId.get(lineage.rootOf(id)), byId.get(original), lineage.rootOf(original))) tally.found++
    else
      error({
        set,
        missed: id,
        kind,
        text: byId.get(id)?.text.slice(0, 200),
        sources: lineage.sourcesOf(id),
      })
  }
  let wrong = 0
  for (const link of lineage.links) {
    if (isTrueLink(byId.get(link.captureId), byId.get(link.from), byId)) continue
    wrong++
    const [a, b] = [byId.get(link.captureId), byId.get(link.from)]
    error({
      set,
      wrong: [link.captureId, link.from],
      containment: link.containment,
      a: a?.text.slice(0, 300),
      b: b?.text.slice(0, 300),
    })
  }
  const total = [...right.values()].reduce((sum, { found, n }) => ({ found: sum.found + found, n: sum.n + n }), {
    found: 0,
    n: 0,
  })
  const made = items.filter(({ original }) => original !== null)
  return [
    score(`${set}: origin recall`, total.n === 0 ? null : total.found / total.n, total.n, 0.97),
    score(
      `${set}: precision of links`,
      lineage.links.length === 0 ? null : 1 - wrong / lineage.links.length,
      lineage.links.length,
      0.99,
    ),
    ...EDIT_KINDS.map((kind) => score(`${set}: ${kind}`, ratio(right.get(kind)), right.get(kind)?.n ?? 0)),
    ...baseline(`${set}: baseline SimHash-64`, findSimHashCopies(items), made, byId),
    ...baseline(`${set}: baseline same paragraph`, findParagraphCopies(items), made, byId),
  ]
}

function ratio(tally: { readonly found: number; readonly n: number } | undefined): number | null {
  return tally === undefined || tally.n === 0 ? null : tally.found / tally.n
}

function baseline(
  name: string,
  pairs: ReadonlySet<string>,
  made: readonly Item[],
  byId: ReadonlyMap<string, Item>,
): Score[] {
  const found = made.filter((item) => pairs.has(pairOf(item, byId.get(item.original ?? '')))).length
  let right = 0
  for (const pair of pairs) {
    const [a = '', b = ''] = pair.split(' ')
    if (isTrueLink(byId.get(a), byId.get(b), byId)) right++
  }
  return [
    score(`${name}, recall`, made.length === 0 ? null : found / made.length, made.length),
    score(`${name}, precision`, pairs.size === 0 ? null : right / pairs.size, pairs.size),
  ]
}

/** Every article of the set once, and edited copies of every few of them, the edits in turn. */
function buildSet(rows: readonly Row[]): Item[] {
  const articles = new Map(
    rows.map((row): [string, Item] => [
      row.id,
      {
        id: row.id,
        title: row.title ?? '',
        text: row.text,
        outlet: row.outlet ?? null,
        published: row.published ?? SOME_DAY,
        url: row.url ?? null,
        original: null,
        kind: null,
        incident: row.incident_id ?? null,
      },
    ]),
  )
  const long = [...articles.values()].filter(({ text }) => text.split(/\s+/u).length >= MIN_WORDS)
  const step = Math.max(1, Math.floor((long.length * EDIT_KINDS.length) / MAX_COPIES))
  const made: Item[] = []
  long.forEach((article, i) => {
    EDIT_KINDS.forEach((kind, k) => {
      if ((i + k) % step !== 0 || made.length >= MAX_COPIES) return
      const copy = editWire(article, kind, i * EDIT_KINDS.length + k)
      made.push({
        ...article,
        ...copy,
        id: `copy-${made.length}`,
        outlet: `Copy Courier ${made.length}`,
        url: null,
        published: dayAfter(article.published ?? SOME_DAY),
        original: article.id,
        kind,
      })
    })
  })
  return [...articles.values(), ...made]
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date.slice(0, 10)) + 86_400_000).toISOString().slice(0, 10)
}

function readItem({ id, title, text, outlet, published, url }: Item): ReadDocument[] {
  const given = { sourceId: id, title: title === '' ? null : title, published, url, outlet }
  const document = readDocument(captureBytes(new TextEncoder().encode(text), 'text', given))
  if ('reason' in document) return []
  const reading = { schema: 'cairn/reading@1', document, coverage: 'covered', claims: [], incidents: [] } as const
  return [{ captureId: id, receivedAt: '2026-01-01T00:00:00Z', reading }]
}

/** Whether the root found is the original, the root of the original, or an article that shares the original's text. */
function comesFrom(root: Item | undefined, original: Item | undefined, rootOfOriginal: string): boolean {
  if (root === undefined || original === undefined) return false
  return root.id === original.id || root.id === rootOfOriginal || (root.original === null && sharesText(root, original))
}

/** A link is true when both texts go back to articles that are the same or share their text. */
function isTrueLink(a: Item | undefined, b: Item | undefined, byId: ReadonlyMap<string, Item>): boolean {
  if (a === undefined || b === undefined) return false
  const [from, to] = [a, b].map((item) => (item.original === null ? item : byId.get(item.original)))
  if (from === undefined || to === undefined) return false
  return from.id === to.id || sharesText(from, to)
}

/** Judged apart from the index: all pairs of runs, every run counted. */
function sharesText(a: Item, b: Item): boolean {
  const [runsOfA, runsOfB] = [runsOf(a.text), runsOf(b.text)]
  const shared = [...runsOfA].filter((run) => runsOfB.has(run)).length
  const share = shared / Math.max(1, Math.min(runsOfA.size, runsOfB.size))
  return share >= (a.incident !== null && a.incident === b.incident ? SHARED_TEXT_OF_INCIDENT : SHARED_TEXT)
}

function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.slice(RUN_WORDS - 1).map((_, i) => words.slice(i, i + RUN_WORDS).join(' ')))
}
