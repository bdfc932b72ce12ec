import { readFileSync } from 'node:fs'

/** The package's manifest, seen from src/workspace and from dist/src/workspace. */
const PLACES = ['../../package.json', '../../../package.json'].map((path) => new URL(path, import.meta.url))

/** Version of this software. */
export function softwareVersion(): string {
  for (const place of PLACES) {
    try {
      const { name, version } = JSON.parse(readFileSync(place, 'utf8')) as {
        readonly name?: string
        readonly version?: string
      }
      if (name === 'cairn' && version !== undefined) return version
    } catch {
      continue
    }
  }
  return 'unknown'
}

/** Name and version of this software, as captures, backups and sessions carry it. */
export function software(): string {
  return `cairn/${softwareVersion()}`
}
