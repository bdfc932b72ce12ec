/** Words that end with a full stop without ending a sentence. Lower case, without the stop. Own list. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof rev hon st sr jr gen lt col maj capt cpl sgt cmdr adm brig pvt gov sen rep pres
  no nos vs etc approx dept est fig inc ltd co corp bros ave blvd rd km mt ft jan feb mar apr jun jul aug sep sept oct nov dec
  mon tue tues wed thu thur thurs fri sat sun u.s u.n u.k e.g i.e a.m p.m ph.d`.split(/\s+/u),
)
