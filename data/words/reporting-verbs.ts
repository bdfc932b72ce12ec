/**
 * Verbs by which somebody is quoted, with what saying so does. Own list.
 *
 * One verb a row: `takes | act | lemma[:past[:participle[:ing]]] …`. Regular forms are derived.
 *
 * `takes` tells what must stand beside the verb for it to report something:
 * - `any`: a source is enough, in every order ("X said", "said X")
 * - `clause`: a that-clause, a clause or a quotation must follow, or the verb closes a sentence after a quotation
 * - `quote`: only a quotation
 * - `target`: an object is what is said ("blamed the army", "urged both sides to stop")
 * - `count`: a number of people must follow ("documented 40 deaths")
 */
export type VerbTakes = 'any' | 'clause' | 'quote' | 'target' | 'count'
export type VerbAct =
  | 'report'
  | 'accusation'
  | 'denial'
  | 'responsibility'
  | 'admission'
  | 'warning'
  | 'demand'
  | 'assessment'
export type VerbForm = 'base' | 's' | 'past' | 'ing'

export interface ReportingVerb {
  readonly lemma: string
  readonly form: VerbForm
  readonly takes: VerbTakes
  readonly act: VerbAct
}

const ROWS = `
any | report | say:said tell:told add announce state declare reiterate
any | report | note explain stress emphasize emphasise underline disclose report
any | report | confirm reveal
clause | report | recall remark mention observe point highlight assert maintain insist contend opine quip
clause | report | inform testify argue conclude:concluded hint imply:implied signal:signalled reply:replied respond answer comment elaborate
clause | report | write:wrote:written:writing tweet post assure swear:swore:sworn brief joke boast echo summarize summarise clarify:clarified relate
clause | report | agree promise pledge decide:decided
quote | report | read:read continue begin:began:begun:beginning shout yell ask wonder chant sing:sang:sung whisper cry:cried exclaim describe call term dub:dubbed:dubbed:dubbing label
clause | report | show:showed:shown indicate learn find:found
target | report | name identify issue make:made renew voice repeat
clause | report | remind
count | report | document record register tally:tallied count list put:put:put:putting give:gave:given:giving speak:spoke:spoken stand:stood:stood
any | admission | admit:admitted:admitted:admitting acknowledge
clause | admission | concede confess
target | responsibility | take:took:taken accept assume
target | admission | apologise apologize regret:regretted:regretted:regretting
target | denial | deny:denied reject dismiss refute rebut:rebutted:rebutted:rebutting repudiate
clause | denial | dispute disagree
clause | accusation | claim allege
target | accusation | accuse blame condemn denounce criticize criticise slam:slammed:slammed:slamming blast decry:decried deplore lambast lambaste castigate assail rebuke vilify:vilified mock
clause | accusation | charge complain lament
any | warning | warn caution
clause | warning | threaten vow fear worry:worried
target | demand | urge demand call request appeal implore beg:begged:begged:begging
clause | demand | recommend propose order instruct suggest require
clause | assessment | estimate assess believe think:thought expect predict forecast:forecast calculate suspect reckon hope speculate determine doubt guess foresee:foresaw:foreseen rule
target | assessment | hail praise welcome applaud compare
`

/** Lower-case verb form to what it is; "set", "put" and the like carry their past form. */
export const REPORTING_VERBS: ReadonlyMap<string, ReportingVerb> = build()

function build(): Map<string, ReportingVerb> {
  const forms = new Map<string, ReportingVerb>()
  for (const row of ROWS.trim().split('\n')) {
    const [takes, act, verbs] = row.split(' | ') as [VerbTakes, VerbAct, string]
    for (const entry of verbs.split(' ')) {
      const [lemma = '', past = regularPast(lemma), participle = past, ing = regularIng(lemma)] = entry.split(':')
      const set = (word: string, form: VerbForm): void => {
        forms.set(word, { lemma, form, takes, act })
      }
      set(lemma, 'base')
      set(/(?:[sxz]|sh|ch|o)$/u.test(lemma) ? `${lemma}es` : lemma.replace(/(?<=[^aeiou])y$/u, 'ie') + 's', 's')
      set(ing, 'ing')
      set(past, 'past')
      set(participle, 'past')
    }
  }
  return forms
}

function regularPast(lemma: string): string {
  return lemma.endsWith('e') ? `${lemma}d` : `${lemma}ed`
}

function regularIng(lemma: string): string {
  return /[^eio]e$/u.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`
}

/** Nouns that report, with what they do: "the claim by X that", "X's accusation that". */
export const REPORTING_NOUNS: ReadonlyMap<string, VerbAct> = new Map([
  ['claim', 'accusation'],
  ['claims', 'accusation'],
  ['allegation', 'accusation'],
  ['allegations', 'accusation'],
  ['accusation', 'accusation'],
  ['accusations', 'accusation'],
  ['denial', 'denial'],
  ['denials', 'denial'],
  ['warning', 'warning'],
  ['warnings', 'warning'],
  ['threat', 'warning'],
  ['assertion', 'report'],
  ['statement', 'report'],
  ['suggestion', 'assessment'],
  ['admission', 'admission'],
  ['confirmation', 'report'],
  ['estimate', 'assessment'],
  ['call', 'demand'],
  ['demand', 'demand'],
])
