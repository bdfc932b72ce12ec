import { CairnError } from '../../model/error.ts'
import type { ConsistencyProof, InclusionProof, TreeHead } from '../../ports/custody-log.ts'
import { rootOfConsistency, rootOfInclusion } from './check-proofs.ts'
import { withFile } from './custody-folder.ts'
import type { CustodyFolder } from './custody-folder.ts'
import { consistencyRanges, hashRange, inclusionRanges } from './merkle-proofs.ts'
import { subtreeReader } from './tree-file.ts'

/**
 * Proof that entry `index` is in the tree of `head`, read from the file of hashes and checked before it is given out.
 *
 * @throws {CairnError} "bad-workspace" when the file of hashes is damaged
 */
export async function proveInclusion(folder: CustodyFolder, index: number, head: TreeHead): Promise<InclusionProof> {
  return withFile(folder.open(folder.hashes, 'r'), async (file) => {
    const read = subtreeReader(file)
    const hashes: Buffer[] = []
    for (const range of inclusionRanges(index, head.size)) hashes.push(await hashRange(range, read))
    checkRoot(rootOfInclusion({ index, size: head.size, leafHash: await read(0, index), hashes }), head)
    return { index, ...head, hashes: hashes.map((hash) => hash.toString('hex')) }
  })
}

/** Proof that the tree of the first `first` entries is the beginning of the tree of `head`; like `proveInclusion`. */
export async function proveConsistency(
  folder: CustodyFolder,
  first: number,
  head: TreeHead,
): Promise<ConsistencyProof> {
  return withFile(folder.open(folder.hashes, 'r'), async (file) => {
    const read = subtreeReader(file)
    const hashes: Buffer[] = []
    for (const range of consistencyRanges(first, head.size)) hashes.push(await hashRange(range, read))
    const firstRoot = await hashRange({ from: 0, to: first }, read)
    checkRoot(rootOfConsistency({ first, second: head.size, firstRoot, hashes }), head)
    return { first, second: head.size, root: head.root, hashes: hashes.map((hash) => hash.toString('hex')) }
  })
}

function checkRoot(found: Buffer | null, head: TreeHead): void {
  if (found?.toString('hex') === head.root) return
  throw new CairnError(
    'bad-workspace',
    'custody.hashes is damaged: delete it and recover, which computes it again from the log',
  )
}
