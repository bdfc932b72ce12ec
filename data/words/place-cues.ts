/** Words around a place name that tell what kind of place it is, how near, and whether something happened there. Own lists. */
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u))

/** Prepositions after which a name is where something is. */
export const LOCATIVES = words(
  `in at near around outside inside across throughout within on into through over above off along toward towards
  beside between amid opposite surrounding en-route via to from`,
)
/** Of these, the ones after which an unknown capitalised name may be taken for a place. */
export const STRONG_LOCATIVES = words('in at near around outside inside across throughout within surrounding')

/** Nouns for kinds of settlements and divisions, before "of" ("the village of X") or after the name ("X province"). */
export const PLACE_TYPES: ReadonlyMap<string, 'settlement' | 'quarter' | 'admin1' | 'admin2' | 'region' | 'area'> =
  new Map(
    (
      [
        [
          'settlement',
          'city cities town towns village villages hamlet settlement settlements township kibbutz municipality capital port',
        ],
        [
          'quarter',
          'neighborhood neighborhoods neighbourhood neighbourhoods quarter suburb suburbs district districts borough ward barrio',
        ],
        [
          'admin1',
          'province provinces governorate governorates oblast oblasts state states region regions prefecture emirate krai',
        ],
        ['admin2', 'county counties parish raion rayon woreda canton regency subdistrict sub-district locality'],
        [
          'region',
          'peninsula valley plateau mountains mountain hills desert highlands plains plain basin delta coast corridor island islands archipelago enclave strip heights steppe',
        ],
        [
          'area',
          'area areas zone zones countryside outskirts pocket front frontline axis direction sector suburbs hinterland agglomeration',
        ],
      ] as const
    ).flatMap(([kind, list]) => list.split(' ').map((word): [string, typeof kind] => [word, kind])),
  )

/** Directions before a name ("eastern Donetsk", "north Gaza"): part of the place, not the whole. */
export const DIRECTIONS = words(
  `northern southern eastern western north south east west northeast northwest southeast southwest northeastern
  northwestern southeastern southwestern north-east north-west south-east south-west north-eastern north-western
  south-eastern south-western central downtown rural upper lower mid greater inner outer far northernmost southernmost
  easternmost westernmost occupied government-held rebel-held regime-held opposition-held russian-occupied
  isis-held militant-held besieged`,
)

/** Words that put the event beside the name: "near X", "outside X", "outskirts of X", "10 km from X", "north of X". */
export const NEARNESS = words(
  `near around outside surrounding outskirts suburb suburbs vicinity beyond countryside edge edges environs km kilometers kilometres miles
  mile kilometer kilometre metres meters bordering approaches toward towards`,
)

/** Bearings that with "of" put the event beside the name ("east of X"). */
export const BEARINGS = words(
  `north south east west northeast northwest southeast southwest north-east north-west south-east south-west`,
)

/** Nouns after a name that make it the name of something else: papers, firms, clubs, schools of higher learning. */
export const ORGANISATION_HEADS = words(
  `post times herald tribune gazette journal news daily chronicle observer guardian mail star sun telegraph examiner
  dispatch press today tv radio magazine review university college institute bank fc united rovers wanderers athletic
  inc corp ltd plc llc company airlines airways motors brands group holdings foundation agreement accord accords treaty
  convention protocol declaration process talks summit peace championship championships cup open marathon derby festival
  award prize syndrome fever virus bulldogs tigers eagles bears lions wildcats giants cowboys rangers jets raiders
  yankees red sox lakers bulls knicks hotspur celtic orchestra symphony opera records`,
)

/** Nouns after a name that speak of its people or power, not of its ground ("Kyiv government", "Damascus regime"). */
export const ACTOR_HEADS = words(
  `government regime administration authorities officials official army military forces force troops soldiers police
  ministry minister ministers president premier parliament embassy ambassador consulate mayor governor leader leaders
  leadership militants militia militias fighters rebels insurgents air defence defense navy spokesman spokeswoman
  spokesperson diplomat diplomats delegation envoy negotiators state-run council sheriff sheriff's court commissioner
  commissioners department separatists lawmakers senator residents people citizens nationals man woman men women
  native resident based backed administration's regiment brigade battalion division garrison command jets warplanes
  aircraft planes drones missiles missile artillery tanks invasion aggression war soldier officer general cartel cartels`,
)

/** Verbs of saying and deciding after a name that stands for a power: "Moscow said". */
export const ACTOR_VERBS = words(
  `said says say denied denies deny accused accuses accuse claimed claims warned warns warn announced announces vowed vows
  insisted insists confirmed confirms rejected rejects condemned condemns blamed blames demanded demands urged urges
  called calls wants wanted argues argued agreed agrees refused refuses threatened threatens promised pledged supports
  supported backs backed launched launches invaded invades annexed annexes deployed deploys fired sent sends signed
  retaliated responded seeks sought hopes hoped hopes believes believed considers considered regards sees maintains
  maintained decided ordered imposed offered told tells has-accused acknowledged admitted declared declares plans
  planned intends stated states recognized recognised expects expected voted`,
)

/** Nouns before "of" or "from" whose place is where somebody belongs: "governor of Kharkiv", "a teacher from Homs". */
export const ORIGIN_HEADS = words(
  `governor mayor president king queen emir prince minister premier chief head leader leaders commander archbishop bishop
  patriarch imam mufti prosecutor ambassador representative representatives deputy chairman chairwoman secretary director
  spokesman spokeswoman official officials resident residents native natives national nationals immigrants citizen citizens people population inhabitants army
  government university bank bishopric ministry republic kingdom emirate church families family member members refugees
  migrants immigrants man woman men women student students teacher journalist doctor forces army's invasion annexation
  militia fighters militants rebels troops soldiers volunteers mercenaries weapons arms support pressure name history map`,
)

/** First words of names of several words, Arabic, Hebrew, Spanish, Slavic: an unknown word behind one belongs to the name. */
export const NAME_HEADS = words(
  `kafr kfar qasr tell tel tal tall deir dayr beit bayt beth khan khirbet khirbat wadi jabal jebel djebel ain ayn ein ras
  umm um abu bani beni banu sheikh shaykh al-sheikh nahr bab burj borj dar bir souk suq jisr maarat maaret hajar karm karam
  mazraat tirat nabi nebi san santa santo los las saint st nova novo novi stara staro velyka velyki mala malyi krasny krasnyi
  upper lower new old port fort mount camp puerto villa rio monte`,
)

/** Verbs whose object is where the blow falls: "shelled X". */
export const STRIKE_VERBS = words(
  `hit hits hitting struck strike strikes striking shelled shell shelling bombed bomb bombing bombarded bombarding bombard
  targeted target targets targeting attacked attack attacks attacking stormed storming raided raiding rocked shook shaking
  pounded pounding captured capture captures capturing seized seize seizing retook retake liberated liberating entered
  besieged besieging occupied surrounded recaptured recapture reached reach reaching control destroyed`,
)

/** Words before "in" that make the place somebody's seat and not the place of the event: "based in X". */
export const SEATED = words(
  'based positioned stationed headquartered born living exiled hiding raised deployed resident',
)

/** Verbs of moving people: what comes "from X" was driven from there, what goes "to X" only arrives. */
export const MOVEMENT = words(
  `fled flee flees fleeing evacuated evacuate evacuating escaped escape escaping displaced driven withdrew withdraw
  withdrawn withdrawing withdrawal retreat retreated retreating expelled leave left leaving deported abducted taken
  recovered pulled removed kidnapped ousted crossed cross crossing crossings poured streamed arrived arriving refuge
  refugees transferred transported bused moved`,
)
