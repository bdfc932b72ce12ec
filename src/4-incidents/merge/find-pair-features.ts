import { ACLED_SUB_EVENTS, type AcledSubEvent } from '../../model/claim.ts'
import type { Place } from '../../model/place.ts'
import type { DaySpan, Toll } from './report-profile.ts'
import { SharedWords } from './shared-words.ts'
import type { ComparedProfile, WeighedReport } from './weigh-words.ts'
import { rarityOfName, rarityOfPlace } from './word-rarity.ts'

/** Steps of a similarity: each step reached is a feature, so that the weight can grow with the similarity as the data says. */
const COSINES = [0.03, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.65, 0.8]
const TEXT_STEPS = stepsOf('text', COSINES)
const CORE_STEPS = stepsOf('core', COSINES)
const TITLE_STEPS = stepsOf('title', COSINES)
const PLACE_STEPS = stepsOf('places', [2, 4, 6, 9, 13, 18])
const PUBLISHED_STEPS = stepsOf('published', [0, 1, 3, 7, 14, 30, 90])
const RARE_STEPS = stepsOf('rare', [6, 12, 20, 30, 45, 70])
/** A shared word counts as rare when it stands in at most one of fifty documents. */
const RARE = Math.log(50)
/** What was shared last is kept for the next question about the same two. */
export const TEXTS = new SharedWords()
const CORES = new SharedWords(RARE)
const TITLES = new SharedWords()
/** Days of an interval that is a date; "in March" is none. */
const WIDE_DAYS = 7
const FOLLOWING_DAYS = [1, 3, 7, 14, 30, 90, 365]
const KM_PER_DEGREE = 111.3
const SAME_SCENE_KM = 12
const SAME_AREA_KM = 60

/** What speaks for and against two reports being one incident, as names of features that hold. The order of the two does not matter. */
export function findPairFeatures(a: WeighedReport, b: WeighedReport): string[] {
  const [p, q] = [a.profile, b.profile]
  const days = compareDays(p.days, q.days)
  const place = comparePlaces(p.report.place, q.report.place)
  const features: string[] = []
  addSteps(features, TEXT_STEPS, TEXTS.cosine(a.all, b.all))
  addSteps(features, CORE_STEPS, CORES.cosine(a.core, b.core))
  addSteps(features, TITLE_STEPS, TITLES.cosine(a.title, b.title))
  addSteps(features, RARE_STEPS, CORES.rareWeight(a.core, b.core))
  addSteps(features, PLACE_STEPS, sharedPlaces(p, q))
  features.push(
    compareNames(p, q),
    nameOf('ages', compareSets(p.ages, q.ages)),
    days,
    // Where both texts give the day, the dates of publication say little more.
    nameOf(comparePublished(p, q), p.days === null || q.days === null ? 'undated' : 'dated'),
    place,
    nameOf('claim days', compareSets(p.claimDays, q.claimDays)),
    nameOf('place words', compareSets(p.placeWords, q.placeWords)),
    nameOf('facility', compareSets(p.facilityWords, q.facilityWords)),
    compareSites(p, q, place),
    compareTypes(p.report.type.subEvent, q.report.type.subEvent),
    nameOf('weapons', compareSets(p.weapons, q.weapons)),
    nameOf('actors', compareSets(p.actorWords, q.actorWords)),
    nameOf('killed', compareTolls(p.killed, q.killed)),
    nameOf('injured', compareTolls(p.injured, q.injured)),
  )
  // Day, town and type speak louder together than the sum of each.
  if (SAME_DAY.has(days) && SAME_TOWN.has(place))
    features.push(p.report.type.subEvent === q.report.type.subEvent ? 'scene same type' : 'scene other type')
  const following = compareFollowing(p, q)
  if (following !== null) features.push(following)
  if (p.outlet !== null && p.outlet === q.outlet) features.push('same outlet')
  return features
}

/**
 * Whether both tell of one kind of site in one town: as their place, or in the words of their claims. Told apart for reports
 * that both give the day, as stories weeks later name the site and no day.
 */
function compareSites(p: ComparedProfile, q: ComparedProfile, place: string): string {
  if (!SAME_TOWN.has(place)) return 'site elsewhere'
  const dated = isDated(p) && isDated(q) ? 'dated' : 'undated'
  if (p.siteKinds.size > 0 && q.siteKinds.size > 0)
    return nameOf(share(p.siteKinds, q.siteKinds) ? 'site same' : 'site apart', dated)
  if (share(p.siteKinds, q.namedKinds) || share(q.siteKinds, p.namedKinds)) return nameOf('site told', dated)
  return nameOf(share(p.namedKinds, q.namedKinds) ? 'site words' : 'site unknown', dated)
}

/** Days that say when something happened, and not only in which month. */
function isDated({ days }: ComparedProfile): boolean {
  return days !== null && days.to - days.from <= WIDE_DAYS
}

/** Where one report gives the day and the other none: how long after that day the other was published. */
function compareFollowing(p: ComparedProfile, q: ComparedProfile): string | null {
  const [dated, other] = isDated(p) ? [p, q] : [q, p]
  if (dated.days === null || !isDated(dated) || isDated(other) || other.published === null) return null
  const gap = other.published - dated.days.to
  if (gap < -1) return 'follows before'
  const step = FOLLOWING_DAYS.find((most) => gap <= most)
  return step === undefined ? 'follows late' : nameOf('follows', String(step))
}

function share<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const one of a) if (b.has(one)) return true
  return false
}

const SAME_DAY: ReadonlySet<string> = new Set(['days same', 'days overlap'])
const SAME_TOWN: ReadonlySet<string> = new Set(['place same', 'place near'])

