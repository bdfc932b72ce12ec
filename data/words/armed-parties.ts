/**
 * Words for those who take part in armed conflict. Own lists. Names of groups stand here only to tell a state's forces
 * from those that are not; the words are neutral, as the text has them.
 */
const words = (text: string): readonly string[] =>
  text
    .trim()
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** Heads of phrases that name a state's own forces. */
export const STATE_FORCE_WORDS: ReadonlySet<string> = new Set(
  words(
    'army|armies|military|navy|air force|airforce|police|policemen|gendarmes|gendarmerie|government|regime|junta|marines|national guard|security forces|government forces|government troops|government soldiers|regime forces|regime troops|pro-government forces|loyalists|loyalist forces|armed forces|defense forces|defence forces|defence ministry|defense ministry|ministry of defence|ministry of defense|soldiers|troops|servicemen|conscripts|border guards|special forces|commandos|paratroopers|warplanes|warplane|jets|fighter jets|aircraft|planes|helicopters|gunboats|warships|peshmerga|authorities|state forces|intelligence service|secret police|air forces|coast guard|brigade|brigades|battalion|battalions|division|regiment|garrison|patrol|artillerymen|artillerists|gunners|pilots|commanders|infantry|presidential guard|republican guard|forces|force|units|unit|troop|coalition|rangers|fighter planes|aircrafts|intelligence services|armoured units|special police',
  ),
)

/** Heads of phrases that name armed groups outside the state. */
export const NON_STATE_WORDS: ReadonlySet<string> = new Set(
  words(
    'rebels|rebel|rebel forces|rebel fighters|insurgents|insurgent|militants|militant|militia|militias|militiamen|militiaman|guerrillas|guerrilla|guerillas|guerilla|guerrilla forces|fighters|fighter|jihadists|jihadist|jihadis|extremists|extremist|islamists|islamist|terrorists|terrorist|separatists|separatist|gunmen|gunman|bandits|gang|gangs|gangsters|paramilitaries|paramilitary|paramilitary forces|warlord|warlords|mercenaries|mercenary|vigilantes|vigilante|assailants|assailant|attackers|attacker|kidnappers|kidnapper|hitmen|hired gunmen|hired killers|death squad|death squads|suicide bomber|suicide bombers|bomber|bombers|opposition forces|opposition fighters|opposition factions|factions|drug traffickers|narcotraffickers|traffickers|drug cartel|drug cartels|cartel|cartels|unidentified men|unknown men|armed men|masked men|unidentified individuals|subversives|subversive|urban commandos|raiders|herders|herdsmen|tribesmen|clansmen|pirates|hijackers|occupiers|invaders|aggressors|groups|group|hijacker|extremist groups|kidnapers|hooded men|heavily armed men|armed individuals|criminals|mob|rioters|protesters|demonstrators|settlers|armed group|armed groups|militant group|militant groups|rebel group|rebel groups|rebel factions|opposition groups|terrorist group|terrorist groups|extremist group|jihadist group|insurgent group|freedom fighters|mujahideen|mujahedeen|sniper|snipers|arsonists',
  ),
)

