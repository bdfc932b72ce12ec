import { execFile } from 'node:child_process'
import { createPrivateKey, hash, X509Certificate } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import {
  Attribute,
  Certificate,
  ContentInfo,
  id_ContentType_SignedData,
  id_eContentType_TSTInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampResp,
} from 'pkijs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRequired } from '../../../test/support/is-required.ts'
import { HAS_OPENSSL, post, startAuthority } from '../../../test/support/openssl-authority.ts'
import type { TestAuthority } from '../../../test/support/openssl-authority.ts'
import type { CustodyFault } from '../../ports/custody-log.ts'
import { createCustodyLog } from './create-custody-log.ts'
import { openCustodyLog } from './open-custody-log.ts'
import { timestampCheckpoint, timestampWorkspace } from './timestamp-checkpoint.ts'
import type { MadeTimestamp } from './timestamp-checkpoint.ts'
import { checkTimestamp } from './timestamp-token.ts'

const run = promisify(execFile)
if (!HAS_OPENSSL) console.warn('openssl is not installed: the timestamps are NOT tested against an authority')
test.runIf(isRequired('openssl'))('openssl is there, as CAIRN_TEST_REQUIRE asks', () => expect(HAS_OPENSSL).toBe(true))

test('an authority that does not answer is named', async () => {
  const silent = async (): Promise<Uint8Array> => {
    throw new Error('connection refused')
  }
  expect(await timestampCheckpoint('x', { url: 'http://tsa.example/', rootsPem: null, post: silent })).toEqual({
    reason: 'no answer from http://tsa.example/: connection refused',
  })
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a web page', Buffer.from('<html>busy</html>')],
  ['a refusal', Buffer.from('30053003020102', 'hex')],
  ['a grant without a token', Buffer.from('30053003020100', 'hex')],
])('an answer that is %s is refused', async (_, answer) => {
  const made = await timestampCheckpoint('x', { url: 'http://tsa.example/', rootsPem: null, post: async () => answer })
  expect(made).toHaveProperty('reason')
})

