import { Session } from 'node:inspector/promises'

/** Share of the time spent in one part of the program, 0 to 1. */
export interface StageCost {
  readonly stage: string
  readonly share: number
}

/**
 * Where the time goes while `run` runs, by folder: `src/3-claims/figures`, `package linkedom`.
 *
 * Built-in functions (regex, hashing) count for the part that called them.
 */
export async function profileStages(run: () => void): Promise<StageCost[]> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 200 })
  await session.post('Profiler.start')
  run()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()

  const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])))
  const own = new Map(profile.nodes.map(({ id, callFrame }) => [id, stageOf(callFrame.url)]))
  const stageAt = (id: number | undefined): string | null =>
    id === undefined ? null : (own.get(id) ?? stageAt(parents.get(id)))
  const times = new Map<string, number>()
  let all = 0
  profile.samples?.forEach((id, i) => {
    const stage = stageAt(id)
    if (stage === null) return
    const time = profile.timeDeltas?.[i] ?? 0
    times.set(stage, (times.get(stage) ?? 0) + time)
    all += time
  })
  return [...times].map(([stage, time]) => ({ stage, share: time / all })).sort((a, b) => b.share - a.share)
}

function stageOf(url: string): string | null {
  const foreign = /node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(url)
  if (foreign !== null) return `package ${foreign[1]}`
  const ours = /\/dist\/(src\/[^/]+(?:\/[^/]+)?)\/[^/]+$/u.exec(url) ?? /\/dist\/(src)\/[^/]+$/u.exec(url)
  return ours?.[1] ?? null
}
