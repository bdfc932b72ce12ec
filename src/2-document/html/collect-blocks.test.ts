import { expect, test } from 'vitest'

import { collectBlocks } from './collect-blocks.ts'
import { parsePage } from './page-dom.ts'

const blocksOf = (html: string) => {
  const { body } = parsePage(`<html><body>${html}</body></html>`)
  return body === null ? [] : collectBlocks(body)
}

test.each<[what: string, html: string, lines: readonly string[]]>([
  ['neighbouring paragraphs', '<p>Two dead.</p><p>Three hurt.</p>', ['Two dead.', 'Three hurt.']],
  ['paragraphs that are never closed', '<p>Two dead.<p>Three hurt.', ['Two dead.', 'Three hurt.']],
  [
    'text beside a block',
    '<div>Two dead.<p>Three hurt.</p>One missing.</div>',
    ['Two dead.', 'Three hurt.', 'One missing.'],
  ],
  ['inline markup', '<p>The <b>mayor</b><i>’s</i> <a href="#">office</a></p>', ['The mayor’s office']],
  ['white space', '<p>\n  Two\t&nbsp; dead  </p><p> \n </p>', ['Two dead']],
  ['a break after a sentence', '<p>Two dead.<br>Three hurt.</p>', ['Two dead.', 'Three hurt.']],
  ['a break inside a sentence', '<p>Two people<br>were hurt</p>', ['Two people were hurt']],
  ['two breaks', '<p>Killed: two<br><br>Hurt: three</p>', ['Killed: two', 'Hurt: three']],
  ['list items', '<ul><li>Two dead</li><li><p>Three hurt</p></li></ul>', ['Two dead', 'Three hurt']],
  [
    'cells of a row',
    '<table><tr><td>North</td><td>4</td></tr><tr><td><p>South</p></td><td></td></tr></table>',
    ['North | 4', 'South'],
  ],
  ['soft hyphens and zero-width spaces', '<p>Heli\u00adkopter\u200bplatz</p>', ['Helikopterplatz']],
  ['what is hidden', '<p hidden>a</p><p aria-hidden="true">b</p><button>c</button><p>d</p>', ['d']],
])('%s', (_, html, lines) => {
  expect(blocksOf(html).map(({ text }) => text)).toEqual(lines)
})

test('a block knows its tag, its containers and how much of it is linked', () => {
  const [block] = blocksOf(
    '<div id="Main" class="story body"><ul class="links"><li>Read: <a href="/x">Two dead</a></li></ul></div>',
  )
  expect(block).toMatchObject({ tag: 'li', container: 'links story body main', text: 'Read: Two dead' })
  expect(block?.linkDensity).toBeCloseTo(8 / 14)
})
