/**
 * Armed conflicts with the sides that are party to them: where (ISO 3166-1 codes of the places of incidents), since, until, and for each
 * side its states (codes) and organisations (registry names). Own list after the public record of who fights whom; a
 * conflict that is not listed gives no flag (null: not known). Dates are first and last days of large-scale fighting.
 */
const ROWS = `
UA,RU|2014-02-20||Ukraine:UA:Azov;Russia:RU:Donetsk People's Republic,Luhansk People's Republic,Wagner Group
SY|2011-03-15||Syrian government:SY,RU,IR:Hezbollah,Wagner Group;Syrian opposition::Free Syrian Army,Syrian National Coalition,Jaish al-Islam,Ahrar al-Sham;Hayat Tahrir al-Sham::Hayat Tahrir al-Sham,Nusra Front;Islamic State::Islamic State;Syrian Democratic Forces::Syrian Democratic Forces,YPG;US-led coalition:US,GB,FR:US-led coalition;Turkey:TR:;Israel:IL:
IQ|2003-03-20||Iraqi government:IQ:Popular Mobilization Forces,Kurdistan Regional Government;Islamic State::Islamic State;US-led coalition:US,GB:US-led coalition;PKK::PKK;Turkey:TR:
IL,PS,LB|1948-05-14||Israel:IL:;Palestinian armed groups::Hamas,Palestinian Islamic Jihad,Gaza Health Ministry,Gaza Government Media Office,Gaza Civil Defence;Hezbollah::Hezbollah;Iran:IR:
YE,SA|2014-09-16||Houthis::Houthis,Houthi-run health ministry;Saudi-led coalition:YE,SA,AE:Saudi-led coalition;United States:US,GB:;Al-Qaeda::Al-Qaeda
AF|2001-10-07||Afghan government:AF:;Taliban::Taliban;Islamic State::Islamic State;United States and NATO:US,GB,DE:NATO
SD|2023-04-15||Sudanese army:SD:;Rapid Support Forces::Rapid Support Forces
ET|2020-11-04|2022-11-02|Ethiopian government:ET,ER:;Tigray::TPLF,Tigray regional administration;Oromo Liberation Army::Oromo Liberation Army
ET|2022-11-03||Ethiopian government:ET:;Fano::Fano;Oromo Liberation Army::Oromo Liberation Army
NG,NE,TD,CM|2009-07-26||Nigeria and allies:NG,NE,TD,CM:;Boko Haram::Boko Haram;Islamic State::ISWAP,Islamic State
SO,KE|2006-12-20||Somali government and allies:SO,KE,ET,UG,US:African Union;Al-Shabaab::Al-Shabaab
CD,RW|2012-04-04||Congolese government:CD:MONUSCO;M23 and Rwanda:RW:M23;Allied Democratic Forces::Allied Democratic Forces
ML,BF,NE|2012-01-16||Governments of the Sahel:ML,BF,NE,FR:Wagner Group,MINUSMA;JNIM::JNIM;Islamic State::Islamic State
MM|2021-02-01||Myanmar military:MM:;Resistance forces::National Unity Government,People's Defence Force,Kachin Independence Army,Arakan Army
AM,AZ|1988-02-20||Armenia:AM:;Azerbaijan:AZ:
PK|2004-03-16||Pakistan:PK:;Tehreek-e-Taliban Pakistan::Tehreek-e-Taliban Pakistan
TR|1984-08-15||Turkey:TR:;PKK::PKK
CO|1964-05-27||Colombia:CO:;FARC::FARC;ELN::ELN
SV|1980-10-15|1992-01-16|El Salvador:SV:;FMLN::FMLN
PE|1980-05-17|2000-12-31|Peru:PE:;Shining Path::Shining Path
IR|2025-06-13|2025-06-24|Iran:IR:;Israel:IL:;United States:US:
`
export interface ConflictSide {
  readonly name: string
  readonly states: readonly string[]
  readonly organisations: readonly string[]
}
export interface Conflict {
  readonly countries: readonly string[]
  readonly since: string
  /** Null while it goes on. */
  readonly until: string | null
  readonly sides: readonly ConflictSide[]
}

const list = (text: string): string[] => text.split(',').filter((word) => word !== '')

export const CONFLICTS: readonly Conflict[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [countries = '', since = '', until = '', sides = ''] = row.split('|')
    return {
      countries: list(countries),
      since,
      until: until === '' ? null : until,
      sides: sides.split(';').map((side) => {
        const [name = '', states = '', organisations = ''] = side.split(':')
        return { name, states: list(states), organisations: list(organisations) }
      }),
    }
  })
