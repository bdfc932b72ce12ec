/** Classes of UTF-16 units by ASCII alone; NaN, as read behind the end of a string, is in none. */

export function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122
}

export function isCapitalLetter(code: number): boolean {
  return code >= 65 && code <= 90
}

export function isLetter(code: number): boolean {
  return isSmallLetter(code) || isCapitalLetter(code)
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

export function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || isDigit(code)
}
