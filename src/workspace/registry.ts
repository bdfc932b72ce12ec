import { createHash } from 'node:crypto'

import { CairnError } from '../model/error.ts'
import type { Reliability } from '../model/record.ts'
import { type ClaimantEntry, NO_REGISTRY, type OutletEntry, type OwnRegistry } from '../model/registry.ts'
import { commit } from './commit.ts'
import type { Workspace } from './workspace.ts'

/** Setting: what the project knows of claimants and outlets, as JSON. */
export const REGISTRY_SETTING = 'registry'

const LETTERS: ReadonlySet<string> = new Set(['A', 'B', 'C', 'D', 'E', 'F'])

/** The workspace's own entries; none when nobody has given any. */
export async function loadRegistry({ store }: Pick<Workspace, 'store'>): Promise<OwnRegistry> {
  const kept = await store.setting(REGISTRY_SETTING)
  return kept === null ? NO_REGISTRY : (JSON.parse(kept) as OwnRegistry)
}

/** Puts other entries in the place of the workspace's own, and notes in the custody log that and which (by digest). */
export async function keepRegistry(workspace: Workspace, registry: OwnRegistry): Promise<void> {
  const json = JSON.stringify(registry)
  const sha256 = createHash('sha256').update(json).digest('hex')
  const { claimants, outlets } = registry
  await commit(workspace, async ({ writer, log }) => {
    const at = workspace.clock.now().toISOString()
    const detail = { sha256, claimants: claimants.length, outlets: outlets.length }
    await log([{ kind: 'note', at, what: 'registry-replaced', detail }])
    await writer.setSetting(REGISTRY_SETTING, json)
  })
}

/**
 * Reads a registry as a person wrote it: `{"claimants": [{"name", "aliases"?, "kind"?, "country"?, "isState"?, "sides"?}],
 * "outlets": [{"name", "aliases"?, "reliability"}]}`; either list may be missing.
 *
 * @throws {CairnError} "bad-usage" that names the entry and what is wrong with it
 */
export function parseRegistry(text: string): OwnRegistry {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (error) {
    throw bad('', `is no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  const { claimants = [], outlets = [], ...rest } = objectAt(given, 'the registry')
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) throw bad('the registry', `has "${unknown}"; it may have "claimants" and "outlets"`)
  return {
    claimants: listAt(claimants, 'claimants').map((one, i) => parseClaimant(one, `claimants[${i}]`)),
    outlets: listAt(outlets, 'outlets').map((one, i) => parseOutlet(one, `outlets[${i}]`)),
  }
}

function parseClaimant(given: unknown, where: string): ClaimantEntry {
  const { name, aliases, kind, country, isState, sides } = objectAt(given, where)
  const state = isState ?? false
  if (typeof state !== 'boolean') throw bad(`${where}.isState`, 'must be true or false')
  return {
    name: nameAt(name, `${where}.name`),
    aliases: namesAt(aliases, `${where}.aliases`),
    kind: kind === undefined ? 'group' : nameAt(kind, `${where}.kind`),
    country: country === undefined || country === null ? null : countryAt(country, `${where}.country`),
    isState: state,
    ...(sides === undefined
      ? {}
      : { sides: listAt(sides, `${where}.sides`).map((one, i) => parseSide(one, `${where}.sides[${i}]`)) }),
  }
}

function parseSide(given: unknown, where: string): { readonly countries: readonly string[]; readonly side: string } {
  const { countries, side } = objectAt(given, where)
  return {
    countries: listAt(countries, `${where}.countries`).map((one, i) => countryAt(one, `${where}.countries[${i}]`)),
    side: nameAt(side, `${where}.side`),
  }
}

function parseOutlet(given: unknown, where: string): OutletEntry {
  const { name, aliases, reliability } = objectAt(given, where)
  if (typeof reliability !== 'string' || !LETTERS.has(reliability))
    throw bad(`${where}.reliability`, 'must be one of the Admiralty letters A, B, C, D, E, F')
  return {
    name: nameAt(name, `${where}.name`),
    aliases: namesAt(aliases, `${where}.aliases`),
    reliability: reliability as Reliability,
  }
}

function objectAt(given: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as Record<string, unknown>
  throw bad(where, 'must be an object')
}

function listAt(given: unknown, where: string): readonly unknown[] {
  if (Array.isArray(given)) return given
  throw bad(where, 'must be a list')
}

function nameAt(given: unknown, where: string): string {
  if (typeof given === 'string' && given.trim() !== '') return given.trim()
  throw bad(where, 'must be a text that is not empty')
}

function namesAt(given: unknown, where: string): readonly string[] {
  return given === undefined ? [] : listAt(given, where).map((one, i) => nameAt(one, `${where}[${i}]`))
}

function countryAt(given: unknown, where: string): string {
  if (typeof given === 'string' && /^[A-Z]{2}$/u.test(given)) return given
  throw bad(where, 'must be two capital letters (ISO 3166), like UA')
}

function bad(where: string, what: string): CairnError {
  return new CairnError('bad-usage', `The registry was not taken: ${where} ${what}. Nothing was changed.`)
}
