import { Hono } from 'hono'
import { createSandbox } from '@/sandbox/app'
import { serveDist } from './dist'
import { securityHeaders } from './headers'

export interface ServerOptions {
  /** The folder of the built site. Left out where something else serves the pages, as in development. */
  readonly dist?: string
}

/** The whole server as one web-standard app: the sandbox at /sandbox, the built site, security headers. */
export function createServer({ dist }: ServerOptions = {}): Hono {
  const app = new Hono()
  const sandbox = createSandbox({ onFault: (error) => console.error(error) })
  app.use(securityHeaders)
  app.all('/sandbox', (context) => sandbox(context.req.raw))
  app.all('/sandbox/*', (context) => sandbox(context.req.raw))
  if (dist !== undefined) {
    const site = serveDist(dist)
    app.on(['GET', 'HEAD'], '*', (context) => site(context.req.raw))
  }
  app.notFound((context) => context.text('Not found', 404))
  app.onError((error, context) => {
    console.error(error)
    return context.text('The server failed', 500)
  })
  return app
}
