import { PERSON_NOUNS } from '../../data/words/person-nouns.ts'
import type { Claim } from '../../src/model/claim.ts'
import type { Reading } from '../../src/model/reading.ts'
import { contentWords } from './content-words.ts'
import { isBattle } from './merge-accounts.ts'
import type { Account } from './template.ts'

const MS_PER_DAY = 864e5
/** Events named in the plural or as a way of life ("ATTACKS", "TERRORISM"). */
const PLURAL = /(?:[^s]s|ism|violence|fighting|war)$/iu
/** How the monitoring service marks what is no news report. */
const OPINION = /\[(?:commentary|editorial|interview|speech|column|station commentary)|\(editorial\b/iu
const FIGHTERS_RADIO = /^\W*clandestine\b|\b(?:war bulletin|battle report|war report)\b/iu
const HEAD_UNITS = 400

/** What an account says that bears on whether the 1992 task asked for it, as the features of a linear model. */
export function readCues(account: Account, all: readonly Account[], reading: Reading): string[] {
  const { response, reports, claims } = account
  const cues = new Set<string>()
  const figures = claims.filter(({ kind }) => kind === 'figure')
  const events = claims.filter(({ kind }) => kind === 'event')
  cues.add(`type ${response.type}${isBattle(account) ? ' in battle' : ''}`)
  for (const claim of figures) addFigure(cues, claim)
  if (figures.length === 0) cues.add('no figure')
  for (const role of ['perpetrator', 'target'] as const) {
    const actors = reports.flatMap((report) => report.actors.filter((actor) => actor.role === role))
    if (actors.length === 0) cues.add(`no ${role}`)
    for (const { kind, name } of actors) {
      cues.add(`${role} ${kind}`)
      const noun = personNoun(name)
      if (noun !== null) cues.add(`${role} ${noun}`)
    }
  }
  for (const { evidence } of events) for (const word of contentWords(evidence.exact)) cues.add(`event ${word}`)
  if (events.length === 0) cues.add('no event word')
  else if (events.every(({ evidence }) => PLURAL.test(evidence.exact))) cues.add('plural events')
  for (const { attribution } of claims) cues.add(`stance ${attribution.stance}`)
  cues.add(`place ${placeCue(account)}`)
  cues.add(`when ${whenCue(account, reading.document.publishedAt)}`)
  cues.add(`mentions ${bucket(claims.length, [1, 2, 4, 7, 12])}`)
  cues.add(`reports ${bucket(reports.length, [1, 2, 4])}`)
  cues.add(`start ${bucket(claims[0]?.evidence.start ?? 0, [250, 500, 1000, 1800, 3000])}`)
  cues.add(`accounts ${bucket(all.length, [1, 2, 3, 5, 8])}`)
  cues.add(`more told ${bucket(all.filter((other) => other.claims.length > claims.length).length, [0, 1, 2, 4])}`)
  cues.add(`length ${bucket(reading.document.text.length, [800, 1500, 3000, 5000])}`)
  const head = reading.document.text.slice(0, HEAD_UNITS)
  if (OPINION.test(head)) cues.add('opinion')
  if (FIGHTERS_RADIO.test(head)) cues.add('radio of fighters')
  return [...cues]
}

function addFigure(cues: Set<string>, { figure, evidence }: Claim): void {
  if (figure === null) return
  cues.add(`figure ${figure.measure}`)
  for (const who of figure.who) cues.add(`harmed ${who}`)
  cues.add(figure.low === null && figure.high === null ? 'vague figure' : figure.high === 1 ? 'one victim' : 'victims')
  const noun = personNoun(evidence.exact)
  if (noun !== null) cues.add(`harmed ${noun}`)
}

/** The last common noun for people in a phrase; null when it has none, so that no name becomes a cue. */
function personNoun(phrase: string): string | null {
  return contentWords(phrase).findLast((word) => PERSON_NOUNS.has(word)) ?? null
}

function placeCue({ response, reports }: Account): string {
  if (response.location.names.length === 0) return reports.some(({ place }) => place !== null) ? 'country' : 'none'
  const precs = reports.flatMap(({ place }) => place?.wherePrec ?? [])
  return precs.length === 0 ? 'unknown' : Math.min(...precs) <= 2 ? 'settlement' : 'region'
}

function whenCue({ response: { when } }: Account, published: string | null): string {
  if (when === null || when.end === null) return 'none'
  const length = when.start === null ? 999 : (Date.parse(when.end) - Date.parse(when.start)) / MS_PER_DAY
  const age = published === null ? null : (Date.parse(published) - Date.parse(when.end)) / MS_PER_DAY
  return `${length > 31 ? 'years' : length > 7 ? 'month' : length > 0 ? 'week' : 'day'} ${age === null ? 'unknown' : bucket(age, [-1, 0, 1, 7, 31])}`
}

/** The first limit that a value does not pass; "more" when it passes all. */
function bucket(value: number, limits: readonly number[]): string {
  return String(limits.find((limit) => value <= limit) ?? 'more')
}
