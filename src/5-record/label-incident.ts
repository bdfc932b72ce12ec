import { BODIES_FOUND_LABEL, INCIDENT_LABELS, LABEL_MONTHS } from '../../data/words/incident-labels.ts'
import type { Incident } from '../model/incident.ts'
import type { When } from '../model/when.ts'

/** What an incident is called: "Air strike, Mariupol, 16 March 2022". What is not known is said so. */
export function labelIncident({
  type,
  place,
  when,
  figures,
}: Pick<Incident, 'type' | 'place' | 'when' | 'figures'>): string {
  const isFind = figures[0]?.measure === 'bodies_found'
  return [
    isFind ? BODIES_FOUND_LABEL : INCIDENT_LABELS[type.subEvent],
    place?.name ?? place?.asWritten ?? 'place not known',
    describeDays(when),
  ].join(', ')
}

/** An interval of days in words: "16 March 2022", "16 to 20 March 2022", "March 2022", "until 3 May 2022". */
export function describeDays(when: Pick<When, 'start' | 'end'> | null): string {
  if (when === null) return 'date not known'
  const { start, end } = when
  if (start === null) return end === null ? 'date not known' : `until ${describeDay(end)}`
  if (end === null) return `from ${describeDay(start)}`
  if (start === end) return describeDay(start)
  if (isWholeMonth(start, end)) return describeDay(start).replace(/^\d+ /u, '')
  const [year, month] = start.split('-')
  const isSameMonth = end.startsWith(`${year}-${month}-`)
  return `${isSameMonth ? Number(start.slice(8)) : describeDay(start)} to ${describeDay(end)}`
}

function describeDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)} ${LABEL_MONTHS[Number(month) - 1] ?? month} ${year}`
}

function isWholeMonth(start: string, end: string): boolean {
  if (!start.endsWith('-01') || start.slice(0, 7) !== end.slice(0, 7)) return false
  const [year = 0, month = 0] = start.split('-').map(Number)
  return Number(end.slice(8)) === new Date(Date.UTC(year, month, 0)).getUTCDate()
}
