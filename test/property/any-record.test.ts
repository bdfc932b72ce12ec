import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Policy, ReadDocument } from '../../src/model/incident.ts'
import type { IncidentRecord } from '../../src/model/record.ts'
import { prepareDecisions, recordIncident, recordIncidents } from '../../src/pipeline.ts'
import { readWorld, type Telling, worlds } from '../support/made-up-world.ts'

/** Worlds a property; CAIRN_PROPERTY_RUNS=500 is the long form. */
const RUNS = Number(process.env['CAIRN_PROPERTY_RUNS'] ?? 60)
const POLICIES: readonly Policy[] = ['cairn', 'acled', 'airwars', 'ucdp']
const policies = fc.constantFrom(...POLICIES)

/** Claims that a record rests on, by every name it gives them. */
function namedClaims({ incident, claims, positions, choices, findings }: IncidentRecord): readonly string[] {
  return [
    ...incident.figures.flatMap(({ lowClaim, highClaim, bestClaim }) => [lowClaim, highClaim, bestClaim]),
    ...incident.history.map(({ cause }) => cause),
    ...incident.origins.flatMap((origin) => origin.claims),
    ...claims.flatMap(({ entry, by }) => [entry.claim.id, by]),
    ...positions.map(({ claimId }) => claimId),
    ...choices.flat().map(({ bestClaim }) => bestClaim),
    ...findings.flatMap((finding) => finding.claims),
  ].filter((id) => id !== null)
}

test('low <= best <= high for every figure and policy, and each bound names the claim that gives it', () => {
  fc.assert(
    fc.property(worlds, policies, (world, policy) => {
      const documents = readWorld(world)
      for (const { incident, choices } of recordIncidents(documents, { policy, decisions: [] }))
        incident.figures.forEach(({ low, high, best, lowClaim, highClaim, bestClaim }, i) => {
          if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high)
          for (const number of [best, ...(choices[i] ?? []).map((choice) => choice.best)]) {
            if (low !== null && number !== null) expect(number).toBeGreaterThanOrEqual(low)
            if (high !== null && number !== null) expect(number).toBeLessThanOrEqual(high)
          }
          expect([low === null || lowClaim !== null, high === null || highClaim !== null]).toEqual([true, true])
          expect(best === null).toBe(bestClaim === null)
        })
    }),
    { numRuns: RUNS },
  )
})