describe.skipIf(!HAS_OPENSSL).each(['rsa', 'ecdsa'] as const)(
  'against an authority run by openssl, %s',
  (algorithm) => {
    let authority: TestAuthority
    let workspace: string
    let made: MadeTimestamp
    const stored = (file: string): string => join(workspace, 'timestamps', made.folder, file)

    beforeAll(async () => {
      authority = await startAuthority(algorithm)
      workspace = await mkdtemp(join(tmpdir(), 'cairn-stamped-'))
      await createCustodyLog(workspace)
      await openCustodyLog(workspace).append([{ kind: 'note', at: '2024-05-01T00:00:00Z', what: 'test', detail: {} }])
      const answer = await timestampWorkspace(workspace, {
        url: authority.url,
        rootsPem: await authority.pem('root'),
        post,
      })
      if ('reason' in answer) throw new Error(answer.reason)
      made = answer
      await openCustodyLog(workspace).append([{ kind: 'note', at: '2024-05-01T00:00:00Z', what: 'later', detail: {} }])
    })
    afterAll(async () => {
      await authority.stop()
      await rm(workspace, { recursive: true })
    })

    async function faultsOf(path: string): Promise<readonly CustodyFault[]> {
      const faults: CustodyFault[] = []
      const log = openCustodyLog(path, { patienceMs: 10 })
      for await (const fault of log.verify({ head: null, keyName: null })) faults.push(fault)
      return faults
    }

    test('the last checkpoint is stamped with the time of the authority', () => {
      expect(made).toMatchObject({ size: 1, authority: 'O=Example-Time, CN=tsa' })
      expect(Math.abs(Date.now() - Date.parse(made.at))).toBeLessThan(120_000)
    })

    test('what was kept verifies without a network, also when the log has grown', async () => {
      expect(await faultsOf(workspace)).toEqual([])
    })

    test('openssl accepts what was kept', async () => {
      const files = `-in ${stored('response.tsr')} -data ${stored('checkpoint.txt')}`
      const trust = `-CAfile ${stored('roots.pem')} -untrusted ${stored('chain.pem')}`
      const { stdout } = await run('openssl', `ts -verify ${files} ${trust}`.split(' '))
      expect(stdout).toContain('Verification: OK')
    })

    test('without a root of its own the highest certificate of the token is trusted and kept', async () => {
      const answer = await timestampCheckpoint('x', { url: authority.url, rootsPem: null, post })
      expect(answer).toMatchObject({ rootsPem: await authority.pem('middle') })
    })

    test('another root is refused', async () => {
      const answer = await timestampCheckpoint('x', {
        url: authority.url,
        rootsPem: await authority.pem('other'),
        post,
      })
      expect(answer).toHaveProperty('reason')
    })

    test('an answer to another request is refused', async () => {
      const reply = await readFile(stored('response.tsr'))
      const rootsPem = await authority.pem('root')
      const answer = await timestampCheckpoint('x', { url: authority.url, rootsPem, post: async () => reply })
      expect(answer).toEqual({ reason: 'the token answers another request: its nonce is not ours' })
    })

    test('a token over other bytes is refused', async () => {
      const check = {
        response: await readFile(stored('response.tsr')),
        rootsPem: await authority.pem('root'),
        nonce: null,
      }
      expect(await checkTimestamp({ ...check, stamped: await readFile(stored('checkpoint.txt')) })).toHaveProperty('at')
      expect(await checkTimestamp({ ...check, stamped: Buffer.from('other') })).toHaveProperty('reason')
    })

    test('a byte flipped in any file of a timestamp is found and named', async () => {
      const missed: string[] = []
      for (const file of ['checkpoint.txt', 'response.tsr', 'roots.pem', 'chain.pem', 'SHA256SUMS']) {
        const bytes = await readFile(stored(file))
        for (let i = 0; i < 12; i++) {
          const offset = Math.floor((bytes.length * i) / 12)
          await writeFile(
            stored(file),
            bytes.map((byte, at) => (at === offset ? byte ^ (1 << (i % 8)) : byte)),
          )
          const faults = await faultsOf(workspace)
          if (!faults.some(({ message }) => message.includes(made.folder))) missed.push(`${file} byte ${offset}`)
        }
        await writeFile(stored(file), bytes)
      }
      expect(missed).toEqual([])
    })

    test('a log that no longer has the stamped checkpoint is found, though all of it is signed', async () => {
      const other = await mkdtemp(join(tmpdir(), 'cairn-forged-'))
      await cp(workspace, other, { recursive: true })
      for (const file of ['custody.log', 'custody.hashes']) await writeFile(join(other, file), '')
      const checkpoints = (await readFile(join(other, 'custody.checkpoints'), 'utf8')).split('\n')
      await writeFile(join(other, 'custody.checkpoints'), `${checkpoints.slice(0, 5).join('\n')}\n`)
      await openCustodyLog(other).append([{ kind: 'note', at: '2024-05-01T00:00:00Z', what: 'forged', detail: {} }])
      expect(await faultsOf(other)).toMatchObject([{ reason: 'bad-timestamp' }])
      await rm(other, { recursive: true })
    })

    describe('tokens that an authority would not make', () => {
      /** A token over "x" by a certificate of the authority's own hierarchy. */
      async function forge(
        who: 'tsa' | 'web' | 'loose',
        change: { readonly type?: string; readonly names?: 'web' } = {},
      ) {
        const answer = await timestampCheckpoint('x', { url: authority.url, rootsPem: null, post })
        if ('reason' in answer) throw new Error(answer.reason)
        const response = TimeStampResp.fromBER(new Uint8Array(answer.response).buffer)
        const real = new SignedData({ schema: response.timeStampToken?.content })
        const derOf = async (name: 'tsa' | 'web' | 'loose' | 'middle'): Promise<Uint8Array<ArrayBuffer>> =>
          new Uint8Array(new X509Certificate(await authority.pem(name)).raw)
        const signer = Certificate.fromBER((await derOf(who)).buffer)
        const digest = (bytes: Uint8Array): OctetString =>
          new OctetString({ valueHex: new Uint8Array(hash('sha256', bytes, 'buffer')).buffer })
        const info = new Uint8Array(real.encapContentInfo.eContent?.getValue() ?? new ArrayBuffer())
        const named = new Sequence({ value: [digest(await derOf(change.names ?? who))] })
        const attributes = [
          new Attribute({
            type: '1.2.840.113549.1.9.3',
            values: [new ObjectIdentifier({ value: change.type ?? id_eContentType_TSTInfo })],
          }),
          new Attribute({ type: '1.2.840.113549.1.9.4', values: [digest(info)] }),
          new Attribute({
            type: '1.2.840.113549.1.9.16.2.47',
            values: [new Sequence({ value: [new Sequence({ value: [named] })] })],
          }),
        ]
        const forged = new SignedData({
          version: 3,
          encapContentInfo: real.encapContentInfo,
          certificates: [signer, Certificate.fromBER((await derOf('middle')).buffer)],
          signerInfos: [
            new SignerInfo({
              version: 1,
              sid: new IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
              signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
            }),
          ],
        })
        const pkcs8 = createPrivateKey(await authority.key(who)).export({ type: 'pkcs8', format: 'der' })
        const use =
          algorithm === 'rsa'
            ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
            : { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-256' }
        const key = await globalThis.crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), use, false, ['sign'])
        await forged.sign(key, 0, 'SHA-256')
        const token = new ContentInfo({ contentType: id_ContentType_SignedData, content: forged.toSchema(true) })
        const reply = new TimeStampResp({ status: response.status, timeStampToken: token })
        return checkTimestamp({
          response: new Uint8Array(reply.toSchema().toBER()),
          stamped: Buffer.from('x'),
          rootsPem: await authority.pem('root'),
          nonce: null,
        })
      }

      test('made in the same way by the right certificate, a token is accepted', async () => {
        expect(await forge('tsa')).toHaveProperty('at')
      })

      test.each([
        ['a certificate for servers', 'web', {}, 'the certificate of the signer is not one for time stamping alone'],
        [
          'a purpose that is not critical',
          'loose',
          {},
          'the certificate of the signer is not one for time stamping alone',
        ],
        [
          'a signer that names another',
          'tsa',
          { names: 'web' },
          'the signer is not the one that the signed attributes name',
        ],
        [
          'signed attributes of another content',
          'tsa',
          { type: '1.2.840.113549.1.7.1' },
          'the signed content type is not that of a time stamp',
        ],
      ] as const)('%s', async (_, who, change, reason) => {
        expect(await forge(who, change)).toEqual({ reason })
      })
    })
  },
)
