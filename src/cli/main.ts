#!/usr/bin/env node
import { createInterface } from 'node:readline'

import { captureBytes } from '../1-capture/capture-bytes.ts'
import { loadGazetteer } from '../adapters/gazetteer/load-gazetteer.ts'
import { readCapture } from '../pipeline.ts'

const gazetteer = loadGazetteer()
for await (const line of createInterface({ input: process.stdin })) {
  const row = JSON.parse(line)
  const given = {
    sourceId: row.id ?? null,
    title: row.title ?? null,
    published: row.published ?? null,
    url: row.url ?? null,
    outlet: row.outlet ?? null,
  }
  console.log(JSON.stringify(readCapture(captureBytes(new TextEncoder().encode(row.text), 'text', given), gazetteer)))
}
