import { expect, test } from 'vitest'

import { readText } from '../../../test/support/read-document.ts'
import { readCredit } from './read-credit.ts'

test.each<[text: string, agency: string | null, rule: string | null]>([
  ['KABUL, Oct 3 (Harbour Wire) - Nine people died.', 'Harbour Wire', 'credit/dateline'],
  ['BEIRUT (Reuters Staff) — Nine people died.', 'Reuters', 'credit/dateline'],
  ['By Jan Novak, Associated Press\n\nKYIV, Ukraine (AP) — Nine people died.', 'AP', 'credit/dateline'],
  [
    'Nine people died in the night, the mayor said.\n\nTrains ran again in the evening. (Harbour Wire)',
    'Harbour Wire',
    'credit/sign-off',
  ],
  ['Nine people died in the night, the mayor said. -- AFP', 'AFP', 'credit/sign-off'],
  ['Nine people died in the night, the mayor said.\n\nSource: AFP', 'AFP', 'credit/line'],
  ['HARBOUR WIRE\n\nNine people died in the night, the mayor said.', 'HARBOUR WIRE', 'credit/line'],
  ['Nine people died in the night, the mayor said (on Monday).', null, null],
  ['Nine people died (six of them children) - the worst night so far.', null, null],
  ['Nine people were killed by soldiers of the Free Syrian Army (FSA)', null, null],
])('%j', (text, agency, rule) => {
  const credit = readCredit(readText({ id: 'x', text, outlet: 'Morning Mail' }).reading.document)
  expect([credit?.agency ?? null, credit?.rule ?? null, credit?.isOwn ?? false]).toEqual([agency, rule, false])
})

test('an agency that signs its own report is no other', () => {
  const { document } = readText({ id: 'x', text: 'KABUL (Harbour Wire) - Nine died.', outlet: 'Harbour Wire' }).reading
  expect(readCredit(document)?.isOwn).toBe(true)
})