/** Names of armed groups that are not the recognised government's forces. Lower case. */
export const ARMED_GROUP_NAMES: ReadonlySet<string> = new Set(
  words(
    "isis|isil|is|daesh|islamic state|the islamic state|islamic state group|al-qaeda|al qaeda|al-qaida|al qaida|nusra front|al-nusra front|al-nusra|jabhat al-nusra|nusra|ahrar al-sham|ahrar al-cham|jaish al-fateh|jaysh al-fatah|jaysh al-islam|jaish al-islam|faylaq al-sham|hayat tahrir al-sham|tahrir al-sham|hts|free syrian army|fsa|syrian democratic forces|syria democratic forces|sdf|ypg|pyd|ypj|pkk|hezbollah|hizbullah|hizballah|hamas|islamic jihad|palestinian islamic jihad|al-qassam brigades|qassam brigades|popular front for the liberation of palestine|houthis|houthi|the houthis|ansar allah|ansarullah|taliban|the taliban|haqqani network|tehrik-i-taliban|ttp|lashkar-e-taiba|jaish-e-mohammed|boko haram|iswap|al-shabaab|al-shabab|shabaab|al shabaab|m23|m23 rebels|adf|allied democratic forces|codeco|lord's resistance army|lra|rsf|rapid support forces|janjaweed|tigray people's liberation front|tplf|oromo liberation army|ola|fano|jnim|aqim|ansar dine|mnla|wagner|wagner group|seleka|anti-balaka|donetsk people's republic|luhansk people's republic|lugansk people's republic|dpr|lpr|farc|eln|m-19|m19|epl|shining path|sendero luminoso|tupac amaru|tupac amaru revolutionary movement|mrta|fmln|farabundo marti national liberation front|urng|contras|the contras|nicaraguan resistance|the extraditables|extraditables|medellin cartel|cali cartel|manuel rodriguez patriotic front|fpmr|lautaro|national liberation army|revolutionary armed forces of colombia|people's liberation army|popular liberation army|morazanist front|cinchoneros|simon bolivar guerrilla coordinating board|eta|ira|ltte|tamil tigers|npa|new people's army|abu sayyaf|maute group|milf|naxalites|maoists|arakan army|kachin independence army|karen national liberation army|people's defence force|people's defence forces|chechen rebels|unita|renamo|khmer rouge|polisario|kosovo liberation army|bosnian serbs|mai-mai|jaysh|hashd al-shaabi|popular mobilization forces|kataib hezbollah|ejército de liberación nacional|al-aqsa martyrs brigades",
  ),
)

/** Capitals and seats of power that stand for their government, with the country's ISO 3166-1 code. */
export const SEATS_OF_POWER: ReadonlyMap<string, string> = new Map([
  ['moscow', 'RU'],
  ['kremlin', 'RU'],
  ['kyiv', 'UA'],
  ['kiev', 'UA'],
  ['washington', 'US'],
  ['pentagon', 'US'],
  ['damascus', 'SY'],
  ['baghdad', 'IQ'],
  ['tehran', 'IR'],
  ['ankara', 'TR'],
  ['jerusalem', 'IL'],
  ['khartoum', 'SD'],
  ['baku', 'AZ'],
  ['yerevan', 'AM'],
  ['islamabad', 'PK'],
  ['new delhi', 'IN'],
  ['pyongyang', 'KP'],
  ['beijing', 'CN'],
])

const NATION_TABLE: readonly (readonly [names: readonly string[], code: string])[] = words(
  `russia russian russians=RU|ukraine ukrainian ukrainians=UA|syria syrian syrians=SY|iraq iraqi iraqis=IQ|iran iranian iranians=IR|israel israeli israelis=IL|
    palestinian palestinians=PS|lebanon lebanese=LB|jordan jordanian=JO|egypt egyptian=EG|libya libyan=LY|yemen yemeni=YE|saudi saudis=SA|turkey turkish turks türkiye=TR|
    u.s us american americans usa=US|nato=NATO|coalition=COALITION|britain british uk=GB|france french=FR|germany german=DE|poland polish=PL|belarus belarusian=BY|georgia georgian=GE|
    armenia armenian armenians=AM|azerbaijan azerbaijani azeri=AZ|china chinese=CN|taiwan taiwanese=TW|india indian=IN|pakistan pakistani=PK|afghanistan afghan afghans=AF|myanmar burmese=MM|
    philippines philippine filipino=PH|indonesia indonesian=ID|thailand thai=TH|cambodia cambodian=KH|vietnam vietnamese=VN|sudan sudanese=SD|ethiopia ethiopian=ET|eritrea eritrean=ER|
    somalia somali=SO|kenya kenyan=KE|uganda ugandan=UG|rwanda rwandan=RW|burundi burundian=BI|congo congolese=CD|nigeria nigerian=NG|niger nigerien=NE|mali malian=ML|chad chadian=TD|
    cameroon cameroonian=CM|mozambique mozambican=MZ|angola angolan=AO|burkinabe=BF|libyan=LY|tunisia tunisian=TN|algeria algerian=DZ|morocco moroccan=MA|colombia colombian=CO|peru peruvian=PE|
    salvador salvadoran salvadorean=SV|guatemala guatemalan=GT|honduras honduran=HN|nicaragua nicaraguan=NI|mexico mexican=MX|venezuela venezuelan=VE|haiti haitian=HT|chile chilean=CL|
    bolivia bolivian=BO|ecuador ecuadoran ecuadorian=EC|panama panamanian=PA|cuba cuban=CU|argentina argentine=AR|brazil brazilian=BR|serbia serbian serb serbs=RS|croatia croatian croat=HR|
    bosnia bosnian=BA|kosovo kosovar=XK|chechen=CHE|kurdish kurds kurd=KUR|emirati=AE|qatari=QA|korean=KR`,
).map((entry) => {
  const [names = '', code = ''] = entry.split('=')
  return [names.trim().split(/\s+/u), code]
})

