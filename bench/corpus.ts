import { createHash } from 'node:crypto'

/** Sentences of made-up reports; the numbers and places change with each use. */
const SENTENCES: readonly string[] = [
  'At least {n} people were killed and {m} wounded when shells hit a market in {p} on {d}, the regional governor said.',
  'Rescue workers pulled {m} survivors from the rubble during the night, according to the emergency service.',
  'The defence ministry denied that its forces had fired on {p} and accused the other side of shelling the town.',
  'Hospital officials said {n} of the dead were children and that several patients remained in a critical condition.',
  'The road to {p} has been closed since {d}, and buses that were to take families out of the town did not arrive.',
  'More than {n} thousand people have fled the district since the fighting began, the United Nations said on {d}.',
  'Residents spoke of explosions before dawn; windows broke in every street around the railway station.',
  '"We heard the first blast at four in the morning," said a teacher who had hidden in a cellar with her neighbours.',
  'It was not possible to verify the account independently.',
  'Prices for bread and fuel doubled within a week, and the only pharmacy that is still open has run out of insulin.',
  'The mayor of {p} wrote that {m} people were missing and that the search would go on until {d}.',
  'Diplomats from four countries are to meet next week to discuss a truce and the exchange of prisoners.',
]
const PLACES: readonly string[] = ['Kharkiv', 'Mosul', 'Aleppo', 'Goma', 'El Fasher', 'Mykolaiv', 'Sanaa', 'Mekelle']
const DAYS: readonly string[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', '12 March', 'May 4', 'Sunday']

/** A report of about `length` characters, in paragraphs; the same `seed` gives the same text. */
export function makeText(seed: number, length: number): string {
  const digest = createHash('sha256').update(String(seed)).digest()
  const paragraphs: string[] = []
  let size = 0
  for (let i = 0; size < length; i++) {
    const pick = (list: readonly string[], at: number): string =>
      list[((digest[(i + at) % 32] ?? 0) + i) % list.length] ?? ''
    const sentence = pick(SENTENCES, 0)
      .replace('{n}', String(2 + ((digest[(i * 3) % 32] ?? 0) % 90)))
      .replace('{m}', String(2 + ((digest[(i * 5) % 32] ?? 0) % 70)))
      .replace('{p}', pick(PLACES, 7))
      .replace('{d}', pick(DAYS, 13))
    if (i % 2 === 0) paragraphs.push(sentence)
    else paragraphs.push(`${paragraphs.pop() ?? ''} ${sentence}`)
    size += sentence.length + 2
  }
  return paragraphs.join('\n\n')
}

/** A line of JSONL as `cairn` takes it. */
export interface MadeDocument {
  readonly id: string
  readonly text: string
  readonly published: string
  readonly outlet: string
}

/** So many documents of about `length` characters, all different. */
export function* makeDocuments(documents: number, length: number): Generator<MadeDocument> {
  for (let i = 0; i < documents; i++) {
    const text = `Report ${i}. ${makeText(i, length)}`
    yield { id: `d${i}`, text, published: '2022-05-24', outlet: `outlet${i % 50}.example` }
  }
}

/** A news page around a report of 3 KB, with the furniture of such pages: about 40 KB of HTML. */
export function makePage(seed: number): string {
  const paragraphs = makeText(seed, 3000).split('\n\n')
  const links = (count: number, words: string): string =>
    Array.from(
      { length: count },
      (_, i) => `<li class="item"><a href="/story/${seed}-${i}">${words} ${i}</a></li>`,
    ).join('')
  const script = `<script>window.state=${JSON.stringify({ items: Array.from({ length: 120 }, (_, i) => ({ id: i, url: `/a/${i}`, label: 'x'.repeat(60) })) })}</script>`
  const style = `<style>${Array.from({ length: 120 }, (_, i) => `.c${i}{margin:${i}px;padding:0 ${i}px;color:#333}`).join('')}</style>`
  const meta = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: `Shelling report ${seed}`, datePublished: '2022-05-24T10:00:00Z' })}</script>`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shelling report ${seed}</title>${meta}${style}${script}</head><body><header><nav><ul>${links(25, 'Section')}</ul></nav></header><main><article><h1>Shelling report ${seed}</h1><p class="byline">By A. Reporter</p>${paragraphs.map((text, i) => `<p class="c${i}">${text}</p>${i === 3 ? `<aside><h3>Related</h3><ul>${links(6, 'Earlier report about another town')}</ul></aside>` : ''}`).join('\n')}</article><section><h2>Most read</h2><ol>${links(20, 'Another story that people read today')}</ol></section></main><footer><p>All rights reserved.</p><ul>${links(20, 'Imprint')}</ul></footer></body></html>`
}
