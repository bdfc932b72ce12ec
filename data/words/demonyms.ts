/*
 * Plural names of peoples, communities of faith and citizens of cities, lower case ("Ukrainians", "Gazans", "Sunnis"):
 * nouns for people. Forms that are adjectives as well ("Lebanese", "Palestinian") are in DEMONYM_ADJECTIVES: nouns only
 * where no noun follows. Own list.
 */
const STEMS = `afghan albanian algerian american andorran angolan argentinian argentine armenian australian austrian
azerbaijani bahraini bangladeshi barbadian belarusian belgian belizean bolivian bosnian brazilian bulgarian burundian
cambodian cameroonian canadian chadian chechen chilean colombian croat croatian cuban cypriot czech dane
darfuri dominican druze ecuadorean ecuadorian egyptian emirati eritrean estonian ethiopian fijian filipino finn gambian
gazan georgian german ghanaian greek guatemalan guinean haitian honduran hungarian indian indonesian iranian iraqi israeli
italian ivorian jamaican jordanian kazakh kenyan korean kosovar kuwaiti kurd latvian liberian libyan lithuanian
macedonian malawian malaysian malian mauritanian mexican moldovan mongolian moroccan mozambican namibian nepali
nicaraguan nigerian nigerien norwegian omani pakistani palestinian panamanian paraguayan peruvian pole qatari romanian
russian rwandan salvadoran salvadorean salvadorian samoan saudi scot serb serbian sierra-leonean
singaporean slovak slovene slovenian somali somalian somalilander spaniard swede syrian tajik tanzanian thai tibetan
tigrayan tunisian turk turkmen ugandan ukrainian uruguayan uzbek venezuelan yemeni zambian zimbabwean african
asian arab european latino hispanic westerner muslim christian jew hindu sikh shiite shia sunni alawite yazidi yezidi copt
catholic protestant buddhist baha'i ahmadi maronite assyrian chaldean circassian crimean tatar
uyghur uighur rohingya karen kachin hazara pashtun tuareg fulani hausa igbo yoruba oromo amhara hutu tutsi
dinka nuer masalit zaghawa baloch sindhi punjabi kashmiri tamil bengali
parisian londoner muscovite kyivan berliner beiruti baghdadi aleppan`.split(/\s+/u)

/** Plural demonyms: always nouns. */
export const DEMONYMS: ReadonlySet<string> = new Set([
  ...STEMS.map((stem) => `${stem}s`),
  ...`britons englishmen frenchmen irishmen dutchmen welshmen scotsmen danes`.split(' '),
  'gypsies',
  'roma',
  'yazidis',
  'rohingya',
  'druze',
])

/** Demonyms that are adjectives too, and have no separate plural ("two Lebanese", "a Palestinian"). */
export const DEMONYM_ADJECTIVES: ReadonlySet<string> = new Set([
  ...STEMS,
  ...`british english french irish dutch welsh scottish swiss swedish finnish danish turkish polish spanish chinese japanese lebanese
  vietnamese burmese sudanese congolese senegalese togolese beninese gabonese maltese nepalese portuguese taiwanese
  sinhalese kurdish shi'ite jewish crimean-tatar`.split(/\s+/u),
])
