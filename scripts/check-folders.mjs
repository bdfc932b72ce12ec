#!/usr/bin/env node
// The folder rule (docs/architecture.md): what each room may import. This table is the architecture.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const PURE_NODE = ['node:buffer', 'node:crypto']
/** room -> rooms of ours it may import, and the packages it may import ("*" = any) */
const ROOMS = {
  'src/model': { ours: [], packages: [] },
  'src/ports': { ours: ['src/model'], packages: [] },
  'src/1-capture': {
    ours: ['src/model', 'src/ports', 'data'],
    packages: [...PURE_NODE, 'node:zlib', 'chardet', 'html-encoding-sniffer'],
  },
  'src/2-document': {
    ours: ['src/model', 'data'],
    packages: [
      ...PURE_NODE,
      '@mozilla/readability',
      'chardet',
      'defuddle',
      'html-encoding-sniffer',
      'linkedom',
      'tinyld',
    ],
  },
  'src/3-claims': { ours: ['src/model', 'data'], packages: PURE_NODE },
  'src/4-incidents': { ours: ['src/model', 'data'], packages: PURE_NODE },
  'src/5-record': { ours: ['src/model', 'data'], packages: PURE_NODE },
  'src/pipeline.ts': {
    ours: ['src/model', 'src/1-capture', 'src/2-document', 'src/3-claims', 'src/4-incidents', 'src/5-record'],
    packages: [],
  },
  'src/exports': { ours: ['src/model', 'data'], packages: [...PURE_NODE, 'hyparquet-writer'] },
  'src/adapters': { ours: ['src/model', 'src/ports', 'src/pipeline.ts', 'src/1-capture', 'data'], packages: ['*'] },
  'src/workspace': {
    ours: ['src/model', 'src/ports', 'src/pipeline.ts', 'src/1-capture', 'src/adapters', 'data'],
    packages: ['*'],
  },
  'src/server': {
    ours: [
      'src/model',
      'src/ports',
      'src/pipeline.ts',
      'src/1-capture',
      'src/adapters',
      'src/workspace',
      'src/exports',
      'data',
    ],
    packages: ['*'],
  },
  'src/cli': {
    ours: [
      'src/model',
      'src/ports',
      'src/pipeline.ts',
      'src/1-capture',
      'src/adapters',
      'src/workspace',
      'src/exports',
      'src/server',
      'data',
    ],
    packages: ['*'],
  },
  'src/index.ts': {
    ours: [
      'src/model',
      'src/ports',
      'src/pipeline.ts',
      'src/1-capture',
      'src/adapters',
      'src/workspace',
      'src/exports',
    ],
    packages: [],
  },
  data: { ours: [], packages: [] },
}
/** Besides tests, nothing reads the clock or chance inside a pure stage. */
const PURE_ROOMS = [
  'src/model',
  'src/1-capture',
  'src/2-document',
  'src/3-claims',
  'src/4-incidents',
  'src/5-record',
  'src/exports',
]
const IMPURE = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\bprocess\.|\bfetch\(/u

const root = resolve(import.meta.dirname, '..')
const files = ['src', 'data'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((f) => /\.m?ts$/u.test(f))
    .map((f) => `${folder}/${f}`),
)
const roomOf = (path) =>
  Object.keys(ROOMS)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]
const faults = []
for (const file of files) {
  const isTest = file.endsWith('.test.ts')
  const room = roomOf(file)
  if (room === undefined) {
    faults.push(`${file}: stands in no room of scripts/check-folders.mjs`)
    continue
  }
  const text = readFileSync(join(root, file), 'utf8')
  text.split('\n').forEach((line, i) => {
    if (!isTest && PURE_ROOMS.includes(room) && IMPURE.test(line) && !/^\s*(\*|\/\/|\/\*)/u.test(line)) {
      faults.push(`${file}:${i + 1}: clock, chance or process inside a pure stage: ${line.trim()}`)
    }
  })
  for (const [, target] of text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"\s]+)['"]/gu)) {
    const allowed = ROOMS[room]
    if (target.startsWith('.')) {
      const path = relative(root, resolve(dirname(join(root, file)), target))
      const other = roomOf(path) ?? path
      const fine = other === room || allowed.ours.includes(other) || (isTest && path.startsWith('test/support'))
      if (!fine)
        faults.push(`${file}: ${room} may not import ${path} (allowed: ${allowed.ours.join(', ') || 'nothing'})`)
    } else if (!isTest && !allowed.packages.includes('*')) {
      const name = target.startsWith('@')
        ? target.split('/').slice(0, 2).join('/')
        : target.startsWith('node:')
          ? target
          : target.split('/')[0]
      if (!allowed.packages.includes(name)) faults.push(`${file}: ${room} may not import the package ${name}`)
    }
  }
}
for (const fault of faults) console.error(fault)
console.log(`folder rule: ${files.length} files, ${faults.length} faults`)
process.exit(faults.length === 0 ? 0 : 1)
