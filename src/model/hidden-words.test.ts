import { expect, test } from 'vitest'

import type { Decision } from './decision.ts'
import { findHiddenSpans, hiddenIn, hideInTitle, hideWords } from './hidden-words.ts'

function redaction(id: string, start: number, end: number): Decision {
  const claim = { documentId: 'sha256:a', start, end, kind: 'figure', quoteSha256: '' } as const
  return { action: 'redact', claim, id, at: '2026-01-01T00:00:00.000Z', actor: 'a', reason: 'b' }
}

test.each<readonly [spans: readonly (readonly [number, number])[], joined: readonly (readonly [number, number])[]]>([
  [[[4, 8]], [[4, 8]]],
  [
    [
      [20, 25],
      [4, 8],
    ],
    [
      [4, 8],
      [20, 25],
    ],
  ],
  [
    [
      [4, 8],
      [6, 12],
      [12, 14],
    ],
    [[4, 14]],
  ],
])('redactions of %j hide %j', (spans, joined) => {
  const active = spans.map(([start, end], i) => redaction(String(i), start, end))
  expect(findHiddenSpans(active).get('sha256:a')).toEqual(joined.map(([start, end]) => ({ start, end })))
})

test.each<readonly [text: string, words: readonly string[], shown: string]>([
  ['Ann Hill, 34, was killed', ['Ann Hill'], '[redacted], 34, was killed'],
  ['ANN HILL WAS KILLED', ['Ann Hill'], '[redacted] WAS KILLED'],
  ['Ann Hillary was killed', ['Ann Hill'], 'Ann Hillary was killed'],
  ['4 of 40 were hurt, 4 died', ['4'], '[redacted] of 40 were hurt, [redacted] died'],
  ['They (all) died.', ['(all)'], 'They [redacted] died.'],
  ['قتل أحمد علي في غزة', ['أحمد علي'], 'قتل [redacted] في غزة'],
  ['İstanbul’da Ayşe öldü', ['Ayşe'], 'İstanbul’da [redacted] öldü'],
  ['Nothing of it', [], 'Nothing of it'],
])('in "%s" without %j stands "%s"', (text, words, shown) => {
  expect(hideWords(text, words)).toBe(shown)
})

test.each<readonly [name: string, title: string | null, text: string, shown: string | null]>([
  ['that the text begins with', 'Ann Hill killed', 'Ann Hill killed\n\nShells fell.', '[redacted] killed'],
  ['that stands beside the text', 'Killed: Ann Hill', 'Ann Hill was killed.', 'Killed: [redacted]'],
  ['that says nothing of it', 'Shells fall', 'Ann Hill was killed.', 'Shells fall'],
  ['that is not there', null, 'Ann Hill was killed.', null],
])('a title %s', (_, title, text, shown) => {
  expect(hideInTitle({ title, text }, hiddenIn(text, [{ start: 0, end: 8 }]))).toBe(shown)
  expect(hideInTitle({ title, text }, undefined)).toBe(title)
})
