import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { isAbsolute, relative, resolve, sep } from 'node:path'

import type { DocumentInput, Input } from '../../adapters/inputs/input.ts'
import type { ReceivedItem } from '../../model/archived.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Sourced } from '../ingest/source-item.ts'

const MEDIA_TYPES = { html: 'text/html', text: 'text/plain', pdf: 'application/pdf' } as const

/** Files, directories, lines and standard input as items for custody. Hashes the bytes of each before anything else. */
export async function* fromInputs(inputs: AsyncIterable<Input>, clock: Clock): AsyncGenerator<Sourced> {
  for await (const input of inputs) {
    if (input.kind === 'document') {
      yield { kind: 'item', label: input.label, item: receive(input, clock.now().toISOString()), bookmark: null }
    } else {
      const isFault = input.kind === 'fault' || input.isFault
      yield { kind: 'note', label: input.label, message: input.message, isFault }
    }
  }
}

function receive(input: DocumentInput, receivedAt: string): ReceivedItem {
  const payloadSha256 = createHash('sha256').update(input.bytes).digest('hex')
  return {
    way: input.way,
    resource: nameResource(input),
    receivedAt,
    payload: input.bytes,
    payloadSha256,
    mediaType: MEDIA_TYPES[input.format],
    charset: input.charset,
    given: withoutHome(input),
    http: null,
  }
}

/**
 * What was given, by its URL where it has one, else by its name. A path outside the current folder is cut to its last parts,
 * and the name of a home directory never is one of them: it tells who collects.
 */
function nameResource({ given, way, label }: DocumentInput): string {
  if (given.url !== null) return given.url
  if (way === 'jsonl') return `urn:cairn:line:${encodeURIComponent(given.sourceId ?? label)}`
  return given.sourceId === null ? 'urn:cairn:standard-input' : `file:${encodePath(shownPath(given.sourceId))}`
}

function withoutHome({ given, way }: DocumentInput): DocumentInput['given'] {
  if (way === 'jsonl' || given.sourceId === null) return given
  return { ...given, sourceId: shownPath(given.sourceId) }
}

function shownPath(path: string): string {
  const absolute = resolve(path)
  const fromHere = relative(process.cwd(), absolute)
  if (!fromHere.startsWith('..') && !isAbsolute(fromHere)) return isAbsolute(path) ? fromHere : path
  return withoutOwner(absolute).split(/[/\\]/u).slice(-2).join('/')
}

/** Folders that hold one folder for each person. */
const OWNED = /^(?:\/home|\/Users|\/media|\/run\/media|[A-Za-z]:\\Users)[/\\][^/\\]+(?=[/\\])/u

function withoutOwner(path: string): string {
  const home = homedir()
  const isAtHome = home !== '' && home !== sep && path.startsWith(`${home}${sep}`)
  return isAtHome ? path.slice(home.length + 1) : path.replace(OWNED, '')
}

function encodePath(path: string): string {
  return path.split(/[/\\]/u).map(encodeURIComponent).join('/')
}
