/** No provider serves this model for this task, or the chosen one does not. */
export class NoProviderError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'NoProviderError'
  }
}

/** Thrown out of a fetch that the library calls: the service has answered, and the library is not needed any more. */
export class Answered extends Error {
  readonly response: Response
  constructor(response: Response) {
    super('The service has answered')
    this.name = 'Answered'
    this.response = response
  }
}

/** What the library throws when its fetch fails, told apart from a TypeError of its own code. */
export function networkError(error: unknown): TypeError {
  return new TypeError(`fetch failed: ${error instanceof Error ? error.message : String(error)}`)
}

export function isNetworkError(error: unknown): boolean {
  return error instanceof TypeError && /fetch|network|load failed/i.test(error.message)
}

const nobodyServes =
  /^Task '|^Provider '.*' not supported|is not supported for task|not been able to find inference provider|No Inference Provider/

/** True for the library's word that there is nobody to ask. */
export function isNoProvider(error: unknown): error is Error {
  return (
    error instanceof Error && (error.name === 'NoProviderError' || nobodyServes.test(error.message))
  )
}
