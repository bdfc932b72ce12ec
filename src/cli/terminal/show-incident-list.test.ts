import { expect, test } from 'vitest'

import { marketRecord } from '../../../test/support/market-incident.ts'
import type { Measure } from '../../model/claim.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { showIncidentList } from './show-incident-list.ts'

const record = marketRecord()
const [toll] = record.incident.figures
if (toll === undefined) throw new Error('the made-up incident has a toll')
const figures = (['killed', 'injured', 'missing', 'abducted'] as const).map((measure: Measure, i) => ({
  ...toll,
  measure,
  low: i,
  high: i,
}))

test.each([
  ['Air/drone strike', 'killed: 0; injured: 1; missing: 2; 1 more figure'],
  ['Abduction/forced disappearance', 'abducted: 3; killed: 0; injured: 1; 1 more figure'],
] as const)('an incident of type %s is told by its own measure first', (subEvent, facts) => {
  const told: IncidentRecord = {
    ...record,
    incident: { ...record.incident, type: { ...record.incident.type, subEvent }, figures },
  }
  expect(showIncidentList([told], { width: 150, hasColour: false })[1]).toBe(`  ${facts}`)
})
