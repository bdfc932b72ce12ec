import { hash } from 'node:crypto'

import jsonld from 'jsonld'
import { describe, expect, test } from 'vitest'

import { exportSetOf, marketSet } from '../../test/support/export-set.ts'
import type { Decision, IncidentAnchor } from '../model/decision.ts'
import type { IncidentRecord } from '../model/record.ts'
import { countCodePoints } from './count-code-points.ts'
import { exportFiles } from './export-files.ts'
import type { ExportSet } from './export-set.ts'
import { JSONLD_CONTEXT } from './jsonld-context.ts'

const OA = 'http://www.w3.org/ns/oa#'
const PROV = 'http://www.w3.org/ns/prov#'
const CAIRN = 'urn:cairn:codebook:1#'
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

const full: ExportSet = { ...marketSet(), level: 'full' }
const [record] = full.records as [IncidentRecord]

type Graph = { readonly '@context': object; readonly '@graph': readonly Record<string, unknown>[] }
const exportJsonLd = (set: ExportSet): string =>
  Buffer.from(exportFiles(set, 'jsonld')[0]?.bytes ?? []).toString('utf8')
const parse = (set: ExportSet): Graph => JSON.parse(exportJsonLd(set)) as Graph

/** Options of the processor: nothing is fetched, and what it would drop is an error. */
const STRICT = {
  safe: true,
  documentLoader: (url: string) => Promise.reject(new Error(`${url} would have been fetched`)),
}

interface Quad {
  readonly subject: { readonly value: string }
  readonly predicate: { readonly value: string }
  readonly object: { readonly value: string }
}
const quadsOf = async (set: ExportSet): Promise<readonly Quad[]> =>
  (await jsonld.toRDF(parse(set) as unknown as jsonld.JsonLdDocument, STRICT)) as readonly Quad[]

const counted = record.claims.find(({ entry }) => entry.claim.id === 'monitor-0')?.entry.claim.evidence ?? {
  start: 0,
  end: 0,
}
const incidentOf = (id: string): IncidentAnchor => ({
  id,
  founding: { documentId: 'sha256:text-wire', start: 0, end: 6, kind: 'figure', quoteSha256: hash('sha256', 'Dozens') },
})
const DECISIONS: readonly Decision[] = [
  {
    id: 'd-1',
    at: '2030-06-02T08:00:00Z',
    actor: 'reviewer-7',
    reason: 'the list of names agrees',
    action: 'accept',
    claim: {
      documentId: 'sha256:text-monitor',
      start: counted.start,
      end: counted.end,
      kind: 'figure',
      quoteSha256: hash('sha256', '41 civilians'),
    },
  },
  {
    id: 'd-2',
    at: '2030-06-02T09:00:00Z',
    actor: 'reviewer-7',
    reason: 'checked',
    action: 'set-status',
    incident: incidentOf('i-market'),
    status: 'reviewed',
  },
  { id: 'd-3', at: '2030-06-02T10:00:00Z', actor: 'reviewer-8', reason: 'too early', action: 'undo', decision: 'd-2' },
  {
    id: 'd-4',
    at: '2030-06-02T11:00:00Z',
    actor: 'reviewer-8',
    reason: 'of another incident',
    action: 'set-status',
    incident: incidentOf('i-other'),
    status: 'reviewed',
  },
]

