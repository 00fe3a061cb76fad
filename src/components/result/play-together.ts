export interface PlaybackOptions {
  readonly buffers: readonly AudioBuffer[]
  /** 0 to 1, one for each buffer. */
  readonly volumes: readonly number[]
  /** Seconds into the sounds. */
  readonly from: number
  /** 1 is the sounds' own speed; their pitch goes with it. */
  readonly speed: number
  /** Told each frame where the sounds are, in seconds. */
  readonly onTime: (seconds: number) => void
  /** The longest has come to its end. Not told of a stop. */
  readonly onEnd: () => void
}

export interface Playback {
  readonly setVolumes: (volumes: readonly number[]) => void
  readonly stop: () => void
}

/** Time to set all of them up, so that they begin with the same sample. */
const LEAD_SECONDS = 0.03
const FADE_SECONDS = 0.01

/** Starts sounds together on the context's clock; they can't drift apart. */
export function playTogether(context: AudioContext, options: PlaybackOptions): Playback {
  const { buffers, volumes, from, speed, onTime, onEnd } = options
  const startsAt = context.currentTime + LEAD_SECONDS
  const players = buffers.map((buffer, index) => {
    const source = new AudioBufferSourceNode(context, { buffer, playbackRate: speed })
    const gain = new GainNode(context, { gain: volumes[index] ?? 0 })
    source.connect(gain).connect(context.destination)
    source.start(startsAt, from)
    return { source, gain, ends: buffer.duration }
  })
  let frame = requestAnimationFrame(function tick() {
    onTime(from + Math.max(0, context.currentTime - startsAt) * speed)
    frame = requestAnimationFrame(tick)
  })
  const longest = players.reduce<(typeof players)[number] | undefined>(
    (most, each) => (most && most.ends >= each.ends ? most : each),
    undefined,
  )

  function stop() {
    cancelAnimationFrame(frame)
    if (longest) longest.source.onended = null
    for (const { source, gain } of players) {
      source.stop()
      gain.disconnect()
    }
  }

  // A hidden page has no frames, but the end comes all the same.
  if (longest) {
    longest.source.onended = () => {
      stop()
      onEnd()
    }
  }

  return {
    stop,
    setVolumes: (next) => {
      for (const [index, { gain }] of players.entries()) {
        gain.gain.setTargetAtTime(next[index] ?? 0, context.currentTime, FADE_SECONDS)
      }
    },
  }
}