/** Countries and their adjectives that stand before forces or for a government at war, with the ISO 3166-1 code. */
export const NATIONS: ReadonlyMap<string, string> = new Map(
  NATION_TABLE.flatMap(([names, code]) => names.map((name): [string, string] => [name, code])),
)
/** Of `NATIONS`, the countries' own names: after "in" they are where something is. */
export const NATION_NAMES: ReadonlySet<string> = new Set(NATION_TABLE.map(([names]) => names[0] ?? ''))

/** People who are no party to the fighting: what makes an attack one on civilians. */
export const CIVILIAN_WORDS: ReadonlySet<string> = new Set(
  words(
    'civilian|civilians|people|residents|resident|villagers|villager|children|child|women|woman|man|men|girl|girls|boy|boys|family|families|journalist|journalists|reporter|reporters|doctor|doctors|medics|nurses|patients|refugees|evacuees|peasants|peasant|farmers|farmer|students|student|teacher|teachers|worker|workers|priest|priests|nun|nuns|jesuits|mayor|judge|judges|lawyer|lawyers|passenger|passengers|worshippers|activist|activists|aid workers|rescuers|market|markets|school|schools|hospital|hospitals|clinic|clinics|theatre|theatres|theater|theaters|mosque|mosques|church|churches|cathedral|monastery|monasteries|temple|temples|synagogue|museum|museums|library|university|universities|college|mall|supermarket|restaurant|restaurants|hotel|cinema|orphanage|playground|crowd|crowds|wedding|funeral|procession|station|stations|train|trains|ambulances|neighbourhood|neighbourhoods|neighborhood|neighborhoods|dormitory|maternity|mourner|bus|buses|convoy|ambulance|apartment|apartments|houses|homes|home|house|marketplace|bakery|kindergarten|shelter|camp|leader|leaders|candidate|politician|minister|governor|businessman|businessmen|tourist|tourists|embassy|ambassador|bystanders|shoppers|mourners|pilgrims|migrants|campesinos|trade unionists|unionists|congressman|senator|councilman|official|officials',
  ),
)

/** Armed people and military things: what makes an attack a clash. Beside the words for forces and groups above. */
export const MILITARY_TARGET_WORDS: ReadonlySet<string> = new Set(
  words(
    'soldier|soldiers|troops|fighters|fighter|militants|militant|rebels|insurgents|guerrillas|guerrilla|terrorists|extremists|jihadists|militiamen|servicemen|officers|commander|commanders|general|generals|colonel|colonels|lieutenant|lieutenants|policeman|policemen|patrol|garrison|outpost|position|positions|checkpoint|barracks|base|tank|tanks|vehicles|armoured|armored|convoy of troops|trenches|fortifications|hideout|hideouts|gatherings|hotbeds|headquarters|airbase|airfield|depot|warship|troop|army|military|forces|paramilitaries|marines|peacekeepers|bastion|stronghold|strongholds|front|frontline|battalion|brigade|unit|units|guards',
  ),
)
