/** What a heuristic took and why; every claim carries its traces (codebook, "Attribution"; DESIGN, "The flow"). */
export interface Trace {
  /** Stable id of the rule, `step/rule`. */
  readonly rule: string
  /** The words the rule looked at, verbatim. */
  readonly quote: string
  readonly reason: string
}
