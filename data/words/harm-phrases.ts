import type { HarmMeasure, VerbForm, VictimSeat } from './harm-words.ts'

/*
 * Harm verbs of more than one word ("shot dead", "taken hostage", "lost their lives"). Lower case, own lists.
 */

export interface HarmPhrase {
  readonly words: readonly string[]
  readonly measure: HarmMeasure
  readonly seat: VictimSeat
  readonly form: VerbForm
  readonly peopleOnly: boolean
}

/** forms (past-or-participle unless said otherwise) x tails */
const ROWS: readonly (readonly [
  measure: HarmMeasure,
  seat: VictimSeat,
  forms: Readonly<Partial<Record<VerbForm, string>>>,
  tails: string,
])[] = [
  [
    'killed',
    'object',
    { base: 'shoot', third: 'shoots', gerund: 'shooting', 'past-or-participle': 'shot' },
    'dead|to death',
  ],
  [
    'killed',
    'object',
    {
      base: 'stab|hack|beat|burn|crush|starve|freeze|bludgeon|trample|torture|stone|choke|club|batter',
      gerund:
        'stabbing|hacking|beating|burning|crushing|starving|freezing|bludgeoning|trampling|torturing|stoning|choking|clubbing|battering',
      'past-or-participle':
        'stabbed|hacked|beaten|beat|burned|burnt|crushed|starved|frozen|froze|bludgeoned|trampled|tortured|stoned|choked|clubbed|battered|bled|put|blown|crushed',
    },
    'to death',
  ],
  ['killed', 'object', { 'past-or-participle': 'burned|burnt|buried', gerund: 'burning|burying' }, 'alive'],
  ['killed', 'object', { 'past-or-participle': 'shot' }, 'and killed|and fatally wounded|fatally'],
  ['injured', 'object', { 'past-or-participle': 'shot' }, 'and wounded|and injured'],
  [
    'injured',
    'object',
    { 'past-or-participle': 'taken|rushed|airlifted|admitted|flown|brought|sent' },
    'to hospital|to hospitals|to the hospital|to a hospital|to the hospitals',
  ],
  [
    'injured',
    'object',
    { 'past-or-participle': 'treated' },
    'for injuries|for wounds|for burns|for minor injuries|for gunshot wounds|for shock|for smoke inhalation|for shrapnel wounds',
  ],
  ['injured', 'object', { 'past-or-participle': 'left' }, 'paralyzed|paralysed|disabled|maimed'],
  [
    'injured',
    'object',
    { 'past-or-participle': 'hit|struck' },
    'by gunfire|by shrapnel|by bullets|by a bullet|by stray bullets|by sniper fire|by shell fragments|by fragments|by flying glass|by debris',
  ],
  ['killed', 'object', { participle: 'blown' }, 'up|apart|to pieces|to bits'],
  [
    'displaced',
    'object',
    { 'past-or-participle': 'registered|living' },
    'as refugees|as internally displaced|as displaced',
  ],
  ['killed', 'object', { base: 'gun', third: 'guns', gerund: 'gunning', 'past-or-participle': 'gunned' }, 'down'],
  ['killed', 'object', { base: 'mow', third: 'mows', gerund: 'mowing', 'past-or-participle': 'mowed|mown' }, 'down'],
  ['killed', 'object', { base: 'wipe', third: 'wipes', gerund: 'wiping', 'past-or-participle': 'wiped' }, 'out'],
  ['killed', 'object', { base: 'take', third: 'takes', gerund: 'taking', past: 'took', participle: 'taken' }, 'out'],
  [
    'abducted',
    'object',
    {
      base: 'take|hold',
      third: 'takes|holds',
      gerund: 'taking|holding',
      past: 'took',
      participle: 'taken',
      'past-or-participle': 'held',
    },
    'hostage|captive',
  ],
  [
    'detained',
    'object',
    { base: 'take', gerund: 'taking', past: 'took', participle: 'taken' },
    'prisoner|into custody',
  ],
  ['detained', 'object', { base: 'round', gerund: 'rounding', 'past-or-participle': 'rounded' }, 'up'],
  [
    'killed',
    'subject',
    { base: 'lose', third: 'loses', gerund: 'losing', 'past-or-participle': 'lost' },
    'their lives|his life|her life|their life|lives|life',
  ],
  [
    'killed',
    'subject',
    { base: 'bleed', gerund: 'bleeding', 'past-or-participle': 'bled|starved|froze|burned|drowned' },
    'to death',
  ],
  ['missing', 'subject', { base: 'go', gerund: 'going', past: 'went', participle: 'gone' }, 'missing'],
  [
    'displaced',
    'subject',
    { base: 'seek', gerund: 'seeking', 'past-or-participle': 'sought' },
    'refuge|safety|shelter|asylum|sanctuary',
  ],
  ['displaced', 'subject', { 'past-or-participle': 'lost' }, 'their homes|their houses|their home'],
  [
    'killed',
    'subject',
    { past: 'fell', participle: 'fallen' },
    'in battle|in combat|in action|in the fighting|in the line of duty',
  ],
  [
    'displaced',
    'subject',
    { base: 'leave', gerund: 'leaving', 'past-or-participle': 'left|abandoned', participle: 'fled' },
    'their homes|their houses|their villages|their town|their home|their country|the country|the town|the city',
  ],
  [
    'displaced',
    'object',
    {
      base: 'force|drive',
      gerund: 'forcing|driving',
      'past-or-participle': 'forced',
      past: 'drove',
      participle: 'driven',
    },
    'from their homes|from their houses|from their villages|from their land|from home|out of their homes|into exile',
  ],
  [
    'displaced',
    'subject',
    { base: 'cross', gerund: 'crossing', 'past-or-participle': 'crossed' },
    'into|the border|the borders|the frontier|over the border|borders|over into',
  ],
  ['displaced', 'object', { base: 'make|render', 'past-or-participle': 'made|left|rendered' }, 'homeless'],
  [
    'surrendered',
    'subject',
    { base: 'lay', gerund: 'laying', 'past-or-participle': 'laid' },
    'down their arms|down their weapons|down arms',
  ],
  [
    'surrendered',
    'subject',
    { base: 'give', gerund: 'giving', past: 'gave', participle: 'given' },
    'themselves up|up their weapons',
  ],
  ['surrendered', 'subject', { base: 'turn', 'past-or-participle': 'turned' }, 'themselves in'],
  [
    'trapped',
    'object',
    { 'past-or-participle': 'buried|stuck|caught' },
    'under rubble|under the rubble|beneath the rubble|in the rubble|under debris',
  ],
  ['trapped', 'subject', { 'past-or-participle': 'holed' }, 'up'],
]

function* phrases(): Generator<HarmPhrase> {
  for (const [measure, seat, forms, tails] of ROWS) {
    for (const [form, verbs] of Object.entries(forms) as [VerbForm, string][]) {
      for (const verb of verbs.split('|'))
        for (const tail of tails.split('|'))
          yield {
            words: [verb, ...tail.split(' ')],
            measure,
            seat,
            form,
            peopleOnly: measure !== 'displaced' && verb !== 'blown',
          }
    }
  }
}

/** The phrases by their first word, longest first. */
export const HARM_PHRASES: ReadonlyMap<string, readonly HarmPhrase[]> = (() => {
  const byFirst = new Map<string, HarmPhrase[]>()
  for (const phrase of phrases()) {
    const first = phrase.words[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return byFirst
})()
