/** Words by which a writer or speaker keeps a distance from a claim. Lower case; phrases are words joined by blanks. Own lists. */

/** What the hedge does to the stance: nothing, blame without proof, or a mere possibility. */
export type HedgeEffect = 'none' | 'accused' | 'conditional'

export const HEDGES: ReadonlyMap<string, HedgeEffect> = new Map([
  ...entries(
    'none',
    `reportedly|apparently|evidently|presumably|presumed|supposedly|estimated|unconfirmed|unverified|preliminary|appear to|appears to|appeared to|
    seem to|seems to|seemed to|believed to|thought to|said to|understood to|suspected|suspectedly|possible|probable|probably|most likely|is likely|
    was likely|were likely|are likely|rumoured|rumored|according to unconfirmed|assumed|conflicting`,
  ),
  ...entries('accused', 'allegedly|alleged|purportedly|purported|ostensibly'),
  ...entries(
    'conditional',
    `may|might|could|would|will|likely|estimated to|possibly|feared|fears|set to|set for|expected to|likely to|threatens to|threatened to|plans to|planned to|about to|
    if|unless|potentially|at risk of|risk of|in danger of|aims to`,
  ),
])

function entries(effect: HedgeEffect, words: string): [string, HedgeEffect][] {
  return words.split('|').map((word) => [word.trim(), effect])
}
