/**
 * Names under which states speak in the news: ISO 3166-1 code | English short name | names and adjectives | seats of power.
 * Own list; folded forms (lower case, no full stops or apostrophes).
 */
const ROWS = `
AF|Afghanistan|afghanistan,afghan,afghans|kabul
AE|United Arab Emirates|united arab emirates,uae,emirati,emiratis|abu dhabi
AM|Armenia|armenia,armenian,armenians|yerevan
AO|Angola|angola,angolan|luanda
AZ|Azerbaijan|azerbaijan,azerbaijani,azeri|baku
BA|Bosnia and Herzegovina|bosnia,bosnian,bosnia and herzegovina|sarajevo
BD|Bangladesh|bangladesh,bangladeshi|dhaka
BF|Burkina Faso|burkina faso,burkinabe|ouagadougou
BI|Burundi|burundi,burundian|bujumbura
BY|Belarus|belarus,belarusian|minsk
CD|DR Congo|congo,congolese,dr congo,democratic republic of congo,democratic republic of the congo,drc|kinshasa
CF|Central African Republic|central african republic,central african|bangui
CL|Chile|chile,chilean|santiago
CM|Cameroon|cameroon,cameroonian|yaounde
CN|China|china,chinese|beijing
CO|Colombia|colombia,colombian|bogota
CU|Cuba|cuba,cuban|havana
DE|Germany|germany,german|berlin
DZ|Algeria|algeria,algerian|algiers
EC|Ecuador|ecuador,ecuadorean,ecuadorian,ecuadoran|quito
EG|Egypt|egypt,egyptian|cairo
ER|Eritrea|eritrea,eritrean|asmara
ES|Spain|spain,spanish|madrid
ET|Ethiopia|ethiopia,ethiopian|addis ababa
FR|France|france,french|paris,elysee,elysee palace
GB|United Kingdom|united kingdom,uk,britain,british,great britain|london,downing street,whitehall
GE|Georgia|georgian|tbilisi
GR|Greece|greece,greek|athens
GT|Guatemala|guatemala,guatemalan|guatemala city
HN|Honduras|honduras,honduran|tegucigalpa
HR|Croatia|croatia,croatian|zagreb
HT|Haiti|haiti,haitian|port au prince
ID|Indonesia|indonesia,indonesian|jakarta
IL|Israel|israel,israeli|jerusalem,tel aviv
IN|India|india,indian|new delhi,delhi
IQ|Iraq|iraq,iraqi|baghdad
IR|Iran|iran,iranian|tehran
IT|Italy|italy,italian|rome
JO|Jordan|jordan,jordanian|amman
JP|Japan|japan,japanese|tokyo
KE|Kenya|kenya,kenyan|nairobi
KH|Cambodia|cambodia,cambodian|phnom penh
KP|North Korea|north korea,north korean|pyongyang
KR|South Korea|south korea,south korean|seoul
LB|Lebanon|lebanon,lebanese|beirut
LK|Sri Lanka|sri lanka,sri lankan|colombo
LY|Libya|libya,libyan|tripoli
MA|Morocco|morocco,moroccan|rabat
MD|Moldova|moldova,moldovan|chisinau
ML|Mali|mali,malian|bamako
MM|Myanmar|myanmar,burma,burmese|naypyidaw,naypyitaw
MX|Mexico|mexico,mexican|mexico city
MZ|Mozambique|mozambique,mozambican|maputo
NE|Niger|niger,nigerien|niamey
NG|Nigeria|nigeria,nigerian|abuja
NI|Nicaragua|nicaragua,nicaraguan|managua
NL|Netherlands|netherlands,dutch|the hague
NP|Nepal|nepal,nepali,nepalese|kathmandu
PA|Panama|panama,panamanian|panama city
PE|Peru|peru,peruvian|lima
PH|Philippines|philippines,philippine,filipino|manila
PK|Pakistan|pakistan,pakistani|islamabad
PL|Poland|poland,polish|warsaw
PS|Palestinian territories|palestine,palestinian,palestinians|ramallah
QA|Qatar|qatar,qatari|doha
RS|Serbia|serbia,serbian|belgrade
RU|Russia|russia,russian,russias,russian federation|moscow,kremlin
RW|Rwanda|rwanda,rwandan|kigali
SA|Saudi Arabia|saudi arabia,saudi|riyadh
SD|Sudan|sudan,sudanese|khartoum,port sudan
SO|Somalia|somalia,somali|mogadishu
SS|South Sudan|south sudan,south sudanese|juba
SV|El Salvador|el salvador,salvadoran,salvadorean|san salvador
SY|Syria|syria,syrian|damascus
TD|Chad|chad,chadian|ndjamena
TH|Thailand|thailand,thai|bangkok
TN|Tunisia|tunisia,tunisian|tunis
TR|Turkey|turkey,turkiye,turkish|ankara
TW|Taiwan|taiwan,taiwanese|taipei
UA|Ukraine|ukraine,ukrainian,ukraines|kyiv,kiev,bankova
UG|Uganda|uganda,ugandan|kampala
US|United States|united states,us,usa,american,america|washington,white house,the white house
VE|Venezuela|venezuela,venezuelan|caracas
VN|Vietnam|vietnam,vietnamese|hanoi
YE|Yemen|yemen,yemeni|sanaa,aden
ZA|South Africa|south africa,south african|pretoria
ZW|Zimbabwe|zimbabwe,zimbabwean|harare
`
const rows = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [code = '', name = '', words = '', seats = ''] = row.split('|')
    return { code, name, words: words.split(','), seats: seats.split(',') }
  })

/** English short name of a state by its code. */
export const STATE_LABELS: ReadonlyMap<string, string> = new Map(rows.map(({ code, name }) => [code, name]))
/** Names and adjectives of states, folded, with the code; of the first name also the possessive without its apostrophe. */
export const NATION_WORDS: ReadonlyMap<string, string> = new Map(
  rows.flatMap(({ code, words: [name = '', ...others] }) =>
    [name, ...others, `${name}s`].map((word): [string, string] => [word, code]),
  ),
)
/** Capitals and seats that stand for a government when they are the whole name, folded, with the code. */
export const SEATS: ReadonlyMap<string, string> = new Map(
  rows.flatMap(({ code, seats }) => seats.map((seat): [string, string] => [seat, code])),
)
