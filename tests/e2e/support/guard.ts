import type { BrowserContext, ConsoleMessage } from '@playwright/test'

type Matcher = string | RegExp

const matches = (text: string, matcher: Matcher) =>
  typeof matcher === 'string' ? text.includes(matcher) : matcher.test(text)

/** What the browser writes by itself about a reply or a connection that failed. */
const NETWORK_ERROR = /^Failed to load resource: /
const STATUS_ERROR = /^Failed to load resource: the server responded with a status of/

/**
 * Watches every page of a context and keeps what must not happen: an uncaught error, an error on the console (a
 * violation of the content security policy is one), and a request to another origin that no route of the test answered.
 */
export class Guard {
  readonly problems: string[] = []
  private readonly origins = new Set<string>()
  private readonly expectedErrors: Matcher[] = []

  private constructor(private readonly appOrigin: string) {
    this.origins.add(appOrigin)
  }

  static async on(context: BrowserContext, appUrl: string): Promise<Guard> {
    const guard = new Guard(new URL(appUrl).origin)
    context.on('weberror', (event) => guard.pageError(event.error()))
    context.on('console', (message) => guard.consoleMessage(message))
    // Routes of the test come later and are asked first: what arrives here was answered by none of them.
    await context.route(
      (url) => guard.isForeign(url),
      (route, request) => {
        guard.problems.push(
          `${request.method()} ${request.url()} left the app, and no route of this test answered it.\n` +
            `  If the page should ask for it: await page.route('${request.url()}', (route) => route.fulfill({ ... })),\n` +
            `  or guard.allowOrigin('${new URL(request.url()).origin}') for a server that the test runs itself.`,
        )
        return route.abort('blockedbyclient')
      },
    )
    return guard
  }

  /** Lets requests go to a server that the test itself runs, for example `http://127.0.0.1:41234`. */
  allowOrigin(origin: string): void {
    this.origins.add(new URL(origin).origin)
  }

  /** Expects an error, on the console or uncaught, that holds or matches `error`. */
  allowError(error: Matcher): void {
    this.expectedErrors.push(error)
  }

  /** Throws an Error that lists what happened, if anything did. */
  check(): void {
    if (this.problems.length === 0) return
    throw new Error(`The page did what it must not:\n- ${this.problems.join('\n- ')}`)
  }

  private isForeign(url: URL): boolean {
    return url.protocol.startsWith('http') && !this.origins.has(url.origin)
  }

  private report(kind: string, text: string): void {
    if (this.expectedErrors.some((error) => matches(text, error))) return
    this.problems.push(`${kind}: ${text}`)
  }

  private pageError(error: Error): void {
    this.report('Uncaught error', error.stack ?? error.message)
  }

  private consoleMessage(message: ConsoleMessage): void {
    if (message.type() !== 'error') return
    const text = message.text()
    const at = message.location().url
    if (this.isRepliedTo(text, at)) return
    const policy = /content security policy/i.test(text)
    this.report(policy ? 'Policy violation' : 'Error on the console', `${text}${at && ` (${at})`}`)
  }

  /**
   * An error reply of a service is what the test is about, and the page shows it: the sandbox's faults, and whatever
   * another origin answers, be it by a route. A missing file of the app itself is a problem.
   */
  private isRepliedTo(text: string, at: string): boolean {
    if (!NETWORK_ERROR.test(text) || !URL.canParse(at)) return false
    const url = new URL(at)
    if (url.origin !== this.appOrigin) return true
    return STATUS_ERROR.test(text) && url.pathname.startsWith('/sandbox/')
  }
}
