import type { ReportRef } from '../../model/incident.ts'
import type { IncidentReport } from '../../model/reading.ts'
import { hashWord } from './hash-word.ts'
import type { DaySpan, ReportProfile, Toll } from './report-profile.ts'

/** One profile as JSON keeps it: by position, as names would be most of it. */
type Packed = readonly [
  report: IncidentReport,
  ref: ReportRef,
  parts: readonly string[],
  receivedAt: string,
  claims: number,
  isMain: 0 | 1,
  outlet: string | null,
  published: number | null,
  days: DaySpan | null,
  words: string,
  sets: readonly (readonly string[])[],
  numbers: readonly (readonly number[])[],
  tolls: readonly (Toll | null)[],
  text: string | null,
  tellsNames: 0 | 1,
]

/** Marks of a packed word behind its count: of the claims' sentences, of the headline. */
const CORE = '+'
const TITLE = '^'
const WORD = /^([^:+^]+)(?::(\d+))?(\+?)(\^?)$/u

/** A profile as one text, to be kept; `unpackProfile` makes the same profile of it. */
export function packProfile(profile: ReportProfile): string {
  const { words, coreWords, titleWords } = profile
  const all = new Set([...words.keys(), ...coreWords, ...titleWords])
  const packed: Packed = [
    profile.report,
    profile.ref,
    profile.refs.slice(1).map(({ reportId }) => reportId),
    profile.receivedAt,
    profile.claims,
    profile.isMain ? 1 : 0,
    profile.outlet,
    profile.published,
    profile.days,
    [...all].map((word) => packWord(word, words.get(word) ?? 0, coreWords.has(word), titleWords.has(word))).join(' '),
    [
      profile.names,
      profile.weapons,
      profile.actorWords,
      profile.placeWords,
      profile.placeSkeletons,
      profile.facilityWords,
      profile.siteKinds,
      profile.namedKinds,
    ].map((set) => [...set]),
    [profile.ages, profile.claimDays].map((set) => [...set]),
    [profile.killed, profile.injured],
    profile.text,
    profile.tellsNames ? 1 : 0,
  ]
  return JSON.stringify(packed)
}

function packWord(word: string, times: number, isCore: boolean, isTitle: boolean): string {
  return `${word}${times === 1 ? '' : `:${times}`}${isCore ? CORE : ''}${isTitle ? TITLE : ''}`
}

/** The profile that a text was packed from. */
export function unpackProfile(written: string): ReportProfile {
  const packed = JSON.parse(written) as Packed
  const [
    report,
    ref,
    parts,
    receivedAt,
    claims,
    isMain,
    outlet,
    published,
    days,
    list,
    sets,
    numbers,
    tolls,
    text,
    tellsNames,
  ] = packed
  const words = new Map<string, number>()
  const coreWords = new Set<string>()
  const titleWords = new Set<string>()
  for (const one of list === '' ? [] : list.split(' ')) {
    const [, word = '', times = '1', core, title] = WORD.exec(one) ?? []
    if (times !== '0') words.set(word, Number(times))
    if (core === CORE) coreWords.add(word)
    if (title === TITLE) titleWords.add(word)
  }
  const [names, weapons, actorWords, placeWords, placeSkeletons, facilityWords, siteKinds, namedKinds] = sets
  return {
    ref,
    refs: [ref, ...parts.map((reportId) => ({ captureId: ref.captureId, reportId }))],
    key: `${ref.captureId} ${ref.reportId}`,
    receivedAt,
    report,
    claims,
    isMain: isMain === 1,
    outlet,
    published,
    days,
    words,
    coreWords,
    titleWords,
    names: new Set(names),
    tellsNames: tellsNames === 1,
    ages: new Set(numbers[0]),
    weapons: new Set(weapons),
    actorWords: new Set(actorWords),
    claimDays: new Set(numbers[1]),
    placeWords: new Set(placeWords),
    placeSkeletons: new Set(placeSkeletons),
    facilityWords: new Set(facilityWords),
    siteKinds: new Set(siteKinds),
    namedKinds: new Set(namedKinds),
    text,
    killed: tolls[0] ?? null,
    injured: tolls[1] ?? null,
  }
}

/** Place of a report among those of a large block, 0 to 2^32 - 1: says nothing of when it came or from whom. */
export function rankOf(key: string): number {
  return hashWord(key)
}
