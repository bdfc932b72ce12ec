/*
 * Words that state a harm to people, with what they count (codebook, "Figures: measure"). Lower case, own lists.
 */

/** The measures of src/model/claim.ts that a single word can state. */
export type HarmMeasure =
  | 'killed'
  | 'injured'
  | 'missing'
  | 'bodies_found'
  | 'abducted'
  | 'detained'
  | 'displaced'
  | 'trapped'
  | 'surrendered'
  | 'killed_or_injured'
  | 'other_people'

/**
 * How a verb takes its victims: `object` they are its object ("killed three"); `subject` its subject ("three died").
 */
export type VictimSeat = 'object' | 'subject'
export type VerbForm = 'base' | 'third' | 'gerund' | 'past' | 'participle' | 'past-or-participle'

export interface HarmVerb {
  readonly measure: HarmMeasure
  readonly seat: VictimSeat
  readonly form: VerbForm
  /** Whether the verb is said of people only, so that a counted noun we do not know is taken for people. */
  readonly peopleOnly: boolean
}

/** base third gerund past participle */
type Row = string

const VERBS: readonly (readonly [measure: HarmMeasure, seat: VictimSeat, peopleOnly: boolean, rows: readonly Row[]])[] =
  [
    [
      'killed',
      'object',
      true,
      [
        'kill',
        'murder',
        'assassinate',
        'massacre',
        'execute',
        'behead',
        'lynch',
        'slaughter',
        'decapitate',
        'martyr martyring martyring martyred martyred',
        'slay slays slaying slew slain',
        'gun-down',
        'electrocute',
        'asphyxiate',
        'suffocate',
        'strangle',
        'immolate',
      ],
    ],
    [
      'killed',
      'object',
      false,
      [
        'eliminate',
        'liquidate',
        'exterminate',
        'annihilate',
        'butcher',
        'destroy',
        'obliterate',
        'hang hangs hanging hanged hanged',
      ],
    ],
    ['missing', 'subject', true, ['disappear', 'vanish']],
    ['killed', 'subject', true, ['die dies dying died died', 'perish', 'succumb', 'drown']],
    ['killed_or_injured', 'object', false, ['neutralise', 'neutralize', 'decimate']],
    [
      'injured',
      'object',
      true,
      [
        'shoot shoots shooting shot shot',
        'injure',
        'wound',
        'hurt hurts hurting hurt hurt',
        'maim',
        'hospitalise',
        'hospitalize',
        'disfigure',
      ],
    ],
    [
      'abducted',
      'object',
      true,
      ['abduct', 'kidnap kidnaps kidnapping kidnapped kidnapped', 'kidnap kidnaps kidnaping kidnaped kidnaped'],
    ],
    ['detained', 'object', false, ['detain', 'arrest', 'imprison', 'incarcerate', 'jail', 'apprehend', 'intern']],
    ['detained', 'object', false, ['capture']],
    [
      'displaced',
      'object',
      false,
      ['displace', 'uproot', 'evacuate', 'expel expels expelling expelled expelled', 'deport'],
    ],
    ['displaced', 'subject', false, ['flee flees fleeing fled fled']],
    ['trapped', 'object', false, ['trap traps trapping trapped trapped', 'strand']],
    ['trapped', 'subject', false, ['sheltering sheltering sheltering sheltered sheltered']],
    ['surrendered', 'subject', false, ['surrender', 'capitulate', 'defect']],
    ['other_people', 'object', false, ['besiege', 'encircle']],
  ]

const regular = (base: string): readonly [string, string, string, string, string] => {
  const stem = base.endsWith('e') ? base.slice(0, -1) : base
  const third = /(?:s|sh|ch|x|z)$/u.test(base) ? `${base}es` : `${base}s`
  return [base, third, `${stem}ing`, `${stem}ed`, `${stem}ed`]
}

function* forms(): Generator<[string, HarmVerb]> {
  for (const [measure, seat, peopleOnly, rows] of VERBS) {
    for (const row of rows) {
      const [base, third, gerund, past, participle] = row.includes(' ') ? row.split(' ') : regular(row)
      const as = (form: VerbForm): HarmVerb => ({ measure, seat, form, peopleOnly })
      if (base !== undefined && base !== past) yield [base, as('base')]
      if (third !== undefined) yield [third, as('third')]
      if (gerund !== undefined) yield [gerund, as('gerund')]
      if (past !== undefined) yield [past, as(past === participle ? 'past-or-participle' : 'past')]
      if (participle !== undefined && participle !== past) yield [participle, as('participle')]
    }
  }
}

