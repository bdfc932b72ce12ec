import { expect, test } from 'vitest'

import { decodeText } from './decode-text.ts'

const SHA256 = '0'.repeat(64)
const NOTHING_GIVEN = { sourceId: null, title: null, published: null, url: null, outlet: null }
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))
const utf16le = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]))
/** Russian letters in windows-1251: А-я stand at 192-255. */
const windows1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (char) => (/[А-я]/u.test(char) ? char.charCodeAt(0) - 0x410 + 192 : char.charCodeAt(0)))
const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))

const RUSSIAN = 'В городе слышны взрывы, сообщил глава администрации. Данных о погибших пока нет.'

test.each<
  [
    what: string,
    bytes: Uint8Array,
    format: 'text' | 'html',
    charset: string | null,
    text: string,
    name: string,
    evidence: string,
  ]
>([
  ['UTF-8', utf8('Łódź — 3 dead'), 'text', null, 'Łódź — 3 dead', 'utf-8', 'valid-utf-8'],
  ['a byte order mark', utf8('\ufeffKyiv'), 'text', null, 'Kyiv', 'utf-8', 'bom'],
  ['UTF-16 with a mark', join(Uint8Array.of(0xff, 0xfe), utf16le('Kyiv')), 'text', null, 'Kyiv', 'utf-16le', 'bom'],
  [
    'UTF-16 without a mark',
    utf16le('Two dead in Kherson'),
    'text',
    null,
    'Two dead in Kherson',
    'utf-16le',
    'utf-16-pattern',
  ],
  ['a charset from the transport', latin1('Malm\xf6'), 'text', 'ISO-8859-1', 'Malmö', 'windows-1252', 'transport'],
  ['a charset nobody knows', utf8('Malmö'), 'text', 'x-klingon', 'Malmö', 'utf-8', 'valid-utf-8'],
  [
    'a meta element',
    join(latin1('<meta charset="windows-1251"><p>'), windows1251(RUSSIAN)),
    'html',
    null,
    `<meta charset="windows-1251"><p>${RUSSIAN}`,
    'windows-1251',
    'meta',
  ],
  [
    'an old declaration over UTF-8',
    utf8('<meta charset="iso-8859-1"><p>Łódź'),
    'html',
    null,
    '<meta charset="iso-8859-1"><p>Łódź',
    'utf-8',
    'valid-utf-8',
  ],
  ['no declaration at all', windows1251(RUSSIAN), 'text', null, RUSSIAN, 'windows-1251', 'guess'],
  [
    'text that keeps its characters',
    utf8('cafe\u0301\r\n\t\u00a0½'),
    'text',
    null,
    'cafe\u0301\r\n\t\u00a0½',
    'utf-8',
    'valid-utf-8',
  ],
])('%s', (...row) => {
  const [, bytes, format, charset, text, name, evidence] = row
  const decoded = decodeText({ bytes, sha256: SHA256, format, charset, given: NOTHING_GIVEN })
  expect(decoded).toMatchObject({ text, charset: { name, evidence } })
})

test.each<[what: string, bytes: Uint8Array, reason: string, message: RegExp]>([
  ['nothing', new Uint8Array(), 'empty', /0 bytes/u],
  ['a PDF', latin1('%PDF-1.7\n%\xe2\xe3'), 'binary', /a PDF file/u],
  ['a DOCX', latin1('PK\x03\x04\x14\x00'), 'binary', /ZIP archive/u],
  ['a JPEG', latin1('\xff\xd8\xff\xe0\x00\x10JFIF'), 'binary', /a JPEG image/u],
  ['an MP4', latin1('\x00\x00\x00\x18ftypmp42'), 'binary', /MP4/u],
  ['NUL bytes in between', latin1('some text\x00\x00and more text'), 'binary', /NUL bytes/u],
  ['control characters', latin1('\x01\x02\x03abc\x04\x05'.repeat(50)), 'binary', /control characters/u],
])('%s cannot be read, and the message says what it is', (_, bytes, reason, message) => {
  const decoded = decodeText({ bytes, sha256: SHA256, format: 'text', charset: null, given: NOTHING_GIVEN })
  expect(decoded).toMatchObject({ reason, message: expect.stringMatching(message) as string })
})
