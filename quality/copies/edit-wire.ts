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

/** Slots of own sentences of local colour, what a desk puts on top of a wire story: the lead of each copy differs from that of the others. */
const LEAD_SLOTS = [
  [
    'Our newsroom',
    'This paper',
    'The night desk',
    'Our reporter',
    'The morning shift',
    'A reader',
    'Our partner station',
    'The regional desk',
  ],
  [
    'first heard of it',
    'was told of the case',
    'began to follow the story',
    'received the first call',
    'learnt of the news',
    'picked up the alert',
  ],
  [
    'late in the evening',
    'shortly before dawn',
    'around lunchtime',
    'while most shops were closing',
    'before the evening bulletin',
    'after the last train had left',
  ],
  [
    'and many here still',
    'while neighbours in other towns',
    'but people who know the area',
    'and some of those affected',
    'though few of the callers',
    'while passers-by',
  ],
  [
    'ask how this could happen.',
    'wait for a fuller account.',
    'want to know what comes next.',
    'hope for answers soon.',
    'had no explanation for it.',
    'spoke of little else.',
  ],
  [
    'Questions remain open today.',
    'What follows is the account so far.',
    'More will be added as it is learnt.',
    'Here is what could be gathered.',
    'The story is still moving.',
    'We will return to it.',
  ],
] as const
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
  if (kind.includes('new lead')) body = `${writeLead(text, random)}\n\n${withoutFirst(body)}`
  return { title: kind === '10 % of words changed' ? title : pick(HEADLINES, random), text: body }
}

/** A lead in the manner of the story: all in capitals, and broken into lines, when the story is. */
function writeLead(story: string, random: () => number): string {
  const lead = LEAD_SLOTS.map((slot) => pick(slot, random)).join(' ')
  const isWrapped = /[^\n]{40}\n[^\n]{40}/u.test(story)
  const set = isWrapped ? lead.replace(/(.{1,68})(?:\s|$)/gu, '$1\n').trim() : lead
  return story === story.toUpperCase() ? set.toUpperCase() : set
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

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?]["”’)]?\s)|(?<=\n\s*\n)/u).filter((sentence) => sentence.trim() !== '')
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
