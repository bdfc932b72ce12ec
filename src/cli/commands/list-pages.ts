import type { Page, PageRequest } from '../../ports/record-store.ts'

const PAGE = 200

/** Everything of a list that comes in pages, up to `limit` items; 0 is no limit. */
export async function* listPages<T>(load: (page: PageRequest) => Promise<Page<T>>, limit: number): AsyncGenerator<T> {
  let left = limit === 0 ? Number.POSITIVE_INFINITY : limit
  let after: string | null = null
  do {
    const page: Page<T> = await load({ limit: Math.min(PAGE, left), after })
    yield* page.items
    left -= page.items.length
    after = page.next
  } while (after !== null && left > 0)
}
