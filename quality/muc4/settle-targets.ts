import { SMALL_NUMBERS } from '../../data/words/number-words.ts'
import { shareWord } from './content-words.ts'
import type { Harmed } from './template.ts'

/** Who fights the state or does the deed: the task fills them in as perpetrators, never as targets. */
const PERPETRATORS =
  /\b(?:guerrillas?|rebels?|subversives?|terrorists?|extremists?|insurgents?|insurrectionists?|assailants?|attackers?|kidnappers?|gunm[ae]n|hitm[ae]n|killers?|murderers?|assassins?|traffickers?|criminals?|thugs|bandits|fmln|contras|perpetrators?)$/iu
/** Parts of a group told before: "five of them", "one of whom". */
const PART = /\b(?:of them|of whom|of these|of the (?:dead|wounded|injured|victims))$/iu
/** Said of anybody: what is told of such people is told of persons named closer elsewhere. */
const ANYBODY =
  /^(?:(?:\S+ )?(?:people|persons?|individuals?|victims?|dead|wounded|injured|injuries|deaths|casualties|lives|man|men|human beings?|bod(?:y|ies)|corpses?|of them)|\S+)$/iu

/**
 * The people of an incident as the task lists them: each person or group once, under the closest description.
 *
 * - Perpetrators who are hurt are no targets.
 * - A person aimed at and a person hurt who share a name are one; of two effects on one person the graver counts.
 * - Parts counted without a description of their own ("five of them") belong to the group told before.
 * - A total of anybody ("three people") whose members are listed one by one under the same effect is left out.
 */
export function settleTargets(people: readonly Harmed[]): Harmed[] {
  const named = people.filter(({ words, high }) => high === 0 || !PERPETRATORS.test(headOf(words)))
  const once = named.filter((one, i) => !named.some((other, j) => i !== j && isCoveredBy(one, other, i > j)))
  return once.filter(
    (one) =>
      !isTotal(one, once) && !(isPart(one) && once.some((other) => other !== one && other.effect === one.effect)),
  )
}

/** Whether the other is the same person under a graver or known effect. */
function isCoveredBy(one: Harmed, other: Harmed, isLater: boolean): boolean {
  if (one.high === 0 || other.high === 0 || !shareWord(one.words, other.words)) return false
  const sameCount = one.low === other.low && one.high === other.high
  if (one.effect === null) return other.effect !== null || (isLater && sameCount)
  return sameCount && one.low === 1 && one.effect === 'INJURY' && other.effect === 'DEATH'
}

function isPart({ words }: Harmed): boolean {
  return PART.test(headOf(words))
}

function isTotal(one: Harmed, people: readonly Harmed[]): boolean {
  if (one.low === null || one.low === 0 || !isAnybody(one.words)) return false
  const members = people.filter((other) => other !== one && other.effect === one.effect && !isAnybody(other.words))
  const sum = members.reduce((total, { low }) => total + (low ?? Number.NaN), 0)
  return sum === one.low || (one.low === 1 && members.some(({ low, high }) => low === 1 && high === 1))
}

function isAnybody(words: string): boolean {
  const head = headOf(words)
  const first = head.split(' ', 1).join('').toLowerCase()
  return ANYBODY.test(head) && (SMALL_NUMBERS.has(first) || /^(?:\d+|a|an|the|another)$/u.test(first))
}

function headOf(words: string): string {
  return words.replace(/\s+/gu, ' ').trim()
}
