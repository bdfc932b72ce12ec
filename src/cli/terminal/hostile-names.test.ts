import { describe, expect, test } from 'vitest'

import { marketRecord } from '../../../test/support/market-incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import type { FoundClaim, FoundDocument } from '../../ports/record-store.ts'
import { displayWidth } from './display-width.ts'
import { showFoundClaims } from './show-found-claims.ts'
import { showFoundDocuments } from './show-found-documents.ts'
import { showIncidentList } from './show-incident-list.ts'
import { showIncident } from './show-incident.ts'

/** What names, titles and outlets can hold that came in from anywhere. */
const NAMES: readonly (readonly [what: string, name: string])[] = [
  ['a name', 'the mayor of Port Elen'],
  ['control characters', 'mayor\u001b[2J\u001b]0;gone\u0007\r\n\u0000\u009b31m of\tPort Elen'],
  ['marks that turn the direction', '\u202enelE troP\u202c \u2066mayor\u2069 \u2028\u2029'],
  ['Arabic', 'محافظ بورت إيلين'],
  ['a megabyte without a blank', 'm'.repeat(1_000_000)],
  ['a megabyte of short words', 'so '.repeat(333_333)],
  ['a megabyte of marks on one letter', `e${'\u0301'.repeat(1_000_000)}`],
  ['a megabyte without any width', '\u200b'.repeat(1_000_000)],
  ['emoji', '💥👨‍👩‍👧🇺🇦🚑❤️ '.repeat(40)],
  ['wide letters', '港の市長'.repeat(60)],
  ['half a pair', '\ud83d mayor \udca5'],
  ['nothing', ''],
]
const UNSAFE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{M}{5}/u
const market = marketRecord()

function named(name: string): IncidentRecord {
  const { incident, claims, positions, findings } = market
  const place = incident.place === null ? null : { ...incident.place, name, facility: name }
  return {
    ...market,
    label: name,
    incident: {
      ...incident,
      place,
      documents: incident.documents.map((document) => ({ ...document, outlet: name, title: name })),
      origins: incident.origins.map((origin) => ({ ...origin, claimant: name, party: name })),
      history: incident.history.map((change) => ({ ...change, reason: name })),
    },
    claims: claims.map((settled) => ({ ...settled, entry: { ...settled.entry, claimant: name, party: name } })),
    positions: positions.map((position) => ({ ...position, claimant: name, blamed: name, quote: name })),
    findings: [...findings, { rule: 'record/sum', message: name, claims: [] }],
  }
}

function foundClaim(name: string): readonly FoundClaim[] {
  return market.claims.slice(0, 2).map(({ entry: { claim } }) => ({
    claim: {
      ...claim,
      attribution: {
        ...claim.attribution,
        claimant: { kind: 'person', name, role: name, affiliation: name },
        hedges: [name],
        relay: [name],
      },
    },
    captureId: 'cap-1',
    documentId: 'sha256:1',
    resource: `urn:${name}`,
    title: name,
    outlet: name,
    url: name,
    publishedAt: '2030-05-01',
  }))
}

function foundDocument(name: string): FoundDocument {
  return {
    captureId: 'cap-1',
    documentId: 'sha256:1',
    resource: `urn:${name}`,
    title: name,
    outlet: name,
    url: name,
    language: 'en',
    publishedAt: '2030-05-01',
    receivedAt: '2030-05-01T00:00:00Z',
    claims: 2,
    revises: null,
  }
}

describe.each([40, 80, 200])('on a screen of %d columns', (width) => {
  const screen = { width, hasColour: false }
  test.each(NAMES)('%s keeps to its place', (_, name) => {
    const lines = [
      ...showIncident(named(name), screen, 50),
      ...showIncidentList([named(name)], screen),
      ...showFoundClaims(foundClaim(name), screen),
      ...showFoundDocuments([foundDocument(name)], screen),
    ]
    for (const line of lines) {
      expect(displayWidth(line)).toBeLessThanOrEqual(width)
      expect(line).not.toMatch(UNSAFE)
      expect(line.length).toBeLessThan(2000)
    }
    expect(lines.length).toBeLessThan(3000)
  })
})

test('a name that is cut says how long it is', () => {
  const lines = showIncidentList([named('m'.repeat(1_000_000))], { width: 80, hasColour: false })
  expect(lines.join('').replace(/ /gu, '')).toContain('m…(1,000,000characters)')
})

describe('an incident that 5,000 documents tell of', () => {
  const { incident, claims } = market
  const large: IncidentRecord = {
    ...market,
    incident: {
      ...incident,
      documents: Array.from({ length: 5000 }, (_, i) => ({
        id: `sha256:${i}`,
        captureId: `cap-${i}`,
        sourceId: null,
        outlet: `Outlet ${i}`,
        title: `Strike on the market of Port Elen, told for the ${i}th time by somebody who was there`,
        url: null,
        publishedAt: '2030-05-01',
        copyOf: i === 4999 ? null : 'cap-4999',
      })),
    },
    claims: Array.from({ length: 30_000 }, (_, i) => {
      const settled = claims[i % claims.length] ?? claims[0]
      if (settled === undefined) throw new Error('the incident has no claims')
      return { ...settled, state: i === 29_999 ? 'current' : 'repeat' }
    }),
  }
  const shown = showIncident(large, { width: 120, hasColour: false }, 50)

  test('takes a few screens, and each table says how much of it is not shown', () => {
    expect(shown.length).toBeLessThan(400)
    expect(shown).toContain('4,950 more rows are not shown; --limit 0 shows all.')
    expect(shown).toContain('29,950 more rows are not shown; --limit 0 shows all.')
  })

  test('what stands and what is no copy is shown before the rest', () => {
    expect(shown.filter((line) => line.startsWith('● '))).toHaveLength(1)
    expect(shown.some((line) => line.includes('Outlet 4999'))).toBe(true)
  })

  test('in full it loses no row', () => {
    const whole = showIncident(large, { width: 200, hasColour: false }, 0)
    expect(whole.filter((line) => line.includes('Strike on the market of Port Elen, told'))).toHaveLength(5000)
    expect(whole.some((line) => line.includes('not shown'))).toBe(false)
  })
})
