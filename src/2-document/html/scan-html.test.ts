import { expect, test } from 'vitest'

import { scanHtml } from './scan-html.ts'

test.each<[what: string, source: string, html: string]>([
  ['scripts, styles and comments', 'a<script>"<p>b</p>"</script><style>p{}</style><!-- c --><!DOCTYPE html>d', 'ad'],
  ['a script that is never closed', 'a<script>var b = 1', 'a'],
  [
    'drawings and menus with what is nested in them',
    '<svg><svg><text>a</text></svg>b</svg><nav><nav>c</nav></nav>d',
    'd',
  ],
  ['a menu that is never closed', '<nav>a<p>b</p>', 'a<p>b</p>'],
  ['attributes that say nothing', '<p onclick="x()" data-id=\'7\' class="a b">c</p>', '<p class="a b">c</p>'],
  [
    'a style that hides',
    '<p style="color:red; display : none">a</p><p style="color:red">b</p>',
    '<p hidden="">a</p><p>b</p>',
  ],
  [
    'text hidden from those who do not pay',
    '<div class="paywall" style="display:none">a</div>',
    '<div class="paywall">a</div>',
  ],
  ['a tag sign in running text', 'if a < b and c<d>e', 'if a &lt; b and c<d>e'],
  ['a tag sign inside an attribute', '<p title="a > b" class=\'c"d\'>e</p>', '<p class="c&quot;d">e</p>'],
  ['an end tag that opens nothing', 'a</div></p>b', 'ab'],
  ['a tag that is never closed', 'a<p class="b', 'a<p class="b">'],
])('%s', (_, source, html) => {
  expect(scanHtml(source).html).toBe(html)
})

test('JSON-LD is kept apart, other scripts are not', () => {
  const source = `<script type="application/ld+json">{"a":1}</script><script type='text/json'>{"b":2}</script>`
  expect(scanHtml(source).jsonLd).toEqual(['{"a":1}'])
})

test('an attribute of a megabyte is cut', () => {
  const { html } = scanHtml(`<p class="${'x'.repeat(1_000_000)}">a</p>`)
  expect(html.length).toBeLessThan(10_000)
})

test('elements nested a hundred thousand deep are flattened, their text stays', () => {
  const { html, elements } = scanHtml(`${'<div>'.repeat(100_000)}a${'</div>'.repeat(100_000)}b`)
  expect(elements).toBeLessThanOrEqual(200)
  expect(html).toMatch(/>a<.*>b$/su)
})

test.each([
  ['tags', '<'],
  ['comments', '<!--'],
  ['menus', '<nav>'],
  ['drawings', '<svg '],
  ['quotes', '<p class="'],
  ['end tags', '</p '],
  ['scripts', '<script '],
])('a megabyte of unfinished %s is scanned in one pass', (_, piece) => {
  const started = performance.now()
  scanHtml(piece.repeat(1_000_000 / piece.length))
  expect(performance.now() - started).toBeLessThan(5000)
})
