import { GRADE_RULE_WORDS, HARM_WORDS } from '../../../data/words/digest-words.ts'
import type {
  BoundFact,
  DevelopmentFact,
  GradeFact,
  PositionFact,
  RevisionFact,
  SceneFact,
  SpreadFact,
  ToldClaim,
  TollFact,
} from './digest-facts.ts'
import { about, type Citation, foreign, joinParts, type Part, plural, type Sentence, told } from './digest-pages.ts'
import { wordCited, wordClaimant, wordClaimedCount, wordSource } from './word-claims.ts'
import { wordNumber } from './word-counts.ts'
import { wordDay, wordPlace, wordWhen } from './word-scene.ts'

/** An incident in a paragraph: what, how widely told, how many by whom, who did it by whom, how well attested. */
export function wordDevelopment(fact: DevelopmentFact): Sentence[] {
  return [
    fact.isReviewed ? about('reviewed', { status: fact.status }) : about('not-reviewed'),
    wordReported(fact.scene),
    wordSpread(fact.spread),
    ...fact.tolls.flatMap(wordToll),
    ...(fact.parts.length === 0 ? [] : [wordParts(fact.parts)]),
    ...fact.revisions.map(wordRevision),
    ...fact.notCounted.map(wordNotCounted),
    ...fact.positions.map(wordPosition),
    wordGrade(fact.graded),
  ]
}

export function wordReported({ noun, place, when, claims }: SceneFact): Sentence {
  return told([`Reports told of ${noun} `, ...wordPlace(place), ` ${wordWhen(when)}`], claims)
}

export function wordSpread({ documents, outlets, copies, origins, claims }: SpreadFact): Sentence {
  const copied = copies === 0 ? '' : `, ${copies} of them ${copies === 1 ? 'a copy' : 'copies'} of another,`
  const from = outlets === 0 ? 'without a named outlet' : `of ${plural(outlets, 'outlet')}`
  return told(
    [`${plural(documents, 'document')} ${from}${copied} told of it, with claims of ${plural(origins, 'origin')}`],
    claims,
  )
}

/** A harm: the lowest and the highest count with who gives them, the counts besides, and the policy's choice. */
export function wordToll({ lowest, highest, others, best }: TollFact): Sentence[] {
  const sentences: Sentence[] = []
  const isOne = lowest !== null && highest !== null && sameClaims(lowest, highest)
  if (isOne) sentences.push(wordOnly(lowest))
  else if (lowest !== null && highest !== null)
    sentences.push({
      kind: 'told',
      parts: ['The lowest current count was ', ...wordBound(lowest), '; the highest was ', ...wordBound(highest)],
    })
  else if (lowest !== null || highest !== null)
    sentences.push(...[lowest, highest].flatMap((b) => (b === null ? [] : [wordOnly(b)])))
  if (others.length > 0) {
    const [one, several] =
      sentences.length > 0
        ? ['A count besides was ', 'Counts besides were ']
        : ['The count given was ', 'The counts given were ']
    const opening = others.length === 1 ? one : several
    sentences.push({ kind: 'told', parts: [opening, ...joinParts(others.map(wordCited), '; ', '; and ')] })
  }
  if (best !== null)
    sentences.push(
      told(
        [`The policy ${best.policy} chose ${best.value.toLocaleString('en-GB')}, by `, ...wordClaimant(best.claim)],
        [best.claim],
      ),
    )
  return sentences
}

function sameClaims(a: BoundFact, b: BoundFact): boolean {
  return a.claims.map(({ claimId }) => claimId).join() === b.claims.map(({ claimId }) => claimId).join()
}

function wordOnly(bound: BoundFact): Sentence {
  const [claim] = bound.claims
  if (bound.sum !== null || claim === undefined)
    return { kind: 'told', parts: ['The current count was ', ...wordBound(bound)] }
  return { kind: 'told', parts: ['The current count was ', ...wordCited(claim)] }
}

function wordBound({ sum, claims }: BoundFact): Part[] {
  const [first] = claims
  if (first === undefined) return []
  if (sum === null) return wordCited(first)
  const addends = claims.map((claim): Part[] => [...wordClaimedCount(claim), { cites: [claim] } satisfies Citation])
  const harm = first.figure === null ? 'harmed' : HARM_WORDS[first.figure.measure]
  return [
    `${sum.toLocaleString('en-GB')} people ${harm}, which the record adds up from counts by `,
    ...wordSource(first),
    ': ',
    ...joinParts(addends),
  ]
}

/** Parts of counts, those of one claimant in one report together. */
export function wordParts(parts: readonly ToldClaim[]): Sentence {
  const groups = new Map<string, ToldClaim[]>()
  for (const claim of parts) {
    const key = `${claim.claimant}\n${claim.captureId}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [claim])
    else known.push(claim)
  }
  const accounts = [...groups.values()].map((claims): Part[] => {
    const [first] = claims
    const counts = claims.map((claim): Part[] => [...wordClaimedCount(claim), { cites: [claim] }])
    return first === undefined ? [] : ['by ', ...wordSource(first), ', ', ...joinParts(counts)]
  })
  return { kind: 'told', parts: ['As parts of larger counts were given: ', ...joinParts(accounts, '; ', '; ')] }
}

/** Which counts a claimant has revised, and which one it stands by now. */
export function wordRevision({ earlier, now }: RevisionFact): Sentence {
  const steps = earlier.map((claim): Part[] => [...wordEarlier(claim, now), { cites: [claim] }])
  return {
    kind: 'told',
    parts: [
      'Earlier counts by ',
      ...wordClaimant(now),
      ', since revised, were ',
      ...joinParts(steps),
      '; the current one is ',
      ...(now.figure === null ? [] : [wordNumber(now.figure) ?? 'without a number']),
      now.saidAt === null ? ' (undated)' : ` (${wordDay(now.saidAt)})`,
      { cites: [now] },
    ],
  }
}

/** A count that was revised; one that the same report gives as a count of before is told as such. */
export function wordEarlier(claim: ToldClaim, now: ToldClaim): Part[] {
  const when = claim.saidAt === null ? 'undated' : wordDay(claim.saidAt)
  const how = claim.captureId === now.captureId ? 'given as a count of before in the same report' : when
  return [...wordClaimedCount(claim), ` (${how})`]
}

export function wordNotCounted(claim: ToldClaim): Sentence {
  return claim.stance === 'denied'
    ? told(['A count of ', ...wordClaimedCount(claim), ' was denied by ', ...wordSource(claim)], [claim])
    : told(
        [
          'A possible count of ',
          ...wordClaimedCount(claim),
          ', which is not counted, was given by ',
          ...wordSource(claim),
        ],
        [claim],
      )
}

/** What is said about who did it: one sentence of the same kind for each side. */
export function wordPosition(fact: PositionFact): Sentence {
  const { kind, blamed, claim } = fact
  const verb = { accepts: 'Responsibility was accepted by ', denies: 'A denial was issued by ' }
  const whom: Part[] = blamed === null ? ['a side that is not resolved'] : [foreign(blamed)]
  const start: Part[] = kind === 'blames' ? ['An accusation against ', ...whom, ' was made by '] : [verb[kind]]
  const quoted: Part[] = claim.quote === null ? [] : [', in the words "', foreign(claim.quote, claim.language), '"']
  return told([...start, ...wordSource(claim), ...quoted], [claim])
}

export function wordGrade({ value, rule, found, claims }: GradeFact): Sentence {
  const reason = (GRADE_RULE_WORDS[rule] ?? `rule ${rule} gave it`).replace('{found}', found ?? 'two or more')
  return told([`The grade was "${value}", since ${reason}`], claims)
}
