import type { TriggerMatch } from './match-triggers.ts'
import type { Scene } from './read-scene.ts'

const BE_FORMS: ReadonlySet<string> = new Set('is|are|was|were|been|being|be|get|got|gets'.split('|'))

/** Whether a form of "be" carries the participle, with at most two adverbs between. */
export function isPassive(scene: Scene, trigger: TriggerMatch): boolean {
  for (let at = trigger.start - 1; at >= Math.max(0, trigger.start - 3); at -= 1) {
    const lower = scene.sentence.tokens[at]?.lower ?? ''
    if (BE_FORMS.has(lower)) return true
    if (['has', 'have', 'had', 'who', 'and'].includes(lower)) return false
  }
  return false
}