/** Every form of every harm verb. */
export const HARM_VERBS: ReadonlyMap<string, HarmVerb> = new Map(forms())

/** Adjectives said of the people before them ("21 dead", "three missing"). */
export const HARM_ADJECTIVES: ReadonlyMap<string, HarmMeasure> = new Map(
  Object.entries({
    dead: 'killed',
    deceased: 'killed',
    lifeless: 'killed',
    missing: 'missing',
    'unaccounted-for': 'missing',
    unaccounted: 'missing',
    homeless: 'displaced',
    hostage: 'abducted',
    captive: 'abducted',
  } as const),
)

/** Nouns of which each one is one victim: counted directly ("three fatalities", "12 bodies"). */
export const VICTIM_NOUNS: ReadonlyMap<string, HarmMeasure> = new Map(
  Object.entries({
    death: 'killed',
    deaths: 'killed',
    fatality: 'killed',
    fatalities: 'killed',
    martyr: 'killed',
    martyrs: 'killed',
    killings: 'killed',
    murders: 'killed',
    assassinations: 'killed',
    executions: 'killed',
    homicides: 'killed',
    homicide: 'killed',
    dead: 'killed',
    casualty: 'killed_or_injured',
    casualties: 'killed_or_injured',
    losses: 'killed_or_injured',
    injury: 'injured',
    injuries: 'injured',
    wounded: 'injured',
    injured: 'injured',
    body: 'bodies_found',
    bodies: 'bodies_found',
    corpse: 'bodies_found',
    corpses: 'bodies_found',
    cadavers: 'bodies_found',
    remains: 'bodies_found',
    skeletons: 'bodies_found',
    refugees: 'displaced',
    idps: 'displaced',
    evacuees: 'displaced',
    hostages: 'abducted',
    captives: 'abducted',
    abductees: 'abducted',
    detainees: 'detained',
    arrests: 'detained',
    abductions: 'abducted',
    kidnappings: 'abducted',
    disappearances: 'missing',
  } as const),
)

/** Nouns of an act whose victims follow "of" ("the killing of nine villagers"). */
export const ACT_NOUNS: ReadonlyMap<string, HarmMeasure> = new Map(
  Object.entries({
    death: 'killed',
    deaths: 'killed',
    killing: 'killed',
    killings: 'killed',
    murder: 'killed',
    murders: 'killed',
    assassination: 'killed',
    assassinations: 'killed',
    execution: 'killed',
    executions: 'killed',
    massacre: 'killed',
    slaying: 'killed',
    slaughter: 'killed',
    elimination: 'killed',
    beheading: 'killed',
    beheadings: 'killed',
    lynching: 'killed',
    lives: 'killed',
    life: 'killed',
    martyrdom: 'killed',
    loss: 'killed',
    wounding: 'injured',
    injuring: 'injured',
    maiming: 'injured',
    injury: 'injured',
    abduction: 'abducted',
    abductions: 'abducted',
    kidnapping: 'abducted',
    kidnappings: 'abducted',
    disappearance: 'missing',
    detention: 'detained',
    detentions: 'detained',
    arrest: 'detained',
    arrests: 'detained',
    imprisonment: 'detained',
    capture: 'detained',
    displacement: 'displaced',
    evacuation: 'displaced',
    deportation: 'displaced',
    expulsion: 'displaced',
    exodus: 'displaced',
    surrender: 'surrendered',
    bodies: 'bodies_found',
    body: 'bodies_found',
    corpses: 'bodies_found',
    corpse: 'bodies_found',
    remains: 'bodies_found',
    burial: 'bodies_found',
  } as const),
)

