/** Capitals whose names news uses for their governments ("Moscow said"): folded names, own list. */
export const CAPITALS: ReadonlySet<string> = new Set(
  `abidjan|abu dhabi|abuja|accra|addis ababa|algiers|amman|ankara|antananarivo|ashgabat|asmara|astana|asuncion|athens|baghdad|
baku|bamako|bangkok|bangui|beijing|beirut|belgrade|berlin|bern|bishkek|bissau|bogota|brasilia|bratislava|brazzaville|brussels|
bucharest|budapest|buenos aires|bujumbura|cairo|canberra|caracas|chisinau|colombo|conakry|copenhagen|dakar|damascus|delhi|dhaka|
djibouti|dodoma|doha|dublin|dushanbe|freetown|gaborone|gitega|guatemala city|hanoi|harare|havana|helsinki|islamabad|jakarta|
jerusalem|juba|kabul|kampala|kathmandu|khartoum|kiev|kigali|kinshasa|kuala lumpur|kuwait city|kyiv|lagos|la paz|libreville|
lilongwe|lima|lisbon|ljubljana|lome|london|luanda|lusaka|madrid|managua|manama|manila|maputo|mexico city|minsk|mogadishu|
monrovia|montevideo|moscow|muscat|nairobi|naypyidaw|n'djamena|ndjamena|new delhi|niamey|nicosia|nouakchott|oslo|ottawa|
ouagadougou|panama city|paris|phnom penh|podgorica|port-au-prince|prague|pretoria|pristina|pyongyang|quito|rabat|ramallah|riga|
riyadh|rome|san salvador|sanaa|santiago|sarajevo|seoul|skopje|sofia|stockholm|sukhumi|taipei|tallinn|tashkent|tbilisi|
tegucigalpa|tehran|tel aviv|tirana|tokyo|tripoli|tskhinvali|tunis|ulaanbaatar|vienna|vientiane|vilnius|warsaw|washington|
washington dc|yangon|yaounde|yerevan|zagreb`
    .replaceAll('\n', '')
    .split('|'),
)
