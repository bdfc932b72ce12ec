import { deflateSync } from 'node:zlib'

import { describe, expect, test } from 'vitest'

import { makePdf, type PlacedLine } from '../../../test/support/make-pdf.ts'
import { extractPdf } from './extract-pdf.ts'
import { DEFAULT_PDF_LIMITS, type PdfText } from './pdf-text.ts'
import { readPdfText } from './read-pdf-text.ts'

/** Lines of text from the top of a page down, 14 points apart; "" leaves a line out, ">" indents, "#" is a heading. */
function page(lines: readonly string[], x = 72, top = 720): PlacedLine[] {
  return lines.flatMap((line, i) => {
    const isHead = line.startsWith('#')
    const text = line.replace(/^[#>]/u, '')
    if (text === '') return []
    return [{ x: line.startsWith('>') ? x + 18 : x, y: top - 14 * i, text, size: isHead ? 18 : 11 }]
  })
}
const read = async (...pages: readonly PlacedLine[][]) =>
  (await extractPdf(makePdf(pages), DEFAULT_PDF_LIMITS)) as PdfText
const LONG = 'The governor said on Monday that rescuers were still at work in the'

describe('lines become paragraphs', () => {
  test.each<[string, string[], string]>([
    [
      'a heading, words broken at the end of a line, a blank line',
      [
        '#Shelling in Kharkiv',
        '',
        '',
        'At least five people were killed and twelve in-',
        'jured on Monday, the governor said. The bodies were',
        'found in a cellar.',
        '',
        'Rescuers went on with the search.',
      ],
      'Shelling in Kharkiv\n\nAt least five people were killed and twelve injured on Monday, the governor said. The bodies were found in a cellar.\n\nRescuers went on with the search.',
    ],
    [
      'an indented first line',
      [
        LONG,
        'ruins of the school, where more than forty people had been when it',
        'was struck.',
        `>${LONG}`,
        'ruins of the hospital too.',
      ],
      `${LONG} ruins of the school, where more than forty people had been when it was struck.\n\n${LONG} ruins of the hospital too.`,
    ],
    ['a short last line', [LONG, 'ruins.', `${LONG}`, 'hospital.'], `${LONG} ruins.\n\n${LONG} hospital.`],
    [
      'a full line that ends a sentence goes on',
      [
        'The governor said on Monday that rescuers were still at work there.',
        'He said that more than forty people had been in the school cellar at',
        'noon.',
      ],
      'The governor said on Monday that rescuers were still at work there. He said that more than forty people had been in the school cellar at noon.',
    ],
    [
      'a list',
      [
        'The ministry counted these harms in the whole region last week:',
        '\x95 12 people killed',
        '\x95 40 people injured, among them seven children of one school and their',
        'teacher',
        '\x95 3 missing',
      ],
      'The ministry counted these harms in the whole region last week:\n\n• 12 people killed\n\n• 40 people injured, among them seven children of one school and their teacher\n\n• 3 missing',
    ],
    [
      'a number at the start of a line is no list',
      ['The shelling of the station in the eastern city of Kramatorsk on April', '8. killed many', 'people.'],
      'The shelling of the station in the eastern city of Kramatorsk on April 8. killed many people.',
    ],
  ])('%s', async (_name, lines, text) => {
    expect((await read(page(lines))).text).toBe(text)
  })

  test.each([
    ['in-', 'jured', 'injured'],
    ['two-year-', 'old boy', 'two-year-old boy'],
    ['a 12-', 'year-old', 'a 12-year-old'],
    ['in Al-', 'Ahli hospital', 'in Al-Ahli hospital'],
    ['by non-', 'governmental groups', 'by non-governmental groups'],
    ['a soft\xad', 'ware firm', 'a software firm'],
    ['twenty-', 'five dead', 'twenty-five dead'],
    ['9-', '12 people', '9-12 people'],
    ['and -', 'he said', 'and - he said'],
  ])('"%s" and "%s" are "%s"', async (first, second, joined) => {
    const text = (await read(page([LONG, `x ${first}`, `${second} y`]))).text
    expect(text).toContain(`x ${joined} y`)
  })

  test('a heading in the type of the text, and broken lines of a narrow column', async () => {
    const lines = page(['Casualties', LONG, 'ruins of the school in', 'Kharkiv.'])
    expect((await read(lines)).text).toBe(`Casualties\n\n${LONG} ruins of the school in\n\nKharkiv.`)
  })

  test('numbers of two cells of a table never become one', async () => {
    const rows = [
      ['Region', 'Killed', 'Injured'],
      ['Kherson', '1', '234'],
    ]
    const lines = rows.flatMap((row, r) => row.map((text, c) => ({ x: 72 + 110 * c, y: 700 - 14 * r, text })))
    expect((await read(lines)).text).toBe('Region | Killed | Injured\n\nKherson | 1 | 234')
  })

  test('two columns, the sentence going on in the second', async () => {
    const left = page(
      ['Five people died when the market of', 'the town was shelled, the mayor said,', 'and many more were'],
      72,
      700,
    )
    const right = page(['hurt by splinters of glass.', '', 'The army denied it.'], 330, 700)
    expect((await read([...left, ...right])).text).toBe(
      'Five people died when the market of the town was shelled, the mayor said, and many more were hurt by splinters of glass.\n\nThe army denied it.',
    )
  })

  test('pages: the sentence goes on, page numbers and running heads are left out and counted', async () => {
    const bodies = [
      'The mission counted 41 dead in the',
      'region of Kherson alone. Another 12',
      'were found in the river.',
    ]
    const pages = bodies.map((body, i) => [
      { x: 72, y: 760, text: `Report on the month, part ${i + 1}`, size: 9 },
      { x: 72, y: 700, text: body },
      { x: 300, y: 40, text: `- ${i + 1} -`, size: 9 },
    ])
    expect(await read(...pages)).toEqual({
      text: 'The mission counted 41 dead in the region of Kherson alone. Another 12 were found in the river.',
      title: null,
      pages: 3,
      notes: ['6 page numbers and running heads left out of the text'],
    })
  })

  test.each([
    ['People: 30', 'were hurt on that day.', 'People: 30 were hurt on that day.', 1],
    ['A field of 9 km', 'was mined that day.', 'A field of 9 km2 was mined that day.', 0],
  ])('a raised figure never becomes part of a number: %s', async (before, after, text, marks) => {
    const lines = [
      { x: 72, y: 700, text: before },
      { x: 150, y: 704, text: '2', size: 6 },
      { x: 157, y: 700, text: after },
    ]
    const found = await read(lines)
    expect(found.text).toBe(text)
    expect(found.notes).toEqual(marks === 0 ? [] : ['1 raised mark of a note left out of the text'])
  })
})

test.each([
  ['Monthly report', 'Monthly report'],
  ['Microsoft Word - report.doc', null],
  ['final_v2.indd', null],
  ['Untitled', null],
  ['  ', null],
])('the title "%s" is %s', async (title, expected) => {
  const pdf = makePdf([page([LONG])], { title })
  expect(await extractPdf(pdf, DEFAULT_PDF_LIMITS)).toMatchObject({ title: expected })
})

describe('what cannot be read is a fault that says what to do', () => {
  const good = makePdf([page([LONG])])
  const locked =
    '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (01234567890123456789012345678901) /U (01234567890123456789012345678901) >> /ID [(0123456789012345) (0123456789012345)]'
  test.each([
    ['nothing', new Uint8Array(), 'not-a-pdf'],
    ['a web page', Buffer.from('<html>%PDX</html>'), 'not-a-pdf'],
    ['a head without a body', Buffer.from('%PDF-1.7\nrubbish'), 'broken'],
    ['a file cut in its first half', good.subarray(0, 250), 'broken'],
    ['a password', makePdf([page([LONG])], { trailer: locked }), 'encrypted'],
    ['no text', makePdf([[]]), 'no-text'],
    ['a stamp on scans', makePdf([page(['No. 7']), [], []]), 'no-text'],
    ['more bytes than allowed', Buffer.concat([good, Buffer.alloc(200_000)]), 'too-large'],
    ['more pages than allowed', makePdf(Array.from({ length: 6 }, () => page([LONG]))), 'too-many-pages'],
  ])('%s', async (_name, bytes, reason) => {
    const fault = await readPdfText(bytes, { maxBytes: 100_000, maxPages: 5, timeMs: 20_000 })
    expect(fault).toMatchObject({ reason, message: expect.stringMatching(/.{20}\.$/u) as string })
  })

  test('a damaged table of contents is mended', async () => {
    const bytes = Buffer.from(
      Buffer.from(good)
        .toString('latin1')
        .replace(/startxref\n\d+/u, 'startxref\n5'),
      'latin1',
    )
    expect(await readPdfText(bytes)).toMatchObject({ text: LONG, pages: 1 })
  })

  test('time', async () => {
    expect(await readPdfText(good, { ...DEFAULT_PDF_LIMITS, timeMs: 1 })).toMatchObject({ reason: 'timeout' })
  })

  test('a stream that unpacks to 300 MB ends within the limits', async () => {
    const bomb = makePdf([], { streams: [deflateSync(Buffer.alloc(300_000_000, 'q Q '))] })
    expect(bomb.length).toBeLessThan(1_000_000)
    const outcome = await readPdfText(bomb, { ...DEFAULT_PDF_LIMITS, timeMs: 3000 })
    expect(outcome).toHaveProperty('reason')
  })

  test('the same bytes give the same text, on a thread as here', async () => {
    expect(await readPdfText(good)).toEqual(await extractPdf(good, DEFAULT_PDF_LIMITS))
  })
})