interface Step {
  readonly from: number
  readonly name: string
}

function stepsOf(name: string, limits: readonly number[]): Step[] {
  return limits.map((from) => ({ from, name: `${name} ${from}` }))
}

function addSteps(features: string[], steps: readonly Step[], value: number): void {
  for (const { from, name } of steps) {
    if (value < from) return
    features.push(name)
  }
}

/** Names that were made before: there are few, and pairs are many. */
const NAMES = new Map<string, Map<string, string>>()

function nameOf(group: string, value: string): string {
  const own = NAMES.get(group)
  const known = own?.get(value)
  if (known !== undefined) return known
  const name = `${group} ${value}`
  if (own === undefined) NAMES.set(group, new Map([[value, name]]))
  else own.set(value, name)
  return name
}

/** Sum of the rarities of the place names that both tell of, however they are spelt. */
function sharedPlaces({ placeSkeletons: a }: ComparedProfile, { placeSkeletons: b }: ComparedProfile): number {
  let sum = 0
  for (const skeleton of a) if (b.has(skeleton)) sum += rarityOfPlace(skeleton)
  return sum
}

/**
 * Names that both tell of; that none is shared says nothing where one report gives no day, no other site, and names nobody but who
 * speaks: a story weeks later hears others.
 */
function compareNames(p: ComparedProfile, q: ComparedProfile): string {
  const [a, b] = [p.names, q.names]
  if (a.size === 0 || b.size === 0) return 'names unknown'
  let shared = 0
  for (const name of a) if (b.has(name) && rarityOfName(name) >= RARE) shared += 1
  if (shared === 0) {
    const isFollowUp = (p.days === null && !p.tellsNames) || (q.days === null && !q.tellsNames)
    const isOtherSite = p.siteKinds.size > 0 && q.siteKinds.size > 0 && !share(p.siteKinds, q.siteKinds)
    return isFollowUp && !isOtherSite ? 'names unknown' : 'names apart'
  }
  return shared < 3 ? `names shared ${shared}` : 'names shared many'
}

function compareSets<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): string {
  if (a.size === 0 || b.size === 0) return 'unknown'
  let shared = 0
  for (const one of a) if (b.has(one)) shared += 1
  return shared === 0 ? 'apart' : shared === Math.min(a.size, b.size) ? 'within' : 'shared'
}

function compareDays(a: DaySpan | null, b: DaySpan | null): string {
  if (a === null || b === null) return a === b ? 'days unknown' : 'days one unknown'
  const gap = Math.max(a.from, b.from) - Math.min(a.to, b.to)
  if (gap <= 0) {
    const length = Math.max(a.to - a.from, b.to - b.from)
    return length === 0 ? 'days same' : length <= 7 ? 'days overlap' : 'days overlap wide'
  }
  return gap === 1 ? 'days 1' : gap <= 3 ? 'days 3' : gap <= 14 ? 'days 14' : 'days far'
}

function comparePublished({ published: a }: ComparedProfile, { published: b }: ComparedProfile): string {
  if (a === null || b === null) return 'published unknown'
  const gap = Math.abs(a - b)
  return PUBLISHED_STEPS.find(({ from }) => gap <= from)?.name ?? 'published far'
}

/** Distance against both precisions: two named settlements are measured, a region holds what lies in it. */
function comparePlaces(a: Place | null, b: Place | null): string {
  if (a === null || b === null) return 'place unknown'
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return 'place unresolved'
  const isFine = (a.wherePrec ?? 1) <= 2 && (b.wherePrec ?? 1) <= 2
  if (a.geonameId !== null && a.geonameId === b.geonameId) return isFine ? 'place same' : 'place same region'
  if (a.country !== b.country) return 'place other country'
  if (!isFine) {
    const isCoarse = Math.max(a.wherePrec ?? 1, b.wherePrec ?? 1) >= 5
    return isCoarse || a.admin1 === b.admin1 ? 'place within' : 'place other region'
  }
  const km = kilometres(a.lat, a.lon, b.lat, b.lon)
  return km <= SAME_SCENE_KM ? 'place near' : km <= SAME_AREA_KM ? 'place area' : 'place far'
}

/** Distance in kilometres on a sphere, good enough for a few kilometres. */
function kilometres(latA: number, lonA: number, latB: number, lonB: number): number {
  const north = (latA - latB) * KM_PER_DEGREE
  const east = (lonA - lonB) * KM_PER_DEGREE * Math.cos(((latA + latB) / 2) * (Math.PI / 180))
  return Math.hypot(north, east)
}

/** ACLED's sub-events against each other: accounts of one blast differ in what went off, not in whether a treaty was signed. */
function compareTypes(a: AcledSubEvent, b: AcledSubEvent): string {
  if (a === b) return 'type same'
  const [kindA, kindB] = [ACLED_SUB_EVENTS[a], ACLED_SUB_EVENTS[b]]
  if (kindA === kindB) return 'type same kind'
  return kindA === 'Strategic developments' || kindB === 'Strategic developments' ? 'type apart' : 'type other violence'
}

/** Figures compatible: equal, one within the bounds of the other, close enough for a revision, or apart. */
function compareTolls(a: Toll | null, b: Toll | null): string {
  if (a === null || b === null) return a === b ? 'unknown' : 'one unknown'
  if (a.high === b.high) return a.high <= 2 ? 'equal small' : 'equal'
  if (a.low <= b.high && b.low <= a.high) return 'within'
  const [less, more] = [Math.min(a.high, b.high), Math.max(a.low, b.low)]
  return more <= less * 1.5 + 1 ? 'close' : 'apart'
}
