import { CairnError } from '../../model/error.ts'

/** Where a list goes on, as text: the values that its last item is sorted by. */
export function writeCursor(list: string, values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([list, ...values])).toString('base64url')
}

/**
 * @param list what it must continue
 * @param kinds of its values
 * @throws {CairnError} "bad-usage" for a text that does not
 */
export function readCursor<Kinds extends readonly ('string' | 'number')[]>(
  cursor: string,
  list: string,
  kinds: Kinds,
): { readonly [Place in keyof Kinds]: Kinds[Place] extends 'string' ? string : number } {
  const [name, ...values] = parse(cursor)
  const isSound =
    name === list && values.length === kinds.length && values.every((value, i) => typeof value === kinds[i])
  if (isSound) return values as never
  throw new CairnError(
    'bad-usage',
    `"${cursor}" does not continue a list of ${list}. Use the "next" of the page before.`,
  )
}

function parse(cursor: string): readonly unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(values) ? values : []
  } catch {
    return []
  }
}
