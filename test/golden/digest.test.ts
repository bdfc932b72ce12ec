import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { gatherFacts } from '../../src/exports/digest/gather-facts.ts'
import { writeMarkdown } from '../../src/exports/digest/write-markdown.ts'
import { recordIncidents, recordTotals } from '../../src/pipeline.ts'
import { sampleDocuments } from '../support/sample-documents.ts'

/** Only UPDATE_GOLDEN=1 writes it. */
const GOLDEN = join(import.meta.dirname, 'digest', 'samples-2022.md')

test('the digest of the samples, spring 2022, machine proposals among them', async () => {
  const documents = await sampleDocuments()
  const facts = gatherFacts(
    {
      records: recordIncidents(documents, { policy: 'cairn', decisions: [] }),
      series: recordTotals(documents, []),
      documents,
      unread: [],
      level: 'public',
      withUnreviewed: true,
      provenance: {
        codebook: '1',
        extractor: 'rules',
        policy: 'cairn',
        languages: ['en'],
        asOf: '2025-07-12T12:00:00Z',
      },
    },
    { since: '2022-03-01', until: '2022-06-30', place: null, country: null },
  )
  const digest = writeMarkdown(facts)
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(GOLDEN, digest)
  expect(existsSync(GOLDEN), `${GOLDEN} is missing or differs: read the digest, then run with UPDATE_GOLDEN=1`).toBe(
    true,
  )
  expect(digest).toBe(readFileSync(GOLDEN, 'utf8'))
})