/** Nouns before "toll", and what stands behind "number of" in a running total. */
export const TOLL_NOUNS: ReadonlyMap<string, HarmMeasure> = new Map(
  Object.entries({
    dead: 'killed',
    deaths: 'killed',
    killed: 'killed',
    fatalities: 'killed',
    martyrs: 'killed',
    wounded: 'injured',
    injured: 'injured',
    injuries: 'injured',
    victims: 'killed_or_injured',
    casualties: 'killed_or_injured',
    losses: 'killed_or_injured',
    missing: 'missing',
    displaced: 'displaced',
    refugees: 'displaced',
    idps: 'displaced',
    hostages: 'abducted',
    detainees: 'detained',
    arrests: 'detained',
    bodies: 'bodies_found',
  } as const),
)

/** Verbs and prepositions that lead from a running total to its number ("rose to", "stands at", "reached"). */
export const TOLL_LINKS: ReadonlySet<string> = new Set(
  `to at of exceed reach top surpass is was were are be been reached reaches reaching exceeds exceeded exceeding topped tops topping passed passes passing surpassed surpasses
  surpassing hit hits hitting stands stood standing as totals totaled totalled totalling totaling numbered numbers numbering
  crossed crosses neared nears approached approaching above over put`.split(/\s+/u),
)

/** Verb forms whose own words mean that the number after a running total is a lower bound. */
export const EXCEEDING: ReadonlySet<string> = new Set(
  `exceeds exceeded exceeding exceed topped tops topping top passed passes passing surpassed surpasses surpassing surpass crossed crosses above over`.split(
    /\s+/u,
  ),
)

/** Things and animals that are counted but are no people, also after a verb said mostly of people. */
export const THING_NOUNS: ReadonlySet<string> = new Set(
  `project projects job jobs plan plans program programs programme programmes law laws idea ideas hope hopes dream dreams talk talks negotiation negotiations
  cell bacteria virus viruses cancer crop crops shark sharks wolf wolves bear bears elephant elephants rhino rhinos lion lions insect insects pest pests
  minute game games match matches penalty penalties turkey turkeys duck ducks goose geese seal seals snake snakes mosquito mosquitoes rat rats
  house houses home homes building buildings apartment apartments flat flats vehicle vehicles car cars truck trucks tank tanks
  bus buses van vans motorcycle motorcycles bike bikes boat boats ship ships vessel vessels plane planes aircraft aircrafts jet jets helicopter helicopters drone drones missile missiles rocket
  rockets shell shells bomb bombs mine mines round rounds mortar mortars launcher launchers gun guns rifle rifles weapon weapons cannon cannons howitzer howitzers
  artillery position positions post posts checkpoint checkpoints base bases camp camps depot depots warehouse warehouses hideout hideouts
  bunker bunkers tunnel tunnels trench trenches village villages town towns city cities district districts neighborhood neighborhoods neighbourhood neighbourhoods province provinces
  region regions area areas place places site sites target targets school schools hospital hospitals clinic clinics mosque mosques church churches shop shops store stores
  market markets station stations bridge bridges road roads street streets attack attacks strike strikes airstrike airstrikes raid raids
  explosion explosions blast blasts bombing bombings shooting shootings incident incidents clash clashes battle battles operation operations
  offensive offensives war wars conflict conflicts case cases report reports video videos photo photos picture pictures image images
  bird birds animal animals dog dogs cat cats cow cows sheep goat goats cattle livestock horse horses camel camels pig pigs chicken chickens fish dolphin dolphins
  whale whales tree trees bee bees document documents resolution resolutions billion company companies brigade brigades battalion battalions regiment regiments
  division divisions unit units squad squads vote votes proposal proposals bill deal deals piece pieces kind kinds type types part parts way ways reason reasons
  times occasions fronts thing things meeting meetings election elections issue issues round-trip accounts account computers computer phones phone cells
  convoy convoys flight flights facility facilities installation installations plant plants factory factories
  shot shots bullet bullets word words line lines page pages side sides front fronts step steps stage stages wave waves`.split(
    /\s+/u,
  ),
)

/** Words that make what follows a hypothesis: a count of them is no count of people. */
export const HYPOTHESIS_WORDS: ReadonlySet<string> = new Set(
  'may might could would if unless threat threats plot plots threatened threatens threaten threatening planned plotting plotted planning plan plans plot prepared preparing feared fearing vowed vows attempt attempted attempting tried trying wanted wants'.split(
    ' ',
  ),
)
