import { hashWord } from '../src/4-incidents/merge/hash-word.ts'
import { readAges, readNames, readWords } from '../src/4-incidents/merge/read-words.ts'
import type { ReportProfile } from '../src/4-incidents/merge/report-profile.ts'
import type { AcledEvent, AcledSubEvent } from '../src/model/claim.ts'

const FIRST_DAY = 19_000
const DAY_MS = 86_400_000
/** Reports of one day: the world of a million reports is ten times as long as that of a hundred thousand, not denser. */
const REPORTS_A_DAY = 1000
const TOWNS = 3000
/** Words that no list has: names of persons, streets and villages, and what is told once. */
const RARE_WORDS = 150_000
/** Every so many-th report tells of the one large event, once it has happened. */
const LARGE_EVERY = 10
/** Every so many-th report is the text of one told shortly before. */
const COPY_EVERY = 10
const KINDS: readonly { readonly event: AcledEvent; readonly subEvent: AcledSubEvent; readonly words: string }[] = [
  { event: 'Explosions/Remote violence', subEvent: 'Air/drone strike', words: 'air strike jet bombed' },
  {
    event: 'Explosions/Remote violence',
    subEvent: 'Shelling/artillery/missile attack',
    words: 'shelling shells mortar fired',
  },
  { event: 'Battles', subEvent: 'Armed clash', words: 'clash gunmen fighting ambush' },
  { event: 'Violence against civilians', subEvent: 'Attack', words: 'shooting shot attacker gunman' },
  {
    event: 'Explosions/Remote violence',
    subEvent: 'Remote explosive/landmine/IED',
    words: 'mine blast exploded device',
  },
]
const COMMON =
  'people police residents said officials hospital night morning road house family windows school district street army ' +
  'truck market bridge soldiers ambulance smoke bodies rescue village checkpoint farmer teacher driver minister'

/**
 * The report that came in as the n-th: of a town and a kind of event of Zipf's frequency, told in a few sentences with the
 * event's own words and some of the teller's. The same `n` gives the same report; nothing is kept.
 */
