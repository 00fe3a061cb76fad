const STEP = 0.02
const LEAP = 0.1

/** Where a slider from 0 to 1 goes by a key, as the ARIA slider pattern has it; undefined for other keys. */
export function keyedShare(share: number, key: string): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(share - STEP)
    case 'ArrowRight':
    case 'ArrowUp':
      return within(share + STEP)
    case 'PageDown':
      return within(share - LEAP)
    case 'PageUp':
      return within(share + LEAP)
    case 'Home':
      return 0
    case 'End':
      return 1
    default:
      return undefined
  }
}

function within(share: number): number {
  return Math.max(0, Math.min(1, share))
}
