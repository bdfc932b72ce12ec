import type { AskedQuestion } from '../commands/questions.ts'
import { cleanText } from './clean-text.ts'
import { paint, type Screen } from './screen.ts'
import { showIncidentList } from './show-incident-list.ts'
import { wrapText } from './wrap-text.ts'

/** Pairs of incidents that may be one, with what speaks for and against it, and what to type. */
export function showQuestions(asked: readonly AskedQuestion[], screen: Screen): string[] {
  return asked.flatMap(({ question: { incidents, probability, features }, records }) => [
    paint(screen, ['bold'], `One incident or two? ${Math.round(probability * 100)} % for one`),
    ...showIncidentList(records, { ...screen, width: screen.width - 2 }).map((line) => `  ${line}`),
    ...wrapText(cleanText(`compared: ${shorten(features).join('; ')}`), screen.width - 2).map(
      (line) => `  ${paint(screen, ['dim'], line)}`,
    ),
    `  cairn decide merge ${incidents.join(' ')} --reason "…"`,
    '',
  ])
}

/** Of each similarity the highest step reached; what neither text tells is left out. */
function shorten(features: readonly string[]): string[] {
  const told = new Map<string, string>()
  for (const feature of features) {
    if (feature.includes('unknown')) continue
    told.set(/^[a-z]+ (?=\d+(?:\.\d+)?$)/u.exec(feature)?.[0] ?? feature, feature)
  }
  return [...told.values()]
}
