import { Agent, request } from 'undici'
import { expect, test } from 'vitest'

import { startLoopback } from '../../../test/support/loopback-server.ts'
import { connectGuarded } from './connect-guarded.ts'

/** Plays the public internet here: all of 127.0.0.0/8 but the address of this machine. */
const mayConnect = (address: string): boolean => address !== '127.0.0.1' && address.startsWith('127.')

async function ask(answers: readonly (readonly string[])[], hostname = 'outlet.example'): Promise<string> {
  const inside = await startLoopback({ '/': (_request, response) => void response.end('inside') })
  const outside = await startLoopback(
    { '/': (_request, response) => void response.end('outside') },
    '127.0.0.2',
    inside.port,
  )
  let lookUps = 0
  const resolve = async (): Promise<readonly string[]> => answers[Math.min(lookUps++, answers.length - 1)] ?? []
  const dispatcher = new Agent({ connect: connectGuarded({ resolve, mayConnect, timeoutMs: 2000 }) })
  try {
    const { body } = await request(`http://${hostname}:${inside.port}/`, { dispatcher })
    return `${await body.text()} after ${lookUps}`
  } catch (error) {
    return `${String((error as { code?: unknown }).code)}, inside asked ${inside.asked.length} times`
  } finally {
    await dispatcher.destroy()
    await inside.close()
    await outside.close()
  }
}

test.each([
  ['an address that is allowed', [['127.0.0.2']], 'outside after 1'],
  ['a refused address', [['127.0.0.1']], 'ERR_REFUSED_ADDRESS, inside asked 0 times'],
  [
    'a refused address beside an allowed one',
    [['127.0.0.2', '127.0.0.1']],
    'ERR_REFUSED_ADDRESS, inside asked 0 times',
  ],
  ['no address', [[]], 'ENOTFOUND, inside asked 0 times'],
  ['what is no address', [['inside']], 'ERR_REFUSED_ADDRESS, inside asked 0 times'],
  // The answer that was judged is the one connected to: a second look-up never happens.
  ['an answer that changes after the first look-up', [['127.0.0.2'], ['127.0.0.1']], 'outside after 1'],
])('a name with %s', async (_name, answers, expected) => {
  expect(await ask(answers)).toBe(expected)
})

test('an address in the URL is judged without a look-up', async () => {
  expect(await ask([], '127.0.0.1')).toBe('ERR_REFUSED_ADDRESS, inside asked 0 times')
})

test('every new connection is judged again', async () => {
  const server = await startLoopback(
    { '/': (_request, response) => void response.writeHead(200, { connection: 'close' }).end('outside') },
    '127.0.0.2',
  )
  const answers = ['127.0.0.2', '127.0.0.1']
  const resolve = async (): Promise<readonly string[]> => [answers.shift() ?? '127.0.0.1']
  const dispatcher = new Agent({ connect: connectGuarded({ resolve, mayConnect, timeoutMs: 2000 }) })
  const url = `http://outlet.example:${server.port}/`
  expect(await (await request(url, { dispatcher })).body.text()).toBe('outside')
  await expect(request(url, { dispatcher })).rejects.toMatchObject({ code: 'ERR_REFUSED_ADDRESS' })
  await dispatcher.destroy()
  await server.close()
})