describe.each(['public', 'full'] as const)('a JSON-LD processor reads the %s level', (level) => {
  const set: ExportSet = { ...full, level, decisions: DECISIONS }

  test('without dropping anything or fetching anything', async () => {
    await expect(jsonld.expand(parse(set) as unknown as jsonld.JsonLdDocument, STRICT)).resolves.toHaveLength(
      parse(set)['@graph'].length,
    )
  })

  test('compacted again it is what was written', async () => {
    const written = parse(set)
    const expanded = await jsonld.expand(written as unknown as jsonld.JsonLdDocument, STRICT)
    const compacted = await jsonld.compact(
      expanded as unknown as jsonld.JsonLdDocument,
      JSONLD_CONTEXT as unknown as jsonld.ContextDefinition,
      STRICT,
    )
    expect(compacted['@graph']).toEqual(written['@graph'])
  })

  test('every subject, predicate and type is an absolute IRI or a node without a name', async () => {
    const names = (await quadsOf(set)).flatMap(({ subject, predicate, object }) =>
      predicate.value === TYPE ? [subject.value, object.value] : [subject.value, predicate.value],
    )
    expect(names.filter((name) => !/^(?:urn:cairn:|https?:\/\/|b\d+$)/u.test(name))).toEqual([])
  })

  test.each([
    ['annotations: one each figure claim', OA + 'Annotation', 8],
    ['incidents', CAIRN + 'Incident', 1],
    ['captures', CAIRN + 'Capture', 4],
    ['documents', CAIRN + 'Document', 4],
    ['readings', CAIRN + 'Reading', 4],
    ['positions in the text', OA + 'TextPositionSelector', 8],
    ['quotes', OA + 'TextQuoteSelector', level === 'full' ? 8 : 0],
    ['decisions on what is exported', CAIRN + 'Decision', 3],
    ['who decided', CAIRN + 'Actor', level === 'full' ? 2 : 0],
  ])('%s', async (_, type, count) => {
    const subjects = (await quadsOf(set))
      .filter(({ predicate, object }) => predicate.value === TYPE && object.value === type)
      .map(({ subject }) => subject.value)
    expect(new Set(subjects).size).toBe(count)
  })

  test('every claim leads to its capture, its reading and its claimant, and each of them is there', async () => {
    const quads = await quadsOf(set)
    const subjects = new Set(quads.map(({ subject }) => subject.value))
    for (const link of ['wasDerivedFrom', 'wasGeneratedBy', 'wasAttributedTo']) {
      const ends = quads.filter(
        ({ subject, predicate }) => subject.value.startsWith('urn:cairn:claim:') && predicate.value === PROV + link,
      )
      expect(ends).toHaveLength(8)
      expect(ends.filter(({ object }) => !subjects.has(object.value))).toEqual([])
    }
  })

  test('no link of ours leads nowhere', async () => {
    const quads = await quadsOf(set)
    const subjects = new Set(quads.map(({ subject }) => subject.value))
    const open = quads
      .map(({ object }) => object.value)
      .filter((value) => value.startsWith('urn:cairn:') && !value.startsWith(CAIRN) && !subjects.has(value))
    expect(new Set(open)).toEqual(new Set(['urn:cairn:incident:i-old']))
  })
})

test('a person who changed a value is not named at the public level', () => {
  const change = { at: '2030-06-02T09:00:00Z', field: 'status', before: 'machine', after: 'reviewed', cause: 'd-2' }
  const history = [{ ...change, by: 'desk/ana', reason: 'Ana called the hospital' }]
  const set = exportSetOf([{ ...record, incident: { ...record.incident, history } }])
  expect(exportJsonLd(set)).toContain('a person')
  expect(exportJsonLd(set)).not.toMatch(/ana|hospital/iu)
  expect(exportJsonLd({ ...set, level: 'full' })).toContain('desk/ana')
})

test('the public level holds no words of the text and nobody who decided', () => {
  const text = exportJsonLd({ ...full, level: 'public', decisions: DECISIONS })
  for (const words of ['Dozens dead', '41 civilians', 'reviewer-7', 'agrees', '46.4825', 'facility'])
    expect(text).not.toContain(words)
})

describe('positions count code points', () => {
  test.each<readonly [what: string, text: string, words: string, start: number, end: number]>([
    ['plain', 'At least 31 people', '31 people', 9, 18],
    ['after an emoji', '😢 31 people', '31 people', 2, 11],
    ['after a family of emoji', '👩‍👧‍👦 31', '31', 6, 8],
    ['Arabic', 'قتل ٣١ شخصا', '٣١', 4, 6],
    ['Arabic after an emoji', '🕌 قتل ٣١ شخصا', '٣١', 6, 8],
    ['combining marks', 'Öd́esa 31', '31', 7, 9],
    ['rare letters within the words', 'a 𐍈𐍈 b', '𐍈𐍈', 2, 4],
  ])('%s: %j', (_, text, words, start, end) => {
    const at = text.indexOf(words)
    expect(countCodePoints(text, [at, at + words.length])).toEqual([start, end])
    expect([...text].slice(start, end).join('')).toBe(words)
  })

  test('in the export: code points of the whole text before', () => {
    const [claim] = record.claims
    if (claim === undefined) throw new Error('the market has claims')
    const { captureId } = claim.entry
    const { evidence } = claim.entry.claim
    const text = `😢😢 ${evidence.exact} قتل`
    const moved = { ...evidence, start: 5, end: 5 + evidence.exact.length }
    const entry = { ...claim.entry, claim: { ...claim.entry.claim, evidence: moved } }
    const set = exportSetOf([{ ...record, claims: [{ ...claim, entry }] }])
    const captures = new Map(set.captures)
    const capture = captures.get(captureId)
    if (capture !== undefined) captures.set(captureId, { ...capture, text })
    const [annotation] = parse({ ...set, captures })['@graph'].filter(({ id }) =>
      String(id).startsWith('urn:cairn:claim:'),
    )
    expect(annotation?.['target']).toMatchObject({ selector: [{ start: 3, end: 3 + evidence.exact.length }] })
  })
})
