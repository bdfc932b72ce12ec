import { hashWord } from '../src/4-incidents/merge/hash-word.ts'

/** A report of the one event, as it is given to be read. */
export interface MadeReport {
  readonly text: string
  readonly title: string
  readonly outlet: string
  /** ISO 8601, UTC. */
  readonly published: string
  readonly received: string
}

const FIRST_HOUR = Date.UTC(2030, 4, 14, 6)
const HOUR_MS = 3_600_000
/** Over so many hours the event is reported, however many reports there are: numbers are revised meanwhile. */
const HOURS = 144
const WIRES = ['Harbour Wire', 'Lowland News Agency', 'Northern Press', 'Meridian Newswire']
const OUTLETS = 600
/** Of a hundred reports so many are copies of a wire; so many name a claimant whom nobody else names. */
const COPIES = 60
const OWN_CLAIMANTS = 5
const FIRST_NAMES = 'Ivan Olha Petro Maria Andriy Oksana Taras Iryna Bohdan Halyna Danylo Nadia'.split(' ')
const SYLLABLES = 'ba de fi go ku la me ni po ru sa te vi wo zu kha dri sto gle mar'.split(' ')
const ROLES = [
  'head of the {n} district council',
  'a doctor at hospital number {n}',
  'director of school number {n}',
  'chief of the {n}th rescue team',
]

/**
 * The n-th of `of` reports of one event: a missile strike on the railway station of Kramatorsk whose toll is revised over days. Most are
 * copies of a few wires' updates, cut, retitled or opened anew; the others tell it in their own words by the sources
 * that everybody has, and some by a source of their own. The same `n` gives the same report.
 */
export function makeCoverage(n: number, of: number): MadeReport {
  const hour = Math.floor((n * HOURS) / of)
  const at = FIRST_HOUR + (n * HOURS * HOUR_MS) / of
  const pick = (what: string, below: number): number => hashWord(`${what} ${n}`) % below
  const outlet = `The ${wordOf(pick('outlet', OUTLETS))} Herald`
  const published = new Date(at).toISOString()
  const received = new Date(at + 600_000).toISOString()
  const made = { outlet, published, received }
  const kind = pick('kind', 100)
  if (kind < COPIES) {
    const wire = pick('wire', WIRES.length)
    // A wire writes anew every six hours.
    const update = hour - (hour % 6)
    const sentences = tellAsWire(wire, update)
    const kept = 5 + pick('kept', sentences.length - 4)
    const opening = pick('opening', 3) === 0 ? `${wordOf(pick('first', 9000))} ${wordOf(pick('second', 9000))}. ` : ''
    const title = `Kramatorsk station strike: ${wordOf(pick('title', 5000))} ${wordOf(pick('title too', 5000))}`
    return { ...made, title, text: `${opening}${sentences.slice(0, kept).join(' ')} (${WIRES[wire]})` }
  }
  const own = kind < COPIES + OWN_CLAIMANTS ? [tellByOwnSource(n, hour)] : []
  const told = [...tellInOwnWords(`own ${n}`, hour), ...own]
  return { ...made, title: `${killedAt(hour)} dead after missile hits station in Kramatorsk`, text: told.join(' ') }
}

/** What was known in an hour: more every few hours, and once less. */
function killedAt(hour: number): number {
  const known = 30 + Math.floor(hour / 5) * 2
  return hour > 100 ? known - 6 : known
}

function tellAsWire(wire: number, hour: number): string[] {
  const killed = killedAt(hour) - wire
  const words = (at: number): string =>
    Array.from({ length: 14 }, (_, i) => wordOf(hashWord(`${wire} ${hour} ${at} ${i}`) % 9000)).join(' ')
  return [
    `KRAMATORSK, Ukraine (${WIRES[wire]}) - At least ${killed} people were killed and ${killed * 2} wounded when a missile hit the railway station of Kramatorsk on Monday, mayor Oleksandr Honchar said.`,
    `The governor of Donetsk region, Pavlo Hrytsak, put the number of dead at ${killed + 2}, among them ${3 + wire} children.`,
    `Ukraine’s defence ministry said that Russia had fired the missile.`,
    `Russia’s defence ministry denied that its forces had struck the station.`,
    `About ${killed * 2 + 4} people were being treated in hospitals, the emergency service said.`,
    `Witnesses spoke of ${words(1)} beside the platform.`,
    `"It was ${words(2)}," said a woman who had waited for a train.`,
    `The station ${words(3)} since the first days of May.`,
    `Trains ${words(4)} until the evening.`,
    `Residents brought ${words(5)} to the square.`,
  ]
}

function tellInOwnWords(seed: string, hour: number): string[] {
  const pick = (what: string, below: number): number => hashWord(`${seed} ${what}`) % below
  const killed = killedAt(hour)
  const words = (at: number): string => Array.from({ length: 16 }, (_, i) => wordOf(pick(`${at} ${i}`, 9000))).join(' ')
  return [
    `Rescue workers in Kramatorsk searched the railway station, where a missile struck on Monday, for ${words(0)}.`,
    [
      `Mayor Oleksandr Honchar said ${killed} people had been killed.`,
      `The emergency service said ${killed + 1} people were killed and ${killed * 2} injured.`,
      `Police said at least ${killed - 3} people died.`,
      `According to the interior ministry, ${killed} people were killed.`,
      `Dozens of people were killed, residents said.`,
    ][pick('who', 5)] ?? '',
    `Our reporter saw ${words(1)} on the platform.`,
    pick('more', 3) === 0 ? `The health ministry said ${5 + (hour >> 5)} children were among the dead.` : words(2),
    `People ${words(3)} near the tracks.`,
  ]
}

/** Somebody whom no other report names. */
function tellByOwnSource(n: number, hour: number): string {
  const name = `${FIRST_NAMES[n % FIRST_NAMES.length]} ${capital(wordOf(9000 + n))}`
  const role = (ROLES[n % ROLES.length] ?? '').replace('{n}', String(1 + (hashWord(`role ${n}`) % 90)))
  return `${name}, ${role}, said ${killedAt(hour) + (hashWord(`count ${n}`) % 20) - 10} people had been killed at the station.`
}

/** A made-up word for a number, the same each time. */
function wordOf(n: number): string {
  let word = ''
  for (let left = n + SYLLABLES.length; left > 0; left = Math.floor(left / SYLLABLES.length))
    word += SYLLABLES[left % SYLLABLES.length] ?? ''
  return `${word}n`
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
