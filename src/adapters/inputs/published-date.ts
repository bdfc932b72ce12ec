const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$/iu

/** Whether `value` is a calendar date that exists, with or without a time of day: 2022-05-24, 2022-05-24T10:00:00+02:00. */
export function isPublicationDate(value: string): boolean {
  const match = ISO.exec(value.trim())
  if (match === null) return false
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0))
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0))
  const exists = date.getUTCMonth() + 1 === month && date.getUTCDate() === day
  return exists && (hour ?? 0) < 24 && (minute ?? 0) < 60 && (second ?? 0) < 61
}
