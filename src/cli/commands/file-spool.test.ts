import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'

import { memorySpool } from '../../exports/spool.ts'
import { FileSpool } from './file-spool.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-spool-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a spool in a file gives what one in memory gives: the last text of each key, in the order of the keys', () => {
  let spools = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))), (texts) => {
      const path = join(folder, `spool-${++spools}`)
      const file = new FileSpool(path)
      const memory = memorySpool()
      for (const [key, text] of texts) {
        expect(file.has(key)).toBe(memory.has(key))
        file.set(key, text)
        memory.set(key, text)
      }
      expect([...file.inOrder()]).toEqual([...memory.inOrder()])
      file.close()
      expect(existsSync(path)).toBe(false)
    }),
  )
})

test('more than is written at once', () => {
  const file = new FileSpool(join(folder, 'large'))
  const keys = Array.from({ length: 400 }, (_, i) => `key ${(i * 7919) % 400}`)
  for (const key of keys) file.set(key, `${key} ${'قتل '.repeat(2000)}`)
  expect([...file.inOrder()].map((text) => text.slice(0, text.indexOf(' ', 4)))).toEqual(keys.toSorted())
  file.close()
})
