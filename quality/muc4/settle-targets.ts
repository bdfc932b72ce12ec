import { SMALL_NUMBERS } from '../../data/words/number-words.ts'
import { shareWord } from './content-words.ts'
import { isSameGroup, nameWords } from './merge-harmed.ts'
import type { Harmed } from './template.ts'

/** Who fights the state or does the deed: the task fills them in as perpetrators, never as targets. */
const PERPETRATORS =
  /\b(?:guerrillas?|rebels?|subversives?|terrorists?|extremists?|insurgents?|insurrectionists?|assailants?|attackers?|kidnappers?|gunm[ae]n|hitm[ae]n|killers?|murderers?|assassins?|traffickers?|criminals?|thugs|bandits|fmln|contras|perpetrators?)$/iu
/** Parts of a group told before: "five of them", "one of whom". */
const PART = /\b(?:of them|of whom|of these)\b|\bof the (?:dead|wounded|injured|victims)$/iu
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
 * - "The leader" beside a person of the same effect who is named is that person told of again.
 * - People without a number are left out beside others of whom more is told: a number with the same effect, or any effect.
 * - Soldiers are left out beside others who were harmed: fighting between armed sides is no part of the task.
 */
export function settleTargets(people: readonly Harmed[]): Harmed[] {
  const targets = people.filter(({ words, high }) => high === 0 || !PERPETRATORS.test(headOf(words)))
  const once = targets.filter((one, i) => !targets.some((other, j) => i !== j && isCoveredBy(one, other, i > j)))
  return once.filter(
    (one) =>
      !isTotal(one, once) && !isPart(one, once) && !isRepeat(one, once) && !isLoose(one, once) && !isFighter(one, once),
  )
}

/** The effect that the document tells anywhere of a named person whom this incident only aimed at or abducted. */
export function withKnownEffect(one: Harmed, told: readonly Harmed[]): Harmed {
  if (one.effect !== null || !isOne(one) || nameWords(one.words).length === 0) return one
  const same = told.filter((other) => isOne(other) && nameWords(other.words).length > 0 && isSameGroup(other, one))
  const worst = same.find(({ effect }) => effect === 'DEATH') ?? same.find(({ effect }) => effect === 'INJURY')
  return worst === undefined ? one : { ...one, effect: worst.effect }
}

/** "THE LEADER" where persons are named: told of one of them again. */
function isRepeat(one: Harmed, people: readonly Harmed[]): boolean {
  if (!isOne(one) || !/^the\s/iu.test(one.words) || nameWords(one.words).length > 0) return false
  return people.some(
    (other) =>
      other !== one &&
      isOne(other) &&
      (one.effect === null || other.effect === one.effect) &&
      nameWords(other.words).length > 0,
  )
}

const SOLDIERS = /\b(?:soldiers?|troops|troopers?|servicemen|combatants?)\b/iu

/** Soldiers beside others who were harmed: fighting between armed sides is no part of the task. */
function isFighter(one: Harmed, people: readonly Harmed[]): boolean {
  const isHarmed = ({ effect, high, words }: Harmed): boolean => effect !== null && high !== 0 && !SOLDIERS.test(words)
  return SOLDIERS.test(one.words) && people.some(isHarmed)
}

/** People without a number beside others of whom more is told: a number, or an effect. */
function isLoose(one: Harmed, people: readonly Harmed[]): boolean {
  if (one.low !== null || one.high !== null) return false
  const others = people.filter((other) => other !== one && other.high !== 0)
  return others.some((other) => one.effect === null || (other.effect === one.effect && other.low !== null))
}

function isOne({ low, high }: Harmed): boolean {
  return low === 1 && high === 1
}

/** Whether the other is the same person under a graver or known effect. */
function isCoveredBy(one: Harmed, other: Harmed, isLater: boolean): boolean {
  if (one.high === 0 || other.high === 0) return false
  if (one.effect === null)
    return (other.effect !== null && shareWord(one.words, other.words)) || (isLater && isSameGroup(other, one))
  return isOne(one) && one.effect === 'INJURY' && other.effect === 'DEATH' && isOne(other) && isSameGroup(other, one)
}

function isPart(one: Harmed, people: readonly Harmed[]): boolean {
  return PART.test(headOf(one.words)) && people.some((other) => other !== one && other.effect === one.effect)
}

function isTotal(one: Harmed, people: readonly Harmed[]): boolean {
  const persons = people.filter(
    (other) => other.effect === one.effect && isOne(other) && nameWords(other.words).length > 0,
  )
  if (one.low !== null && one.low > 1 && persons.length === one.low) return true
  if (one.low === null || one.low === 0 || !isAnybody(one.words)) return false
  const members = people.filter((other) => other !== one && other.effect === one.effect && !isAnybody(other.words))
  const sum = members.reduce((total, { low }) => total + (low ?? Number.NaN), 0)
  return sum === one.low || (one.low === 1 && members.some(({ low, high }) => low === 1 && high === 1))
}

function isAnybody(words: string): boolean {
  const head = headOf(words)
  const first = head.split(' ', 1).join('').toLowerCase()
  return (
    (ANYBODY.test(head) || head.endsWith(' PEOPLE')) &&
    (SMALL_NUMBERS.has(first) || /^(?:\d+|a|an|the|another)$/u.test(first))
  )
}

function headOf(words: string): string {
  return words.replace(/\s+/gu, ' ').trim()
}
