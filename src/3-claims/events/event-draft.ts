import type { EventRoles } from './find-roles.ts'
import type { TriggerMatch } from './match-triggers.ts'
import type { Scene } from './read-scene.ts'
import type { TypeReading } from './type-event.ts'

/** An event as its sentence alone tells it, before the document has had its say on the type. */
export interface EventDraft {
  readonly scene: Scene
  readonly trigger: TriggerMatch
  readonly roles: EventRoles
  readonly reading: TypeReading
  readonly rule: string
}
