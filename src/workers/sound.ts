import { peaksOf } from '@/core/sound/peaks'
import { spectrogramOf } from '@/core/sound/spectrogram'
import type { SoundJob, SoundResults } from '@/core/sound/work'
import { encodeWav, mixDown } from '@/core/wav'
import { answerWith, type Answer } from './scope'

answerWith((job: SoundJob): Answer<SoundResults[SoundJob['kind']]> => {
  const samples = mixDown(job.channels)
  switch (job.kind) {
    case 'peaks': {
      const reply = peaksOf(samples, job.count)
      return { reply, moved: [reply.buffer] }
    }
    case 'spectrogram': {
      const reply = spectrogramOf(samples, job.rate, job.columns)
      return { reply, moved: [reply.levels.buffer] }
    }
    case 'wav': {
      const reply = encodeWav(samples, job.rate)
      return { reply, moved: [reply.buffer] }
    }
  }
})