test('the order of documents and claims changes no byte of the record', () => {
  fc.assert(
    fc.property(worlds, policies, fc.infiniteStream(fc.nat()), (world, policy, keys) => {
      const documents = readWorld(world)
      const shuffle = <T>(list: readonly T[]): T[] =>
        list
          .map((item) => ({ item, at: keys.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item)
      const shuffled = shuffle(documents).map((document): ReadDocument => {
        return { ...document, reading: { ...document.reading, claims: shuffle(document.reading.claims) } }
      })
      expect(JSON.stringify(recordIncidents(shuffled, { policy, decisions: [] }))).toBe(
        JSON.stringify(recordIncidents(documents, { policy, decisions: [] })),
      )
    }),
    { numRuns: RUNS },
  )
})

test('every claim that a record names is one of its documents’, and its words stand at its span', () => {
  fc.assert(
    fc.property(worlds, policies, (world, policy) => {
      const documents = readWorld(world)
      for (const record of recordIncidents(documents, { policy, decisions: [] })) {
        const told = new Set(record.incident.documents.map(({ captureId }) => captureId))
        const claims = new Map(
          documents
            .filter(({ captureId }) => told.has(captureId))
            .flatMap(({ reading }) => reading.claims.map((claim) => [claim.id, { claim, reading }])),
        )
        for (const id of namedClaims(record)) {
          const found = claims.get(id)
          if (found === undefined) throw new Error(`${id} is in no document of its incident`)
          const { start, end, exact } = found.claim.evidence
          expect(found.reading.document.text.slice(start, end)).toBe(exact)
        }
      }
    }),
    { numRuns: RUNS },
  )
})

test('the history chains, and folded to its end it gives the published values', () => {
  fc.assert(
    fc.property(worlds, policies, (world, policy) => {
      const documents = readWorld(world)
      for (const { incident } of recordIncidents(documents, { policy, decisions: [] })) {
        const values = new Map<string, string>()
        let at = ''
        for (const { field, before, after, at: when } of incident.history) {
          expect(before).toBe(values.get(field) ?? null)
          expect(after).not.toBe(before)
          expect(when >= at).toBe(true)
          at = when
          if (after === null) values.delete(field)
          else values.set(field, after)
        }
        expect(Object.fromEntries([...values].toSorted())).toEqual(publishedValues(incident))
      }
    }),
    { numRuns: RUNS },
  )
})

/** What an incident publishes, by the names of the history. The toll of a measure goes by people, whomever it counts. */
function publishedValues({ figures, grade, history }: IncidentRecord['incident']): Readonly<Record<string, string>> {
  const values: [string, string][] = history.length === 0 ? [] : [['grade', grade.value]]
  figures.forEach(({ measure, who, scope, low, high, highClaim, best }, i) => {
    const isToll = scope === 'incident' && figures[i - 1]?.measure !== measure
    const path = `${measure} ${isToll ? 'people' : `${who.join('+')}${scope === 'subset' ? ' (part)' : ''}`}`
    if (low !== null) values.push([`${path} low`, String(low)])
    if (high !== null) values.push([`${path} high`, String(high)])
    else if (highClaim !== null) values.push([`${path} high`, 'open'])
    if (best !== null) values.push([`${path} best`, String(best)])
  })
  return Object.fromEntries(values.toSorted())
}

test('totals over time are no part of an incident: without them its figures are the same', () => {
  fc.assert(
    fc.property(worlds, policies, (world, policy) => {
      const documents = readWorld(world)
      const figuresOf = (given: readonly ReadDocument[]): readonly unknown[] =>
        recordIncidents(given, { policy, decisions: [] }).map(({ incident }) => [incident.id, incident.figures])
      const without = documents.map((document): ReadDocument => {
        const claims = document.reading.claims.map((claim) =>
          claim.figure?.scope === 'cumulative'
            ? { ...claim, figure: { ...claim.figure, low: 0, high: 10 ** 9 } }
            : claim,
        )
        return { ...document, reading: { ...document.reading, claims } }
      })
      expect(figuresOf(without)).toEqual(figuresOf(documents))
    }),
    { numRuns: RUNS },
  )
})

test('a part that is larger than the whole of the same claimant is flagged', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const documents = readWorld(world)
      for (const { claims, findings } of recordIncidents(documents, { policy: 'cairn', decisions: [] })) {
        const current = claims.filter(({ state }) => state === 'current').map(({ entry }) => entry)
        const flagged = new Set(findings.flatMap((finding) => finding.claims))
        for (const whole of current) {
          const { figure } = whole.claim
          if (figure?.scope !== 'incident' || !figure.who.includes('people') || figure.high === null) continue
          const others = current.filter(
            ({ claimant, claim }) => claimant === whole.claimant && claim.figure?.measure === figure.measure,
          )
          if (others.filter(({ claim }) => claim.figure?.scope === 'incident').length > 1) continue
          for (const part of others)
            if (part.claim.figure?.scope === 'subset' && (part.claim.figure.low ?? 0) > figure.high)
              expect(flagged.has(part.claim.id)).toBe(true)
        }
      }
    }),
    { numRuns: RUNS },
  )
})

test('a copy by another outlet that comes in later changes no number and no grade', () => {
  fc.assert(
    fc.property(worlds, policies, fc.nat(), (world, policy, pick) => {
      const original = world[pick % world.length]
      if (original === undefined) return
      const copy = { ...original, outlet: 'Far Herald', received: 20 }
      const believed = (tellings: readonly Telling[]): unknown => {
        const { grade, figures } = recordAsOne(readWorld(tellings), policy).incident
        return [grade.value, figures.map(({ measure, who, low, high, best }) => ({ measure, who, low, high, best }))]
      }
      expect(believed([...world, copy])).toEqual(believed(world))
    }),
    { numRuns: RUNS },
  )
})

/** The record of an incident that all of the documents tell of. */
function recordAsOne(documents: readonly ReadDocument[], policy: Policy): IncidentRecord {
  const reports = documents.flatMap(({ captureId, reading }) =>
    reading.incidents.map(({ id }) => ({ captureId, reportId: id })),
  )
  return recordIncident({ id: 'inc-one', previousIds: [], reports, documents }, prepareDecisions([], []), { policy })
}
