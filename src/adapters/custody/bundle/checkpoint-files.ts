import type { CustodyEvidence } from '../read-evidence.ts'
import { renderPublicKey } from '../signing-key.ts'
import { NAMES, timestampFolder } from './bundle-files.ts'

/** The checkpoint that a bundle's proofs lead to, the key that signed it and its timestamps, as files of the bundle. */
export function* checkpointFiles({
  checkpoint,
  key,
  timestamps,
}: Pick<CustodyEvidence, 'checkpoint' | 'key' | 'timestamps'>): Generator<
  readonly [name: string, content: string | Uint8Array]
> {
  yield [NAMES.checkpoint, checkpoint]
  yield [NAMES.key, renderPublicKey(key.publicKey)]
  for (const [i, { response, rootsPem, chainPem }] of timestamps.entries()) {
    const folder = timestampFolder(i + 1)
    yield [`${folder}/response.tsr`, response]
    yield [`${folder}/roots.pem`, rootsPem]
    yield [`${folder}/chain.pem`, chainPem]
  }
}
