/** Why there is no picture: refused, no device, no support (no HTTPS), or a device at fault. */
export type CameraTrouble = 'denied' | 'absent' | 'unsupported' | 'failed'

/** Turns the camera on; on a phone the one at the back. The caller stops its tracks. */
export async function openCamera(): Promise<MediaStream | CameraTrouble> {
  // Typed as always there; a page without HTTPS has none.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices) return 'unsupported'
  try {
    return await devices.getUserMedia({ video: { facingMode: 'environment' } })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
    if (name === 'NotSupportedError') return 'unsupported'
    return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'absent' : 'failed'
  }
}

/** The frame that is shown now, as PNG in the camera's own size; null when there is none yet. */
export function captureFrame(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  const context = canvas.getContext('2d')
  if (!context || canvas.width === 0) return Promise.resolve(null)
  context.drawImage(video, 0, 0)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
