import { join } from 'node:path'

import { runExternalScorer } from '../external-scorer.ts'
import { GOLD_FOLDER } from '../gold-data.ts'
import { fold, overreachScores } from '../overreach.ts'
import { score, type Suite } from '../suite.ts'

interface GoldEvent {
  readonly sentence: string
  readonly trigger: string
  readonly place: string | null
  readonly date: string | null
}

interface EventScores {
  readonly events: Readonly<
    Record<
      | 'gold'
      | 'predicted'
      | 'precision'
      | 'recall'
      | 'f1'
      | 'type'
      | 'family'
      | 'stance'
      | 'claimant'
      | 'place'
      | 'actor',
      number
    >
  >
  readonly statements: Readonly<Record<'gold' | 'recall' | 'stance' | 'claimant', number>>
}

/** Events and statements in war news against hand labels. */
export const events: Suite = {
  name: 'events',
  title: 'Events and statements in war news (hand-labelled articles)',
  files: ['claims/dev.events.jsonl'],
  run: (input) => {
    const { events: e, statements: s } = runExternalScorer(join(GOLD_FOLDER, 'score-events.mjs'), input) as EventScores
    return Promise.resolve([
      score('events precision', e.precision, e.predicted, 0.85),
      score('events recall', e.recall, e.gold, 0.75),
      score('events F1', e.f1, e.gold),
      score('events type', e.type, e.gold, 0.8),
      score('events family', e.family, e.gold),
      score('events stance', e.stance, e.gold),
      score('events claimant', e.claimant, e.gold),
      score('events place', e.place, e.gold),
      score('events actor', e.actor, e.gold),
      score('statements recall', s.recall, s.gold, 0.8),
      score('statements claimant', s.claimant, s.gold, 0.85),
      score('statements stance', s.stance, s.gold),
      ...overreachScores<GoldEvent>(input, {
        entriesOf: (row) => row.events ?? [],
        matches: ({ kind, evidence }, { trigger }) =>
          kind === 'event' &&
          (fold(evidence.exact).includes(fold(trigger)) || fold(trigger).includes(fold(evidence.exact))),
      }).map((one) => ({ ...one, name: `events ${one.name}` })),
    ])
  },
}
