import { hash } from 'node:crypto'

/** Hexadecimal digits of an incident's id: 64 bits. */
const ID_DIGITS = 16

/** Id of the incident that is named after a report. @param reportKey capture id and report id with a space between */
export function incidentIdOf(reportKey: string): string {
  return `inc-${hash('sha256', reportKey, 'hex').slice(0, ID_DIGITS)}`
}
