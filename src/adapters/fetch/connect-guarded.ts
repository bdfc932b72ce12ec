import type { LookupAddress } from 'node:dns'
import { lookup as lookupName } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { callbackify } from 'node:util'

import { buildConnector } from 'undici'

/** Every address a host name has now, IPv4 or IPv6. */
export type ResolveHost = (hostname: string) => Promise<readonly string[]>

export interface ConnectGuard {
  readonly resolve: ResolveHost
  /** Whether this address may be connected to. */
  readonly mayConnect: (address: string) => boolean
  readonly timeoutMs: number
}

/** `code` of the error that a refused connection fails with. */
export const REFUSED_ADDRESS = 'ERR_REFUSED_ADDRESS'

/** The operating system's resolver. */
export const resolveHost: ResolveHost = async (hostname) =>
  (await lookupName(hostname, { all: true })).map(({ address }) => address)

/**
 * Connects only to addresses that may be connected to.
 *
 * The addresses judged are the ones handed to the socket, so an answer that changes between two look-ups (DNS rebinding) wins
 * nothing; a name with even one refused address is refused. The peer of the open socket is judged again before the first byte
 * is sent.
 */
export function connectGuarded(guard: ConnectGuard): buildConnector.connector {
  const find = callbackify((hostname: string, family: number | string | undefined) =>
    findAddresses(guard, hostname, family),
  )
  const lookup: LookupFunction = (hostname, options, callback) => {
    find(hostname, options.family, (error, found) => {
      const [first] = found ?? []
      if (error !== null || first === undefined) callback(error ?? notFound(hostname), [])
      else if (options.all === true) callback(null, found)
      else callback(null, first.address, first.family)
    })
  }
  const connect = buildConnector({ lookup, timeout: guard.timeoutMs } as buildConnector.BuildOptions)
  return (options, callback) => {
    const literal = options.hostname.replace(/^\[|\]$/gu, '')
    if (isIP(literal) !== 0 && !guard.mayConnect(literal)) {
      callback(refusal(options.hostname), null)
      return
    }
    connect(options, (...[error, socket]) => {
      if (error !== null) callback(error, null)
      else if (guard.mayConnect(socket.remoteAddress ?? '')) callback(null, socket)
      else {
        socket.destroy()
        callback(refusal(options.hostname), null)
      }
    })
  }
}

/** The addresses of a host in a family (4, 6, "IPv4", "IPv6"; 0 or undefined for both); fails when even one of any family is refused. */
async function findAddresses(
  guard: ConnectGuard,
  hostname: string,
  family: number | string | undefined,
): Promise<LookupAddress[]> {
  const addresses = await resolveInTime(guard, hostname)
  if (!addresses.every((address) => guard.mayConnect(address))) throw refusal(hostname)
  const found = addresses.map((address) => ({ address, family: isIP(address) }))
  const wanted = Number(String(family ?? 0).replace('IPv', ''))
  return found.filter((one) => one.family !== 0 && (wanted === 0 || one.family === wanted))
}

async function resolveInTime({ resolve, timeoutMs }: ConnectGuard, hostname: string): Promise<readonly string[]> {
  const stop = new AbortController()
  const late = sleep(timeoutMs, undefined, { signal: stop.signal }).then(() => {
    throw Object.assign(new Error(`${hostname} was not resolved in time`), { code: 'ETIMEDOUT' })
  })
  try {
    return await Promise.race([resolve(hostname), late])
  } finally {
    late.catch(() => undefined)
    stop.abort()
  }
}

function refusal(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${hostname} leads to an address that must not be connected to`), {
    code: REFUSED_ADDRESS,
  })
}

function notFound(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' })
}
