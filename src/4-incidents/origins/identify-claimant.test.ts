import { describe, expect, test } from 'vitest'

import { newsDocument } from '../../../test/support/news-document.ts'
import type { Claimant } from '../../model/claim.ts'
import { buildRegistry } from './claimant-registry.ts'
import { findParty } from './find-party.ts'
import { identifyClaimant } from './identify-claimant.ts'
import { readContext } from './read-context.ts'

const registry = buildRegistry()

function identify(claimant: Partial<Claimant>, text = '', published = '2022-05-10', country: string | null = null) {
  const document = readContext(newsDocument(text, published), 'c', registry)
  const whole = { kind: 'organisation', name: '', role: null, affiliation: null, ...claimant } as const
  return identifyClaimant(whole, { registry, document, country })
}

describe('bodies of states', () => {
  test.each<[name: string, text: string, expected: string]>([
    ["UK's Ministry of Defence", '', 'Ministry of Defence (United Kingdom)'],
    ['the British Ministry of Defence', '', 'Ministry of Defence (United Kingdom)'],
    ['British defence ministry', '', 'Ministry of Defence (United Kingdom)'],
    ['MoD', "The UK's MoD said so on Friday. The MoD added nothing.", 'Ministry of Defence (United Kingdom)'],
    ['the Defense Ministry', 'The Russian defence ministry denied it.', 'Ministry of Defence (Russia)'],
    [
      'the defence ministry',
      'MOSCOW, March 17. No strikes were flown, the defence ministry said.',
      'Ministry of Defence (Russia)',
    ],
    ['Ministry of Defence of Ukraine', '', 'Ministry of Defence (Ukraine)'],
    ['Pentagon', '', 'Ministry of Defence (United States)'],
    ['Kremlin', '', 'Presidency (Russia)'],
    ['Kyiv', '', 'Government (Ukraine)'],
    ["Ukraine's General Staff", '', 'General Staff (Ukraine)'],
    ['the General Staff of the Armed Forces of Ukraine', '', 'General Staff (Ukraine)'],
    ['Israeli military', '', 'Armed Forces (Israel)'],
    ['IDF', '', 'Armed Forces (Israel)'],
    ['Kharkiv regional police', 'Ukrainian police came.', 'Police (Kharkiv, Ukraine)'],
    ['the official SANA news agency', '', 'SANA'],
    ['Syrian state television', '', 'state media (Syria)'],
    ['the Assad regime', '', 'Government (Syria)'],
    ['Turkeys health ministry', '', 'Health Ministry (Turkey)'],
    ["Syria's state news agency SANA", '', 'SANA'],
  ])('%s', (name, text, expected) => {
    expect(identify({ name }, text).name).toBe(expected)
  })

  test('a ministry is not given to a state that nothing names', () => {
    const identity = identify({ name: 'the defence ministry' }, 'Shells fell on Orun.', '2022-05-10', 'UA')
    expect(identity).toMatchObject({ kind: 'body', state: null, rule: 'origin/body-of-unknown-state' })
  })

  test.each([
    'Army of Conquest',
    'the Houthi government of Yemen',
    'Syrian Liberation Army',
    'pro-regime website Hill News',
  ])('no body of the state: %s', (name) => {
    const text = 'The Syrian army and the government of Yemen said nothing.'
    expect(identify({ name }, text)).toMatchObject({ kind: 'body', state: null })
  })

  test('the police are those of the place when nothing else is said', () => {
    expect(identify({ name: 'police' }, 'Shells fell on Orun.', '2022-05-10', 'UA').name).toBe('Police (Ukraine)')
  })

  test('an administration set up by another state is no body of the state', () => {
    expect(identify({ name: 'Russian-installed military administration of Kherson' }).kind).toBe('body')
  })
})

describe('common nouns for a body', () => {
  test.each<[name: string, text: string, expected: string]>([
    ['the medical charity', 'Staff of Doctors Without Borders were hurt.', 'Medecins Sans Frontieres'],
    [
      'the group',
      'A rocket of Islamic Jihad fell short, the health ministry in Gaza said.',
      'Palestinian Islamic Jihad',
    ],
    // two could be meant, or none of that kind is named
    ['the group', 'Hamas and Islamic Jihad each denied it.', 'group'],
    ['the charity', 'Hamas denied it.', 'charity'],
    ['Orun Relief Group', 'Hamas denied it.', 'Orun Relief Group'],
  ])('"%s" in "%s" is %s', (name, text, expected) => {
    expect(identify({ name }, text).name).toBe(expected)
  })
})