export function makeReport(n: number): ReportProfile {
  const told = n % COPY_EVERY === 7 && n > 20 ? n - 10 : n
  const day = FIRST_DAY + Math.floor(told / REPORTS_A_DAY)
  const isLarge = told % LARGE_EVERY === 3
  const pick = (what: string, below: number): number => hashWord(`${what} ${told}`) % below
  const townNumber = isLarge ? 0 : zipf(pick('town', 1_000_000) / 1_000_000, TOWNS)
  const eventDay = isLarge ? FIRST_DAY : day - (pick('late', 4) === 0 ? 1 : 0)
  // A town has as many events a day as it is large.
  const event = isLarge ? 'large' : `${eventDay} ${townNumber} ${pick('event', 1 + Math.floor(40 / townNumber))}`
  const of = (what: string, below: number): number => hashWord(`${what} ${event}`) % below
  const kind = KINDS[zipf(of('kind', 1000) / 1000, KINDS.length) - 1] ?? KINDS[0]
  if (kind === undefined) throw new Error('there is a first kind')
  const killed = 1 + of('killed', 30)
  const [title, body] = tell({ event, told, town: townOf(townNumber), killed, words: kind.words })
  const words = readWords(body)
  const titleWords = new Set(readWords(title).map(({ word }) => word))
  const captureId = `${hashWord(`capture ${n}`).toString(16).padStart(8, '0')}-${n}`
  const counts = new Map<string, number>()
  for (const { word } of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const date = new Date(eventDay * DAY_MS).toISOString().slice(0, 10)
  return {
    ref: { captureId, reportId: 'i-1' },
    refs: [{ captureId, reportId: 'i-1' }],
    key: `${captureId} i-1`,
    receivedAt: new Date(FIRST_DAY * DAY_MS + n * Math.floor(DAY_MS / REPORTS_A_DAY)).toISOString(),
    report: {
      id: 'i-1',
      type: { event: kind.event, subEvent: kind.subEvent },
      place: {
        asWritten: townOf(townNumber),
        name: townOf(townNumber),
        geonameId: townNumber + 1,
        lat: 20 + (hashWord(`lat ${townNumber}`) % 20_000) / 1000,
        lon: 20 + (hashWord(`lon ${townNumber}`) % 20_000) / 1000,
        country: 'SY',
        admin1: null,
        facility: null,
        wherePrec: 1,
        geoPrecision: 1,
      },
      when: { asWritten: null, start: date, end: date, datePrec: 1, timePrecision: 1, anchor: 'absolute' },
      actors: [],
      claims: ['c-1', 'c-2'],
    },
    claims: 2,
    isMain: true,
    outlet: `outlet${pick('outlet', 400)}.example`,
    published: day,
    days: { from: eventDay, to: eventDay },
    words: counts,
    coreWords: new Set([...titleWords, ...words.slice(0, 40).map(({ word }) => word)]),
    titleWords,
    tellsNames: true,
    names: readNames(body, words),
    ages: readAges(body),
    weapons: new Set(),
    actorWords: new Set(),
    claimDays: new Set([eventDay]),
    placeWords: new Set([townOf(townNumber).toLowerCase()]),
    placeSkeletons: new Set([townOf(townNumber).toLowerCase()]),
    facilityWords: new Set(),
    siteKinds: new Set<string>(),
    namedKinds: new Set<string>(),
    text: null,
    killed: { low: killed, high: killed },
    injured: null,
  }
}

interface Telling {
  readonly event: string
  readonly told: number
  readonly town: string
  readonly killed: number
  readonly words: string
}

/** Headline and text: three in four of the event's words, common words, and two words of the teller's. */
function tell({ event, told, town, killed, words }: Telling): [string, string] {
  const common = COMMON.split(' ')
  const own = Array.from({ length: 16 }, (_, i) => wordOf(hashWord(`${event} word ${i}`) % RARE_WORDS)).filter(
    (_, i) => hashWord(`${told} leaves ${i}`) % 4 !== 0,
  )
  const victim = `${nameOf(hashWord(`${event} first`) % 300)} ${nameOf(300 + (hashWord(`${event} last`) % 9000))}`
  const some = Array.from({ length: 24 }, (_, i) => common[hashWord(`${told} common ${i}`) % common.length] ?? '')
  const teller = [0, 1].map((i) => wordOf(hashWord(`${told} teller ${i}`) % RARE_WORDS))
  const kind = words.split(' ').filter((_, i) => hashWord(`${told} kind ${i}`) % 3 !== 0)
  const title = `${killed} killed in ${town} ${kind.join(' ')} ${own.slice(0, 2).join(' ')}`
  const age = 20 + (hashWord(`${event} age`) % 50)
  return [
    title,
    `At least ${killed} people were killed in ${town}, ${kind.join(' ')} ${own.slice(0, 8).join(' ')}. ${some.slice(0, 12).join(' ')}. ` +
      `They found ${victim}, ${age}, and ${own.slice(8).join(' ')} ${some.slice(12).join(' ')} ${teller.join(' ')}.`,
  ]
}

/** Rank of Zipf's law for a number from 0 to 1: the first is met most. */
function zipf(chance: number, ranks: number): number {
  return Math.min(ranks, Math.floor((ranks + 1) ** chance))
}

const SYLLABLES = 'ba de fi go ku la me ni po ru sa te vi wo zu kha dri sto gle mar'.split(' ')

/** A made-up word for a number, the same each time. */
function wordOf(n: number): string {
  let word = ''
  for (let left = n + SYLLABLES.length; left > 0; left = Math.floor(left / SYLLABLES.length))
    word += SYLLABLES[left % SYLLABLES.length] ?? ''
  return `${word}n`
}

function nameOf(n: number): string {
  const word = wordOf(n)
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}

function townOf(n: number): string {
  return `${nameOf(n)}grad`
}
