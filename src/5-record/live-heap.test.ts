import fc from 'fast-check'
import { expect, test } from 'vitest'

import { LiveHeap } from './live-heap.ts'

test('the first and the second are those of a sorted list, whatever has come and gone', () => {
  const steps = fc.array(fc.oneof(fc.record({ add: fc.nat(40) }), fc.record({ drop: fc.nat(200) })), { maxLength: 300 })
  fc.assert(
    fc.property(steps, (taken) => {
      const gone = new Set<object>()
      const heap = new LiveHeap<{ readonly value: number }>(
        (a, b) => a.value - b.value,
        (one) => gone.has(one),
      )
      let there: { readonly value: number }[] = []
      for (const step of taken) {
        if ('add' in step) {
          const one = { value: step.add }
          there.push(one)
          heap.add(one)
        } else if (there.length > 0) {
          const [one] = there.splice(step.drop % there.length, 1)
          if (one !== undefined) gone.add(one)
        }
        there = there.sort((a, b) => a.value - b.value)
        expect(heap.first()?.value).toBe(there[0]?.value)
        expect(heap.second()?.value).toBe(there[1]?.value)
      }
    }),
  )
})
