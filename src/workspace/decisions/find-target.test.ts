import { expect, test } from 'vitest'

import { marketRecord } from '../../../test/support/market-incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { chooseIncident, findIncident, isRefusal } from './find-target.ts'

const market = marketRecord()
const incident = (id: string, ...previousIds: readonly string[]): IncidentRecord => ({
  ...market,
  label: `Label of ${id}`,
  incident: { ...market.incident, id, previousIds },
})
const RECORDS = [incident('inc-aa1', 'inc-b7'), incident('inc-aa2', 'inc-c1', 'inc-aa1'), incident('inc-d1', 'inc-c2')]

test.each([
  ['its id', 'inc-aa2', 'inc-aa2'],
  ['the first characters of its id', 'inc-d', 'inc-d1'],
  ['its id, which another one had before', 'inc-aa1', 'inc-aa1'],
  ['an id that it had before', 'inc-b7', 'inc-aa1'],
  ['the first characters of one', 'inc-b', 'inc-aa1'],
])('an incident is found by %s', (_, prefix, id) => {
  const found = chooseIncident(RECORDS, prefix)
  expect(isRefusal(found) ? found : found.incident.id).toBe(id)
})

test.each([
  ['two begin so', 'inc-aa', 'ambiguous', ['inc-aa1 Label of inc-aa1', 'inc-aa2 Label of inc-aa2']],
  ['two had an id that begins so', 'inc-c', 'ambiguous', ['inc-aa2 Label of inc-aa2', 'inc-d1 Label of inc-d1']],
  ['none begins so', 'inc-x', 'unknown', []],
])('none is found where %s', (_, prefix, reason, candidates) => {
  expect(chooseIncident(RECORDS, prefix)).toMatchObject({ reason, candidates })
})

test('in a store it is found in the same way', async () => {
  const byId = new Map(RECORDS.map((record) => [record.incident.id, record]))
  const store = {
    incidentIds: () => Promise.resolve([...byId.keys()]),
    incident: (id: string) => Promise.resolve(byId.get(id) ?? null),
  }
  expect(await findIncident(store, 'inc-d')).toBe(byId.get('inc-d1'))
  expect(await findIncident(store, 'inc-aa')).toMatchObject({ reason: 'ambiguous' })
})
