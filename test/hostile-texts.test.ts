import { expect, test } from 'vitest'

import { HOSTILE_TEXTS } from '../bench/hostile-texts.ts'
import { GIVEN } from '../bench/measure-reading.ts'
import { captureBytes } from '../src/1-capture/capture-bytes.ts'
import { loadGazetteer } from '../src/adapters/gazetteer/load-gazetteer.ts'
import { readCapture } from '../src/pipeline.ts'

const gazetteer = loadGazetteer()

/** Beginning, middle and end: what opens, what goes on and what closes. */
function shortened(text: string): string {
  const middle = Math.floor(text.length / 2)
  return text.length < 60_000 ? text : text.slice(0, 20_000) + text.slice(middle, middle + 20_000) + text.slice(-20_000)
}

test.each(Object.entries(HOSTILE_TEXTS))('%s: read or refused, quotes verbatim', (_, text) => {
  const content = shortened(text)
  const result = readCapture(captureBytes(new TextEncoder().encode(content), 'text', GIVEN), gazetteer)
  if ('reason' in result) {
    expect(result.message).not.toBe('')
    return
  }
  expect(result.document.text).toContain(content.trim().slice(0, 100))
  for (const { evidence } of result.claims)
    expect(result.document.text.slice(evidence.start, evidence.end)).toBe(evidence.exact)
})
