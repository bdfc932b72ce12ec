/** What a Content-Type header says, as written. */
export interface ContentType {
  /** Lower case, without parameters; "" when it names none. Nobody has checked that it is one. */
  readonly mediaType: string
  /** Label of the charset; null when it names none. */
  readonly charset: string | null
}

/** Takes the value of a Content-Type header apart (RFC 9110, section 8.3). */
export function splitContentType(value: string): ContentType {
  const [type = '', ...parameters] = value.split(';')
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/iu.exec(parameter)?.[1])
    .find((label) => label !== undefined)
  return { mediaType: type.trim().toLowerCase(), charset: charset ?? null }
}
