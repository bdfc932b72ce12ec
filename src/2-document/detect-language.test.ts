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
  // Lists of foreign names, headlines and notes in English are never called something else.
  [
    'Killed: Wołodymyr Andruszczenko, Przemysław Wiśniewski, Jarosław Kowalczyk, Stanisław Wójcik and others from Łódź',
    'en',
  ],
  ['Jeish al-Fatah pounds Nubl, al-Zahra; tens injured in Aleppo', null],
  ['Jeish al-Fatah pounds Nubl and al-Zahra: dozens of fighters killed in the province of Aleppo', 'en'],
  ['Силы противовоздушной обороны за ночь сбили три беспилотника, сообщил губернатор области.', 'ru'],
  ['Сили протиповітряної оборони за ніч збили три безпілотники, повідомив голова області, але є поранені.', 'uk'],
  ['قال مسؤولون إن ثلاثة أشخاص قتلوا في الهجوم على القرية صباح اليوم', 'ar'],
  ['国防部发言人星期二表示，袭击造成至少三人死亡，另有五人受伤，救援工作仍在继续。', 'zh'],
  ['国防省の報道官は火曜日、攻撃で少なくとも3人が死亡し、5人が負傷したと発表した。', 'ja'],
  [
    'Ordu salı günü yaptığı açıklamada köye düzenlenen saldırıda en az üç kişinin öldüğünü ve çok sayıda kişinin yaralandığını bildirdi. Olayla ilgili olarak bir soruşturma daha başlatıldı ve bölgeye yeni ekipler gönderildi.',
    'tr',
  ],
  ['Bộ Quốc phòng cho biết ít nhất ba người đã thiệt mạng trong vụ tấn công vào ngôi làng hôm thứ Ba.', 'vi'],
])('%s', (text, language) => {
  expect(detectLanguage(text)).toBe(language)
})

test.each<[text: string, declared: string, language: string | null]>([
  // The declaration decides between close languages and where the text says too little ...
  ['Politiet siger, at tre personer er døde efter et angreb på en landsby tirsdag morgen.', 'da', 'da'],
  ['Три загиблих', 'uk', 'uk'],
  // ... but not against the text: templates declare English on pages of every language, and the other way round.
  ['Die Armee teilte am Dienstag mit, dass bei dem Angriff auf das Dorf mindestens drei Menschen starben.', 'en', 'de'],
  ['The army said on Tuesday that at least three people had been killed in the attack on the village.', 'ar', 'en'],
])('%s, declared %s', (text, declared, language) => {
  expect(detectLanguage(text, declared)).toBe(language)
})
