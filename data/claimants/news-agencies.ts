/**
 * News agencies and news outlets that are cited as sources: name | further names, with the ISO 3166-1 code of the seat.
 * `state` marks agencies owned by a state and speaking for it. Own list from common knowledge of how the bodies name
 * themselves and are named in English-language reporting.
 */
const ROWS = `
AFP | Agence France-Presse | Agence France Presse | French news agency AFP = FR
Associated Press | AP | The Associated Press | US news agency AP = US
Reuters | Reuters news agency | Thomson Reuters = GB
dpa | Deutsche Presse-Agentur | DPA news agency = DE
EFE | Agencia EFE | EFE news agency = ES
ANSA | ANSA news agency = IT
Kyodo | Kyodo News | Kyodo news agency = JP
Jiji Press | Jiji = JP
Yonhap | Yonhap News Agency | Yonhap news agency = KR
UPI | United Press International = US
Bloomberg | Bloomberg News = US
PA Media | Press Association | PA news agency = GB
PTI | Press Trust of India = IN
ANI | Asian News International = IN
Interfax | Interfax news agency = RU
Interfax-Ukraine = UA
Ukrinform | state news agency Ukrinform = UA state
Suspilne | public broadcaster Suspilne = UA
TASS | Itar-Tass | ITAR-TASS | Tass news agency | state news agency TASS | Russian state news agency TASS = RU state
RIA Novosti | RIA | RIA news agency | state news agency RIA | Russian state news agency RIA Novosti = RU state
Sputnik | Sputnik news agency = RU state
BelTA | Belta = BY state
Xinhua | Xinhua News Agency | Xinhua news agency | state news agency Xinhua = CN state
SANA | Syrian Arab News Agency | state news agency SANA | Syria's state news agency | Syrian state news agency | official SANA news agency = SY state
IRNA | Islamic Republic News Agency | state news agency IRNA | Iran's state news agency = IR state
Fars | Fars news agency | Fars News Agency = IR
Tasnim | Tasnim news agency | Tasnim News Agency = IR
Mehr | Mehr news agency = IR
ISNA | Iranian Students News Agency = IR
Anadolu | Anadolu Agency | Anadolu news agency | state-run Anadolu Agency | Anatolia news agency = TR state
Dogan | Dogan news agency | DHA = TR
Saba | Saba news agency = YE
WAFA | Wafa | Palestinian news agency WAFA | official Palestinian news agency WAFA = PS state
Ma'an | Maan News Agency | Ma'an news agency = PS
Shehab | Shehab news agency = PS
SUNA | Sudan News Agency = SD state
SPA | Saudi Press Agency = SA state
WAM | Emirates News Agency = AE state
MENA | Middle East News Agency = EG state
Petra | Petra news agency = JO state
NNA | National News Agency | Lebanon's National News Agency = LB state
NAN | News Agency of Nigeria = NG state
APP | Associated Press of Pakistan = PK state
KCNA | Korean Central News Agency = KP state
Tanjug = RS
Hina = HR
PAP | Polish Press Agency = PL
CTK = CZ
AAP | Australian Associated Press = AU
Canadian Press | The Canadian Press = CA
Khaama Press = AF
Pajhwok | Pajhwok Afghan News = AF
TOLOnews | Tolo News = AF
Amaq | Amaq news agency | Amaq agency | Islamic State's Amaq news agency = XX
Al Jazeera | Al-Jazeera | Aljazeera = QA
Al Arabiya | Al-Arabiya = SA
Al-Masirah | Al Masirah | Masirah TV | Al-Masirah TV = YE
Al-Manar | Al Manar | Al-Manar TV = LB
Al Mayadeen | Al-Mayadeen = LB
BBC | BBC News | British Broadcasting Corporation = GB
CNN = US
CBS News | CBS = US
NBC News | NBC = US
ABC News = US
Fox News = US
NPR = US
New York Times | The New York Times = US
Washington Post | The Washington Post = US
Wall Street Journal | The Wall Street Journal = US
Guardian | The Guardian = GB
Financial Times | The Financial Times = GB
Sky News = GB
Deutsche Welle | DW = DE
Radio France Internationale | RFI = FR
France 24 = FR
Le Monde = FR
Haaretz = IL
Times of Israel | The Times of Israel = IL
Jerusalem Post | The Jerusalem Post = IL
Kyiv Independent | The Kyiv Independent = UA
Ukrainska Pravda = UA
Meduza = RU
Novaya Gazeta = RU
Radio Free Europe/Radio Liberty | Radio Free Europe | RFE/RL | Radio Liberty = US
Voice of America | VOA = US
Radio Dabanga | Dabanga = SD
Sudan Tribune = SD
Addis Standard = ET
Middle East Eye = GB
`

export interface NewsAgencyEntry {
  readonly names: readonly string[]
  /** ISO 3166-1 alpha-2; null when it has no seat in a state. */
  readonly country: string | null
  readonly isState: boolean
}

export const NEWS_AGENCIES: readonly NewsAgencyEntry[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [names = '', seat = ''] = row.split(' = ')
    const [country = '', mark] = seat.trim().split(' ')
    return {
      names: names.split('|').map((name) => name.trim()),
      country: country === 'XX' ? null : country,
      isState: mark === 'state',
    }
  })
