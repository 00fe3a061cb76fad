/** One sound of speech, as a synthesiser of formants needs it. Frequencies in Hz, time in seconds, strengths 0 to 1. */
export interface Phone {
  readonly name: string
  readonly formants: readonly [number, number, number]
  readonly seconds: number
  /** Strength of the vocal cords. */
  readonly voice: number
  /** Strength of the hiss at the lips and teeth, and where it lies. */
  readonly hiss: number
  readonly hissAt: number
  /** Where a diphthong or a burst ends up. */
  readonly to?: readonly [number, number, number]
  /** Carries the pitch of its syllable. */
  readonly vowel?: boolean
}

type Formants = readonly [number, number, number]

const vowel = (name: string, formants: Formants, seconds: number, to?: Formants): Phone => ({
  name,
  formants,
  seconds,
  voice: 1,
  hiss: 0,
  hissAt: 3000,
  vowel: true,
  ...(to ? { to } : {}),
})
const voiced = (name: string, formants: Formants, seconds: number, voice: number): Phone => ({
  name,
  formants,
  seconds,
  voice,
  hiss: 0,
  hissAt: 3000,
})
const hissed = (
  name: string,
  hissAt: number,
  hiss: number,
  seconds: number,
  voice = 0,
  formants: Formants = [350, 1700, 2600],
): Phone => ({ name, formants, seconds, voice, hiss, hissAt })

/** Frequencies after Peterson and Barney (1952), an average man's voice. */
const all: readonly Phone[] = [
  vowel('IY', [270, 2290, 3010], 0.13),
  vowel('IH', [390, 1990, 2550], 0.09),
  vowel('EH', [530, 1840, 2480], 0.11),
  vowel('AE', [660, 1720, 2410], 0.13),
  vowel('AA', [730, 1090, 2440], 0.14),
  vowel('AO', [570, 840, 2410], 0.14),
  vowel('UH', [440, 1020, 2240], 0.09),
  vowel('UW', [300, 870, 2240], 0.13),
  vowel('AH', [640, 1190, 2390], 0.1),
  vowel('AX', [500, 1400, 2400], 0.06),
  vowel('ER', [490, 1350, 1690], 0.13),
  vowel('EY', [480, 1950, 2550], 0.16, [300, 2250, 2900]),
  vowel('AY', [720, 1150, 2450], 0.18, [320, 2150, 2700]),
  vowel('OY', [560, 850, 2400], 0.19, [320, 2100, 2700]),
  vowel('OW', [540, 900, 2350], 0.16, [330, 850, 2250]),
  vowel('AW', [720, 1200, 2450], 0.18, [330, 900, 2250]),
  vowel('YU', [280, 2200, 2900], 0.16, [300, 900, 2250]),
  voiced('M', [280, 900, 2200], 0.07, 0.45),
  voiced('N', [280, 1700, 2600], 0.065, 0.45),
  voiced('NG', [280, 2000, 2500], 0.08, 0.45),
  voiced('L', [360, 1100, 2600], 0.065, 0.6),
  voiced('R', [330, 1150, 1550], 0.07, 0.6),
  voiced('W', [300, 650, 2200], 0.065, 0.6),
  voiced('Y', [270, 2250, 3000], 0.055, 0.6),
  hissed('S', 5800, 0.5, 0.1),
  hissed('SH', 3200, 0.55, 0.1),
  hissed('F', 4600, 0.2, 0.09),
  hissed('TH', 5200, 0.16, 0.08),
  hissed('HH', 1600, 0.22, 0.06),
  hissed('Z', 5600, 0.3, 0.08, 0.35),
  hissed('ZH', 3000, 0.3, 0.08, 0.35),
  hissed('V', 4200, 0.12, 0.06, 0.4, [300, 1100, 2300]),
  hissed('DH', 5000, 0.08, 0.05, 0.4, [300, 1500, 2500]),
  hissed('CH', 3400, 0.6, 0.09),
  hissed('JH', 3200, 0.4, 0.07, 0.3),
  // Stops: a closure comes before them, then a short burst.
  hissed('P', 900, 0.4, 0.03, 0, [400, 900, 2300]),
  hissed('T', 4500, 0.5, 0.03, 0, [400, 1800, 2700]),
  hissed('K', 2200, 0.5, 0.04, 0, [400, 2000, 2400]),
  hissed('B', 900, 0.2, 0.025, 0.5, [300, 900, 2300]),
  hissed('D', 3800, 0.2, 0.025, 0.5, [300, 1750, 2650]),
  hissed('G', 2000, 0.22, 0.03, 0.5, [300, 2000, 2400]),
]

const byName = new Map(all.map((phone) => [phone.name, phone]))

export const stops: ReadonlySet<string> = new Set(['P', 'T', 'K', 'B', 'D', 'G', 'CH', 'JH'])

/** Silence, with the mouth as it is at rest. */
export function pause(seconds: number): Phone {
  return { ...voiced('_', [500, 1500, 2500], seconds, 0), name: '_' }
}

/** Undefined for a name that is no sound. */
export function phoneOf(name: string): Phone | undefined {
  return byName.get(name)
}
