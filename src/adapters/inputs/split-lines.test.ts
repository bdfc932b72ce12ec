import fc from 'fast-check'
import { expect, test } from 'vitest'

import { splitLines } from './split-lines.ts'

async function* chunksOf(text: string, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let rest = Buffer.from(text)
  for (let i = 0; rest.length > 0; i++) {
    const size = Math.max(1, sizes[i % sizes.length] ?? 1)
    yield rest.subarray(0, size)
    rest = rest.subarray(size)
  }
}
async function linesOf(text: string, sizes: readonly number[], maxBytes: number): Promise<(string | null)[]> {
  const lines: (string | null)[] = []
  for await (const { number, bytes } of splitLines(chunksOf(text, sizes), maxBytes)) {
    lines.push(bytes === null ? null : Buffer.from(bytes).toString())
    expect(number).toBe(lines.length)
  }
  return lines
}

test.each([
  ['a\nb', ['a', 'b']],
  ['a\nb\n', ['a', 'b']],
  ['\n\na', ['', '', 'a']],
  ['', []],
  ['a\r\nb', ['a\r', 'b']],
  ['12345\n123456\n1', ['12345', null, '1']],
])('%j', async (text, lines) => {
  expect(await linesOf(text, [2], 5)).toEqual(lines)
})

test('property: where the chunks fall changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', 'é', '\n', 'bb'), { maxLength: 60 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      async (parts, sizes) => {
        const text = parts.join('')
        const whole = text.split('\n').map((line) => (Buffer.byteLength(line) > 8 ? null : line))
        if (whole.at(-1) === '') whole.pop()
        expect(await linesOf(text, sizes, 8)).toEqual(whole)
      },
    ),
  )
})
