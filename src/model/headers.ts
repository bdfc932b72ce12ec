/** Header names and values in the order sent or received. */
export type Headers = readonly (readonly [name: string, value: string])[]

/** The value of the first header of that name (lower case), whatever case it was written in; null when there is none. */
export function headerOf(headers: Headers, name: string): string | null {
  return headers.find(([written]) => written.toLowerCase() === name)?.[1] ?? null
}
