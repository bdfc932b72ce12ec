import { expect, test } from 'vitest'

import type { Block } from './collect-blocks.ts'
import { dropOtherParts } from './drop-other-parts.ts'

const LONG =
  'The shelling of the harbour district killed four people and wounded eleven, the regional governor said on Tuesday morning.'
const SHORT = 'Two of them were children.'

function block(text: string, container: string, linkDensity = 0): Block {
  return { text, key: text.toLowerCase(), tag: 'p', linkDensity, container, postedAt: null, sourceOffset: null }
}

/** Every row stands behind four paragraphs of the article. */
test.each([
  { text: SHORT, container: 'article-body', kept: true },
  { text: 'Get the morning briefing in your inbox.', container: 'newsletter-box article-body', kept: false },
  { text: LONG, container: 'newsletter__text article-body', kept: false },
  { text: 'More from the region', container: 'related-stories article-body', kept: false },
  { text: LONG, container: 'author-bio article-body', kept: false },
  { text: 'By Irma Stone', container: 'byline article-body', kept: false },
  { text: LONG, container: 'byline-wrapper article-body', kept: true },
  { text: 'Already a reader? Log in.', container: 'paywall article-body', kept: false },
  { text: LONG, container: 'paywall article-body', kept: true },
  { text: LONG, container: 'teaser-text article-body', kept: true },
  { text: LONG, container: 'teaser article-body', linkDensity: 0.9, kept: false },
  { text: SHORT, container: 'platform article-body', kept: true },
  { text: SHORT, container: 'biography article-body', kept: true },
])('$container: $text', ({ text, container, linkDensity, kept }) => {
  const article = ['one', 'two', 'three', 'four'].map((word) => block(`${word} ${LONG}`, 'article-body'))
  const last = block(text, container, linkDensity)
  expect(dropOtherParts([...article, last])).toEqual(kept ? [...article, last] : article)
})

test('a word that stands around much of the text is said of the page', () => {
  const article = ['one', 'two', 'three', 'four'].map((word) => block(`${word} ${LONG}`, 'form newsletter-layout'))
  expect(dropOtherParts(article)).toEqual(article)
})
