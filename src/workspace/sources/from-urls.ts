import type { Fetcher } from '../../ports/fetcher.ts'
import type { Sourced } from '../ingest/source-item.ts'
import { receiveFetched } from './from-fetched.ts'

export interface UrlOptions {
  readonly fetcher: Fetcher
  readonly as: 'auto' | 'page' | 'feed' | 'sitemap'
  readonly newest: number
  readonly said: { readonly published: string | null; readonly title: string | null; readonly outlet: string | null }
}

export async function* fromUrls(urls: readonly string[], { fetcher, said }: UrlOptions): AsyncGenerator<Sourced> {
  for (const url of urls) {
    const answer = await fetcher.fetch({ url, validators: null })
    if (answer.kind === 'fault') {
      yield { kind: 'note', label: answer.url, message: `${answer.reason}: ${answer.message}`, isFault: true }
      continue
    }
    if (answer.kind === 'not-modified') continue
    const given = { sourceId: null, title: said.title, published: said.published, url: null, outlet: said.outlet }
    yield { kind: 'item', label: url, item: receiveFetched(answer, url, 'url', given), bookmark: null }
  }
}
