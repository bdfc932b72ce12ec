/**
 * The packed gazetteer: a head line of JSON, then sections of plain columns, each at a multiple of 4 bytes.
 *
 * Names stand sorted by their bytes, one a line, so that looking one up is a binary search in the file as it lies in
 * memory. `Counts` say how many entries each name has, `Ids` which (positions in the entry columns).
 */
export interface PackedGazetteer {
  readonly provenance: Readonly<Record<string, unknown>>
  /** Country codes, in the order of the first entries. */
  readonly codes: readonly string[]
  readonly display: Lines
  readonly geonameIds: Int32Array
  /** Degrees times 100,000. */
  readonly lats: Int32Array
  readonly lons: Int32Array
  readonly populations: Int32Array
  /** Position of the division an entry lies in; 65535 for none. */
  readonly parents: Uint16Array
  readonly kinds: Uint8Array
  /** Pairs: position of a facility, position of its settlement. */
  readonly settlements: Int32Array
  readonly names: NameTable
  readonly skeletons: NameTable
}

/** Lines of text in one buffer; line i runs from starts[i] to starts[i + 1] - 1 (the line break). */
export interface Lines {
  readonly bytes: Buffer
  readonly starts: Uint32Array
}

/** Sorted folded names; the entries of name i are `ids.subarray(firsts[i], firsts[i + 1])`. */
export interface NameTable extends Lines {
  readonly firsts: Uint32Array
  readonly ids: Int32Array
}

/** What `packGazetteer` is given for one entry. */
interface EntryToPack {
  readonly name: string
  readonly geonameId: number
  readonly lat: number
  readonly lon: number
  readonly population: number
  readonly parent: number
  readonly kind: number
  readonly settlement: number | null
}
type NamesToPack = readonly (readonly [name: string, ids: readonly number[]])[]
interface ToPack {
  readonly provenance: Readonly<Record<string, unknown>>
  readonly codes: readonly string[]
  readonly entries: readonly EntryToPack[]
  readonly names: NamesToPack
  readonly skeletons: NamesToPack
}
type Section = readonly [name: string, start: number, bytes: number, count: number]

/** The bytes of a packed gazetteer; `readPacked` is the reverse. */
export function packGazetteer({ provenance, codes, entries, names, skeletons }: ToPack): Buffer {
  const text = (lines: readonly string[]): Buffer => Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8')
  const bytes = (array: Int32Array | Uint16Array | Uint8Array): Buffer =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength)
  const column = (pick: (entry: EntryToPack) => number): Buffer => bytes(Int32Array.from(entries, pick))
  const table = (prefix: string, rows: NamesToPack): [string, Buffer, number][] => [
    [`${prefix}Text`, text(rows.map(([name]) => name)), rows.length],
    [`${prefix}Counts`, bytes(Uint16Array.from(rows, ([, ids]) => ids.length)), rows.length],
    [`${prefix}Ids`, bytes(Int32Array.from(rows.flatMap(([, ids]) => ids))), 0],
  ]
  const parts: [string, Buffer, number][] = [
    ['display', text(entries.map(({ name }) => name)), entries.length],
    ['geonameIds', column(({ geonameId }) => geonameId), 0],
    ['lats', column(({ lat }) => Math.round(lat * 1e5)), 0],
    ['lons', column(({ lon }) => Math.round(lon * 1e5)), 0],
    ['populations', column(({ population }) => population), 0],
    ['parents', bytes(Uint16Array.from(entries, ({ parent }) => parent)), 0],
    ['kinds', bytes(Uint8Array.from(entries, ({ kind }) => kind)), 0],
    [
      'settlements',
      bytes(Int32Array.from(entries.flatMap(({ settlement }, i) => (settlement === null ? [] : [i, settlement])))),
      0,
    ],
    ...table('names', names),
    ...table('skeletons', skeletons),
  ]
  let at = 0
  const sections = parts.map(([name, part, count]): Section => {
    const section: Section = [name, at, part.length, count]
    at += padded(part.length)
    return section
  })
  const head = `${JSON.stringify({ format: FORMAT, provenance, codes, sections })}\n`
  const first = Buffer.alloc(padded(Buffer.byteLength(head)), ' ')
  first.write(head.trimEnd())
  first[first.length - 1] = NEWLINE
  const body = parts.map(([, part]) => Buffer.concat([part], padded(part.length)))
  return Buffer.concat([first, ...body])
}

/** Opens the bytes of a packed gazetteer without copying them; null when they are not one of this format. */
export function readPacked(file: Buffer): PackedGazetteer | null {
  const headEnd = file.indexOf(NEWLINE)
  if (headEnd < 0 || !file.subarray(0, 40).toString('latin1').startsWith(`{"format":"${FORMAT}"`)) return null
  const head = JSON.parse(file.subarray(0, headEnd).toString('utf8')) as {
    readonly provenance: Readonly<Record<string, unknown>>
    readonly codes: readonly string[]
    readonly sections: readonly Section[]
  }
  // Typed arrays need aligned memory: a file read whole is, a slice of Node's buffer pool may not be.
  const data = file.byteOffset % 4 === 0 ? file : Buffer.from(new Uint8Array(file).buffer)
  const find = (name: string): Section => head.sections.find(([other]) => other === name) ?? [name, 0, 0, 0]
  const start = (section: Section): number => headEnd + 1 + section[1]
  const raw = (name: string): Buffer => {
    const section = find(name)
    return data.subarray(start(section), start(section) + section[2])
  }
  const words = (name: string): Int32Array => {
    const part = raw(name)
    return new Int32Array(part.buffer, part.byteOffset, part.length / 4)
  }
  const halves = (name: string): Uint16Array => {
    const part = raw(name)
    return new Uint16Array(part.buffer, part.byteOffset, part.length / 2)
  }
  const lines = (name: string): Lines => ({ bytes: raw(name), starts: lineStarts(raw(name), find(name)[3]) })
  const table = (prefix: string): NameTable => ({
    ...lines(`${prefix}Text`),
    firsts: runningTotals(halves(`${prefix}Counts`)),
    ids: words(`${prefix}Ids`),
  })
  return {
    provenance: head.provenance,
    codes: head.codes,
    display: lines('display'),
    geonameIds: words('geonameIds'),
    lats: words('lats'),
    lons: words('lons'),
    populations: words('populations'),
    parents: halves('parents'),
    kinds: raw('kinds'),
    settlements: words('settlements'),
    names: table('names'),
    skeletons: table('skeletons'),
  }
}

const FORMAT = 'cairn/gazetteer@1'
const NEWLINE = 10

function padded(length: number): number {
  return Math.ceil(length / 4) * 4
}

function lineStarts(bytes: Buffer, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1)
  let line = 0
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && line < count; at = bytes.indexOf(NEWLINE, at + 1))
    starts[++line] = at + 1
  return starts
}

function runningTotals(counts: Uint16Array): Uint32Array {
  const firsts = new Uint32Array(counts.length + 1)
  let sum = 0
  counts.forEach((count, i) => {
    firsts[i] = sum
    sum += count
  })
  firsts[counts.length] = sum
  return firsts
}
