import { readFileSync } from 'node:fs'

/** What the system says a process holds in memory now; 0 where it does not say (other than Linux). */
export function residentMegabytesOf(pid: number | undefined): number {
  return Number(/^VmRSS:\s*(\d+)/mu.exec(readProc(pid, 'status'))?.[1] ?? 0) / 1024
}

/** The most it has held so far. */
export function peakMegabytesOf(pid: number | undefined): number {
  return Number(/^VmHWM:\s*(\d+)/mu.exec(readProc(pid, 'status'))?.[1] ?? 0) / 1024
}

/** CPU time of a process so far; Linux counts it in hundredths of a second. */
export function cpuSecondsOf(pid: number | undefined): number {
  const fields = readProc(pid, 'stat').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
}

function readProc(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
