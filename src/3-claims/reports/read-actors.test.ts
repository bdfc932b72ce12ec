import { expect, test } from 'vitest'

import { kindOf } from './read-actors.ts'

test.each([
  ['Syrian government forces', 'State forces'],
  ['the air force', 'State forces'],
  ['Russia', 'State forces'],
  ['Boko Haram militants', 'Rebel group'],
  ['FMLN GUERRILLAS', 'Rebel group'],
  ['a pro-government militia', 'Political militia'],
  ['DRUG TRAFFICKERS', 'Political militia'],
  ['unidentified gunmen', 'Unidentified armed group'],
  ['peaceful protesters', 'Protesters'],
  ['three schoolchildren and a teacher', 'Civilians'],
  ['the harvest', 'Other'],
])('%s: %s', (name, kind) => {
  expect(kindOf(name)).toBe(kind)
})
