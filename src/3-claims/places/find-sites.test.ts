import { expect, test } from 'vitest'

import type { Document } from '../../model/document.ts'
import { splitSentences } from '../text/split-sentences.ts'
import { findSites } from './find-sites.ts'

/** Each site of the first sentence as `standing: words`. */
function sitesOf(text: string): string[] {
  const document = {
    id: 'sha256:test',
    language: 'en',
    text,
    lines: [{ start: 0, end: text.length, role: 'body', reason: '', postedAt: null }],
    sourceMap: [],
  } as unknown as Document
  return splitSentences(document).flatMap((sentence) =>
    findSites(sentence).map(({ standing, start, end }) => `${standing}: ${text.slice(start, end)}`),
  )
}

test.each<[text: string, sites: string[]]>([
  // The object of a verb of attack.
  ['Shells hit a nine-storey apartment building in Kharkiv.', ['struck: nine-storey apartment building']],
  ['Jets bombed the crowded vegetable market in Maarat al-Numan.', ['struck: vegetable market']],
  ['Gunmen stormed the Bataclan concert hall.', ['struck: Bataclan concert hall']],
  ['A missile destroyed part of an apartment block in Zaporizhzhia.', ['struck: apartment block']],
  ['Soldiers raided the Al-Shifa hospital at dawn.', ['struck: Al-Shifa hospital']],
  ["A drone struck the group's clinic in Goma.", ['struck: clinic']],
  ['A rocket slammed into a wedding hall in Kabul.', ['struck: wedding hall']],
  ['Gunmen opened fire on a bus in Sinai.', ['struck: bus']],
  ['A suicide bomber blew himself up in a Shia mosque in Peshawar.', ['struck: Shia mosque']],
  // The object of a noun of attack.
  ['Ten died in the missile strike on the Epicentr shopping centre.', ['struck: Epicentr shopping centre']],
  ['The bombing of the opera house shocked the city.', ['struck: opera house']],
  ['The attack of 5 May on the Roman Catholic church killed 30.', ['struck: Roman Catholic church']],
  ['An explosion at a bakery in Gaza killed nine.', ['struck: bakery']],
  ['A car bomb outside a police station killed three recruits.', ['struck: police station']],
  ['They searched the ruins of a high-rise.', ['struck: high-rise']],
  // The subject of a passive.
  ['The hospital in Kunduz was mistakenly struck.', ['struck: hospital']],
  ['The prison in Saada had been bombed twice.', ['struck: prison']],
  ['A school came under fire in Idlib.', ['struck: school']],
  ['The refugee camp was shelled at night.', ['struck: refugee camp']],
  ['A school hit by a mortar burned.', ['struck: school']],
  ['They came from the school that gunmen had raided.', ['struck: school']],
  // A word of ruin before it.
  ['Rescuers searched the ruined block of flats.', ['struck: block of flats']],
  ['Two died beneath the bombed theatre.', ['struck: theatre']],
  // A compound.
  ['The market bombing killed 60.', ['struck: market']],
  // Where people were harmed or found.
  ['Twelve people were killed in a kindergarten in Sumy.', ['scene: kindergarten']],
  ['Gunmen abducted 80 girls from a secondary school.', ['scene: secondary school']],
  ['About 130 people have been rescued from beneath the drama theatre.', ['scene: drama theatre']],
  // Where the wounded are treated.
  ['Of the 59, 25 were being treated in hospital.', ['apart: hospital']],
  ['The wounded were taken to a hospital in Aleppo.', ['apart: hospital']],
  ['Forty were rushed to hospitals.', ['apart: hospitals']],
  ['Two of the wounded died in hospital.', ['apart: hospital']],
  ['The bodies were brought to the city morgue.', ['apart: city morgue']],
  // Who spoke or watched.
  ['A doctor at the hospital said nine had died.', ['apart: hospital']],
  ['Hospital officials counted 20 dead.', ['apart: Hospital']],
  ['The hospital said nine had died.', ['apart: hospital']],
  ['A camera in a park nearby filmed the explosion.', ['apart: park']],
  // Where survivors went.
  ['Families fled to a school.', ['apart: school']],
  // What stands near.
  ['A bomb went off near a school in Kandahar.', ['beside: school']],
  ['Shells landed next to a park.', ['beside: park']],
])('%s', (text, sites) => {
  expect(sitesOf(text)).toEqual(sites)
})
