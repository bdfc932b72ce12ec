/** What an outlet does to a wire story before it prints it. */
export const EDIT_KINDS = [
  'other headline',
  'cut to 30 %',
  'cut to 30 % in the middle',
  '10 % of words changed',
  'new lead',
  'cut, new lead',
  'words, new lead',
  'cut, words',
  'cut, words, new lead',
] as const
export type EditKind = (typeof EDIT_KINDS)[number]

export interface WireText {
  readonly title: string
  readonly text: string
}

/** Own sentences of local colour: what a desk puts on top of a wire story. */
const LEADS = [
  'Our newsroom has followed the case since the first calls came in, and readers have sent us many questions about it. This is what is known so far.',
  'The news reached this town late in the evening, when most shops had already closed. Nobody whom we asked could say what would happen next.',
  'It was to be a quiet week. Instead people across the region woke up to word of another act of violence, the latest in a series that has worried many.',
  'Questions remain about what took place and why. Here is the account as it stands at the time of printing; we will add to it as more is learnt.',
  'For the second time this month the emergency services were called out in large numbers. The street was still closed to traffic when this edition went to press.',
]
const HEADLINES = [
  'What we know so far',
  'Region shaken again',
  'Another night of violence',
  'Questions after the latest attack',
]
const CHANGED =
  `several later near again local nearby early reported officials area group number people told another major
  large small first also however morning evening further known central early officers scene close main following`.split(
    /\s+/u,
  )

/** A copy of the story with the edits of `kind`; the same `seed` gives the same copy. */
export function editWire({ title, text }: WireText, kind: EditKind, seed: number): WireText {
  const random = numbersFrom(seed)
  let body = text
  if (kind.includes('in the middle')) body = cutTo(body, 0.3, 0.3)
  else if (kind.startsWith('cut')) body = cutTo(body, 0.3, 0)
  if (kind.includes('words')) body = changeWords(body, 0.1, random)
  if (kind.includes('new lead')) body = `${pick(LEADS, random)}\n\n${withoutFirst(body)}`
  return { title: kind === '10 % of words changed' ? title : pick(HEADLINES, random), text: body }
}

/** Whole sentences from `from` on, until they make up the wanted share of the words. */
function cutTo(text: string, share: number, from: number): string {
  const sentences = sentencesOf(text)
  const total = countWords(text)
  const kept: string[] = []
  let before = 0
  let words = 0
  for (const sentence of sentences) {
    const n = countWords(sentence)
    if (before < total * from) {
      before += n
      continue
    }
    if (words >= total * share) break
    kept.push(sentence)
    words += n
  }
  return kept.join('').trim()
}

/** Takes out the first sentence of a text that has three or more. */
function withoutFirst(text: string): string {
  const sentences = sentencesOf(text)
  return sentences.length < 3 ? text : sentences.slice(1).join('').trim()
}

/** Changes a share of the words: each is replaced, left out, or gets a neighbour. */
function changeWords(text: string, share: number, random: () => number): string {
  return text.replace(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu, (word) => {
    if (random() >= share) return word
    const way = random()
    if (way < 0.6) return pick(CHANGED, random)
    return way < 0.8 ? '' : `${word} ${pick(CHANGED, random)}`
  })
}

export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?]["”’)]?\s)|(?<=\n)/u).filter((sentence) => sentence.trim() !== '')
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}

function pick<T>(list: readonly T[], random: () => number): T {
  const one = list[Math.floor(random() * list.length)]
  if (one === undefined) throw new RangeError('an empty list')
  return one
}

/** Numbers in [0, 1) that follow from the seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
