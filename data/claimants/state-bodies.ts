/**
 * Kinds of bodies that every state has, and the words for them: key | label | phrases, folded, British spelling of
 * "defence". `SEAT_BODIES` are names that say both the kind and the state. Own list.
 */
const ROWS = `
defence-ministry|Ministry of Defence|ministry of defence,defence ministry,mod,department of defence,defence department,defence minister,minister of defence,defence secretary,secretary of defence,ministry of war
foreign-ministry|Foreign Ministry|ministry of foreign affairs,foreign ministry,foreign affairs ministry,foreign office,mfa,state department,department of state,foreign minister,minister of foreign affairs,foreign secretary,secretary of state,ministry of external affairs,external affairs ministry
interior-ministry|Interior Ministry|ministry of interior,ministry of the interior,ministry of internal affairs,interior ministry,internal affairs ministry,home office,home ministry,interior minister,home secretary,minister of interior,minister of the interior,minister of internal affairs
health-ministry|Health Ministry|ministry of health,ministry of public health,health ministry,health minister,minister of health,public health ministry
justice-ministry|Justice Ministry|ministry of justice,justice ministry,justice department,department of justice,justice minister
emergencies-ministry|Emergencies Ministry|ministry of emergency situations,emergencies ministry,emergency ministry,ministry of emergencies,emergency situations ministry
emergency-service|Emergency Service|state emergency service,emergency service,emergency services,civil defence,civil defence agency,civil protection,rescue service
general-staff|General Staff|general staff,general staff of the armed forces,army general staff,joint chiefs of staff
army|Armed Forces|armed forces,army,military,army command,military command,armed forces command,defence forces,security forces,forces,troops,land forces,ground forces,armed forces general command
air-force|Air Force|air force,airforce,air force command,air defence forces,aerospace forces
navy|Navy|navy,naval forces,naval command
border-guard|Border Guard|border guard,border guards,state border guard service,border service,border police
national-guard|National Guard|national guard
intelligence|Intelligence Service|military intelligence,defence intelligence,intelligence service,intelligence agency,main intelligence directorate,intelligence services,intelligence agencies,security service
presidency|Presidency|president,presidency,president office,presidents office,office of the president,presidential office,presidential palace,presidential administration
prime-minister|Prime Minister|prime minister,premier,prime minister office,prime ministers office,office of the prime minister,chancellor
government|Government|government,cabinet,council of ministers,regime,junta
parliament|Parliament|parliament,national assembly,congress
police|Police|police,national police,federal police,police force,police service
prosecutors|Prosecutor's Office|prosecutor office,prosecutors office,prosecutor generals office,general prosecutors office,prosecutor general,attorney general,prosecutors,public prosecutors office,attorney general office
state-media|state media|state media,state television,state tv,state run media,state news agency,state radio,state broadcaster,national television,official media,state run television,state run news agency,official news agency
security-council|Security Council|national security council,security and defence council,national security and defence council
`
export interface StateBody {
  readonly key: string
  readonly label: string
}

const bodies: readonly { readonly body: StateBody; readonly phrases: readonly string[] }[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [key = '', label = '', phrases = ''] = row.split('|')
    return { body: { key, label }, phrases: phrases.split(',') }
  })

/** The kind of body that a phrase names. */
export const STATE_BODIES: ReadonlyMap<string, StateBody> = new Map(
  bodies.flatMap(({ body, phrases }) => phrases.map((phrase): [string, StateBody] => [phrase, body])),
)

/** Names that say both: folded name, state, key of the body. */
export const SEAT_BODIES: ReadonlyMap<string, readonly [country: string, body: string]> = new Map(
  `assad regime=SY:government|assad government=SY:government|pentagon=US:defence-ministry|white house=US:presidency|kremlin=RU:presidency|elysee=FR:presidency|elysee palace=FR:presidency|bankova=UA:presidency|
foreign office=GB:foreign-ministry|state department=US:foreign-ministry|downing street=GB:prime-minister|idf=IL:army|israel defence forces=IL:army|israeli defence forces=IL:army|
bundeswehr=DE:army|tsahal=IL:army|isi=PK:intelligence|mossad=IL:intelligence|us central command=US:army|centcom=US:army|africom=US:army|us africa command=US:army|home office=GB:interior-ministry|
isaf=US:army|peoples liberation army=CN:army|tatmadaw=MM:army|ukrainian ground forces=UA:army|gur=UA:intelligence|hur=UA:intelligence|sbu=UA:intelligence|security service of ukraine=UA:intelligence|
fsb=RU:intelligence|dod=US:defence-ministry|ispr=PK:army|inter services public relations=PK:army|syrian arab army=SY:army|sudanese armed forces=SD:army|saf=SD:army|
ethiopian national defence force=ET:army|endf=ET:army|iraqi joint operations command=IQ:army|joint operations command=IQ:army|rsaf=SA:air-force|royal air force=GB:air-force|raf=GB:air-force|
knesset=IL:parliament|duma=RU:parliament|state duma=RU:parliament|verkhovna rada=UA:parliament|dsns=UA:emergency-service|state emergency service of ukraine=UA:emergency-service|cogat=IL:defence-ministry`
    .replaceAll('\n', '')
    .split('|')
    .map((row): [string, readonly [string, string]] => {
      const [name = '', value = ''] = row.split('=')
      const [country = '', body = ''] = value.split(':')
      return [name, [country, body]]
    }),
)

/** Kinds of which a state has many: further words in the name tell which one ("Kharkiv police"). */
export const BRANCHED_BODIES: ReadonlySet<string> = new Set([
  'police',
  'prosecutors',
  'emergency-service',
  'border-guard',
])

/** Nouns that name no body by themselves: which one is meant follows from the document. */
export const BARE_BODIES: ReadonlySet<string> = new Set(
  `ministry department agency group coalition network observatory monitor office committee commission council organisation charity
  movement administration mission company party union watchdog ngo court bureau hospital centre service team`.split(
    /\s+/u,
  ),
)

/** Words that leave open which body of its kind is meant: a body so called is one with the only other of its kind in the matter. */
export const LOCAL_WORDS: ReadonlySet<string> = new Set(
  `forces regime local regional city provincial state national federal district municipal official officials senior top central military
  its countrys country in of the a an for and s spokesman spokeswoman spokesperson statement staffs headquarters command new`.split(
    /\s+/u,
  ),
)