describe('people who speak for a body', () => {
  test.each<[claimant: Partial<Claimant>, published: string, kind: string, name: string]>([
    [{ name: 'Dmitry Peskov', role: 'Kremlin spokesman' }, '2022-05-10', 'state', 'Presidency (Russia)'],
    [{ name: 'Zelensky' }, '2022-05-10', 'state', 'Presidency (Ukraine)'],
    [{ name: 'Zelensky' }, '2015-05-10', 'person', 'Zelensky'],
    [{ kind: 'unnamed', name: 'a spokesman for US forces' }, '2015-05-10', 'state', 'Armed Forces (United States)'],
    [{ kind: 'unnamed', name: 'A military spokesman for Hamas' }, '2015-05-10', 'organisation', 'Hamas'],
    [{ kind: 'unnamed', name: 'a spokesman for the villagers' }, '2015-05-10', 'text', 'a spokesman for the villagers'],
    [
      { name: 'Ana Ito', role: 'the commander of US forces in Iraq', affiliation: 'US forces in Iraq' },
      '2015-05-10',
      'state',
      'Armed Forces (United States)',
    ],
    [{ name: 'Ana Ito', role: 'deputy commander of US forces in Iraq' }, '2015-05-10', 'person', 'Ana Ito'],
    [{ name: 'Ana Ito', role: 'commander of the Third Brigade' }, '2015-05-10', 'person', 'Ana Ito'],
    [{ name: 'Jan Novak', role: 'spokesman', affiliation: 'Kremlin' }, '2022-05-10', 'state', 'Presidency (Russia)'],
    [
      { name: 'Jan Novak', role: 'defence minister', affiliation: 'Ukraine' },
      '2022-05-10',
      'state',
      'Ministry of Defence (Ukraine)',
    ],
    [
      { name: 'Rami Abdurrahman', role: 'head', affiliation: 'Syrian Observatory for Human Rights' },
      '2015-05-10',
      'organisation',
      'Syrian Observatory for Human Rights',
    ],
    [{ name: 'Ana Ito', role: 'director of Human Rights Watch' }, '2015-05-10', 'organisation', 'Human Rights Watch'],
    [{ name: 'Ana Ito', role: 'UN humanitarian coordinator' }, '2015-05-10', 'organisation', 'United Nations'],
    [{ name: 'Ana Ito', role: 'former defence minister', affiliation: 'Ukraine' }, '2022-05-10', 'person', 'Ana Ito'],
    [
      { name: 'Ana Ito', role: 'French Foreign Minister', affiliation: 'French' },
      '2015-05-10',
      'state',
      'Foreign Ministry (France)',
    ],
    [{ name: 'Ana Ito', role: 'British ambassador to the United Nations' }, '2015-05-10', 'person', 'Ana Ito'],
    [
      { kind: 'office', name: 'British ambassador to the United Nations' },
      '2015-05-10',
      'office',
      'British ambassador to the United Nations',
    ],
    [
      { kind: 'office', name: 'Director of the Syrian Observatory for Human Rights Ana Ito' },
      '2015-05-10',
      'organisation',
      'Syrian Observatory for Human Rights',
    ],
    [{ name: 'Ana Ito', role: 'governor of the Orun region' }, '2022-05-10', 'person', 'Ana Ito'],
    [{ name: 'Ana Ito', role: 'Kharkiv police chief in Ukraine' }, '2022-05-10', 'state', 'Police (Kharkiv, Ukraine)'],
    [{ name: 'Ana Ito', role: 'Ukrainian deputy police commissioner' }, '2022-05-10', 'person', 'Ana Ito'],
  ])('%o', (claimant, published, kind, name) => {
    expect(identify({ kind: 'person', ...claimant }, '', published)).toMatchObject({ kind, name })
  })
})

describe('organisations by their names', () => {
  test.each([
    ['the UK-based Syrian Observatory for Human Rights', 'Syrian Observatory for Human Rights'],
    ['SOHR', 'Syrian Observatory for Human Rights'],
    ["UN children's agency", 'UNICEF'],
    ['the U.N. refugee agency', 'UNHCR'],
    ['Doctors Without Borders', 'Medecins Sans Frontieres'],
    ['Médecins Sans Frontières', 'Medecins Sans Frontieres'],
    ['Islamic State group', 'Islamic State'],
    ['Agence France-Presse', 'AFP'],
    ['the Gaza health ministry', 'Gaza Health Ministry'],
    ['a committee of mothers', 'a committee of mothers'],
  ])('%s', (name, expected) => {
    expect(identify({ name }).name).toBe(expected)
  })

  test('entries of the user come first', () => {
    const own = buildRegistry([
      { name: 'Lowland Rescue League', aliases: ['LRL', 'the League'], kind: 'rescue', country: 'UA', isState: false },
    ])
    const document = readContext(newsDocument('', null), 'c', own)
    const claimant = { kind: 'organisation', name: 'the League', role: null, affiliation: null } as const
    expect(identifyClaimant(claimant, { registry: own, document, country: null }).name).toBe('Lowland Rescue League')
  })
})

describe('parties to a conflict', () => {
  test.each<[name: string, countries: string[], date: string, party: string | null]>([
    ['Kremlin', ['UA'], '2022-05-10', 'Russia'],
    ['Ukrainian army', ['UA'], '2022-05-10', 'Ukraine'],
    ['British defence ministry', ['UA'], '2022-05-10', null],
    ['Kremlin', ['SD'], '2023-05-10', null],
    ['Hamas', ['PS'], '2023-10-17', 'Palestinian armed groups'],
    ['Rapid Support Forces', ['SD'], '2023-06-01', 'Rapid Support Forces'],
    ['Rapid Support Forces', ['SD'], '2020-06-01', null],
    ['Syrian Observatory for Human Rights', ['SY'], '2016-06-01', null],
    ['TASS', ['UA'], '2022-05-10', 'Russia'],
  ])('%s in %s on %s: %s', (name, countries, date, party) => {
    expect(findParty(identify({ name }), { countries, date })).toBe(party)
  })
})
