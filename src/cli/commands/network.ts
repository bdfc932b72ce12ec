import { startFetcher } from '../../adapters/fetch/start-fetcher.ts'
import type { Fetcher } from '../../ports/fetcher.ts'
import { softwareVersion } from '../../workspace/software.ts'
import type { NetworkOptions } from '../program/add-ingest-commands.ts'

/** The fetcher that the options of a command ask for. */
export function startFetcherOf({ contact, allowPrivate }: Omit<NetworkOptions, 'newest'>): Fetcher {
  const isPrivate = allowPrivate === true
  const identity = { version: softwareVersion(), contact: contact ?? null }
  // A site of one's own needs no waiting between requests.
  return startFetcher(identity, isPrivate ? { allowPrivate: true, minDelayMs: 0 } : {})
}
