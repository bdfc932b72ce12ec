import { startFetcher } from '../../src/adapters/fetch/start-fetcher.ts'
import { describeFetcher } from './fetcher.ts'

describeFetcher('the fetcher over HTTP', (limits) =>
  startFetcher(
    { version: '0.0.0', contact: null },
    { limits, minDelayMs: 0, allowPrivate: true, retry: { maxAttempts: 2, firstDelayMs: 1, maxDelayMs: 1000 } },
  ),
)
