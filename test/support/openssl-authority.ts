import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whether openssl is installed, so that an authority can be run. */
export const HAS_OPENSSL = await run('openssl', ['version']).then(
  () => true,
  () => false,
)

type CertificateName = 'root' | 'middle' | 'tsa' | 'web' | 'loose' | 'other'

/** A time stamping authority on this machine. */
export interface TestAuthority {
  readonly url: string
  /**
   * Certificate, PEM: "root", "middle" (issued by it), "tsa" (issued by that), "web" (issued too, for servers), "loose"
   * (for time stamping, but not marked critical) or "other" (a root of its own).
   */
  pem(name: CertificateName): Promise<string>
  /** The private key of one, PKCS #8 PEM. */
  key(name: CertificateName): Promise<string>
  stop(): Promise<void>
}

/** Posts as the fetcher of the application would. */
export async function post(url: string, body: Uint8Array, contentType: string): Promise<Uint8Array> {
  const response = await fetch(url, {
    method: 'POST',
    body: Buffer.from(body),
    headers: { 'content-type': contentType },
  })
  if (!response.ok) throw new Error(`status ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

/** Runs an RFC 3161 authority: openssl behind a small server on the loopback interface. */
export async function startAuthority(algorithm: 'rsa' | 'ecdsa' = 'rsa'): Promise<TestAuthority> {
  const newKey = algorithm === 'rsa' ? 'rsa:2048' : 'ec -pkeyopt ec_paramgen_curve:secp384r1'
  const pki = await mkdtemp(join(tmpdir(), 'cairn-tsa-'))
  const openssl = (args: string): Promise<unknown> => run('openssl', args.split(' '), { cwd: pki })
  await writeFile(
    join(pki, 'tsa.cnf'),
    '[tsa]\ndefault_tsa = here\n[here]\nserial = serial\ndefault_policy = 1.2.3.4.1\ndigests = sha256\nsigner_digest = sha384\naccuracy = secs:1\ness_cert_id_alg = sha256\n' +
      '[timing]\nextendedKeyUsage = critical,timeStamping\nbasicConstraints = critical,CA:false\n' +
      '[loose]\nextendedKeyUsage = timeStamping\nbasicConstraints = critical,CA:false\n' +
      '[serving]\nextendedKeyUsage = critical,serverAuth\nbasicConstraints = critical,CA:false\n' +
      '[middle]\nbasicConstraints = critical,CA:true\nkeyUsage = critical,keyCertSign\n',
  )
  await writeFile(join(pki, 'serial'), '01')
  const name = '/O=Example-Time/CN='
  await openssl(`req -x509 -newkey ${newKey} -nodes -keyout root.key -out root.pem -days 30 -subj ${name}root`)
  await openssl(`req -x509 -newkey ${newKey} -nodes -keyout other.key -out other.pem -days 30 -subj ${name}other`)
  const issue = async (who: string, by: string, section: string): Promise<void> => {
    await openssl(`req -newkey ${newKey} -nodes -keyout ${who}.key -out ${who}.csr -subj ${name}${who}`)
    await openssl(
      `x509 -req -in ${who}.csr -CA ${by}.pem -CAkey ${by}.key -CAcreateserial -days 30 -extfile tsa.cnf -extensions ${section} -out ${who}.pem`,
    )
  }
  await issue('middle', 'root', 'middle')
  await issue('tsa', 'middle', 'timing')
  await issue('loose', 'middle', 'loose')
  await issue('web', 'middle', 'serving')
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      void (async () => {
        await writeFile(join(pki, 'query.tsq'), Buffer.concat(parts))
        await openssl(
          'ts -reply -config tsa.cnf -queryfile query.tsq -signer tsa.pem -inkey tsa.key -chain middle.pem -out reply.tsr',
        )
        response.setHeader('content-type', 'application/timestamp-reply')
        response.end(await readFile(join(pki, 'reply.tsr')))
      })().catch(() => response.writeHead(500).end())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`
  return {
    url,
    pem: (who) => readFile(join(pki, `${who}.pem`), 'utf8'),
    key: (who) => readFile(join(pki, `${who}.key`), 'utf8'),
    async stop() {
      server.close()
      await rm(pki, { recursive: true })
    },
  }
}
