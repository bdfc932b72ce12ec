import { describe, expect, test } from 'vitest'

import { marketRecord } from '../../../test/support/market-incident.ts'
import { showIncident } from './show-incident.ts'

const record = marketRecord()
const lines = showIncident(record, { width: 150, hasColour: false }, 50)
/** Lines of a section without blanks at the seams, its heading left out. */
function section(title: string): string[] {
  const start = lines.findIndex((line) => line.startsWith(title))
  const end = lines.indexOf('', start)
  return lines.slice(start + 1, end).map((line) => line.replace(/ {2,}/gu, ' | '))
}

describe('an incident for people', () => {
  test('opens with what, where, when and how well attested', () => {
    expect(lines[0]).toBe('Air strike, Port Elen, 1 May 2030')
    expect(lines).toContain('incident   i-market (before: i-old)')
    expect(lines).toContain(
      'grade      confirmed: grade/responsibility-accepted: north; grade/denied-by: Northern army',
    )
  })

  test('every range names who says its ends', () => {
    expect(section('Figures')).toEqual([
      'what | range | best | lowest says | highest says',
      'killed: people | 38 to 41 | 41 (cairn) | city council | Toll Watch',
      'killed: civilians | 41 | 41 (cairn) | Toll Watch | Toll Watch',
      'killed: children (part) | 4 | 4 (cairn) | city council | city council',
    ])
  })

  test('what stands is full, what was superseded hollow, and nothing is left out', () => {
    expect(
      section('Who said what')
        .slice(2)
        .map((line) => line.split(' | ').slice(0, 5).join(' | ')),
    ).toEqual([
      '= | killed: people | "Dozens", no number | Quay Wire | 2030-05-01',
      '● | killed: civilians | 41 | Toll Watch | 2030-06-01',
      '○ | killed: people | 31 or more | city council | 2030-05-01',
      '= | killed: people | 31 or more | city council | 2030-05-02',
      '○ | killed: people | 31 | city council | 2030-05-03',
      'Σ | killed: civilians | 900 | city council | 2030-05-03',
      '● | killed: children (part) | 4 | city council | 2030-05-03',
      '● | killed: people | 38 | city council | 2030-05-03',
    ])
  })

  test('origins stand against copies', () => {
    expect(section('Origins')[0]).toBe('4 documents, of which 1 is a copy; 5 origins')
    expect(section('Documents')).toContain(
      '2030-05-02 | Hill Courier | Strike on Port Elen | copy of Quay Wire | sha256:captu',
    )
  })

  test('the history tells each change with its cause', () => {
    expect(section('History')).toContain(
      '2030-05-03 07:00 | killed people low | 31 > 38 | city council: "38", 2030-05-03; supersedes "At least 31 people" | gazette-1',
    )
  })

  test('it ends with what the numbers are not', () => {
    expect(lines.at(-1)).toContain('not the toll')
  })

  test('control characters of a document do not reach the screen', () => {
    const { incident } = record
    const documents = incident.documents.map((document) => ({ ...document, title: 'red \u001b[31m alert\n' }))
    const shown = showIncident(
      { ...record, incident: { ...incident, documents } },
      { width: 120, hasColour: false },
      50,
    )
    expect(shown.join('')).not.toMatch(/\p{Cc}/u)
  })
})
