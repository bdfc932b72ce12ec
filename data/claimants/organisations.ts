/**
 * Bodies that war reporting quotes and that are no organ of a state: name | further names = kind.
 * Own list from how the bodies name themselves and are named in English-language reporting. Names are neutral; kinds are
 * `un`, `monitor`, `ngo`, `rescue`, `group` (armed), `authority` (rules territory), `alliance`, `court`.
 */
const ROWS = `
United Nations | UN | U.N. | the United Nations | UN spokesman | UN Secretary-General | UN chief | UN Secretariat = un
UN human rights office | OHCHR | United Nations human rights office | Office of the UN High Commissioner for Human Rights | UN High Commissioner for Human Rights | UN rights office | UN Human Rights | UN rights chief | UN human rights chief | Office of the High Commissioner for Human Rights | HRMMU | UN Human Rights Monitoring Mission in Ukraine = un
OCHA | UN OCHA | UNOCHA | UN Office for the Coordination of Humanitarian Affairs | Office for the Coordination of Humanitarian Affairs | UN humanitarian office | UN humanitarian agency | UN aid chief | UN humanitarian chief = un
UNHCR | UN refugee agency | UN High Commissioner for Refugees | United Nations refugee agency | United Nations High Commissioner for Refugees = un
UNICEF | UN children's agency | UN children's fund | United Nations Children's Fund = un
WHO | World Health Organization | World Health Organisation | UN health agency = un
World Food Programme | WFP | World Food Program | UN World Food Programme | UN food agency = un
UNRWA | UN agency for Palestinian refugees | UN Relief and Works Agency | UN Palestinian refugee agency = un
IOM | International Organization for Migration | UN migration agency | International Organisation for Migration = un
UN Security Council | United Nations Security Council = un
UNAMA | UN Assistance Mission in Afghanistan | UN mission in Afghanistan | United Nations Assistance Mission in Afghanistan = un
UNAMI | UN mission in Iraq | UN Assistance Mission for Iraq = un
UNMISS | UN mission in South Sudan = un
MONUSCO | UN mission in Congo | UN mission in the Democratic Republic of Congo = un
MINUSMA | UN mission in Mali = un
UNIFIL | UN Interim Force in Lebanon | UN peacekeepers in Lebanon = un
UN Commission of Inquiry on Syria | UN Commission of Inquiry | Commission of Inquiry on Syria = un
OPCW | Organisation for the Prohibition of Chemical Weapons | chemical weapons watchdog = un
IAEA | International Atomic Energy Agency | UN nuclear watchdog = un
International Criminal Court | ICC = court
International Court of Justice | ICJ | World Court = court
Syrian Observatory for Human Rights | SOHR | Syrian Observatory | Britain-based Syrian Observatory for Human Rights | UK-based Syrian Observatory for Human Rights | Syria Observatory for Human Rights | Syrian Human Rights Observatory | Observatory for Human Rights = monitor
Syrian Network for Human Rights | SNHR = monitor
Violations Documentation Center | VDC | Violations Documentation Centre | Violation Documentation Center = monitor
Local Coordination Committees | LCC | Local Coordination Committees of Syria | Local Coordinating Committees = monitor
Raqqa Is Being Slaughtered Silently | RBSS = monitor
Aleppo Media Center | Aleppo Media Centre | AMC = monitor
Airwars = monitor
ACLED | Armed Conflict Location and Event Data Project | Armed Conflict Location & Event Data Project | Armed Conflict Location and Event Data = monitor
Iraq Body Count | IBC = monitor
Yemen Data Project = monitor
Mwatana | Mwatana for Human Rights | Mwatana Organization for Human Rights = monitor
Institute for the Study of War | ISW = monitor
Bellingcat = monitor
SITE Intelligence Group | SITE = monitor
NetBlocks = monitor
B'Tselem = monitor
Al-Haq = monitor
Euro-Med Human Rights Monitor | Euro-Med Monitor = monitor
Palestinian Centre for Human Rights | PCHR | Palestinian Center for Human Rights = monitor
Memorial = monitor
Human Rights Watch | HRW = ngo
Amnesty International | Amnesty = ngo
Medecins Sans Frontieres | MSF | Doctors Without Borders | Medecins Sans Frontieres (MSF) | Doctors Without Borders (MSF) = ngo
International Committee of the Red Cross | ICRC = ngo
International Federation of Red Cross and Red Crescent Societies | IFRC = ngo
Syrian Arab Red Crescent | SARC = ngo
Palestinian Red Crescent Society | Palestine Red Crescent Society | PRCS | Palestinian Red Crescent | Palestine Red Crescent = ngo
Iraqi Red Crescent = ngo
Ukrainian Red Cross = ngo
Save the Children = ngo
Oxfam = ngo
Norwegian Refugee Council | NRC = ngo
International Rescue Committee | IRC = ngo
Physicians for Human Rights | PHR = ngo
Syrian American Medical Society | SAMS = ngo
UOSSM | Union of Medical Care and Relief Organizations = ngo
International Crisis Group | Crisis Group = ngo
Committee to Protect Journalists | CPJ = ngo
Reporters Without Borders | RSF press freedom group = ngo
Sudan Doctors Network | Sudanese Doctors Network = ngo
Sudan Doctors Committee | Central Committee of Sudan Doctors | Sudanese Doctors Committee | Sudan Doctors Union | Preliminary Committee of Sudan Doctors' Trade Union = ngo
Emergency Lawyers = monitor
El Fasher Resistance Committee | El Fasher resistance committees | El-Fasher Resistance Committee = monitor
Yale Humanitarian Research Lab | Humanitarian Research Lab | Yale School of Public Health's Humanitarian Research Lab = monitor
White Helmets | Syria Civil Defence | Syrian Civil Defence | Syrian Civil Defense | Syria Civil Defense | Syrian Civil Defence Force = rescue
Gaza Civil Defence | Gaza Civil Defense | Gaza's civil defence agency | Palestinian Civil Defence | civil defence in Gaza | Gaza civil defence agency = authority
Gaza Health Ministry | Gaza's health ministry | Hamas-run health ministry | health ministry in Gaza | Hamas-run Gaza health ministry | Palestinian health ministry in Gaza | health ministry in Hamas-run Gaza | Gaza's Hamas-run health ministry | Hamas-controlled health ministry | Ministry of Health in Gaza | Gaza Ministry of Health | health ministry of Gaza = authority
Gaza Government Media Office | Government Media Office | Gaza's government media office | Hamas government media office | Hamas media office = authority
Houthi-run health ministry | health ministry run by the Houthis | Houthi-controlled health ministry | Houthi health ministry | Health Ministry in Sanaa | rebel-run health ministry | Houthi-run Ministry of Health = authority
Donetsk People's Republic | DPR | DNR | self-proclaimed Donetsk People's Republic = authority
Luhansk People's Republic | LPR | LNR | Lugansk People's Republic | self-proclaimed Luhansk People's Republic = authority
Syrian National Coalition | National Coalition | Syrian opposition coalition | Syrian National Council = authority
Palestinian Authority | PA government = authority
Kurdistan Regional Government | KRG = authority
Tigray regional administration | Tigray's interim administration | Tigray regional government = authority
Hamas | Hamas movement | Islamic Resistance Movement | Al-Qassam Brigades | Qassam Brigades | Izz ad-Din al-Qassam Brigades | al-Qassam Brigades = group
Palestinian Islamic Jihad | Islamic Jihad | Al-Quds Brigades | al-Quds Brigades | PIJ = group
Hezbollah | Hizbullah | Hizbollah | Hizballah = group
Houthis | Houthi movement | Ansar Allah | Ansarullah | Houthi rebels | the Houthi group | Houthi group | Houthi = group
Taliban | the Taliban | Afghan Taliban | Islamic Emirate of Afghanistan | Islamic Emirate = group
Tehreek-e-Taliban Pakistan | TTP | Pakistani Taliban | Tehrik-i-Taliban Pakistan = group
Islamic State | IS | ISIS | ISIL | Daesh | Islamic State group | IS group | Islamic State of Iraq and the Levant | Islamic State of Iraq and Syria | self-styled Islamic State = group
Al-Qaeda | al-Qaida | al Qaeda = group
Nusra Front | al-Nusra Front | Jabhat al-Nusra | Al-Nusra | al-Nusra | Jabhat Fateh al-Sham | Fateh al-Sham Front = group
Hayat Tahrir al-Sham | HTS | Tahrir al-Sham = group
Ahrar al-Sham | Ahrar ash-Sham = group
Jaish al-Islam | Jaysh al-Islam | Army of Islam = group
Free Syrian Army | FSA = group
Syrian Democratic Forces | SDF | US-backed Syrian Democratic Forces | Syria Democratic Forces = group
YPG | People's Protection Units | Kurdish People's Protection Units | Kurdish YPG = group
PKK | Kurdistan Workers' Party | Kurdistan Workers Party = group
Boko Haram = group
ISWAP | Islamic State West Africa Province = group
Al-Shabaab | al-Shabab | al Shabaab | Shabaab | al-Shabaab = group
M23 | M23 rebels | March 23 Movement | M23 movement = group
Allied Democratic Forces | ADF = group
Rapid Support Forces | RSF | paramilitary Rapid Support Forces = group
TPLF | Tigray People's Liberation Front = group
Oromo Liberation Army | OLA = group
Fano | Fano militia = group
JNIM | Jama'at Nusrat al-Islam wal-Muslimin = group
Wagner Group | Wagner | Wagner mercenary group = group
Azov | Azov regiment | Azov Regiment | Azov battalion | Azov Battalion = group
FARC | Revolutionary Armed Forces of Colombia = group
ELN | National Liberation Army = group
FMLN | Farabundo Marti National Liberation Front = group
Shining Path | Sendero Luminoso = group
Arakan Army = group
Kachin Independence Army | KIA = group
People's Defence Force | PDF | People's Defence Forces = group
National Unity Government | NUG = authority
Popular Mobilization Forces | Popular Mobilisation Forces | Hashd al-Shaabi | PMF = group
Saudi-led coalition | Arab coalition | Saudi-led military coalition | coalition led by Saudi Arabia | Joint Incidents Assessment Team | JIAT | coalition's inquiry team = alliance
US-led coalition | coalition against Islamic State | US-led international coalition | Operation Inherent Resolve | Combined Joint Task Force - Operation Inherent Resolve | CJTF-OIR | US-led coalition against Islamic State | anti-IS coalition = alliance
NATO | North Atlantic Treaty Organization | Nato | ISAF | Resolute Support = alliance
European Union | EU | European Commission | EU foreign policy chief = alliance
African Union | AU = alliance
Arab League = alliance
OSCE | OSCE Special Monitoring Mission | OSCE monitoring mission | Organization for Security and Co-operation in Europe = monitor
`

export type OrganisationKind = 'un' | 'monitor' | 'ngo' | 'rescue' | 'group' | 'authority' | 'alliance' | 'court'
export interface OrganisationEntry {
  /** The registry's name first. */
  readonly names: readonly string[]
  readonly kind: OrganisationKind
}

export const ORGANISATIONS: readonly OrganisationEntry[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [names = '', kind = ''] = row.split(' = ')
    return { names: names.split('|').map((name) => name.trim()), kind: kind.trim() as OrganisationKind }
  })
