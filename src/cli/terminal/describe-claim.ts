import type { Attribution, Figure } from '../../model/claim.ts'
import type { Place } from '../../model/place.ts'
import type { When } from '../../model/when.ts'

/** A code of the codebook as words: `bodies_found` is "bodies found". */
export function asWords(code: string): string {
  return code.replaceAll('_', ' ')
}

/** The bounds as the text gives them, never a number the text does not give. */
export function describeBounds({ low, high, approx, vague }: Figure): string {
  if (low === null && high === null) return vague === null ? 'no number' : `"${vague}", no number`
  const about = approx ? 'about ' : ''
  if (low === null) return `${about}up to ${grouped(high)}`
  if (high === null) return `${about}${grouped(low)} or more`
  return low === high ? `${about}${grouped(low)}` : `${about}${grouped(low)} to ${grouped(high)}`
}

function grouped(value: number | null): string {
  return value === null ? '?' : value.toLocaleString('en-GB')
}

/** Who vouches for a claim: their name with what the text says they are. */
export function describeClaimant({ claimant, relay }: Attribution): string {
  const parts = [claimant.kind === 'outlet' ? 'the outlet itself' : claimant.name]
  for (const part of [claimant.role, claimant.affiliation])
    if (part !== null && part !== '' && !parts.some((known) => known.includes(part))) parts.push(part)
  const via = relay.length === 0 ? '' : ` (via ${relay.join(', via ')})`
  return `${parts.join(', ')}${via}`
}

/** The stance with the hedges as written. */
export function describeStance({ stance, hedges }: Attribution): string {
  return hedges.length === 0 ? stance : `${stance} ("${hedges.join('", "')}")`
}

/** UCDP where_prec of a place that is a country. */
const COUNTRY_PREC = 6

/** The place as resolved, or as written with a note that it was not. */
export function describePlace(place: Place | null): string {
  if (place === null) return 'not said'
  const { asWritten, name, facility, country } = place
  const settled = name ?? `${asWritten} (not found)`
  const inside = facility === null || facility === settled ? settled : `${facility}, ${settled}`
  return country === null || place.wherePrec === COUNTRY_PREC ? inside : `${inside}, ${country}`
}

/** The days, as an interval where they are one. */
export function describeWhen(when: When | null): string {
  if (when === null) return 'not said'
  const { start, end, asWritten } = when
  if (start !== null && start === end) return start
  if (start === null && end === null) return asWritten === null ? 'not said' : `"${asWritten}"`
  if (start === null) return `until ${end}`
  return end === null ? `since ${start}` : `${start} to ${end}`
}

/** The name of a language in English, with its code. */
export function describeLanguage(code: string | null): string {
  if (code === null) return 'language not known'
  const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code)
  return name === undefined ? code : `${name} (${code})`
}
