const BY = /^(?:by|von|par|por|di|door|af|av|text|texte|foto|words)\b:?\s+/iu
const ADDRESS = /^https?:|^\/|@|^www\./iu
const SEPARATORS = /\s*(?:,|;|\||·|\/|&|(?<=\p{L})\s(?:and|und|et|y|e|og|och)\s(?=\p{Lu}))\s*/u
const MAX_NAME_UNITS = 80

/** The names in what a page gives as its author: one string may hold several; addresses are no names. */
export function cleanNames(values: readonly string[]): string[] {
  const names = values
    .filter((value) => !ADDRESS.test(value.trim()))
    .flatMap((value) => value.replace(BY, '').split(SEPARATORS))
    .map((name) => name.replace(BY, '').replace(/\s+/gu, ' ').trim())
    .filter((name) => name.length > 1 && name.length <= MAX_NAME_UNITS && /\p{L}/u.test(name) && !ADDRESS.test(name))
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
}
