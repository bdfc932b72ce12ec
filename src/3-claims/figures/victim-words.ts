import { NOT_ONE_PERSON } from '../../../data/words/people-collectives.ts'
import { HARM_ADJECTIVES, HARM_VERBS } from '../../../data/words/harm-words.ts'
import { isPlural } from './find-people-phrases.ts'
import { type PeoplePhrase, personPhrase } from './people-phrase.ts'

/** Whether a word is a harm participle, a finite harm verb or a harm adjective. */
export function isHarmWord(lower: string): boolean {
  const verb = HARM_VERBS.get(lower)
  return (verb !== undefined && verb.form !== 'gerund') || HARM_ADJECTIVES.has(lower)
}

/** Whether a people noun is plural or names several people together, so that without an article it is no single person. */
export function isPluralOrGroup(noun: string): boolean {
  return isPlural(noun) || NOT_ONE_PERSON.has(noun)
}

/** "she was wounded", "killing him": one person named elsewhere. */
export function pronounAt(at: number): PeoplePhrase {
  return personPhrase(at, at + 1)
}
