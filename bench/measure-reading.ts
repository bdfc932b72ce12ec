import { measure } from 'mitata'

import { captureBytes } from '../src/1-capture/capture-bytes.ts'
import type { InputFormat } from '../src/model/capture.ts'
import type { Gazetteer } from '../src/model/gazetteer.ts'
import { readCapture } from '../src/pipeline.ts'

/** Nothing said of the document but its date. */
export const GIVEN = { sourceId: null, title: null, published: '2022-05-24', url: null, outlet: null }
const encoder = new TextEncoder()
/** What a reader without any of our care would do: the yardstick that makes runs on two machines comparable. */
const NAIVE =
  /\b(\d[\d,.]*)\s+(?:\w+\s+){0,3}?(?:people|civilians|children|soldiers)\b.{0,40}?\b(?:killed|wounded|dead)\b/giu

/** Reads one document through the whole pipeline and gives how many claims it found. */
export function readOne(content: string, format: InputFormat, gazetteer: Gazetteer): number {
  const result = readCapture(captureBytes(encoder.encode(content), format, GIVEN), gazetteer)
  return 'reason' in result ? 0 : result.claims.length
}

export interface Throughput {
  /** Mean size of a document. */
  readonly bytes: number
  /** Documents for one second of CPU time of this process. */
  readonly perCpuSecond: number
}

/** Documents per CPU second over at least `cpuSeconds`, after as long a warm-up. CPU time, so that a busy machine matters less. */
export function measureThroughput(
  contents: readonly string[],
  read: (content: string) => unknown,
  cpuSeconds: number,
): Throughput {
  readFor(contents, read, cpuSeconds)
  const { documents, used } = readFor(contents, read, cpuSeconds)
  const bytes = contents.reduce((sum, content) => sum + Buffer.byteLength(content), 0) / contents.length
  return { bytes, perCpuSecond: documents / used }
}

function readFor(contents: readonly string[], read: (content: string) => unknown, cpuSeconds: number) {
  const start = process.cpuUsage()
  let documents = 0
  let used = 0
  while (used < cpuSeconds) {
    for (const content of contents) read(content)
    documents += contents.length
    const { user, system } = process.cpuUsage(start)
    used = (user + system) / 1e6
  }
  return { documents, used }
}

/** The baseline over the same documents: one plain regex, and the JSON round trip that any output costs. */
export function readNaively(content: string): number {
  return [...content.matchAll(NAIVE)].length + JSON.stringify(JSON.parse(JSON.stringify({ content }))).length
}

/** Median time of one call in milliseconds. */
export async function medianMs(run: () => unknown): Promise<number> {
  const { p50 } = await measure(run, { min_samples: 5, min_cpu_time: 200e6 })
  return p50 / 1e6
}
