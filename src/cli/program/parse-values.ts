import { InvalidArgumentError } from 'commander'

import { isPublicationDate } from '../../adapters/inputs/published-date.ts'

/** A day, as written; a usage error for what is none. */
export function parseDay(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value) || !isPublicationDate(value))
    throw new InvalidArgumentError('Write it like 2022-05-24.')
  return value
}

/** A day, or a moment of it. */
export function parseDate(value: string): string {
  if (!isPublicationDate(value)) throw new InvalidArgumentError('Write it like 2022-05-24 or 2022-05-24T10:00:00Z.')
  return value
}

/** How many of something that is listed. */
export function parseCount(value: string): number {
  return parseWhole(value, /^\d{1,9}$/u)
}

/** How many bytes: a thousand terabytes and the numbers below are exact. */
export function parseBytes(value: string): number {
  return parseWhole(value, /^\d{1,15}$/u)
}

function parseWhole(value: string, digits: RegExp): number {
  if (!digits.test(value)) throw new InvalidArgumentError('It must be a whole number, 0 or more.')
  return Number(value)
}

export function parseSeconds(value: string): number {
  return parseSpell(value, /^\d{1,6}(?:\.\d{1,3})?$/u, 'seconds')
}

export function parseMinutes(value: string): number {
  return parseSpell(value, /^\d{1,5}(?:\.\d{1,3})?$/u, 'minutes')
}

function parseSpell(value: string, digits: RegExp, unit: string): number {
  if (!digits.test(value) || Number(value) === 0)
    throw new InvalidArgumentError(`It must be a number of ${unit} above 0.`)
  return Number(value)
}

/** A country in the form of ISO 3166, two letters, in capitals. */
export function parseCountry(value: string): string {
  if (!/^[a-z]{2}$/iu.test(value)) throw new InvalidArgumentError('Write two letters, like UA.')
  return value.toUpperCase()
}
