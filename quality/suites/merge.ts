import { describeReports } from '../../src/4-incidents/merge/describe-reports.ts'
import { mergeReports, type MergedReports } from '../../src/4-incidents/merge/merge-reports.ts'
import type { ReportProfile } from '../../src/4-incidents/merge/report-profile.ts'
import { weighWords } from '../../src/4-incidents/merge/weigh-words.ts'
import { chooseTolls } from '../merge/choose-tolls.ts'
import { groupByDayAndTown, groupByText } from '../merge/group-naively.ts'
import { readWorkspace, type Workspace } from '../merge/read-workspace.ts'
import { groupOfDocument, scoreGrouping } from '../merge/score-grouping.ts'
import { scoreQuestions } from '../merge/score-questions.ts'
import { score, type Score, type Suite, type SuiteInput } from '../suite.ts'

interface MergeSet {
  readonly name: string
  readonly files: readonly string[]
  readonly bcubedBar: number
  readonly pairwiseBar: number | null
}

/**
 * Which documents tell of the same incident, and how many people it killed and injured.
 *
 * Every article of a set goes into one workspace. A document in several predicted incidents counts for the one with the
 * most documents, a document in none is its own; articles without a gold incident (round-ups) are merged, not scored.
 * Two baselines stand beside it: the same day and town as read, and TF-IDF clustering of whole texts.
 */
export const merge: Suite = {
  name: 'merge',
  title: 'Reports of one incident found together: the war in Syria, shootings in local news',
  files: ['merge/syria_dev.jsonl', 'gva/gvc_train.jsonl', 'gva/gvc_dev.jsonl', 'gva/articles_dev.jsonl.gz'],
  run: (input) => Promise.resolve(setsOf(input.data).flatMap((set) => scoreSet(set, input))),
}

/** The files of the Gun Violence Corpus are one workspace, every other file is its own. */
function setsOf(files: readonly string[]): MergeSet[] {
  const corpus = files.filter((path) => /gvc_[^/]*$/u.test(path))
  const others = files.filter((path) => !corpus.includes(path))
  return [
    ...others.map((path): MergeSet => {
      const isWar = path.includes('syria')
      return { name: nameOf(path), files: [path], bcubedBar: isWar ? 0.92 : 0.85, pairwiseBar: isWar ? 0.7 : null }
    }),
    ...(corpus.length === 0 ? [] : [{ name: 'gvc', files: corpus, bcubedBar: 0.9, pairwiseBar: null }]),
  ]
}

function nameOf(path: string): string {
  return /([^/.]+)\.jsonl/u.exec(path)?.[1] ?? path
}

function scoreSet({ name, files, bcubedBar, pairwiseBar }: MergeSet, input: SuiteInput): Score[] {
  const workspace = readWorkspace(files, input.gazetteer)
  const profiles = workspace.documents.flatMap((document) => describeReports(document))
  const started = process.cpuUsage()
  const merged = mergeReports(profiles)
  const { user, system } = process.cpuUsage(started)
  const ms = (user + system) / 1000
  const n = workspace.gold.size
  const sourceIds = new Map(
    workspace.documents.map(({ captureId, reading }) => [captureId, reading.document.sourceId ?? '']),
  )
  const bySource = (groups: ReadonlyMap<string, string>): Map<string, string> =>
    new Map([...groups].map(([captureId, group]) => [sourceIds.get(captureId) ?? '', group]))
  const incidents = merged.incidents.map(({ id, reports }) => ({
    id,
    documents: reports
      .map(({ captureId }) => sourceIds.get(captureId) ?? '')
      .filter((sourceId) => workspace.gold.has(sourceId)),
  }))
  const predicted = groupOfDocument(incidents)
  const { bcubed, pairwise } = scoreGrouping(workspace.gold, predicted)
  const byTown = scoreGrouping(workspace.gold, bySource(groupByDayAndTown(profiles)))
  const weighed = profiles.filter(({ isMain }) => isMain).map((profile) => weighWords(profile))
  const byText = scoreGrouping(workspace.gold, bySource(groupByText(weighed)))
  listErrors(workspace, predicted, input)
  return [
    score(`${name}: B-cubed F1`, bcubed.f1, n, bcubedBar),
    score(`${name}: B-cubed precision`, bcubed.precision, n),
    score(`${name}: B-cubed recall`, bcubed.recall, n),
    score(`${name}: pairwise F1`, pairwise.f1, n, pairwiseBar),
    score(`${name}: pairwise precision`, pairwise.precision, n),
    score(`${name}: pairwise recall`, pairwise.recall, n),
    score(`${name}: same day and town B-cubed F1`, byTown.bcubed.f1, n),
    score(`${name}: same day and town pairwise F1`, byTown.pairwise.f1, n),
    score(`${name}: TF-IDF clustering B-cubed F1`, byText.bcubed.f1, n),
    score(`${name}: TF-IDF clustering pairwise F1`, byText.pairwise.f1, n),
    ...scoreTolls(name, workspace, { merged, predicted, profiles }, input),
    ...scoreQuestions(name, { gold: workspace.gold, predicted, sourceIds, profiles }, merged),
    score(`${name}: CPU milliseconds a document`, ms / workspace.documents.length, workspace.documents.length),
  ]
}

interface Prediction {
  readonly merged: MergedReports
  readonly predicted: ReadonlyMap<string, string>
  readonly profiles: readonly ReportProfile[]
}

/** Killed and injured of each gold incident, taken from the predicted incident that holds most of its documents. */
function scoreTolls(
  name: string,
  { articles, gold, documents }: Workspace,
  { merged, predicted }: Prediction,
  input: SuiteInput,
): Score[] {
  const tolls = chooseTolls(merged.incidents, documents)
  const groups = new Map<string, string[]>()
  for (const [id, group] of gold) groups.set(group, [...(groups.get(group) ?? []), id])
  return (['killed', 'injured'] as const).flatMap((measure) => {
    let [right, n] = [0, 0]
    for (const [group, ids] of groups) {
      const want = articles.get(ids[0] ?? '')?.gold?.[measure]
      if (want === undefined) continue
      const votes = new Map<string, number>()
      for (const id of ids) votes.set(predicted.get(id) ?? '', (votes.get(predicted.get(id) ?? '') ?? 0) + 1)
      const incident = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
      const got = tolls.get(incident)?.[measure] ?? 0
      n += 1
      if (got === want) right += 1
      else input.error({ set: name, group, measure, want, got, documents: ids })
    }
    return n === 0 ? [] : [score(`${name}: ${measure} exact`, right / n, n, measure === 'killed' ? 0.8 : 0.65)]
  })
}

/** Gold incidents that came apart, and predicted ones that hold several. */
function listErrors({ gold, articles }: Workspace, predicted: ReadonlyMap<string, string>, input: SuiteInput): void {
  const titles = (ids: readonly string[]): string[] => ids.map((id) => `${id} ${articles.get(id)?.title ?? ''}`)
  const list = (kind: string, by: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): void => {
    const groups = new Map<string, string[]>()
    for (const id of gold.keys()) {
      const group = by.get(id) ?? `single:${id}`
      groups.set(group, [...(groups.get(group) ?? []), id])
    }
    for (const [group, ids] of groups) {
      const parts = new Map<string, string[]>()
      for (const id of ids) {
        const part = other.get(id) ?? `single:${id}`
        parts.set(part, [...(parts.get(part) ?? []), id])
      }
      if (parts.size > 1) input.error({ kind, group, parts: [...parts.values()].map(titles) })
    }
  }
  list('came apart', gold, predicted)
  list('runs together', predicted, gold)
}
