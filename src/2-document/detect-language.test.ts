import { expect, test } from 'vitest'

import { detectLanguage } from './detect-language.ts'

test.each([
  [
    'Przemysław Wiśniewski of the Wrocław office said that the convoy from Szczecin to Łódź was stopped by gunmen.',
    'en',
  ],
  ['THE ARMY SAID THAT THE GUERRILLAS HAD ATTACKED A POWER PLANT IN THE DEPARTMENT OF USULUTAN.', 'en'],
  [
    'Die Armee teilte am Dienstag mit, dass bei dem Angriff auf das Dorf mindestens drei Menschen getötet wurden.',
    'de',
  ],
  ['Het leger zei dinsdag dat bij de aanval op het dorp zeker drie mensen om het leven zijn gekomen.', 'nl'],
  ['El ejército informó el martes que al menos tres personas murieron en el ataque contra la aldea.', 'es'],
  ['Wojsko poinformowało we wtorek, że w ataku na wieś zginęły co najmniej trzy osoby.', 'pl'],
  ['Short line.', null],
])('%s', (text, language) => {
  expect(detectLanguage(text)).toBe(language)
})
