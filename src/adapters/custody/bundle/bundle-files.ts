/** Files of a proof bundle by name; the container (a WACZ) is made and read elsewhere. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>

/** Names inside a proof bundle. */
export const NAMES = {
  package: 'datapackage.json',
  digest: 'datapackage-digest.json',
  readme: 'README.txt',
  archive: 'archive/data.warc.gz',
  original: 'archive/original.warc.gz',
  index: 'indexes/index.cdxj',
  pages: 'pages/pages.jsonl',
  key: 'custody/custody.pub',
  checkpoint: 'custody/checkpoint.txt',
  captureEntry: 'custody/capture-entry.json',
  captureProof: 'custody/capture-proof.json',
  readingEntry: 'custody/reading-entry.json',
  readingProof: 'custody/reading-proof.json',
  reading: 'reading.json',
  document: 'document.txt',
  claim: 'claim.json',
} as const

/** Folder of the timestamp number `n`, from 1. */
export const timestampFolder = (n: number): string => `custody/timestamps/${n}`
