const NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** English name of a country by its ISO 3166-1 alpha-2 code; the code where there is none. */
export function countryName(code: string | null): string | null {
  if (code === null) return null
  return /^[A-Z]{2}$/u.test(code) ? (NAMES.of(code) ?? code) : code
}
