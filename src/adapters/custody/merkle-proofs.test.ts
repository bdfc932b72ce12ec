import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rootOfConsistency, rootOfInclusion } from './check-proofs.ts'
import { EMPTY_FRONTIER, growFrontier, rootOfFrontier } from './merkle-frontier.ts'
import type { Frontier } from './merkle-frontier.ts'
import { EMPTY_ROOT, hashLeaf, hashNode } from './merkle-hash.ts'
import { consistencyRanges, hashRange, inclusionRanges } from './merkle-proofs.ts'
import type { ReadSubtree } from './merkle-proofs.ts'

/** The leaves of the Certificate Transparency reference tests, hex. */
const CT_LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
/** Roots over the first 1, 2, … 8 of them, from the same tests. */
const CT_ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

/** Root by the recursive definition of RFC 9162, 2.1.1: slow, and as plain as the text. */
function rootByDefinition(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes
  if (only === undefined) return EMPTY_ROOT
  if (hashes.length === 1) return only
  let k = 1
  while (k * 2 < hashes.length) k *= 2
  return hashNode(rootByDefinition(hashes.slice(0, k)), rootByDefinition(hashes.slice(k)))
}

const readOf =
  (hashes: readonly Buffer[]): ReadSubtree =>
  async (level, index) =>
    rootByDefinition(hashes.slice(index * 2 ** level, (index + 1) * 2 ** level))

const grow = (hashes: readonly Buffer[]): Frontier =>
  hashes.reduce((frontier, hash) => growFrontier(frontier, hash).frontier, EMPTY_FRONTIER)

const proveInclusion = async (hashes: readonly Buffer[], index: number): Promise<readonly Buffer[]> =>
  Promise.all(inclusionRanges(index, hashes.length).map((range) => hashRange(range, readOf(hashes))))

const proveConsistency = async (hashes: readonly Buffer[], first: number): Promise<readonly Buffer[]> =>
  Promise.all(consistencyRanges(first, hashes.length).map((range) => hashRange(range, readOf(hashes))))

const ctHashes = CT_LEAVES.map((leaf) => hashLeaf(Buffer.from(leaf, 'hex')))
const hex = (hashes: readonly Buffer[]): readonly string[] => hashes.map((hash) => hash.toString('hex'))

test('the tree without leaves has the SHA-256 of nothing as its root', () => {
  expect(rootOfFrontier(EMPTY_FRONTIER).toString('hex')).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  )
})

test.each(CT_ROOTS.map((root, i) => [i + 1, root] as const))('reference root over %i leaves', (size, root) => {
  expect(rootOfFrontier(grow(ctHashes.slice(0, size))).toString('hex')).toBe(root)
})

test.each([
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
] as const)('reference inclusion proof of leaf %i of %i', async (index, size, expected) => {
  const hashes = ctHashes.slice(0, size)
  expect(hex(await proveInclusion(hashes, index))).toEqual(expected)
})

test.each([
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
] as const)('reference consistency proof from %i to %i', async (first, second, expected) => {
  expect(hex(await proveConsistency(ctHashes.slice(0, second), first))).toEqual(expected)
})

const sixty = Array.from({ length: 60 }, (_, i) => hashLeaf(Buffer.from(`leaf ${i}`)))

test('for every leaf of every tree under 60 leaves the inclusion proof leads to the root, and no other leaf or hash does', async () => {
  for (let size = 1; size < 60; size++) {
    const hashes = sixty.slice(0, size)
    const root = rootOfFrontier(grow(hashes))
    expect(root.equals(rootByDefinition(hashes))).toBe(true)
    for (let index = 0; index < size; index++) {
      const proof = { index, size, leafHash: hashes[index] ?? EMPTY_ROOT, hashes: await proveInclusion(hashes, index) }
      expect(rootOfInclusion(proof)?.equals(root)).toBe(true)
      expect(rootOfInclusion({ ...proof, leafHash: hashLeaf(Buffer.from('other')) })?.equals(root) ?? false).toBe(false)
      expect(rootOfInclusion({ ...proof, hashes: [...proof.hashes, root] })).toBeNull()
      if (proof.hashes.length > 0) {
        expect(rootOfInclusion({ ...proof, hashes: proof.hashes.slice(1) })?.equals(root) ?? false).toBe(false)
        const wrong = proof.hashes.map((hash, i) => (i === index % proof.hashes.length ? hashNode(hash, hash) : hash))
        expect(rootOfInclusion({ ...proof, hashes: wrong })?.equals(root) ?? false).toBe(false)
      }
    }
  }
})

test('for all m < n < 60 the consistency proof leads from root to root, and not for a rewritten leaf or hash', async () => {
  for (let second = 1; second < 60; second++) {
    const hashes = sixty.slice(0, second)
    const root = rootOfFrontier(grow(hashes))
    for (let first = 1; first < second; first++) {
      const proof = {
        first,
        second,
        firstRoot: rootOfFrontier(grow(hashes.slice(0, first))),
        hashes: await proveConsistency(hashes, first),
      }
      expect(rootOfConsistency(proof)?.equals(root)).toBe(true)
      const rewritten = rootOfFrontier(grow([hashLeaf(Buffer.from('other')), ...hashes.slice(1, first)]))
      expect(rootOfConsistency({ ...proof, firstRoot: rewritten })?.equals(root) ?? false).toBe(false)
      expect(rootOfConsistency({ ...proof, hashes: proof.hashes.slice(1) })?.equals(root) ?? false).toBe(false)
      const at = (first * 7 + second) % proof.hashes.length
      const wrong = proof.hashes.map((hash, i) => (i === at ? hashNode(hash, hash) : hash))
      expect(rootOfConsistency({ ...proof, hashes: wrong })?.equals(root) ?? false).toBe(false)
    }
  }
})

test('no proof of any shape makes the checks throw', () => {
  const hashes = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 8 })
  const count = fc.oneof(fc.integer({ min: -2, max: 20 }), fc.double(), fc.maxSafeInteger())
  fc.assert(
    fc.property(count, count, hashes, (a, b, list) => {
      rootOfInclusion({ index: a, size: b, leafHash: EMPTY_ROOT, hashes: list })
      rootOfConsistency({ first: a, second: b, firstRoot: EMPTY_ROOT, hashes: list })
    }),
  )
})
