import { isObject, isString } from '@/core/json'
import { SandboxError } from '@/core/sandbox'
import { fromBase64 } from '../base64'

/** The picture of `inputs: {image: BASE64, ...}`. Throws SandboxError 422 where there is none. */
export function nestedImage(inputs: unknown): Uint8Array {
  const image = isObject(inputs) ? inputs.image : undefined
  if (!isString(image) || image === '') {
    throw new SandboxError('`inputs` must be an object with `image`, the base64 of a picture')
  }
  const decoded = fromBase64(image)
  if (!decoded) throw new SandboxError('`inputs.image` must be base64 of a file')
  return decoded.data
}

/** The question of `inputs: {question, ...}`. Throws SandboxError 422 where there is none. */
export function nestedQuestion(inputs: unknown): string {
  const question = isObject(inputs) ? inputs.question : undefined
  if (!isString(question) || question.trim() === '') {
    throw new SandboxError('`inputs.question` must be a text that is not empty')
  }
  return question
}
